import { addDays, type Day, requireDayNumber, weekday } from '#core/attendance/day.ts';
import type { Mark } from '#core/attendance/pupil.ts';
import { visibleText } from './cell.ts';
import type { Column } from './columns.ts';
import { longDay, readWrittenDay, sessionIn } from './days.ts';
import { markIn, UNREAD_MARK } from './mark-text.ts';
import type { Matrix, MatrixRow } from './matrix.ts';
import { looksLikeName, nameKey, spokenName } from './names.ts';
import type { GridReading, PupilReading } from './page-reading.ts';
import { pupilOf } from './pupils.ts';
import { dateColumns, type SessionColumn } from './sessions.ts';
import type { Sight } from './sight.ts';
import type { Context } from './summary.ts';

/** A list that leaves out more than this part of the sessions between its first and last day is no whole register. */
const LEAST_SHARE = 0.7;

/** Whether a table has one row for each mark: a date and a code, and AM or PM in a column or beside the date. */
export function isMarkList(matrix: Matrix, columns: readonly Column[]): boolean {
  const [date, mark] = ['date', 'mark'].map((meaning) => columns.find((column) => column.meaning === meaning));
  if (!date || !mark || matrix.rows.length < 2) return false;
  const dated = matrix.rows.filter((row) => readWrittenDay(textAt(row, date)) !== null);
  return dated.length >= matrix.rows.length * 0.9;
}

/** The marks of each pupil of such a list; of one pupil, named by the page's heading, where no column names them. */
export function readMarkList(matrix: Matrix, columns: readonly Column[], context: Context, sight: Sight): GridReading {
  const reading: GridReading = {
    kind: 'register',
    root: matrix.root,
    pupils: [],
    period: null,
    asAt: context.asAt,
    declaredPupils: null,
    provenance: [],
    refusal: null,
  };
  const owner = columns.some(({ meaning }) => meaning === 'name' || meaning === 'surname')
    ? null
    : headedPupil(matrix.root, sight);
  const byPupil = new Map<string, PupilReading & { marks: Mark[] }>();
  const days = readDays(matrix, columns, context);
  if (typeof days === 'string') return { ...reading, refusal: days };
  for (const [at, row] of matrix.rows.entries()) {
    const pupil = owner ?? pupilOf(row, columns);
    const day = days[at];
    if (!pupil || !day) continue;
    let found = byPupil.get(pupil.id);
    if (!found) {
      const marks: Mark[] = [];
      found = {
        record: { pupilId: pupil.id, name: pupil.name, ...(pupil.year ? { year: pupil.year } : {}), marks },
        anchor: pupil.cell.element,
        problem: null,
        marks,
      };
      byPupil.set(pupil.id, found);
    }
    const mark = { date: day.date, session: day.session ?? 'AM', code: codeOf(row, columns, day) };
    const twice = found.marks.some(({ date, session }) => date === mark.date && session === mark.session);
    if (twice || (pupil.year ?? null) !== (found.record.year ?? null)) found.problem ??= TWO_OF_A_NAME;
    found.marks.push(mark);
  }
  reading.pupils = [...byPupil.values()].map(({ record, anchor, problem }) => ({ record, anchor, problem }));
  const dates = days.map(({ date }) => date).sort();
  const [from, to] = [dates[0], dates.at(-1)];
  if (!from || !to || reading.pupils.length === 0) return { ...reading, refusal: 'The list of marks names no pupil.' };
  reading.period = { from, to, words: `${longDay(from)} to ${longDay(to)}` };
  if (days.some(({ session }) => session === null)) {
    return {
      ...reading,
      refusal: 'The list does not say which marks are for the morning and which for the afternoon.',
    };
  }
  return { ...reading, refusal: listRefusal([...byPupil.values()], matrix, context) };
}

function readDays(matrix: Matrix, columns: readonly Column[], context: Context): SessionColumn[] | string {
  const date = columns.find(({ meaning }) => meaning === 'date');
  const session = columns.find(({ meaning }) => meaning === 'session');
  const written = matrix.rows.map((row, index) => {
    const text = date ? textAt(row, date) : '';
    const day = readWrittenDay(text);
    return day
      ? { index, written: day, ofWeek: null, session: sessionIn(session ? textAt(row, session) : text) }
      : null;
  });
  const known = written.filter((day) => day !== null);
  if (known.length < written.length) return 'Some rows of the list of marks have no date that can be read.';
  return dateColumns(known, context.today, 'found' in context.period ? context.period.found.to : context.asAt);
}

function codeOf(row: MatrixRow, columns: readonly Column[], { session }: SessionColumn): string {
  const column = columns.find(({ meaning }) => meaning === 'mark');
  const cell = column ? row.cells[column.index] : undefined;
  const code = cell ? markIn(cell, session) : null;
  return code === undefined ? UNREAD_MARK : (code ?? '-');
}

function listRefusal(
  pupils: readonly { marks: Mark[] }[],
  matrix: Matrix,
  { basis, totalRows }: Context,
): string | null {
  if (basis?.unit === 'lessons')
    return 'These marks are for lessons. The policy counts sessions (half days), so no step is shown.';
  if (totalRows !== null && totalRows > matrix.rows.length) {
    return `The page shows ${matrix.rows.length} of ${totalRows} rows, so the marks cannot be counted.`;
  }
  for (const { marks } of pupils) {
    const dates = marks.map(({ date }) => date).sort();
    const sessions = 2 * countWeekdays(dates[0] ?? '', dates.at(-1) ?? '');
    const present = marks.some(({ code }) => code === '/' || code === '\\');
    if (!present || marks.length < sessions * LEAST_SHARE) {
      return 'The list shows some of the marks only, such as the absences, so they cannot be counted.';
    }
  }
  return null;
}

function countWeekdays(from: Day, to: Day): number {
  let count = 0;
  for (let day = 0; day <= requireDayNumber(to) - requireDayNumber(from); day++)
    if (weekday(addDays(from, day)) < 5) count++;
  return count;
}

const TWO_OF_A_NAME = 'Two marks stand for one session, or two classes beside one name, so this could be two pupils.';

/** The pupil of a page about one: the nearest heading before the list that is a name and nothing else. */
function headedPupil(root: Element, sight: Sight): ReturnType<typeof pupilOf> {
  for (let at = root.parentElement; at; at = at.parentElement) {
    const headings = [...at.querySelectorAll('h1,h2,h3,[role="heading"]')].filter(
      (heading) => !sight.isHidden(heading),
    );
    const named = headings.filter((heading) => looksLikeName(visibleText(heading, sight)));
    const [only, ...more] = named;
    if (more.length > 0) return null;
    if (only) {
      const name = spokenName(visibleText(only, sight));
      return { id: nameKey(name), name, year: undefined, cell: { element: only, text: name, from: 'text' } };
    }
  }
  return null;
}

function textAt(row: MatrixRow, column: Column): string {
  return row.cells[column.index]?.text ?? '';
}
