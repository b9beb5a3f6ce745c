import { citeProvision } from '../../guidance/provisions.ts';
import { phrase } from '../../lint/phrase.ts';
import { defineRule } from '../../lint/rule.ts';

const TERMLY = phrase(
  /\b(?:collects?|receives?|gathers?) (?:information|data|figures) (?:about|on) (?:pupil )?(?:absences?|attendance)\b[^.;]{0,60}?\b((?:each|every|once a|per) (?:half[- ])?term|termly|(?:through|via) the (?:termly )?(?:school )?census)\b|\b(?:collects?|receives?|gathers?) (?:our |pupil |the )?(?:absence|attendance) (?:data|information|figures)\b[^.;]{0,40}?\b((?:through|via|in|by|with) the (?:termly )?(?:school )?census|termly|(?:three times|twice|once) a year|(?:three times|twice|once) (?:each|every) year)\b|\b(?:send|submit|return|report|share|upload|transfer|supply|supplie|give|pas)(?:s|ses)? (?:our |the |its )?(?:absence|attendance) (?:data|figures|information|returns?)\b[^.;]{0,60}?\b((?:each|every|once a|per) (?:half[- ])?term|termly|(?:through|via) the (?:termly )?(?:school )?census|annually)\b|\bcollects? (?:our |pupil |the )?(?:absence|attendance) (?:data|information)\b[^.;]{0,60}?\b((?:each|every|once a|per) (?:half[- ])?term)\b|\b(?:absence|attendance) (?:data|figures|information|returns?)\b[^.;]{0,60}?\b(?:(?:is|are|will be) )?(?:collected|shared|submitted|returned|sent|reported|made|goes|go)\b[^.;]{0,60}?\b((?:each|every|once a|per|on a) (?:half[- ])?term(?:ly)?(?: basis)?|(?:half[- ])?termly|through the (?:school )?census|annually)\b/gi,
  'term',
  'census',
  'annually',
  'year',
);
const NATIONAL = /\b(?:national|DfE|Department|census|local authority|government)\b/i;
const DAILY = phrase(
  /\bdaily\b|\bevery day\b|\beach day\b|\btwice a day\b/gi,
  'daily',
  'every day',
  'each day',
  'twice',
);

/** Attendance data that is said to be collected each term. */
export const dataSharedDaily = defineRule({
  id: 'registers/data-shared-daily',
  topic: 'data-sharing',
  title: 'Attendance data is shared with the Department daily',
  duty: 'should',
  citations: [citeProvision('daily-data')],
  inForce: { from: '2024-09-01' },
  why: 'Since 2024/25 the data is taken from the school’s system every day; the census is no longer the only route.',
  *check(context) {
    for (const hit of context.find(TERMLY)) {
      if (!NATIONAL.test(hit.sentence.text) || /\bgovern(?:ors?|ing)\b/i.test(hit.match[0])) continue;
      if (/\bdaily\b/i.test(hit.placed.block.plain)) continue;
      const words = hit.match.slice(1).find((part) => part !== undefined) ?? '';
      const at = { start: hit.end - words.length, end: hit.end };
      const isSaidElsewhere = [...context.find(DAILY)].some(
        ({ sentence }) => /\b(?:DfE|Department)\b/.test(sentence.text) && /\bdata\b/i.test(sentence.text),
      );
      yield {
        message: `Attendance data is said to be collected “${context.quote(at)}”; schools share it with the Department daily.`,
        at,
        doubtful: isSaidElsewhere,
      };
    }
  },
  examples: {
    good: [
      { title: 'daily', markdown: 'Attendance data is shared with the DfE daily.' },
      { title: 'for governors', markdown: 'Attendance data is reported to governors each term.' },
    ],
    bad: [
      {
        title: 'each term',
        markdown: 'Absence data is collected «each term» and published at national level.',
        says: 'Attendance data is said to be collected “each term”; schools share it with the Department daily.',
      },
    ],
  },
});
