import { citeProvision } from '../../guidance/provisions.ts';
import { isElsewhere } from '../../lint/guards.ts';
import { phrase } from '../../lint/phrase.ts';
import { defineRule } from '../../lint/rule.ts';

const SUM = phrase(/£ ?(\d{1,2},?\d{3})(?![\d,])/g, '£');
const IN_COURT = /\b(?:court|magistrates?|convict\w*|prosecut\w*|section 444|guilty)\b/i;
// Levels 3 and 4 of the standard scale, the two offences of section 444.
const KNOWN = new Set([1000, 2500]);

/** A court's fine other than those of the two offences. */
export const courtFines = defineRule({
  id: 'measures/court-fines',
  topic: 'legal-measures',
  title: 'The fines in court are those of section 444',
  duty: 'must',
  citations: [citeProvision('court-fines')],
  why: 'A court may fine up to £1,000, or up to £2,500 where the parent knew.',
  *check(context) {
    for (const hit of context.find(SUM)) {
      const sum = Number((hit.match[1] ?? '').replace(',', ''));
      if (KNOWN.has(sum) || !IN_COURT.test(hit.sentence.text) || isElsewhere(hit)) continue;
      if (!/\bfines?\b|\bfined\b/i.test(hit.sentence.text)) continue;
      const at = { start: hit.start, end: hit.end };
      yield {
        message: `A fine of “${context.quote(at)}” in court is not one of section 444: up to £1,000, or up to £2,500 where the parent knew.`,
        at,
      };
    }
  },
  examples: {
    good: [
      { title: 'the two fines', markdown: 'A court may fine a parent up to £1,000, or up to £2,500.' },
      { title: 'no court', markdown: 'We raised £3,000 at the fair, a fine result.' },
    ],
    bad: [
      {
        title: 'another sum',
        markdown: 'Parents who are prosecuted face a fine of up to «£5,000».',
        says: 'A fine of “£5,000” in court is not one of section 444: up to £1,000, or up to £2,500 where the parent knew.',
        asIs: true,
      },
    ],
  },
});
