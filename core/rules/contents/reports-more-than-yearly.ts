import { citeProvision } from '../../guidance/provisions.ts';
import { phrase } from '../../lint/phrase.ts';
import { defineRule } from '../../lint/rule.ts';

const YEARLY = phrase(
  /\b(?:attendance|absence)\b[^.;]{0,60}\b(?:parents?|carers?)\b[^.;]{0,60}\b((?:annual|end[- ]of[- ]year|yearly) (?:school )?reports?)\b/gi,
  'annual',
  'end-of-year',
  'end of year',
  'yearly',
);
const OFTENER = /\b(?:also|weekly|termly|half[- ]term\w*|monthly|regular(?:ly)?|daily|app)\b/i;

/** Attendance told to parents once a year. */
export const reportsMoreThanYearly = defineRule({
  id: 'contents/reports-more-than-yearly',
  topic: 'reporting-to-parents',
  title: 'Parents hear of attendance more than once a year',
  duty: 'good',
  citations: [citeProvision('parents-informed')],
  inForce: { from: '2024-08-19' },
  why: 'By the annual report the year is over.',
  *check(context) {
    for (const hit of context.find(YEARLY)) {
      if (OFTENER.test(hit.sentence.text)) continue;
      const words = hit.match[1] ?? '';
      const at = { start: hit.end - words.length, end: hit.end };
      yield { message: `Attendance is told in the “${context.quote(at)}”; parents are to hear of it regularly.`, at };
    }
  },
  examples: {
    good: [{ title: 'each term', markdown: 'We share attendance with parents termly and in the annual report.' }],
    bad: [
      {
        title: 'once a year',
        markdown: 'We share attendance with parents in the «annual report».',
        says: 'Attendance is told in the “annual report”; parents are to hear of it regularly.',
      },
    ],
  },
});
