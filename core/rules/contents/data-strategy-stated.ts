import { citeProvision } from '../../guidance/provisions.ts';
import { phrase } from '../../lint/phrase.ts';
import { defineRule } from '../../lint/rule.ts';

const STATED = phrase(
  /\b(?:analys\w+|monitor\w*|track\w*|scrutin\w+|review\w*)\b[^.;]{0,80}\b(?:data|attendance|patterns?|trends?|figures|cohorts?)\b|\b(?:data|patterns?|trends?)\b[^.;]{0,80}\b(?:analys\w+|monitor\w*|identif\w+|track\w*|target\w*)\b|\b(?:attendance|figures|data|absences?)\b[^.;]{0,60}\bby (?:class|year|groups?|cohorts?|pupil|reason|code)\b|\buse (?:the |our |these |this )?(?:figures|data|attendance (?:data|figures)|information)\b[^.;]{0,40}\bto\b/gi,
  'data',
  'attendance',
  'pattern',
  'trend',
  'figure',
  'cohort',
);

/** A policy without a word on how data is used. */
export const dataStrategyStated = defineRule({
  id: 'contents/data-strategy-stated',
  topic: 'policy-content-missing',
  title: 'The policy says how data is used to find who needs support',
  duty: 'good',
  citations: [citeProvision('policy-data')],
  inForce: { from: '2024-08-19' },
  why: 'Patterns seen early are absences prevented.',
  *check(context) {
    if (!context.isWholePolicy || context.has(STATED)) return;
    yield {
      message: 'Nothing says how attendance data is used to find the pupils who need support.',
      at: context.placeFor('monitoring'),
      doubtful: context.isBriefPolicy,
    };
  },
  examples: {
    good: [
      { title: 'stated', as: 'whole policy', markdown: 'We analyse attendance data each week.' },
      { title: 'a page', markdown: 'Come to school every day.' },
    ],
    bad: [
      {
        title: 'left out',
        as: 'whole policy',
        markdown: '# «Monitoring»\n\nCome to school every day.',
        says: 'Nothing says how attendance data is used to find the pupils who need support.',
      },
    ],
  },
});
