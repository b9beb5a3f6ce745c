import { citeProvision } from '../../guidance/provisions.ts';
import { schoolDaysForReason } from '../../guidance/thresholds.ts';
import { wordsIn } from '../../lint/contact.ts';
import { isDenied, wordsBefore } from '../../lint/guards.ts';
import { phrase } from '../../lint/phrase.ts';
import { defineRule } from '../../lint/rule.ts';
import type { Hit } from '../../policy/document.ts';
import { CARDINAL, cardinalOf } from '../../text/numbers.ts';

const VAGUE = phrase(/\b(?:after|within|in) a reasonable (?:amount of |period of )?(?:time|period)\b/gi, 'reasonable');
const UNTIL_TERM_ENDS = phrase(
  /\bN\b['"”’]?[^.;]{0,30}?\b(?:may|can|will) (?:stay|remain|stand|be left|be kept)\b[^.;]{0,40}?\b(until (?:the )?end of (?:the |each )?(?:half[- ]?)?(?:term|year|month))\b|\b(?:stay|remain|stand|be left|be kept|kept|left) as (?:an? )?(?:code )?['"“‘]?N\b[^.;]{0,40}?\b(until (?:the )?end of (?:the |each )?(?:half[- ]?)?(?:term|year|month))\b/g,
  'until',
);
const AT_TERM_END = phrase(
  /(?<![A-Za-z'’])N\b(?: codes?)?['"”’]?[^.;]{0,50}?\b((?:at )?(?:the )?end of (?:the |each |every )?(?:half[- ]?)?(?:term|year|month))\b[^.;]{0,40}?\b(?:changed|becomes?|becoming|amended|turned|converted|O)\b/g,
  'end of',
);
// "The N stays until the parent gets in touch, however long that takes."
const N_STAYS = phrase(
  /(?<![A-Za-z'’])N['"”’]? (?:codes? |marks? )?(?:may |can |will )?(?:stay|remain|stand|stays|remains|stands|is left|is kept|be left|be kept)\b[^.;,]{0,30}? (until (?:the |a |we |your? |parents?|families|someone|somebody)[^.;,]{0,40}|indefinitely|for as long as[^.;,]{0,30}|however long[^.;,]{0,20})/g,
  'until',
  'indefinitely',
  'long',
);
// The school waits for the family; who only waits has set no end.
const UNTIL_THEY_WRITE =
  /\buntil (?:the |a |your? )?(?:parents?|carers?|famil(?:y|ies)|note|letter|explanation|you)\b/i;
// "If nobody has told us by the end of the month, N becomes O."
const BY_THE_END = phrase(
  /\b(?:by|at|until|before) (the end of (?:the |that |each )?(?:half[- ]?)?(?:term|year|month))\b[^.;]{0,60}?(?<![A-Za-z'’])N['"”’]? (?:codes? |marks? )?(?:then )?(?:becomes?|is changed|is replaced|turns?|changes)\b/gi,
  'end of',
);
const PERIOD = phrase(
  new RegExp(
    `\\b(?:(?:gives?|allows?) (?:parents|families|you|them|people)|after|within|(?:no )?(?:later|more|longer) than|in|up to|for|once)\\s+(?:a (?:period|maximum) of\\s+)?((a|${CARDINAL})\\s+(?:(school|working|calendar)\\s+)?(days?|weeks?|fortnights?|months?|half[- ]terms?|terms?))\\b`,
    'gi',
  ),
  'day',
  'week',
  'month',
  'fortnight',
  'term',
);
// Any time at all; what it is the time of, the words around it tell.
const ANY_PERIOD = phrase(
  new RegExp(`\\b((?:a|${CARDINAL}) (?:(?:school|working|calendar) )?(?:days?|weeks?|fortnight|months?))\\b`, 'gi'),
  'day',
  'week',
  'month',
  'fortnight',
);
const ROUND = phrase(
  /\b(?:each|every|the end of (?:the |each |every |a )?)(?: ?(?:week|month|half[- ]?term|term|year))\b|\b(?:monthly|termly|half[- ]?termly)\b/gi,
  'week',
  'month',
  'term',
  'year',
);
const N_MARK = /(?<![A-Za-z'’])N['"”’]?(?:s| (?:codes?|marks?))?(?![A-Za-z'’.])/;
const REASON_WORDS = new Set('reason reasons explanation explanations explain explained note notes'.split(' '));
const CHANGE_WORDS = new Set(
  'changed change changes amended amend amends replaced replace replaces corrected correct corrects updated update updates converted convert cleared clear resolved resolve turned turn turns becomes become unauthorised unauthorized'.split(
    ' ',
  ),
);
const DEADLINE_WORDS = new Set(
  'within after in to for once have has give gives given allow allows allowed than next maximum last least of up'.split(
    ' ',
  ),
);
const LASTING = new Set(
  'absent absence away missing off ill illness sick sickness excluded suspended attendance last lasting lasts'.split(
    ' ',
  ),
);
const MUST_NOT_STAY = /\b(?:not|never|cannot)\b[^.;]{0,20}\b(?:stay|remain|stand|left|kept)\b/i;
const OTHER_DEADLINE =
  /\b(?:leave|holidays?|penalt\w+|fin(?:e|es|ed)|appeal\w*|complain\w*|letter|meeting|visit\w*|panel|improv\w+|monitor\w*|doctor\w*|GP|evidence|certificate|medical|fit notes?|sick notes?)\b/i;
const OF_N =
  /\b[Cc]ode[d]? N\b|(?:^|[\s"'(])'?N'?\s*(?:codes?|marks?)\b|\bN\b[^.]{0,60}\b(?:amended|changed|replaced|converted|resolved|updated)\b|\bN\b[^.;]{0,60}\b(?:becomes?|(?:is )?turns? (?:in)?to)\b[^.;]{0,12}\bO\b|\bcode O\b|\b(?:no|unknown|unexplained) reason\b|\b(?:no|without an?) (?:reason|explanation)\b[^.]{0,120}\bunauthorised\b|\b[Rr]easons?\b[^.]{0,60}\bwithin\b[^.]{0,80}\bunauthorised\b|\bunexplained\b[^.]{0,120}\b(?:code|register)\b|\breason\b[^.]{0,80}\b(?:ascertained|established|provided|known)\b[^.]{0,80}\bcode\b|\bcode\b[^.]{0,120}\breason\b[^.]{0,40}\bascertained\b/;
const CHANGES =
  /\b(?:amended?|changed?|replaced?|converted?|recorded|becomes?|inputted|input|entered|updated|resolved|coded|marked|turns?|unauthorised|correct code|not be (?:used|left|kept))\b/i;

/** The time in which the reason for an absence is to be found. */
export const reasonWithinFiveSchoolDays = defineRule({
  id: 'codes/reason-within-five-school-days',
  topic: 'n-code-deadline',
  title: 'The reason for an absence is established within five school days',
  duty: 'must',
  citations: [citeProvision('reason-within-five-school-days')],
  inForce: { from: '2024-08-19' },
  why: 'N may not stand indefinitely: after five school days without a reason it becomes O.',
  *check(context) {
    const limit = schoolDaysForReason.valueOn(context.asOf)?.value;
    if (limit === undefined) return;
    for (const hit of context.find(VAGUE)) {
      if (!OF_N.test(hit.placed.block.plain) || !CHANGES.test(hit.placed.block.plain)) continue;
      const at = { start: hit.start, end: hit.end };
      yield {
        message: `The reason may be wanting “${context.quote(at)}”; it is established within ${limit} school days, else N becomes O.`,
        at,
        fixes: [
          { title: `Change to “after ${limit} school days”`, edits: [{ at, text: `after ${limit} school days` }] },
        ],
      };
    }
    for (const hit of [...context.find(UNTIL_TERM_ENDS), ...context.find(AT_TERM_END), ...context.find(BY_THE_END)]) {
      const words = hit.match[1] ?? hit.match[2] ?? '';
      const start = hit.start + hit.match[0].indexOf(words);
      const at = { start, end: start + words.length };
      yield {
        message: `N may stand “${context.quote(at)}” here; the reason is established within ${limit} school days, else N becomes O.`,
        at,
      };
    }
    for (const hit of context.find(N_STAYS)) {
      const { text } = hit.sentence;
      if (/\b(?:5|five|fifth)\b|\bno (?:more|longer|later) than\b|\b(?:not|never|cannot)\b/i.test(text)) continue;
      // "Until we know why" is right as far as it goes; "however long" makes it a rule without an end.
      const words = hit.match[1] ?? '';
      const isEndless = /\b(?:however long|indefinitely|as long as)\b/i.test(text);
      if (!isEndless && !UNTIL_THEY_WRITE.test(words)) continue;
      const at = { start: hit.end - words.length, end: hit.end };
      yield {
        message: `N may stand “${context.quote(at)}” here; the reason is established within ${limit} school days, else N becomes O.`,
        at,
        doubtful: !isEndless,
      };
    }
    const told = new Set<string>();
    for (const hit of context.find(PERIOD)) {
      const { sentence, match } = hit;
      if (!OF_N.test(sentence.text) || !CHANGES.test(sentence.text)) continue;
      const count = match[2] === 'a' ? 1 : cardinalOf(match[2] ?? '');
      const unit = (match[4] ?? '').toLowerCase();
      if (count === null) continue;
      const days = unit.startsWith('day') ? count : unit.startsWith('week') ? count * 5 : count * 10;
      told.add(sentenceOf(hit));
      const at = { start: hit.end - (match[1] ?? '').length, end: hit.end };
      if (days > limit)
        yield {
          message: `The reason may be wanting for “${context.quote(at)}”; it is established within ${limit} school days, else N becomes O.`,
          at,
        };
      else if (days === limit && !/school/i.test(match[3] ?? ''))
        yield {
          message: `“${context.quote(at)}” is near the rule, which says ${limit} school days; the guidance itself also says working days.`,
          at,
          doubtful: true,
        };
    }
    for (const hit of context.find(ANY_PERIOD)) {
      const { text } = hit.sentence;
      if (told.has(sentenceOf(hit)) || schoolDaysOf(hit.match[1] ?? '') <= limit || OTHER_DEADLINE.test(text)) continue;
      if (MUST_NOT_STAY.test(text)) continue;
      const before = wordsIn(wordsBefore(hit)).slice(-4);
      if (!before.slice(-3).some((word) => DEADLINE_WORDS.has(word)) || before.some((word) => LASTING.has(word)))
        continue;
      const words = wordsIn(text);
      const isOfReasons =
        words.some((word) => REASON_WORDS.has(word)) && /\bregister\w*\b|\bcodes?\b|\bunauthori[sz]ed\b/i.test(text);
      if (!isOfReasons && !N_MARK.test(text)) continue;
      if (!words.some((word) => CHANGE_WORDS.has(word)) && !/\b(?:stays?|remains?|stands?|left|kept)\b/i.test(text))
        continue;
      told.add(sentenceOf(hit));
      const at = { start: hit.start, end: hit.end };
      yield {
        message: `The reason may be wanting for “${context.quote(at)}”; it is established within ${limit} school days, else N becomes O.`,
        at,
      };
    }
    for (const hit of context.find(ROUND)) {
      const { text } = hit.sentence;
      if (told.has(sentenceOf(hit)) || !N_MARK.test(text) || /\b(?:daily|five|5|fifth)\b/i.test(text)) continue;
      if (!wordsIn(text).some((word) => CHANGE_WORDS.has(word)) || isDenied(hit)) continue;
      told.add(sentenceOf(hit));
      const at = { start: hit.start, end: hit.end };
      yield {
        message: `N is looked at “${context.quote(at)}” here; the reason is established within ${limit} school days, else N becomes O.`,
        at,
      };
    }
  },
  examples: {
    good: [
      { title: 'five school days', markdown: 'Code N is changed to code O after 5 school days if no reason is known.' },
      { title: 'a reasonable time for something else', markdown: 'We ask for work within a reasonable time.' },
      { title: 'another deadline', markdown: 'We answer a complaint about code N within 20 school days.' },
    ],
    bad: [
      {
        title: 'left until the term ends',
        markdown: 'Such absences may stay as N «until the end of the half term».',
        says: 'N may stand “until the end of the half term” here; the reason is established within 5 school days, else N becomes O.',
      },
      {
        title: 'a reasonable time',
        markdown: 'Code N is replaced with code O if no reason comes «after a reasonable amount of time».',
        says: 'The reason may be wanting “after a reasonable amount of time”; it is established within 5 school days, else N becomes O.',
        fixed: 'Code N is replaced with code O if no reason comes after 5 school days.',
      },
      {
        title: 'two weeks',
        markdown: 'Unexplained absences are changed from code N to unauthorised after «two weeks».',
        says: 'The reason may be wanting for “two weeks”; it is established within 5 school days, else N becomes O.',
      },
      {
        title: 'a week',
        markdown: 'Any N codes without an explanation after «a week» are recorded as unauthorised.',
        says: '“a week” is near the rule, which says 5 school days; the guidance itself also says working days.',
      },
    ],
  },
});

function sentenceOf({ placed, sentence }: Hit): string {
  return `${placed.index} ${sentence.start}`;
}

/** "Two weeks" in school days; a month is taken for twenty. */
function schoolDaysOf(period: string): number {
  const [first = '', ...rest] = period.toLowerCase().split(/\s+/);
  const unit = rest.at(-1) ?? '';
  const count = first === 'a' ? 1 : (cardinalOf(first) ?? 0);
  return count * (unit.startsWith('day') ? 1 : unit.startsWith('week') ? 5 : unit.startsWith('month') ? 20 : 10);
}
