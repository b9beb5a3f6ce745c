import { citeProvision } from '../../guidance/provisions.ts';
import { phrase } from '../../lint/phrase.ts';
import { defineRule } from '../../lint/rule.ts';

const STATED = phrase(
  /\b(?:parents?|carers?|famil(?:y|ies))\b[^.;]{0,80}\b(?:informed|updated?|report\w*|told|notified|receives?|hears?|aware|share\w*|sees?|views?|look up|app)\b|\b(?:inform\w*|updat\w+|report\w*|tell|notify|share\w*|letters?)\b[^.;]{0,80}\b(?:parents?|carers?|famil(?:y|ies))\b/gi,
  'parent',
  'carer',
  'famil',
);

/** A policy that does not say how parents hear of attendance. */
export const parentsInformed = defineRule({
  id: 'contents/parents-informed',
  topic: 'reporting-to-parents',
  title: 'The policy says how parents hear of their child’s attendance',
  duty: 'good',
  citations: [citeProvision('parents-informed')],
  inForce: { from: '2024-08-19' },
  why: 'A parent who sees the figure early can act early.',
  *check(context) {
    if (!context.isWholePolicy || context.has(STATED)) return;
    yield {
      message: 'Nothing says how parents are kept informed of their child’s attendance.',
      at: context.placeFor('monitoring', 'support'),
      doubtful: context.isBriefPolicy,
    };
  },
  examples: {
    good: [
      { title: 'stated', as: 'whole policy', markdown: 'Parents are informed of attendance each half term.' },
      { title: 'a page', markdown: 'Come to school every day.' },
    ],
    bad: [
      {
        title: 'left out',
        as: 'whole policy',
        markdown: '# «Monitoring»\n\nCome to school every day.',
        says: 'Nothing says how parents are kept informed of their child’s attendance.',
      },
    ],
  },
});
