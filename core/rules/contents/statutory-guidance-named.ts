import { citeProvision } from '../../guidance/provisions.ts';
import { phrase } from '../../lint/phrase.ts';
import { defineRule } from '../../lint/rule.ts';

const STATED = phrase(/\bworking together to improve\b/gi, 'working');

/** A policy that does not name the statutory guidance. */
export const statutoryGuidanceNamed = defineRule({
  id: 'contents/statutory-guidance-named',
  topic: 'law-missing',
  title: 'The policy names Working together to improve school attendance',
  duty: 'good',
  citations: [citeProvision('working-together-statutory')],
  inForce: { from: '2024-08-19' },
  why: 'Schools must have regard to it; naming it tells readers where the expectations come from.',
  *check(context) {
    if (!context.isWholePolicy || context.has(STATED)) return;
    yield {
      message: 'Working together to improve school attendance, the statutory guidance, is not named.',
      at: context.placeFor('law'),
      doubtful: context.isBriefPolicy,
    };
  },
  examples: {
    good: [
      { title: 'stated', as: 'whole policy', markdown: 'This follows Working together to improve school attendance.' },
      { title: 'a page', markdown: 'Come to school every day.' },
    ],
    bad: [
      {
        title: 'left out',
        as: 'whole policy',
        markdown: '# «Legislation»\n\nCome to school every day.',
        says: 'Working together to improve school attendance, the statutory guidance, is not named.',
      },
    ],
  },
});
