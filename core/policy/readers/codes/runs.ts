import { matchesOf } from '../../../text/matches.ts';
import type { FactDraft } from '../reader.ts';
import { explains, isCode } from './code-words.ts';
import { tidy } from './rows.ts';

/** A letter or mark that stands by itself before words of its own. */
const ENTRY = /(?<![A-Za-z0-9'"£&/\\])([/\\#]|[A-Z]\d?)\s{1,3}(?=[A-Z(])/g;
/** Page numbers and leader dots between the entries. */
const LEADER = /[\s.]{0,110}\d{0,3}\s{0,20}$/;
/** Fewer may be initials; so many, each with its own words behind it, are a list of codes. */
const FEWEST = 6;
const LONGEST_MEANING = 110;

/** The codes of a list that lost its lines ("… C Other circumstances D Dual registered E Excluded …"); none where it is no list. */
export function codesInRun(line: string, at: number): FactDraft[] {
  const entries = [...line.matchAll(ENTRY)].filter((match) => isCode(match[1] ?? ''));
  if (entries.length < FEWEST) return [];
  const drafts = entries.flatMap((match, index): FactDraft[] => {
    const code = match[1] ?? '';
    const from = match.index + match[0].length;
    const to = Math.min(entries[index + 1]?.index ?? line.length, from + LONGEST_MEANING);
    const meaning = line.slice(from, to).replace(LEADER, '');
    if (!explains(code, meaning)) return [];
    return [
      {
        kind: 'code',
        code,
        meaning: tidy(meaning),
        confidence: 'likely',
        start: at + match.index,
        end: at + from + meaning.trimEnd().length,
      },
    ];
  });
  const distinct = new Set(drafts.map((draft) => (draft.kind === 'code' ? draft.code : '')));
  return distinct.size >= FEWEST ? drafts : [];
}

/** "L present but late" under its like: a code, a space and a meaning in small letters. */
const SMALL = /^[\s>]*(?:[-*+•▪·●○◦]\s*)?(?<code>[/\\#]|[A-Z]\d?)\s+(?<meaning>[a-z][a-z -]{2}.*)$/;
const OF_A_MARK = /^(?:absent|present|authori[sz]ed|unauthori[sz]ed|late|approved|attending|pupil|not)\b/;
const FEWEST_LINES = 3;

/** For each line its code, where it begins with one and goes on in small letters, and so many do that they are no sentences. */
export function codesInSmallLetters(lines: readonly string[], listed: boolean): (FactDraft | undefined)[] {
  let at = 0;
  let known = 0;
  const drafts = lines.map((line): FactDraft | undefined => {
    const start = at;
    at += line.length + 1;
    const row = smallRow(line);
    if (!row || !(row.explained || OF_A_MARK.test(row.meaning) || (listed && row.code !== 'I'))) return undefined;
    if (row.explained) known++;
    return rowFact(line, start, row);
  });
  return known >= FEWEST_LINES ? drafts : [];
}

/** "- O away without a good reason" as an item between two others of its kind, or under the heading of such a list. */
export function codesAmongLike(
  line: string,
  neighbours: readonly string[],
  listed: boolean,
): (FactDraft | undefined)[] {
  const row = smallRow(line) ?? colonRow(line);
  if (!row) return [];
  const others = neighbours.flatMap((other) => smallRow(other) ?? colonRow(other) ?? []);
  const like = others.filter(({ explained }) => explained).length;
  const enough = row.explained
    ? like > 0 || (listed && others.length > 0)
    : row.code !== 'I' && (like === 2 || (listed && like === 1));
  return enough ? [rowFact(line, 0, row)] : [];
}

interface Row {
  readonly code: string;
  readonly meaning: string;
  readonly explained: boolean;
}

function smallRow(line: string): Row | null {
  const { code = '', meaning = '' } = SMALL.exec(line)?.groups ?? {};
  return isCode(code) ? { code, meaning, explained: explains(code, meaning) } : null;
}

/** "C1: performing". */
const COLON = /^[\s>]*(?:[-*+•▪·●○◦]\s*)?(?<code>[/\\#]|[A-Z]\d?)\s?[:=]\s*(?<meaning>[A-Za-z].{2,140})$/;

function colonRow(line: string): Row | null {
  const { code = '', meaning = '' } = COLON.exec(line)?.groups ?? {};
  return isCode(code) ? { code, meaning, explained: explains(code, meaning) } : null;
}

function rowFact(line: string, at: number, { code, meaning }: Row): FactDraft {
  const end = at + line.trimEnd().length;
  return { kind: 'code', code, meaning: tidy(meaning), confidence: 'likely', start: at + line.indexOf(code), end };
}

/** "/ here in the morning \\ here in the afternoon L late but the register still open": the same without its lines. */
const SMALL_ENTRY = /(?<![A-Za-z0-9'"£&/\\])([/\\#]|[A-Z]\d?)\s{1,3}(?=[a-z])/g;
const BEGINS_SO = /^[\s>]*(?:[-*+•▪·●○◦]\s*)?(?:[/\\#]|[A-Z]\d?)\s{1,3}[a-z]/;

/** The codes of a line that begins with one and goes on from code to code; none where fewer explain themselves. */
export function codesInSmallRun(line: string, at: number): FactDraft[] {
  if (!BEGINS_SO.test(line)) return [];
  const entries = matchesOf(line, SMALL_ENTRY);
  const drafts = entries.flatMap((match, index): FactDraft[] => {
    const code = match[1] ?? '';
    const from = match.index + match[0].length;
    const meaning = line.slice(from, Math.min(entries[index + 1]?.index ?? line.length, from + LONGEST_MEANING));
    // "I think", "A pupil": a word.
    const known = isCode(code) && explains(code, meaning.slice(0, code === 'I' ? 12 : LONGEST_MEANING));
    if (!known) return [];
    const end = at + from + meaning.trimEnd().length;
    return [{ kind: 'code', code, meaning: tidy(meaning), confidence: 'likely', start: at + match.index, end }];
  });
  return drafts.length >= FEWEST_LINES && drafts.length === entries.length ? drafts : [];
}

const TOGETHER =
  /^[\s>]*(?:[-*+•▪·●○◦]\s*)?((?:[A-Z]\d?(?:,?\s{1,3}(?:(?:and|or|to)\s{1,3})?|\s?[/&]\s?)){2,10})(?=[:=a-z-])/;
const FEWEST_TOGETHER = 3;

/** "Y1 Y2 Y3 unavoidable causes": codes that share one meaning. */
export function codesTogether(line: string, at: number, listed: boolean): FactDraft[] {
  const head = TOGETHER.exec(line)?.[1];
  if (!head) return [];
  const codes = matchesOf(head, /[A-Z]\d?/g).map(({ index, 0: code }) => ({ code, start: line.indexOf(head) + index }));
  const meaning = tidy(line.slice(line.indexOf(head) + head.length));
  if (codes.length < (listed ? 2 : FEWEST_TOGETHER) || !codes.every(({ code }) => isCode(code))) return [];
  if (!listed && !codes.some(({ code }) => explains(code, meaning))) return [];
  return codes.map(({ code, start }) => ({
    kind: 'code',
    code,
    meaning,
    confidence: 'likely',
    start: at + start,
    end: at + start + code.length,
  }));
}

const FEWEST_PARTS = 4;
const FEWEST_OF_ALL = { ';': 2, ',': 3 } as const;

/** "B off site; C leave agreed; D dual registered", "Codes: L late, I illness, M medical, …": a list that strokes or commas part. */
export function codesBetweenStrokes(line: string, at: number): FactDraft[] {
  const joint = line.includes(';') ? ';' : line.includes(',') ? ',' : null;
  if (!joint || line.length > LONGEST_LIST) return [];
  const lead = LEAD.exec(line)?.[0].length ?? 0;
  let from = lead;
  const parts = line.slice(lead).split(joint);
  const rows = parts.flatMap((part): { row: Row; start: number; end: number }[] => {
    const start = from + (part.length - part.trimStart().length);
    from += part.length + 1;
    const row = smallRow(part.trimStart().replace(/\.\s*$/, ''));
    return row ? [{ row, start: at + start, end: at + Math.min(from - 1, line.length) }] : [];
  });
  const explained = rows.filter(({ row }) => row.explained).length;
  // "L late; U very late": two are enough where there is nothing else.
  if (explained < (explained === parts.length ? FEWEST_OF_ALL[joint] : FEWEST_PARTS)) return [];
  // Commas part other things too: there nearly all must be codes.
  if (joint === ',' && rows.length < parts.length * MOSTLY) return [];
  return rows.map(({ row: { code, meaning }, start, end }) => ({
    kind: 'code',
    code,
    meaning: tidy(meaning),
    confidence: 'likely',
    start,
    end,
  }));
}

const LEAD = /^[^:;,]{0,60}:\s(?=[A-Z/\\#])/;
const LONGEST_LIST = 4000;
const MOSTLY = 0.75;
