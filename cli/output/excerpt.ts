import { SourceText, type Span } from '#core/text/span.ts';

/** The line of a span, cut to fit, with where to put the caret under it. */
export interface Excerpt {
  readonly text: string;
  /** Letters of `text` before the marked stretch, and in it. */
  readonly before: number;
  readonly marked: number;
}

/** Cuts the lines of spans out of a text. */
export function createExcerpts(text: string): (span: Span, width: number) => Excerpt {
  const source = new SourceText(text);
  return (span, width) => {
    const from = source.lineStarts[span.start.line - 1] ?? 0;
    const to = source.lineStarts[span.start.line] ?? text.length;
    return cut(text.slice(from, to), span.start.offset - from, Math.max(1, span.end.offset - span.start.offset), width);
  };
}

function cut(whole: string, at: number, length: number, width: number): Excerpt {
  const line = whole.replace(/(?<![\r\n])[\r\n]+$/, '').replace(/[\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff]/g, ' ');
  const end = Math.min(line.length, at + length);
  const indent = Math.min(at, line.length - line.trimStart().length);
  // Policies have lines of a whole paragraph: show the marked words with as much before as after them.
  const room = Math.max(0, width - (end - at));
  const first =
    line.length - indent <= width ? indent : Math.max(indent, Math.min(at - Math.floor(room / 2), line.length - width));
  const last = Math.min(line.length, first + width);
  const start = first > indent ? '…' : '';
  const text = start + line.slice(first + start.length, last).trimEnd() + (last < line.length ? '…' : '');
  const before = Math.min(at - first, text.length);
  return { text, before, marked: Math.max(1, Math.min(end, last) - at) };
}
