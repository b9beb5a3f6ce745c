import { citeProvision } from '../../guidance/provisions.ts';
import { penaltyAmounts } from '../../guidance/thresholds.ts';
import { isElsewhere, isHistory } from '../../lint/guards.ts';
import { phrase } from '../../lint/phrase.ts';
import { defineRule } from '../../lint/rule.ts';
import { cardinalOf } from '../../text/numbers.ts';

const LARGEST_LIMIT = 60;
// The dearer sum is due from the day on which the cheaper one lapses.
const RISES = phrase(
  /\b(?:ris(?:es?|ing)|increas(?:es?|ing)|go(?:es|ing) up|doubl(?:es?|ing)) to £ ?160(?: (?:each|per (?:parent|child|person)))? (?:if (?:it is )?(?:paid|unpaid|not paid) )?after ((\d{1,2}) days)\b/gi,
  'ris',
  'increas',
  'go',
  'doubl',
);

// "£160 is due if the notice has not been settled within 14 days."
const DUE_UNLESS = phrase(
  /£ ?160 (?:is|becomes|will be) (?:due|payable|charged)\b[^.;£]{0,30}?\b(?:not|unpaid)\b[^.;£]{0,30}?\b(?:within|in|after) ((\d{1,2}) days)\b/gi,
  '160',
);
// "Fourteen days to pay the reduced £80", "pay the £80 within two weeks": the time before the sum, or in words.
const TIME_TO_PAY = phrase(
  /\b([a-z]+(?:-[a-z]+)?|\d{1,2}) (days?|weeks?)(?: in which)? to (?:pay|settle)\b[^.;£]{0,40}£ ?(80|160)(?!\d|,\d)|\b(?:pay|settle)\w* (?:the |a |this )?(?:reduced |lower |full )?(?:sum|amount|rate|fine|penalty)?(?: of)? ?£ ?(80|160) (?:with)?in ([a-z]+(?:-[a-z]+)?|\d{1,2}) (days?|weeks?)\b/gi,
  'to pay',
  'to settle',
  'within',
  ' in ',
);

// Days that are left, that were given once more, or that another notice has.
const OF_ANOTHER_TIME = /\b(?:not|second|further|another|remind\w*|more|left)\b/i;

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
    const reported: number[] = [];
    for (const hit of [...context.find(RISES), ...context.find(DUE_UNLESS)]) {
      const [early, late] = amounts.first;
      const days = Number(hit.match[2]);
      if (!early || late?.amountGBP !== 160 || isElsewhere(hit)) continue;
      // "After 22 days" may count the day itself.
      if (days >= early.withinDays - 1 && days <= early.withinDays + 1) continue;
      reported.push(hit.start);
      yield {
        message: `£${late.amountGBP} is due after ${early.withinDays} days, not after ${days}.`,
        at: { start: hit.end - (hit.match[1] ?? '').length, end: hit.end },
      };
    }
    const facts = context.facts('penalty');
    const [lower, higher] = amounts.first;
    for (const hit of context.find(TIME_TO_PAY)) {
      const [, count = '', unit = '', sum = '', earlierSum = '', laterCount = '', laterUnit = ''] = hit.match;
      const days = (cardinalOf(count || laterCount) ?? 0) * (/^week/i.test(unit || laterUnit) ? 7 : 1);
      const due = [lower, higher].find((each) => each?.amountGBP === Number(sum || earlierSum));
      if (!due || !higher || days === 0 || days > LARGEST_LIMIT || isElsewhere(hit) || isHistory(hit)) continue;
      if (days === due.withinDays || OF_ANOTHER_TIME.test(hit.sentence.text)) continue;
      const isRead = facts.some(
        ({ span, withinDays }) => withinDays !== null && span.start.offset < hit.end && span.end.offset > hit.start,
      );
      if (isRead) continue;
      yield {
        message: `£${due.amountGBP} is given with ${days} days; it is due within ${due.withinDays} days.`,
        at: { start: hit.start, end: hit.end },
      };
    }
    for (const fact of facts) {
      if (fact.confidence === 'unsure' || fact.withinDays === null || fact.withinDays > LARGEST_LIMIT) continue;
      const [early, late] = amounts.first;
      if (!early || !late) continue;
      const due = [early, late].find(({ amountGBP }) => amountGBP === fact.amountGBP);
      if (!due || due.withinDays === fact.withinDays) continue;
      // "£160 if not paid within 21 days" names the day after which the sum is due.
      if (fact.amountGBP === late.amountGBP && fact.withinDays === early.withinDays) continue;
      if (reported.some((at) => at >= fact.span.start.offset && at < fact.span.end.offset)) continue;
      // "Ten sessions within 10 school weeks may bring a notice of £160" gives no days to pay.
      if (/\bweeks?\b/i.test(fact.quote) && !/\bdays?\b/i.test(fact.quote)) continue;
      yield {
        message: `£${fact.amountGBP} is given with ${fact.withinDays} days; it is due within ${due.withinDays} days.`,
        at: { start: fact.span.start.offset, end: fact.span.end.offset },
      };
    }
  },
  examples: {
    good: [
      { title: 'the right days', markdown: 'A penalty notice is £80 within 21 days, then £160 within 28 days.' },
      {
        title: 'weeks of absence before the sum',
        markdown:
          'Ten sessions within 10 rolling school weeks may bring a penalty notice of £160, or £80 within 21 days.',
      },
    ],
    bad: [
      {
        title: 'the dearer sum too late',
        markdown: 'The fine is £80 for each parent, rising to £160 after «28 days» from the day it is sent.',
        says: '£160 is due after 21 days, not after 28.',
      },
      {
        title: 'the days of 2012',
        markdown: 'The penalty notice is £80 if paid within 21 days, and «£160 if paid within 42 days».',
        says: '£160 is given with 42 days; it is due within 28 days.',
        asIs: true,
      },
    ],
  },
});
