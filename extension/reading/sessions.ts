import { addDays, type Day, weekday } from '#core/attendance/day.ts';
import type { SessionOfDay } from '#core/attendance/pupil.ts';
import { tidy } from './cell.ts';
import {
  dayIn,
  hiddenDay,
  monthFirst,
  monthOf,
  readWrittenDay,
  sameWeek,
  schoolYearStart,
  sessionIn,
  type WrittenDay,
  weekdayIn,
} from './days.ts';
import type { Matrix } from './matrix.ts';
import type { Surroundings } from './surroundings.ts';

/** A column of a register grid before its year is known. */
export interface DatedColumn {
  index: number;
  written: WrittenDay;
  /** The column is this weekday (Monday = 0) of the written day's week: "w/c 2 Nov" above "Tue". */
  ofWeek: number | null;
  session: SessionOfDay | null;
}

/** A column of a register grid: one day, and one session of it or both. */
export interface SessionColumn {
  index: number;
  date: Day;
  session: SessionOfDay | null;
}

const DATE_ATTRIBUTES = ['datetime', 'data-date', 'data-day', 'data-column-date', 'title', 'abbr', 'aria-label'];
const DAY_NUMBER = /^(?:[a-z]{1,4}\.? )?(\d{1,2})(?:st|nd|rd|th)?(?: (?:am|pm))?$/i;
const YEARS_BACK = 3;

/** The columns whose headings name a day, in words or in an attribute of the heading. */
export function findDatedColumns(matrix: Matrix): DatedColumn[] {
  return matrix.headings.flatMap((path, index) => {
    const cells = matrix.headingCells[index] ?? [];
    const attributes = cells.flatMap((cell) => [
      ...DATE_ATTRIBUTES.map((name) => cell.getAttribute(name) ?? ''),
      ...innerDates(cell),
    ]);
    const session = sessionIn(path.at(-1) ?? '') ?? sessionIn(path.join(' '));
    const named = dayFromPath(path);
    const hidden = named?.written.year ? null : (cells.map(hiddenDay).find((day) => day !== null) ?? null);
    const { written } = named ?? {};
    // The markup may give the year that the heading leaves out.
    const same = hidden && written && hidden.month === written.month && hidden.date === written.date;
    const found = same
      ? { written: { ...written, year: hidden.year }, ofWeek: named?.ofWeek ?? null }
      : (named ?? firstDay(attributes.map(tidy)) ?? (hidden && { written: hidden, ofWeek: null }));
    return found ? [{ index, session, ...found }] : [];
  });
}

const WEEK = /\bw\/?[ce]\b|\bweek (?:commencing|beginning|starting|of)\b/i;

/** Columns that are headed by weekdays alone, in the one week that the words around the table name. */
export function findWeekColumns(matrix: Matrix, around: () => readonly Surroundings[]): DatedColumn[] {
  const days = matrix.headings.flatMap((path, index) => {
    const ofWeek = path.map(weekdayIn).find((found) => found !== null) ?? null;
    return ofWeek === null ? [] : [{ index, ofWeek, session: sessionIn(path.at(-1) ?? '') }];
  });
  if (new Set(days.map(({ ofWeek }) => ofWeek)).size < 3) return [];
  for (const { texts } of around()) {
    const weeks = texts
      .filter((text) => text.length < 120 && WEEK.test(text))
      .flatMap((text) => readWrittenDay(text) ?? []);
    const [week, ...more] = weeks;
    if (more.length > 0) return [];
    if (week?.year) return days.map((day) => ({ ...day, written: week }));
  }
  return [];
}

function innerDates(cell: Element): string[] {
  return [...cell.querySelectorAll('time[datetime],[data-date]')].map(
    (element) => element.getAttribute('datetime') ?? element.getAttribute('data-date') ?? '',
  );
}

