import { matchesOf } from '../../../text/matches.ts';

/** The two marks of lateness beside the hours that they are given at, where nothing else says what they mean. */

export interface LetterBesideHour {
  readonly code: string;
  readonly at: number;
  readonly meaning: string;
}

/** "8.50 - 9.20: L.", "9.15am (U)". */
const BEHIND = /\d[:.]\d\d(?:\s?[ap]\.?m\.?)?\s?(?:[:=]\s?([LU])(?=\s*(?:[.,;)]|$))|\(([LU])\))/g;
/** "L from 8.50, U from 9.15", "L 8.50am-9.15am", "closed for L at 8.50": at the head of a clause, or behind what leads to a mark. */
const BEFORE =
  /(?:^\W{0,4}|[,;:.(|]\s{0,3}|\b(?:and|then|for|an?|is|an?|code|mark)\s)([LU])(?:\s?[:=]\s?|\s)(?:marks?\s)?(?:is\s|given\s)?(?:(?:from|after|until|till|up\sto|between|at)\s)?\d{1,2}[:.]\d\d/g;
/** "(L after this)", "(U from then on)". */
const THEREAFTER = /\(([LU])\s(?:after|from|beyond)\s(?:this|that|then|here|it)\b/g;

export function lettersBesideHours(words: string): LetterBesideHour[] {
  if (!/\d[:.]\d\d/.test(words) || !/\b[LU]\b/.test(words)) return [];
  return [BEHIND, BEFORE, THEREAFTER].flatMap((pattern) =>
    matchesOf(words, pattern).map(({ index, 0: whole, 1: code, 2: other }) => {
      const letter = code ?? other ?? '';
      const meaning = letter === 'L' ? 'late' : 'late after the register closes';
      return { code: letter, at: index + whole.search(/(?<![A-Za-z])[LU](?![A-Za-z])/), meaning };
    }),
  );
}
