import { ABSENT, AFTER_CLOSE, HOLIDAY, LATE, POSSIBLE, UNAUTHORISED } from '../attendance/effect.ts';

/** Kinds of marks that `next` and `leaves` can name, by what they add: bits of effect.ts. */
export const ABSENCE = POSSIBLE | ABSENT;
export const UNAUTHORISED_ABSENCE = ABSENCE | UNAUTHORISED;
export const ATTENDED = POSSIBLE;
export const LATE_MARK = POSSIBLE | LATE;
export const LATE_AFTER_CLOSE = UNAUTHORISED_ABSENCE | AFTER_CLOSE;
export const HOLIDAY_MARK = UNAUTHORISED_ABSENCE | HOLIDAY;
