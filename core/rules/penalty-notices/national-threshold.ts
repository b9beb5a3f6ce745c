import { citeProvision } from '../../guidance/provisions.ts';
import { penaltyThreshold } from '../../guidance/thresholds.ts';
import { besideOf } from '../../lint/about.ts';
import type { RuleContext } from '../../lint/context.ts';
import { isElsewhere, isHistory, wordsAfter, wordsBefore } from '../../lint/guards.ts';
import { phrase } from '../../lint/phrase.ts';
import { defineRule } from '../../lint/rule.ts';
import type { Hit } from '../../policy/document.ts';
import { CARDINAL, cardinalOf } from '../../text/numbers.ts';

// "The number of unauthorised sessions reaches fifteen": the unit before its number.
const COUNT_AFTER = phrase(
  new RegExp(
    `\\b(?:unauthori[sz]ed (?:sessions?|half[- ]days?|absences|marks|lates)|(?:sessions?|half[- ]days?) of unauthori[sz]ed absence)\\b[^.;\\d]{0,30}?\\b(?:reach(?:es)?|is|are|exceeds?|totals?|rises? (?:to|above)|gets? to|hits?|amounts? to) (?:more than |over |at least )?(${CARDINAL})\\b`,
    'gi',
  ),
  'unauthori',
);
const COUNT = phrase(
  new RegExp(
    `\\b(${CARDINAL})\\s*(?:\\(\\w+\\)\\s*)?(?:or more |consecutive |unauthorised |school |half[- ]?day ){0,3}(sessions?|half[- ]days?|days?|absences|late marks?|lates)\\b`,
    'gi',
  ),
  'session',
  'day',
  'late',
  'absences',
);
const OTHER_WINDOW = phrase(
  /\b(?:within|in|during|over|across) (?:a|any|the)? ?(?:(?:rolling|current|same|whole|previous) )?(?:academic|school|calendar|12[- ]month) (?:year|period)\b/gi,
  'year',
  'month',
);
// "Late after the register has closed 10 times or more": lateness by itself, where any mix of sessions counts.
const TIMES_LATE = phrase(
  new RegExp(
    `\\b(?:late|lateness)\\b[^.;]{0,60}?\\b((${CARDINAL}) (?:or more )?(?:times|occasions)(?: or more)?)\\b|\\b((${CARDINAL}) (?:or more )?(?:times|occasions)(?: or more)? late)\\b`,
    'gi',
  ),
  'times',
  'occasions',
);
const PERCENT_UNAUTHORISED = phrase(
  /\b(\d{1,2} ?(?:%|per ?cent) (?:or more )?(?:of )?unauthori[sz]ed)\b|\bunauthori[sz]ed absences? (?:of|is|reaches|exceeds) (\d{1,2} ?(?:%|per ?cent))/gi,
  'unauthori',
);
const OTHER_STEP = /\b(?:meet\w*|letters?|invit\w+|warning|visit|phone|call)\b/i;
const OF_PENALTIES = /\b(?:penalty(?: notices?| fines?)|penalt(?:y|ies)|fines?|fined|FPNs?|PNs?)\b/i;
const UNAUTHORISED =
  /\bunauthori[sz]ed\b|\bwithout (?:permission|authori[sz]ation|leave)\b|\bholidays?\b|\bunexcused\b|\b(?:code|marked) U\b|\blate\b[^.;]{0,40}\bregist\w+ (?:has |have )?clos/i;
const BY_NUMBER_OF_ABSENCES =
  /\bnumber of unauthori[sz]ed absences?\b|\bunauthori[sz]ed absences? (?:occurring|recorded)\b|\b(?:count|total|add up|tot up)\w* (?:the |all |up )?unauthori[sz]ed (?:sessions|absences|marks)\b/i;
const TO_PAY =
  /\b(?:paid|pay|payable|payment|receipt|respond|written|notice of|improve|monitor\w*|excluded|exclusion|suspen\w+|below the threshold|before the threshold)\b/i;
const THESE_ARE_ISSUED =
  /^\W*(?:these|they|notices|one|this)\b(?: [a-z]+){0,3} (?:be |is |are )(?:issued|served|sent|requested|given|used|imposed|considered|applied)\b/i;
