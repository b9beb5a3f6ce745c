import { citeProvision } from '../../guidance/provisions.ts';
import { phrase } from '../../lint/phrase.ts';
import { defineRule } from '../../lint/rule.ts';

const OLDER = phrase(
  /\bfixed[- ]?penalty(?: charge)? ?(?:notices?|fines?)?\b|\bpenalty fines?\b|\bpenalty charge notices?\b/gi,
  'penalty',
);

/** Penalty notices under an older or borrowed name. */
export const penaltyNotice = defineRule({
  id: 'terms/penalty-notice',
  topic: 'terms',
  title: 'A penalty notice is called one',
  duty: 'good',
  citations: [citeProvision('penalty-code-of-conduct')],
  inForce: { from: '2024-08-19' },
  why: 'The regulations know penalty notices; “fixed penalty” is a term of other law, and readers search for the one they know from the authority.',
  *check(context) {
    const [first, ...others] = [...context.find(OLDER)];
    if (!first) return;
    const at = { start: first.start, end: first.end };
    yield {
      message: `“${context.quote(at)}” is an older name for a penalty notice.`,
      at,
      related: others.map(({ start, end }) => ({ at: { start, end }, message: 'and here' })),
    };
  },
  examples: {
    good: [{ title: 'the term', markdown: 'A penalty notice may be issued.' }],
    bad: [
      {
        title: 'a fixed penalty notice',
        markdown: 'A «fixed penalty notice» may be issued.',
        says: '“fixed penalty notice” is an older name for a penalty notice.',
      },
    ],
  },
});
