import type { CalendarEntry, SessionOfDay } from '#core/attendance/pupil.ts';
import type { Io } from '../io.ts';
import { InputProblem } from '../problem.ts';
import { readColumns } from './columns.ts';
import { readDate } from './dates.ts';
import { shownName } from './files.ts';

const COLUMNS = {
  date: { names: ['date', 'day', 'calendar date'], isRequired: true },
  session: { names: ['session', 'am/pm', 'half day'], isRequired: false },
  open: { names: ['open', 'is open', 'school open', 'status'], isRequired: true },
} as const;
const SESSIONS: Readonly<Record<string, readonly SessionOfDay[]>> = {
  '': ['AM', 'PM'],
  both: ['AM', 'PM'],
  'all day': ['AM', 'PM'],
  day: ['AM', 'PM'],
  am: ['AM'],
  morning: ['AM'],
  pm: ['PM'],
  afternoon: ['PM'],
};
const OPEN = new Set(['true', 'yes', 'y', '1', 'open']);
const CLOSED = new Set(['false', 'no', 'n', '0', 'closed', 'shut']);

/** The sessions that a calendar file says are open or closed. A row without a session is the whole day. @throws InputProblem */
export async function readCalendarFile(file: string, io: Io): Promise<CalendarEntry[]> {
  const entries = new Map<string, CalendarEntry>();
  for (const { line, cells } of await readColumns(file, COLUMNS, io)) {
    const at = `${shownName(file)}, line ${line}`;
    const date = readDate(cells.date);
    if (!date) throw new InputProblem(`${at}: "${cells.date}" is not a date; write YYYY-MM-DD.`);
    const sessions = SESSIONS[cells.session.toLowerCase()];
    if (!sessions) throw new InputProblem(`${at}: "${cells.session}" is not a session; write AM or PM.`);
    const word = cells.open.toLowerCase();
    if (!OPEN.has(word) && !CLOSED.has(word)) {
      throw new InputProblem(`${at}: "${cells.open}" does not say whether the school is open; write true or false.`);
    }
    for (const session of sessions) {
      const key = `${date} ${session}`;
      const open = OPEN.has(word);
      const known = entries.get(key);
      if (known && known.open !== open) {
        throw new InputProblem(`${at}: ${key} is both open and closed; keep the row that is right.`);
      }
      entries.set(key, { date, session, open });
    }
  }
  return [...entries.values()];
}
