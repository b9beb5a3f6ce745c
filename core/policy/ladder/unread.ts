import { type PlacedBlock, type PolicyDocument, type Sentence, sentencesOf } from '../document.ts';
import type { Figure } from '../readers/thresholds/figure.ts';
import { figuresIn } from '../readers/thresholds/figures.ts';
import { areSame } from '../same-words.ts';
import type { Sequence, Step, Trigger } from '../schema.ts';
import { numbersOf } from './numbers-of.ts';
import { opensSentence } from './prose.ts';
import { DEFINITION, withoutBrackets } from './wording.ts';

/**
 * Figures that stand among the steps of a ladder and set none of them off: perhaps a step that was not understood. Pupils
 * past such a figure may be on another step than the one shown, so its author is asked and no step is shown for them.
 */

// A section of more blocks holds more than a ladder.
const LONGEST = 40;
// A page of many such figures is a table of something else.
const MOST = 5;

type Unread = NonNullable<Step['unread']>[number];

/** The steps, each with the figures that stand behind it, before the next of its ladder, and that no step was read from. */
export function withUnread(document: PolicyDocument, steps: Step[]): Step[] {
  const mildest = Math.max(...steps.map(({ trigger }) => highestOf(trigger)));
  const used = new Set(steps.flatMap(({ trigger }) => numbersOf(trigger)));
  const found = new Map<Step, Unread[]>();
  let count = 0;
  for (const [sequence, placed] of blocksAmong(document, steps))
    for (const sentence of sentencesOf(placed.block)) {
      const figure = count < MOST ? unreadIn(sentence, steps, used, mildest) : null;
      if (!figure) continue;
      count++;
      for (const number of numbersOf(figure)) used.add(number);
      const span = document.spanIn(placed, sentence.start + figure.start, sentence.start + figure.end);
      const quote = document.text.slice(span.start.offset, span.end.offset);
      const of = steps.filter((step) => step.sequence === sequence);
      const step = of.findLast((one) => one.span.start.offset <= span.start.offset) ?? of[0];
      if (step)
        found.set(step, [
          ...(found.get(step) ?? []),
          { trigger: triggerOf(figure), line: span.start.line, span, quote },
        ]);
    }
  if (found.size === 0) return steps;
  return steps.map((step) => {
    const unread = found.get(step);
    return unread ? { ...step, unread } : step;
  });
}

function triggerOf({ metric, op, value, unit, window, band }: Figure): Trigger {
  if (band) return { band: [...band] };
  return { metric, op, value, unit, ...(window ? { window } : {}) };
}

/** The blocks from the first step of a ladder with two figures or more to its last, and those that stand beside them in one list. */
function blocksAmong(document: PolicyDocument, steps: readonly Step[]): [Sequence, PlacedBlock][] {
  const { blocks } = document;
  const among = new Map<PlacedBlock, Sequence>();
  for (const sequence of new Set(steps.map((step) => step.sequence))) {
    const of = steps.filter((step) => step.sequence === sequence && step.kind !== 'universal');
    if (of.filter(({ trigger }) => numbersOf(trigger).length > 0).length < 2) continue;
    const at = of.map(({ span }) => document.blockAt(span.start.offset)?.index ?? 0);
    let [from, to] = [Math.min(...at), Math.max(...at)];
    if (to - from > LONGEST) continue;
    while (standBeside(blocks[from - 1], blocks[from])) from--;
    while (standBeside(blocks[to], blocks[to + 1])) to++;
    const tables = new Set(at.map((index) => blocks[index]?.block.header));
    // A table without a step of its own is one of something else.
    for (const placed of blocks.slice(from, to + 1))
      if (placed.block.kind !== 'heading' && (placed.block.kind !== 'row' || tables.has(placed.block.header)))
        among.set(placed, sequence);
  }
  return [...among]
    .map(([placed, sequence]): [Sequence, PlacedBlock] => [sequence, placed])
    .sort(([, one], [, other]) => one.index - other.index);
}

/** Items of one list, rows of one table. */
function standBeside(one: PlacedBlock | undefined, other: PlacedBlock | undefined): boolean {
  return (
    one !== undefined &&
    other !== undefined &&
    one.block.kind === other.block.kind &&
    (one.block.kind === 'item' || one.block.kind === 'row') &&
    areSame(one.headings, other.headings)
  );
}

/** The first figure of a sentence that says when something begins and is no step's; null for none. */
function unreadIn(
  sentence: Sentence,
  steps: readonly Step[],
  used: ReadonlySet<string>,
  mildest: number,
): Figure | null {
  const figures = figuresIn(sentence.text).filter(
    (figure) =>
      (mayBegin(figure) || opensSentence(sentence.text, figure)) &&
      lowestOf(figure) < mildest &&
      !numbersOf(figure).some((number) => used.has(number)),
  );
  const [first] = figures;
  if (!first || DEFINITION.isIn(withoutBrackets(sentence.text))) return null;
  // What is told beside a step's own figure is its condition.
  const said = sentence.text.slice(first.start, first.end).trim();
  return steps.some(({ trigger }) => trigger.condition?.includes(said)) ? null : first;
}

/** Whether a figure is one that steps begin at: no limit of notices, no way out, no target. */
function mayBegin({ sense, metric, op, band }: Figure): boolean {
  if (metric === 'penaltyNotices') return false;
  return band
    ? sense === 'trigger' || sense === 'point'
    : sense === 'trigger' && !(metric === 'attendance' && op.startsWith('>'));
}

/** Where a step by attendance begins, in percent; minus infinity for any other. */
function highestOf({ band, metric, unit, value, anyOf }: Trigger): number {
  if (anyOf) return Math.max(...anyOf.map(highestOf));
  if (band) return band[1];
  if (unit !== 'percent' || value === undefined) return Number.NEGATIVE_INFINITY;
  return metric === 'absence' ? 100 - value : value;
}

/** How low a figure of attendance goes: one that stays above the mildest step sets nothing off. Minus infinity for a count. */
function lowestOf({ band, metric, unit, value }: Figure): number {
  if (unit !== 'percent') return Number.NEGATIVE_INFINITY;
  return metric === 'absence' ? 100 - value : (band?.[0] ?? value);
}
