import type { Day } from '#core/attendance/day.ts';
import { type Column, readColumns } from './columns.ts';
import { longDay, schoolYearStart } from './days.ts';
import { withDerivedColumns } from './derived-columns.ts';
import type { Matrix, MatrixRow } from './matrix.ts';
import { ownerOf } from './owner.ts';
import type { PeriodReading } from './period.ts';
import { LEAST_FIGURES } from './rare.ts';
import type { Sight } from './sight.ts';
import { FIGURES, headingMeaning } from './words.ts';

/** A table of figures that names no pupil, as the table of one row that it is. */
export interface OneRow {
  matrix: Matrix;
  columns: Column[];
  /** The school year whose row it is, from 1 August; null where the table has no rows of years. */
  yearFrom: Day | null;
}

const YEAR = /^(?:(?:academic|school) year )?(20\d{2}) ?[/–-] ?(?:20)?(\d{2})(?: \(?(?:to date|so far|current)\)?)?$/i;
const SHARE = /^(?:\d{1,3}(?:\.\d+)? ?%|\d{1,3}\.\d+)$/;
const COUNT = /^\d{1,4}(?:\.[05]0?)?(?: ?\(\d{1,3}(?:\.\d+)? ?%\))?$/;

/** Figures of the one pupil whom the page names, in a table without a column of names; a sentence why not; null: none. */
export function asOneRow(matrix: Matrix, columns: readonly Column[], today: Day, sight: Sight): OneRow | string | null {
  const found = ofYears(matrix, columns, today) ?? labelsDown(matrix, today);
  if (found === null) return null;
  const pupil = ownerOf(matrix.root, sight);
  // Without a name such parts may be those of a whole school.
  if (typeof found === 'string') return pupil || found !== IN_PARTS ? found : null;
  if (!found.columns.some(({ meaning }) => meaning === 'possible')) return null;
  if (!pupil) return NOBODY;
  const [row] = found.matrix.rows;
  if (!row) return null;
  const named: Matrix = {
    ...found.matrix,
    headings: [['Pupil'], ...found.matrix.headings],
    headingCells: [[], ...found.matrix.headingCells],
    rows: [{ ...row, cells: [pupil.cell, ...row.cells] }],
  };
  return { ...found, matrix: named, columns: readColumns(named) };
}

const NOBODY = 'The page does not say which pupil these figures are of, so no step is shown.';
const TWO_COLUMNS = 'Several columns could be the figures of this school year, and which one counts is not known.';
const IN_PARTS =
  'The figures stand for parts of the year, the week or the timetable and not for all sessions of the school year, so no step is shown.';
const NOT_THIS_YEAR = 'These figures are of other school years. The policy counts this school year.';

/** The period of a row of a school year: what the page says of that year, else the year to date. */
export function periodOfYear(from: Day, period: PeriodReading, until: Day): PeriodReading {
  return 'found' in period && schoolYearStart(period.found.from) === from && schoolYearStart(period.found.to) === from
    ? period
    : { found: { from, to: until, words: `the school year to ${longDay(until)}` } };
}

/** Headings of figures above one row, or above a row for each school year. */
function ofYears(matrix: Matrix, columns: readonly Column[], today: Day): OneRow | string | null {
  const figures = columns.filter(({ meaning }) => FIGURES.has(meaning));
  if (figures.length < LEAST_FIGURES) return null;
  const years = matrix.rows.map((row) => yearOf(row));
  if (matrix.rows.length === 1 && years[0] === null) {
    const [row] = matrix.rows;
    // A word before the figures says of what they are: a subject, a term, a group.
    const said = (row?.cells ?? []).filter((cell) => cell !== undefined && /\p{L}/u.test(cell.text));
    return said.length > 0 ? IN_PARTS : { matrix, columns: [...columns], yearFrom: null };
  }
  if (!years.every((year) => year !== null))
    return columns.some(({ meaning }) => meaning === 'possible') ? IN_PARTS : null;
  const yearFrom = schoolYearStart(today);
  const rows = matrix.rows.filter((_, at) => years[at] === Number(yearFrom.slice(0, 4)));
  return rows.length === 1 ? { matrix: { ...matrix, rows }, columns: [...columns], yearFrom } : NOT_THIS_YEAR;
}

function yearOf({ cells }: MatrixRow): number | null {
  const [, first = '', second = ''] = YEAR.exec(cells.find((cell) => cell !== undefined)?.text ?? '') ?? [];
  return first !== '' && (Number(first) + 1) % 100 === Number(second) ? Number(first) : null;
}

/** One figure a row, with its label before it: the labels become headings. */
function labelsDown(matrix: Matrix, today: Day): OneRow | string | null {
  // What the parser took for headings may be the first of the figures.
  const labels = matrix.rows.map(({ cells }) => headingMeaning([cells[0]?.text ?? '']));
  const rows = matrix.rows.filter((_, at) => FIGURES.has(labels[at] ?? 'other'));
  if (rows.length < LEAST_FIGURES || !labels.includes('possible')) return null;
  const counts = matrix.headings.flatMap((_, index) => {
    const texts = rows.map(({ cells }) => cells[index]?.text ?? '').filter((text) => text !== '');
    const fits = index > 0 && texts.length >= rows.length * 0.6 && texts.every((text) => COUNT.test(text));
    return fits && !texts.every((text) => SHARE.test(text)) ? [index] : [];
  });
  const [at, ...more] = counts;
  if (at === undefined) return null;
  // Two columns of counts are of two times, or of the pupil and of others.
  if (more.length > 0) return TWO_COLUMNS;
  const group = matrix.headings[at] ?? [];
  const used = rows.filter(({ cells }) => (cells[at]?.text ?? '') !== '');
  const one: Matrix = {
    ...matrix,
    headings: used.map(({ cells }) => [...group, cells[0]?.text ?? '']),
    headingCells: used.map(() => []),
    rows: [{ element: matrix.rows[0]?.element ?? matrix.root, cells: used.map(({ cells }) => cells[at]) }],
  };
  const derived = withDerivedColumns(one, today);
  return { matrix: derived, columns: readColumns(derived), yearFrom: null };
}
