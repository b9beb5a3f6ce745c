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

// Who is told what by law is in the regulations: irregular attenders each month, the Department each day; nothing each week.
const OBLIGED =
  /\b(?:by law|in law|the law (?:says|requires|obliges|makes)|legal(?:ly)? (?:duty|required|obliged|requirement|obligation)|statutory (?:duty|requirement|obligation)|required by law|obliged by law)\b/i;
const MADE_PUBLIC = phrase(
  /\b(?:publish|display|post|advertise|make public)\w*\b[^.;]{0,40}?\b(?:attendance|absence) (?:figures|data|rates?|statistics|percentages?)\b/gi,
  'publish',
  'display',
  'post',
  'advertis',
  'public',
);
const EACH_WEEK = phrase(
  /\b(?:report|send|submit|share|pass|provide|give)s?\b[^.;]{0,60}?\b(?:LA|local authority|council|county|authority|trust)\b[^.;]{0,30}?\b(?:weekly|(?:each|every) week|once a week|(?:each|every) (?:school )?day)\b|\b(?:report|send|submit|share|pass|provide|give)s? (?:[a-z]+ ){0,3}?(?:weekly|daily) (?:attendance|absence)[^.;]{0,40}?\b(?:LA|local authority|council|county|authority|trust)\b/gi,
  'week',
  'day',
  'daily',
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
    const told = new Set<number>();
    for (const hit of context.find(EACH_WEEK)) {
      const { text } = hit.sentence;
      if (!OBLIGED.test(text) || !/\b(?:absen\w+|attendance)\b/i.test(text)) continue;
      if (/\bnot\b|\b(?:DfE|department)\b|\bsocial worker/i.test(text)) continue;
      told.add(hit.placed.index);
      yield {
        message: `“${context.quote(hit)}” is called the law; we know of no such duty, only of the returns, and of the Department’s daily data.`,
        at: { start: hit.start, end: hit.end },
      };
    }
    for (const hit of context.find(PUBLISH)) {
      told.add(hit.placed.index);
      yield {
        message: 'Publishing absence figures is called a duty; we know of none, only of publishing the policy.',
        at: { start: hit.start, end: hit.end },
      };
    }
    for (const hit of context.find(MADE_PUBLIC)) {
      if (told.has(hit.placed.index)) continue;
      if (!OBLIGED.test(hit.sentence.text) || /\bnot\b/i.test(hit.sentence.text)) continue;
      told.add(hit.placed.index);
      yield {
        message: 'Publishing absence figures is called a duty; we know of none, only of publishing the policy.',
        at: { start: hit.start, end: hit.end },
      };
    }
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
