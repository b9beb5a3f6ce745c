import type { LoggedStep } from '../messages.ts';

type Row = LoggedStep & { pupilId: string };

/** The rows as an actions file: the one that `rollmark escalate --actions` reads too. */
export function logFile(rows: readonly Row[]): string {
  const lines = rows.map(({ pupilId, step, date, outcome }) => [pupilId, step, date, outcome ?? '']);
  return `${[['pupil_id', 'step', 'date', 'outcome'], ...lines].map((cells) => cells.map(quoted).join(',')).join('\r\n')}\r\n`;
}

function quoted(cell: string): string {
  // A spreadsheet would run a cell that begins as a formula does.
  const safe = /^[=+@\t\r-]/.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
