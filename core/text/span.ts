/** A place in a text. Line and column count from 1, columns and offsets in UTF-16 units. */
export interface Position {
  line: number;
  column: number;
  offset: number;
}

/** A stretch of a text; `end` is exclusive. */
export interface Span {
  start: Position;
  end: Position;
}

/** Turns offsets into positions. The only place that counts lines from 1. */
export class SourceText {
  readonly text: string;
  readonly lineStarts: readonly number[];
  /** The line that was asked for last, from 0: what is placed next mostly stands on it or the next. */
  #last = 0;

  constructor(text: string) {
    this.text = text;
    const starts = [0];
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
    this.lineStarts = text.includes('\r') ? withLoneReturns(text, starts) : starts;
  }

  /** The 1-based line that holds the offset; offsets past the end belong to the last line. */
  lineAt(offset: number): number {
    const starts = this.lineStarts;
    for (let near = this.#last; near < this.#last + 3; near++)
      if ((starts[near] ?? Number.POSITIVE_INFINITY) <= offset && offset < (starts[near + 1] ?? -1)) {
        this.#last = near;
        return near + 1;
      }
    let low = 0;
    let high = this.lineStarts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.lineStarts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    this.#last = low;
    return low + 1;
  }

  position(offset: number): Position {
    const line = this.lineAt(offset);
    return { line, column: offset - (this.lineStarts[line - 1] ?? 0) + 1, offset };
  }

  /** The span from `start` to `end` (offsets, end exclusive). */
  span(start: number, end: number): Span {
    return { start: this.position(start), end: this.position(end) };
  }

  slice(span: Span): string {
    return this.text.slice(span.start.offset, span.end.offset);
  }
}

/** A lone carriage return ends a line too, as in very old exports. */
function withLoneReturns(text: string, starts: readonly number[]): number[] {
  const all = [...starts];
  for (let at = text.indexOf('\r'); at >= 0; at = text.indexOf('\r', at + 1))
    if (text.charCodeAt(at + 1) !== 10) all.push(at + 1);
  return all.length === starts.length ? all : all.sort((a, b) => a - b);
}
