import type { Confidence, TimeField } from '../../schema.ts';

/** What a time is for before it is said of which half of the day. */
export type Role =
  | 'gatesOpen'
  | 'gatesClose'
  | 'arriveBy'
  | 'schoolDayStart'
  | 'schoolDayEnd'
  | 'registerOpens'
  | 'registerMarkedBy'
  | 'registerCloses'
  | 'reportAbsenceBy'
  | 'firstDayContactFrom'
  | 'breakStart'
  | 'lunchStart'
  | 'lunchEnd';

/** Why a time was given its role: by what becomes of the pupil, as the end of the late window, by a verb, by a mere label, or for want of better. */
export type Ground = 'consequence' | 'window' | 'verb' | 'label' | 'guess';

/** One reading of one clock time: what `refine` weighs and facts are made of. Offsets count in the block. */
export interface TimeReading {
  readonly role: Role;
  readonly field: TimeField;
  readonly minutes: number;
  readonly ground: Ground;
  readonly confidence: Confidence;
  readonly scope?: string;
  readonly start: number;
  readonly end: number;
}
