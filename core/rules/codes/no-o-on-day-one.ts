import { citeProvision } from '../../guidance/provisions.ts';
import { codeEntries } from '../../lint/code-list.ts';
import { isElsewhere, wordsBefore } from '../../lint/guards.ts';
import { phrase } from '../../lint/phrase.ts';
import { defineRule } from '../../lint/rule.ts';

const WITHOUT_REASON =
  /\b(?:without (?:a|any) (?:reason|explanation)|no (?:reason|explanation)(?: has been| is| was)?(?: yet)? (?:known|given|provided|received|established)|(?:reason|explanation) (?:is |has )?not (?:yet )?(?:known|been (?:given|provided))|have not heard|(?:do|does|did|is)(?: not|n't|n’t) kno(?:w|wn) (?:why|the (?:reason|cause))|not (?:been )?(?:notified|contacted))\b/i;
const NOT_HEARD =
  /\b(?:no|not|n't|without|fail\w*)\b[^.;]{0,60}\b(?:reason|explanation|contact\w*|heard?|message|notif\w+|call\w*|inform\w*|reported)\b/i;
const SAME_DAY = phrase(
  /\b(?:by|before|after(?= \d{1,2}[.:]\d\d)|on the (?:first|same) (?:day|morning)|that (?:day|morning)|immediately|straight ?away|at once)\b(?:[^.;]|\.\d){0,100}?\b((?:recorded|marked|coded|registered|classed|treated|counted|be) (?:as )?(?:(?:an )?unauthori[sz]ed\b|(?:code )?['"“‘]?O(?![\w'’])))/gi,
  'unauthori',
  'recorded',
  'marked',
  'coded',
);
// Code O, or "unauthorised", beside a morning or a day on which nothing was heard.
const UNHEARD = phrase(
  /(?:\b(?:code|an?|as|enter\w*|put|given|mark(?:ed)?|=|:)|[=:(]) ?(?:code )?['"“‘]?O(?![\w'’])|\b(?:is|are|be|=|means it is|recorded as|an?) (?:recorded as |marked as |marked |an? )?unauthori[sz]ed\b/gi,
  'unauthori',
  ' o',
  '(o',
  '=o',
);
// "O until we know the reason": the wrong way round.
const O_UNTIL = phrase(
  /(?<![\w'’])(O)['"”’]? until\b[^.;]{0,50}\b(?:reason|know|explain\w*|explanation|hear|contact\w*)\b/g,
  'until',
);
const NOTHING_HEARD =
  /\b(?:heard? nothing|(?:nobody|no ?one) (?:has |had )?(?:rings|rung|calls|called|phones|phoned|tells|told|contacts|contacted|lets)|(?:no|without) word|no (?:reason|explanation|message|phone ?call|call|contact|word)|(?:do|does|did|have|has|had)(?: not|n't|n’t) (?:call\w*|ring|rung|phone\w*|contact\w*|hear\w*|been (?:explained|told|contacted|notified))|fail(?:s|ure|ed)? to (?:report|ring|call|contact|notify|tell)|not been explained|without contact|without (?:an? )?(?:explanation|reason)|unexplained)\b/i;
const THE_DAY_ITSELF =
  /\bby \d{1,2}(?:[.:]\d{2})? ?(?:[ap]\.?m)?\b(?! (?:days|school))|\bby (?:half past|quarter (?:past|to)|\w+ o[’']clock|break|registration|lunch)\b|\b(?:first|same|that) (?:day|morning)\b|\bon the (?:day|morning)\b|\b(?:end of|during) (?:the|that) (?:school )?(?:day|morning|session)\b|\bimmediately\b|\bstraight ?away\b/i;
const CLOCK_OR_DAY =
  /\b\d{1,2}(?:[.:]\d{2})? ?[ap]\.?m\b|\b\d{1,2}[.:]\d{2}\b|\b(?:first|same) (?:day|morning)\b|\b(?:immediately|straight ?away|at once)\b/i;
const LATER = /\b(?:days?|weeks?|later|eventually|until|after|replac\w+|N codes?|code N)\b/i;

const ON_THE_DAY =
  'An absence is unauthorised here on the day itself, before the reason could be found; N comes first.';

/** Code O entered while the reason is not known yet. */
export const noOOnDayOne = defineRule({
  id: 'codes/no-o-on-day-one',
  topic: 'o-on-day-one',
  title: 'N comes first, O only when no reason was established',
  duty: 'must',
  citations: [citeProvision('code-n-first')],
  inForce: { from: '2024-08-19' },
  why: 'O says that the school knows the reason and does not accept it, or could find none in five school days.',
  *check(context) {
    const told = new Set<number>();
    for (const { code, isListed, words, meaning, at, placed } of codeEntries(context)) {
      if (code !== 'O' || told.has(placed.index)) continue;
      const said = isListed ? meaning : sentenceWith(words, at.start - placed.offset);
      if (!WITHOUT_REASON.test(said) || LATER.test(said.replace(/\bfirst day\b/gi, ''))) continue;
      told.add(placed.index);
      yield {
        message: 'O is entered when no reason is known; N comes first, and O after 5 school days without one.',
        at,
      };
    }
    for (const hit of context.find(SAME_DAY)) {
      const text = hit.sentence.text;
      const before = wordsBefore(hit) + hit.match[0];
      if (!NOT_HEARD.test(before) || !CLOCK_OR_DAY.test(before) || told.has(hit.placed.index)) continue;
      if (/\buntil\b|\bdays\b|\barriv\w*|\blate\b/i.test(text)) continue;
      const words = hit.match[1] ?? '';
      const at = { start: hit.end - words.length, end: hit.end };
      told.add(hit.placed.index);
      yield { message: ON_THE_DAY, at };
    }
    for (const hit of context.find(O_UNTIL)) {
      if (told.has(hit.placed.index) || isElsewhere(hit) || /\bnot\b|\bnever\b/i.test(hit.match[0])) continue;
      told.add(hit.placed.index);
      yield { message: ON_THE_DAY, at: { start: hit.start, end: hit.start + 1 } };
    }
    for (const hit of context.find(UNHEARD)) {
      const text = hit.sentence.text;
      if (told.has(hit.placed.index) || !NOTHING_HEARD.test(text) || isElsewhere(hit)) continue;
      if (/\b(?:not|never|no longer) (?:be |yet |entered |given ){0,2}$/i.test(wordsBefore(hit))) continue;
      const isOnTheDay = THE_DAY_ITSELF.test(text);
      // "Absent without explanation: code O" names no day, so it is O from the first.
      if (!isOnTheDay && !/^\W*(?:absent|absences?)\b[^.;]{0,60}[:=–-] ?(?:code )?O\b/i.test(text)) continue;
      if (
        /\buntil\b|\b(?:\d|two|three|five|ten|school|working) days\b|\bfifth\b|\barriv\w*|\blate\b|\bmay\b|\bweeks?\b|\bafter that\b/i.test(
          text,
        )
      )
        continue;
      if (/\bN\b/.test(text)) continue;
      told.add(hit.placed.index);
      yield { message: ON_THE_DAY, at: { start: hit.start, end: hit.end } };
    }
  },
  examples: {
    good: [
      {
        title: 'late, not absent',
        markdown: 'Pupils who arrive after 9.30am without a reason will be recorded as unauthorised.',
      },
      { title: 'after five days', markdown: 'Code O is used when no reason has been given after 5 school days.' },
      { title: 'a reason not accepted', markdown: '# Codes\n\n- O = Unauthorised absence, the reason is not accepted' },
    ],
    bad: [
      {
        title: 'after a quarter past nine',
        markdown: 'After 9.15am, if we have not been sent a message, your child will be «marked as unauthorised».',
        says: 'An absence is unauthorised here on the day itself, before the reason could be found; N comes first.',
        asIs: true,
      },
      {
        title: 'at once',
        markdown: '‘«O»’ codes are used to show that a pupil is absent without a reason.',
        says: 'O is entered when no reason is known; N comes first, and O after 5 school days without one.',
        asIs: true,
      },
      {
        title: 'by half past nine',
        markdown:
          'If we do not receive a reason by 9.30am, the absence will be «recorded as unauthorised» in the register.',
        says: 'An absence is unauthorised here on the day itself, before the reason could be found; N comes first.',
      },
    ],
  },
});

function sentenceWith(words: string, at: number): string {
  const from = words.lastIndexOf('. ', at) + 1;
  const to = words.indexOf('. ', at);
  return words.slice(from, to < 0 ? words.length : to);
}
