import type { SessionOfDay } from '#core/attendance/pupil.ts';
import type { CellContent } from './cell.ts';

/** A mark that a picture stands for and nothing names: no code of the register, so the engine asks instead of guessing. */
export const UNREAD_MARK = '?';

/** The letters that registers in England print, past ones and signs for "no mark" too; what they mean is not decided here. */
const CODE = /^(?:[/\\LBKPVWCEIMRSTGNOUDQXZHJYF#@.-]|C[12]|J1|Y[1-7])$/i;
const CODE_THEN_WORDS = /^(C[12]|J1|Y[1-7]|[/\\A-Z#])\s*(?:[-–—:=]|\()\s*\p{L}/u;
const WORDS_THEN_CODE = /\p{L}[^()]{2,60}\((C[12]|J1|Y[1-7]|[/\\A-Z#])\)$/u;
/** An option of a select: "L Late before the register closed". */
const CODE_BEFORE_WORDS = /^(C[12]|J1|Y[1-7]|[/\\A-Z#]) \p{L}{3}/u;
const NAMED_CODE = /\bcode:? (C[12]|J1|Y[1-7]|[/\\A-Z#])$/i;
const PRESENT_WORDS = /^(?:present|✓|✔|☑)(?:[ :,-]{0,3}(?:am|pm|morning|afternoon))?$/i;
const TWO_CODES = /^(C[12]|J1|Y[1-7]|[/\\A-Z#@.-])[\s,|]*(C[12]|J1|Y[1-7]|[/\\A-Z#@.-])$/i;

/** Whether a text is one register code. */
export function isCode(text: string): boolean {
  return CODE.test(text);
}

/** The code that a cell shows for one session: null for a blank cell, undefined when its text is no mark at all. */
export function markIn(cell: CellContent, session: SessionOfDay | null): string | null | undefined {
  if (cell.from === 'blank') return null;
  if (cell.from === 'picture') return UNREAD_MARK;
  const text = cell.text;
  // A dash of any length is no mark.
  if (/^[–—−]$/.test(text)) return '-';
  if (isCode(text)) return text.toUpperCase();
  const described = (CODE_THEN_WORDS.exec(text) ?? WORDS_THEN_CODE.exec(text))?.[1];
  if (described) return described;
  const chosen = (cell.from === 'choice' ? CODE_BEFORE_WORDS.exec(text) : NAMED_CODE.exec(text))?.[1];
  if (chosen) return chosen.toUpperCase();
  // Which stroke it is matters to nobody who counts: both mean present.
  if (PRESENT_WORDS.test(text)) return session === 'PM' ? '\\' : '/';
  return undefined;
}

/** The two codes of a cell that shows a whole day, morning first; null when it does not. */
export function dayMarksIn(cell: CellContent): [string, string] | null {
  const found = TWO_CODES.exec(cell.text);
  const [first, second] = [found?.[1], found?.[2]];
  return first && second && isCode(first) && isCode(second) ? [first.toUpperCase(), second.toUpperCase()] : null;
}
