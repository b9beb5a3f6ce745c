import { matchesOf } from '../../../text/matches.ts';
import type { FactDraft } from '../reader.ts';
import { explains, isCode } from './code-words.ts';
import { tidy } from './rows.ts';

/** Lists that print the meaning first and the code behind it. */

/** "Illness - I", "Medical appointment: M", "Late (before 9.15)      L". */
const LINE =
  /^[\s>]*(?:[-*+•▪·●○◦]\s*|\d{1,2}[.)]\s+)?(?<meaning>[A-Za-z][^|=:\n]{2,80}?)(?:\s*[=:]\s*|\s+-+\s*|\s{3,}|\s*\.{3,}\s*)["'([]?(?<code>[/\\#]|[B-Z]\d?)["')\]]?[\s.;,]*$/;
/** "Illness = I, dentist = M": so in a sentence, where only this sign tells. */
const EQUALS =
  /(?:^|[,;:.]\s|\band\s)(?<meaning>[A-Za-z][^=,;:.\n]{2,60}?)\s*=\s*["']?(?<code>[/\\#]|[B-Z]\d?)["']?(?=\s*(?:[,;.]|\band\b|$))/g;

interface Reversed {
  readonly code: string;
  readonly meaning: string;
}

/** The meaning and the code of a line that ends in a code; null where its words do not explain it. */
export function reversedRow(line: string): Reversed | null {
  const { meaning = '', code = '' } = LINE.exec(line)?.groups ?? {};
  return isCode(code) && explains(code, meaning) ? { code, meaning } : null;
}

/** The code of such a line under the heading of a list, or beside another line of its kind; null otherwise. */
export function codeBehindMeaning(
  line: string,
  at: number,
  neighbours: readonly string[],
  listed: boolean,
): FactDraft | null {
  const row = reversedRow(line);
  if (!row || !(listed || neighbours.some((other) => reversedRow(other) !== null))) return null;
  const start = line.search(/\S/);
  const end = line.trimEnd().length;
  return {
    kind: 'code',
    code: row.code,
    meaning: tidy(row.meaning),
    confidence: 'likely',
    start: at + start,
    end: at + end,
  };
}

/** "Late = L, late after the register has closed = U." */
export function codesBehindEquals(words: string): (Reversed & { at: number })[] {
  if (!words.includes('=')) return [];
  return matchesOf(words, EQUALS).flatMap(({ index, 0: whole, groups }) => {
    const { meaning = '', code = '' } = groups ?? {};
    return isCode(code) && explains(code, meaning) ? [{ code, meaning, at: index + whole.lastIndexOf(code) }] : [];
  });
}
