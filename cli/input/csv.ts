import { InputProblem } from '../problem.ts';
import type { Row } from './rows.ts';

/** Longer than any real row: then a quotation mark was opened and never closed. */
const LONGEST_ROW = 1 << 20;

/**
 * Splits CSV text that comes in pieces into rows. Written here, and not taken from a package, because a register of
 * millions of rows must take seconds: a row without a quotation mark costs one `split`.
 */
export class CsvSplitter {
  readonly #name: string;
  #delimiter = ',';
  #lineEnd = '\n';
  #rest = '';
  #line = 1;
  #isStarted = false;

  /** @param name of the file, for messages. */
  constructor(name: string) {
    this.#name = name;
  }

  /** The rows that the piece completes. @throws InputProblem for bad quoting, with its line. */
  push(piece: string): Row[] {
    if (!this.#isStarted) this.#start(piece);
    const text = this.#rest === '' ? piece : this.#rest + piece;
    const { rows, end } = this.#split(text, false);
    this.#rest = text.slice(end);
    if (this.#rest.length > LONGEST_ROW) {
      throw this.#problem('the row does not end; a quotation mark (") is probably opened and never closed');
    }
    return rows;
  }

  /** The last row, where the text does not end with a line break. */
  end(): Row[] {
    return this.#rest === '' ? [] : this.#split(this.#rest, true).rows;
  }

  #start(piece: string): void {
    this.#isStarted = true;
    this.#delimiter = delimiterOf(piece);
    // A lone carriage return ends lines in very old exports.
    if (!piece.includes('\n') && piece.slice(0, -1).includes('\r')) this.#lineEnd = '\r';
  }

  #split(text: string, isLast: boolean): { rows: Row[]; end: number } {
    const rows: Row[] = [];
    let at = 0;
    let quote = text.indexOf('"');
    while (at < text.length) {
      let end = text.indexOf(this.#lineEnd, at);
      if (end < 0 && !isLast) break;
      if (end < 0) end = text.length;
      if (quote >= 0 && quote < at) quote = text.indexOf('"', at);
      if (quote < 0 || quote > end) {
        rows.push({ line: this.#line, cells: text.slice(at, withoutReturn(text, at, end)).split(this.#delimiter) });
        this.#line++;
        at = end + 1;
        continue;
      }
      const row = this.#quotedRow(text, at, isLast);
      if (!row) break;
      rows.push({ line: this.#line, cells: row.cells });
      for (let found = at; found < row.end; found++) if (text[found] === this.#lineEnd) this.#line++;
      if (text[row.end - 1] !== this.#lineEnd) this.#line++;
      at = row.end;
    }
    return { rows, end: at };
  }

  /** A row with a quotation mark in it, and the offset after it; null when the text ends first. */
  #quotedRow(text: string, from: number, isLast: boolean): { cells: string[]; end: number } | null {
    const cells: string[] = [];
    for (let at = from; ; ) {
      const cell = text[at] === '"' ? this.#quotedCell(text, at, isLast) : this.#bareCell(text, at, isLast);
      if (!cell) return null;
      cells.push(cell.text);
      if (text[cell.end] !== this.#delimiter) return { cells, end: cell.end + 1 };
      at = cell.end + 1;
    }
  }

  /** A cell without quotation marks around it; one inside it is a letter like any other. */
  #bareCell(text: string, from: number, isLast: boolean): { text: string; end: number } | null {
    let end = from;
    while (end < text.length && text[end] !== this.#delimiter && text[end] !== this.#lineEnd) end++;
    if (end === text.length && !isLast) return null;
    return { text: text.slice(from, withoutReturn(text, from, end)), end };
  }

  #quotedCell(text: string, from: number, isLast: boolean): { text: string; end: number } | null {
    let words = '';
    for (let at = from + 1; ; ) {
      const quote = text.indexOf('"', at);
      // The letter after the mark says whether it closes the cell or stands for itself.
      if (quote < 0 || (quote === text.length - 1 && !isLast)) {
        if (isLast) throw this.#problem('a quotation mark (") is opened and never closed');
        return null;
      }
      words += text.slice(at, quote);
      if (text[quote + 1] !== '"') {
        let end = quote + 1;
        while (text[end] === ' ' || (text[end] === '\r' && this.#lineEnd === '\n')) end++;
        if (end === text.length && !isLast) return null;
        if (end === text.length || text[end] === this.#delimiter || text[end] === this.#lineEnd) {
          return { text: words, end };
        }
        throw this.#problem('words follow the quotation mark (") that closes a value');
      }
      words += '"';
      at = quote + 2;
    }
  }

  #problem(what: string): InputProblem {
    return new InputProblem(`${this.#name}, line ${this.#line}: ${what}; mend that line, or export the table again.`);
  }
}

function withoutReturn(text: string, from: number, end: number): number {
  return end > from && text[end - 1] === '\r' ? end - 1 : end;
}

/** What parts the cells of the first line with words, outside quotation marks. */
export function delimiterOf(text: string): ',' | ';' | '\t' {
  const counts = { ',': 0, ';': 0, '\t': 0 };
  let isQuoted = false;
  let sawWords = false;
  for (const letter of text.slice(0, 65_536)) {
    if (letter === '"') isQuoted = !isQuoted;
    else if (isQuoted) continue;
    else if (letter === '\n' || letter === '\r') {
      if (sawWords) break;
    } else if (letter === ',' || letter === ';' || letter === '\t') counts[letter]++;
    else if (letter.trim() !== '') sawWords = true;
  }
  if (counts['\t'] > counts[','] && counts['\t'] > counts[';']) return '\t';
  return counts[';'] > counts[','] ? ';' : ',';
}
