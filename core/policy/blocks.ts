import type { Noted } from '../text/notes.ts';
import { plainOf } from '../text/plain.ts';
import type { Label } from './label.ts';
import { labelsOf } from './labels.ts';
import { spacedRows } from './spaced-rows.ts';

/**
 * A stretch of a policy that is read by itself: a heading, a paragraph, one item of a list, one row of a table.
 * It knows no place, so one that an edit does not touch stays the very object that it was; whatever is remembered
 * per block (matches, facts) survives the edit.
 */
export interface Block extends Noted {
  readonly kind: 'heading' | 'paragraph' | 'item' | 'row' | 'code' | 'comment';
  /** Exactly as in the document, marker and all. */
  readonly raw: string;
  /** Levelled view of `raw`, of the same length: see core/text/plain.ts. Patterns match here. */
  readonly plain: string;
  /**
   * Heading: 1–6 as written in Markdown; where only its look says so, 7 numbered once ("2. Registers"), 8 numbered deeper
   * ("2.1"), 9 without a number, 10 when it introduces what follows ("Parents will:"). Item: nesting from 0. Else 0.
   */
  readonly depth: number;
  /** Item: what it begins with ("-", "•", "3.", "a)"). Heading: its printed number ("4.1"). */
  readonly marker?: string;
  /** Where the words begin, behind the marker or the hashes: an offset in `raw`. */
  readonly bodyAt: number;
  /** Row: its cells, as offsets in `raw`. */
  readonly cells?: readonly { start: number; end: number }[];
  /** Row: the cells of its table's header row, plain and trimmed; absent in a header row or where there is none. */
  readonly header?: readonly string[];
}

/** A block where its chunk has it, before it is known whether its levelled view has to be made. */
export interface BlockInChunk extends Omit<Block, 'plain' | 'notes'> {
  /** Offset in its chunk. */
  readonly at: number;
  /** 0-based line in its chunk. */
  readonly lineInChunk: number;
}

export interface Chunk {
  readonly text: string;
  readonly lines: number;
  readonly blocks: readonly BlockInChunk[];
}

const BULLET = /^([-*+•▪·●○◦⇨►‣➢✓✔■□–]|o(?=[\s\t])|§(?=\s+[A-Za-z]))(?:[\s\t]+|(?=[A-Z]))/;
const ORDINAL = /^(\(?(?:\d{1,2}|[a-zA-Z]|[ivx]{1,5})[.)])(?:[\s\t]+)/;
// "94 – 96.9%", "23 children" and "9.15 – text to parents" begin with a figure or an hour, not with a number of their own.
const NUMBERED_HEADING =
  /^(?!(?:0?[7-9]|1[0-5])\.[0-5][05]\s{0,3}[-–—]\s)((?:\d{1,2}\.)+\d{0,2}|\d{1,2}(?:\.\d{1,2})*)[\s\t]+(?!(?:[-–—]|to\b|and\b|or\b)\s*\d|(?:pupils|children|students)\b)/;
const PIPE_ROW = /^\s*\|.*\|/;
// "95.9 - 93% | Yellow | Letter home": a row that lost its outer pipes, and its rule with them.
const OPEN_ROW = /^[^|\n]{1,200}\s\|\s[^|\n]{0,200}\s\|(?:\s|$)/;
const DELIMITER_ROW = /^\s*(?:\|\s*)?:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)*(?:\|\s*)?$/;
const DRAWN_LINE = /^\s*(?:={2,}|-{2,}|_{3,}|\*{3,})\s*$/;
const BOLD_LINE = /^\s*(?:\*\*|__)[^*_\n]{2,120}(?:\*\*|__)\s*:?\s*$/;

