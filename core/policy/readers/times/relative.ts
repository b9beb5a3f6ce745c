import type { Assigned } from './assign.ts';
import type { TimeReading } from './reading.ts';
import type { Segment } from './segments.ts';
import { fieldOf } from './session.ts';

const LENGTH =
  /\b(?<count>\d{1,2}|five|ten|fifteen|twenty|thirty|half an hour|an hour)(?:\s*-?\s*(?:minutes?|mins?)\b)?\s*(?<how>after(?:wards)?|later|from|following|window|past)?/gi;
const COUNTS = new Map([
  ['five', 5],
  ['ten', 10],
  ['fifteen', 15],
  ['twenty', 20],
  ['thirty', 30],
  ['half an hour', 30],
  ['an hour', 60],
]);
const CLOSES = /\bclos(?:e|es|ed|ing)\b|\bopen for\b|\bremain(?:s)? open|\bkept open|\bwindow\b|\bheld open/i;
/** How many readings back "these times" may reach. */
const LATELY = 8;
const AT_CLOCK = /^\s*(?:from |after |at )?\d{1,2}[:.]\d{2}/i;
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
  for (const match of segment.text.matchAll(LENGTH)) {
    const count = match.groups?.count?.toLowerCase() ?? '';
    const isLength = /min|hour/i.test(match[0]);
    if (!isLength) continue;
    const length = COUNTS.get(count) ?? Number(count);
    const rest = segment.text.slice(match.index + match[0].length);
    if (!(length >= 5 && length <= 60) || !(BACK.test(rest) || AT_CLOCK.test(rest))) continue;
    const opens = recent.filter(({ assigned }) => assigned.role === 'registerOpens');
    const here = opens.filter((one) => one.segment === segment);
    const before = opens.at(-1)?.segment;
    const bases = here.length > 0 ? here : opens.filter((one) => one.segment === before);
    for (const { assigned } of bases) {
      const minutes = assigned.clock.minutes + length;
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
