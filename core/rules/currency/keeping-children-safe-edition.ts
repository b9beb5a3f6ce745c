import { citeProvision } from '../../guidance/provisions.ts';
import { dayInWords } from '../../lint/day-in-words.ts';
import { currentEdition, editionYearAt, isOvertaken } from '../../lint/editions.ts';
import { isHistory } from '../../lint/guards.ts';
import { phrase } from '../../lint/phrase.ts';
import { defineRule } from '../../lint/rule.ts';

const TITLE = phrase(/\bkeeping\s+children\s+safe\s+in\s+education(?:\s*\(KCSIE\))?|\bKCSIE\b/gi, 'keeping', 'kcsie');

/** The safeguarding guidance in the edition of an earlier year. */
export const keepingChildrenSafeEdition = defineRule({
  id: 'currency/keeping-children-safe-edition',
  topic: 'stale-guidance',
  title: 'Keeping children safe in education is cited in the edition of the year',
  duty: 'should',
  citations: [citeProvision('keeping-safe-current')],
  why: 'A new edition comes into force each September; only the latest holds.',
  *check(context) {
    const current = currentEdition('keeping-children-safe', context.asOf);
    for (const hit of context.find(TITLE)) {
      const found = editionYearAt(hit);
      if (!found || isHistory(hit) || !isOvertaken('keeping-children-safe', found.year, context.asOf)) continue;
      yield {
        message: `The edition of ${found.year} is cited; that of ${current?.edition} is in force since ${dayInWords(current?.inForceFrom ?? '')}.`,
        at: found.at,
      };
    }
  },
  examples: {
    good: [
      { title: 'no year', markdown: 'All staff read Keeping children safe in education.' },
      { title: 'the year’s edition', markdown: 'KCSIE 2026 is our guide.' },
      { title: 'right when it was written', asOf: '2025-10-01', markdown: 'KCSIE 2025 is our guide.' },
    ],
    bad: [
      {
        title: 'an older edition',
        markdown: 'Staff have read «Keeping children safe in education (September 2023)».',
        says: 'The edition of 2023 is cited; that of 2026 is in force since 1 September 2026.',
        asIs: true,
      },
      {
        title: 'its short name',
        markdown: 'We work to «KCSIE 2024» at all times.',
        says: 'The edition of 2024 is cited; that of 2026 is in force since 1 September 2026.',
      },
    ],
  },
});
