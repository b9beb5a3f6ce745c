import { citeProvision } from '../../guidance/provisions.ts';
import { penaltyAmounts } from '../../guidance/thresholds.ts';
import { defineRule } from '../../lint/rule.ts';

const LARGEST_LIMIT = 60;

/** A current sum with the wrong number of days to pay it in. */
export const daysToPay = defineRule({
  id: 'penalty-notices/days-to-pay',
  topic: 'penalty-amounts',
  title: 'Each sum goes with its days',
  duty: 'must',
  citations: [citeProvision('penalty-amounts')],
  inForce: { from: '2024-08-19' },
  why: 'The days decide which sum is due; a notice paid late is a matter for the court.',
  *check(context) {
    const amounts = penaltyAmounts.valueOn(context.asOf)?.value;
    if (!amounts) return;
    for (const fact of context.facts('penalty')) {
      if (fact.confidence === 'unsure' || fact.withinDays === null || fact.withinDays > LARGEST_LIMIT) continue;
      const [early, late] = amounts.first;
      if (!early || !late) continue;
      const due = [early, late].find(({ amountGBP }) => amountGBP === fact.amountGBP);
      if (!due || due.withinDays === fact.withinDays) continue;
      // "£160 if not paid within 21 days" names the day after which the sum is due.
      if (fact.amountGBP === late.amountGBP && fact.withinDays === early.withinDays) continue;
      yield {
        message: `£${fact.amountGBP} is given with ${fact.withinDays} days; it is due within ${due.withinDays} days.`,
        at: { start: fact.span.start.offset, end: fact.span.end.offset },
      };
    }
  },
  examples: {
    good: [{ title: 'the right days', markdown: 'A penalty notice is £80 within 21 days, then £160 within 28 days.' }],
    bad: [
      {
        title: 'the days of 2012',
        markdown: 'The penalty notice is £80 if paid within 21 days, and «£160 if paid within 42 days».',
        says: '£160 is given with 42 days; it is due within 28 days.',
        asIs: true,
      },
    ],
  },
});
