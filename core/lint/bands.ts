import type { Day } from '../attendance/day.ts';
import { persistentAbsencePercent, severeAbsencePercent } from '../guidance/thresholds.ts';
import type { Block } from '../policy/blocks.ts';
import type { PlacedBlock } from '../policy/document.ts';
import { groupedBy } from '../text/grouped.ts';
import { matchesOf } from '../text/matches.ts';
import type { RuleContext } from './context.ts';
import type { Beginning } from './reads.ts';
import type { Place } from './rule.ts';

const PERCENTAGE = /\b(\d{1,2}(?:\.\d{1,2})?)(?= ?(?:%|per ?cent|[-–] ?\d))/gi;

/** The attendance percentages of one step, from `low` to `high`; an open end is 0 or 100. */
export interface Band {
  /** Whether both ends are printed. */
  readonly isRange: boolean;
  readonly low: number;
  readonly high: number;
  /** Whether the ends themselves belong to it. */
  readonly hasLow: boolean;
  readonly hasHigh: boolean;
  /** "90–95%", "below 90%". */
  readonly words: string;
  readonly at: Place;
}

/** The bands of each ladder and each table that has at least two with both ends, highest first. */
export function bandsOf(context: RuleContext): readonly (readonly Band[])[] {
  return context.remember(readBands);
}

function readBands(context: RuleContext): readonly (readonly Band[])[] {
  const ladders = [...groupedBy(placedInLadders(context.beginnings), ({ ladder }) => ladder).values()].map((steps) =>
    steps.flatMap(({ step }) => bandOf(step, context.asOf) ?? []),
  );
  const known = ladders.flat();
  const tables = tableBandsOf(context).filter((bands) =>
    bands.every(({ at }) => known.every((band) => band.at.end <= at.start || band.at.start >= at.end)),
  );
  return [...ladders, ...tables]
    .filter((bands) => bands.filter(({ isRange }) => isRange).length >= 2)
    .map((bands) => bands.sort((a, b) => b.high - a.high || b.low - a.low));
}

// The lowest band may tell the authority, and so be read as a step of another sort.
const NEXT_LINES = 2;

interface StepOfLadder {
  readonly step: Beginning;
  readonly ladder: string;
}

/** Each step with the ladder that it belongs to: a percentage right under a band goes on with its ladder. */
function placedInLadders(steps: readonly Beginning[]): readonly StepOfLadder[] {
  const placed: StepOfLadder[] = [];
  for (const step of steps) {
    const last = placed.at(-1);
    const goesOn =
      last?.step.trigger.band !== undefined &&
      step.sequence === 'other' &&
      step.trigger.unit === 'percent' &&
      step.line - last.step.line <= NEXT_LINES;
    placed.push({ step, ladder: goesOn ? last.ladder : step.sequence });
  }
  return placed;
}

function bandOf(step: Beginning, asOf: Day): Band | null {
  const { band, metric, op, value, unit } = step.trigger;
  const at = { start: step.span.start.offset, end: step.span.end.offset };
  if (band) {
    const [low, high] = band;
    return { isRange: true, low, high, hasLow: true, hasHigh: true, words: `${low}–${high}%`, at };
  }
  // A step called by the national name begins at the national value.
  const named = /^(persistent|severe) absence$/i.exec(step.title.trim())?.[1]?.toLowerCase();
  const missed = (named === 'severe' ? severeAbsencePercent : persistentAbsencePercent).valueOn(asOf)?.value;
  if (named && missed !== undefined && metric === undefined)
    return { isRange: false, low: 0, high: 100 - missed, hasLow: true, hasHigh: true, words: `${named} absence`, at };
  if (metric !== 'attendance' || unit !== 'percent' || value === undefined || op === undefined) return null;
  if (op === '<')
    return { isRange: false, low: 0, high: value, hasLow: true, hasHigh: false, words: `below ${value}%`, at };
  if (op === '<=')
    return { isRange: false, low: 0, high: value, hasLow: true, hasHigh: true, words: `${value}% or less`, at };
  if (op === '>')
    return { isRange: false, low: value, high: 100, hasLow: false, hasHigh: true, words: `above ${value}%`, at };
  return { isRange: false, low: value, high: 100, hasLow: true, hasHigh: true, words: `${value}% or more`, at };
}

const RANGE =
  /^(\d{1,3}(?:\.\d{1,2})?) ?%? ?(?:-|–|—|to) ?(\d{1,3}(?:\.\d{1,2})?) ?%$|^(\d{1,3}(?:\.\d{1,2})?) ?% ?(?:-|–|—|to) ?(\d{1,3}(?:\.\d{1,2})?)$/i;
