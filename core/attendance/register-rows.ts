import { readDate, readSession } from './date-text.ts';
import { addDays, type Day, weekday } from './day.ts';
import { dayOfSession, readMarkString, weekdaysBetween } from './mark-string.ts';
import type { SessionOfDay } from './pupil.ts';
import type { Role } from './register-columns.ts';
import type { RegisterLayout } from './register-layout.ts';
import { codeOfCell, type PupilDetails, type RegisterStore, type StoredPupil } from './register-store.ts';
import { readTotalsRow } from './totals-row.ts';

/** Reads one row into the store, or says in the store why it cannot. */
export type RowReader = (cells: readonly string[], row: number) => void;

/** The reader for rows of the layout. */
export function rowReaderFor(layout: RegisterLayout, store: RegisterStore): RowReader {
  const at = (cells: readonly string[], role: Role): string => {
    const column = layout.columns[role];
    return column === undefined ? '' : (cells[column] ?? '').trim();
  };
  const context: RowContext = { layout, store, at };
  switch (layout.shape) {
    case 'marks':
      return (cells, row) => readMarkRow(context, cells, row);
    case 'weeks':
      return (cells, row) => readWeekRow(context, cells, row);
    case 'grid':
      return (cells, row) => readGridRow(context, cells, row);
    case 'markString':
      return (cells, row) => readMarkStringRow(context, cells, row);
    case 'summary':
      return (cells, row) => readSummaryRow(context, cells, row);
  }
}

interface RowContext {
  layout: RegisterLayout;
  store: RegisterStore;
  at: (cells: readonly string[], role: Role) => string;
}

const TOTAL_ROW = /^(?:(?:grand |sub)?totals?|average|mean|whole school|all pupils|count)\b/i;

/** The pupil of the row; null, with the reason in the store, when it names none. */
function pupilOf({ store, at }: RowContext, cells: readonly string[], row: number): StoredPupil | null {
  const name = at(cells, 'name') || `${at(cells, 'forename')} ${at(cells, 'surname')}`.trim();
  const id = at(cells, 'id') || name;
  if (id === '') {
    store.problem(row, null, 'The row names no pupil.');
    return null;
  }
  if (TOTAL_ROW.test(id)) {
    store.problem(row, null, `${JSON.stringify(id)} is a row of totals, not a pupil.`);
    return null;
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

/** The date of a cell; null, with the reason in the store, when it is none. */
function dayOf(context: RowContext, text: string, row: number, pupilId: string): Day | null {
  const date = readDate(text)?.day;
  if (date !== undefined && date >= EARLIEST && date <= LATEST) return date;
  context.store.problem(
    row,
    pupilId,
    text === ''
      ? 'The row has no date.'
      : `${JSON.stringify(text)} is no date that can be read; write it as 2025-09-01 or 01/09/2025.`,
  );
  return null;
}

const EARLIEST = '1990-01-01';
const LATEST = '2099-12-31';

function readMarkRow(context: RowContext, cells: readonly string[], row: number): void {
  const { at, store, layout } = context;
  const pupil = pupilOf(context, cells, row);
  if (!pupil) return;
  const text = at(cells, 'date');
  const day = dayOf(context, text, row, pupil.pupilId);
  if (day === null) return;
  if (layout.columns.code === undefined) {
    for (const [role, session] of [
      ['amCode', 'AM'],
      ['pmCode', 'PM'],
    ] as const)
      if (layout.columns[role] !== undefined) store.mark(pupil, day, session, codeOfCell(at(cells, role)), row);
    return;
  }
  const session = sessionOf(at(cells, 'session'), text);
  if (session) store.mark(pupil, day, session, codeOfCell(at(cells, 'code')), row);
  else
    store.problem(
      row,
      pupil.pupilId,
      `${JSON.stringify(at(cells, 'session'))} is no session; expected AM or PM. The mark ${JSON.stringify(at(cells, 'code'))} is left out.`,
    );
}

/** The session of its own column, else the half of the day in which the time beside the date lies. */
function sessionOf(printed: string, date: string): SessionOfDay | null {
  if (printed !== '') return readSession(printed);
  const hour = readDate(date)?.hour ?? 0;
  return hour === 0 ? null : hour < 12 ? 'AM' : 'PM';
}

function readWeekRow(context: RowContext, cells: readonly string[], row: number): void {
  const { at, store, layout } = context;
  const pupil = pupilOf(context, cells, row);
  if (!pupil) return;
  const start = dayOf(context, at(cells, 'weekStart') || at(cells, 'date') || at(cells, 'from'), row, pupil.pupilId);
  if (start === null) return;
  const startsOn = weekday(start);
  if (startsOn !== 0 && startsOn !== 6) {
    store.problem(row, pupil.pupilId, `${start} is neither a Monday nor a Sunday, so the week's days are not known.`);
    return;
  }
  const monday = startsOn === 6 ? addDays(start, 1) : start;
  for (const { column, weekday: day, session } of layout.week)
    store.mark(pupil, addDays(monday, day), session, codeOfCell(cells[column] ?? ''), row);
}

function readGridRow(context: RowContext, cells: readonly string[], row: number): void {
  const { store, layout } = context;
  const pupil = pupilOf(context, cells, row);
  if (!pupil) return;
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
      store.problem(
        row,
        pupil.pupilId,
        `${JSON.stringify(cell)} under ${date.day}: expected the two marks of a day, since no session stands in the header.`,
      );
      continue;
    }
    store.mark(pupil, date.day, 'AM', codeOfCell(am), row);
    store.mark(pupil, date.day, 'PM', codeOfCell(pm), row);
  }
}

function readMarkStringRow(context: RowContext, cells: readonly string[], row: number): void {
  const { at, store, layout } = context;
  const pupil = pupilOf(context, cells, row);
  if (!pupil) return;
  const from = dayOf(context, at(cells, 'from') || at(cells, 'date') || at(cells, 'weekStart'), row, pupil.pupilId);
  if (from === null) return;
  // Blanks at the start and the end are sessions without a mark, so the cell is read untrimmed.
  const reading = readMarkString(cells[layout.columns.markString ?? -1] ?? '', from);
  if ('problem' in reading) {
    store.problem(row, pupil.pupilId, `The mark string cannot be read: ${reading.problem}. The row is left out.`);
    return;
  }
  const end = readDate(at(cells, 'to'))?.day;
  const expected = end === undefined ? null : 2 * weekdaysBetween(from, end);
  if (expected !== null && expected !== reading.codes.length) {
    store.problem(
      row,
      pupil.pupilId,
      `The mark string has ${reading.codes.length} sessions, but ${from} to ${end} has ${expected} on weekdays. The row is left out, since its dates would be guessed.`,
    );
    return;
  }
  for (const [index, code] of reading.codes.entries())
    store.mark(pupil, dayOfSession(from, index), index % 2 === 0 ? 'AM' : 'PM', codeOfCell(code), row);
}

function readSummaryRow(context: RowContext, cells: readonly string[], row: number): void {
  const { store } = context;
  const known = context.at(cells, 'id') || context.at(cells, 'name');
  if (known !== '' && store.has(known)) {
    store.problem(row, known, 'The pupil has totals in an earlier row; this one is left out.');
    return;
  }
  const pupil = pupilOf(context, cells, row);
  if (!pupil) return;
  const { totals, problems } = readTotalsRow((role) => context.at(cells, role), context.layout);
  for (const problem of problems) store.problem(row, pupil.pupilId, problem);
  pupil.totals = totals;
}
