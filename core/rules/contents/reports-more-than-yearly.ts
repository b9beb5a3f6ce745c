import { citeProvision } from '../../guidance/provisions.ts';
import { phrase } from '../../lint/phrase.ts';
import { defineRule } from '../../lint/rule.ts';

const YEARLY = phrase(
  /\b(?:attendance|absence)\b[^.;]{0,60}\b(?:parents?|carers?)\b[^.;]{0,60}\b((?:annual|end[- ]of[- ]year|yearly) (?:school |written |pupil )?reports?)\b|\b((?:annual|end[- ]of[- ]year|yearly) (?:school |written |pupil )?reports?)\b[^.;]{0,40}?\b(?:parents?|carers?|families)\b[^.;]{0,60}?\b(?:attendance|absence)\b|\b(?:parents?|carers?|families)\b[^.;]{0,40}?\b(?:attendance|absence)\b[^.;]{0,40}?\b((?:annual|end[- ]of[- ]year|yearly) (?:school |written |pupil )?reports?)\b|\byour child[’']?s? (?:attendance|absence)\b[^.;]{0,40}?\b(reports? at the end of the (?:school )?year|(?:annual|end[- ]of[- ]year|yearly) (?:school |written |pupil )?reports?)\b|\b(?:attendance|absence)\b[^.;]{0,40}?\b(?:to|with|by|for) (?:the )?(?:parents?|carers?|families)\b[^.;]{0,30}?\b(once (?:a|per|each|every|in the) (?:school |academic )?year|annually|yearly)\b/gi,
  'annual',
  'end-of-year',
  'end of year',
  'yearly',
  'end of the',
  'once ',
  'annually',
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
      if (OFTENER.test(hit.sentence.text) || /\bgovern(?:or|ing)/i.test(hit.match[0])) continue;
      const words = hit.match.slice(1).find((part) => part !== undefined) ?? '';
      const start = hit.start + hit.match[0].lastIndexOf(words);
      const at = { start, end: start + words.length };
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
