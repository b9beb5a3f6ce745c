import { countedHead } from '../readers/thresholds/counted-heads.ts';
import type { Figure } from '../readers/thresholds/figure.ts';
import type { Head } from './heads.ts';
import type { Line } from './lines.ts';

/** Lines of bare numbers under words that say what is counted: "4 Pastoral text" under "Late marks per term". */

// "1 Ring home", "2 Write": numbers of the lines, unless a mark stands behind them.
const ROW =
  /^[\s\-*•]*((?:(?:more\s+than|over)\s+)?(\d{1,3})(?:\s?\+|\s+(?:or|and)\s+(?:more|over|above)|\s?(?:-|–|to|or)\s?\d{1,3})?)(\s*(?:=>|[:=→/|])\s*|\s+[–-]\s+|\s{1,20})(?=["'“‘]?[A-Za-z])/i;
/** "3 days in a row – the tutor rings", "8 days in total: meeting": the row itself says what it counts. */
const NAMED_ROW = /^[\s\-*•]*((\d{1,2})\s+([a-z][a-z\s-]{2,40}?))(\s*(?:=>|[:=→/|])\s*|\s+[–-]\s+)(?=["'“‘]?[A-Za-z])/i;
const DAYS_AWAY: Counted = { metric: 'consecutiveAbsenceDays', unit: 'days', window: null };
const FEWEST = 2;
const LOOKS_ONLY = 9;
// A head and its numbers stand together.
const LONGEST_HEAD = 120;

type Counted = Pick<Figure, 'metric' | 'unit' | 'window'>;

interface Row {
  readonly line: Line;
  readonly match: RegExpExecArray;
  readonly counted: Counted;
}

/** The heads of such lines: numbers that rise from line to line, more than one. */
export function countsInARow(lines: readonly Line[]): ReadonlyMap<Line, Head> {
  const found = new Map<Line, Head>();
  let counted: Counted | null = null;
  let rows: Row[] = [];
  const close = (): void => {
    if (rows.length >= FEWEST && (isMarked(rows) || !isNumbering(rows)))
      for (const row of rows) found.set(row.line, headOf(row));
    rows = [];
  };
  for (const line of lines) {
    const row = line.kind === 'row' || isHeading(line) ? null : rowOf(line, counted);
    const last = rows.at(-1);
    if (row && !(last && countOf(row) <= countOf(last)) && (!last || last.counted.metric === row.counted.metric))
      rows.push(row);
    else {
      close();
      counted = line.text.length <= LONGEST_HEAD ? headCount(line.text) : null;
      if (row) rows.push(row);
    }
  }
  close();
  return found;
}

function rowOf(line: Line, counted: Counted | null): Row | null {
  const match = counted && ROW.exec(line.text);
  if (match && counted) return { line, match, counted };
  const named = NAMED_ROW.exec(line.text);
  const own = named?.[3] ? ownCount(named[3], line.placed.headings.at(-1) ?? '') : null;
  return named && own ? { line, match: named, counted: own } : null;
}

const IN_A_ROW = /^(?:school )?days? (?:in a row|running|in succession|consecutively)$/i;
const IN_TOTAL = /^((?:school )?days) (?:in total|altogether|overall)$/i;

/** "8 days in total" under "Absence triggers": what the row itself counts. Days in a row are of absence, whatever stands above. */
function ownCount(noun: string, heading: string): Counted | null {
  const own = IN_A_ROW.test(noun) ? DAYS_AWAY : countedHead(noun)?.figure;
  if (own) return own;
  const days = IN_TOTAL.exec(noun)?.[1];
  return days && /\babsen/i.test(heading) ? (countedHead(`${days} absent`)?.figure ?? null) : null;
}

/** A heading by its marks: numbered lines of a few words only look like headings. */
function isHeading({ kind, depth }: Line): boolean {
  return kind === 'heading' && depth < LOOKS_ONLY;
}

/** What a line counts for those below it; the first of "Late marks / What we do / Who". */
function headCount(text: string): Figure | null {
  return countedHead(text.split(/\s[/|]\s/, 1)[0] ?? '')?.figure ?? null;
}

function countOf({ match }: Row): number {
  return Number(match[2]);
}

function isMarked(rows: readonly Row[]): boolean {
  return rows.every(({ match }) => /\S/.test(match[match.length - 1] ?? ''));
}

function isNumbering(rows: readonly Row[]): boolean {
  return rows.every((row, index) => countOf(row) === index + 1);
}

function headOf({ match, counted: { metric, unit, window } }: Row): Head {
  const words = match[1] ?? '';
  const start = match[0].indexOf(words);
  const op = /^(?:more|over)/i.test(words) ? '>' : '>=';
  const figure = { start, end: start + words.length, metric, op, value: Number(match[2]), unit, window } as const;
  return {
    family: `count of ${metric}`,
    number: null,
    figures: [{ ...figure, sense: 'trigger' }],
    rest: match[0].length,
    label: '',
  };
}
