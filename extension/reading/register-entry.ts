import type { Mark, SessionOfDay } from '#core/attendance/pupil.ts';
import { type CellContent, isOn } from './cell.ts';
import type { Column } from './columns.ts';
import { longDay, sessionIn } from './days.ts';
import { isCode, markIn, UNREAD_MARK } from './mark-text.ts';
import type { Matrix, MatrixRow } from './matrix.ts';
import type { GridReading, PupilReading } from './page-reading.ts';
import { readOneDay } from './period.ts';
import { pupilOf } from './pupils.ts';
import type { Context } from './summary.ts';
import type { Surroundings } from './surroundings.ts';

/** How the mark of one half of the day is shown: in a column, or by which of several radio buttons is on. */
interface Half {
  session: SessionOfDay | null;
  read: (row: MatrixRow) => CellContent | undefined;
}

const OF_LESSONS = /\b(?:lesson|subject|teacher|period \d|p\d)\b/i;
const PRESENT = /^present\b/i;

/**
 * The marks of a register that is being taken: one day, one session or both. They are never enough for a step, so such
 * a table is always refused; its marks are there to warn of codes. Null when the table is no register of a day.
 */
export function readRegisterEntry(
  matrix: Matrix,
  columns: readonly Column[],
  context: Context,
  levels: readonly Surroundings[],
): GridReading | null {
  if (!columns.some(({ meaning }) => meaning === 'name' || meaning === 'surname')) return null;
  const halves = halvesOf(matrix, columns);
  if (halves.length === 0) return null;
  const day = readOneDay(levels, context.today);
  const around = sessionAround(levels);
  if (
    !day ||
    day > context.today ||
    levels.slice(0, 3).some(({ texts }) => texts.some((text) => OF_LESSONS.test(text)))
  )
    return null;
  const rowSession = columns.find(({ meaning }) => meaning === 'session');
  const byPupil = new Map<string, PupilReading & { marks: Mark[] }>();
  let only: SessionOfDay | null = null;
  for (const row of matrix.rows) {
    const pupil = pupilOf(row, columns);
    if (!pupil) continue;
    // Rows of one name are one pupil only where a column tells their halves of the day apart.
    const key = rowSession ? pupil.id : `${pupil.id} ${byPupil.size}`;
    let found = byPupil.get(key);
    if (!found) {
      const marks: Mark[] = [];
      const record = { pupilId: pupil.id, name: pupil.name, ...(pupil.year ? { year: pupil.year } : {}), marks };
      byPupil.set(key, (found = { record, anchor: pupil.cell.element, problem: null, marks }));
    }
    for (const half of halves) {
      const session = half.session ?? (rowSession ? sessionIn(row.cells[rowSession.index]?.text ?? '') : around);
      const cell = half.read(row);
      if (session === null || !cell) continue;
      only = session;
      const code = markIn(cell, session);
      if (code !== null) found.marks.push({ date: day, session, code: code === undefined ? UNREAD_MARK : code });
    }
  }
  const pupils = [...byPupil.values()].map(({ record, anchor, problem }) => ({ record, anchor, problem }));
  if (only === null || pupils.every(({ record }) => (record.marks ?? []).length === 0)) return null;
  return {
    kind: 'register',
    root: matrix.root,
    pupils,
    period: { from: day, to: day, words: longDay(day) },
    asAt: context.asAt,
    declaredPupils: matrix.declaredRows ?? context.totalRows,
    provenance: [],
    refusal: `This is the register of ${longDay(day)}. The policy counts the whole school year to date, so no step is shown.`,
  };
}

function halvesOf(matrix: Matrix, columns: readonly Column[]): Half[] {
  const radios = radioHalf(matrix);
  if (radios) return [radios];
  const marked = matrix.headings.flatMap((path, index) => {
    if (columns[index]?.meaning === 'session' || columns[index]?.meaning === 'name') return [];
    const cells = matrix.rows.flatMap((row) => row.cells[index] ?? []);
    const filled = cells.filter(({ from }) => from !== 'blank');
    const marks = filled.filter(
      (cell) => markIn(cell, null) !== undefined && (cell.from !== 'text' || cell.text.length < 40),
    );
    const coded = filled.some((cell) => isCode(cell.text) || cell.from === 'choice');
    if (filled.length === 0 || marks.length < filled.length * 0.9 || !coded) return [];
    const heading = path.join(' ');
    return [
      {
        index,
        session: sessionIn(heading),
        named: columns[index]?.meaning === 'mark' || cells.some(({ from }) => from === 'choice' || from === 'field'),
      },
    ];
  });
  const halved = marked.filter(({ session }) => session !== null);
  const chosen = halved.length > 0 ? halved : marked.filter(({ named }) => named);
  const sessions = new Set(chosen.map(({ session }) => session));
  if (sessions.size < chosen.length) return [];
  return chosen.map(({ index, session }) => ({ session, read: (row) => row.cells[index] }));
}

/** One column for each code, with a button that is on in one of them. */
function radioHalf(matrix: Matrix): Half | null {
  const codes = new Map<number, string | null>();
  matrix.headings.forEach((path, index) => {
    const cells = matrix.rows.flatMap((row) => row.cells[index]?.element ?? []);
    const single = cells.filter((cell) => cell.querySelectorAll('input[type="radio"]').length === 1);
    if (single.length > 0 && single.length === cells.length) codes.set(index, codeIn(path.at(-1) ?? '', single));
  });
  if (codes.size < 2) return null;
  return {
    session: null,
    read: (row) => {
      const on = [...codes].filter(([index]) => {
        const button = row.cells[index]?.element.querySelector<HTMLInputElement>('input[type="radio"]');
        return button !== null && button !== undefined && isOn(button);
      });
      const [chosen, ...more] = on;
      if (!chosen) return { text: '', from: 'blank' };
      // Two buttons that are both on belong to two questions.
      return { text: more.length > 0 ? '?' : (chosen[1] ?? '?'), from: 'choice' };
    },
  };
}

function codeIn(heading: string, cells: readonly Element[]): string | null {
  const values = new Set(cells.map((cell) => cell.querySelector('input')?.getAttribute('value') ?? ''));
  const [value] = values;
  if (values.size === 1 && value !== undefined && isCode(value)) return value;
  if (PRESENT.test(heading)) return 'present';
  return isCode(heading) ? heading : (/\(([A-Z]\d?|[/\\])\)$/.exec(heading)?.[1] ?? null);
}

/** The half of the day that the nearest words around name. */
function sessionAround(levels: readonly Surroundings[]): SessionOfDay | null {
  for (const { texts } of levels) {
    const found = new Set(
      texts
        .filter((text) => text.length < 120)
        .map(sessionIn)
        .filter((session) => session !== null),
    );
    const [only, ...more] = found;
    if (more.length > 0) return null;
    if (only) return only;
  }
  return null;
}
