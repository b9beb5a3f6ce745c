import type { PolicyDocument } from '../document.ts';
import { areSame } from '../same-words.ts';
import type { Sequence, Step } from '../schema.ts';
import { enforcementAmong } from './actions.ts';
import type { Ladder, Rung } from './rung.ts';
import { countsFromSupport, countsSessions, isPercent } from './sequences.ts';

/** A ladder with the sequence that it is by itself: which of several is the main one, the whole document decides. */
export interface SortedLadder extends Ladder {
  readonly sequence: Sequence;
}

/** Numbers the rungs of all ladders, given in the order of the document, and puts them into the shape of the contract. */
export function stepsOf(document: PolicyDocument, inOrder: readonly SortedLadder[]): Step[] {
  const main =
    mainLadder(inOrder.filter(({ sequence }) => sequence === 'main')) ??
    inOrder.find((ladder) => ladder.sequence === 'penalty' && countsFromSupport(ladder)) ??
    onlyCounted(inOrder.filter(({ sequence }) => sequence === 'other')) ??
    null;
  const bySequence = new Map<Sequence, { rungs: readonly Rung[]; printed: boolean }[]>();
  for (const ladder of inOrder) {
    const sequence = ladder === main ? 'main' : ladder.sequence === 'main' ? 'other' : ladder.sequence;
    const parts = bySequence.get(sequence) ?? [];
    bySequence.set(sequence, parts);
    parts.push({ rungs: ladder.rungs, printed: ladder.rungs.some(({ printed }) => printed !== null) });
  }
  const steps: Step[] = [];
  for (const [sequence, parts] of bySequence) {
    const alone = parts.length === 1;
    let position = 0;
    for (const part of parts) {
      const usePrinted = alone && part.printed && hasDistinctNumbers(part.rungs);
      let previous: string | number | null = null;
      // The rung that branches hang on; a chain of waits that is lettered from "a" hangs on none.
      let parent: number | null = null;
      for (const { rung, order, sub } of numbered(part.rungs, usePrinted, position)) {
        steps.push(place(document, rung, sequence, order, sub, sub ? previous : (parent ?? previous)));
        // A branch ("if parents do not come") is left aside; a chain of waits goes on from its last link.
        if (!sub || sub === 'a' || rung.after) previous = sub ? `${order}${sub}` : order;
        if (!sub || sub === 'a') parent = sub ? null : order;
        position = order;
      }
    }
  }
  return steps.sort((a, b) => a.span.start.offset - b.span.start.offset);
}

/** Of ladders that no name tells apart, the only one that counts sessions: of several none is known to be the main one. */
function onlyCounted(ladders: readonly SortedLadder[]): SortedLadder | null {
  const [only, ...others] = ladders.filter(countsSessions);
  return only && others.length === 0 && countsFromSupport(only) ? only : null;
}

/** Compares two ladders by where they begin. */
export function byPlace(one: Ladder, other: Ladder): number {
  return placeOf(one) - placeOf(other);
}

function placeOf({ rungs }: Ladder): number {
  const place = rungs[0]?.place;
  return place ? place.line.placed.offset + place.line.start + place.start : 0;
}

/** Of the main ladders the one with most steps by attendance percentage at which something is done, the first of equals or where there is none. */
function mainLadder(ladders: readonly Ladder[]): Ladder | null {
  let best: Ladder | null = null;
  let most = 0;
  for (const ladder of ladders) {
    const count = ladder.rungs.filter(({ idle, trigger }) => !idle && isPercent(trigger)).length;
    if (count > most) [best, most] = [ladder, count];
  }
  return best ?? ladders[0] ?? null;
}

