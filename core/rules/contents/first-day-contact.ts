import { citeProvision } from '../../guidance/provisions.ts';
import { phrase } from '../../lint/phrase.ts';
import { defineRule } from '../../lint/rule.ts';

const STATED = phrase(
  /\b(?:first[- ]day|first morning|same (?:day|morning)|that (?:very )?morning|day (?:1|one)|1st day)\b[^.;]{0,100}\b(?:absen\w+|contact|call|ring|telephone|text)|\b(?:contact|call|ring|telephone|text|phone)\b[^.;]{0,120}\b(?:first[- ]day|first morning|same (?:day|morning)|that (?:very )?morning|day (?:1|one)|1st day)\b|\bif (?:we|the school) (?:have|has|do|does) not (?:heard?|hear|been contacted|received)|\b(?:have|has) heard nothing\b/gi,
  'first',
  'same day',
  'day 1',
  'day one',
  '1st',
  'not hear',
  'not been',
  'not receiv',
  'same morning',
  'that morning',
  'very morning',
  'heard nothing',
);

/** A policy that does not say what happens on the first day of an absence. */
export const firstDayContact = defineRule({
  id: 'contents/first-day-contact',
  topic: 'first-day-contact',
  title: 'The policy says what happens on the first day of an absence',
  duty: 'good',
  citations: [citeProvision('policy-first-day')],
  inForce: { from: '2024-08-19' },
  why: 'A child who set out and did not arrive is missed only if somebody asks the same morning.',
  *check(context) {
    if (!context.isWholePolicy || context.has(STATED)) return;
    yield {
      message: 'Nothing says that parents are contacted on the first day of an absence without a reason.',
      at: context.placeFor('reporting absence'),
      doubtful: context.isBriefPolicy,
    };
  },
  examples: {
    good: [
      { title: 'stated', as: 'whole policy', markdown: 'We ring parents on the first day of absence.' },
      { title: 'a page', markdown: 'Come to school every day.' },
    ],
    bad: [
      {
        title: 'left out',
        as: 'whole policy',
        markdown: '# «Reporting an absence»\n\nCome to school every day.',
        says: 'Nothing says that parents are contacted on the first day of an absence without a reason.',
      },
    ],
  },
});
