import { citeProvision } from '../../guidance/provisions.ts';
import { phrase } from '../../lint/phrase.ts';
import { defineRule } from '../../lint/rule.ts';

const ANY_PARENT = phrase(
  /\b(?:any|all|every|each) parents?\b[^.;]{0,40}\b(?:right|entitled|free)\b[^.;]{0,60}\b(?:home|remove|withdraw)\b/gi,
  'parent',
);

/** Home education as a right without exceptions. */
export const homeEducationInWriting = defineRule({
  id: 'contents/home-education-in-writing',
  topic: 'home-education',
  title: 'Leaving for home education has its conditions',
  duty: 'good',
  citations: [citeProvision('home-education-deletion')],
  inForce: { from: '2024-08-19' },
  why: 'A parent tells the school in writing; for a place at a special school that the authority arranged, it must agree. An Act of 2026 will add cases when it is in force.',
  *check(context) {
    for (const hit of context.find(ANY_PARENT))
      yield {
        message: `“${context.quote(hit)}” has exceptions: for a special school place that the authority arranged, it must agree.`,
        at: { start: hit.start, end: hit.end },
      };
  },
  examples: {
    good: [{ title: 'in writing', markdown: 'A parent who chooses home education tells us in writing.' }],
    bad: [
      {
        title: 'any parent',
        markdown: '«Any parent has the right to remove» a child from school.',
        says: '“Any parent has the right to remove” has exceptions: for a special school place that the authority arranged, it must agree.',
        asIs: true,
      },
    ],
  },
});
