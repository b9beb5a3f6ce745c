import { citeProvision } from '../../guidance/provisions.ts';
import { phrase } from '../../lint/phrase.ts';
import { defineRule } from '../../lint/rule.ts';

const TELL =
  '(?:(?:lets?|letting)\\b[^.;]{0,40}?\\bknow|inform\\w*|tell\\w*|told|notif\\w+|contact\\w*|alert\\w*|advis\\w+|liais\\w+)';
const SOCIAL_WORKER = phrase(
  new RegExp(`\\b${TELL}\\b[^.;]{0,100}\\bsocial workers?\\b|\\bsocial workers?\\b[^.;]{0,140}\\b${TELL}\\b`, 'gi'),
  'social worker',
);
const YOUTH = phrase(/\byouth (?:offending|justice)|\bYOT\b|\bYJS\b/gi, 'youth', 'yot', 'yjs');
const BOTH = phrase(
  /\bsocial workers?\b(?=[\s\S]{0,300}?\b(?:youth (?:offending|justice)|YOT|YJS)\b)|\b(?:youth (?:offending|justice)|YOT|YJS)\b(?=[\s\S]{0,300}?\bsocial workers?\b)/gi,
  'social worker',
);
const ABSENCE = /\babsen\w+|\battendance\b|\bnot in school\b|\bis away\b|\bdoes not (?:arrive|come|attend)\b/i;
const OF_MISSING = /\bmissing\b|\blooked[- ]after\b[^.]{0,60}\bSEND\b/i;

/** Social workers and youth offending team workers who hear nothing of unexplained absence. */
export const socialWorkersTold = defineRule({
  id: 'contents/social-workers-told',
  topic: 'social-worker-notice-missing',
  title: 'Social workers and youth offending team workers hear of unexplained absence',
  duty: 'should',
  citations: [citeProvision('social-workers-told')],
  inForce: { from: '2024-08-19' },
  why: 'For these pupils an absence nobody can explain may be a danger; the youth offending team was added in 2024.',
  *check(context) {
    if (!context.isWholePolicy) return;
    const worker = [...context.find(SOCIAL_WORKER)].find(
      ({ sentence }) => ABSENCE.test(sentence.text) && !OF_MISSING.test(sentence.text),
    );
    const youth = context.first(YOUTH);
    if (worker && youth) return;
    if ([...context.find(BOTH)].some(({ placed }) => ABSENCE.test(placed.block.plain))) return;
    yield {
      message: worker
        ? 'The youth offending team worker is not told of unexplained absence, only the social worker.'
        : 'Nothing says that a pupil’s social worker and youth offending team worker are told of unexplained absence.',
      at: worker ? { start: worker.start, end: worker.end } : context.placeFor('reporting absence', 'support'),
      // What we do not find may be there in words that we do not read.
      doubtful: true,
    };
  },
  examples: {
    good: [
      {
        title: 'both',
        as: 'whole policy',
        markdown: 'We inform the social worker and the youth offending team worker of unexplained absence.',
      },
      { title: 'a page', markdown: '# Reporting absence\n\nRing us.' },
    ],
    bad: [
      {
        title: 'neither',
        as: 'whole policy',
        markdown: '# «Reporting an absence»\n\nRing us.',
        says: 'Nothing says that a pupil’s social worker and youth offending team worker are told of unexplained absence.',
      },
      {
        title: 'the social worker alone',
        as: 'whole policy',
        markdown: 'We «inform the social worker» of unexplained absence.',
        says: 'The youth offending team worker is not told of unexplained absence, only the social worker.',
      },
    ],
  },
});
