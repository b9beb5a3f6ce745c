import type { Block } from '../../blocks.ts';
import type { FactDraft } from '../reader.ts';
import { explains, isCode } from './code-words.ts';

/** A code at the head of a line: `L = Late`, `L Late`, `LLate`, `Code G (holiday)`, `'N' - no reason yet`, `\ Present (pm)`. */
const ROW =
  /^[\s>]*(?:[-*+•▪·●○◦⇨►‣➢✓✔■□]\s*|\d{1,2}[.)]\s+)?(?<word>(?:attendance |register |absence )?codes?\s*:?\s*)?(?<quote>["'([]{0,2})(?<escape>\\(?=[\\#@!]))?(?<code>[/\\#@!]|[A-Z](?:\d{1,2})?)(?<unquote>["')\]]{0,2})(?<gap>\s*(?:[=:]|(?<=\s)-+|-+(?=\s)|is\b|means\b|for\b|\(|\.(?=\s))\s*|\s+|(?=[A-Z][a-z]))(?<meaning>\S.*)$/;
const SCENARIO =
  /\s(?=(?:The|A|An)\s(?:\w+\s)?(?:pupil|child|student|school|academy)\b|(?:Pupil|Child|Student|School|Academy|Where|When|It is|Year \d+)\s)/;
const CODE_COLUMN = /\bcode|\bmark\b|\bsymbol/i;
/** "Letter" heads a column of codes where the next one says what each means. */
const LETTER_COLUMN = /^\W*letters?\W*$/i;
const MEANING_COLUMN = /\bmean|\bstands?\b|\bdefin|\bdescri|\breason/i;
/** A wider row is no code list but damage. */
const MOST_CELLS = 40;
const LONGEST_MEANING = 120;

/** The codes of one row of a table: a cell that is a code, and the next one as its meaning. */
export function codesInRow(block: Block): FactDraft[] {
  const drafts: FactDraft[] = [];
  const cells = (block.cells ?? []).slice(0, MOST_CELLS);
  for (let index = 0; index < cells.length; index++) {
    const cell = cells[index];
    if (!cell) continue;
    const several = index === 0 ? severalIn(block, cell, cells[1]) : [];
    if (several.length > 0) return several;
    const token = tokenIn(block.plain, cell.start, cell.end);
    if (!token) drafts.push(...codesOfCell(block, cell));
    if (!token || !isCode(token.code)) continue;
    const meaningCell = cells[index + 1];
    const reversed = index > 0 ? behindItsMeaning(block, cells[index - 1], token, index) : null;
    if (reversed && !(meaningCell && explains(token.code, block.plain.slice(meaningCell.start, meaningCell.end)))) {
      drafts.push(reversed);
      continue;
    }
    const timed = besideItsHours(block, cells, index, token);
    if (timed) {
      drafts.push(timed);
      continue;
    }
    if (!meaningCell) continue;
    const meaning = tidy(block.plain.slice(meaningCell.start, meaningCell.end));
    if (!/[A-Za-z]{3}/.test(meaning)) continue;
    const known = explains(
      token.code,
      cells
        .slice(index + 1, index + 4)
        .map((c) => block.plain.slice(c.start, c.end))
        .join(' '),
    );
    const [head = '', next = ''] = block.header?.slice(index, index + 2) ?? [];
    const column = CODE_COLUMN.test(head) || (LETTER_COLUMN.test(head) && MEANING_COLUMN.test(next));
    if (!known && !column) continue;
    drafts.push({
      kind: 'code',
      code: token.code,
      meaning,
      confidence: known ? 'certain' : 'likely',
      start: token.start,
      end: meaningCell.end - trailing(block.plain, meaningCell.start, meaningCell.end),
    });
  }
  return drafts;
}

/** "| Illness | I |", under "Reason" and "Code": the meaning stands in the cell before. */
function behindItsMeaning(
  block: Block,
  before: { start: number; end: number } | undefined,
  token: { code: string; start: number },
  index: number,
): FactDraft | null {
  const words = before ? block.plain.slice(before.start, before.end) : '';
  const head = block.header?.[index] ?? '';
  if (!explains(token.code, words) || !(CODE_COLUMN.test(head) || LETTER_COLUMN.test(head))) return null;
  const end = token.start + token.code.length;
  return { kind: 'code', code: token.code, meaning: tidy(words), confidence: 'likely', start: token.start, end };
}

const HOUR = /\d[:.]\d\d/;

/** "| L | 8.50 to 9.15 |", "| 8.50 to 9.15 | L |" in a table of codes: which of the two marks of lateness, its hours say. */
function besideItsHours(
  block: Block,
  cells: readonly { start: number; end: number }[],
  index: number,
  token: { code: string; start: number },
): FactDraft | null {
  if (!/^[LU]$/.test(token.code) || !CODE_COLUMN.test(block.header?.[index] ?? '')) return null;
  const hours = [cells[index + 1], cells[index - 1]]
    .map((cell) => (cell ? block.plain.slice(cell.start, cell.end) : ''))
    .find((words) => HOUR.test(words) && !/[A-Za-z]{6}/.test(words));
  if (hours === undefined) return null;
  const meaning = tidy(`${token.code === 'L' ? 'late' : 'late after the register closes'} ${hours}`);
  return { kind: 'code', code: token.code, meaning, confidence: 'likely', start: token.start, end: token.start + 1 };
}

/** "| /Present (AM) | LLate |": cells that hold a code and its meaning. */
function codesOfCell(block: Block, { start, end }: { start: number; end: number }): FactDraft[] {
  const words = block.plain.slice(start, Math.min(end, start + LONGEST_MEANING));
  const both = bothPresent(words, start);
  const found = both.length > 0 ? null : codeOfLine(words, start, false);
  return found ? [found] : both;
}

const SEVERAL = /^\s*(?:codes?\s+)?([/\\]|[A-Z]\d?)(?:\s*(?:,|and|or|&|to|-)\s*|\s+|(?<=\/)(?=\\))([/\\]|[A-Z]\d?)\s*$/;

/** A cell of two codes: "/ \\", "Y1 to Y7" (of a span its ends are printed). */
function severalIn(block: Block, cell: { start: number; end: number }, next: typeof cell | undefined): FactDraft[] {
  const words = block.plain.slice(cell.start, cell.end);
  const match = SEVERAL.exec(words);
  if (!match || !next) return [];
  const meaning = tidy(block.plain.slice(next.start, next.end));
  const found = [match[1] ?? '', match[2] ?? ''];
  if (!/[A-Za-z]{3}/.test(meaning) || found[0] === found[1] || !found.every(isCode)) return [];
  if (!found.some((code) => explains(code, meaning)) && !CODE_COLUMN.test(block.header?.[0] ?? '')) return [];
  return found.map((code, index) => {
    const start = cell.start + (index === 0 ? words.indexOf(code) : words.lastIndexOf(code));
    return { kind: 'code', code, meaning, confidence: 'likely', start, end: start + code.length };
  });
}

const BOTH_PRESENT =
  /^[\s>]*(?:[-*+•▪·●○◦]\s*)?(?:(?:[a-z][a-z ]*)?codes?\s*(?::\s*)?)?(\/)\s*(?:(?:and|or|,|&)\s*)?(\\)(?=[\s:=-]|[A-Z(])/i;

/** "/ \\ Present": the marks of both sessions in one row. */
export function bothPresent(line: string, at: number): FactDraft[] {
  const match = BOTH_PRESENT.exec(line);
  if (!match) return [];
  const rest = tidy(line.slice(match[0].length));
  const mark = (code: string, half: string): FactDraft => {
    const start = at + line.indexOf(code);
    return { kind: 'code', code, meaning: tidy(`${rest} (${half})`), confidence: 'likely', start, end: start + 1 };
  };
  return [mark('/', 'morning'), mark('\\', 'afternoon')];
}

/** A code alone on its line, explained by the next one, as broken tables have it; null otherwise. */
export function codeAlone(line: string, next: string, at: number): FactDraft | null {
  const token = tokenIn(line.replaceAll('|', ' '), 0, line.length);
  const words = next.replaceAll('|', ' ').trim();
  if (!token || !isCode(token.code) || !/^[A-Z(]/i.test(words) || !explains(token.code, words.slice(0, 80)))
    return null;
  const start = at + token.start;
  return {
    kind: 'code',
    code: token.code,
    meaning: tidy(meaningOf(words, '')),
    confidence: 'likely',
    start,
    end: start + token.code.length,
  };
}

/** The codes of a line of a list: "L = arrived by 9.15; U = arrived after" is two. None when it is an ordinary sentence. */
export function codesOfLine(line: string, at: number, listed: boolean): FactDraft[] {
  const drafts: FactDraft[] = [];
  for (let from = 0; drafts.length < MOST_CELLS; ) {
    const next = NEXT.exec(line.slice(from));
    const end = next ? from + next.index : line.length;
    const draft = codeOfLine(line.slice(from, end), at + from, listed);
    if (draft) drafts.push(draft);
    if (!draft || !next) break;
    from = end + (JOINT.exec(line.slice(end, end + 12))?.[0].length ?? 0);
  }
  return drafts;
}

/** The code that a line of a list or a run-on table begins with; null when the line is an ordinary sentence. */
export function codeOfLine(line: string, at: number, listed: boolean): FactDraft | null {
  const groups = ROW.exec(line)?.groups;
  if (!groups) return null;
  const { word = '', quote = '', code = '', unquote = '', gap = '', meaning: rest = '' } = groups;
  if (!isCode(code)) return null;
  const bare = word === '' && quote === '' && unquote === '' && /^\s*$/.test(gap);
  const meaning = tidy(meaningOf(rest, gap));
  // "I am", "A pupil", "C of E": with nothing but a space between, the words must be the code's own, and no sentence.
  if (bare && !startsLikeMeaning(code, rest, gap === '')) return null;
  const known = explains(code, rest);
  // "D is for Data": an alphabet of attendance, not of codes.
  if (!known && word === '' && (!listed || bare || /\bis\b|\bfor\b/.test(gap))) return null;
  // "Q - What about …?" asks.
  if (!/[A-Za-z]{3}/.test(meaning) || /\?\s*$/.test(rest)) return null;
  const start = line.indexOf(code, line.indexOf(word === '' ? `${quote}${code}` : word) + word.length + quote.length);
  return {
    kind: 'code',
    code,
    meaning,
    confidence: known && (!bare || listed) ? 'certain' : 'likely',
    start: at + start,
    end: at + line.trimEnd().length,
  };
}

const NEXT =
  /;\s{0,3}["']?(?:[A-Z]\d?|[/\\#])["']?\s{0,3}[=:]\s|(?:,\s{1,3}(?:and\s{1,3})?|\s{1,3}and\s{1,3})["']?(?:[B-Z]\d?|[/\\#])["']?\s{1,3}(?:=|means|stands|is|for|after|from|until|before)(?=[\s.])|(?<=[A-Za-z)])\s\\(?=\s?(?:[Pp]resent|\())/;
const JOINT = /^[;,]?\s{0,3}(?:and\s{1,3})?/;

function startsLikeMeaning(code: string, rest: string, isGlued: boolean): boolean {
  const first = /^\(?[A-Za-z/-]+/.exec(rest)?.[0] ?? '';
  if (
    /^(?:am|was|have|had|will|would|can|do|did|think|of|the|if|in|we|understand|agree|confirm|give|know)$/i.test(first)
  )
    return false;
  // "JApproved …": no sentence begins so, and its own words may come late.
  return (
    explains(code, isGlued && MARK.test(code) ? firstWords(rest) : rest.slice(0, isGlued ? 110 : 60)) &&
    (/^[(A-Z]/.test(rest) || MARK.test(code) || code.length > 1)
  );
}

const MARK = /^[/\\#@!]$/;

/** "#School closed", and no path ("/Policies/attendance") or name ("@HilltopSchool"). */
function firstWords(rest: string): string {
  return /^[A-Z][a-z]+(?:\s[A-Za-z(]+)?(?![\w/])/.exec(rest)?.[0] ?? '';
}

function meaningOf(rest: string, gap: string): string {
  if (gap.includes('(')) return rest.replace(/\)\s*(?:[.,;]\s*)?$/, '').replace(/\),?\s+and$/, '');
  // A run-on table row has its scenario behind its title: "Late arrival The pupil comes in late …".
  const scenario = SCENARIO.exec(rest.slice(3));
  return scenario && scenario.index > 0 ? rest.slice(0, scenario.index + 3) : rest;
}

/** A cell that is a code; Markdown may have written a backslash before its mark. */
function tokenIn(plain: string, start: number, end: number): { code: string; start: number } | null {
  const text = plain.slice(start, end);
  const found = /^\s*(?:code\s+)?["'(]?\\?([/\\#@!]|[A-Z](?:\d{1,2})?)["')]?[\s.:]*$/i.exec(text);
  const code = found?.[1];
  if (!code) return null;
  return { code: code.toUpperCase(), start: start + text.lastIndexOf(code) };
}

function trailing(plain: string, start: number, end: number): number {
  const text = plain.slice(start, end);
  return text.length - text.trimEnd().length;
}

/** One line of words, without the list's own full stop, at most LONGEST_MEANING units. */
export function tidy(words: string): string {
  const text = words
    .replace(/\s+/g, ' ')
    .replace(/^[\s:;=-]+/, '')
    .replace(/(?<![\s.;,])[\s.;,]+$/, '')
    .trim();
  return text.length <= LONGEST_MEANING ? text : `${text.slice(0, LONGEST_MEANING - 1).replace(/\s\S*$/, '')}…`;
}

/** A line that looks like a heading of Markdown. */
const HASH = /^\s*#\s*(?=\S)/;
const OF_CLOSURE = /\bplanned\b|\bclos/i;
const SURELY_CLOSURE = /^planned (?:whole|partial|part|school|closure)|^(?:school )?closed to (?:all )?pupils/i;

/** "# Planned whole school closure" among code rows, and not "# Holidays in term time", a heading. */
export function isHeadingNotCode(line: string, before: string, after: string): boolean {
  const hash = HASH.exec(line);
  if (!hash) return false;
  const meaning = line.slice(hash[0].length);
  if (SURELY_CLOSURE.test(meaning) || isRow(after)) return false;
  return !(OF_CLOSURE.test(meaning) && isRow(before));
}

function isRow(line: string): boolean {
  const words = line.slice(0, LONGEST_MEANING);
  return !HASH.test(words) && (codeOfLine(words, 0, false) !== null || bothPresent(words, 0).length > 0);
}
