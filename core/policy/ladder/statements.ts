import { matchesOf } from '../../text/matches.ts';
import type { Figure } from '../readers/thresholds/figure.ts';
import { cutsAtHours } from './by-the-hour.ts';
import { clausesOf } from './conditions.ts';
import { saysAction } from './measures.ts';

/**
 * A part of a sentence that sets out one step: "We write home below 95%, and below 90% we ask you to come in" is two.
 * English puts a step's trigger before what is done or behind it, and keeps to one order within a sentence.
 */
export interface Statement {
  /** Offset in the sentence. */
  readonly start: number;
  readonly text: string;
  /** The figures that set something off, offsets in `text`. */
  readonly figures: readonly Figure[];
  /** What is done, where an earlier statement of the sentence says it for this one too: "at 95% and again at 90%". */
  readonly shared: string;
}

// A sentence of more figures is a table that lost its lines.
const MOST = 12;

/** The statements of a sentence, in order; one for most sentences. */
export function statementsOf(text: string, figures: readonly Figure[]): Statement[] {
  const units = unitsOf(text, figures);
  const cuts = units.length > 1 && units.length <= MOST ? cutsBetween(text, units) : [];
  for (const cut of cutsAtConditions(text, figures))
    if (!cuts.some(({ at }) => Math.abs(at - cut.at) < 12)) cuts.push(cut);
  for (const at of cutsAtHours(text))
    if (!cuts.some((cut) => Math.abs(at - cut.at) < 12)) cuts.push({ at, shares: false });
  cuts.sort((a, b) => a.at - b.at);
  let shared = '';
  return [0, ...cuts.map(({ at }) => at)].map((start, index): Statement => {
    const end = cuts[index]?.at ?? text.length;
    const words = text.slice(start, end);
    shared = index > 0 && cuts[index - 1]?.shares ? shared : '';
    const statement = { start, text: words, figures: inside(figures, start, end), shared };
    if (shared === '') shared = words;
    return statement;
  });
}

interface Unit {
  readonly start: number;
  readonly end: number;
  readonly first: Figure;
}

interface Cut {
  readonly at: number;
  /** What is done stands in the statement before the cut. */
  readonly shares: boolean;
}

/** Figures of which one is enough ("below 93% or three lates") are one trigger. */
function unitsOf(text: string, figures: readonly Figure[]): Unit[] {
  const units: Unit[] = [];
  for (const figure of figures) {
    const last = units.at(-1);
    const between = last ? text.slice(last.end, figure.start) : '';
    if (last && (isEither(between) || isSame(last.first, figure)))
      units[units.length - 1] = { ...last, end: figure.end };
    else units.push({ start: figure.start, end: figure.end, first: figure });
  }
  return units;
}

function isEither(between: string): boolean {
  return between.length < 90 && /\bor\b/i.test(between) && !/[.;]/.test(between) && !saysAction(between);
}

function isSame(a: Figure, b: Figure): boolean {
  return a.metric === b.metric && a.value === b.value && a.unit === b.unit && a.band?.[0] === b.band?.[0];
}

const JOINT = /[;,:]\s+(?:(?:and|but|with|then|while)\s+)?|\s(?:and|but|with|then|while|followed\s+by)\s+/gi;
/** Words that only lead up to a figure: nothing is done in them. */
const LEADS_UP =
  /\b(?:if|when|where|once|whose|who|with|for|at|to|and|but|also|again|then|by|or|is|are|has|have|been|it|they|there|their|his|her|your|a|an|the|child(?:'s)?|pupil(?:s|'s)?|student(?:s|'s)?|children|attendance|absences?|falls?|fallen|drops?|dropped|slips?|slipped|dips?|dipped|sinks?|sunk|slides?|slid|declines?|declined|decreases?|decreased|goes|reach(?:es|ed)?|below|under|further|another|second|third|fourth|fifth|in|any|one|half|term|week|weeks|year|rolling|period|school)\b/gi;

function cutsBetween(text: string, units: readonly Unit[]): Cut[] {
  const [first] = units;
  if (!first) return [];
  const doneFirst = saysAction(text.slice(0, first.start));
  const cuts: Cut[] = [];
  units.slice(1).forEach((unit, index) => {
    const before = units[index];
    if (!before) return;
    const between = text.slice(before.end, unit.start);
    const done = saysSomething(between);
    const sameKind = before.first.metric === unit.first.metric;
    // "below 93% and ten sessions unauthorised": both must hold, and what is done stands behind or before both.
    if (!done && !(doneFirst && sameKind)) return;
    const joints = matchesOf(between, JOINT);
    const joint = doneFirst ? joints[0] : joints.at(-1);
    if (joint) cuts.push({ at: before.end + joint.index + 1, shares: !done });
  });
  return cuts;
}

function saysSomething(between: string): boolean {
  if (saysAction(between)) return true;
  const words = between.replace(LEADS_UP, ' ').match(/[a-z]{3,}/gi) ?? [];
  return words.length >= 3;
}

// "On the third day …, by day five …", "After 3 unexplained absences …, at 5 …".
const BY_DAY = /\b(?:on|by)\s+(?:the\s+\w+\s+day|day\s+\w+)\b|\b(?:unexplained|separate|different)\s+absences\b/i;
const NEXT_CONDITION =
  /(?:[;,]\s+(?:(?:and|but|then)\s+)?|\s(?:and|but)\s+)(?=(?:if|where|when|once|should|on\s+(?:the|day)|by\s+(?:the|day|noon|midday)|at\s+(?:\d{1,2}|four|five|six|seven|eight|ten|twelve))\s)/gi;

const AT_COUNT = /^\W*(?:and\s+)?at\s+[a-z\d]{1,6}\s/i;

/** "…, and if nobody can be reached by noon …": a condition of its own behind a statement that is whole. */
function cutsAtConditions(text: string, figures: readonly Figure[]): Cut[] {
  const cuts: Cut[] = [];
  let from = 0;
  // Without a first condition there is none that could be the next.
  if (clausesOf(text).length === 0 && !BY_DAY.test(text)) return cuts;
  for (const match of matchesOf(text, NEXT_CONDITION)) {
    const before = text.slice(from, match.index);
    const after = text.slice(match.index + match[0].length);
    const clause = clausesOf(before)[0];
    const said = clause ? before.slice(0, clause.start) + before.slice(clause.end) : before;
    // "Below 90% we hold a meeting, and where that does not help …": the figure is the first condition.
    const counts = figures.some(({ start, end }) => start >= from && end <= match.index);
    const opens = clause !== undefined || counts || BY_DAY.test(before) || (cuts.length > 0 && AT_COUNT.test(before));
    if (!opens || !saysAction(said) || !saysAction(after)) continue;
    cuts.push({ at: match.index + 1, shares: false });
    from = match.index + 1;
  }
  return cuts;
}

function inside(figures: readonly Figure[], start: number, end: number): Figure[] {
  return figures
    .filter((figure) => figure.start >= start && figure.start < end)
    .map((figure) => ({ ...figure, start: figure.start - start, end: figure.end - start }));
}
