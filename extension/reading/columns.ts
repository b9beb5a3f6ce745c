import { readWrittenDay, sessionIn } from './days.ts';
import { countsPupils, headsGroups, namesGroup } from './groups.ts';
import { isCode, markIn } from './mark-text.ts';
import type { Matrix, MatrixCell } from './matrix.ts';
import { looksLikeName, looksLikeOneName } from './names.ts';
import { type CountUnit, type HeadingMeaning, headingMeaning, isBareShare, normalise, unitIn } from './words.ts';

/** One column: what it holds, by its heading and its values together. */
export interface Column {
  index: number;
  /** "Absence / Unauthorised", for provenance and for refusals. */
  heading: string;
  meaning: HeadingMeaning;
  /** The unit that the heading or half values (52.5) show; null when neither does. */
  unit: CountUnit | null;
}

/** Rows that are enough to know a column of names by its values. */
const SAMPLE = 60;
const WHOLE = /^\d{1,4}$/;
const NUMBER = /^\d{1,4}(?:\.\d+)?$/;
const PERCENT = /^(?:1?\d{1,2}(?:\.\d+)?|1?\d{1,2},\d{1,2}(?= ?%)) ?%?$/;
const NO_FIGURE = /^(?:[-–—]|n\/?a)$/i;
const UPN = /^[A-Z]\d{11}[0-9A-Z]$/;
const COUNTS: ReadonlySet<HeadingMeaning> = new Set([
  'possible',
  'attended',
  'educatedElsewhere',
  'absent',
  'authorised',
  'unauthorised',
  'late',
  'unexplained',
]);

/** What each column holds. A heading that its own values contradict says nothing. */
export function readColumns(matrix: Matrix): Column[] {
  const columns = matrix.headings.map((path, index) => {
    const cells = matrix.rows.flatMap((row) => row.cells[index] ?? []);
    const heading = path.join(' / ');
    return { index, heading, meaning: meaningOf(path, cells), unit: unitIn(heading) ?? halves(cells) };
  });
  return withOneNameColumn(withoutSecondOpinions(withoutBareShare(columns, matrix)), matrix);
}

/** "%" alone, beside numbers whose headings say nothing, could be a share of anything. */
function withoutBareShare(columns: readonly Column[], matrix: Matrix): readonly Column[] {
  const strange = columns.some(
    ({ meaning, index, heading }) =>
      meaning === 'doubtful' || (meaning === 'other' && /\p{L}/u.test(heading) && isNumeric(matrix, index)),
  );
  return strange && !columns.some(({ meaning }) => meaning === 'possible')
    ? columns.map((column) =>
        column.meaning === 'percent' && isBareShare(column.heading) ? { ...column, meaning: 'doubtful' } : column,
      )
    : columns;
}

/** Whether most of what stands in a column is a count. */
export function isNumeric({ rows }: Matrix, index: number): boolean {
  const texts = rows.map((row) => row.cells[index]?.text ?? '').filter((text) => text !== '');
  return texts.length > 0 && texts.filter((text) => WHOLE.test(text)).length >= texts.length * 0.9;
}

/**
 * Leaves out columns that say again, in part or in another unit, what a better one says:
 * "Present" beside "Present + AEA", and days absent beside sessions possible and attended.
 */
function withoutSecondOpinions(columns: readonly Column[]): Column[] {
  const attended = columns.filter(({ meaning }) => meaning === 'attended');
  const whole = attended.filter(({ heading }) => /\baea\b/i.test(heading));
  const hasBoth = attended.length > 0 && columns.some(({ meaning }) => meaning === 'possible');
  const isSpare = (column: Column): boolean =>
    // "Present + AEA" has the AEA in it already.
    (column.meaning === 'educatedElsewhere' && whole.length === 1) ||
    (column.meaning === 'attended' && whole.length === 1 && column !== whole[0]) ||
    (column.meaning === 'absent' && column.unit === 'days' && hasBoth && attended.every(({ unit }) => unit !== 'days'));
  return columns.map((column) => (isSpare(column) ? { ...column, meaning: 'other' } : column));
}

