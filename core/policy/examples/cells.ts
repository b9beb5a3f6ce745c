import { cardinalOf } from '../../text/numbers.ts';
import type { ExampleColumn } from './columns.ts';
import type { ExampleFigures } from './figures.ts';

const PERCENT = /^(?:exactly |at )?(\d{1,3})(?:\.(\d{1,3}))? ?(?:%|per ?cent)?$/i;
const OF = /^(\d{1,4}) ?(?:of|out of|\/) ?(\d{1,4})(?: sessions?)?$/i;
const COUNT =
  /^(\d{1,4}|[a-z]{3,9}(?:-[a-z]{3,5})?)(?: (?:unauthorised |late )?(?:sessions?|days?|marks?|times?|lates?|absences?|half[- ]days?))?$/i;
const NONE = /^(?:-|–|—|none|no|nil|n\/a)$/i;

/** Puts the figure of a cell in its place; false when the cell names no figure. */
export function readExampleCell(column: ExampleColumn, text: string, figures: ExampleFigures): boolean {
  if (NONE.test(text)) return true;
  const share = OF.exec(text);
  if (share) return readShare(column, Number(share[1]), Number(share[2]), figures);
  if (column === 'percent') return readPercent(text, figures);
  const printed = COUNT.exec(text)?.[1];
  const count = printed === undefined ? null : cardinalOf(printed.toLowerCase());
  if (count === null) return false;
  switch (column) {
    case 'days':
      figures.missed = count * 2;
      return true;
    case 'unauthorisedDays':
      figures.unauthorised = count * 2;
      return true;
    case 'daysInARow':
      figures.inARow = count * 2;
      return true;
    case null:
    case 'expected':
      return true;
    default:
      figures[column] = count;
      return true;
  }
}

/** "342 of 380": attended of possible, or missed of possible where the column is one of absence. */
function readShare(column: ExampleColumn, part: number, possible: number, figures: ExampleFigures): boolean {
  if (part > possible) return false;
  if (column === 'percent' || column === 'attended') figures.attended = part;
  else if (column === 'missed' || column === 'unauthorised') figures[column] = part;
  else return false;
  figures.possible = possible;
  return true;
}

function readPercent(text: string, figures: ExampleFigures): boolean {
  const match = PERCENT.exec(text);
  const percent = match ? Number(match[1]) * 1000 + Number((match[2] ?? '').padEnd(3, '0')) : Number.NaN;
  if (!(percent <= 100_000)) return false;
  figures.percent = percent;
  return true;
}
