import { citeProvision } from '../../guidance/provisions.ts';
import { isHistory } from '../../lint/guards.ts';
import { phrase } from '../../lint/phrase.ts';
import { defineRule } from '../../lint/rule.ts';

const OLDER = phrase(
  /\bfixed[- ](?:term|period)(?: (?:or|and|and\/or) permanent)? exclusions?\b|\btemporar(?:y|ily) exclu(?:sions?|ded)\b|\bexclu(?:sions?|ded) for (?:an? )?(?:fixed|set|limited) (?:term|period|number of days)\b|\bexcluded for (?:up to |between )?(?:[a-z]+|\d{1,2})(?: (?:to|or|and) (?:[a-z]+|\d{1,2}))? (?:school )?days?\b/gi,
  'exclu',
);

/** A suspension under its older name. */
export const suspension = defineRule({
  id: 'terms/suspension',
  topic: 'terms',
  title: 'An exclusion for a time is called a suspension',
  duty: 'good',
  citations: [citeProvision('code-e-suspended')],
  inForce: { from: '2022-09-01' },
  why: '“Excluded” is kept for permanent exclusion, and for the law on excluded pupils in public places.',
  *check(context) {
    for (const hit of context.find(OLDER)) {
      if (isHistory(hit) || /\bsuspen/i.test(hit.sentence.text)) continue;
      const at = { start: hit.start, end: hit.end };
      const printed = context.quote(at);
      const name = /s$/i.test(printed) ? 'suspensions' : 'suspension';
      const isNoun = /exclusions?$/i.test(printed) && !/permanent/i.test(printed);
      yield {
        message: `“${printed}” is now called a suspension.`,
        at,
        fixes: isNoun ? [{ title: `Change to “${name}”`, edits: [{ at, text: name }] }] : [],
      };
    }
  },
  examples: {
    good: [{ title: 'permanent exclusion', markdown: 'After a permanent exclusion the authority arranges education.' }],
    bad: [
      {
        title: 'beside a permanent one',
        markdown: 'In the first five days of a «fixed-term or permanent exclusion» the pupil stays at home.',
        says: '“fixed-term or permanent exclusion” is now called a suspension.',
      },
      {
        title: 'a fixed-term exclusion',
        markdown: 'The child fails to return after a «fixed term exclusion» of three days.',
        says: '“fixed term exclusion” is now called a suspension.',
        fixed: 'The child fails to return after a suspension of three days.',
      },
    ],
  },
});
