import { readActions } from '#core/attendance/actions.ts';
import { readCalendar } from '#core/attendance/calendar-file.ts';
import type { ActionTaken, CalendarEntry } from '#core/attendance/pupil.ts';
import { createRegisterReader, RegisterError, type RegisterReading } from '#core/attendance/register.ts';
import { RegisterStore } from '#core/attendance/register-store.ts';
import type { RowProblem } from '#core/attendance/row-problem.ts';
import type { Io } from '../io.ts';
import { oneLine } from '../output/terminal-text.ts';
import { InputProblem } from '../problem.ts';
import { shownName } from './files.ts';
import type { Row } from './row.ts';
import { readTables } from './rows.ts';

const ROWS_BETWEEN_SIGNS = 250_000;

/**
 * Reads a register from a CSV or Excel file, row by row: of a workbook all sheets that are not hidden and laid out like the
 * first that holds a register. What is wrong with single rows, and what was left out, is in its `problems`. @throws InputProblem
 */
export async function readRegisterFile(file: string, io: Io): Promise<RegisterReading> {
  const store = new RegisterStore();
  const leftOut: RowProblem[] = [];
  let reading: RegisterReading | null = null;
  let firstProblem: RegisterError | null = null;
  const progress = showProgress(io);
  for await (const { sheet, rows } of readTables(file, io)) {
    const told = store.problems.length;
    const reader = createRegisterReader(reading ? { store, shape: reading.shape } : { store });
    let from: number | null = null;
    for await (const batch of rows) {
      for (const { cells, line } of batch) reader.push(cells, line);
      from ??= batch[0]?.line ?? null;
      progress.add(batch.length);
    }
    // A sheet with nothing on it is nothing left out.
    if (from === null && sheet !== null) continue;
    try {
      const isFirst = reading === null;
      reading = reader.finish();
      if (!isFirst) nameSheet(store.problems, told, sheet ?? '');
    } catch (error) {
      if (!(error instanceof RegisterError)) throw error;
      firstProblem ??= error;
      const why = reading ? error.message : 'It holds no register that can be read.';
      leftOut.push({
        row: from ?? 1,
        pupilId: null,
        message: `The sheet ${JSON.stringify(sheet)} is left out. ${why}`,
      });
    }
  }
  progress.end();
  if (store.refusal !== null) throw new InputProblem(`${shownName(file)}: ${store.refusal}`);
  if (reading) return { ...reading, problems: [...leftOut, ...reading.problems] };
  throw new InputProblem(
    `${shownName(file)}: ${firstProblem?.message ?? 'has no sheet with anything on it that is not hidden.'}`,
  );
}

/** Rows of a later sheet are counted from its own top. */
function nameSheet(problems: RowProblem[], from: number, sheet: string): void {
  for (const problem of problems.slice(from)) problem.message = `(sheet ${JSON.stringify(sheet)}) ${problem.message}`;
}

/** The steps that a school has taken. @throws InputProblem also for a single bad row: it would make a step look not taken */
export async function readActionsFile(file: string, io: Io): Promise<ActionTaken[]> {
  const { actions, problems } = await firstTable(file, io, async (rows) => readActions(await inOrder(rows)));
  refuseProblems(file, problems);
  return actions;
}

/** When the school is open. @throws InputProblem also for a single bad row: it would move every count of school weeks */
export async function readCalendarFile(file: string, io: Io): Promise<CalendarEntry[]> {
  const { entries, problems } = await firstTable(file, io, async (rows) => readCalendar(await inOrder(rows)));
  refuseProblems(file, problems);
  return entries;
}

/** What `read` makes of the first sheet that has the header it looks for; a CSV file is one sheet. */
async function firstTable<T>(
  file: string,
  io: Io,
  read: (rows: AsyncIterable<readonly Row[]>) => Promise<T>,
): Promise<T> {
  let problem: RegisterError | null = null;
  for await (const { rows } of readTables(file, io)) {
    try {
      return await read(rows);
    } catch (error) {
      if (!(error instanceof RegisterError)) throw error;
      problem ??= error;
    }
  }
  throw new InputProblem(`${shownName(file)}: ${problem?.message ?? 'has no sheet that is not hidden.'}`);
}

/** All rows of a short table, with blank ones where a workbook leaves them out, so that the index tells the line. */
async function inOrder(rows: AsyncIterable<readonly Row[]>): Promise<(readonly string[])[]> {
  const all: (readonly string[])[] = [];
  for await (const batch of rows) {
    for (const { line, cells } of batch) {
      while (all.length < line - 1) all.push(BLANK);
      all.push(cells);
    }
  }
  return all;
}

const BLANK: readonly string[] = [];

function refuseProblems(file: string, problems: readonly RowProblem[]): void {
  const [first, ...more] = problems;
  if (!first) return;
  const others = more.length === 0 ? '' : ` (and ${more.length} more)`;
  const what = first.message.replace(/[;,] the (?:row|action) is left out\.$|\.$/, '');
  throw new InputProblem(`${shownName(file)}, line ${first.row}: ${oneLine(what)}${others}; mend it and try again.`);
}

/** A count of rows on the terminal while a long register is read; nothing in a pipe. */
function showProgress(io: Io): { add(rows: number): void; end(): void } {
  let read = 0;
  let shown = 0;
  return {
    add(rows) {
      read += rows;
      if (!io.stderr.isTerminal || read - shown < ROWS_BETWEEN_SIGNS) return;
      shown = read;
      io.stderr.write(`\rrollmark: ${read.toLocaleString('en-GB')} rows read`);
    },
    end() {
      if (shown > 0) io.stderr.write('\r\x1b[K');
    },
  };
}
