import { citeProvision } from '../../guidance/provisions.ts';
import { penaltyAmounts } from '../../guidance/thresholds.ts';
import { aboutOf } from '../../lint/about.ts';
import { isElsewhere } from '../../lint/guards.ts';
import { phrase } from '../../lint/phrase.ts';
import { defineRule, type Place } from '../../lint/rule.ts';

const SUM = phrase(
  /£ ?(50|60|100|120)(?:\.00)?(?!\d|,\d|\.\d)|\b(?:(fifty|sixty)|(?:(?:a|one) hundred(?: and twenty)?)) pounds\b/gi,
  '£',
  'pounds',
);
const SECOND_REDUCED = phrase(
  /\b(?:(?:second|2nd) (?:penalty )?(?:notice|fine|offence)s?|(?:further|another) (?:penalty )?(?:notice|fine)\b[^.;]{0,40}\b(?:three|3) years)\b[^.;£]{0,60}?(£ ?(?:2\d\d|3\d\d|40|80))(?!\d|,\d)|\b(?:second|2nd) (?:penalty )?(?:notice|fine|offence)s?\b[^.;]{0,120}?(£ ?80)(?!\d|,\d)/gi,
  'second',
  '2nd',
  'further',
  'another',
);
const DENIES = /\b(?:not|no|never|cannot|without)\b/i;
const OF_PENALTIES =
  /\bper (?:parent|adult|carer)\b[^.;]{0,12}\bper child\b|\bper child\b[^.;]{0,12}\bper (?:parent|adult|carer)\b|\b(?:penalt(?:y|ies)|fines?|fined|FPNs?|PNs?|notices?|within \d+ days)\b|\b(?:holidays?|leave|absences?)\b[^.;]{0,60}\b(?:pays?|paying|costs?|charged?|owes?)\b|\b(?:pays?|paying|costs?|charged?|owes?)\b[^.;]{0,60}\b(?:holidays?|leave|absences?)\b/i;
const OF_PUBLIC_PLACES =
  /\bpublic place\b|\bsection (?:103|105)\b|\bs\.? ?(?:103|105)\b|\b(?:excluded|suspended)\b[^.;]{0,60}\b(?:found|seen|out)\b[^.;]{0,80}\bfirst (?:five|5)\b/i;
// One paragraph for both notices: "who fail to secure regular attendance, or whose excluded child is in a public place".
const OF_BOTH =
  /\b(?:regular(?:ly)? attend\w*|attend\w* (?:school )?regularly|non-attendance|unauthori[sz]ed absences?|truan\w+)\b[^.;]{0,120}\bpublic place\b|\bpublic place\b[^.;]{0,120}\b(?:regular(?:ly)? attend\w*|attend\w* (?:school )?regularly|non-attendance|unauthori[sz]ed absences?|truan\w+)\b/i;
const OF_OTHER_MONEY =
  /\b(?:parking|library|late (?:collection|pick[- ]?up)|uniform|coach|tickets?|deposit|residential|trips?|vouchers?|prizes?|cost of (?!an? (?:[a-z]+ )?(?:penalty|fine))|lunch|club|raffle|per (?:hour|day))\b/i;
const WAS =
  /\b(?:(?:fines?|penalt(?:y|ies)|notices?|sums?|amounts?|rates?|charges?|costs?|these|this|those|it|they|which|that) (?:was|were)|(?:was|were) (?:£|fined|then|set at|originally|first|only)|rose|(?<!years? )old(?:er)?|no longer|used to be|previously|formerly|(?:now )?overtaken|superseded|until (?:august|\d|then)|before (?:august|\d)|prior to)\b/i;

