import type { Assigned } from './assigned.ts';
import { gatherMentions, type Mention } from './mentions.ts';
import type { Segment } from './segments.ts';
import type { Token } from './tokens.ts';

/** A window of lateness that begins at the moment told before: "Registers close at 8.55. Between then and 9.25 the mark is L." */

const THEN =
  /\b(?:from|between|after|since|later\sthan)\s(?:then|this|that|it)(?:\s(?:time|point|hour|moment))?\b[^.;\d]{0,40}\s(?:and|to|until|till|before|up\sto)\s{1,3}$/i;

/** Whether the time ends such a window. */
export function endsWindowOfThen({ leftText, last }: Mention): boolean {
  return !last && THEN.test(leftText.slice(-80));
}

/** The times that have been told, each with its sentence, and those of the last sentence that told one. */
export interface ToldBefore {
  readonly tokens: readonly Token[];
  readonly segment: Segment;
}

/** Gives the moment before such a window its role: from it on a pupil is late, whatever its own verb was. */
export function lateFromThen(
  segment: Segment,
  tokens: readonly Token[],
  assigned: readonly Assigned[],
  before: ToldBefore | null,
  found: { assigned: Assigned; segment: Segment }[],
): Assigned[] {
  const mentions = gatherMentions(segment.text, tokens);
  const at = mentions.findIndex(endsWindowOfThen);
  const end = assigned.find((one) => one.role === 'registerCloses' && one.clock === mentions[at]?.first.clock);
  if (end?.ground !== 'window') return [...assigned];
  const own = mentions[at - 1];
  const beginning = own ?? (before ? gatherMentions(before.segment.text, before.tokens).at(-1) : undefined);
  if (!beginning) return [...assigned];
  const clock = (beginning.last ?? beginning.first).clock;
  if (clock.minutes >= end.clock.minutes) return [...assigned];
  const late: Assigned = {
    clock,
    role: 'registerMarkedBy',
    ground: 'consequence',
    explicit: false,
    mention: beginning,
  };
  const isTurned = (one: Assigned): boolean =>
    one.clock.start === clock.start && (one.role === 'registerCloses' || one.role === 'registerMarkedBy');
  if (own) return [...assigned.filter((one) => !isTurned(one)), late];
  if (!before) return [...assigned];
  const kept = found.filter((one) => one.segment !== before.segment || !isTurned(one.assigned));
  found.splice(0, found.length, ...kept, { assigned: late, segment: before.segment });
  return [...assigned];
}
