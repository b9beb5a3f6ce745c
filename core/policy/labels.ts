import type { Nodes } from 'mdast';
import { cutIntoChunks } from './chunks.ts';
import type { Label } from './label.ts';
import { parseBlocks } from './markdown-blocks.ts';
import { plainLabels } from './plain-lines.ts';

// A longer stretch is read by its lines alone, so that no text can make the Markdown parser slow.
const LONGEST_PARSED = 32_000;

// Quotes in quotes in quotes: a hundred deep would overflow the parser's stack, and no policy means them.
const NESTED_TOO_DEEP = /(?:^|\n)(?=[^\n]{0,20}(?:[>*+]|- -))[ \t>*+.)\d-]{200}/;

/**
 * The labels of a text's lines, by line from 0. The parser is asked only about stretches in which something stands that
 * single lines do not decide: it costs more than all other reading.
 */
export function labelsOf(text: string): Map<number, Label> {
  const labels = new Map<number, Label>();
  let offset = 0;
  let line = 0;
  for (const piece of cutIntoChunks(withoutMark(text), 0)) {
    for (const [at, label] of plainLabels(piece) ?? parsedLabels(piece))
      labels.set(line + at, movedBy(label, offset, line));
    offset += piece.length;
    for (let at = piece.indexOf('\n'); at >= 0; at = piece.indexOf('\n', at + 1)) line++;
  }
  return labels;
}

/** A stretch of a text, end exclusive. */
interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** The first part of a text that is so long, or so deep, that it is read by its lines alone where the parser should be asked. */
export function tooMuchToParse(text: string): Stretch | null {
  if (!isTooMuch(text)) return null;
  let start = 0;
  for (const piece of cutIntoChunks(withoutMark(text), 0)) {
    const end = start + piece.length;
    if (isTooMuch(piece) && plainLabels(piece) === null) return { start, end };
    start = end;
  }
  return null;
}

function isTooMuch(text: string): boolean {
  return text.length > LONGEST_PARSED || NESTED_TOO_DEEP.test(text);
}

/** The parser drops a byte-order mark and counts without it; a space keeps its offsets ours. */
function withoutMark(text: string): string {
  return text.startsWith('\ufeff') ? ` ${text.slice(1)}` : text;
}

function movedBy(label: Label, offset: number, line: number): Label {
  if (label.is !== 'row') return label;
  return {
    ...label,
    table: label.table + line,
    cells: label.cells.map(({ start, end }) => ({ start: start + offset, end: end + offset })),
  };
}

/** The labels that the Markdown parser gives; none where asking it would take too long. */
export function parsedLabels(text: string): Map<number, Label> {
  if (isTooMuch(text)) return new Map();
  return labelLines(text);
}

function labelLines(text: string): Map<number, Label> {
  const labels = new Map<number, Label>();
  const visit = (node: Nodes, depth: number): void => {
    const from = (node.position?.start.line ?? 1) - 1;
    const to = (node.position?.end.line ?? 1) - 1;
    switch (node.type) {
      case 'heading':
        // A paragraph of several lines over a drawn line is no heading: web text draws lines anywhere.
        if (to - from < 2) labels.set(from, { is: 'heading', depth: node.depth, lines: to - from + 1 });
        return;
      case 'code':
        // Indented text of web pages is no code: only a fence makes code.
        {
          const code = text.slice(node.position?.start.offset ?? 0, node.position?.end.offset ?? 0).trimEnd();
          if (!/^\s*(?:```|~~~)/.test(code.slice(0, 6))) return;
          // An open fence ends somewhere behind its item or its quotation: blank lines there are nobody's.
          const lines = code.split('\n').length;
          for (let line = from; line < from + lines; line++) labels.set(line, { is: 'code' });
        }
        return;
      case 'table':
        node.children.forEach((row, index) => {
          labels.set((row.position?.start.line ?? 1) - 1, {
            is: 'row',
            header: index === 0,
            table: from,
            cells: row.children.map((cell) =>
              trimPipes(text, cell.position?.start.offset ?? 0, cell.position?.end.offset ?? 0),
            ),
          });
        });
        return;
      case 'list':
        for (const item of node.children) {
          labels.set((item.position?.start.line ?? 1) - 1, { is: 'item', depth });
          for (const child of item.children) visit(child, depth + 1);
        }
        return;
      case 'root':
      case 'blockquote':
      case 'footnoteDefinition':
        for (const child of node.children) visit(child, depth);
    }
  };
  visit(parseBlocks(withoutMark(text)), 0);
  return labels;
}

function trimPipes(text: string, start: number, end: number): { start: number; end: number } {
  return { start: text[start] === '|' ? start + 1 : start, end: end > start && text[end - 1] === '|' ? end - 1 : end };
}
