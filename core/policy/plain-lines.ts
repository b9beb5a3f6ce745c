import type { Label } from './label.ts';

/** Lines that only the whole of Markdown can place: fences, quotes, footnotes, markup, lists in lists, headings in lists. */
const NEEDS_PARSER = new RegExp(
  [
    /```|~~~|\r(?!\n)/,
    /^[ \t]*(?:>|\[\^)/,
    // Bold or small words that go on in their line open no block.
    /^[ \t>*+\-\d.)]{0,200}<(?!\/?(?:b|strong|i|em|u|su[bp]|span|br)(?![\w-])[^<>\n]{0,200}>[ \t]*\S)[!?/a-z]/,
    /^(?: {4}| {0,3}\t)[ \t]*#/,
    /^(?:[ \t]{2,}|\t)(?:[-*+]|\d{1,9}[.)])(?:[ \t\r]|$)/,
    /^[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]+(?:#{1,6}(?:[ \t\r]|$)|[-*+>](?:[ \t\r]|$)|\d{1,9}[.)](?:[ \t\r]|$)|>|\[\^)/,
  ]
    .map(({ source }) => source)
    .join('|'),
  'im',
);
const ATX = /^ {0,3}(#{1,6})(?=[ \t\r]|$)/;
// To Markdown a no-break space is a word.
const BLANK = /^[ \t\r]*$/;
/** A rule under a heading or a table's header, or a drawn line. */
const RULE = /^[ \t]*[-=|:](?:[ \t]*[-=|:])*[ \t\r]*$/;
/** A backslash before a pipe is for the parser; before anything else it is the afternoon's mark. */
const CLOSED_ROW = /^\|(?:[^\\]|\\(?!\|))*\|[ \t\r]*$/;
const CLOSED_RULE = /^\|(?:[ \t]*:?-+:?[ \t]*\|)+[ \t\r]*$/;

/** The labels of lines that decide for themselves: headings by hashes and closed tables; null where the parser must be asked. */
export function plainLabels(text: string): Map<number, Label> | null {
  if (NEEDS_PARSER.test(text)) return null;
  const labels = new Map<number, Label>();
  const lines = text.split('\n');
  let offset = 0;
  let before = '';
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index] ?? '';
    const hashes = ATX.exec(line)?.[1];
    if (hashes) labels.set(index, { is: 'heading', depth: hashes.length, lines: 1 });
    else if (!BLANK.test(before) && RULE.test(line)) return null;
    else if (BLANK.test(before) && !BLANK.test(line) && CLOSED_RULE.test(lines[index + 1] ?? '')) {
      const rows = closedTable(lines, index, offset);
      if (!rows) return null;
      for (const [at, row] of rows) labels.set(at, row);
      // As many rows as labels, and the rule.
      const last = index + rows.size;
      for (; index < last; index++) offset += (lines[index] ?? '').length + 1;
    }
    before = lines[index] ?? '';
    offset += before.length + 1;
  }
  return labels;
}

/** A table whose every line begins and ends with a pipe, from a blank line to a blank line. */
function closedTable(lines: readonly string[], first: number, offset: number): Map<number, Label> | null {
  const rows = new Map<number, Label>();
  let at = offset;
  let width = 0;
  for (let index = first; index < lines.length; index++) {
    const line = lines[index] ?? '';
    if (BLANK.test(line)) break;
    if (!CLOSED_ROW.test(line) || line.includes('||')) return null;
    const cells = cellsBetweenPipes(line, at);
    if (index === first) width = cells.length;
    if (index === first + 1) {
      if (cells.length !== width) return null;
    } else rows.set(index, { is: 'row', header: index === first, table: first, cells });
    at += line.length + 1;
  }
  return rows;
}

function cellsBetweenPipes(line: string, offset: number): { start: number; end: number }[] {
  const cells: { start: number; end: number }[] = [];
  for (let from = 1, to = line.indexOf('|', from); to >= 0; from = to + 1, to = line.indexOf('|', from))
    cells.push({ start: offset + from, end: offset + to });
  return cells;
}
