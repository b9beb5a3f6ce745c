import { citeProvision } from '../../guidance/provisions.ts';
import { noticeToImproveWeeks } from '../../guidance/thresholds.ts';
import { phrase } from '../../lint/phrase.ts';
import { defineRule } from '../../lint/rule.ts';
import { CARDINAL, cardinalOf } from '../../text/numbers.ts';

const NAMED = phrase(/\bnotices? to improve\b/gi, 'improve');
const PENALTIES = phrase(/\bpenalty (?:notices?|fines?)\b|\bFPNs?\b/gi, 'penalty', 'fpn');
const FINES = phrase(/\bfine[sd]?\b/gi, 'fine');
const WARNING = phrase(
  /\b(?:penalty|fine) warning(?: letters?| notices?)\b|\b(?:(?:final|formal|official|written|penalty notice) )?(?:written )?warning(?: letters?| notices?)?\b[^.;]{0,120}\b(?:penalty|FPN|fine)|\b(?:penalty|FPN|fine)\b[^.;]{0,80}\bwarning(?: letters?| notices?)?\b|\b(?:final|formal|official) (?:written )?warning(?: letters?| notices?)?\b|\bwarning (?:letters?|notices?)\b[^;]{0,60}\b(?:15|fifteen) (?:school )?days\b|\b(?:written|formal|official) warnings?\b[^.;]{0,160}?\b(?:15|fifteen|20|twenty) (?:school )?days\b|\b\d{1,2}[- ]day (?:notice )?warning(?: letters?| notices?)?\b/gi,
  'warning',
);
const SUM_OF_A_NOTICE = phrase(/£ ?(?:80|160)\b/g, '£');
const LEGAL = phrase(/\blegal (?:action|proceedings)\b|\bprosecut\w+/gi, 'legal', 'prosecut');
const PERIOD = phrase(
  new RegExp(`\\bnotices? to improve\\b[^.;]{0,160}?\\b((${CARDINAL})[- ](school |working )?(weeks?|days?))\\b`, 'gi'),
  'to improve',
);

const TO_IMPROVE = phrase(
  new RegExp(
    `\\b(?:have|has|had|given|gets?|gives?|allowed) ((${CARDINAL})[- ](school |working )?(weeks?|days?))\\b[^.;]{0,60}?\\bnotices? to improve\\b`,
    'gi',
  ),
  'to improve',
);
const FORTNIGHT = phrase(
  /\bnotices? to improve\b[^.;]{0,80}?\b(?:for|of|within|after|over|in|is) (a fortnight)\b|\b(a fortnight)\b[^.;]{0,60}?\bnotices? to improve\b|\b(fortnight)['’]s notices? to improve\b/gi,
  'fortnight',
);
const IMPROVEMENT_PERIOD = phrase(
  new RegExp(`\\bimprovement period\\b[^.;]{0,40}?\\b((${CARDINAL})[- ](school |working )?(weeks?|days?))\\b`, 'gi'),
  'improvement period',
);

/** The Notice to Improve: left out, older in name, or of another length. */
export const noticeToImprove = defineRule({
  id: 'penalty-notices/notice-to-improve',
  topic: 'notice-to-improve',
  title: 'A Notice to Improve comes before a penalty notice, for three to six weeks',
  duty: 'should',
  citations: [citeProvision('notice-to-improve')],
  inForce: { from: '2024-08-19' },
  why: 'It is the last chance that a family is given, and says what improvement is enough; the older warning letter is not it.',
  *check(context) {
    const weeks = noticeToImproveWeeks.valueOn(context.asOf)?.value;
    for (const hit of [...context.find(PERIOD), ...context.find(IMPROVEMENT_PERIOD), ...context.find(TO_IMPROVE)]) {
      const words = hit.match[1] ?? '';
      const count = cardinalOf(hit.match[2] ?? '');
      if (!weeks || count === null) continue;
      const [, , , kind, unit = ''] = hit.match;
      const length = /^week/i.test(unit) ? count : count / (kind ? 5 : 7);
      if (length >= weeks.least && length <= weeks.most) continue;
      if (/\brolling|\bwithin (?:10|ten)\b|\bsessions?\b/i.test(hit.match[0])) continue;
      const start = hit.start + hit.match[0].lastIndexOf(words);
      const at = { start, end: start + words.length };
      yield {
        message: `A Notice to Improve runs for “${context.quote(at)}” here; the period is ${weeks.least} to ${weeks.most} weeks.`,
        at,
        // Twenty days may be school days, which are four weeks.
        doubtful: /^day/i.test(unit) && !kind,
      };
    }
    for (const hit of context.find(FORTNIGHT)) {
      if (!weeks || weeks.least <= 2 || /\b(?:every|each|once|not|review\w*)\b/i.test(hit.sentence.text)) continue;
      const words = hit.match.slice(1).find((part) => part !== undefined) ?? '';
      const start = hit.start + hit.match[0].lastIndexOf(words);
      const at = { start, end: start + words.length };
      yield {
        message: `A Notice to Improve runs for “${context.quote(at)}” here; the period is ${weeks.least} to ${weeks.most} weeks.`,
        at,
      };
    }
    if (context.has(NAMED) || !context.has(PENALTIES, LEGAL, FINES)) return;
    const warning = context.first(WARNING);
    if (warning)
      yield {
        message: `“${context.quote({ start: warning.start, end: warning.end })}” may be what is now the Notice to Improve.`,
        at: { start: warning.start, end: warning.end },
        doubtful: true,
      };
    // A page that tells a ladder and the sums of the notice tells the whole way there.
    if (context.has(PENALTIES) && (context.isWholePolicy || (context.steps.length > 1 && context.has(SUM_OF_A_NOTICE))))
      yield {
        message:
          'The Notice to Improve is not mentioned, the last chance before a penalty notice where support is appropriate.',
        at: context.placeFor('penalties'),
        doubtful: true,
      };
  },
  examples: {
    good: [
      {
        title: 'named with its period',
        markdown: 'A Notice to Improve of six weeks may come before a penalty notice.',
      },
      { title: 'a page that leaves it out', markdown: 'A penalty notice may be issued for a holiday.' },
    ],
    bad: [
      {
        title: 'a period said apart',
        markdown: 'A Notice to Improve comes first. Its improvement period is «twelve weeks».',
        says: 'A Notice to Improve runs for “twelve weeks” here; the period is 3 to 6 weeks.',
      },
      {
        title: 'two weeks',
        markdown: 'The Notice to Improve gives a family «two weeks».',
        says: 'A Notice to Improve runs for “two weeks” here; the period is 3 to 6 weeks.',
      },
      {
        title: 'a formal warning',
        markdown: 'A «formal warning of a penalty» notice is sent first.',
        says: '“formal warning of a penalty” may be what is now the Notice to Improve.',
        asIs: true,
      },
      {
        title: 'a policy without it',
        as: 'whole policy',
        markdown: '# «Penalty notices»\n\nThe authority may issue a penalty notice.',
        says: 'The Notice to Improve is not mentioned, the last chance before a penalty notice where support is appropriate.',
      },
    ],
  },
});
