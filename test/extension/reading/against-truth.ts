import type { CalendarEntry, PupilRecord } from '#core/attendance/pupil.ts';
import { readPolicy } from '#core/policy/parse.ts';
import { judgeTable, prepareJudge } from '../../../extension/judging/judge.ts';
import { tablesToJudge } from '../../../extension/judging/judged-page.ts';
import type { GridReading, PageReading, PupilReading } from '../../../extension/reading/page-reading.ts';
import { markupSight, type Sight } from '../../../extension/reading/sight.ts';
import { schoolDays, TERM } from '../fixtures/pages/classes.ts';
import type { FigureName, PageTruth, PupilTruth } from '../fixtures/pages/truth.ts';

/** What a reading of one page is, held against what the page truly says. */
export interface Verdict {
  /** Claims that are other, or more, than the truth: there may be none. */
  wrong: string[];
  /** Steps, or "no step", that were given where none may be. */
  steps: string[];
  /** Pupils whose figures or marks were read as they are, of those that can be read. */
  read: number;
  readable: number;
  /** Pupils who were given an answer, of those of whom one may be given. */
  judged: number;
  judgeable: number;
  refusals: string[];
}

/** A ladder over the year, with steps close enough that most wrong figures change one. */
const POLICY = `# Attendance policy

## Steps

### Stage 1: a call

When attendance falls below 98%, the class teacher telephones home.

### Stage 2: a letter

When attendance falls below 95%, the office sends letter 1.

### Stage 3: a meeting

When attendance falls below 90%, the head meets the parents.
`;
const calendar: CalendarEntry[] = schoolDays(TERM.from, TERM.to).flatMap((date) =>
  (['AM', 'PM'] as const).map((session) => ({ date, session, open: true })),
);
const judge = prepareJudge(readPolicy(POLICY).parsed.escalation, calendar);

/** Holds a reading against the truth: numbers, marks, pupils, periods, and the steps that follow. */
export function holdAgainst(reading: PageReading, truth: PageTruth, today: string): Verdict {
  const verdict: Verdict = { wrong: [], steps: [], read: 0, readable: 0, judged: 0, judgeable: 0, refusals: [] };
  const right = new Set<PupilTruth>();
  const answered = new Set<PupilTruth>();
  for (const grid of reading.grids) {
    if (grid.refusal !== null) verdict.refusals.push(grid.refusal);
    for (const pupil of grid.pupils) {
      const told = tellOf(pupil, grid, truth);
      if (told.wrong.length === 0 && told.truth && told.says) right.add(told.truth);
      // A refused table says nothing to anyone.
      if (grid.refusal === null && pupil.problem === null) verdict.wrong.push(...told.wrong);
    }
  }
  const usable = reading.grids.filter((grid) => grid.refusal === null && grid.period);
  for (const [index, table] of tablesToJudge(reading).entries()) {
    const answer = judgeTable(judge, table, today);
    if ('refusal' in answer) {
      verdict.refusals.push(answer.refusal);
      continue;
    }
    for (const [row, { decision, label }] of answer.pupils.entries()) {
      const pupil = usable[index]?.pupils[row];
      if (!pupil || !decision || decision.current.answer === 'cannot-tell') continue;
      const known = pupilIn(truth, pupil.record);
      const why = truth.silent ?? (known ? (known.silent ?? known.noStep) : 'no such pupil');
      if (why !== null) verdict.steps.push(`${pupil.record.name}: ${label} (${why})`);
      else if (known) answered.add(known);
    }
  }
  for (const pupil of truth.pupils) {
    if (pupil.silent !== null) continue;
    verdict.readable++;
    if (right.has(pupil)) verdict.read++;
    if (pupil.noStep !== null) continue;
    verdict.judgeable++;
    if (answered.has(pupil)) verdict.judged++;
  }
  return verdict;
}

/** Sight for pages without a browser: it knows of classes that a page's own style sheet hides, as a browser would. */
export function sightOf(page: Document): Sight {
  const rules = [...page.querySelectorAll('style')].map((style) => style.textContent ?? '').join(' ');
  const hiding = new Set([...rules.matchAll(/\.([\w-]+)\s*\{[^}]*display:\s*none/g)].map((match) => match[1] ?? ''));
  // A page is read at once and does not change meanwhile, so what is known of an element holds for those within it.
  const known = new Map<Element, boolean>();
  const isHidden = (element: Element): boolean => {
    const before = known.get(element);
    if (before !== undefined) return before;
    const styled = hiding.size > 0 && [...element.classList].some((name) => hiding.has(name));
    const hidden =
      styled ||
      element.hasAttribute('hidden') ||
      INLINE_HIDING.test(element.getAttribute('style') ?? '') ||
      (element.parentElement !== null && isHidden(element.parentElement));
    known.set(element, hidden);
    return hidden;
  };
  return { ...markupSight, isHidden };
}

const INLINE_HIDING = /display\s*:\s*none|visibility\s*:\s*hidden/i;

/** Every pupil that can be read was read rightly, and judged where a step may be given. */
export function isCovered({ read, readable, judged, judgeable }: Verdict): boolean {
  return read === readable && judged === judgeable;
}

/** The truth of the pupil whom a record is about; the identifier decides between namesakes. */
function pupilIn(truth: PageTruth, { pupilId, name = '' }: PupilRecord): PupilTruth | null {
  const plain = (text: string): string => text.toLowerCase().replace(/\s+/g, ' ').trim();
  const named = truth.pupils.filter((one) => [one.name, one.shown].some((text) => plain(text) === plain(name)));
  const known = named.filter(({ id }) => id === pupilId);
  const byId = truth.pupils.filter(({ id }) => id !== null && id === pupilId);
  const loose = (): PupilTruth[] => {
    const own = words(name);
    return truth.pupils.filter((one) => words(one.shown) === own || words(one.name) === own);
  };
  const found = known.length > 0 ? known : named.length > 0 ? named : byId.length > 0 ? byId : loose();
  return found.length === 1 || (known.length === 0 && found.length > 1) ? (found[0] ?? null) : null;
}

