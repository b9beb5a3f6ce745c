import type { Day } from '#core/attendance/day.ts';
import { ABSENT, effectOf, POSSIBLE, UNAUTHORISED } from '#core/attendance/effect.ts';
import { readMarkString } from '#core/attendance/mark-string.ts';
import { isCode } from './mark-text.ts';
import type { Matrix, MatrixCell, MatrixRow } from './matrix.ts';
import { headingMeaning } from './words.ts';

const OF_POSSIBLE = /^(\d{1,4}) ?(?:\/|of|out of) ?(\d{1,4})$/;
const WITH_SHARE = /^(\d{1,4}) ?\(\d{1,3}(?:\.\d+)? ?%\)$/;
const POSSIBLE_WORDS = / ?(?:\/|\bof|\bout of) ?(?:sessions |the )?(?:possible|poss|total)\b.*$/i;
const COUNTED = ['attended', 'absent', 'authorised', 'unauthorised'];
const STRING = /^[/\\A-Z\d#@.,; -]{12,}$/;
/** A breakdown with fewer codes than these is none. */
const LEAST_CODES = 4;
/** Fewer pupils with one sum may all lack the same code. */
const LEAST_SHARING = 3;

/** The same table with the counts that its cells hold in another form: two in one cell, one a code, a string of marks. */
export function withDerivedColumns(matrix: Matrix, today: Day): Matrix {
  return withSums(withPairs(matrix), today);
}

/** "98/106" is two counts, and "98 (92.5%)" is one. */
function withPairs(matrix: Matrix): Matrix {
  const found = matrix.headings.flatMap((path, index) => {
    const form = [OF_POSSIBLE, WITH_SHARE].find((pattern) => holds(matrix, index, (text) => pattern.test(text)));
    const own = (path.at(-1) ?? '').replace(POSSIBLE_WORDS, '');
    const heading = [...path.slice(0, -1), own];
    return form && COUNTED.includes(headingMeaning(heading)) ? [{ index, form, heading }] : [];
  });
  if (found.length === 0) return matrix;
  const headings = [...matrix.headings];
  for (const { index, heading } of found) headings[index] = heading;
  const rows = matrix.rows.map((row) => {
    const cells = [...row.cells];
    const wholes = new Set<string>();
    for (const { index, form } of found) {
      const cell = cells[index];
      const [, count = '', whole] = form.exec(cell?.text ?? '') ?? [];
      if (whole) wholes.add(whole);
      if (cell) cells[index] = { ...cell, text: count };
    }
    return { ...row, cells, sums: wholes.size === 1 ? [...wholes] : [''] };
  });
  const pairs = found.some(({ form }) => form === OF_POSSIBLE);
  return pairs ? append({ ...matrix, headings }, ['Possible'], rows) : { ...matrix, headings, rows };
}

/** How often each code stands for a pupil: one column a code, or all marks in one string. */
function withSums(matrix: Matrix, today: Day): Matrix {
  const columns = matrix.headings.flatMap((path, index) => {
    const code = path.at(-1) ?? '';
    return isCode(code) && !/[.@-]/.test(code) && holds(matrix, index, (text) => /^\d{1,3}$/.test(text))
      ? [{ index, code }]
      : [];
  });
  const all = new Set(columns.map(({ code }) => code));
  const broken = all.size === columns.length && all.size >= LEAST_CODES && all.has('/') && all.has('\\');
  const stringAt = matrix.headings.findIndex((_, index) =>
    holds(matrix, index, (text) => STRING.test(text) && /[/\\]/.test(text)),
  );
  if (!broken && stringAt < 0) return matrix;
  const counted = matrix.rows.map((row) => {
    const read = broken ? null : readMarkString(row.cells[stringAt]?.text ?? '', today);
    const codes: readonly (readonly [string, number])[] = read
      ? ('codes' in read ? read.codes : ['?']).map((code) => [code, 1] as const)
      : columns.map(({ index, code }) => [code, Number(row.cells[index]?.text || 0)] as const);
    return { row, ...sumOf(codes, today) };
  });
  // Codes that no column counts, or marks that are not made yet, show in a pupil whose sum is less than the others'.
  const most = Math.max(...counted.map(({ total }) => total));
  const sharing = counted.filter(({ total }) => total === most).length;
  if (sharing * 2 < counted.length || (broken && sharing < LEAST_SHARING)) return matrix;
  const rows = counted.map(({ row, total, sums }) => ({
    ...row,
    sums: (total === most && sums.every((sum) => sum >= 0) ? sums : sums.map(() => '')).map(String),
  }));
  return append(matrix, ['Possible (sum)', 'Attended (sum)', 'Authorised (sum)', 'Unauthorised (sum)'], rows);
}

/** Possible, attended, authorised and unauthorised; all below zero where a mark is none, or its code is not known. */
function sumOf(codes: readonly (readonly [string, number])[], day: Day): { total: number; sums: number[] } {
  let [total, possible, attended, authorised, unauthorised] = [0, 0, 0, 0, 0];
  for (const [code, count] of codes) {
    const effect = effectOf(code, day);
    total += count;
    if (count === 0) continue;
    if (effect < 0) return { total: -1, sums: [-1, -1, -1, -1] };
    if (effect & POSSIBLE) possible += count;
    if (effect & UNAUTHORISED) unauthorised += count;
    else if (effect & ABSENT) authorised += count;
    else if (effect & POSSIBLE) attended += count;
  }
  return { total, sums: [possible, attended, authorised, unauthorised] };
}

function holds({ rows }: Matrix, index: number, test: (text: string) => boolean): boolean {
  const texts = rows.map((row) => row.cells[index]?.text ?? '').filter((text) => text !== '');
  return texts.length > 0 && texts.filter(test).length >= texts.length * 0.9;
}

/** The table with further columns at its end. */
function append(matrix: Matrix, headings: string[], rows: readonly (MatrixRow & { sums: string[] })[]): Matrix {
  const width = matrix.headings.length;
  return {
    ...matrix,
    headings: [...matrix.headings, ...headings.map((heading) => [heading])],
    headingCells: [...matrix.headingCells, ...headings.map(() => [])],
    rows: rows.map(({ sums, ...row }) => {
      const cells: (MatrixCell | undefined)[] = Array.from({ length: width }, (_, index) => row.cells[index]);
      for (const text of sums) cells.push({ element: row.element, text, from: text === '' ? 'blank' : 'text' });
      return { ...row, cells };
    }),
  };
}