/** Orders and letters: "7", then "9a", "9b" where several steps share one printed number or stand inside a rung. */
function numbered(
  rungs: readonly Rung[],
  usePrinted: boolean,
  from: number,
): { rung: Rung; order: number; sub: string | undefined }[] {
  let order = from;
  let letters = 0;
  let printed: number | null = null;
  return rungs.map((rung, index) => {
    const within = rung.sub && (rung.printed === null || rung.printed === printed) && index > 0;
    if (within) letters++;
    else {
      order = usePrinted ? (rung.printed ?? order + 1) : order + 1;
      letters = 0;
    }
    printed = rung.printed ?? printed;
    return { rung, order, sub: rung.sub ? String.fromCharCode(97 + Math.min(letters, 25)) : undefined };
  });
}

function hasDistinctNumbers(rungs: readonly Rung[]): boolean {
  const numbers: number[] = [];
  for (const { printed, sub } of rungs) {
    if (printed === null) {
      if (!sub) return false;
    } else if (!(sub && numbers.at(-1) === printed)) numbers.push(printed);
  }
  return new Set(numbers).size === numbers.length;
}

function place(
  document: PolicyDocument,
  rung: Rung,
  sequence: Sequence,
  order: number,
  sub: string | undefined,
  previous: string | number | null,
): Step {
  const { line, start, end } = rung.place;
  const span = document.spanIn(line.placed, line.start + start, line.start + Math.max(end, start + 1));
  return {
    ...valuesOf(rung, sequence, order, sub, previous),
    line: span.start.line,
    span,
    quote: document.text.slice(span.start.offset, span.end.offset),
    confidence: rung.confidence,
  };
}

/** A step apart from its place. */
type Values = Omit<Step, 'line' | 'span' | 'quote' | 'confidence'>;

interface KnownValues {
  readonly rung: Rung;
  readonly previous: string | number | null;
  readonly values: Values;
}

/** By the actions of their rung, which stay the very list when it is moved by an edit elsewhere. */
const memory = new WeakMap<readonly string[], KnownValues>();

function valuesOf(
  rung: Rung,
  sequence: Sequence,
  order: number,
  sub: string | undefined,
  previous: string | number | null,
): Values {
  const known = memory.get(rung.actions);
  if (
    known?.previous === previous &&
    known.values.sequence === sequence &&
    known.values.order === order &&
    known.values.sub === sub &&
    areSame(known.values.actions, rung.actions) &&
    isSameRung(known.rung, rung)
  )
    return known.values;
  const values = readValues(rung, sequence, order, sub, previous);
  memory.set(rung.actions, { rung, previous, values });
  return values;
}

/** Whether two rungs of one list of actions differ in their places at most. */
function isSameRung(one: Rung, other: Rung): boolean {
  return (
    one.title === other.title &&
    one.trigger === other.trigger &&
    one.after === other.after &&
    one.kind === other.kind &&
    one.actor === other.actor &&
    one.monitoring === other.monitoring &&
    one.target === other.target
  );
}

function readValues(
  rung: Rung,
  sequence: Sequence,
  order: number,
  sub: string | undefined,
  previous: string | number | null,
): Values {
  const after = rung.after && previous !== null ? { afterStep: previous } : {};
  const window = rung.after && previous !== null && rung.after.wait ? { window: rung.after.wait } : {};
  const instead = rung.after?.instead;
  // Nothing is due for whole attendance but praise.
  const { metric, op, value } = rung.trigger;
  const whole = metric === 'attendance' && op === '>=' && (value ?? 0) >= 100;
  const kind = rung.kind ?? (whole ? 'reward' : undefined);
  const trigger =
    instead === undefined
      ? { ...rung.trigger, ...after, ...(rung.trigger.window ? {} : window) }
      : { anyOf: [rung.trigger, { ...after, ...window, condition: instead }] };
  return {
    order,
    ...(sub ? { sub } : {}),
    sequence,
    title: rung.title,
    ...(kind ? { kind } : {}),
    trigger,
    actions: [...rung.actions],
    enforcement: enforcementAmong(rung.actions),
    ...(rung.actor ? { actor: rung.actor } : {}),
    ...(rung.monitoring ? { monitoring: rung.monitoring } : {}),
    ...(rung.target === undefined ? {} : { target: rung.target }),
  };
}
