import type { Mention } from './mentions.ts';
import type { ContactRole } from './reporting.ts';

/** "Parents who have not rung by 9.00 are texted at 9.30": the school waits until the first, and calls at the second. */

const LATEST_CALL = 10 * 60 + 30;
/** Between the call's verb and its own hour stands nothing else that is done. */
const AT_ITS_HOUR = /^(?:\s(?!and\b|then\b|again\b|visit)[a-z']{1,12}){0,4}\s(?:at|from)\s{1,3}$/i;
const BY = /\b(?:by|before|until)\s{1,3}$/i;
const ASKED_BEFORE = /\b(?:still|yet|again|answer\w*|reply|replied|response|responded)\b/i;

/** The parents' hour, where the sentence goes on to an hour at which the school calls; null otherwise. */
export function waitsForParents(mentions: readonly Mention[], index: number, text: string): ContactRole | null {
  const [mention, next] = [mentions[index], mentions[index + 1]];
  if (!mention || !next || mention.last || next.last || !BY.test(mention.leftText)) return null;
  const waiting = mention.left.findLast((cue) => cue.is === 'report' || cue.is === 'call' || cue.is === 'unheard');
  if (waiting?.is !== 'unheard' || ASKED_BEFORE.test(mention.leftText)) return null;
  const { minutes } = next.first.clock;
  if (minutes <= mention.first.clock.minutes || minutes > LATEST_CALL) return null;
  const call = next.left.findLast((cue) => cue.is === 'call' || cue.is === 'report');
  const isCall = call && (call.is === 'call' || next.left.some((cue) => cue.is === 'staff' && cue.start < call.start));
  return isCall && AT_ITS_HOUR.test(text.slice(call.end, next.first.start))
    ? { role: 'reportAbsenceBy', explicit: false }
    : null;
}
