import { citeProvision } from '../../guidance/provisions.ts';
import { phrase } from '../../lint/phrase.ts';
import { defineRule } from '../../lint/rule.ts';

const STATED = phrase(/\bpupil registration\b/gi, 'registration');

/** A policy that does not name the regulations on registers. */
export const regulationsNamed = defineRule({
  id: 'contents/regulations-named',
  topic: 'law-missing',
  title: 'The policy names the 2024 Regulations',
  duty: 'good',
  citations: [citeProvision('codes-of-2024')],
  inForce: { from: '2024-08-19' },
  why: 'The regulations of 2024 are the law on registers, codes and returns.',
  *check(context) {
    if (!context.isWholePolicy || context.has(STATED)) return;
    yield {
      message: 'The School Attendance (Pupil Registration) (England) Regulations 2024 are not named.',
      at: context.placeFor('law'),
      doubtful: context.isBriefPolicy,
    };
  },
  examples: {
    good: [
      {
        title: 'stated',
        as: 'whole policy',
        markdown: 'This follows the School Attendance (Pupil Registration) (England) Regulations 2024.',
      },
      { title: 'a page', markdown: 'Come to school every day.' },
    ],
    bad: [
      {
        title: 'left out',
        as: 'whole policy',
        markdown: '# «Legislation»\n\nCome to school every day.',
        says: 'The School Attendance (Pupil Registration) (England) Regulations 2024 are not named.',
      },
    ],
  },
});
