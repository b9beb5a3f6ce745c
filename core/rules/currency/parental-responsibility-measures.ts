import { citeProvision } from '../../guidance/provisions.ts';
import { phrase } from '../../lint/phrase.ts';
import { defineRule } from '../../lint/rule.ts';

const TITLE = phrase(
  /\b(?:school\s+attendance\s+)?parental\s+responsibility\s+measures\b/gi,
  'responsibility measures',
);

/** The older guidance on parental responsibility measures. */
export const parentalResponsibilityMeasures = defineRule({
  id: 'currency/parental-responsibility-measures',
  topic: 'stale-guidance',
  title: 'Legal measures follow the attendance guidance',
  duty: 'good',
  citations: [citeProvision('parental-measures-absorbed')],
  inForce: { from: '2024-08-19' },
  why: 'Chapter 6 of the attendance guidance is said to have taken the older text in; whether that still stands for attendance we could not establish.',
  *check(context) {
    const hit = context.first(TITLE);
    if (!hit) return;
    yield {
      message: `“${context.quote(hit)}” may no longer stand for attendance: chapter 6 of Working together to improve school attendance covers it.`,
      at: { start: hit.start, end: hit.end },
    };
  },
  examples: {
    good: [{ title: 'parental responsibility itself', markdown: 'Anyone with parental responsibility may ring us.' }],
    bad: [
      {
        title: 'the title',
        markdown: 'See the guidance on «school attendance parental responsibility measures».',
        says: '“school attendance parental responsibility measures” may no longer stand for attendance: chapter 6 of Working together to improve school attendance covers it.',
      },
    ],
  },
});
