import { citeProvision } from '../../guidance/provisions.ts';
import { penaltyLimit } from '../../guidance/thresholds.ts';
import { isDenied, isElsewhere, isHistory } from '../../lint/guards.ts';
import { phrase } from '../../lint/phrase.ts';
import { defineRule } from '../../lint/rule.ts';

const SUMS = phrase(/£ ?(?:50|60|80|100|120|160)(?![\d,])/g, '£');
const PENALTIES = phrase(/\bpenalty (?:notices?|fines?)\b|\bFPNs?\b/gi, 'penalty', 'fpn');
const LIMIT = phrase(
  /\b(?:two|2|second|2nd|third|3rd|maximum)\b[^.;]{0,160}?\b(?:three|3)[- ]?years?\b|\b(?:three|3)[- ]years?\b[^.;]{0,160}?\b(?:two|2|second|2nd|third|3rd|maximum)\b|\b36[- ]months?\b|\b(?:second|2nd) (?:penalty )?(?:notice|fine|offence)\b/gi,
  'year',
  'month',
  'second',
  '2nd',
);
const TOO_MANY = phrase(
  /\bpenalty (?:notices?|fines?) (?:can|may) be issued (?:any number of times|as often as|without limit)\b|\b(?:third|3rd) (?:offence|occasion|time)\b[^.;]{0,60}?\b(?:further|another|new|third) penalty notice\b|\b(?:three|3|four|4) (?:fixed )?penalty notices? (?:to|in|within|over|per|for|may be|can be)\b|\b(?:third|3rd) (?:penalty notice|penalty|notice|fine|FPN) (?:will|may|can) be (?:issued|sent|requested|given)\b|\b(?:third|3rd) (?:penalty notice|penalty|notice|fine|FPN)\b[^.;£]{0,50}?(?:\b(?:is|costs?|will be|would be|at)|:| ) ?£ ?\d{2,3}\b|\b(?:up to|maximum of|as many as) (?:three|3|four|4|five|5) (?:penalty )?(?:notices|fines)\b[^.;]{0,60}?\b(?:three|3)[- ]years?\b|\bpenalty (?:notices?|fines?)\b[^.;]{0,30}?\b(?:restricted|limited) to (?:two|2)\b[^.;]{0,40}?\b(?:per|each|every|in (?:a|any|one)) (?:academic |school |calendar )?year\b|\bas many (?:penalty notices|fines|notices) as\b|\b(?:any|an unlimited) number of (?:penalty notices|fines)\b|\bno (?:limit (?:to|on)|maximum number of|upper limit on)[^.;]{0,30}?\bpenalty (?:notices?|fines?)|\b(?:maximum of|no more than|up to|limit of|only) (?:two|2) (?:fixed )?penalty (?:notices?|fines?)[^.;]{0,60}?\b(?:per|each|every|in (?:any|a|an|one|each|the)(?: one| single)?|within (?:any|a|an|one|the)(?: one| single)?) (?:rolling )?(?:academic |school |calendar |12[- ]month )?(?:year|term|(?:12|twelve)[- ]months?(?: period)?)\b/gi,
  'penalty',
  'notices',
  'third',
  '3rd',
  'fines',
);

// "Two penalty notices a year for each child."
const SO_MANY_A_YEAR = phrase(
  /\b(?:two|2|three|3|four|4) (?:penalty notices|fines)\b[^.;]{0,30}?\b(?:a|per|every|each|in (?:a|any|one)) (?:academic |school |calendar )?(?:year|term)\b/gi,
  'penalty',
  'fines',
);
const MAY_BE = /\b(?:may|can|could|will|up to|maximum|limit|allowed|sent|issued|given)\b/i;

/** The limit of penalty notices, left out or drawn too wide. */
export const twoInThreeYears = defineRule({
  id: 'penalty-notices/two-in-three-years',
  topic: 'penalty-limit',
  title: 'At most two notices in three years, the second at the higher sum',
  duty: 'should',
  citations: [citeProvision('penalty-limit')],
  inForce: { from: '2024-08-19' },
  why: 'A second notice costs more and a third cannot be issued; a policy that gives the sums without this misleads.',
  *check(context) {
    const limit = penaltyLimit.valueOn(context.asOf)?.value;
    if (!limit) return;
    for (const hit of context.find(TOO_MANY)) {
      if (isDenied(hit) || isHistory(hit) || isElsewhere(hit)) continue;
      yield {
        message: `“${context.quote(hit)}” goes beyond the limit: ${limit.notices} notices for one parent and child within ${limit.years} years.`,
        at: { start: hit.start, end: hit.end },
      };
    }
    for (const hit of context.find(SO_MANY_A_YEAR)) {
      if (isDenied(hit) || isHistory(hit) || isElsewhere(hit) || !MAY_BE.test(hit.sentence.text)) continue;
      if (/\b(?:issued|sent|requested) (?:last|this) |\b(?:was|were|three years|3 years)\b/i.test(hit.sentence.text))
        continue;
      if ([...context.find(TOO_MANY)].some(({ placed }) => placed === hit.placed)) continue;
      yield {
        message: `“${context.quote(hit)}” is not the limit: ${limit.notices} notices for one parent and child within ${limit.years} years.`,
        at: { start: hit.start, end: hit.end },
      };
    }
    if (!context.has(PENALTIES)) return;
    const sums = context.first(SUMS);
    if (!context.isWholePolicy && !sums) return;
    const what = [...context.find(LIMIT)].filter(({ placed }) =>
      /\bpenalt|\bfine|\bnotice|\boffence/i.test(placed.block.plain),
    );
    const limits = what.some(
      ({ match, placed }) =>
        /year|month/i.test(match[0]) &&
        /\b(?:no more than|maximum|only|limit|third|3rd|cannot|at most|up to)\b/i.test(placed.block.plain),
    );
    if (limits || (what.length > 0 && !context.isWholePolicy)) return;
    yield {
      message:
        what.length > 0
          ? `The limit is not stated: at most ${limit.notices} notices for one parent and child within ${limit.years} years, then another measure.`
          : `The second notice and the limit are not stated: a second within ${limit.years} years costs £160, and there is no third.`,
      at: sums && !context.isWholePolicy ? { start: sums.start, end: sums.end } : context.placeFor('penalties'),
      doubtful: true,
    };
  },
  examples: {
    good: [
      {
        title: 'both stated',
        markdown: 'A penalty notice is £80. No more than two penalty notices are issued within three years.',
      },
      { title: 'no sums on a page', markdown: 'A penalty notice may be issued.' },
    ],
    bad: [
      {
        title: 'two in a year',
        markdown:
          'A «penalty notice is limited to two for a pupil in any academic year» here; a second notice costs more.',
        says: '“penalty notice is limited to two for a pupil in any academic year” goes beyond the limit: 2 notices for one parent and child within 3 years.',
      },
      {
        title: 'what a third one costs',
        markdown: 'A second penalty notice is £160, and a «third notice within three years is £320» for each parent.',
        says: '“third notice within three years is £320” goes beyond the limit: 2 notices for one parent and child within 3 years.',
        asIs: true,
      },
      {
        title: 'sums alone',
        markdown: 'A penalty notice is «£80» if paid in 21 days.',
        says: 'The second notice and the limit are not stated: a second within 3 years costs £160, and there is no third.',
        asIs: true,
      },
      {
        title: 'a third notice',
        markdown:
          'A second penalty notice within three years is dearer. A «third penalty notice may be issued» after that.',
        says: '“third penalty notice may be issued” goes beyond the limit: 2 notices for one parent and child within 3 years.',
        asIs: true,
      },
    ],
  },
});
