import { citeProvision } from '../../guidance/provisions.ts';
import { isElsewhere, isHistory } from '../../lint/guards.ts';
import { phrase } from '../../lint/phrase.ts';
import { defineRule } from '../../lint/rule.ts';

const OVERTAKEN = phrase(
  /\b(?:education\s*)?\(?\s*penalty\s+notices?\s*\)?[^.;\d]{0,40}?\(?amendment\)?[^.;\d]{0,20}?\bregulations?,?\s*\(?(201[0-9])\b/gi,
  'penalty',
);

/** An amendment of the penalty notice regulations that the one of 2024 overtook. */
export const penaltyNoticeRegulations = defineRule({
  id: 'currency/penalty-notice-regulations',
  topic: 'revoked-regulations',
  title: 'The penalty notice regulations cited are those of 2007 as amended in 2024',
  duty: 'should',
  citations: [citeProvision('penalty-amounts')],
  inForce: { from: '2024-08-19' },
  why: 'The amendments of 2012 and 2013 set the sums and days that ended on 19 August 2024.',
  *check(context) {
    for (const hit of context.find(OVERTAKEN)) {
      if (isHistory(hit) || isElsewhere(hit)) continue;
      const { start, end } = hit;
      yield {
        message: `“${context.quote({ start, end })}” is overtaken; the 2007 Regulations now stand as amended by SI 2024/210.`,
        at: { start, end },
      };
    }
  },
  examples: {
    good: [
      { title: 'the 2007 Regulations', markdown: 'The Education (Penalty Notices) (England) Regulations 2007 apply.' },
      {
        title: 'the amendment of 2024',
        markdown: 'See the Education (Penalty Notices) (England) (Amendment) Regulations 2024.',
      },
    ],
    bad: [
      {
        title: 'the amendment of 2013',
        markdown: 'Fines follow the «Education (Penalty Notices) (England) (Amendment) Regulations 2013».',
        says: '“Education (Penalty Notices) (England) (Amendment) Regulations 2013” is overtaken; the 2007 Regulations now stand as amended by SI 2024/210.',
      },
    ],
  },
});
