import { phrase } from '../../lint/phrase.ts';
import { defineRule } from '../../lint/rule.ts';

const OLDER = phrase(
  /\bcommon assessment (?:framework|form|process)\b|\b(?:a|the) common assessment\b(?! (?:framework|form|process))|\bCAF\b/gi,
  'common assessment',
  'caf',
);

/** The assessment of families under its older name. */
export const earlyHelp = defineRule({
  id: 'terms/early-help',
  topic: 'terms',
  title: 'Families are assessed for early help',
  duty: 'good',
  citations: [],
  why: 'The Common Assessment Framework gave way to early help assessments in most places.',
  *check(context) {
    const hit = context.first(OLDER);
    if (!hit || /\bearly help\b/i.test(hit.sentence.text)) return;
    const at = { start: hit.start, end: hit.end };
    yield { message: `“${context.quote(at)}” is usually an early help assessment now.`, at };
  },
  examples: {
    good: [{ title: 'early help', markdown: 'We start an early help assessment.' }],
    bad: [
      {
        title: 'the older name',
        markdown: 'Needs are found through the «Common Assessment Framework» by staff.',
        says: '“Common Assessment Framework” is usually an early help assessment now.',
      },
    ],
  },
});