function dayFromPath(path: readonly string[]): Pick<DatedColumn, 'written' | 'ofWeek'> | null {
  for (let at = path.length - 1; at >= 0; at--) {
    const text = path[at] ?? '';
    const written = readWrittenDay(text);
    if (!written) continue;
    const week = /\bw\/?c\b|week (?:commencing|beginning|starting|of)/i.test(text);
    const below =
      path
        .slice(at + 1)
        .map(weekdayIn)
        .find((found) => found !== null) ?? null;
    // A week's heading over a bare "Mon" names the Monday; a day's own heading over "AM" names the day.
    if (week && below === null) return null;
    return { written, ofWeek: below };
  }
  const month = path.map(monthOf).find((found) => found !== null);
  const number = path.map((text) => DAY_NUMBER.exec(text)?.[1]).find((found) => found !== undefined);
  if (!month || number === undefined) return null;
  return { written: { ...month, date: Number(number), weekday: null, orderOpen: false }, ofWeek: null };
}

function firstDay(texts: readonly string[]): Pick<DatedColumn, 'written' | 'ofWeek'> | null {
  for (const text of texts) {
    const written = readWrittenDay(text);
    if (written) return { written, ofWeek: null };
  }
  return null;
}

/** The columns with their days of the calendar; a sentence when the page leaves the year open. */
export function dateColumns(columns: readonly DatedColumn[], today: Day, within: Day | null): SessionColumn[] | string {
  const american = columns.some(({ written }) => written.american);
  const read = [false, true].flatMap((turned) => {
    if (american && !turned) return [];
    const days = columns.map(({ written }) => (turned ? (monthFirst(written) ?? written) : written));
    const answers = new Map<string, SessionColumn[]>();
    for (const yearStart of schoolYears(today, within)) {
      const placed = placeInYear(columns, days, yearStart);
      if (placed) answers.set(placed.map(({ date }) => date).join(), placed);
    }
    return answers.size > 0 ? [[...answers.values()]] : [];
  });
  // Numbers that could be read both ways: registers run forwards or backwards, within one school year, and not far ahead.
  const likely = read.filter((answers) => answers.every((placed) => isLikely(placed, today)));
  const [best, other] = likely.length > 0 ? likely : read;
  if (!best) return 'The dates above the marks could not be read as school days.';
  if (
    likely.length === 0 &&
    other &&
    String(best[0]?.map(({ date }) => date)) !== String(other[0]?.map(({ date }) => date))
  )
    return 'The dates above the marks could be read in two ways.';
  const [first, ...more] = best;
  if (more.length > 0 || !first)
    return 'The dates above the marks have no year, and more than one school year would fit.';
  return first;
}

/** A register of the next weeks may be open already; one of next term is a date read the wrong way round. */
const DAYS_AHEAD = 120;

function isLikely(placed: readonly SessionColumn[], today: Day): boolean {
  const dates = placed.map(({ date }) => date);
  const years = new Set(dates.map(schoolYearStart));
  return years.size <= 1 && dates.every((date) => date <= addDays(today, DAYS_AHEAD));
}

function schoolYears(today: Day, within: Day | null): number[] {
  if (within) return [Number(schoolYearStart(within).slice(0, 4))];
  const now = Number(schoolYearStart(today).slice(0, 4));
  return Array.from({ length: YEARS_BACK }, (_, back) => now - back);
}

function placeInYear(
  columns: readonly DatedColumn[],
  days: readonly WrittenDay[],
  yearStart: number,
): SessionColumn[] | null {
  const placed: SessionColumn[] = [];
  for (const [at, column] of columns.entries()) {
    const written = days[at];
    if (!written) return null;
    const day = dayIn(written.year ?? (written.month >= 8 ? yearStart : yearStart + 1), written);
    if (day === null) return null;
    const date = column.ofWeek === null ? day : sameWeek(day, column.ofWeek);
    // A date that falls on a weekend was read in the wrong year or the wrong order.
    if (weekday(date) > 4) return null;
    placed.push({ index: column.index, date, session: column.session });
  }
  return placed;
}
