import { readActions } from '#core/attendance/actions.ts';
import { readCalendar } from '#core/attendance/calendar-file.ts';
import type { ActionTaken, CalendarEntry } from '#core/attendance/pupil.ts';
import { createRegisterReader, RegisterError, type RegisterReading } from '#core/attendance/register.ts';
import type { RowProblem } from '#core/attendance/row-problem.ts';
import type { Io } from '../io.ts';
import { oneLine } from '../output/terminal-text.ts';
import { InputProblem } from '../problem.ts';
import { shownName } from './files.ts';
import type { Row } from './row.ts';
import { readTables } from './rows.ts';

const ROWS_BETWEEN_SIGNS = 250_000;

/** Reads a register from a CSV or Excel file, row by row. What is wrong with single rows is in its `problems`. @throws InputProblem */
export function readRegisterFile(file: string, io: Io): Promise<RegisterReading> {
  return firstTable(file, io, async (rows) => {
    const reader = createRegisterReader();
    const progress = showProgress(io);
    for await (const batch of rows) {
      for (const { cells, line } of batch) reader.push(cells, line);
      progress.at(batch.at(-1)?.line ?? 0);
    }
    progress.end();
    return reader.finish();
  });
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
      while (all.length < line - 1) all.push([]);
      all.push(cells);
    }
  }
  return all;
}

function refuseProblems(file: string, problems: readonly RowProblem[]): void {
  const [first, ...more] = problems;
  if (!first) return;
  const others = more.length === 0 ? '' : ` (and ${more.length} more)`;
  const what = first.message.replace(/[;,] the (?:row|action) is left out\.$|\.$/, '');
  throw new InputProblem(`${shownName(file)}, line ${first.row}: ${oneLine(what)}${others}; mend it and try again.`);
}

/** A count of rows on the terminal while a long register is read; nothing in a pipe. */
function showProgress(io: Io): { at(rows: number): void; end(): void } {
  let shown = 0;
  return {
    at(rows) {
      if (!io.stderr.isTerminal || rows - shown < ROWS_BETWEEN_SIGNS) return;
      shown = rows;
      io.stderr.write(`\rrollmark: ${rows.toLocaleString('en-GB')} rows read`);
    },
    end() {
      if (shown > 0) io.stderr.write('\r\x1b[K');
    },
  };
}
