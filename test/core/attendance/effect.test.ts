import { describe, expect, it } from 'vitest';
import {
  ABSENT,
  AFTER_CLOSE,
  effectOf,
  HOLIDAY,
  LATE,
  NO_MARK,
  NO_REASON_YET,
  NOT_COMPULSORY,
  POSSIBLE,
  UNAUTHORISED,
  UNKNOWN,
} from '#core/attendance/effect.ts';

const ABSENCE = POSSIBLE | ABSENT;

describe('what a code counts for on a day', () => {
  it.each<[string, string, number]>([
    ['present in the morning', '/', POSSIBLE],
    ['late before the register closes is present and late', 'L', POSSIBLE | LATE],
    ['an educational visit', 'V', POSSIBLE],
    ['illness', 'I', ABSENCE],
    ['absence without a reason', 'O', ABSENCE | UNAUTHORISED],
    ['after the register has closed', 'U', ABSENCE | UNAUTHORISED | AFTER_CLOSE],
    ['a holiday not granted', 'G', ABSENCE | UNAUTHORISED | HOLIDAY],
    ['no reason yet', 'N', ABSENCE | UNAUTHORISED | NO_REASON_YET],
    ['not of compulsory school age', 'X', NOT_COMPULSORY],
    ['unable to attend', 'Y2', 0],
    ['school closed to pupils', '#', 0],
    ['not yet on roll', 'Z', 0],
    ['a small letter', 'o', ABSENCE | UNAUTHORISED],
    ['a code between blanks', ' n ', ABSENCE | UNAUTHORISED | NO_REASON_YET],
    ['two characters in small letters', 'y2', 0],
    ['nothing', '', NO_MARK],
    ['a blank', '  ', NO_MARK],
    ['a hyphen between blanks', ' - ', NO_MARK],
    ['a letter that is no code', '€', UNKNOWN],
  ])('%s', (_, code, effect) => {
    expect(effectOf(code, '2026-09-01')).toBe(effect);
  });

  it('a code that came later is unknown before', () => {
    expect(effectOf('Y2', '2024-08-18')).toBe(UNKNOWN);
    expect(effectOf('Y2', '2024-08-19')).toBe(0);
  });
});
