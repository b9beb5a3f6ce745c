import type { Day } from '#core/attendance/day.ts';
import { headerFingerprint, type Lesson, routeOf, type TaughtField, type TaughtPeriod } from '../reading/taught.ts';
import type { CountUnit } from '../reading/words.ts';
import type { Candidate } from './candidates.ts';

/** What someone has said so far. */
export interface Draft {
  /** For each column of the candidate, in order. */
  fields: readonly (TaughtField | null)[];
  unit: CountUnit | null;
  period: TaughtPeriod;
}

/** Where a lesson is given. */
export interface Place {
  /** "https://hartsmere.mis.example", of the frame that holds the table. */
  origin: string;
  address: string;
  today: Day;
}

/** The draft with which the window opens: what the recogniser takes the columns for. */
export function firstDraft({ columns }: Candidate): Draft {
  return { fields: columns.map(({ guess }) => guess), unit: null, period: { kind: 'on-page' } };
}

/** The draft with one column said to be something; a pupil is named by one column, and other fields stand once too. */
export function withField(draft: Draft, at: number, field: TaughtField | null): Draft {
  const once = field !== null && field !== 'mark';
  return {
    ...draft,
    fields: draft.fields.map((had, index) => (index === at ? field : once && had === field ? null : had)),
  };
}

/** What is still to be said; null when the lesson can be kept. */
export function stillWanted({ fields, unit, period }: Draft): string | null {
  const has = (field: TaughtField): boolean => fields.includes(field);
  if (!has('name') && !(has('surname') && has('forename'))) return 'Point at the column that names the pupils.';
  if (!has('mark') && !has('percent') && !has('possible') && !has('attended')) {
    return 'Say which columns hold the marks, the percentage, or the sessions possible and attended.';
  }
  if (unit === null) return 'Say what the figures count.';
  return period.kind === 'since' && period.from === '' ? 'Say on which day the figures begin.' : null;
}

/** The lesson of a finished draft; null while something is wanted. */
export function lessonOf(
  { matrix, columns }: Candidate,
  draft: Draft,
  { origin, address, today }: Place,
): Lesson | null {
  const { fields, unit, period } = draft;
  if (stillWanted(draft) !== null || unit === null) return null;
  return {
    origin,
    route: routeOf(address),
    headers: headerFingerprint(matrix),
    columns: columns.flatMap(({ key, nth }, at) => {
      const field = fields[at];
      return field ? [{ heading: key, nth, field }] : [];
    }),
    unit,
    period,
    taughtOn: today,
  };
}
