import { readActions } from '#core/attendance/actions.ts';
import { RegisterError } from '#core/attendance/register.ts';
import type { LoggedStep } from '../messages.ts';

type Row = LoggedStep & { pupilId: string };

/** The rows of such a file, or a sentence why it is none. */
export function readLogFile(text: string): { rows: Row[]; left: number } | { problem: string } {
  try {
    const { actions, problems } = readActions(cellsOf(text));
    const rows = actions.map(({ pupilId, step, date, outcome }) => ({
      pupilId,
      step,
      date,
      ...(outcome ? { outcome } : {}),
    }));
    return { rows, left: problems.length };
  } catch (error) {
    if (!(error instanceof RegisterError)) throw error;
    return { problem: error.message };
  }
}

/** Rows of cells from comma-separated values with double quotes. */
function* cellsOf(text: string): Generator<string[]> {
  let row: string[] = [];
  let cell = '';
  let inQuotes = false;
  const plain = text.replace(/^\ufeff/, '');
  for (let at = 0; at < plain.length; at++) {
    const letter = plain.charAt(at);
    if (inQuotes) {
      if (letter !== '"') cell += letter;
      else if (plain.charAt(at + 1) === '"') {
        cell += '"';
        at++;
      } else inQuotes = false;
    } else if (letter === '"') inQuotes = true;
    else if (letter === ',') {
      row.push(cell);
      cell = '';
    } else if (letter === '\n') {
      yield [...row, cell];
      row = [];
      cell = '';
    } else if (letter !== '\r') cell += letter;
  }
  if (cell !== '' || row.length > 0) yield [...row, cell];
}
