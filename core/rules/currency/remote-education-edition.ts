import { citeProvision } from '../../guidance/provisions.ts';
import { editionYearAt, isOvertaken } from '../../lint/editions.ts';
import { phrase } from '../../lint/phrase.ts';
import { defineRule } from '../../lint/rule.ts';

const TITLE = phrase(/\bproviding\s+remote\s+education\b/gi, 'remote');

/** The guidance on remote education in an older edition. */
export const remoteEducationEdition = defineRule({
  id: 'currency/remote-education-edition',
  topic: 'stale-guidance',
  title: 'Providing remote education is cited as updated in 2024',
  duty: 'good',
  citations: [citeProvision('remote-education-current')],
  inForce: { from: '2024-08-19' },
  why: 'It was updated with the attendance guidance in August 2024.',
  *check(context) {
    for (const hit of context.find(TITLE)) {
      const found = editionYearAt(hit);
      if (!found || !isOvertaken('providing-remote-education', found.year, context.asOf)) continue;
      yield { message: `The guidance of ${found.year} is cited; it was updated in August 2024.`, at: found.at };
    }
  },
  examples: {
    good: [{ title: 'no year', markdown: 'See Providing remote education.' }],
    bad: [
      {
        title: 'the edition of 2023',
        markdown: '- DfE (2023) ‘«Providing remote education»’',
        says: 'The guidance of 2023 is cited; it was updated in August 2024.',
      },
    ],
  },
});
