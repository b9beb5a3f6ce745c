import { addDays, type Day, requireDayNumber, weekday } from '#core/attendance/day.ts';
import type { Totals } from '#core/attendance/pupil.ts';
import type { Basis } from './basis.ts';
import { type Column, isNumeric } from './columns.ts';
import type { Matrix, MatrixRow } from './matrix.ts';
import type { GridReading, Provenance, PupilReading } from './page-reading.ts';
import { statedIn } from './partial.ts';
import { eachInParts, type Parts } from './parts.ts';
import { type PeriodReading, readHeadedYear } from './period.ts';
import { pupilOf } from './pupils.ts';
import { FIGURES, type HeadingMeaning, unitIn } from './words.ts';

/** What the words around a table say about its figures. */
export interface Context {
  period: PeriodReading;
  basis: Basis | null;
  asAt: Day | null;
  /** How many rows the words near the table say there are in all; null when they do not say. */
  totalRows: number | null;
  today: Day;
}

type Count =
  | 'possible'
  | 'attended'
  | 'educatedElsewhere'
  | 'absent'
  | 'authorised'
  | 'unauthorised'
  | 'late'
  | 'unexplained';
type Figures = Record<Count, number | null>;

const UNIT_WORDS = { days: 'days', lessons: 'lessons', sessions: 'sessions' } as const;

/** Whether the columns are those of a list of pupils with attendance figures. */
export function isSummary(columns: readonly Column[]): boolean {
  const has = (meaning: HeadingMeaning): boolean => columns.some((column) => column.meaning === meaning);
  const named = has('name') || (has('surname') && has('forename'));
  return (
    named && (has('percent') || has('possible') || (has('attended') && (has('authorised') || has('unauthorised'))))
  );
}

/** One record of totals for each pupil, or the reason why the figures cannot be used. */
export function* readSummary(matrix: Matrix, columns: readonly Column[], around: Context): Parts<GridReading> {
  const context = withHeadedYear(around, columns);
  const period = 'found' in context.period ? context.period.found : null;
  const provenance: Provenance[] = columns
    .filter(({ meaning }) => meaning !== 'other' && meaning !== 'doubtful')
    .map(({ meaning, heading }) => ({ what: meaning, text: heading, how: 'column heading and values' }));
  const reading: GridReading = {
    kind: 'summary',
    root: matrix.root,
    pupils: [],
    period,
    asAt: context.asAt,
    declaredPupils: matrix.declaredRows ?? context.totalRows,
    provenance,
    refusal: repeatedColumn(columns),
  };
  const until = period && context.asAt && context.asAt < period.to ? context.asAt : period?.to;
  const covers = period ? { from: period.from, to: until ?? period.to } : null;
  const addable = isWhole(matrix, columns);
  const read = yield* eachInParts(matrix.rows, (row) => readRow(row, columns, covers, addable));
  reading.pupils = read.filter((pupil) => pupil !== null);
  if (!columns.some(({ meaning }) => meaning === 'possible')) doubtShortSums(reading.pupils);
  const toldApart = reading.refusal === null;
  reading.refusal ??= foreignUnit(columns, context);
  if ('missing' in context.period) reading.refusal ??= context.period.missing;
  reading.refusal ??= unitInDoubt(columns, context, reading.pupils);
  // Figures of another unit or of a period without dates give no step, and are still what the page says.
  if (toldApart && reading.refusal !== null)
    for (const [at, pupil] of read.entries()) {
      const row = matrix.rows[at];
      const states = row && statedIn(row, columns, [context.basis?.words, period?.words]);
      if (pupil?.problem === null && states) pupil.states = states;
    }
  reading.refusal ??= mostRowsFail(reading.pupils);
  if (period) provenance.push({ what: 'period', text: period.words, how: 'words beside the table' });
  if (context.basis) provenance.push({ what: 'unit', text: context.basis.words, how: 'words beside the table' });
  return reading;
}

