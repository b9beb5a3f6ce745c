import { citeProvision } from '../../guidance/provisions.ts';
import { phrase } from '../../lint/phrase.ts';
import { defineRule } from '../../lint/rule.ts';

const PERSISTENT = phrase(/\bpersistent(?:ly)? absen\w+/gi, 'persistent');
const SEVERE = phrase(
  /\bsevere(?:ly)?[- ](?:absen\w+|non-attend\w+)|\b(?:50|fifty) ?(?:%|per ?cent)/gi,
  'severe',
  '50',
  'fifty',
);

/** A policy with persistent absence and not a word on severe absence. */
export const severeIsDefined = defineRule({
  id: 'absence/severe-is-defined',
  topic: 'absence-definition',
  title: 'Severe absence has its definition and strategy',
  duty: 'should',
  citations: [citeProvision('policy-persistent'), citeProvision('persistent-absence')],
  inForce: { from: '2022-09-01' },
  why: 'Pupils who miss half their sessions are the group for whom the guidance asks most.',
  *check(context) {
    if (!context.isWholePolicy || context.has(SEVERE)) return;
    // A page or two without persistent absence is not the place for severe absence either.
    if (context.isBriefPolicy && !context.has(PERSISTENT)) return;
    yield {
      message: 'Severe absence, 50% or more of sessions missed, is neither defined nor given a strategy.',
      at: context.placeFor('persistent absence', 'definitions'),
      doubtful: true,
    };
  },
  examples: {
    good: [
      {
        title: 'both',
        as: 'whole policy',
        markdown: '# Persistent absence\n\nPersistent absence is 10% or more missed, severe absence 50% or more.',
      },
    ],
    bad: [
      {
        title: 'one of the two',
        as: 'whole policy',
        markdown: '# «Persistent absence»\n\nPersistent absence is 10% or more missed.',
        says: 'Severe absence, 50% or more of sessions missed, is neither defined nor given a strategy.',
      },
    ],
  },
});