function words(text: string): string {
  return (text.toLowerCase().match(/[\p{L}'’-]+/gu) ?? []).toSorted().join(' ');
}

interface Told {
  truth: PupilTruth | null;
  wrong: string[];
  /** The reading has a figure or a mark of this pupil. */
  says: boolean;
}

function tellOf(pupil: PupilReading, grid: GridReading, truth: PageTruth): Told {
  const { record } = pupil;
  const known = pupilIn(truth, record);
  if (!known) return { truth: null, wrong: [`${record.name}: no pupil of the page`], says: true };
  const wrong = [...figuresAgainst(pupil, known), ...marksAgainst(pupil, grid, known)];
  if (known.silent !== null) wrong.push(`${record.name}: said though ${known.silent}`);
  const says = (record.marks ?? []).length > 0 || Object.values(record.totals ?? {}).some((value) => value !== null);
  return { truth: known, wrong: wrong.map((text) => text), says };
}

const FIGURES: readonly (readonly ['possible' | 'attended' | 'authorised' | 'unauthorised' | 'late', FigureName])[] = [
  ['possible', 'possible'],
  ['attended', 'attended'],
  ['authorised', 'authorised'],
  ['unauthorised', 'unauthorised'],
  ['late', 'late'],
];

function figuresAgainst({ record: { name, totals } }: PupilReading, known: PupilTruth): string[] {
  if (!totals) return [];
  const wrong: string[] = [];
  const { from, to } = totals;
  for (const [ours, theirs] of FIGURES) {
    const value = totals[ours];
    if (value === null) continue;
    const told = sessionsOf(known, theirs).filter((one) => one.value === value);
    if (told.length === 0) wrong.push(`${name}: ${ours} ${value} is not what is said (${said(known, theirs)})`);
    else if (!told.some(({ period }) => withinPeriod(from, to, period)))
      wrong.push(`${name}: ${ours} is not of ${from} to ${to}`);
  }
  if (totals.percent !== null) {
    const told = known.figures.filter(
      ({ what, value, unit }) => what === 'attendance' && unit === 'percent' && value === Number(totals.percent),
    );
    if (told.length === 0) wrong.push(`${name}: ${totals.percent}% is not said`);
    else if (!told.some(({ period }) => withinPeriod(from, to, period)))
      wrong.push(`${name}: percentage is not of ${from} to ${to}`);
  }
  return wrong;
}

/** What the page says in sessions, and what follows from it by subtraction alone. */
function sessionsOf(known: PupilTruth, what: FigureName): PupilTruth['figures'] {
  const own = known.figures.filter((one) => one.what === what && one.unit === 'sessions');
  if (own.length > 0) return own;
  const [possible] = known.figures.filter((one) => one.what === 'possible' && one.unit === 'sessions');
  const sum = (names: readonly FigureName[]): number | null => {
    const found = names.map((name) => known.figures.find((one) => one.what === name && one.unit === 'sessions'));
    return found.every((one) => one !== undefined) ? found.reduce((total, one) => total + (one?.value ?? 0), 0) : null;
  };
  if (!possible) return [];
  const rest = (value: number | null): PupilTruth['figures'] =>
    value === null ? [] : [{ ...possible, what, value: possible.value - value }];
  if (what === 'attended') return [...rest(sum(['absent'])), ...rest(sum(['authorised', 'unauthorised']))];
  if (what === 'authorised') return rest(sum(['attended', 'unauthorised']));
  if (what === 'unauthorised') return rest(sum(['attended', 'authorised']));
  return [];
}

function said(known: PupilTruth, what: FigureName): string {
  return known.figures
    .filter((one) => one.what === what)
    .map(({ value, unit }) => `${value} ${unit}`)
    .join(', ');
}

/** A period may be said with ends that the page leaves out only where the page says neither. */
function withinPeriod(
  from: string | null,
  to: string | null,
  period: PupilTruth['figures'][number]['period'],
): boolean {
  if (from === null && to === null) return true;
  if (!period) return false;
  return (period.from === null || period.from === from) && (period.to === null || period.to === to);
}

function marksAgainst({ record }: PupilReading, { period }: GridReading, known: PupilTruth): string[] {
  if (!record.marks) return [];
  const wrong: string[] = [];
  const told = new Map((known.marks ?? []).map((mark) => [`${mark.date} ${mark.session}`, mark.code]));
  const gaps = new Map(known.gaps.map((gap) => [`${gap.date} ${gap.session}`, gap]));
  for (const { date, session, code } of record.marks) {
    const place = `${date} ${session}`;
    const truly = told.get(place);
    told.delete(place);
    if (code === '?' || code === truly) continue;
    const gap = gaps.get(place);
    if (truly === undefined && (code === '-' || (gap?.why === 'no such code' && gap.shows === code))) continue;
    wrong.push(`${record.name}: ${place} is read ${code} and is ${truly ?? gap?.why ?? 'not on the page'}`);
  }
  for (const [place, code] of known.marksMayLack ? [] : told) {
    const date = place.slice(0, 10);
    if (period && date >= period.from && date <= period.to) wrong.push(`${record.name}: ${place} ${code} was left out`);
  }
  return wrong;
}