const OPEN = /^(below|under|less than|<|above|over|more than|>) ?(\d{1,2}(?:\.\d{1,2})?) ?%$/i;
const OPEN_WITH_END = /^(\d{1,2}(?:\.\d{1,2})?) ?%? (?:and|or) (below|under|less|lower|above|over|more|higher)$/i;

// "90-95% attendance", "Attendance below 80%."
const OF_ATTENDANCE = /\battendance\b:?|\.\s*$/gi;

/** Tables with a column of nothing but bands, such as the colours of a report. A table with any other row is not read. */
function tableBandsOf(context: RuleContext): Band[][] {
  const tables: (Band | null)[][] = [];
  let last: PlacedBlock | undefined;
  for (const { placed, found: column } of context.gather(attendanceColumn)) {
    const band = bandInCell(placed, column);
    const isNext = last?.index === placed.index - 1 && last.block.header === placed.block.header;
    if (isNext) tables.at(-1)?.push(band);
    else tables.push([band]);
    last = placed;
  }
  return tables.filter((bands) => bands.every((band) => band !== null));
}

/** The column of a row's table that has attendance percentages, by its head. */
function attendanceColumn({ kind, header }: Block): number | null {
  const column = kind === 'row' && header ? header.findIndex((cell) => /\battendance\b|%/i.test(cell)) : -1;
  return column < 0 ? null : column;
}

function bandInCell({ block, offset }: PlacedBlock, column: number): Band | null {
  const cell = block.cells?.[column];
  if (!cell) return null;
  const words = block.plain.slice(cell.start, cell.end).replace(OF_ATTENDANCE, ' ').trim();
  const at = { start: offset + cell.start, end: offset + cell.end };
  const range = RANGE.exec(words);
  if (range) {
    const ends = [Number(range[1] ?? range[3]), Number(range[2] ?? range[4])] as const;
    const [low, high] = [Math.min(...ends), Math.max(...ends)];
    return { isRange: true, low, high, hasLow: true, hasHigh: true, words: `${low}–${high}%`, at };
  }
  const open = OPEN.exec(words);
  const value = Number(open?.[2] ?? OPEN_WITH_END.exec(words)?.[1]);
  if (Number.isNaN(value)) return null;
  const has = open === null;
  const isUpward = /above|over|more|higher|>/i.test(words);
  return isUpward
    ? { isRange: false, low: value, high: 100, hasLow: has, hasHigh: true, words, at }
    : { isRange: false, low: 0, high: value, hasLow: true, hasHigh: has, words, at };
}

/** Whether a whole percentage lies between the two: no rounding puts a pupil at 91% into a band. */
export function skipsWhole(upper: Band, lower: Band): boolean {
  const first = lower.hasHigh ? Math.floor(lower.high) + 1 : Math.ceil(lower.high);
  const last = upper.hasLow ? Math.ceil(upper.low) - 1 : Math.floor(upper.low);
  return first <= last;
}

/** What two neighbours share: "95%", "90% to 92%"; null when nothing. A step below all others is a step, no band. */
export function shared(upper: Band, lower: Band): string | null {
  if (!upper.isRange && !lower.isRange) return null;
  if (lower.low === 0 && upper.low === 0) return null;
  if (lower.high > upper.low) {
    // A narrower band inside a wider one is a step within it.
    if (lower.low >= upper.low || !lower.isRange || !upper.isRange) return null;
    return `${upper.low}% to ${lower.high}%`;
  }
  return lower.high === upper.low && lower.hasHigh && upper.hasLow ? `${upper.low}%` : null;
}

/** Whether the document speaks of a percentage between the two: then the ladder may have a step that we did not read. */
export function isFilled(context: RuleContext, upper: Band, lower: Band): boolean {
  return context
    .gather(percentages)
    .some(({ found }) => found.some((value) => value > lower.high && value < upper.low));
}

/** The percentages that a block speaks of, a band's first number too. */
function percentages({ raw }: Block): readonly number[] | null {
  const values = matchesOf(raw, PERCENTAGE).map((match) => Number(match[1]));
  return values.length > 0 ? values : null;
}

/** What lies between two neighbours: "94.5%"; null when nothing. */
export function between(upper: Band, lower: Band): string | null {
  if (upper.low <= lower.high)
    return upper.low === lower.high && !upper.hasLow && !lower.hasHigh ? `${upper.low}%` : null;
  const gap = Math.round((upper.low - lower.high) * 100) / 100;
  // Attendance is read to one decimal place: 94.9 and 95 meet.
  if (gap <= 0.1) return null;
  return gap <= 1 && !skipsWhole(upper, lower)
    ? `${Math.round((lower.high + gap / 2) * 100) / 100}%`
    : `${lower.high}% to ${upper.low}%`;
}
