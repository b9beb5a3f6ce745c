import { citeProvision } from '../../guidance/provisions.ts';
import { isElsewhere } from '../../lint/guards.ts';
import { phrase } from '../../lint/phrase.ts';
import { defineRule } from '../../lint/rule.ts';

const PERCENT_AND_NOTICE = phrase(
  /\b(?:below|under|less than|falls? to|drops? to|at)? ?(\d{2}(?:\.\d)?) ?(?:%|per ?cent)[^.;]{0,160}?\b(?:penalty (?:notices?|fines?)|FPNs?|fines?)\b/gi,
  'penalty',
  'fpn',
  'fine',
);
const UNAUTHORISED = /\bunauthori[sz]ed\b|\bsessions?\b/i;
const NOT_ATTENDANCE = /\bdiscount\b|\breduc\w+\b|\bof (?:fines|penalties)\b/i;

/** A penalty notice hung on an attendance percentage. */
export const notByPercentage = defineRule({
  id: 'penalty-notices/not-by-percentage',
  topic: 'penalty-threshold',
  title: 'A penalty notice hangs on unauthorised sessions, not on a percentage',
  duty: 'good',
  citations: [citeProvision('penalty-threshold')],
  inForce: { from: '2024-08-19' },
  why: 'A pupil can be below any percentage through illness alone; only unauthorised sessions count towards a notice.',
  *check(context) {
    for (const hit of context.find(PERCENT_AND_NOTICE)) {
      if (UNAUTHORISED.test(hit.sentence.text) || NOT_ATTENDANCE.test(hit.sentence.text) || isElsewhere(hit)) continue;
      const at = { start: hit.start, end: hit.end };
      yield {
        message: `A penalty notice stands against ${hit.match[1]}% here; it is considered for unauthorised sessions, whatever the percentage.`,
        at,
      };
    }
  },
  examples: {
    good: [
      {
        title: 'sessions',
        markdown: 'Below 90%, with ten unauthorised sessions, a penalty notice may be considered.',
      },
    ],
    bad: [
      {
        title: 'a percentage alone',
        markdown: 'Attendance «below 85% may lead to a penalty notice».',
        says: 'A penalty notice stands against 85% here; it is considered for unauthorised sessions, whatever the percentage.',
      },
    ],
  },
});
