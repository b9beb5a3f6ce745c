import { citeProvision } from '../../guidance/provisions.ts';
import { phrase } from '../../lint/phrase.ts';
import { defineRule } from '../../lint/rule.ts';

const STATED = phrase(
  /\b(?:request\w*|appl(?:y|ies|ication\w*)|ask\w*|permission|form)\b[^.;]{0,80}\b(?:leave|holidays?|absence|term[- ]time)\b|\b(?:leave|holidays?|absence|term[- ]time)\b[^.;]{0,80}\b(?:request\w*|appl(?:y|ied|ies|ication\w*)|form|in writing|permission)\b/gi,
  'leave',
  'holiday',
  'absence',
  'term',
);

/** A policy that does not say how to ask for leave. */
export const leaveRequestStated = defineRule({
  id: 'contents/leave-request-stated',
  topic: 'policy-content-missing',
  title: 'The policy says how to ask for leave',
  duty: 'good',
  citations: [citeProvision('policy-times')],
  inForce: { from: '2024-08-19' },
  why: 'Leave has to be asked for in advance, so parents must know of whom and how.',
  *check(context) {
    if (!context.isWholePolicy || context.has(STATED)) return;
    yield {
      message: 'Nothing says how parents ask for leave of absence.',
      at: context.placeFor('leave'),
      doubtful: context.isBriefPolicy,
    };
  },
  examples: {
    good: [
      { title: 'stated', as: 'whole policy', markdown: 'Requests for leave are made in writing.' },
      { title: 'a page', markdown: 'Come to school every day.' },
    ],
    bad: [
      {
        title: 'left out',
        as: 'whole policy',
        markdown: '# «Leave in term time»\n\nCome to school every day.',
        says: 'Nothing says how parents ask for leave of absence.',
      },
    ],
  },
});
