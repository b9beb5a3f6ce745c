import type { Day } from '#core/attendance/day.ts';
import type { Basis } from './basis.ts';
import type { Column } from './columns.ts';
import { longDay, readWrittenDay, schoolYearStart } from './days.ts';
import type { Matrix } from './matrix.ts';
import { looksLikeName } from './names.ts';
import type { PeriodReading } from './period.ts';
import { type CountUnit, FIGURES, headingMeaning, normalise } from './words.ts';

/** What an officer can say that a column holds. "mark": the marks of a session, in one column or in many. */
export const TAUGHT_FIELDS = [
  'name',
  'surname',
  'forename',
  'id',
  'year',
  'possible',
  'attended',
  'absent',
  'authorised',
  'unauthorised',
  'late',
  'percent',
  'date',
  'session',
  'mark',
] as const;
export type TaughtField = (typeof TAUGHT_FIELDS)[number];

/** Which days the figures cover: as the page says each time, the school year so far, or from a day until now. */
export type TaughtPeriod = { kind: 'on-page' } | { kind: 'school-year' } | { kind: 'since'; from: Day };

/** One column that the officer pointed at, by its heading; `nth` tells equal headings apart, from 0. */
interface TaughtColumn {
  heading: string;
  nth: number;
  field: TaughtField;
}

/** What an officer said once of a page. It holds headings that were pointed at, and nothing of any row. */
export interface Lesson {
  /** "https://hartsmere.mis.example". */
  origin: string;
  /** The address without what changes from pupil to pupil; see `routeOf`. */
  route: string;
  /** A fingerprint of all headings: when they change, the lesson no longer holds. */
  headers: string;
  columns: readonly TaughtColumn[];
  unit: CountUnit;
  period: TaughtPeriod;
  taughtOn: Day;
}

/** The columns as taught, or why the table does not fit what was taught. */
export type TaughtReading = { columns: Column[] } | { misfit: string };

/** Whether a lesson was given for exactly the headings of this table. */
export function fits({ headers }: Lesson, matrix: Matrix): boolean {
  return headers === headerFingerprint(matrix);
}

/** Whether a table shows most of the headings of a lesson, so that it is likely the taught one with its headings changed. */
export function resembles({ columns }: Lesson, matrix: Matrix): boolean {
  const shown = new Set(matrix.headings.map(headingKey));
  const still = columns.filter(({ heading }) => shown.has(heading)).length;
  return columns.length > 0 && still * 2 >= columns.length;
}

/** The columns of a table in the words of a lesson; a column that was not pointed at says nothing. */
export function taughtColumns(lesson: Lesson, matrix: Matrix, own: readonly Column[]): TaughtReading {
  const seen = new Map<string, number>();
  const columns = own.map((column): Column => {
    const heading = headingKey(matrix.headings[column.index] ?? []);
    const nth = heading === DATED ? 0 : (seen.get(heading) ?? 0);
    seen.set(heading, nth + 1);
    const field = lesson.columns.find((taught) => taught.heading === heading && taught.nth === nth)?.field;
    return { ...column, meaning: field ?? 'other' };
  });
  const against = columns.find((column) => contradicts(column, matrix));
  return against
    ? { misfit: `The column “${against.heading}” no longer holds what was taught. Teach this page again.` }
    : { columns };
}

/** The unit as taught, unless the page itself says that it counts something else than sessions. */
export function taughtBasis({ unit }: Lesson, page: Basis | null): Basis {
  return page && page.unit !== 'sessions' ? page : { unit, words: `${unit}, as taught` };
}

/** The period as taught, unless the page itself says otherwise. */
export function taughtPeriod({ period }: Lesson, page: PeriodReading, today: Day, asAt: Day | null): PeriodReading {
  if (period.kind === 'on-page') return page;
  const to = asAt ?? today;
  const from = period.kind === 'since' ? period.from : schoolYearStart(to);
  if ('found' in page) {
    return page.found.from === from || (period.kind === 'school-year' && page.found.from <= addMonth(from))
      ? page
      : { missing: `The page now shows ${page.found.words}, which is not the period that was taught.` };
  }
  if (page.states) return page;
  return from <= to
    ? { found: { from, to, words: `${longDay(from)} to ${longDay(to)}, as taught` } }
    : { missing: 'The taught period begins after today.' };
}

/** The route of an address without numbers, names of pupils or search words: "/students/#/attendance?page=BHV". */
export function routeOf(address: string): string {
  if (!URL.canParse(address)) return address;
  const { protocol, pathname, search, hash } = new URL(address);
  // Arbor writes its route where others have a query: "/?/students-ui/absentees".
  const query = search.startsWith('?/') ? `?${pathShape(search.slice(1))}` : queryShape(search);
  const after = /^#!?\//.test(hash) ? `#${pathShape(hash.replace(/^#!?/, '').split('?', 1)[0] ?? '')}` : '';
  return `${/^https?:$/.test(protocol) ? '' : protocol}${pathShape(pathname)}${query}${after}`;
}

/** Eight hexadecimal digits for all headings in their order; columns that differ only in their date count once. */
export function headerFingerprint(matrix: Matrix): string {
  const keys = matrix.headings.map(headingKey).filter((key, at, all) => key !== DATED || all[at - 1] !== DATED);
  return fingerprint(keys.join('\n'));
}

/**
 * The heading of a column as lessons keep it: normalised, dates as one sign, and what could be a pupil's name (where a
 * table has pupils across its top) as a fingerprint of itself.
 */
export function headingKey(path: readonly string[]): string {
  const words = normalise(path.join(' / '));
  if (readWrittenDay(words)) return DATED;
  const named = path.some((part) => looksLikeName(part) && headingMeaning([part]) === 'other');
  return named ? `#${fingerprint(words)}` : words;
}

/** What stands for the headings of a register's days. */
export const DATED = '‹days›';

const KEPT_VALUES = /^(?:page|view|report|tab|screen|module|routine|mode|type)$/i;
const OF_A_PERSON = /^(?:pupil|student|learner|person|child)s?(?:-id|id)?$/i;

function pathShape(path: string): string {
  const parts = path.split('/');
  return parts
    .map((part, at) => (OF_A_PERSON.test(parts[at - 1] ?? '') && /\d|%|[A-Z].*[A-Z]/.test(part) ? '#' : part))
    .join('/')
    .replace(/\d+/g, '#');
}

function queryShape(search: string): string {
  const kept = [...new URLSearchParams(search)]
    .map(([name, value]) => (KEPT_VALUES.test(name) && /^[\w-]{1,40}$/.test(value) ? `${name}=${value}` : name))
    .sort();
  return kept.length > 0 ? `?${kept.join('&')}` : '';
}

/** FNV-1a, 32 bits: enough to tell headings apart, too little to give them back. */
function fingerprint(text: string): string {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, '0');
}

const NUMBER = /^\d{1,4}(?:\.\d+)? ?%?$/;

function contradicts({ index, meaning }: Column, matrix: Matrix): boolean {
  if (!FIGURES.has(meaning)) return false;
  const texts = matrix.rows.map((row) => row.cells[index]?.text ?? '').filter((text) => /[\p{L}\p{N}]/u.test(text));
  const fine = texts.filter((text) => NUMBER.test(text) && (meaning !== 'percent' || Number.parseFloat(text) <= 100));
  // "n/a" stands here and there; a column of something else does not.
  return fine.length < texts.length * 0.8;
}

/** Figures of the school year may begin with its first day of term. */
function addMonth(from: Day): Day {
  return `${from.slice(0, 5)}${String(Number(from.slice(5, 7)) + 1).padStart(2, '0')}-30`;
}
