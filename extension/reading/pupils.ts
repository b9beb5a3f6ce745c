import { tidy } from './cell.ts';
import type { Column } from './columns.ts';
import { namesGroup } from './groups.ts';
import type { MatrixCell, MatrixRow } from './matrix.ts';
import { looksLikeName, nameKey, spokenName } from './names.ts';

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
  const name = parted ?? spokenName(nameIn(cell));
  if (namesGroup(name)) return null;
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

/** The name without the badges, notes and buttons that share its cell: they stand behind the part that is the name. */
function nameIn({ element, text }: MatrixCell): string {
  if (element.childElementCount === 0) return text;
  for (const part of element.querySelectorAll('a,b,strong,s,del,[class*="name" i],span,div,p')) {
    const own = tidy(part.textContent ?? '');
    const rest = text.slice(own.length);
    if (part.childElementCount === 0 && looksLikeName(own) && text.startsWith(own) && !CONTINUES.test(rest)) return own;
  }
  const bare = tidy(element.firstChild?.nodeType === 3 ? (element.firstChild.textContent ?? '') : '');
  return looksLikeName(bare) && text.startsWith(bare) && BADGES.test(text.slice(bare.length)) ? bare : text;
}

/** Short words in capitals, or with a digit, are no part of a name: "PP", "SEN", "9HL". */
const BADGES = /^(?: (?:\p{Lu}{1,4}|(?=\p{Lu}{0,6}\d)[\p{Lu}\d]{1,8}))+$/u;

/** A name that goes on behind its first part: "Bellamy, Yusuf (Joe)", "Yusuf Bellamy-Stone". */
const CONTINUES = /^(?: ?\(\p{Lu}|[-’'\p{L}]| ?,)/u;

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
