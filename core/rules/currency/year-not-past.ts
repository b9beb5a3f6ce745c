import { phrase } from '../../lint/phrase.ts';
import { defineRule } from '../../lint/rule.ts';

const TARGET_YEAR = phrase(
  /\b(?:targets?|aim(?:ing|s)?|policy|procedures?|expectations?)\b[^.;\n]{0,40}?\b(20\d{2}) ?[-/–] ?((?:20)?\d{2})(?!\d|-)|\b(20\d{2}) ?[-/–] ?((?:20)?\d{2}) (?:attendance |school |whole[- ]school )?(?:targets?|aim)\b/gi,
  'target',
  'aim',
  'policy',
  'procedure',
  'expectation',
);
const TELLS_OF_THEN = /\b(?:was|were|achieved|last year|previous|met|reached|in comparison)\b/i;

/** A target or a policy for a school year that is over. */
export const yearNotPast = defineRule({
  id: 'currency/year-not-past',
  topic: 'review-overdue',
  title: 'Targets and the policy are for a year that is not over',
  duty: 'internal',
  citations: [],
  why: 'A target for a past year is a target for nobody.',
  *check(context) {
    for (const hit of context.find(TARGET_YEAR)) {
      const [first = '', second = ''] = hit.match.slice(1).filter((part) => part !== undefined);
      const from = Number(first);
      const to = second.length === 2 ? Math.floor(from / 100) * 100 + Number(second) : Number(second);
      // A span of years is the life of a plan, not a school year.
      if (to !== from + 1 || `${to}-08-31` >= context.asOf || TELLS_OF_THEN.test(hit.sentence.text)) continue;
      const year = /20\d{2} ?[-/–] ?(?:20)?\d{2}/.exec(hit.match[0]);
      const start = hit.start + (year?.index ?? 0);
      const at = { start, end: start + (year?.[0].length ?? hit.match[0].length) };
      yield { message: `This is for ${context.quote(at)}, a school year that is over.`, at };
    }
  },
  examples: {
    good: [
      { title: 'the year that runs', asOf: '2026-11-21', markdown: 'Our target for 2026/27 is 96%.' },
      { title: 'what was', asOf: '2026-11-21', markdown: 'Our target for 2023/24 was 96%, and we reached 95%.' },
    ],
    bad: [
      {
        title: 'a target for a past year',
        asOf: '2026-11-21',
        markdown: 'The attendance target for «2023/24» is 95 percent.',
        says: 'This is for 2023/24, a school year that is over.',
      },
    ],
  },
});