// "Meets the criteria for legal intervention", with the penalty notice named in the sentence behind it.
const OF_LEGAL_STEPS =
  /\b(?:criteri\w+|thresholds?|triggers?|grounds)\b[^.;]{0,40}\b(?:legal|enforcement|statutory) (?:intervention|action|measures?|proceedings)\b/i;
const MILDER =
  /\b(?:contract|support\w*|plan|early help|panel|talk|text|discuss\w*|monitor\w*|report\w*|refer\w*|recorded|coded|example)\b/i;
const ASKS_FOR_ONE =
  /\b(?:ask(?:s|ing)? for|request(?:s|ing)?|apply(?:ing)? for|consider(?:s|ing)?|issu(?:es?|ing)) one\b|\bone (?:may|can|will|is) (?:be )?(?:considered|requested|issued|asked for)\b/i;
const LOOKED_AT =
  /\b(?:council|authority|LA|county)\b[^.;]{0,30}\b(?:looks? at|considers?|acts?|steps? in|becomes? involved|reviews?)\b|\b(?:threshold|trigger|qualif\w+)\b/i;
const EXAMPLE = /\b(?:e\.?g|for example|for instance|such as|any combination)\b/i;
const NO_WEEKS =
  /\b(?:within|in|over|during|out of)\b[^.;,]{0,25}\b(?:\d{2,3} (?:possible |school |consecutive )?sessions|(?:half[- ])?terms?(?![- ]time)|(?:academic|school) year|months?)\b/i;
const WEEKS = new RegExp(
  `\\b(${CARDINAL})[- ]{0,2}(?:(?:rolling|consecutive|school|calendar)[- ]{1,2}){0,2}weeks?\\b`,
  'i',
);

