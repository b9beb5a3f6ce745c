import { citeProvision } from '../../guidance/provisions.ts';
import { codeEntries } from '../../lint/code-list.ts';
import { defineRule } from '../../lint/rule.ts';

/** Code E under its older title. */
export const suspendedNotExcluded = defineRule({
  id: 'codes/suspended-not-excluded',
  topic: 'terms',
  title: 'Code E is for a pupil suspended or permanently excluded',
  duty: 'good',
  citations: [citeProvision('code-e-suspended')],
  inForce: { from: '2024-08-19' },
  why: '“Excluded” now means permanently; what used to be a fixed-term exclusion is a suspension.',
  *check(context) {
    for (const { code, meaning, whole, isListed, words } of codeEntries(context)) {
      if (code !== 'E' || !isListed || !/\bexclu/i.test(meaning) || /\bsuspen/i.test(words)) continue;
      if (/\bpermanent/i.test(meaning)) continue;
      yield {
        message: 'Code E is titled “excluded”; it is for a pupil who is suspended or permanently excluded.',
        at: whole,
      };
    }
  },
  examples: {
    good: [
      { title: 'the current title', markdown: '# Codes\n\n- E = Suspended or permanently excluded\n- I = Illness' },
    ],
    bad: [
      {
        title: 'the older title',
        markdown: '# Codes\n\n- «E = Excluded»\n- I = Illness',
        says: 'Code E is titled “excluded”; it is for a pupil who is suspended or permanently excluded.',
      },
    ],
  },
});
