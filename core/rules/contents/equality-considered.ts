import { citeProvision } from '../../guidance/provisions.ts';
import { phrase } from '../../lint/phrase.ts';
import { defineRule } from '../../lint/rule.ts';

const STATED = phrase(
  /\bequality act\b|\bequalit(?:y|ies)\b|\bindividual (?:needs|circumstances)\b|\breasonable adjustments?\b|\bdiscriminat\w+\b|\bpublic sector equality\b/gi,
  'equalit',
  'individual',
  'reasonable adjust',
  'discriminat',
);

/** A policy that leaves equality and individual needs out. */
export const equalityConsidered = defineRule({
  id: 'contents/equality-considered',
  topic: 'fair-application',
  title: 'The policy allows for individual needs',
  duty: 'good',
  citations: [citeProvision('fair-application')],
  inForce: { from: '2024-08-19' },
  why: 'Pupils with disabilities or long illness are not to lose by a rule written for all.',
  *check(context) {
    if (!context.isWholePolicy || context.has(STATED)) return;
    yield {
      message: 'Nothing allows for individual needs or names the Equality Act 2010.',
      at: context.placeFor('law', 'support'),
      doubtful: context.isBriefPolicy,
    };
  },
  examples: {
    good: [
      { title: 'stated', as: 'whole policy', markdown: 'We consider the individual needs of each pupil.' },
      { title: 'a page', markdown: 'Come to school every day.' },
    ],
    bad: [
      {
        title: 'left out',
        as: 'whole policy',
        markdown: '# «Legislation»\n\nCome to school every day.',
        says: 'Nothing allows for individual needs or names the Equality Act 2010.',
      },
    ],
  },
});
