import { citeProvision } from '../../guidance/provisions.ts';
import { penaltyThreshold } from '../../guidance/thresholds.ts';
import { phrase } from '../../lint/phrase.ts';
import { defineRule } from '../../lint/rule.ts';

const PENALTIES = phrase(/\bpenalty notices?\b|\bfines?\b/gi, 'penalty', 'fine');
const STATED = phrase(/\b(?:10|ten)\b[^.;]{0,60}?\bsessions?\b|\bsessions?\b[^.;]{0,30}\b(?:10|ten)\b/gi, 'session');
const OF_TERMS = /\bunauthori[sz]ed|\bpenalty|\bthreshold|\bfine/i;

/** A policy that speaks of penalty notices without the national threshold. */
export const thresholdStated = defineRule({
  id: 'penalty-notices/threshold-stated',
  topic: 'penalty-threshold',
  title: 'The policy gives the threshold for penalty notices',
  duty: 'should',
  citations: [citeProvision('policy-framework'), citeProvision('penalty-threshold')],
  inForce: { from: '2024-08-19' },
  why: 'Parents learn from the policy when a notice is considered.',
  *check(context) {
    if (!context.isWholePolicy || !context.has(PENALTIES)) return;
    for (const { placed } of context.find(STATED)) if (OF_TERMS.test(placed.block.plain)) return;
    const threshold = penaltyThreshold.valueOn(context.asOf)?.value;
    if (!threshold) return;
    yield {
      message: `Nothing says when a penalty notice is considered: at ${threshold.sessions} unauthorised sessions within ${threshold.schoolWeeks} school weeks.`,
      at: context.placeFor('penalties'),
      doubtful: true,
    };
  },
  examples: {
    good: [
      {
        title: 'the threshold stated',
        as: 'whole policy',
        markdown: '# Penalty notices\n\nWe consider one after ten unauthorised sessions in ten school weeks.',
      },
      { title: 'a page', markdown: '# Penalty notices\n\nSome parents are fined.' },
    ],
    bad: [
      {
        title: 'no threshold',
        as: 'whole policy',
        markdown: '# «Penalty notices»\n\nThe authority may issue a penalty notice.',
        says: 'Nothing says when a penalty notice is considered: at 10 unauthorised sessions within 10 school weeks.',
      },
    ],
  },
});