function meaningOf(path: readonly string[], cells: readonly MatrixCell[]): HeadingMeaning {
  const said = headingMeaning(path);
  const texts = cells.map((cell) => cell.text).filter((text) => text !== '' && !NO_FIGURE.test(text));
  const most = (test: (text: string) => boolean): boolean =>
    texts.length > 0 && texts.filter(test).length >= texts.length * 0.9;
  if (texts.length > 1 && most((text) => UPN.test(text))) return 'id';
  if (said === 'attended' || said === 'percent') return attendanceMeaning(path, said, texts, most);
  if (said === 'doubtful') return most((text) => PERCENT.test(text) || NUMBER.test(text)) ? said : 'other';
  if (COUNTS.has(said) && texts.length > 0 && !most((text) => NUMBER.test(text)))
    return most((text) => PERCENT.test(text)) ? 'doubtful' : 'other';
  if (COUNTS.has(said)) return said;
  if (said === 'surname' || said === 'forename') return most(looksLikeOneName) || most(looksLikeName) ? said : 'other';
  if (said === 'name') return most((text) => !NUMBER.test(text)) ? said : 'other';
  if (said === 'mark') {
    const filled = cells.filter(({ from }) => from !== 'blank');
    return filled.length > 0 && filled.filter((cell) => markIn(cell, null) !== undefined).length >= filled.length * 0.9
      ? said
      : 'other';
  }
  // "When" above "20 November 2026 PM": no date of birth has a half of the day.
  if (said === 'other' && most((text) => text.length < 40 && sessionIn(text) !== null && readWrittenDay(text) !== null))
    return 'date';
  return said;
}

/** "Present" and "Attendance" head counts, percentages, codes and words alike: the values decide. */
function attendanceMeaning(
  path: readonly string[],
  said: 'attended' | 'percent',
  texts: readonly string[],
  most: (test: (text: string) => boolean) => boolean,
): HeadingMeaning {
  const signed = /%|per ?cent|pct/.test(normalise(path.join(' ')));
  const written =
    texts.some((text) => text.endsWith('%')) || texts.filter((text) => text.includes('.')).length * 2 > texts.length;
  if (
    most((text) => PERCENT.test(text)) &&
    (signed || (written && said === 'percent') || texts.some((text) => text.endsWith('%')))
  ) {
    return 'percent';
  }
  if (said === 'attended' && !signed && most((text) => NUMBER.test(text))) return 'attended';
  return most(isCode) && texts.some((text) => /[^\d]/.test(text)) ? 'mark' : 'other';
}

function halves(cells: readonly MatrixCell[]): CountUnit | null {
  const numbers = cells.map((cell) => cell.text).filter((text) => NUMBER.test(text));
  const fractions = numbers.filter((text) => !WHOLE.test(text));
  return fractions.length > 0 &&
    fractions.every((text) => /\.(?:0|00|5|50)$/.test(text)) &&
    fractions.some((text) => /\.50?$/.test(text))
    ? 'days'
    : null;
}

/** Columns of adults, or of what is taught, whose values can look like a pupil's name. */
const STAFF =
  /\b(?:teachers?|staff|employees?|parents?|carers?|guardians?|contacts?|(?:taken|recorded|made) by|users?|course|subject)\b/i;

/** Keeps the one column that names the pupil; without a heading for it, the one whose values read as names. */
function withOneNameColumn(columns: Column[], matrix: Matrix): Column[] {
  const textsOf = ({ index }: Column): string[] =>
    matrix.rows.slice(0, SAMPLE).flatMap((row) => row.cells[index]?.text || []);
  const ofMany = columns.some((column) => countsPupils(normalise(column.heading), textsOf(column)));
  const score = (column: Column): number => {
    const texts = textsOf(column);
    if (texts.length === 0 || ofMany || STAFF.test(column.heading) || headsGroups(normalise(column.heading))) return 0;
    if (texts.filter(namesGroup).length >= texts.length * 0.8) return 0;
    // Below "Name" alone, "Oak", "Beech" and "Hazel" may be classes.
    if (/^names?$/i.test(column.heading) && texts.every((text) => !/\s/.test(text))) return 0;
    const names = texts.filter(looksLikeName).length / texts.length;
    const distinct = new Set(texts).size / texts.length;
    if (column.meaning === 'name') return 1 + names + distinct;
    // Under another word stand tutors, mentors and contacts too.
    const unsaid = column.meaning === 'other' && /^\P{L}*$|name/iu.test(column.heading);
    return unsaid && names >= 0.8 && distinct > 0.5 ? names : 0;
  };
  const best = columns.map((column) => ({ column, points: score(column) })).sort((a, b) => b.points - a.points)[0];
  const chosen = best && best.points > 0 ? best.column : null;
  return columns.map((column) => {
    if (column === chosen) return { ...column, meaning: 'name' };
    return column.meaning === 'name' ? { ...column, meaning: 'other' } : column;
  });
}
