import { readDate, readSession } from './date-text.ts';
import type { CalendarEntry, SessionOfDay } from './pupil.ts';
import { RegisterError } from './register.ts';
import { compact } from './register-columns.ts';
import type { RowProblem } from './row-problem.ts';

const OPEN = /^(?:true|yes|y|1|open|o|t)$/i;
const CLOSED = /^(?:false|no|n|0|closed|close|c|f|shut)$/i;
const WHOLE_DAY = /^(?:|all day|day|both|whole day|full day|am ?[&/+] ?pm)$/i;

/** Reads the rows of a calendar file (its header first). @throws RegisterError when the header lacks a needed column. */
export function readCalendar(rows: Iterable<readonly string[]>): { entries: CalendarEntry[]; problems: RowProblem[] } {
  const entries = new Map<string, CalendarEntry>();
  const problems: RowProblem[] = [];
  let columns: { date: number; session: number; open: number } | null = null;
  let row = 0;
  for (const cells of rows) {
    row++;
    if (cells.every((cell) => cell.trim() === '')) continue;
    if (!columns) {
      columns = headerOf(cells);
      continue;
    }
    const date = readDate(cells[columns.date] ?? '')?.day;
    const sessions = sessionsOf(cells[columns.session] ?? '');
    const state = (cells[columns.open] ?? '').trim();
    const why =
      date === undefined
        ? `${JSON.stringify(cells[columns.date] ?? '')} is no date`
        : sessions.length === 0
          ? `${JSON.stringify(cells[columns.session] ?? '')} is no session, expected AM or PM`
          : OPEN.test(state) || CLOSED.test(state)
            ? null
            : `${JSON.stringify(state)} is neither true nor false`;
    if (why !== null || date === undefined) {
      problems.push({ row, pupilId: null, message: `${why}; the row is left out.` });
      continue;
    }
    for (const session of sessions) {
      const key = `${date} ${session}`;
      const before = entries.get(key);
      const open = OPEN.test(state);
      if (before && before.open !== open)
        problems.push({
          row,
          pupilId: null,
          message: `${date} ${session} is open in one row and closed in another; the first is used.`,
        });
      if (!before) entries.set(key, { date, session, open });
    }
  }
  if (!columns) throw new RegisterError('The calendar file is empty: expected the header "date, session, open".');
  return { entries: [...entries.values()], problems };
}

function sessionsOf(text: string): SessionOfDay[] {
  const session = readSession(text);
  return session ? [session] : WHOLE_DAY.test(text.trim()) ? ['AM', 'PM'] : [];
}

function headerOf(cells: readonly string[]): { date: number; session: number; open: number } {
  const words = cells.map(compact);
  const found = {
    date: words.findIndex((word) => ['date', 'day', 'calendardate'].includes(word)),
    session: words.findIndex((word) => ['session', 'ampm', 'halfday', 'period'].includes(word)),
    open: words.findIndex((word) => ['open', 'isopen', 'state', 'status', 'schoolopen'].includes(word)),
  };
  if (found.date < 0 || found.open < 0)
    throw new RegisterError(
      'The calendar file needs the columns "date, session, open", with true or false under open.',
    );
  return found;
}
