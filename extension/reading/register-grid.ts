import { addDays, type Day } from '#core/attendance/day.ts';
import type { Mark, SessionOfDay } from '#core/attendance/pupil.ts';
import type { Column } from './columns.ts';
import { longDay, sessionIn } from './days.ts';
import { dayMarksIn, isCode, markIn, UNREAD_MARK } from './mark-text.ts';
import { foreignLetters, marksRefusal, withinFirstAndLast } from './marks.ts';
import type { Matrix, MatrixCell, MatrixRow } from './matrix.ts';
import type { GridReading, PupilReading } from './page-reading.ts';
import { type Parts, ROWS_A_PART } from './parts.ts';
import type { Period } from './period.ts';
import { pupilOf } from './pupils.ts';
import { type DatedColumn, dateColumns, findDatedColumns, findWeekColumns, type SessionColumn } from './sessions.ts';
import type { Context } from './summary.ts';
import type { Surroundings } from './surroundings.ts';

/** The columns of marks of a register grid; empty when the table is none. */
export function markColumns(matrix: Matrix, around: () => readonly Surroundings[]): DatedColumn[] {
  const own = findDatedColumns(matrix);
  const dated = own.length > 0 ? own : findWeekColumns(matrix, around);
  return dated.filter(({ index }) => {
    const cells = cellsOf(matrix, index).filter((cell) => cell.from !== 'blank');
    const marks = cells.filter((cell) => markIn(cell, null) !== undefined || dayMarksIn(cell) !== null);
    // What is no mark in a column of marks is asked about; a column without would leave its session out of the count.
    return marks.length >= cells.length * 0.5;
  });
}

/** Whether a table has pupils down its side and marks under at least two dates. */
export function isRegisterGrid(matrix: Matrix, columns: readonly Column[], dated: readonly DatedColumn[]): boolean {
  if (!columns.some(({ meaning }) => meaning === 'name' || meaning === 'surname')) return false;
  return (
    dated.length >= 2 &&
    dated.some(({ index }) => cellsOf(matrix, index).some((cell) => isCode(cell.text) || dayMarksIn(cell) !== null))
  );
}

/** One record of marks for each pupil, or the reason why the marks cannot be used. */
export function* readRegisterGrid(
  matrix: Matrix,
  columns: readonly Column[],
  marks: readonly DatedColumn[],
  context: Context,
): Parts<GridReading> {
  const stated = 'found' in context.period ? context.period.found : null;
  const dated = dateColumns(marks, context.today, stated?.to ?? context.asAt);
  const reading: GridReading = {
    kind: 'register',
    root: matrix.root,
    pupils: [],
    period: null,
    asAt: context.asAt,
    declaredPupils: matrix.declaredRows ?? context.totalRows,
    provenance: [],
    refusal: null,
  };
  if (typeof dated === 'string') return { ...reading, refusal: dated };
  const used = dated.filter(({ date }) => date <= context.today);
  const sessionColumn = columns.find(({ meaning }) => meaning === 'session');
  const plan = planSessions(matrix, used, sessionColumn);
  if (typeof plan === 'string') return { ...reading, refusal: plan };
  reading.pupils = yield* readPupils(matrix, columns, plan);
  const days = reading.pupils
    .flatMap(({ record }) => record.marks ?? [])
    .filter(({ code }) => code !== '-')
    .map(({ date }) => date)
    .sort();
  const [from, to] = [used.map(({ date }) => date).sort()[0], days.at(-1)];
  if (!from || !to) return { ...reading, refusal: 'This register has no marks yet.' };
  reading.period = { from, to, words: `${longDay(from)} to ${longDay(to)}` };
  reading.provenance.push({ what: 'period', text: reading.period.words, how: 'dates above the marks' });
  const refusal =
    foreignLetters(plan.columns.flatMap(({ index }) => cellsOf(matrix, index))) ??
    partRefusal(matrix, reading.period, stated, context.today) ??
    marksRefusal(reading.pupils, context.basis);
  return { ...reading, refusal };
}

/** A grid that shows fewer days than it has, or than the page says, would be counted short. */
function partRefusal(matrix: Matrix, shown: Period, stated: Period | null, today: Day): string | null {
  if (matrix.hasUnloadedColumns)
    return 'The grid has more days than the page has loaded, so the marks cannot be counted.';
  if (!stated) return null;
  const until = stated.to < today ? stated.to : today;
  const short = shown.from > addDays(stated.from, A_WEEK) || shown.to < addDays(until, -A_WEEK);
  return short
    ? `The page speaks of ${stated.words} and shows marks from ${shown.words} only, so they cannot be counted.`
    : null;
}

/** Weekends and training days part a period's first day from the first day with marks. */
const A_WEEK = 7;

interface SessionPlan {
  columns: SessionColumn[];
  /** Rows carry the session (AM and PM below one another). */
  rowSession: Column | null;
  /** Each cell has both marks of the day. */
  both: boolean;
  /** Cells with both marks print the afternoon first. */
  afternoonFirst: boolean;
}

