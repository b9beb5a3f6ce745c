import { citeProvision } from '../../guidance/provisions.ts';
import { attendanceReturnDays } from '../../guidance/thresholds.ts';
import { isElsewhere } from '../../lint/guards.ts';
import { phrase } from '../../lint/phrase.ts';
import { defineRule } from '../../lint/rule.ts';
import { matchesOf } from '../../text/matches.ts';
import { CARDINAL, cardinalOf } from '../../text/numbers.ts';

const TELL = '(?:inform|tell|notify|contact|report|refer|advise|alert|make a referral)';
const AUTHORITY =
  "(?:LA|local authority|council|county|authority|attendance (?:support )?team|education welfare|EWO|children[’']?s services)";
const TOLD = phrase(
  new RegExp(
    `\\blets? (?:the |our )?${AUTHORITY} know\\b|\\b(?:sent|passed|given|goes|go|returned|submitted|made|reported) to (?:the |our )?${AUTHORITY}\\b|\\b${TELL}\\w*\\b[^.;]{0,60}\\b${AUTHORITY}\\b|\\b${AUTHORITY}\\b[^.;]{0,40}\\b(?:informed|told|notified|contacted|hears|hear)\\b|\\b(?:sends?|gives?) (?:the |our )?${AUTHORITY}\\b`,
    'gi',
  ),
  'inform',
  'tell',
  'told',
  'notif',
  'contact',
  'report',
  'refer',
  'advise',
  'alert',
  'sent',
  'send',
  'give',
  'hear',
  'let',
  'passed',
  'goes',
  'go to',
  'returned',
  'submitted',
  'made',
);
const DAYS = new RegExp(
  `\\b(${CARDINAL})\\b(?: \\(\\d+\\))?(?: or more)? (?:consecutive |continuous |school |working |successive ){0,3}(days?|weeks?)\\b`,
  'gi',
);
const TOO_SELDOM =
  /\b(?:(?:on a )?(?:half[- ]?)?termly(?: basis)?|(?:each|every|once a) (?:half[- ])?term|annually|once a year|each year)\b/i;
const UNAUTHORISED = /\bunauthori[sz]ed\b|\bwithout (?:authori[sz]ation|permission|leave)\b|\bunexplained\b/i;
const IRREGULAR =
  /\b(?:do|does) not attend regularly\b|\birregular attend\w+|\b(?:poor|non-?) ?attenders\b|\bfail(?:s|ed|ing|ure)? to attend regularly\b|\bmissed (?:10|ten)\b/i;
const ILL = /\b(?:ill(?:ness)?|sick(?:ness)?|medical|health|removed?|removal|deleted?|roll|penalty|holiday)\b/i;
// Twenty days are the ground on which school and authority look for a pupil together: another duty than the return.
const OF_CHILDREN_MISSING = /\bmissing (?:from |in |out on )?education\b|\bCME\b/i;

// "Missing for twenty days in a row", without a word on the reason; "not been seen for four weeks".
const GONE =
  /\b(?:missing|absent|away|not (?:been )?(?:seen|attended|in school)|non-?attendance|not returned)\b[^.;]{0,40}\b(?:consecutive|continuous(?:ly)?|successive|in a row|running|weeks)\b/i;

/** The return to the authority about unauthorised absence, later or rarer than the law has it. */
export const attendanceReturn = defineRule({
  id: 'returns/attendance-return',
  topic: 'attendance-return',
  title: 'The authority hears of ten days of unauthorised absence, at least monthly',
  duty: 'must',
  citations: [citeProvision('attendance-return')],
  inForce: { from: '2024-08-19' },
  why: 'The return is how the authority finds pupils who have stopped coming; twenty days, or a term, is too late.',
  *check(context) {
    const limit = attendanceReturnDays.valueOn(context.asOf)?.value;
    if (limit === undefined) return;
    const told = new Set<string>();
    for (const hit of context.find(TOLD)) {
      const { sentence, placed } = hit;
      const text = sentence.text;
      const key = `${placed.index} ${sentence.start}`;
      if (told.has(key) || isElsewhere(hit)) continue;
      told.add(key);
      const start = placed.offset + sentence.start;
      const seldom = TOO_SELDOM.exec(text);
      if (seldom && (IRREGULAR.test(text) || UNAUTHORISED.test(text)) && !/\bgovern/i.test(text)) {
        const at = { start: start + seldom.index, end: start + seldom.index + seldom[0].length };
        yield {
          message: `The authority is told “${context.quote(at)}”; the return on unauthorised absence is due at least monthly.`,
          at,
        };
        continue;
      }
      const isGone = !UNAUTHORISED.test(text) && GONE.test(text);
      if ((!UNAUTHORISED.test(text) && !isGone) || OF_CHILDREN_MISSING.test(text)) continue;
      const counts = matchesOf(text, DAYS).map((match) => ({
        match,
        days: (cardinalOf(match[1] ?? '') ?? 0) * (/^week/i.test(match[2] ?? '') ? 5 : 1),
      }));
      const late = counts.find(
        ({ days, match }) =>
          days > limit && (isGone || UNAUTHORISED.test(text.slice(Math.max(0, match.index - 60), match.index + 60))),
      );
      if (!late || (ILL.test(text) && !/\bcontact\w*\b[^.]{0,20}\b(?:LA|authority)/i.test(text))) continue;
      if (
        counts.some(({ days, match }) => days === limit && UNAUTHORISED.test(text.slice(match.index, match.index + 60)))
      )
        continue;
      const at = { start: start + late.match.index, end: start + late.match.index + late.match[0].length };
      yield {
        message: `The authority is told at “${context.quote(at)}” of unauthorised absence; the return is due at ${limit} school days in a row.`,
        at,
        doubtful: isGone,
      };
    }
  },
  examples: {
    good: [
      {
        title: 'a child who is missing education',
        markdown:
          'After 20 consecutive school days without authorisation we contact the local authority under its guidance on children missing education.',
      },
      {
        title: 'ten days',
        markdown: 'We inform the local authority of unauthorised absence of 10 school days in a row, at least monthly.',
      },
      { title: 'illness', markdown: 'We inform the local authority of illness of 15 school days.' },
      {
        title: 'removal from roll',
        markdown:
          'After 20 days of unauthorised absence a name may be removed once the LA has been contacted and joint enquiries made.',
      },
    ],
    bad: [
      {
        title: 'twenty days',
        markdown: 'We inform the local authority after «20 consecutive school days» of unauthorised absence.',
        says: 'The authority is told at “20 consecutive school days” of unauthorised absence; the return is due at 10 school days in a row.',
      },
      {
        title: 'each half term',
        markdown: 'The school will inform the LA, «on a half termly basis», of pupils who fail to attend regularly.',
        says: 'The authority is told “on a half termly basis”; the return on unauthorised absence is due at least monthly.',
      },
    ],
  },
});
