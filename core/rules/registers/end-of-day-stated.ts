import { citeProvision } from '../../guidance/provisions.ts';
import { timesOf } from '../../lint/clock.ts';
import { phrase } from '../../lint/phrase.ts';
import { defineRule } from '../../lint/rule.ts';

const END_WITHOUT_TIME = phrase(
  /\b(?:school|academy|day)\b[^.;]{0,60}\b(?:ends?|finish(?:es)?|closes?)\b[^.;]{0,30}?(?:\d{1,2}[.:]\d{2}|\bx{2,}|\[)/gi,
  'end',
  'finish',
  'close',
);

/** A policy from which nobody learns when the school day ends. */
export const endOfDayStated = defineRule({
  id: 'registers/end-of-day-stated',
  topic: 'school-day-end-missing',
  title: 'The policy gives the start and the end of the school day',
  duty: 'should',
  citations: [citeProvision('policy-times')],
  inForce: { from: '2024-08-19' },
  why: 'Leaving early is absence too; parents need to know until when their child is expected.',
  *check(context) {
    if (!context.isWholePolicy || context.has(END_WITHOUT_TIME)) return;
    if (timesOf(context.facts('time'), 'schoolDayEnd').length > 0) return;
    yield {
      message: 'No time is given for the end of the school day; the policy gives its start and its close.',
      at: context.placeFor('school day', 'register', 'lateness'),
      doubtful: true,
    };
  },
  examples: {
    good: [
      {
        title: 'the end stated',
        as: 'whole policy',
        markdown: '# The school day\n\nSchool starts at 8.45am. The school day ends at 3.15pm.',
      },
      { title: 'a page', markdown: '# The school day\n\nSchool starts at 8.45am.' },
    ],
    bad: [
      {
        title: 'the start alone',
        as: 'whole policy',
        markdown: '# «The school day»\n\nSchool starts at 8.45am.',
        says: 'No time is given for the end of the school day; the policy gives its start and its close.',
      },
    ],
  },
});