/** Which session each cell is for; a sentence when the page leaves it open. */
function planSessions(
  matrix: Matrix,
  columns: readonly SessionColumn[],
  sessionColumn: Column | undefined,
): SessionPlan | string {
  const plan: SessionPlan = { columns: [...columns], rowSession: null, both: false, afternoonFirst: false };
  if (sessionColumn) {
    const values = new Set(matrix.rows.map((row) => sessionIn(row.cells[sessionColumn.index]?.text ?? '')));
    return values.has('AM') && values.has('PM')
      ? { ...plan, rowSession: sessionColumn }
      : oneSession([...values][0] ?? null);
  }
  const cells = columns.flatMap(({ index }) => cellsOf(matrix, index)).filter((cell) => cell.from !== 'blank');
  const double = cells.flatMap((cell) => (isCode(cell.text) ? [] : [dayMarksIn(cell)])).filter((pair) => pair !== null);
  if (columns.every(({ session }) => session === null) && double.length > 0 && double.length >= cells.length * 0.9) {
    const reversed = double.filter(([first]) => first === '\\').length;
    return { ...plan, both: true, afternoonFirst: reversed * 2 > double.length };
  }
  const sessions = columns.map((column) => column.session ?? strokeSession(cellsOf(matrix, column.index)));
  const paired = columns.map((column, at) => ({ ...column, session: sessions[at] ?? null }));
  if (sessions.every((session) => session !== null)) {
    const distinct = new Set(sessions);
    if (distinct.size < 2) return oneSession(sessions[0] ?? null);
    const keys = new Set(paired.map(({ date, session }) => `${date} ${session}`));
    if (keys.size < paired.length) return 'Two columns are for the same session, and which one counts is not known.';
    const last = paired.map(({ date }) => date).reduce((latest, date) => (date > latest ? date : latest));
    const half = paired.find(({ date }) => date < last && paired.filter((other) => other.date === date).length < 2);
    if (half) return `Only one half of ${longDay(half.date)} can be read, so the marks cannot be counted.`;
    return { ...plan, columns: paired };
  }
  return oneSession(null);
}

/** Columns without AM or PM above them: the strokes of the present mark tell which they are. */
function strokeSession(cells: readonly MatrixCell[]): SessionOfDay | null {
  const [am, pm] = ['/', '\\'].map((stroke) => cells.filter((cell) => cell.text === stroke).length);
  if (!am === !pm) return null;
  return am ? 'AM' : 'PM';
}

function oneSession(session: SessionOfDay | null): string {
  if (session === null)
    return 'The page shows one mark a day and does not say which session it is for. The policy counts both sessions of a day.';
  return `The page shows only the ${session === 'AM' ? 'morning' : 'afternoon'} sessions. The policy counts both sessions of a day.`;
}

function* readPupils(matrix: Matrix, columns: readonly Column[], plan: SessionPlan): Parts<PupilReading[]> {
  const byPupil = new Map<string, PupilReading & { marks: Mark[] }>();
  const live = new Set(
    plan.columns
      .filter(({ index }) => cellsOf(matrix, index).some((cell) => cell.from !== 'blank'))
      .map(({ index }) => index),
  );
  for (const [at, row] of matrix.rows.entries()) {
    if (at % ROWS_A_PART === ROWS_A_PART - 1) yield;
    const pupil = pupilOf(row, columns);
    if (!pupil) continue;
    // Rows below one another are one pupil only where one cell names them, or the session column tells them apart.
    const key = plan.rowSession ? pupil.id : `${pupil.id} ${byPupil.size}`;
    let reading = byPupil.get(key);
    if (!reading) {
      const marks: Mark[] = [];
      const record = { pupilId: pupil.id, name: pupil.name, ...(pupil.year ? { year: pupil.year } : {}), marks };
      byPupil.set(key, (reading = { record, anchor: pupil.cell.element, problem: null, marks }));
    }
    const rowSession = plan.rowSession ? sessionIn(row.cells[plan.rowSession.index]?.text ?? '') : null;
    for (const column of plan.columns)
      if (live.has(column.index)) reading.marks.push(...marksOf(row, column, plan, rowSession));
  }
  return [...byPupil.values()].map(({ record, anchor, problem, marks }) => ({
    record: { ...record, marks: withinFirstAndLast(marks) },
    anchor,
    problem,
  }));
}

function marksOf(
  row: MatrixRow,
  { index, date, session }: SessionColumn,
  plan: SessionPlan,
  rowSession: SessionOfDay | null,
): Mark[] {
  const cell = row.cells[index];
  if (!cell) return [];
  if (plan.both) {
    const pair = dayMarksIn(cell) ?? (cell.from === 'blank' ? ['-', '-'] : [UNREAD_MARK, UNREAD_MARK]);
    const [am, pm] = plan.afternoonFirst ? [pair[1], pair[0]] : [pair[0], pair[1]];
    return [
      { date, session: 'AM', code: am ?? UNREAD_MARK },
      { date, session: 'PM', code: pm ?? UNREAD_MARK },
    ];
  }
  const of = rowSession ?? session;
  if (of === null) return [];
  const code = markIn(cell, of);
  return [{ date, session: of, code: code === undefined ? UNREAD_MARK : (code ?? '-') }];
}

function cellsOf(matrix: Matrix, index: number): MatrixCell[] {
  return matrix.rows.flatMap((row) => row.cells[index] ?? []);
}
