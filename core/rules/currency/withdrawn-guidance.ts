import { citeProvision } from '../../guidance/provisions.ts';
import { isHistory } from '../../lint/guards.ts';
import { phrase } from '../../lint/phrase.ts';
import { defineRule } from '../../lint/rule.ts';

const WITHDRAWN = phrase(
  /\bframework\s+for\s+securing\s+full\s+attendance\b|\bsecuring\s+good\s+attendance\s+and\s+tackling\s+persistent\s+absence\b|\bimproving\s+school\s+attendance:\s+support\s+for\s+schools\b|\bschool\s+attendance(?::|,)?\s+guidance\b(?=[^.;]{0,140}\b20(?:1\d|2[0-3])\b)|\bschool\s+attendance:\s+departmental\s+advice\b|\bdepartmental\s+advice\s+(?:on|for)\s+(?:school\s+)?attendance\b|\bschool\s+attendance\s?[-–—,:(]?\s?(?:(?:DfE|the\s+department\s+for\s+education)\s+)?departmental\s+advice\b|\b(?:DfE|government|departmental|department\s+for\s+education)(?:[’']s)?\s+(?:statutory\s+)?(?:advice|guidance|guidelines)\s+(?:on|for|about)\s+(?:school\s+)?attendance\b(?=\W{1,8}(?:of\s|from\s|dated\s|in\s)?(?:\d{1,2}(?:st|nd|rd|th)?\s)?(?:[a-z]{3,9}\.?\s)?(?:20(?:0\d|1\d|2[01]))\b)|\bschool\s+attendance:?\s+statutory\s+guidance\s+and\s+departmental\s+advice\b|\bkeeping\s+pupil\s+registers\b/gi,
  'framework',
  'advice',
  'guid',
  'pupil registers',
  'securing',
  'improving school',
  'school attendance',
  'departmental',
);

// When these were withdrawn has not been traced.
const UNTRACED = /^(?:framework|securing|improving|keeping)\b/i;

/** Guidance that was withdrawn for Working together to improve school attendance. */
export const withdrawnGuidance = defineRule({
  id: 'currency/withdrawn-guidance',
  topic: 'stale-guidance',
  title: 'The guidance cited has not been withdrawn',
  duty: 'should',
  citations: [citeProvision('working-together-statutory')],
  inForce: { from: '2022-09-01' },
  why: 'Older attendance guidance was withdrawn when Working together to improve school attendance came; exact dates have not all been traced.',
  *check(context) {
    for (const hit of context.find(WITHDRAWN)) {
      if (isHistory(hit)) continue;
      yield {
        message: `“${context.quote(hit)}” gave way to Working together to improve school attendance, which is statutory.`,
        at: { start: hit.start, end: hit.end },
        doubtful: UNTRACED.test(hit.match[0]),
      };
    }
  },
  examples: {
    good: [
      {
        title: 'guidance without a year',
        markdown: 'This policy follows the school attendance guidance of the Department.',
      },
      {
        title: 'advice of a current year',
        markdown: 'The DfE guidance on school attendance (2024) is statutory.',
      },
      {
        title: 'as history',
        markdown: 'It replaced the Framework for securing full attendance in 2022.',
      },
    ],
    bad: [
      {
        title: 'the Framework',
        markdown: 'We use the «Framework for securing full attendance» in our work.',
        says: '“Framework for securing full attendance” gave way to Working together to improve school attendance, which is statutory.',
      },
      {
        title: 'departmental advice, by its title',
        markdown: 'See also: «School Attendance – DfE Departmental Advice», November 2016.',
        says: '“School Attendance – DfE Departmental Advice” gave way to Working together to improve school attendance, which is statutory.',
      },
      {
        title: 'advice by its year',
        markdown: 'Under the «DfE guidance on school attendance» (2013) our head may not grant leave.',
        says: '“DfE guidance on school attendance” gave way to Working together to improve school attendance, which is statutory.',
      },
      {
        title: 'the guidance of 2020',
        markdown: 'The «school attendance guidance» of August 2020 applies.',
        says: '“school attendance guidance” gave way to Working together to improve school attendance, which is statutory.',
      },
    ],
  },
});
