import { isInForce, registerCode } from '../guidance/codes.ts';

/** What one mark adds to the counts, as bits, so that a year of marks is summed without making objects. */
export const POSSIBLE = 1;
export const ABSENT = 2;
export const UNAUTHORISED = 4;
/** Code L: late, before the register closed. */
export const LATE = 8;
/** Code U: after the register closed. */
export const AFTER_CLOSE = 16;
/** Code G. */
export const HOLIDAY = 32;
/** Code N. */
export const NO_REASON_YET = 64;
/** Code X: the pupil was not of compulsory school age. */
export const NOT_COMPULSORY = 128;

/** No mark was made: blank, '-', '.', '@'. */
export const NO_MARK = -1;
/** A code that was not in force on its day, or that no edition knows. */
export const UNKNOWN = -2;

/** Everything that a mark of an unknown code may have meant. */
export const ANY_EFFECT: readonly number[] = [
  0,
  POSSIBLE,
  POSSIBLE | LATE,
  POSSIBLE | ABSENT,
  POSSIBLE | ABSENT | UNAUTHORISED,
  POSSIBLE | ABSENT | UNAUTHORISED | AFTER_CLOSE,
  POSSIBLE | ABSENT | UNAUTHORISED | HOLIDAY,
  POSSIBLE | ABSENT | UNAUTHORISED | NO_REASON_YET,
];

const NO_MARKS = new Set(['', '-', '.', '@']);

/** The bits of the code on its day, or NO_MARK, or UNKNOWN. */
export function effectOf(code: string, day: string): number {
  const known = registerCode(code) ?? registerCode(code.trim().toUpperCase());
  if (!known) return NO_MARKS.has(code.trim()) ? NO_MARK : UNKNOWN;
  if (!isInForce(known, day)) return UNKNOWN;
  switch (known.class) {
    case 'present':
      return known.code === 'L' ? POSSIBLE | LATE : POSSIBLE;
    case 'educational':
      return POSSIBLE;
    case 'authorised':
      return POSSIBLE | ABSENT;
    case 'unauthorised':
      return POSSIBLE | ABSENT | UNAUTHORISED | reasonBit(known.code);
    case 'notPossible':
      return known.code === 'X' ? NOT_COMPULSORY : 0;
    case 'notCollected':
      return 0;
  }
}

function reasonBit(code: string): number {
  return code === 'G' ? HOLIDAY : code === 'N' ? NO_REASON_YET : code === 'U' ? AFTER_CLOSE : 0;
}
