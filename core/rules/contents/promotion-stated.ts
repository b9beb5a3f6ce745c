import { citeProvision } from '../../guidance/provisions.ts';
import { phrase } from '../../lint/phrase.ts';
import { defineRule } from '../../lint/rule.ts';

const STATED = phrase(
  /\b(?:promot\w+|reward\w*|incentiv\w+|celebrat\w+|certificates?|encourag\w+|prais\w+|awards?|prizes?|recogni\w+ (?:good|improv\w+|excellent|high))\b/gi,
  'promot',
  'reward',
  'incentiv',
  'celebrat',
  'certificate',
  'encourag',
  'prais',
  'award',
  'prize',
  'recogni',
);

/** A policy that does not say how good attendance is encouraged. */
export const promotionStated = defineRule({
  id: 'contents/promotion-stated',
  topic: 'policy-content-missing',
  title: 'The policy says how good attendance is promoted',
  duty: 'good',
  citations: [citeProvision('policy-promotion')],
  inForce: { from: '2024-08-19' },
  why: 'The guidance wants more than sanctions: a policy says what makes pupils want to come.',
  *check(context) {
    if (!context.isWholePolicy || context.has(STATED)) return;
    yield {
      message: 'Nothing says how good attendance is promoted and encouraged.',
      at: context.placeFor('support'),
      doubtful: context.isBriefPolicy,
    };
  },
  examples: {
    good: [
      { title: 'stated', as: 'whole policy', markdown: 'We celebrate good attendance.' },
      { title: 'a page', markdown: 'Come to school every day.' },
    ],
    bad: [
      {
        title: 'left out',
        as: 'whole policy',
        markdown: '# «Support»\n\nCome to school every day.',
        says: 'Nothing says how good attendance is promoted and encouraged.',
      },
    ],
  },
});
