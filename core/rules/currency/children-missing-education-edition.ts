import { citeProvision } from '../../guidance/provisions.ts';
import { editionYearAt, isOvertaken } from '../../lint/editions.ts';
import { isHistory } from '../../lint/guards.ts';
import { phrase } from '../../lint/phrase.ts';
import { defineRule } from '../../lint/rule.ts';

const TITLE = phrase(
  /\bchildren\s+missing\s+(?:from\s+|in\s+)?education\b(?:\s*\(CME\))?(?:\s*-?\s*statutory\s+guidance(?:\s+for\s+local\s+authorities)?)?|\bCME\s+(?:statutory\s+)?guidance\b/gi,
  'missing',
  'cme',
);

/** The guidance on children missing education in an older edition. */
export const childrenMissingEducationEdition = defineRule({
  id: 'currency/children-missing-education-edition',
  topic: 'stale-guidance',
  title: 'Children missing education is cited in its current text',
  duty: 'should',
  citations: [citeProvision('children-missing-current')],
  inForce: { from: '2025-09-08' },
  why: 'The text of 8 September 2025 is statutory for schools too, which the earlier ones were not.',
  *check(context) {
    for (const hit of context.find(TITLE)) {
      const found = editionYearAt(hit);
      if (!found || isHistory(hit) || !isOvertaken('children-missing-education', found.year, context.asOf)) continue;
      yield {
        message: `The guidance of ${found.year} on children missing education is cited; the text of 8 September 2025 holds now, for schools too.`,
        at: found.at,
      };
    }
  },
  examples: {
    good: [
      { title: 'no year', markdown: 'See the guidance on children missing education.' },
      { title: 'the current text', markdown: 'DfE (2025) ‘Children missing education’' },
    ],
    bad: [
      {
        title: 'by its short name',
        markdown: 'The DfE «CME statutory guidance issued September 2016» says so.',
        says: 'The guidance of 2016 on children missing education is cited; the text of 8 September 2025 holds now, for schools too.',
        asIs: true,
      },
      {
        title: 'the year before the title',
        markdown: '- DfE (2016) ‘«Children missing education»’',
        says: 'The guidance of 2016 on children missing education is cited; the text of 8 September 2025 holds now, for schools too.',
      },
      {
        title: 'the year behind the title',
        markdown:
          'The authority follows «Children missing education – statutory guidance for local authorities (DfE, Sept 2016)».',
        says: 'The guidance of 2016 on children missing education is cited; the text of 8 September 2025 holds now, for schools too.',
        asIs: true,
      },
    ],
  },
});
