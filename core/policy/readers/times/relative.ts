import { findClocks } from '../../../text/clock.ts';
import { matchesOf } from '../../../text/matches.ts';
import type { Assigned } from './assigned.ts';
import type { TimeReading } from './reading.ts';
import type { Segment } from './segments.ts';
import { fieldOf } from './session.ts';

const LENGTH =
  /\b(?<count>\d{1,2}|five|ten|fifteen|twenty|thirty|half an hour|(?:a )?quarter of an hour|three quarters of an hour|an hour)(?:\s*-?\s*(?:minutes?|mins?)\b)?\s*(?<how>after(?:wards)?|later|from|following|window|past)?/gi;
const COUNTS = new Map([
  ['five', 5],
  ['ten', 10],
  ['fifteen', 15],
  ['twenty', 20],
  ['thirty', 30],
  ['half an hour', 30],
  ['a quarter of an hour', 15],
  ['quarter of an hour', 15],
  ['three quarters of an hour', 45],
  ['an hour', 60],
]);
const CLOSES =
  /\bclos(?:e|es|ed|ing)\b|\bshuts?\b|\bopen for\b|\bremain(?:s)? open|\bkept open|\bwindow\b|\bheld open/i;
const RECKONED = /^[^.;,(]{0,20}[,(]\s?(?:so|that is|i\.?e\.?,?|which is|at)\s{1,3}(?:at\s{1,3})?\d/i;
/** "closed at 9.25, thirty minutes after". */
const SUM_DONE =
  /\b(?:clos|shut)\w{0,3}\s(?:at\s)?\d{1,2}[:.]\d{2}(?:\s?[ap]\.?m\.?)?\s?[,(-]\s?(?:(?:which|that)\sis\s|i\.?e\.?\s)?$/i;
/** How many readings back "these times" may reach. */
const LATELY = 8;
const AT_CLOCK =
  /^\s*(?:(?:the|its?|they|registration|registers?|bell|start|opens?|opening|of|school|day|starts?|begins?|is|are|taken|at|from)\s+){0,7}\d{1,2}(?:[:.]\d{2}|\s?[ap]m)/i;
const BACK =
  /^\s*(?:after\s+)?(?:(?:these|this|those|that)\s+(?:times?|point)|later|afterwards|(?:the )?(?:start|opening|beginning)|regist|they|it|which|taken|\.|,|$|from|for|and|to\b)/i;

/** "registers are closed 30 minutes after these times": the moments counted from the register times just named. */
export function relativeReadings(
  segment: Segment,
  found: readonly { assigned: Assigned; segment: Segment }[],
): TimeReading[] {
  if (!CLOSES.test(segment.text) || !/\bregist/i.test(segment.text + (found.at(-1)?.segment.text ?? ''))) return [];
  const readings: TimeReading[] = [];
  const recent = found.slice(-LATELY);
  for (const match of matchesOf(segment.text, LENGTH)) {
    const count = match.groups?.count?.toLowerCase() ?? '';
    const isLength = /min|hour/i.test(match[0]);
    if (!isLength) continue;
    const length = COUNTS.get(count) ?? Number(count);
    const end = match.index + match[0].length;
    const rest = segment.text.slice(end, end + 60);
    // "30 minutes after it opens, so at 9.15": the sum is done.
    if (RECKONED.test(rest) || SUM_DONE.test(segment.text.slice(Math.max(0, match.index - 60), match.index))) continue;
    const named = /after|from|past|following/i.test(match.groups?.how ?? '') && AT_CLOCK.test(rest);
    if (!(length >= 5 && length <= 60) || !(named || BACK.test(rest))) continue;
    const opens = recent.filter(({ assigned }) => assigned.role === 'registerOpens');
    const here = opens.filter((one) => one.segment === segment);
    const before = opens.at(-1)?.segment;
    const antecedents = (here.length > 0 ? here : opens.filter((one) => one.segment === before)).map(
      ({ assigned }) => assigned.clock,
    );
    // "30 minutes after the bell at 8.45am": the moment is named right there.
    const ahead = named ? findClocks(segment.text).find((clock) => clock.start >= end) : undefined;
    for (const clock of ahead ? [ahead] : antecedents) {
      const minutes = clock.minutes + length;
      if (recent.some((one) => one.assigned.role === 'registerCloses' && one.assigned.clock.minutes === minutes))
        continue;
      readings.push({
        role: 'registerCloses',
        field: fieldOf('registerCloses', minutes, ''),
        minutes,
        ground: 'verb',
        confidence: 'likely',
        start: segment.start + match.index,
        end: segment.start + match.index + match[0].trimEnd().length,
      });
    }
    if (readings.length > 0) break;
  }
  return readings;
}
