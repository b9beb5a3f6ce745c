import { citeProvision } from '../../guidance/provisions.ts';
import { editionYearAt } from '../../lint/editions.ts';
import { isHistory } from '../../lint/guards.ts';
import { phrase } from '../../lint/phrase.ts';
import { defineRule } from '../../lint/rule.ts';

const TITLE = phrase(
  /\bworking\s+together\s+to\s+improve\s+(?:school\s+)?attendance\b|\bWTISA\b/gi,
  'working',
  'wtisa',
);
const NOT_YET_STATUTORY = phrase(
  /\b(?:(?:planned|due|expected|set|likely) to (?:be|become)|will (?:be|become)|is to (?:be|become))\s+statutory\b|\bnon-statutory\b/gi,
  'statutory',
);
const FIRST = /\b(?:first|originally) (?:published|issued|appeared|introduced|came)\b/i;
const OF_ATTENDANCE = /\battendance\b|\bguidance which comes into\b/i;

/** The attendance guidance in an edition that was overtaken. */
export const workingTogetherEdition = defineRule({
  id: 'currency/working-together-edition',
  topic: 'stale-guidance',
  title: 'The attendance guidance cited is the statutory one, in its latest edition',
  duty: 'should',
  citations: [citeProvision('working-together-statutory')],
  inForce: { from: '2024-08-19' },
  why: 'Working together to improve school attendance was advice in 2022; it is statutory since 19 August 2024 and was issued again in July 2026.',
  *check(context) {
    for (const hit of context.find(TITLE)) {
      const found = editionYearAt(hit);
      if (!found || isHistory(hit) || FIRST.test(hit.sentence.text)) continue;
      if (found.year < 2024)
        yield {
          message: `The edition of ${found.year} was not statutory; the guidance is statutory since 19 August 2024, and its latest edition is of July 2026.`,
          at: found.at,
        };
      else if (found.year < 2026 && context.asOf >= '2026-07-09')
        yield {
          message: `The text of ${found.year} was issued again in July 2026; what changed we have not compared, so look for what you rely on.`,
          at: found.at,
          doubtful: true,
        };
    }
    for (const hit of context.find(NOT_YET_STATUTORY)) {
      if (!OF_ATTENDANCE.test(hit.sentence.text) || isHistory(hit)) continue;
      if (!/\bguidance\b/i.test(hit.sentence.text) || /\b(?:mental health|remote)\b/i.test(hit.sentence.text)) continue;
      yield {
        message: `The attendance guidance is called “${context.quote(hit)}”; it is statutory since 19 August 2024.`,
        at: { start: hit.start, end: hit.end },
      };
    }
  },
  examples: {
    good: [
      {
        title: 'no edition',
        markdown: 'We follow the statutory guidance Working together to improve school attendance.',
      },
      {
        title: 'the year of something before it',
        markdown:
          'This rests on the Individual Pupils Regulations 2013 and Working together to improve school attendance.',
      },
      { title: 'the latest', markdown: 'Working together to improve school attendance (July 2026) guides us.' },
      {
        title: 'what it replaced',
        markdown: 'It replaced the non-statutory guidance on attendance of 2022.',
      },
    ],
    bad: [
      {
        title: 'the edition of 2022',
        markdown: 'Staff read «Working together to improve school attendance (May 2022)» each year.',
        says: 'The edition of 2022 was not statutory; the guidance is statutory since 19 August 2024, and its latest edition is of July 2026.',
        asIs: true,
      },
      {
        title: 'the year before the title',
        markdown: '- DfE (2022) ‘«Working together to improve school attendance»’',
        says: 'The edition of 2022 was not statutory; the guidance is statutory since 19 August 2024, and its latest edition is of July 2026.',
      },
      {
        title: 'the year behind a quotation',
        markdown:
          'The guidance «Working together to improve school attendance» asks all to “listen to families, remove barriers and act early” (DfE guidance, September 2022).',
        says: 'The edition of 2022 was not statutory; the guidance is statutory since 19 August 2024, and its latest edition is of July 2026.',
        asIs: true,
      },
      {
        title: 'statutory one day',
        markdown: 'The new attendance guidance «is to become statutory» in September 2023.',
        says: 'The attendance guidance is called “is to become statutory”; it is statutory since 19 August 2024.',
      },
      {
        title: 'the edition of August 2024',
        markdown: 'We have regard to «Working together to improve school attendance (August 2024)».',
        says: 'The text of 2024 was issued again in July 2026; what changed we have not compared, so look for what you rely on.',
        asIs: true,
      },
    ],
  },
});
