import type { DateOrder } from './date-order.ts';
import { readDate, readSession } from './date-text.ts';
import { addDays, type Day, weekday } from './day.ts';
import { dayOfSession, readMarkString, weekdaysBetween } from './mark-string.ts';
import { isHeading, whyNoPupil } from './no-pupil.ts';
import { NO_TOTALS, type SessionOfDay, type Totals } from './pupil.ts';
import { type Role, weekCellOf } from './register-columns.ts';
import type { RegisterLayout, RegisterShape } from './register-layout.ts';
import { codeOfCell, type PupilDetails, type RegisterStore, type StoredPupil } from './register-store.ts';
import { readTotalsRow } from './totals-row.ts';

/** Reads one row into the store, or says in the store why it cannot; of a heading that stands there again it only says so. */
export type RowReader = (cells: readonly string[], row: number) => 'heading' | undefined;

/** The reader for rows of the layout. */
export function rowReaderFor(layout: RegisterLayout, store: RegisterStore, order: DateOrder): RowReader {
  const at = (cells: readonly string[], role: Role): string => {
    const column = layout.columns[role];
    return column === undefined ? '' : (cells[column] ?? '').trim();
  };
  const context: RowContext = { layout, store, order, at };
  const readOf = READERS[layout.shape];
  return (cells, row) => {
    const pupil = pupilOf(context, cells, row);
    if (pupil === null || pupil === 'heading') return pupil ?? undefined;
    readOf(context, pupil, cells, row);
    return undefined;
  };
}

interface RowContext {
  layout: RegisterLayout;
  store: RegisterStore;
  order: DateOrder;
  at: (cells: readonly string[], role: Role) => string;
}

/** The pupil of the row; null, with the reason in the store, when it names none. */
function pupilOf(context: RowContext, cells: readonly string[], row: number): StoredPupil | 'heading' | null {
  const { store, layout, at } = context;
  const name = at(cells, 'name') || `${at(cells, 'forename')} ${at(cells, 'surname')}`.trim();
  const id = at(cells, 'id') || name;
  if (!store.has(id)) {
    if (isHeading(cells, layout)) return 'heading';
    const why = id === '' ? 'The row names no pupil.' : whyNoPupil({ id, name }, cells, layout);
    if (why !== null) {
      store.problem(row, null, why);
      return null;
    }
  }
  const details: PupilDetails = {};
  if (name !== '') details.name = name;
  const year = at(cells, 'year');
  if (year !== '') details.year = year;
  const parent = at(cells, 'parent');
  if (parent !== '') details.parentId = parent;
  for (const role of ['enrolledFrom', 'enrolledTo'] as const) {
    const text = at(cells, role);
    if (text === '') continue;
    const date = readDate(text);
    if (date) details[role] = date.day;
    else
      store.problem(
        row,
        id,
        `${JSON.stringify(text)} is no date; the ${role === 'enrolledFrom' ? 'first' : 'last'} day on roll is not known.`,
      );
  }
  return store.pupil(id, details, row);
}

/** The date of a cell; null when it is none. */
function dayOf({ order }: RowContext, text: string, row: number): Day | null {
  const date = readDate(text)?.day;
  order.see(text, row);
  return date !== undefined && date >= EARLIEST && date <= LATEST ? date : null;
}

/** Says that the row has no date, and which marks are lost with it. */
function loseUndated(
  { store }: RowContext,
  pupil: StoredPupil,
  row: number,
  text: string,
  codes: readonly string[],
): void {
  const why =
    text === ''
      ? 'The row has no date.'
      : `${JSON.stringify(text)} is no date that can be read; write it as 2025-09-01 or 01/09/2025.`;
  store.lose(pupil, row, why, codes);
}

const EARLIEST = '1990-01-01';
const LATEST = '2099-12-31';

type PupilRowReader = (context: RowContext, pupil: StoredPupil, cells: readonly string[], row: number) => void;

const READERS: Readonly<Record<RegisterShape, PupilRowReader>> = {
  marks: readMarkRow,
  weeks: readWeekRow,
  grid: readGridRow,
  markString: readMarkStringRow,
  summary: readSummaryRow,
};

function readMarkRow(context: RowContext, pupil: StoredPupil, cells: readonly string[], row: number): void {
  const { at, store, layout } = context;
  const text = at(cells, 'date');
  const day = dayOf(context, text, row);
  if (day === null) {
    loseUndated(context, pupil, row, text, codesOf(context, cells));
    return;
  }
  if (layout.columns.code === undefined) {
    for (const [role, session] of [
      ['amCode', 'AM'],
      ['pmCode', 'PM'],
    ] as const)
      if (layout.columns[role] !== undefined) store.mark(pupil, day, session, codeOfCell(at(cells, role)), row);
    return;
  }
  const printed = at(cells, 'session');
  const session = sessionOf(printed, text, day);
  if (session) {
    store.mark(pupil, day, session, codeOfCell(at(cells, 'code')), row);
    return;
  }
  const isOfOtherDay = weekCellOf(printed) !== null;
  const why = `${JSON.stringify(printed)} is no session${isOfOtherDay ? ` of ${day}` : ''}; expected AM or PM. The mark ${JSON.stringify(at(cells, 'code'))} is left out.`;
  // What has another name may be a lesson, which is no session at all.
  if (printed === '' || isOfOtherDay) store.lose(pupil, row, why, codesOf(context, cells));
  else store.problem(row, pupil.pupilId, why);
}

