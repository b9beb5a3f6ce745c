import { citeProvision } from '../../guidance/provisions.ts';
import { phrase } from '../../lint/phrase.ts';
import { defineRule } from '../../lint/rule.ts';

const STATED = phrase(
  /\b(?:children|child|pupils?|students?) (?:who (?:are|is) )?missing (?:from |in )?education\b|\bCME\b|\bmissing from education\b|\bwhereabouts\b|\bcannot (?:find|trace|be (?:found|traced))\b|\benquiries\b/gi,
  'missing',
  'cme',
  'whereabouts',
  'cannot',
  'enquiries',
);
const AUTHORITY_ALONE = phrase(
  /\b(?:children|pupils?) missing (?:from |in )?education\b[^.;]{0,60}?\b((?:is|are) (?:only |solely )?(?:the )?(?:responsibility|duty) of the (?:local authority|council|LA)(?: alone)?)\b/gi,
  'missing',
);

/** A policy without a word on children missing education, or one that leaves them to the authority. */
export const missingChildrenFollowedUp = defineRule({
  id: 'contents/missing-children-followed-up',
  topic: 'children-missing-education',
  title: 'The policy says what is done for children missing education',
  duty: 'good',
  citations: [citeProvision('children-missing-current')],
  inForce: { from: '2025-09-08' },
  why: 'Since September 2025 the guidance on children missing education is statutory for schools as well as for authorities.',
  *check(context) {
    for (const hit of context.find(AUTHORITY_ALONE)) {
      const words = hit.match[1] ?? '';
      const at = { start: hit.end - words.length, end: hit.end };
      yield { message: `“${context.quote(at)}”: since September 2025 the guidance is statutory for schools too.`, at };
    }
    if (!context.isWholePolicy || context.has(STATED)) return;
    yield {
      message: 'Nothing says what is done when a pupil goes missing from education.',
      at: context.placeFor('reporting absence', 'support'),
      doubtful: context.isBriefPolicy,
    };
  },
  examples: {
    good: [
      { title: 'stated', as: 'whole policy', markdown: 'We tell the council of children missing education.' },
      { title: 'a page', markdown: 'Come to school every day.' },
    ],
    bad: [
      {
        title: 'left to the authority',
        markdown: 'Children missing education «are the responsibility of the local authority».',
        says: '“are the responsibility of the local authority”: since September 2025 the guidance is statutory for schools too.',
      },
      {
        title: 'left out',
        as: 'whole policy',
        markdown: '# «Reporting an absence»\n\nCome to school every day.',
        says: 'Nothing says what is done when a pupil goes missing from education.',
      },
    ],
  },
});