/** The sums of an attendance penalty notice as they were before August 2024. */
export const amountsCurrent = defineRule({
  id: 'penalty-notices/amounts-current',
  topic: 'penalty-amounts',
  title: 'The sums of a penalty notice are the current ones',
  duty: 'must',
  citations: [citeProvision('penalty-amounts')],
  inForce: { from: '2024-08-19' },
  why: 'A parent who pays the older sum has not paid the notice. The notice for an excluded pupil in a public place is another one, still £60 and £120.',
  *check(context) {
    const current = penaltyAmounts.valueOn(context.asOf)?.value.first;
    const [early, late] = [current?.[0], current?.[1]];
    if (!early || !late) return;
    const told = new Map<string, { at: Place; edits: { at: Place; text: string }[] }>();
    for (const hit of context.find(SUM)) {
      const { placed, sentence, match } = hit;
      const text = sentence.text;
      const about = aboutOf(context, placed);
      if (
        !OF_PENALTIES.test(text) &&
        !(OF_PENALTIES.test(about) && /\b(?:paid|pay|days|per (?:parent|child)|each)\b/i.test(about))
      )
        continue;
      if (OF_OTHER_MONEY.test(text)) continue;
      if (OF_PUBLIC_PLACES.test(text)) continue;
      const block = placed.block.plain;
      const isOfBoth = OF_BOTH.test(block) && !namesSum(block, early.amountGBP) && !namesSum(block, late.amountGBP);
      if (OF_PUBLIC_PLACES.test(block) && !isOfBoth) continue;
      // "An initial notice of £60 …", under a paragraph on excluded pupils in public places.
      const [above] = context.blocksAround(placed, 1, -1);
      if (above && OF_PUBLIC_PLACES.test(above.block.plain) && !OF_BOTH.test(above.block.plain)) continue;
      if (isElsewhere(hit) || WAS.test(text) || namesSum(text, early.amountGBP) || namesSum(text, late.amountGBP))
        continue;
      const at = { start: hit.start, end: hit.end };
      const sum = Number(match[1]) <= 60 || match[2] ? early.amountGBP : late.amountGBP;
      const key = `${placed.index} ${sentence.start}`;
      const known = told.get(key);
      if (known) {
        known.at = { start: known.at.start, end: at.end };
        known.edits.push({ at, text: `£${sum}` });
      } else told.set(key, { at, edits: [{ at, text: `£${sum}` }] });
    }
    for (const hit of context.find(SECOND_REDUCED)) {
      if (DENIES.test(hit.sentence.text) || /\b(?:first|than)\b/i.test(hit.match[0]) || isElsewhere(hit)) continue;
      yield {
        message: `A second notice within three years is £${late.amountGBP}; the lower sum is for a first one.`,
        at: { start: hit.end - (hit.match[1] ?? hit.match[2] ?? '').length, end: hit.end },
      };
    }
    for (const { at, edits } of told.values())
      yield {
        message: `${edits.map((edit) => context.quote(edit.at)).join(' and ')} ${edits.length > 1 ? 'are' : 'is'} the older sum; a first notice is £${early.amountGBP} within ${early.withinDays} days, else £${late.amountGBP} within ${late.withinDays}.`,
        at,
        fixes: [{ title: `Change to ${edits.map((edit) => edit.text).join(' and ')}`, edits }],
      };
  },
  examples: {
    good: [
      {
        title: 'a fine for something else',
        markdown: 'The council’s fine for parking at the gate is £60 within 14 days.',
      },
      {
        title: 'a lower sum that a second notice has not',
        markdown: 'A second notice costs £160, with no option to settle this second offence at the lower rate of £80.',
      },
      { title: 'the current sums', markdown: 'The penalty is £80 if paid within 21 days, £160 if paid within 28.' },
      {
        title: 'the other notice',
        markdown: 'A parent whose excluded child is found in a public place may get a penalty notice of £60 or £120.',
      },
      {
        title: 'the other notice, in the paragraph above',
        markdown:
          'Another notice is for parents whose child is in a public place while excluded.\n\nThe penalty notice is £60 for each parent.',
      },
      { title: 'the change told', markdown: 'The fine goes up from £60 to £80 in August.' },
      { title: 'old ones, said so', markdown: 'The old fines of £60 and £120 no longer apply.' },
      { title: 'Wales', markdown: 'In Wales a penalty notice costs £60.' },
      {
        title: 'both notices, each with its sums',
        markdown:
          'Notices are for parents who fail to secure regular attendance or whose excluded child is in a public place. For absence they pay £80 or £160. For the other notice they pay £60 or £120.',
      },
      { title: 'other money', markdown: 'Pupils with full attendance may win a £50 voucher.' },
    ],
    bad: [
      {
        title: 'a second notice at the lower sum',
        markdown: 'For a second notice within three years the charge is «£80» if you pay within 21 days.',
        says: 'A second notice within three years is £160; the lower sum is for a first one.',
      },
      {
        title: 'a second notice, reduced',
        markdown: 'A second fine within three years is £160, reduced to «£80» if paid early.',
        says: 'A second notice within three years is £160; the lower sum is for a first one.',
      },
      {
        title: 'both older sums',
        markdown: 'Each parent pays a fine of «£60 within 21 days or £120» within 28 days.',
        says: '£60 and £120 are the older sum; a first notice is £80 within 21 days, else £160 within 28.',
        fixed: 'Each parent pays a fine of £80 within 21 days or £160 within 28 days.',
        asIs: true,
      },
      {
        title: 'one paragraph for both notices',
        markdown:
          'Notices go to parents who fail to secure regular attendance, or whose excluded child is in a public place. The charge for absence is «£60» if paid within 21 days.',
        says: '£60 is the older sum; a first notice is £80 within 21 days, else £160 within 28.',
        fixed:
          'Notices go to parents who fail to secure regular attendance, or whose excluded child is in a public place. The charge for absence is £80 if paid within 21 days.',
        asIs: true,
      },
      {
        title: 'was, and old, said of something else',
        markdown:
          'If your child is over 5 years old and leave was refused, the penalty notice is «£120, or £60» if paid early.',
        says: '£120 and £60 are the older sum; a first notice is £80 within 21 days, else £160 within 28.',
        fixed:
          'If your child is over 5 years old and leave was refused, the penalty notice is £160, or £80 if paid early.',
        asIs: true,
      },
      {
        title: 'one older sum',
        markdown: 'The fixed penalty is «£60» per parent per child.',
        says: '£60 is the older sum; a first notice is £80 within 21 days, else £160 within 28.',
        fixed: 'The fixed penalty is £80 per parent per child.',
      },
    ],
  },
});

function namesSum(text: string, amount: number): boolean {
  return new RegExp(`£ ?${amount}(?!\\d)`).test(text);
}
