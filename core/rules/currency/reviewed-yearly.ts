import { citeProvision } from '../../guidance/provisions.ts';
import { defineRule } from '../../lint/rule.ts';

/** A review cycle of more than a year. */
export const reviewedYearly = defineRule({
  id: 'currency/reviewed-yearly',
  topic: 'review-cycle',
  title: 'The policy is reviewed each year',
  duty: 'good',
  citations: [citeProvision('policy-reviewed')],
  why: 'No cycle is laid down, but guidance and amounts have changed in most years.',
  *check(context) {
    for (const { months, span, confidence } of context.facts('reviewCycle')) {
      if (months <= 12 || confidence === 'unsure') continue;
      yield {
        message: `The policy is reviewed every ${months % 12 === 0 ? `${months / 12} years` : `${months} months`}; yearly is good practice, and no cycle is laid down.`,
        at: { start: span.start.offset, end: span.end.offset },
      };
      return;
    }
  },
  examples: {
    good: [{ title: 'yearly', markdown: 'This policy is reviewed annually.' }],
    bad: [
      {
        title: 'every three years',
        markdown: 'This policy will be reviewed «every three years» by governors.',
        says: 'The policy is reviewed every 3 years; yearly is good practice, and no cycle is laid down.',
        asIs: true,
      },
    ],
  },
});
