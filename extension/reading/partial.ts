import { type Column, isNumeric } from './columns.ts';
import { readWrittenDay } from './days.ts';
import { isCode } from './mark-text.ts';
import type { Matrix, MatrixRow } from './matrix.ts';
import type { GridReading, PupilReading } from './page-reading.ts';
import type { Period } from './period.ts';
import { pupilOf } from './pupils.ts';
import { findDatedColumns } from './sessions.ts';
import type { Surroundings } from './surroundings.ts';
import { FIGURES, headingMeaning, normalise } from './words.ts';

const OF_ATTENDANCE =
  /^(?:present|pres?|absent|abs|half[- ]?day|full[- ]?day|(?:un)?authori[sz]ed|(?:un)?excused|not (?:present|registered|in class|on ?site)|not in (?:class|school))\b.{0,40}$/i;
const STATUS = /^(?:late|tardy|left|none|no data|holiday|ill|medical|p|a|h|x|t)\b.{0,40}$/i;

const ABOUT = /\b(?:attendance|absences?)\b/i;

/** Said of days that are told in words or signs. */
export const WORDS =
  'The page says in words or signs who was there, and not in the register’s codes for both sessions of each day, so no step is shown.';
const NOBODY = 'The page does not say which pupil these marks are of, so no step is shown.';
const TOO_LITTLE =
  'The page does not show how many sessions were possible and attended in a way that can be counted, so no step is shown.';

/** Why a table that is plainly about attendance gives no step, with what it states of each pupil; null for other tables. */
export function readPartly(
  matrix: Matrix,
  columns: readonly Column[],
  levels: () => readonly Surroundings[],
  period: () => Period | null,
): GridReading | null {
  const named = columns.some(({ meaning }) => meaning === 'name' || meaning === 'surname');
  const dated = findDatedColumns(matrix).map(({ index }) => index);
  const days = columns.findIndex(({ index }) =>
    matrix.rows.every(({ cells }) => readWrittenDay(cells[index]?.text ?? '') !== null),
  );
  const why = ((): string | null => {
    const all = columns.map(({ index }) => textsOf(matrix, index));
    const marks = dated.flatMap((index) => all[index] ?? []);
    if (dated.length > 1 && marks.length > 0 && marks.every((text) => isStatus(text) || isCode(text)))
      return marks.every(isCode) && !named ? NOBODY : WORDS;
    const worded = all.some(
      (texts) => texts.length > 0 && texts.some((text) => OF_ATTENDANCE.test(text)) && texts.every(isStatus),
    );
    if (worded && matrix.rows.length > 1 && (named || days >= 0)) return WORDS;
    if (!named) return null;
    if (columns.some(isCount) || countsCodes(matrix) || columns.some((column) => isHalfFigures(matrix, column)))
      return TOO_LITTLE;
    const numbers = columns.some(({ meaning, index }) => meaning === 'doubtful' || isNumeric(matrix, index));
    const about = numbers && levels().some(({ texts }) => texts.some((text) => text.length < 80 && ABOUT.test(text)));
    return about ? TOO_LITTLE : null;
  })();
  if (why === null) return null;
  const nothing = { period: null, asAt: null, declaredPupils: null, provenance: [] };
  const pupils = named ? stated(matrix, columns, period()) : [];
  return { kind: 'summary', root: matrix.root, ...nothing, pupils, refusal: why };
}

/** Columns headed by the strokes of the register, with numbers below: how often each code stands for a pupil. */
function countsCodes(matrix: Matrix): boolean {
  return matrix.headings.some((path, index) => /^[/\\]$/.test(path.at(-1) ?? '') && isNumeric(matrix, index));
}

/** A heading of attendance above figures of which some cannot be read as one. */
function isHalfFigures(matrix: Matrix, { index, meaning }: Column): boolean {
  const texts = textsOf(matrix, index);
  return (
    meaning === 'other' &&
    ['percent', 'attended'].includes(headingMeaning(matrix.headings[index] ?? [])) &&
    texts.filter((text) => FIGURE.test(text)).length * 2 > texts.length
  );
}

const FIGURE = /^\d{1,3}(?:[.,]\d+)? ?%?$/;

/** What the rows state of each pupil in the page's own words: "Days absent: 7, 1 September 2026 to 20 November 2026". */
export function stated(matrix: Matrix, columns: readonly Column[], period: Period | null): PupilReading[] {
  return matrix.rows.flatMap((row): PupilReading[] => {
    const pupil = pupilOf(row, columns);
    const states = statedIn(row, columns, [period?.words]);
    if (!pupil || states === null) return [];
    const record = { pupilId: pupil.id, name: pupil.name, ...(pupil.year ? { year: pupil.year } : {}) };
    return [{ record, anchor: pupil.cell.element, problem: null, states }];
  });
}

/** The counts of a row under the page's own headings, with the words that say of what they are; null: it has none. */
export function statedIn(
  { cells }: MatrixRow,
  columns: readonly Column[],
  about: readonly (string | undefined)[],
): string | null {
  const facts = columns
    .filter(isCount)
    .map(({ index, heading }) => [heading, cells[index]?.text ?? ''] as const)
    .filter(([, text]) => text !== '')
    .map((fact) => fact.join(': '));
  const said = about.filter((words) => words !== undefined);
  return facts.length === 0
    ? null
    : `${facts.join(', ')}; ${said.length > 0 ? said.join(', ') : 'in the period that the page shows'}`;
}

function isCount({ meaning, heading }: Column): boolean {
  // A doubtful heading counts where it speaks of absence; "Total %" alone could be of anything.
  return (
    FIGURES.has(meaning) || (meaning === 'doubtful' && /absen|attend|\blates?\b|\b[ap]m\b/.test(normalise(heading)))
  );
}

function isStatus(text: string): boolean {
  return OF_ATTENDANCE.test(text) || STATUS.test(text);
}

function textsOf({ rows }: Matrix, index: number): string[] {
  return rows.map(({ cells }) => cells[index]?.text ?? '').filter((text) => text !== '');
}
