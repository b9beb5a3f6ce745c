import { figuresIn } from '../readers/thresholds/figures.ts';
import type { Cell } from './cell.ts';
import { setsOff } from './figure-words.ts';
import { looksBack } from './looks-back.ts';
import { saysAction } from './measures.ts';
import { saysWhen as saysWhenUnder } from './rows.ts';

/** Tables that are read by rows once they are set straight: turned on their side, ticked, or with rows broken in two. */

export interface Table {
  readonly header: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
  /** The column of what is done, where setting it straight has shown it. */
  readonly action?: number;
}

/** A table by its rows; the same one where they are its rows already. */
export function setStraight({ header, rows }: Table, top: readonly Cell[] | null): Table {
  return ticked(header, rows, top) ?? turned(top ? [top, ...rows] : rows) ?? { header, rows: rejoined(rows) };
}

const NAMES_ACTION = /^\W*(?:actions?|what|responses?|interventions?|consequences?|sanctions?|support|school|we)\b/i;
const LONGEST_NAME = 40;
// Fewer columns side by side are no ladder that was turned.
const FEWEST_RUNGS = 3;

/** "Trigger | 2 lates | 4 lates | 6 lates" over "Action | text | letter | meeting": its columns are its rows. */
function turned(rows: readonly (readonly Cell[])[]): Table | null {
  const names = rows.map(([first]) => first?.text.trim() ?? '');
  const action = names.findIndex((name) => name.length < LONGEST_NAME && NAMES_ACTION.test(name));
  const [, ...done] = rows[action] ?? [];
  if (done.length < FEWEST_RUNGS || !done.every(({ text }) => saysAction(text))) return null;
  const when = rows.findIndex(
    ([, ...cells], index) =>
      index !== action &&
      cells.length === done.length &&
      cells.every(({ text }) => saysWhen(text) || countsUnder(text, names[index] ?? '')),
  );
  if (when < 0) return null;
  const columns = done.map(({ column }) =>
    rows.flatMap((row, index): Cell[] => {
      const cell = row.find((one) => one.column === column);
      return cell ? [{ ...cell, column: index }] : [];
    }),
  );
  return { header: names, rows: columns, action };
}

/** "8", "8 sessions" beside "Sessions missed", as under it. */
function countsUnder(text: string, name: string): boolean {
  return BARE.test(text) && /\b(?:sessions|days|late)/i.test(name) && saysWhenUnder(text, name);
}

const BARE = /^\s*\d{1,3}\+?\s*(?:(?:sessions|days)\s*)?$/i;

function saysWhen(text: string): boolean {
  return text.length < 120 && (figuresIn(text).some(setsOff) || looksBack(text));
}

const TICK = /^\s*(?:[✓✔☑✅•●xXyY]|[Yy]es)\s*$/;
const FEWEST_TICKS = 2;

/** "Action | 96% | 93% | 90%" with ticks below, or the measures above and the attendance beside them. */
function ticked(
  header: readonly string[],
  rows: readonly (readonly Cell[])[],
  top: readonly Cell[] | null,
): Table | null {
  const inner = rows.flatMap((row) => row.filter(({ column, text }) => column > 0 && text.trim() !== ''));
  const ticks = inner.filter(({ text }) => TICK.test(text));
  if (!top || ticks.length < FEWEST_TICKS || ticks.length < inner.length) return null;
  const heads = top.filter(({ column }) => column > 0);
  const names = rows.flatMap((row) => row.filter(({ column }) => column === 0));
  const isTicked = (row: readonly Cell[], column: number): boolean =>
    ticks.some((tick) => tick.column === column && row.includes(tick));
  if (heads.every(({ text }) => saysWhen(text)) && names.every(({ text }) => saysAction(text)))
    return {
      header: [header[0] ?? '', ''],
      action: 1,
      rows: heads.map((head) => [
        { ...head, column: 0 },
        ...rows
          .filter((row) => isTicked(row, head.column))
          .flatMap((row) => row.filter(({ column }) => column === 0).map((cell) => ({ ...cell, column: 1 }))),
      ]),
    };
  if (names.every(({ text }) => saysWhen(text)) && heads.every(({ text }) => saysAction(text)))
    return {
      header: [header[0] ?? '', ''],
      action: 1,
      rows: rows.map((row) => [
        ...row.filter(({ column }) => column === 0),
        ...heads.filter(({ column }) => isTicked(row, column)).map((head) => ({ ...head, column: 1 })),
      ]),
    };
  return null;
}

/** Rows whose cells were broken over two lines: "Attendance" over "below 96%", with nothing else beside it. */
function rejoined(rows: readonly (readonly Cell[])[]): (readonly Cell[])[] {
  const whole: (readonly Cell[])[] = [];
  for (const row of rows) {
    const above = whole.at(-1);
    if (above && goesOn(above, row))
      whole[whole.length - 1] = above.map((cell) => {
        const more = row.find(({ column }) => column === cell.column)?.text.trim() ?? '';
        return more === '' ? cell : { ...cell, text: `${cell.text.trimEnd()} ${more}` };
      });
    else whole.push(row);
  }
  return whole;
}

/** Whether a row only ends what the cells above it began: none of them says when until it is joined to the next. */
function goesOn(above: readonly Cell[], row: readonly Cell[]): boolean {
  if (row[0]?.text.trim() !== '' && above[0]?.text.trim() !== '') return false;
  const told = row.filter(({ text }) => text.trim() !== '');
  const begun = told.map(({ column }) => above.find((cell) => cell.column === column)?.text.trim() ?? '');
  if (told.length === 0 || begun.includes('')) return false;
  // "93% to" over "95.9%", "5% absence" over "or more": the cell is not at its end.
  if (told.some(({ text }, index) => IS_OPEN.test(begun[index] ?? '') || ENDS_FIGURE.test(text))) return true;
  if (above.some(({ text }) => saysWhen(text))) return false;
  return told.some(({ text }, index) => saysWhen(`${begun[index]} ${text.trim()}`));
}

const IS_OPEN = /(?:\d\s?%?\s?(?:-|–|to|and)|\b(?:between|below|under|than|over|above|from))$/i;
const ENDS_FIGURE = /^\s*(?:or|and)\s+(?:more|less|fewer|lower|below|above|under|over)\b/i;