/** Headings that say "year to date" speak for their columns, where the page around has no dates. */
function withHeadedYear(context: Context, columns: readonly Column[]): Context {
  const { period, asAt, today } = context;
  if ('found' in period || (period.states && !period.isShorter)) return context;
  const headings = columns.filter(({ meaning }) => FIGURES.has(meaning)).map(({ heading }) => heading);
  const found = readHeadedYear(headings, asAt ?? today);
  return found ? { ...context, period: { found } } : context;
}

function repeatedColumn(columns: readonly Column[]): string | null {
  const counted = columns.filter(
    ({ meaning }) =>
      !['other', 'doubtful', 'id', 'year', 'date', 'session', 'mark', 'name', 'unexplained'].includes(meaning),
  );
  const twice = counted.find((column) => counted.some((other) => other !== column && other.meaning === column.meaning));
  const both = counted.filter((column) => column.meaning === twice?.meaning).map(({ heading }) => `“${heading}”`);
  return twice
    ? `Two columns could be the same figure (${both.join(' and ')}), and which one counts is not known.`
    : null;
}

const COUNTED: readonly HeadingMeaning[] = ['possible', 'attended', 'absent', 'authorised', 'unauthorised', 'percent'];

/** Figures that a heading, or else the words around, state in days or lessons. */
function foreignUnit(columns: readonly Column[], { basis }: Context): string | null {
  // Beside possible sessions, days are a second opinion; without them they are what the rest is counted in.
  const whole = columns.some(({ meaning }) => meaning === 'possible');
  const counts = columns.filter(
    ({ meaning, heading }) =>
      COUNTED.includes(meaning) || (!whole && ['days', 'lessons'].includes(unitIn(heading) ?? '')),
  );
  const foreign = counts.find(({ unit }) => unit === 'days' || unit === 'lessons');
  if (foreign?.unit) return otherUnit(foreign.unit, foreign.heading);
  const headed = counts.some(({ unit }) => unit === 'sessions');
  return !headed && basis && basis.unit !== 'sessions' ? otherUnit(basis.unit, basis.words) : null;
}

/** Whatever is stated, the size of the figures against the period must be that of sessions: up to two for each weekday. */
function unitInDoubt(columns: readonly Column[], context: Context, pupils: readonly PupilReading[]): string | null {
  const most = Math.max(0, ...pupils.map(({ record }) => record.totals?.possible ?? 0));
  const weekdays = 'found' in context.period ? countWeekdays(context.period.found.from, endOf(context)) : 0;
  if (most > 0 && weekdays > 0) {
    const size = `${most} possible in a period of ${weekdays} ${weekdays === 1 ? 'weekday' : 'weekdays'}`;
    if (most > weekdays * 2) return `The page shows ${size}: more than two sessions a day, so these are not sessions.`;
    return most > weekdays
      ? null
      : `The page shows at most ${size}. That many could be days and not sessions (half days), so no step is shown.`;
  }
  const headed = columns.some(({ meaning, unit }) => COUNTED.includes(meaning) && unit === 'sessions');
  return headed || context.basis
    ? null
    : 'The page does not say whether these figures are sessions (half days), days or lessons.';
}

function otherUnit(unit: 'days' | 'lessons' | 'sessions', words: string): string {
  return `These figures are in ${UNIT_WORDS[unit]} (“${words}”). The policy counts sessions (half days), so no step is shown.`;
}

function endOf({ period, asAt, today }: Context): Day {
  const days = [today, ...(asAt ? [asAt] : []), ...('found' in period ? [period.found.to] : [])];
  return days.reduce((least, day) => (day < least ? day : least));
}

function countWeekdays(from: Day, to: Day): number {
  let count = 0;
  const length = requireDayNumber(to) - requireDayNumber(from);
  for (let day = 0; day <= Math.min(length, 800); day++) if (weekday(addDays(from, day)) < 5) count++;
  return count;
}

function mostRowsFail(pupils: readonly PupilReading[]): string | null {
  const failing = pupils.filter(({ problem }) => problem !== null);
  return failing.length > 1 && failing.length * 2 > pupils.length
    ? `For most pupils on this page the figures do not agree with each other (${failing[0]?.problem ?? ''}), so they were not understood.`
    : null;
}

