import { addDays, type Day, requireDayNumber, weekday } from '#core/attendance/day.ts';
import type { Mark, SessionOfDay } from '#core/attendance/pupil.ts';
import type { CellContent } from './cell.ts';
import { longDay, type WrittenDay } from './days.ts';
import { dayMarksIn, isCode, markIn, UNREAD_MARK } from './mark-text.ts';
import { foreignLetters, marksRefusal, withinFirstAndLast } from './marks.ts';
import type { GridReading, PupilReading } from './page-reading.ts';
import type { RowPupil } from './pupils.ts';
import { dateColumns } from './sessions.ts';
import type { Context } from './summary.ts';

/** One place of a page that belongs to one pupil and one day, wherever it stands: a row, a cell, a box of a calendar. */
export interface Entry {
  pupil: RowPupil;
  written: WrittenDay;
  /** The day is this weekday (Monday = 0) of the written day's week. */
  ofWeek: number | null;
  session: SessionOfDay | null;
  cell: CellContent;
}

/** A list that leaves out more than this part of the sessions between its first and last day is no whole register. */
const LEAST_SHARE = 0.7;
/** Some pupils are away on the first or the last day that others have marks for. */
const A_WEEK = 7;
const CUT_OFF = 'The list has fewer days of this pupil than of others, so the rest may stand on another page';
const TWO_OF_A_NAME = 'Two marks stand for one session, or two classes beside one name, so this could be two pupils';

/** The marks of each pupil from such places, or why they cannot be counted. `shown`: rows that the page shows. */
export function readEntries(entries: readonly Entry[], root: Element, context: Context, shown: number): GridReading {
  const reading: GridReading = {
    kind: 'register',
    root,
    pupils: [],
    period: null,
    asAt: context.asAt,
    declaredPupils: null,
    provenance: [],
    refusal: null,
  };
  const within = 'found' in context.period ? context.period.found.to : context.asAt;
  const columns = entries.map(({ written, ofWeek, session }, index) => ({ index, written, ofWeek, session }));
  const dated = dateColumns(columns, context.today, within);
  if (typeof dated === 'string') return { ...reading, refusal: dated };
  const byPupil = new Map<string, PupilReading & { marks: Mark[] }>();
  let halfUnknown = false;
  for (const [at, { date }] of dated.entries()) {
    const entry = entries[at];
    if (!entry) continue;
    const marks = marksOf(entry, date);
    if (marks === null) halfUnknown = true;
    const { pupil } = entry;
    let found = byPupil.get(pupil.id);
    if (!found) {
      const own: Mark[] = [];
      const record = { pupilId: pupil.id, name: pupil.name, ...(pupil.year ? { year: pupil.year } : {}), marks: own };
      byPupil.set(pupil.id, (found = { record, anchor: pupil.cell.element, problem: null, marks: own }));
    }
    for (const mark of marks ?? []) {
      if (found.marks.some((one) => one.date === mark.date && one.session === mark.session))
        found.problem ??= TWO_OF_A_NAME;
      found.marks.push(mark);
    }
    if ((pupil.year ?? null) !== (found.record.year ?? null)) found.problem ??= TWO_OF_A_NAME;
  }
  reading.pupils = [...byPupil.values()].map(({ record, anchor, problem, marks }) => ({
    record: { ...record, marks: withinFirstAndLast(marks).filter(({ date }) => date <= context.today) },
    anchor,
    problem,
  }));
  const dates = reading.pupils
    .flatMap(({ record }) => record.marks ?? [])
    .filter(({ code }) => code !== '-')
    .map(({ date }) => date)
    .sort();
  const [from, to] = [dates[0], dates.at(-1)];
  for (const pupil of reading.pupils) {
    const own = (pupil.record.marks ?? []).map(({ date }) => date);
    const [begin, end] = [own[0], own.at(-1)];
    if (begin && end && from && to && (begin > addDays(from, A_WEEK) || end < addDays(to, -A_WEEK)))
      pupil.problem ??= CUT_OFF;
  }
  if (halfUnknown)
    return {
      ...reading,
      refusal: 'The page does not say which marks are for the morning and which for the afternoon.',
    };
  if (!from || !to) return { ...reading, refusal: 'No marks are shown yet.' };
  reading.period = { from, to, words: `${longDay(from)} to ${longDay(to)}` };
  reading.provenance.push({ what: 'period', text: reading.period.words, how: 'dates beside the marks' });
  const foreign = foreignLetters(entries.map(({ cell }) => cell));
  return { ...reading, refusal: foreign ?? listRefusal(reading.pupils, shown, context) };
}

/** The marks of one place; null when it does not say which half of the day its mark is for. */
function marksOf({ session, cell }: Entry, date: Day): Mark[] | null {
  if (session !== null) {
    const code = markIn(cell, session);
    return [{ date, session, code: code === undefined ? UNREAD_MARK : (code ?? '-') }];
  }
  if (cell.from === 'blank')
    return [
      { date, session: 'AM', code: '-' },
      { date, session: 'PM', code: '-' },
    ];
  const pair = isCode(cell.text) ? null : dayMarksIn(cell);
  return pair
    ? [
        { date, session: 'AM', code: pair[0] },
        { date, session: 'PM', code: pair[1] },
      ]
    : null;
}

function listRefusal(pupils: readonly PupilReading[], shown: number, { basis, totalRows }: Context): string | null {
  if (totalRows !== null && totalRows > shown)
    return `The page shows ${shown} of ${totalRows} rows, so the marks cannot be counted.`;
  for (const { record } of pupils) {
    const marks = record.marks ?? [];
    const dates = marks.map(({ date }) => date).sort();
    const sessions = 2 * countWeekdays(dates[0], dates.at(-1));
    const present = marks.some(({ code }) => code === '/' || code === '\\');
    if (basis?.unit !== 'lessons' && (!present || marks.length < sessions * LEAST_SHARE))
      return 'The list shows some of the marks only, such as the absences, so they cannot be counted.';
  }
  return marksRefusal(pupils, basis);
}

function countWeekdays(from: Day | undefined, to: Day | undefined): number {
  if (!from || !to) return 0;
  let count = 0;
  for (let day = 0; day <= requireDayNumber(to) - requireDayNumber(from); day++)
    if (weekday(addDays(from, day)) < 5) count++;
  return count;
}
