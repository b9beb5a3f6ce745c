import { type Action, type Governor, isAction, isSubject, type Subject } from './governor.ts';
import type { Mention } from './mentions.ts';
import type { CueToken } from './tokens.ts';

const JOINT_ONLY = /^\s*(?:and|&|\/|,|-|to)\s*$/i;

/**
 * "Doors open/close at 8.40 and 8.50", "8.40 and 8.50: doors open and close": two verbs and two times, each with its own.
 * Returns the governor of each such mention, by its place among the mentions.
 */
export function pairedVerbs(mentions: readonly Mention[], inherited: Subject | null): Map<number, Governor> {
  const governors = new Map<number, Governor>(startAndFinish(mentions));
  for (let index = 0; index + 1 < mentions.length; index++) {
    const first = mentions[index];
    const second = mentions[index + 1];
    if (!first || !second || first.last || second.last || !JOINT_ONLY.test(second.leftText)) continue;
    const pair = pairIn(first.left.slice(-6)) ?? pairIn(second.right.slice(0, 6));
    const subject = pair?.subject ?? inherited;
    if (!pair || !subject) continue;
    for (const [place, action] of pair.actions.entries())
      governors.set(index + place, { subject, action, inherited: false, text: pair.text });
  }
  return governors;
}

const ONLY_STARTS = /^\W{0,6}(?:school\s)?(?:start|begin)s?\W{1,4}(?:(?:at|from)\s)?$/i;
const ONLY_ENDS = /^\W{0,4}(?:(?:and|to)\s)?(?:finish|end)(?:e?s)?\W{1,4}(?:(?:at|by)\s)?$/i;
const SHORTEST_DAY = 5 * 60;

/** "Start 8.45, finish 3.15": what lasts so long, unnamed, is the day. */
function startAndFinish([first, second]: readonly Mention[]): [number, Governor][] {
  if (!first || !second || first.last || !ONLY_STARTS.test(first.leftText) || !ONLY_ENDS.test(second.leftText))
    return [];
  if (second.first.clock.minutes - first.first.clock.minutes < SHORTEST_DAY) return [];
  const day = { subject: 'day', inherited: true, text: '' } as const;
  return [
    [0, { ...day, action: 'start' }],
    [1, { ...day, action: 'end' }],
  ];
}

/** The one subject and the two verbs of a stretch, opening before closing, with nothing but joints and "at" between. */
function pairIn(
  cues: readonly CueToken[],
): { subject: Subject | null; text: string; actions: [Action, Action] } | null {
  const words = cues.filter(
    (cue) => cue.is !== 'at' && !(cue.is === 'stop' && /^(?:and|[:,(-])$/i.test(cue.text.trim())),
  );
  const second = words.findIndex((cue, at) => at > 0 && isAction(cue) && isAction(words[at - 1] ?? cue));
  const [one, other, subject] = [words[second - 1], words[second], words[second - 2]];
  if (!one || !other || !isAction(one) || !isAction(other)) return null;
  if (!['open', 'start'].includes(one.is) || !['close', 'end'].includes(other.is)) return null;
  if (words.slice(second + 1).some((cue) => isSubject(cue) || isAction(cue))) return null;
  const named = subject && isSubject(subject) ? subject : null;
  return { subject: named?.is ?? null, text: named?.text ?? '', actions: [one.is, other.is] };
}
