import type { Column } from './columns.ts';
import { readWrittenDay, sessionIn } from './days.ts';
import { type Entry, readEntries } from './entries.ts';
import type { Matrix, MatrixRow } from './matrix.ts';
import { ownerOf } from './owner.ts';
import type { GridReading } from './page-reading.ts';
import { pupilOf } from './pupils.ts';
import type { Sight } from './sight.ts';
import type { Context } from './summary.ts';

/** The marks of each pupil of such a list; of one pupil, named by the page's heading, where no column names them. */
export function readMarkList(matrix: Matrix, columns: readonly Column[], context: Context, sight: Sight): GridReading {
  const named = columns.some(({ meaning }) => meaning === 'name' || meaning === 'surname');
  const owner = named ? null : ownerOf(matrix.root, sight);
  const [date, session, mark] = (['date', 'session', 'mark'] as const).map((meaning) =>
    columns.find((column) => column.meaning === meaning),
  );
  const entries: Entry[] = [];
  let undated = false;
  for (const row of matrix.rows) {
    const pupil = owner ?? pupilOf(row, columns);
    const text = date ? textAt(row, date) : '';
    const written = readWrittenDay(text);
    if (!written) undated = true;
    const cell = mark ? row.cells[mark.index] : undefined;
    if (!pupil || !written) continue;
    const half = sessionIn(session ? textAt(row, session) : text);
    entries.push({ pupil, written, ofWeek: null, session: half, cell: cell ?? { text: '', from: 'blank' } });
  }
  const reading = readEntries(entries, matrix.root, context, matrix.rows.length);
  if (undated)
    return { ...reading, pupils: [], refusal: 'Some rows of the list of marks have no date that can be read.' };
  if (entries.length === 0) return { ...reading, refusal: 'The list of marks names no pupil.' };
  return reading;
}

function textAt(row: MatrixRow, column: Column): string {
  return row.cells[column.index]?.text ?? '';
}
