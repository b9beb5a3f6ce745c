import { citeProvision } from '../../guidance/provisions.ts';
import { codeEntries } from '../../lint/code-list.ts';
import { isUnheard, speaksOfContact } from '../../lint/contact.ts';
import { isElsewhere, wordsBefore } from '../../lint/guards.ts';
import { phrase } from '../../lint/phrase.ts';
import { defineRule } from '../../lint/rule.ts';
import { type Hit, sentenceAt } from '../../policy/document.ts';

const WITHOUT_REASON =
  /\b(?:without (?:a|any) (?:reason|explanation)|no (?:reason|explanation)(?: has been| is| was)?(?: yet)? (?:known|given|provided|received|established)|(?:reason|explanation) (?:is |has )?not (?:yet )?(?:known|been (?:given|provided))|have not heard|(?:do|does|did|is)(?: not|n't|n’t) kno(?:w|wn) (?:why|the (?:reason|cause))|not (?:been )?(?:notified|contacted))\b/i;
// "Unauthorised", or O, as what becomes of an absence.
const UNAUTHORISED = phrase(
  /\bunauthori[sz]ed\b(?! (?:sessions|absences|half|marks|days|holidays?|leave))|(?:[=:(]|\b(?:code|codes?|an?|as|the|enter\w*|put|given|coded|recorded|mark(?:ed)?)) ?(?:code )?['"“‘]?O(?![\w'’])/g,
  'unauthori',
  ' o',
  '(o',
  '=o',
  ':o',
);
// "O until we know the reason": the wrong way round.
const O_UNTIL = phrase(
  /(?<![\w'’])(O)['"”’]? until\b[^.;]{0,50}\b(?:reason|know|explain\w*|explanation|hear|contact\w*)\b/g,
  'until',
);
const BECOMES = new Set(
  'is are be been being becomes become recorded record marked mark coded code classed counted counts treated considered deemed regarded registered entered enter entering logged shown noted put goes go down given give gets get receive receives used use means mean meaning authorised = as'.split(
    ' ',
  ),
);
const NOT_DONE =
  /^\W*(?:if|when|where) (?:you|they|parents|families|this|it)(?:['’]s| is| are| does| do| has| have)?(?: not|n['’]t)(?: happen| done| do (?:so|this))?,/i;
/** How far before "unauthorised" the word stands that makes it so: "will be put down as having an unauthorised". */
const NEAR = 5;
const THE_DAY_ITSELF =
  /\b\d{1,2}(?:[.:]\d{2}| ?[ap]\.?m\b)|\bby (?:\d{1,2}|half past|quarter (?:past|to)|\w+ o[’']clock|break|registration|lunch\w*|noon|midday|the (?:end|close|start) of)\b|\b(?:first|same|that|each|every) (?:day|morning|session)\b|\bdaily\b|\bon the (?:day|morning)\b|\b(?:end|close|start) of (?:the |that |morning )?(?:school )?(?:day|morning|session|regist\w+)\b|\b(?:during|before|after) regist\w+\b|\bimmediately\b|\bstraight ?away\b|\bat once\b/i;
const TIME_GIVEN =
  /\buntil\b|\b(?:two|three|four|five|ten|\d{1,2}|school|working|consecutive) days?\b|\bdays\b(?! of)|\bfifth\b|\bweeks?\b|\bfortnight\b|\bafter that\b|\bnext day\b|\beventually\b|\bN\b/;
const OF_LATENESS = /\b(?:arriv\w*|late|lateness|comes? in|signs? in)\b/i;
// A message that comes in is no pupil who does.
const WORD_COMES_IN =
  /\b(?:messages?|calls?|word|notes?|news|reply|reason|explanation)\b[^.;,]{0,20}\bcom(?:es?|ing) (?:in|late)\b/i;
const OTHER_MATTERS =
  /\b(?:holidays?|leave|penalt\w+|fin(?:e|es|ed)|evidence|proof|medical|certificate|doctor\w*|GP|request\w*|permission)\b/i;
const UNSURE = /\b(?:may|might|could|can|if no|consider\w*)\b/i;
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
    for (const hit of context.find(O_UNTIL)) {
      if (told.has(hit.placed.index) || isElsewhere(hit) || /\bnot\b|\bnever\b/i.test(hit.match[0])) continue;
      told.add(hit.placed.index);
      yield { message: ON_THE_DAY, at: { start: hit.start, end: hit.start + 1 } };
    }
    for (const hit of context.find(UNAUTHORISED)) {
      const { placed, match, start, end } = hit;
      if (told.has(placed.index) || isElsewhere(hit)) continue;
      const verb = becomes(wordsBefore(hit));
      // "Unauthorised" stands alone for what it becomes; a code is named by the word before it, taken into the match.
      if (verb === null && !/\bO$/.test(match[0])) continue;
      const said = hit.sentence.text;
      const asked = isNotDone(hit) ? sentenceAt(placed.block, Math.max(0, hit.sentence.start - 2)).text : '';
      if (!isUnheard(said) && asked === '') continue;
      if (OF_LATENESS.test(said.replace(WORD_COMES_IN, '')) || TIME_GIVEN.test(said) || OTHER_MATTERS.test(said))
        continue;
      if (isCondition(wordsBefore(hit))) continue;
      if (UNSURE.test(wordsBefore(hit).slice(-40))) continue;
      // "Absent without explanation: code O" names no day, so it is O from the first.
      const isOnTheDay =
        THE_DAY_ITSELF.test(`${asked} ${said}`) ||
        /^\W*(?:absent|absences?)\b[^.;]{0,60}[:=–-] ?(?:code )?O\b/i.test(said);
      told.add(placed.index);
      yield { message: ON_THE_DAY, at: { start: start - (verb ?? 0), end }, doubtful: !isOnTheDay };
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

/** How many letters before the match the word begins that makes an absence unauthorised; null where none does, or it is denied. */
function becomes(before: string): number | null {
  // What stands before a colon is what has happened, not what is denied of the code.
  const tail = before.slice(Math.max(before.length - 80, before.lastIndexOf(':') + 1));
  const words = [...tail.matchAll(/[A-Za-z]+(?:['’][a-z]+)?|=/g)].slice(-NEAR);
  if (words.some(([word]) => /^(?:not|never|no|nor|n't)$/i.test(word) || /n['’]t$/.test(word))) return null;
  const verb = words.findLast(([word]) => BECOMES.has(word.toLowerCase()) && !/^as$/i.test(word));
  return verb ? tail.length - verb.index : null;
}

/** Whether it is asked what follows if an absence is unauthorised, not said that it is: "where an absence is unauthorised and …". */
function isCondition(before: string): boolean {
  if (/\b(?:whether|authori[sz]ed or) [a-z ]{0,60}$/i.test(before)) return true;
  const clause = before.slice(Math.max(before.lastIndexOf(','), before.lastIndexOf(':'), before.lastIndexOf('–')) + 1);
  const asked = /\b(?:if|when|where|whenever|once|any|all)\b/i.exec(clause);
  return asked !== null && !speaksOfContact(clause.slice(asked.index));
}

/** "Please ring us by 9am. If you don't, …": the sentence before says what is not done. */
function isNotDone({ placed, sentence }: Pick<Hit, 'placed' | 'sentence'>): boolean {
  return (
    NOT_DONE.test(sentence.text) && speaksOfContact(sentenceAt(placed.block, Math.max(0, sentence.start - 2)).text)
  );
}