function readRow(
  row: MatrixRow,
  columns: readonly Column[],
  covers: { from: Day; to: Day } | null,
  addable: boolean,
): PupilReading | null {
  const pupil = pupilOf(row, columns);
  if (!pupil) return null;
  const text = (meaning: HeadingMeaning): string => {
    const column = columns.find((one) => one.meaning === meaning);
    return column ? (row.cells[column.index]?.text ?? '') : '';
  };
  const count = (meaning: Count): number | null => (/^\d{1,4}$/.test(text(meaning)) ? Number(text(meaning)) : null);
  const figures: Figures = {
    possible: count('possible'),
    attended: count('attended'),
    educatedElsewhere: count('educatedElsewhere'),
    absent: count('absent'),
    authorised: count('authorised'),
    unauthorised: count('unauthorised'),
    late: count('late'),
    unexplained: count('unexplained'),
  };
  const percent = PERCENT.exec(text('percent').replace(COMMA, '.'))?.[1] ?? null;
  const settled = settle(figures, addable);
  const empty = settled.possible === null && percent === null;
  const totals: Totals = {
    ...settled,
    late: figures.late,
    percent,
    from: covers?.from ?? null,
    to: covers?.to ?? null,
  };
  return {
    record: { pupilId: pupil.id, name: pupil.name, ...(pupil.year ? { year: pupil.year } : {}), totals },
    anchor: pupil.cell.element,
    problem: empty
      ? 'No figures are shown for this pupil.'
      : (tooMuch(percent) ??
        disagreement(figures, settled) ??
        againstPercent(settled, percent) ??
        apartFrom(figures, percent, columns)),
  };
}

const PERCENT = /^(\d{1,3}(?:\.\d+)?) ?%?$/;
/** As some systems print it: "95,3 %". */
const COMMA = /(?<=^\d{1,3}),(?=\d{1,2} ?%$)/;

function tooMuch(percent: string | null): string | null {
  return percent !== null && Number(percent) > 100 ? `${percent}% is more than all sessions` : null;
}

/** "Present" beside lates or education elsewhere, where no absence and no percentage shows whether it has them in it. */
function apartFrom(
  { attended, absent, authorised, unauthorised, late, educatedElsewhere }: Figures,
  percent: string | null,
  columns: readonly Column[],
): string | null {
  if (attended === null || percent !== null || absent !== null || (authorised !== null && unauthorised !== null))
    return null;
  const { heading = '' } = columns.find(({ meaning }) => meaning === 'attended') ?? {};
  return educatedElsewhere || (late && !/attend|aea|inc/i.test(heading))
    ? `Whether “${heading}” has the ${late ? 'lates' : 'education elsewhere'} in it is not shown`
    : null;
}

/**
 * Possible sessions that only a sum gives: a kind of absence without a column of its own would show as a sum that is less
 * than the others', and so does a pupil who came later.
 */
function doubtShortSums(pupils: readonly PupilReading[]): void {
  const sums = pupils.map(({ record }) => record.totals?.possible ?? 0);
  const most = Math.max(...sums);
  const shared = sums.filter((sum) => sum === most).length * 2 > sums.length;
  for (const [at, pupil] of pupils.entries())
    if (sums[at] !== 0 && (!shared || sums[at] !== most))
      pupil.problem ??=
        'Present and absent add up to other sessions than for most pupils, so something may not be shown';
}

const NO_SESSIONS = /%|\b(?:minutes?|mins?|rank|rate|target|no|number|roll|age|points?|id)\b|#/i;
const TOTAL = /\b(?:total|sessions|recorded|marks)\b/i;

