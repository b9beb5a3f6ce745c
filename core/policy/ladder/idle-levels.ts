import type { Trigger } from '../schema.ts';
import { NOTHING_DONE } from './describing.ts';
import { lexicon, wordsIn } from './lexicon.ts';
import { isReward, saysAction } from './measures.ts';
import type { Rung } from './rung.ts';
import { isPercent } from './sequences.ts';

/**
 * Levels at which nothing is done: "96–100%: no action". At the mild end of a ladder they are steps of it, because a pupil
 * whose attendance is exactly on an end that two bands share belongs to the milder one.
 */

const NO = new Set(['no', 'without']);
const QUALIFIERS = new Set('further formal immediate specific additional school'.split(' '));
const MEASURES = new Set(
  `action actions concern concerns intervention interventions letter letters contact meeting meetings step steps support referral
  referrals worries issue issues followup`.split(/\s+/),
);

/** Words without "no further action", "no concerns": what is named there is not done. */
function withoutDenied(words: string): string {
  const read = wordsIn(words);
  let rest = words;
  read.words.forEach(({ text }, index) => {
    if (!NO.has(text)) return;
    let next = index + 1;
    while (next <= index + 2 && QUALIFIERS.has(read.words[next]?.text ?? '')) next++;
    const last = read.words[next];
    if (!last || !MEASURES.has(last.text)) return;
    const [from, to] = [read.starts[index] ?? 0, (read.starts[next] ?? 0) + last.text.length];
    rest = rest.slice(0, from) + ' '.repeat(to - from) + rest.slice(to);
  });
  return rest;
}

// "Meeting our target", "on target": none of them is a meeting or something that anyone targets.
const AS_HOPED =
  /\b(?:at|on|above|in|with|within|meet(?:s|ing)?|exceed(?:s|ing)?|reach(?:es|ing)?)\s+(?:(?:or|above|our|the|your|school|schools?'?|national|attendance|line|with|expected)\s+){0,4}(?:target|track|expectations?|average|range)\b/gi;
const STANDING = lexicon(
  `excellent outstanding good great fantastic superb brilliant wonderful amazing exemplary perfect ideal acceptable satisfactory
  super expected expectations thanks congratulations praise`,
  {
    on: [/\s+(?:track|target)\b/iy],
    well: [/\s+done\b/iy],
    thank: [/\s+you\b/iy],
    keep: [/\s+(?:it\s+(?:up|there)|up\s+(?:the|this|your)|going)\b/iy],
  },
);

const NOT_WELL =
  /\b(?:below|under|less|not|concern\w*|risk|poor|improv\w*|worr\w*|cause|causing|affect\w*|unless|until|but)\b/i;

// "Pupils at this level are likely to get good grades" tells what attendance brings, "Good attendance" how it stands.
const NEAR_HEAD = 40;

/** Whether words say that nothing is done, or only that all is well: "No action", "Excellent", "On track". */
export function asksNothing(words: string): boolean {
  if (NOTHING_DONE.test(words)) return true;
  const rest = withoutDenied(words).replace(AS_HOPED, ' ');
  if (saysAction(rest) || NOT_WELL.test(rest)) return false;
  const standing = STANDING.find(words);
  return rest !== words || (standing !== null && standing.start < NEAR_HEAD);
}

/** Whether words say outright that nothing is done: "No action is needed". */
export function saysNoMeasure(words: string): boolean {
  const rest = withoutDenied(words);
  return rest !== words && !saysAction(rest);
}

/** What a level without measures is: a reward where it is praised, else a rung for all. */
export function idleKind(words: string): 'reward' | 'universal' {
  return isReward(words) ? 'reward' : 'universal';
}

/** The trigger of a level that is reached from below: a point ("96%: no concern") is its low end; null for one to fall below. */
export function fromBelow(trigger: Trigger, words: string): Trigger | null {
  if (lowEnd(trigger) !== null) return trigger;
  const { metric, op, unit, value } = trigger;
  if (metric !== 'attendance' || op !== '<=' || unit !== 'percent' || FALLS.test(words)) return null;
  return { metric, op: '>=', value, unit };
}

const FALLS = /\b(?:below|under|less|lower|beneath|fall|falls|drop|drops|down)\b|</i;

/** The attendance at which a level begins; null where it has no low end. */
function lowEnd({ band, metric, op, unit, value }: Trigger): number | null {
  if (band) return band[0];
  return metric === 'attendance' && unit === 'percent' && value !== undefined && (op === '>=' || op === '>')
    ? value
    : null;
}

/** The highest attendance at which a trigger can hold, in percent; null where attendance does not decide. */
function highEnd(trigger: Trigger): number | null {
  const { band, metric, op, unit, value } = trigger;
  if (trigger.anyOf) return Math.max(...trigger.anyOf.map((part) => highEnd(part) ?? 0));
  if (band) return band[1];
  if (unit !== 'percent' || value === undefined) return null;
  if (metric === 'absence') return 100 - value;
  return op === '<' || op === '<=' ? value : 100;
}

/** The rungs of a ladder without the idle levels that do not stand at its mild end, above every level at which something is done. */
export function withIdleLevels(rungs: readonly Rung[]): Rung[] {
  if (!rungs.some(({ idle }) => idle)) return [...rungs];
  let mildest: number | null = null;
  for (const { idle, kind, trigger } of rungs)
    if (!idle && kind === undefined && isPercent(trigger)) mildest = Math.max(mildest ?? 0, highEnd(trigger) ?? 0);
  return rungs.filter(({ idle, trigger }) => {
    if (!idle) return true;
    return mildest !== null && (lowEnd(trigger) ?? 0) >= mildest;
  });
}
