import { figuresIn } from '../readers/thresholds/figures.ts';
import { areSame } from '../same-words.ts';
import type { Metric, Trigger } from '../schema.ts';
import type { Line } from './lines.ts';
import { numbersOf } from './numbers-of.ts';
import { proseRungs } from './prose.ts';
import type { Ladder, Rung } from './rung.ts';

/**
 * Figures that stand among the rungs of a ladder and set off none of them: where a ladder is told, a sentence with a
 * figure is one of its steps, though the verb of what is done is known to no list ("Below 97% we keep an eye on things").
 */

/** The ladders, each with the steps that stand among its rungs and that no reader took. */
export function withLeftOver(ladders: readonly Ladder[], lines: readonly Line[]): readonly Ladder[] {
  if (!ladders.some(isTold)) return ladders;
  const used = new Set(ladders.flatMap(({ rungs }) => rungs.flatMap(({ trigger }) => numbersOf(trigger))));
  const places = new Map(lines.map(({ stretch }, index) => [stretch, index]));
  return ladders.map((ladder) => {
    const among = isTold(ladder) ? linesAmong(ladder, lines, places) : [];
    const counted = new Set(ladder.rungs.flatMap(({ trigger }) => metricsOf(trigger)));
    const left = among
      .flatMap((line) => leftIn(line, used))
      .filter(({ trigger }) => metricsOf(trigger).every((one) => counted.has(one) || one === 'unauthorisedSessions'));
    if (left.length === 0) return ladder;
    for (const { trigger } of left) for (const figure of numbersOf(trigger)) used.add(figure);
    const at = ({ place }: Rung): number => (places.get(place.line.stretch) ?? 0) * 1e6 + place.start;
    return { ...ladder, rungs: [...ladder.rungs, ...left].sort((one, other) => at(one) - at(other)) };
  });
}

/** Two steps with figures, told in sentences: only there does a third stand beside them. */
function isTold({ family, rungs }: Ladder): boolean {
  return family === 'prose' && rungs.filter(({ trigger }) => numbersOf(trigger).length > 0).length > 1;
}

/** The lines between a ladder's first rung and its last, and those of their paragraphs and lists. */
function linesAmong({ rungs }: Ladder, lines: readonly Line[], places: ReadonlyMap<Line['stretch'], number>): Line[] {
  const at = rungs.map(({ place }) => places.get(place.line.stretch) ?? -1);
  if (at.includes(-1)) return [];
  let [from, to] = [Math.min(...at), Math.max(...at)];
  while (from > 0 && isBeside(lines[from - 1], lines[from])) from--;
  while (to < lines.length - 1 && isBeside(lines[to], lines[to + 1])) to++;
  return lines.slice(from, to + 1).filter(({ kind }) => kind === 'text' || kind === 'item');
}

function isBeside(one: Line | undefined, other: Line | undefined): boolean {
  if (!one || !other) return false;
  if (one.placed === other.placed) return true;
  return (
    one.kind === 'item' &&
    other.kind === 'item' &&
    one.depth === other.depth &&
    areSame(one.placed.headings, other.placed.headings)
  );
}

function leftIn(line: Line, used: ReadonlySet<string>): Rung[] {
  // A quick look: most lines have no figure that is not a rung's.
  if (!figuresIn(line.text).some((figure) => !numbersOf(figure).some((one) => used.has(one)))) return [];
  return proseRungs(line, { inLadder: true, among: true, heading: line.placed.headings.at(-1) ?? '' }).filter(
    ({ trigger, idle, kind }) =>
      !idle && !kind && numbersOf(trigger).length > 0 && !numbersOf(trigger).some((figure) => used.has(figure)),
  );
}

/** What a trigger counts; absence is what is left of attendance. */
function metricsOf({ metric, band, anyOf }: Trigger): Metric[] {
  const own = metric === 'absence' || band ? 'attendance' : metric;
  return [...(own ? [own] : []), ...(anyOf ?? []).flatMap(metricsOf)];
}