/** A test for penalty notices other than the national one. */
export const nationalThreshold = defineRule({
  id: 'penalty-notices/national-threshold',
  topic: 'penalty-threshold',
  title: 'The threshold for a penalty notice is the national one',
  duty: 'should',
  citations: [citeProvision('penalty-threshold')],
  inForce: { from: '2024-08-19' },
  why: 'Since 2024 one threshold holds everywhere; local counts and windows have gone, though an authority may act earlier in a single case.',
  *check(context) {
    const threshold = penaltyThreshold.valueOn(context.asOf)?.value;
    if (!threshold) return;
    const expected = `a notice is considered at ${threshold.sessions} unauthorised sessions within ${threshold.schoolWeeks} school weeks`;
    const told = new Set<string>();
    for (const hit of context.find(COUNT)) {
      const { sentence, placed, match } = hit;
      const key = `${placed.index} ${sentence.start}`;
      const text = sentence.text;
      if (told.has(key) || !UNAUTHORISED.test(text) || TO_PAY.test(text)) continue;
      const isLegalStep = OF_LEGAL_STEPS.test(text) && OF_PENALTIES.test(placed.block.plain);
      if (!OF_PENALTIES.test(text) && !isLegalStep && !isUnderPenalties(context, hit)) continue;
      if (isElsewhere(hit) || isHistory(hit)) continue;
      const count = cardinalOf(match[1] ?? '');
      // "After 3 weeks (30 sessions)" says how long a time is.
      if (/\bweeks? ?\($/i.test(wordsBefore(hit))) continue;
      // "£80 in 21 days" is a time to pay.
      if (/£ ?\d{2,3} (?:in|within|for|up to) $/i.test(wordsBefore(hit))) continue;
      if (/^\s*(?:before|in advance|prior|ahead|notice|beforehand)\b/i.test(wordsAfter(hit))) continue;
      if (count === null || count < 2 || EXAMPLE.test(wordsBefore(hit))) continue;
      const sessions = /^(?:session|half|late|absence)/i.test(match[2] ?? '') ? count : count * 2;
      const weeks = cardinalOf(WEEKS.exec(text)?.[1] ?? '');
      told.add(key);
      const isWindow = weeks === null ? !NO_WEEKS.test(text) : weeks === threshold.schoolWeeks;
      // "Ten consecutive sessions" is narrower than any ten; "five consecutive days" is a way to reach them.
      const fits = isWindow && !/\bconsecutive\s(?:half[- ]?day\s)?(?:sessions|half)/i.test(match[0]);
      if (fits && (sessions === threshold.sessions || mentions(text, threshold.sessions))) continue;
      const at = { start: hit.start, end: hit.end };
      yield { message: `A penalty notice hangs on “${context.quote(at)}” here; ${expected}.`, at };
    }
    for (const hit of context.find(COUNT_AFTER)) {
      const { sentence, placed, match } = hit;
      const key = `${placed.index} ${sentence.start}`;
      const count = cardinalOf(match[1] ?? '');
      if (told.has(key) || count === null || count < 2 || TO_PAY.test(sentence.text)) continue;
      if (!OF_PENALTIES.test(sentence.text) && !isUnderPenalties(context, hit)) continue;
      if (isElsewhere(hit) || isHistory(hit)) continue;
      const weeks = cardinalOf(WEEKS.exec(sentence.text)?.[1] ?? '');
      const fits = weeks === null ? !NO_WEEKS.test(sentence.text) : weeks === threshold.schoolWeeks;
      if (fits && count === threshold.sessions) continue;
      told.add(key);
      const at = { start: hit.start, end: hit.end };
      yield { message: `A penalty notice hangs on “${context.quote(at)}” here; ${expected}.`, at };
    }
    for (const hit of [...context.find(TIMES_LATE), ...context.find(PERCENT_UNAUTHORISED)]) {
      const { sentence, placed, match } = hit;
      const key = `${placed.index} ${sentence.start}`;
      if (told.has(key) || TO_PAY.test(sentence.text) || isElsewhere(hit) || isHistory(hit)) continue;
      if (!OF_PENALTIES.test(sentence.text) && !isUnderPenalties(context, hit)) continue;
      told.add(key);
      const words = match.slice(1).find((part) => /\d|\w \w/.test(part ?? '')) ?? match[0];
      const start = hit.start + match[0].indexOf(words);
      const at = { start, end: start + words.length };
      yield { message: `A penalty notice hangs on “${context.quote(at)}” here; ${expected}.`, at, doubtful: true };
    }
    for (const hit of context.find(OTHER_WINDOW)) {
      const { sentence, placed } = hit;
      if (told.has(`${placed.index} ${sentence.start}`) || !BY_NUMBER_OF_ABSENCES.test(sentence.text)) continue;
      const before = context.blocksAround(placed, 4, 0);
      if (!before.some(({ block }) => OF_PENALTIES.test(block.plain)) || /\bgovern|\breport/i.test(sentence.text))
        continue;
      const at = { start: hit.start, end: hit.end };
      yield { message: `Unauthorised absence is counted “${context.quote(at)}” here; ${expected}.`, at };
    }
  },
  examples: {
    good: [
      {
        title: 'sessions that need not be in a row',
        markdown:
          'A penalty notice may follow 10 unauthorised sessions within 10 school weeks; they need not be consecutive sessions.',
      },
      { title: 'days in a row', markdown: 'A penalty notice may follow 5 consecutive days of unauthorised absence.' },
      {
        title: 'the national threshold',
        markdown: 'A penalty notice is considered after 10 unauthorised sessions (5 days) within 10 school weeks.',
      },
      {
        title: 'the threshold, and what counts towards it',
        markdown:
          'If a pupil has 10 unauthorised sessions in a 10-school-week rolling period, a penalty notice may follow. The 10 sessions may be unauthorised leave in term time.',
      },
      {
        title: 'when to pay a second one',
        markdown: 'A second penalty notice for unauthorised absence costs £160, payable within 28 days.',
      },
      { title: 'time to pay', markdown: 'For unauthorised absence the penalty is £80 if paid within 21 days.' },
      {
        title: 'the number behind the sessions, and right',
        markdown: 'If unauthorised sessions reach 10 within 10 school weeks we consider a penalty notice.',
      },
      {
        title: 'weeks told in sessions',
        markdown:
          'If unauthorised absence goes on, a penalty notice is considered after 3 weeks (30 sessions) of the plan.',
      },
      { title: 'something else counted', markdown: 'After 3 unauthorised days we invite parents to a meeting.' },
    ],
    bad: [
      {
        title: 'notices that were named above',
        markdown:
          'Penalty notices come from the council.\n\nThese can be issued after «20 sessions» of unauthorised absence.',
        says: 'A penalty notice hangs on “20 sessions” here; a notice is considered at 10 unauthorised sessions within 10 school weeks.',
        asIs: true,
      },
      {
        title: 'sessions in a row',
        markdown: 'For «10 consecutive sessions» of unauthorised absence you may be given a penalty notice.',
        says: 'A penalty notice hangs on “10 consecutive sessions” here; a notice is considered at 10 unauthorised sessions within 10 school weeks.',
      },
      {
        title: 'criteria of legal action, and the notice named behind them',
        markdown:
          'Pupils with «12 unauthorised sessions» in eight weeks meet the criteria for legal action. The action may be a penalty notice.',
        says: 'A penalty notice hangs on “12 unauthorised sessions” here; a notice is considered at 10 unauthorised sessions within 10 school weeks.',
      },
      {
        title: 'another count',
        markdown: 'A penalty notice may follow «15 unauthorised sessions» in a term.',
        says: 'A penalty notice hangs on “15 unauthorised sessions” here; a notice is considered at 10 unauthorised sessions within 10 school weeks.',
      },
      {
        title: 'another window',
        markdown: 'Parents may be fined after «10 sessions» of unauthorised absence in 12 weeks.',
        says: 'A penalty notice hangs on “10 sessions” here; a notice is considered at 10 unauthorised sessions within 10 school weeks.',
      },
      {
        title: 'the number behind the sessions',
        markdown: 'Once «unauthorised sessions reach 15» or more in two terms, a penalty notice may be sent.',
        says: 'A penalty notice hangs on “unauthorised sessions reach 15” here; a notice is considered at 10 unauthorised sessions within 10 school weeks.',
      },
      {
        title: 'a list that lost its bullets',
        markdown:
          'A penalty notice may be issued in these cases:\n\nAt least «15 days» of unauthorised absence in the last two terms.',
        says: 'A penalty notice hangs on “15 days” here; a notice is considered at 10 unauthorised sessions within 10 school weeks.',
        asIs: true,
      },
      {
        title: 'a year',
        markdown:
          'Before a fine we look at the following.\n\n- The number of unauthorised absences «in a rolling academic year»',
        says: 'Unauthorised absence is counted “in a rolling academic year” here; a notice is considered at 10 unauthorised sessions within 10 school weeks.',
      },
    ],
  },
});

/** Whether the line over the list, or another cell of the row, is about penalty notices, and the words themselves ask for no milder step. */
function isUnderPenalties(context: RuleContext, { placed, sentence, match }: Hit): boolean {
  // "These can be issued if …", with the notices in the heading or the paragraph before.
  if (THESE_ARE_ISSUED.test(sentence.text))
    return context.blocksAround(placed, 2, 0).some(({ block }) => OF_PENALTIES.test(block.plain));
  const { kind, plain } = placed.block;
  // A table that lost its lines keeps its columns: their gaps are wide.
  const line = plain.slice(0, match.index + match[0].length).split('\n').length - 1;
  const columns = (plain.split('\n')[line] ?? '').split(/\t| {3,}/);
  if (columns.length > 1) return columns.some((words) => OF_PENALTIES.test(words));
  if ((kind !== 'item' && kind !== 'row' && kind !== 'paragraph') || OTHER_STEP.test(sentence.text)) return false;
  if (ASKS_FOR_ONE.test(sentence.text))
    return context.blocksAround(placed, 2, 0).some(({ block }) => OF_PENALTIES.test(block.plain));
  // "… a penalty notice. The council looks at a family once there are 15 unauthorised sessions."
  if (kind === 'paragraph' && LOOKED_AT.test(sentence.text) && OF_PENALTIES.test(plain)) return true;
  // Under "Penalty notices", a count of unauthorised sessions is what brings one, unless it brings something milder.
  if (OF_PENALTIES.test(placed.headings.at(-1) ?? '') && !MILDER.test(sentence.text)) return true;
  if (kind === 'paragraph') return OF_PENALTIES.test(context.surroundings(placed).introduction);
  if (OF_PENALTIES.test(besideOf(context, placed))) return true;
  const { introduction } = context.surroundings(placed);
  return introduction.endsWith(':') && OF_PENALTIES.test(placed.headings.slice(-2).join(' '));
}

function mentions(text: string, sessions: number): boolean {
  const word = sessions === 10 ? 'ten' : String(sessions);
  return new RegExp(
    `\\b(?:${sessions}|${word})\\b(?: or more)?(?: half[- ]?day| unauthorised| consecutive| school)* sessions`,
    'i',
  ).test(text);
}