/** The marks of a row for one mark, or for the two of a day. */
function codesOf({ at, layout }: RowContext, cells: readonly string[]): string[] {
  const roles = layout.columns.code === undefined ? (['amCode', 'pmCode'] as const) : (['code'] as const);
  return roles.map((role) => codeOfCell(at(cells, role)));
}

/** The session of its own column ("AM", "Mon:AM" of a Monday), else the half of the day in which the time beside the date lies. */
function sessionOf(printed: string, date: string, day: Day): SessionOfDay | null {
  const named = readSession(printed);
  if (named) return named;
  if (printed !== '') {
    const ofWeek = weekCellOf(printed);
    return ofWeek?.weekday === weekday(day) ? ofWeek.session : null;
  }
  const hour = readDate(date)?.hour ?? 0;
  return hour === 0 ? null : hour < 12 ? 'AM' : 'PM';
}

function readWeekRow(context: RowContext, pupil: StoredPupil, cells: readonly string[], row: number): void {
  const { at, store, layout } = context;
  const codes = (): string[] => layout.week.map(({ column }) => codeOfCell(cells[column] ?? ''));
  const printed = at(cells, 'weekStart') || at(cells, 'date') || at(cells, 'from');
  const start = dayOf(context, printed, row);
  if (start === null) {
    loseUndated(context, pupil, row, printed, codes());
    return;
  }
  const startsOn = weekday(start);
  if (startsOn !== 0 && startsOn !== 6) {
    const why = `${start} is neither a Monday nor a Sunday, so the week's days are not known.`;
    store.lose(pupil, row, why, codes());
    return;
  }
  const monday = startsOn === 6 ? addDays(start, 1) : start;
  for (const { column, weekday: day, session } of layout.week)
    store.mark(pupil, addDays(monday, day), session, codeOfCell(cells[column] ?? ''), row);
}

function readGridRow({ store, layout }: RowContext, pupil: StoredPupil, cells: readonly string[], row: number): void {
  for (const { column, date, session } of layout.dates) {
    const cell = (cells[column] ?? '').trim();
    if (session) {
      store.mark(pupil, date.day, session, codeOfCell(cell), row);
      continue;
    }
    if (cell === '') continue;
    const reading = readMarkString(cell, date.day);
    const codes = 'codes' in reading ? reading.codes : [];
    const [am, pm] = codes;
    if (am === undefined || pm === undefined || codes.length > 2) {
      const why = `${JSON.stringify(cell)} under ${date.day}: expected the two marks of a day, since no session stands in the header.`;
      // One mark may be of the morning, the afternoon or both.
      store.lose(pupil, row, why, codes.length === 1 ? [...codes, ...codes] : [cell, cell]);
      continue;
    }
    store.mark(pupil, date.day, 'AM', codeOfCell(am), row);
    store.mark(pupil, date.day, 'PM', codeOfCell(pm), row);
  }
}

function readMarkStringRow(context: RowContext, pupil: StoredPupil, cells: readonly string[], row: number): void {
  const { at, store, layout } = context;
  const text = cells[layout.columns.markString ?? -1] ?? '';
  const printed = at(cells, 'from') || at(cells, 'date') || at(cells, 'weekStart');
  const from = dayOf(context, printed, row);
  if (from === null) {
    loseUndated(context, pupil, row, printed, [...text.trim()].fill('?'));
    return;
  }
  // Blanks at the start and the end are sessions without a mark, so the cell is read untrimmed.
  const reading = readMarkString(text, from);
  if ('problem' in reading) {
    const why = `The mark string cannot be read: ${reading.problem}. The row is left out.`;
    store.lose(pupil, row, why, [...text.trim()].fill('?'));
    return;
  }
  const end = readDate(at(cells, 'to'))?.day;
  const expected = end === undefined ? null : 2 * weekdaysBetween(from, end);
  if (expected !== null && expected !== reading.codes.length) {
    const why = `The mark string has ${reading.codes.length} sessions, but ${from} to ${end} has ${expected} on weekdays. The row is left out, since its dates would be guessed.`;
    store.lose(pupil, row, why, reading.codes);
    return;
  }
  for (const [index, code] of reading.codes.entries())
    store.mark(pupil, dayOfSession(from, index), index % 2 === 0 ? 'AM' : 'PM', codeOfCell(code), row);
}

function readSummaryRow(
  { store, layout, at }: RowContext,
  pupil: StoredPupil,
  cells: readonly string[],
  row: number,
): void {
  const { totals, problems } = readTotalsRow((role) => at(cells, role), layout);
  for (const problem of problems) store.lose(pupil, row, problem);
  if (!pupil.totals) {
    pupil.totals = totals;
    return;
  }
  if (isSameTotals(pupil.totals, totals)) {
    store.problem(row, pupil.pupilId, 'The pupil has the same totals in an earlier row; they are counted once.');
    return;
  }
  store.lose(
    pupil,
    row,
    'The pupil has other totals in an earlier row. Which of them hold is not known, so that none is used.',
  );
  pupil.totals = NO_TOTALS;
}

function isSameTotals(one: Totals, other: Totals): boolean {
  return TOTAL_KEYS.every((key) => one[key] === other[key]);
}

const TOTAL_KEYS = ['possible', 'attended', 'authorised', 'unauthorised', 'late', 'percent', 'from', 'to'] as const;