/** Reads one chunk (see chunks.ts) into its blocks. */
export function readChunk(text: string, labels: ReadonlyMap<number, Label> = labelsOf(text)): Chunk {
  const seen = unquoted(text);
  const lines = seen.split('\n');
  const spaced = spacedRows(lines, labels);
  const blocks: BlockInChunk[] = [];
  let open: {
    kind: 'paragraph' | 'item' | 'code';
    at: number;
    line: number;
    depth: number;
    marker?: string;
    bodyAt: number;
    end: number;
    afterBlank: boolean;
  } | null = null;
  let header: { cells: string[]; table: number } | null = null;
  let offset = 0;
  let comment = -1;
  let commentLine = 0;
  // A chunk begins behind a blank line or at the start of the document.
  let blankBefore = true;

  const close = (beforeBlank = false): void => {
    if (!open) return;
    const raw = text.slice(open.at, open.end);
    const { kind, at, line, depth, marker, bodyAt, afterBlank } = open;
    open = null;
    const alone = !raw.includes('\n') && afterBlank && beforeBlank;
    const mayBeHeading = kind === 'paragraph' || (kind === 'item' && alone && /^\d/.test(marker ?? ''));
    const words = seen === text ? raw : seen.slice(at, at + raw.length);
    if (mayBeHeading && !raw.includes('\n') && looksLikeHeading(words)) {
      const lead = words.length - words.trimStart().length;
      const number = NUMBERED_HEADING.exec(words.slice(lead))?.[0] ?? '';
      const printed = number.trim();
      const look = printed === '' ? (raw.trimEnd().endsWith(':') ? 10 : 9) : /\d\.\d/.test(printed) ? 8 : 7;
      blocks.push({
        kind: 'heading',
        at,
        lineInChunk: line,
        raw,
        depth: look,
        bodyAt: lead + number.length,
        ...(printed ? { marker: printed } : {}),
      });
    } else {
      blocks.push({ kind, at, lineInChunk: line, raw, depth, bodyAt, ...(marker ? { marker } : {}) });
    }
  };

  for (let index = 0; index < lines.length; index++) {
    const line = lines[index] ?? '';
    const start = offset;
    const end = start + (line.endsWith('\r') ? line.length - 1 : line.length);
    offset += line.length + 1;
    const found = labels.get(index);
    // Without a blank line Markdown takes the text below a table for rows of it.
    const label = found?.is === 'row' && !line.includes('|') ? undefined : found;

    if (comment >= 0 || (line.trimStart().startsWith('<!--') && label?.is !== 'code')) {
      if (comment < 0) {
        close();
        comment = start;
        commentLine = index;
      }
      const closed = text.indexOf('-->', Math.max(comment + 4, start));
      if (closed < 0 || closed >= end) {
        if (index < lines.length - 1) continue;
      }
      blocks.push({
        kind: 'comment',
        at: comment,
        lineInChunk: commentLine,
        raw: text.slice(comment, end),
        depth: 0,
        bodyAt: 0,
      });
      comment = -1;
      continue;
    }
    if (label?.is === 'code') {
      if (open?.kind === 'code') open.end = end;
      else {
        close();
        open = { kind: 'code', at: start, line: index, depth: 0, bodyAt: 0, end, afterBlank: true };
      }
      continue;
    }
    if (line.trim() === '') {
      close(true);
      blankBefore = true;
      header = label?.is === 'row' ? header : null;
      continue;
    }
    if (label?.is === 'heading') {
      close();
      header = null;
      const last = Math.min(index + label.lines - 1, lines.length - 1);
      const raw = text.slice(start, end);
      const words = line.slice(0, end - start);
      const hashes = /^\s*#{1,6}\s*/.exec(words)?.[0].length ?? words.length - words.trimStart().length;
      const number = NUMBERED_HEADING.exec(words.slice(hashes));
      blocks.push({
        kind: 'heading',
        at: start,
        lineInChunk: index,
        raw,
        depth: label.depth,
        bodyAt: hashes + (number?.[0].length ?? 0),
        ...(number?.[1] ? { marker: number[1] } : {}),
      });
      for (; index < last; index++) offset += (lines[index + 1] ?? '').length + 1;
      continue;
    }
    if (line.includes('|') && DELIMITER_ROW.test(line)) continue;
    if (DRAWN_LINE.test(line)) {
      close();
      continue;
    }
    const cells =
      label?.is === 'row'
        ? label.cells.map((cell) => ({ start: cell.start - start, end: cell.end - start }))
        : (cellsOf(seen.slice(start, end)) ?? spaced.get(index));
    if (cells) {
      close();
      const table = label?.is === 'row' ? label.table : -1;
      const raw = text.slice(start, end);
      const beginsTable = label?.is === 'row' && DELIMITER_ROW.test(lines[index + 1] ?? '');
      const words: string[] | null = !beginsTable && isLaterRow(label, header !== null) ? null : wordsOf(raw, cells);
      // Below other rows, a row without its first cell goes on with the one above it.
      const goesOn = words?.[0] === '' && blocks.at(-1)?.kind === 'row';
      const isHeader = words !== null && (label?.is === 'row' || (!goesOn && words.every(mayHead)));
      blocks.push({
        kind: 'row',
        at: start,
        lineInChunk: index,
        raw,
        depth: 0,
        bodyAt: 0,
        cells,
        ...(!isHeader && header && header.table === table ? { header: header.cells } : {}),
      });
      if (words && isHeader) header = { cells: words, table };
      continue;
    }
    const afterBlank = blankBefore;
    blankBefore = false;
    const lead = line.length - line.trimStart().length;
    const body = line.slice(lead);
    const marker = BULLET.exec(body) ?? ORDINAL.exec(body);
    // "I." or "A." inside a wrapped paragraph is a sentence's end, not a marker.
    if (marker?.[1] && !(open?.kind === 'paragraph' && /^[A-Z]\.$/.test(marker[1]))) {
      close();
      const depth = label?.is === 'item' ? label.depth : Math.min(6, Math.floor(lead / 2));
      open = {
        kind: 'item',
        at: start,
        line: index,
        depth,
        marker: marker[1],
        bodyAt: lead + marker[0].length,
        end,
        afterBlank,
      };
      continue;
    }
    if (open && open.kind !== 'code') open.end = end;
    else {
      close();
      open = { kind: 'paragraph', at: start, line: index, depth: 0, bodyAt: lead, end, afterBlank };
    }
  }
  close(true);
  return { text, lines: lines.length - 1, blocks };
}

