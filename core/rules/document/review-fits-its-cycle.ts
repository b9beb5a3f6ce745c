import { defineRule } from '../../lint/rule.ts';

// A governors' meeting a few weeks late is no contradiction.
const GRACE_MONTHS = 1;

/** A next review that comes later than the cycle allows. */
export const reviewFitsItsCycle = defineRule({
  id: 'document/review-fits-its-cycle',
  topic: 'contradiction',
  title: 'The next review comes within the review cycle',
  duty: 'internal',
  citations: [],
  why: 'Reviewed annually, and next in fourteen months: one of the two is wrong.',
  *check(context) {
    const cycle = context.facts('reviewCycle').find(({ confidence }) => confidence !== 'unsure');
    const dates = context.facts('date');
    const last = dates
      .filter(({ field }) => field === 'approved' || field === 'lastReviewed')
      .sort((a, b) => (a.value < b.value ? 1 : -1))[0];
    const next = dates.filter(({ field }) => field === 'nextReview').sort((a, b) => (a.value < b.value ? 1 : -1))[0];
    if (!cycle || !last || !next) return;
    const months = monthOf(next.value) - monthOf(last.value);
    if (months <= cycle.months + GRACE_MONTHS) return;
    yield {
      message: `The review comes every ${cycle.months} months, but ${months} months lie between ${last.quote} and ${next.quote}.`,
      at: { start: next.span.start.offset, end: next.span.end.offset },
      doubtful: true,
      related: [
        { at: { start: last.span.start.offset, end: last.span.end.offset }, message: `${last.quote} here` },
        { at: { start: cycle.span.start.offset, end: cycle.span.end.offset }, message: 'the cycle here' },
      ],
    };
  },
  examples: {
    good: [
      {
        title: 'a year',
        markdown: 'Approved: October 2025\n\nNext review: October 2026\n\nThis policy is reviewed annually.',
      },
    ],
    bad: [
      {
        title: 'fourteen months',
        markdown: 'Approved: October 2025\n\nNext review: «December 2026»\n\nThis policy is reviewed annually.',
        says: 'The review comes every 12 months, but 14 months lie between October 2025 and December 2026.',
      },
    ],
  },
});

function monthOf(value: string): number {
  return Number(value.slice(0, 4)) * 12 + Number(value.slice(5, 7));
}
