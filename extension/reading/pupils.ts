import type { Column } from './columns.ts';
import type { MatrixCell, MatrixRow } from './matrix.ts';
import { nameKey, spokenName } from './names.ts';

/** Who a row is about. */
export interface RowPupil {
  id: string;
  name: string;
  year: string | undefined;
  cell: MatrixCell;
}

const LINK_ID =
  /(?:pupil|student|learner|person)s?(?:[-_/](?:profile|details?|view|record|show))?[-_/]?(?:ids?)?[=/-](\d{1,12})\b/i;

/** The pupil that a row names, with the system's own identifier where the row carries one; null when it names nobody. */
export function pupilOf(row: MatrixRow, columns: readonly Column[]): RowPupil | null {
  const cellOf = (meaning: Column['meaning']): MatrixCell | undefined => {
    const column = columns.find((one) => one.meaning === meaning);
    return column ? row.cells[column.index] : undefined;
  };
  const [surname, forename] = [cellOf('surname'), cellOf('forename')];
  const parted = surname?.text && forename?.text ? `${forename.text} ${surname.text}` : null;
  const cell = parted ? surname : cellOf('name');
  if (!cell || cell.text === '') return null;
  const name = parted ?? spokenName(cell.text);
  const id = cellOf('id')?.text || idInRow(row, cell) || nameKey(name);
  return { id, name, year: cellOf('year')?.text || undefined, cell };
}

const ID_ATTRIBUTES = [
  'data-student-id',
  'data-pupil-id',
  'data-learner-id',
  'data-person-id',
  'data-pupil',
  'data-student',
];

/** An identifier that the row carries out of sight, in a link to the pupil or an attribute. */
function idInRow(row: MatrixRow, cell: MatrixCell): string | null {
  for (const link of cell.element.querySelectorAll('a[href]')) {
    const found = LINK_ID.exec(link.getAttribute('href') ?? '');
    if (found?.[1]) return found[1];
  }
  for (const name of ID_ATTRIBUTES) {
    const value = row.element.getAttribute(name) ?? cell.element.getAttribute(name);
    if (value) return value;
  }
  return null;
}
