import type { Span } from '#core/text/span.ts';

const LINE_OF_ITS_OWN = /^\s{0,8}(?:[-*+]\s|\d{1,3}[.)]\s|#{1,6}\s|\||>)/;
const TABLE_ROW = /^\s{0,3}\|/;
const SENTENCE_END = /[.!?]["”’)]?(?=\s+["“‘(]?[A-Z0-9])/g;
const ABBREVIATION = /(?:\b(?:[ap]\.m|e\.g|i\.e|etc|Mr|Mrs|Ms|Dr|St|no|approx))\.$/i;

/** The whole sentence of the policy around a span, without Markdown's signs; for a table its row, for a list its item. */
export function sentenceAround(markdown: string, { start, end }: Span): string {
  const block = blockAround(markdown, start.offset, end.offset);
  if (TABLE_ROW.test(block.text)) {
    const cells = block.text
      .split('|')
      .map((cell) => plain(cell))
      .filter((cell) => cell !== '');
    return cells.join(' · ');
  }
  const [from, to] = [start.offset - block.from, end.offset - block.from];
  let begin = 0;
  let finish = block.text.length;
  for (const match of block.text.matchAll(SENTENCE_END)) {
    const at = match.index + match[0].length;
    if (ABBREVIATION.test(block.text.slice(Math.max(0, match.index - 8), match.index + 1))) continue;
    if (at <= from) begin = at;
    else if (at >= to) {
      finish = at;
      break;
    }
  }
  return plain(block.text.slice(begin, finish));
}

/** The paragraph around the offsets, or the one line where lines stand for themselves: items, headings, rows. */
function blockAround(markdown: string, from: number, to: number): { text: string; from: number } {
  const lines = markdown.split('\n');
  const starts: number[] = [];
  let offset = 0;
  for (const line of lines) {
    starts.push(offset);
    offset += line.length + 1;
  }
  const first = starts.findLastIndex((at) => at <= from);
  const last = starts.findLastIndex((at) => at < Math.max(to, from + 1));
  let top = first;
  let bottom = last;
  const ends = (line: string | undefined): boolean => line === undefined || line.trim() === '';
  while (top > 0 && !LINE_OF_ITS_OWN.test(lines[top] ?? '') && !ends(lines[top - 1])) top--;
  while (
    !ends(lines[bottom + 1]) &&
    !LINE_OF_ITS_OWN.test(lines[bottom + 1] ?? '') &&
    !TABLE_ROW.test(lines[bottom] ?? '')
  )
    bottom++;
  return { text: lines.slice(top, bottom + 1).join('\n'), from: starts[top] ?? 0 };
}

function plain(markdown: string): string {
  return markdown
    .replace(/^\s{0,8}(?:[-*+]|\d{1,3}[.)]|#{1,6}|>)\s+/, '')
    .replace(/\[([^[\]]{0,200})\]\([^()]{0,400}\)/g, '$1')
    .replace(/[*_`]{1,3}(?=\S)|(?<=\S)[*_`]{1,3}/g, '')
    .replace(/\\([\\`*_{}[\]()#+.!|>-])/g, '$1')
    .replace(/<br ?\/?>/g, ' ')
    .replace(/&amp;/g, '&')
    .replace(/&nbsp;/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}
