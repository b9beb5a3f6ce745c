import { citeProvision } from '../../guidance/provisions.ts';
import { defineRule } from '../../lint/rule.ts';

const LAW_CHANGED = '2024-08-19';

/** A policy last looked at before the law changed. */
export const newerThanTheLaw = defineRule({
  id: 'currency/newer-than-the-law',
  topic: 'review-overdue',
  title: 'The policy was reviewed since the law changed in August 2024',
  duty: 'good',
  citations: [citeProvision('policy-reviewed'), citeProvision('regulations-2006-revoked')],
  inForce: { from: '2024-09-01' },
  why: 'Registers, codes, returns and penalty notices changed on 19 August 2024; a policy from before cannot have them.',
  *check(context) {
    const dates = context
      .facts('date')
      .filter(({ field, confidence }) => field !== 'nextReview' && confidence !== 'unsure')
      .sort((a, b) => (a.value < b.value ? 1 : -1));
    const latest = dates[0];
    const next = context
      .facts('date')
      .some(({ field, value }) => field === 'nextReview' && value < context.asOf.slice(0, value.length));
    // A review that is overdue says it already.
    if (!latest || next || latest.value.slice(0, 7) >= LAW_CHANGED.slice(0, 7)) return;
    yield {
      message: `The latest date is ${latest.quote}; the law on registers, codes and penalty notices changed on 19 August 2024.`,
      at: { start: latest.span.start.offset, end: latest.span.end.offset },
    };
  },
  examples: {
    good: [{ title: 'reviewed since', markdown: 'Last reviewed: September 2025' }],
    bad: [
      {
        title: 'from before',
        markdown: 'Last reviewed: «October 2022»',
        says: 'The latest date is October 2022; the law on registers, codes and penalty notices changed on 19 August 2024.',
        asIs: true,
      },
    ],
  },
});
