import { phrase } from '../../lint/phrase.ts';
import { defineRule } from '../../lint/rule.ts';
import { lastSection } from '../../lint/sections.ts';

const REFERENCE = phrase(
  /\b(?:see|in|under|to|at|\() ?(?:section|part|paragraph) (\d{1,2})(?:\.\d{1,2})?(?![\d/(]|\w)(?! of (?:the|this)\b(?! (?:policy|document)))/gi,
  'section',
  'part',
  'paragraph',
);
const OF_A_LAW = /\b(?:acts?|regulations?|guidance|schedule|code of conduct|handbook|working together|kcsie)\b/i;

/** A reference to a section that the document does not have. */
export const sectionsExist = defineRule({
  id: 'document/sections-exist',
  topic: 'contents-mismatch',
  title: 'Sections that are referred to exist',
  duty: 'internal',
  citations: [],
  why: 'A reader who is sent to section 11 of ten is left without an answer.',
  *check(context) {
    const last = lastSection(context);
    if (last === null) return;
    for (const hit of context.find(REFERENCE)) {
      const number = Number(hit.match[1]);
      if (number <= last || OF_A_LAW.test(hit.sentence.text)) continue;
      const at = { start: hit.start, end: hit.end };
      yield { message: `“${context.quote(at)}”: the sections end with ${last}.`, at, doubtful: true };
    }
  },
  examples: {
    good: [
      {
        title: 'a section that is there',
        markdown:
          '# 1 Aims\n\nWords. See section 4.\n\n# 2 Law\n\nWords.\n\n# 3 Codes\n\nWords.\n\n# 4 Leave\n\nWords.',
      },
      {
        title: 'a section of an Act',
        markdown:
          '# 1 Aims\n\nFines are in section 23 of the Anti-social Behaviour Act 2003.\n\n# 2 Law\n\nWords.\n\n# 3 Codes\n\nWords.\n\n# 4 Leave\n\nWords.',
      },
      { title: 'a document without numbers', markdown: '# Aims\n\nSee section 4 of this policy.' },
    ],
    bad: [
      {
        title: 'beyond the last',
        markdown:
          '# 1 Aims\n\nTo appeal, «see section 9».\n\n# 2 Law\n\nWords.\n\n# 3 Codes\n\nWords.\n\n# 4 Leave\n\nWords.',
        says: '“see section 9”: the sections end with 4.',
      },
    ],
  },
});
