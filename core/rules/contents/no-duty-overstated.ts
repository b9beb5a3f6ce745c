import { citeProvision } from '../../guidance/provisions.ts';
import { phrase } from '../../lint/phrase.ts';
import { defineRule } from '../../lint/rule.ts';

const PUBLISH = phrase(
  /\b(?:legal(?:ly)?|statutory|by law|obliged|required)\b[^.;]{0,60}\bpublish\w*\b[^.;]{0,40}\b(?:absence|attendance) (?:figures|data|rates|statistics)\b/gi,
  'publish',
);
const SHARE = phrase(
  /\b(?:obliged|legally required|legal duty|required by law)\b[^.;]{0,40}\bshare\b[^.;]{0,60}\bdaily\b[^.;]{0,60}\b(?:Trust|Council|authority)\b/gi,
  'share',
);

const YEARLY_REVIEW = phrase(
  /\b(?:by law|legally|in law|the law (?:says|requires)|statutory requirement)\b[^.;]{0,60}\breview\w*\b[^.;]{0,30}\b(?:every year|each year|annually|yearly|once a year)\b|\breview\w*\b[^.;]{0,30}\b(?:every year|each year|annually|yearly|once a year)\b[^.;]{0,30}\b(?:by law|legally|in law|the law requires|a statutory requirement)\b/gi,
  'review',
);

/** Something called a legal duty that is none that we know. */
export const noDutyOverstated = defineRule({
  id: 'contents/no-duty-overstated',
  topic: 'overstated-duty',
  title: 'What is called a legal duty is one',
  duty: 'good',
  citations: [citeProvision('daily-data')],
  inForce: { from: '2024-08-19' },
  why: 'The policy is to be published; figures need not be. Daily data goes to the Department, through which trusts and authorities see it.',
  *check(context) {
    for (const hit of context.find(PUBLISH))
      yield {
        message: 'Publishing absence figures is called a duty; we know of none, only of publishing the policy.',
        at: { start: hit.start, end: hit.end },
      };
    for (const hit of context.find(YEARLY_REVIEW)) {
      if (
        !/\b(?:policy|document)\b/i.test(hit.sentence.text) ||
        /\bnot\b|\bsafeguarding\b|\bchild protection\b/i.test(hit.sentence.text)
      )
        continue;
      yield {
        message: 'A yearly review is called the law; the guidance names no cycle for an attendance policy.',
        at: { start: hit.start, end: hit.end },
      };
    }
    for (const hit of context.find(SHARE))
      yield {
        message:
          'The duty to share data daily runs to the Department for Education; trusts and authorities see it there.',
        at: { start: hit.start, end: hit.end },
      };
  },
  examples: {
    good: [{ title: 'the Department', markdown: 'We are required to share data daily with the DfE.' }],
    bad: [
      {
        title: 'figures',
        markdown: 'The school has a «legal duty to publish its absence figures».',
        says: 'Publishing absence figures is called a duty; we know of none, only of publishing the policy.',
      },
    ],
  },
});
