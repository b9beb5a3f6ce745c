import { readRegister } from '#core/attendance/register.ts';
import type { RowProblem } from '#core/attendance/row-problem.ts';

/** Files as a person would type them, and what was read of them in a few words. */

/** Rows of cells parted by bars. */
export const rows = (text: string): string[][] =>
  text.split('\n').map((line) => line.split('|').map((cell) => cell.trim()));

/** "7 2025-09-01 AM /": the marks of a register, pupil by pupil. */
export const marksIn = (given: string[][]): string[] =>
  readRegister(given).pupils.flatMap(({ pupilId, marks = [] }) =>
    marks.map(({ date, session, code }) => `${pupilId} ${date} ${session} ${code}`),
  );

/** "2 A1: The row has no date.": what was wrong, row by row. */
export const said = (problems: readonly RowProblem[]): string[] =>
  problems.map(({ row, pupilId, message }) => `${row} ${pupilId ?? '-'}: ${message}`);