/** Whether present and absent are all there is: lates, or what another column counts, could stand apart from both. */
function isWhole(matrix: Matrix, columns: readonly Column[]): boolean {
  const strange = columns.filter(({ meaning, index, heading }) => {
    if (meaning === 'late') return matrix.rows.some((row) => !/^0?$/.test(row.cells[index]?.text ?? ''));
    const unknown = (meaning === 'other' || meaning === 'doubtful') && /\p{L}/u.test(heading);
    return unknown && !NO_SESSIONS.test(heading) && isNumeric(matrix, index);
  });
  const parts = columns.filter(({ meaning }) =>
    ['attended', 'absent', 'authorised', 'unauthorised', 'educatedElsewhere'].includes(meaning),
  );
  const isTheirSum = ({ index }: Column): boolean =>
    matrix.rows.length > 2 &&
    matrix.rows.every(
      ({ cells }) =>
        Number(cells[index]?.text) === parts.reduce((sum, part) => sum + Number(cells[part.index]?.text), 0),
    );
  // A total of theirs says the same.
  return (
    strange.length === 0 ||
    strange.some((column) => column.unit !== 'days' && TOTAL.test(column.heading) && isTheirSum(column))
  );
}

type Settled = Pick<Totals, 'possible' | 'attended' | 'authorised' | 'unauthorised'>;

/** Fills a blank only where the other figures prove it, and adds education elsewhere where the sum needs it. */
function settle(figures: Figures, addable: boolean): Settled {
  const { possible, authorised, unauthorised, educatedElsewhere, absent, late } = figures;
  let attended = figures.attended;
  const missed = absent ?? (authorised !== null && unauthorised !== null ? authorised + unauthorised : null);
  if (possible === null) {
    // Whether "attended" has the education elsewhere in it, only the possible sessions would show.
    if (educatedElsewhere || !addable) return { possible: null, attended: null, authorised, unauthorised };
    const sum = attended !== null && missed !== null ? attended + missed : null;
    return {
      possible: sum,
      attended,
      authorised,
      unauthorised,
    };
  }
  // What is present beside them leaves them out, where only with them the sum is right.
  if (attended !== null && missed !== null)
    for (const apart of [educatedElsewhere, late, (educatedElsewhere ?? 0) + (late ?? 0)])
      if (apart && attended + missed + apart === possible) {
        attended += apart;
        break;
      }
  if (attended === null && missed !== null) attended = possible - missed;
  const rest = attended === null ? null : possible - attended;
  return {
    possible,
    attended,
    authorised: authorised ?? (rest !== null && rest === unauthorised ? 0 : null),
    unauthorised: unauthorised ?? (rest !== null && rest === authorised ? 0 : null),
  };
}

function disagreement(figures: Figures, { possible, attended, authorised, unauthorised }: Settled): string | null {
  if (possible === null) return null;
  if (possible === 0) return 'No session was possible for this pupil';
  if (attended !== null && (attended > possible || attended < 0))
    return `${attended} attended of ${possible} possible sessions`;
  if (
    attended !== null &&
    authorised !== null &&
    unauthorised !== null &&
    attended + authorised + unauthorised !== possible
  ) {
    return `${attended} attended, ${authorised} authorised and ${unauthorised} unauthorised do not add up to ${possible} possible sessions`;
  }
  const { absent } = figures;
  if (absent !== null && authorised !== null && unauthorised !== null && absent !== authorised + unauthorised) {
    return `${authorised} authorised and ${unauthorised} unauthorised do not add up to ${absent} absent`;
  }
  return absent !== null && attended !== null && attended + absent !== possible
    ? `${attended} attended and ${absent} absent do not add up to ${possible} possible sessions`
    : null;
}

/** A percentage that is not the share of these counts, beyond what rounding or cutting off explains: one is of something else. */
function againstPercent({ possible, attended }: Settled, percent: string | null): string | null {
  if (percent === null || possible === null || attended === null) return null;
  const unit = 10 ** (percent.split('.')[1]?.length ?? 0);
  // In whole numbers: the printed digits against attended × 100 × unit ÷ possible.
  const apart = Math.abs(Math.round(Number(percent) * unit) * possible - attended * 100 * unit);
  return apart < possible ? null : `${percent}% is not ${attended} attended of ${possible} possible sessions`;
}