// "> 95%" at the head of a line is more than that much, and no quotation; "> 8.45am" is one.
const QUOTE_MARKS = /^ {0,3}(?:> ?){1,3}(?! ?\d(?!\d?(?:[.:]\d\d(?!\d|\s?%)|\s?[ap]\.?m\b)))/gm;

/** A text whose quotation marks are spaces: a page that was quoted whole reads as the page. */
function unquoted(text: string): string {
  return text.startsWith('>') || text.includes('\n>')
    ? text.replace(QUOTE_MARKS, (marks) => ' '.repeat(marks.length))
    : text;
}

/** A block apart from its place. Field by field: leaving two out of a copy costs more than all else that is done with it here. */
export function withoutPlace({ kind, raw, depth, bodyAt, marker, cells, header }: BlockInChunk): Block {
  const plain = kind === 'comment' ? raw.replace(/[^\n]/g, ' ') : plainOf(unquoted(raw));
  const block = { kind, raw, plain, depth, bodyAt, notes: [] };
  if (cells) return header ? { ...block, cells, header } : { ...block, cells };
  return marker === undefined ? block : { ...block, marker };
}

/** Whether a row is no header, whatever its cells say: its label tells, or one stands above it. */
function isLaterRow(label: Label | undefined, isHeaded: boolean): boolean {
  return label?.is === 'row' ? !label.header : isHeaded;
}

function wordsOf(raw: string, cells: readonly { start: number; end: number }[]): string[] {
  const plain = plainOf(raw);
  return cells.map(({ start, end }) => plain.slice(start, end).trim());
}

/** Whether a cell may stand in a header row: no figure, no label of its own row, no person. */
function mayHead(cell: string): boolean {
  return !/\d|:$/.test(cell) && !/^(?:mr|mrs|ms|miss|dr)\b/i.test(cell);
}

/** Cells of a row that only its pipes or tabs show; null when the line is no row. */
function cellsOf(line: string): { start: number; end: number }[] | null {
  const isItem = BULLET.test(line.trimStart()) || ORDINAL.test(line.trimStart());
  const separator =
    PIPE_ROW.test(line) || (!isItem && OPEN_ROW.test(line)) ? '|' : !isItem && line.trim().includes('\t') ? '\t' : null;
  if (!separator) return null;
  const cells: { start: number; end: number }[] = [];
  let from = line.trimStart().startsWith(separator) && separator === '|' ? line.indexOf('|') + 1 : 0;
  while (from <= line.length) {
    let to = line.indexOf(separator, from);
    // A code table has rows like "| \ | Present |": there the backslash is the code, not an escape.
    while (to > 0 && separator === '|' && line[to - 1] === '\\' && line[to - 2] !== ' ' && line[to - 2] !== '|')
      to = line.indexOf(separator, to + 1);
    if (to < 0) {
      if (separator === '\t' || line.slice(from).trim() !== '') cells.push({ start: from, end: line.length });
      break;
    }
    cells.push({ start: from, end: to });
    from = to + 1;
  }
  return cells;
}

/** A short line that stands alone, without a full stop, and says no clock time or figure of its own. */
function looksLikeHeading(raw: string): boolean {
  const text = raw.trim();
  if (BOLD_LINE.test(raw)) return true;
  if (text.length > 80 || text.length < 3 || /[.;,!?]$/.test(text)) return false;
  if (/@|\bhttps?:|www\.|(?<!\d)0\d[\d ]{8}/.test(text)) return false;
  if (/\d{1,2}[:.]\d{2}/.test(text) && !NUMBERED_HEADING.test(text)) return false;
  return /^[\p{L}\d(«"'“‘[]/u.test(text) && text.split(/\s+/).length <= 12;
}
