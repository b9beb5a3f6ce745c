import { RegisterError, type RegisterReading, readRegister } from '#core/attendance/register.ts';
import type { Io } from '../io.ts';
import { InputProblem } from '../problem.ts';
import { shownName } from './files.ts';
import { type Row, readTables } from './rows.ts';

const ROWS_BETWEEN_SIGNS = 250_000;

/** Reads a register from a CSV or Excel file; of a workbook, the first sheet with a register's header. @throws InputProblem */
export async function readRegisterFile(file: string, io: Io): Promise<RegisterReading> {
  let problem: RegisterError | null = null;
  for await (const { rows } of readTables(file, io)) {
    try {
      return readRegister(await collect(rows, io));
    } catch (error) {
      if (!(error instanceof RegisterError)) throw error;
      problem ??= error;
    }
  }
  throw new InputProblem(`${shownName(file)}: ${problem?.message ?? 'holds no table with rows.'}`);
}

async function collect(rows: AsyncIterable<readonly Row[]>, io: Io): Promise<string[][]> {
  const progress = showProgress(io);
  const all: string[][] = [];
  for await (const batch of rows) {
    for (const { line, cells } of batch) {
      // A workbook leaves blank rows out; they stay in, so that row numbers are the file's.
      while (all.length < line - 1) all.push([]);
      all.push([...cells]);
    }
    progress.at(all.length);
  }
  progress.end();
  return all;
}

/** A count of rows on the terminal, while a long register is read; nothing in a pipe. */
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
