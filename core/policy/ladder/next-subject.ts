import { wordsIn } from './lexicon.ts';

/** Where a condition without a comma ends: "If there is no improvement within six weeks we refer …". */

const SUBJECTS = new Set(
  'we they he she you i school schools staff parent parents police pupil pupils student students'.split(' '),
);
const NAMING = new Set('the our your their his her mr mrs ms miss dr'.split(' '));
const ONE_OF = new Set('a an another two'.split(' '));
const ARTICLES = new Set(['a', 'an']);
const TAKES = new Set('receive received receives receiving get got had have make made leave left'.split(' '));
// Within the name of a subject none of these stands.
const NO_NAME = new Set(
  'row has have is are was been not and or to of in we you they he she i the a an our your their his her'.split(' '),
);
const LONGEST_NAME = 4;
const HEADS = new Set('head deputy director leader chair assistant lead governor'.split(' '));
const OF_A_THING = new Set(
  'phone telephone home welfare text first second initial previous earlier last follow'.split(' '),
);
const THINGS = new Set('call calls visit visits contact meeting'.split(' '));

const MODALS = new Set('will may can shall should must could might would'.split(' '));
const ACTS = new Set([
  ...MODALS,
  ...`refer send contact ring call phone telephone invite write meet visit inform tell ask decide speak talk take make hold
  issue arrange consider sit serve stay apply begin start offer report follow hand pass let come knock`
    .split(/\s+/)
    .flatMap((verb) => [verb, `${verb}s`]),
  ...'try tries passes applies requests seek seeks'.split(' '),
]);
const PASSIVE_IS = new Set(
  'told asked informed sent passed referred invited contacted involved notified alerted consulted'.split(' '),
);
const PASSIVE_ARE = new Set(
  'told asked informed sent referred invited contacted called involved notified alerted consulted'.split(' '),
);
const HAPPENS = new Set('will may can could call calls visit visits follow follows goes'.split(' '));
const HAPPENS_IS = new Set('made sent issued held arranged called given'.split(' '));

const WORD = /(\s+)([\w'-]+)/y;

interface Word {
  readonly text: string;
  /** The part before a hyphen or an apostrophe: "calls-" is "calls". */
  readonly head: string;
  readonly end: number;
}

/** The offset of the white space before the next subject that does something, from an offset on; the text's length without one. */
export function nextSubject(sentence: string, from: number): number {
  const { words, starts } = wordsIn(sentence);
  for (let index = 0; index < words.length; index++) {
    const start = starts[index] ?? 0;
    const word = words[index]?.text ?? '';
    if (start <= from || !isSpace(sentence.charCodeAt(start - 1))) continue;
    // "… no word from home by ten Shazia will ring": a name that stands by itself.
    if (isCapital(sentence.charCodeAt(start)) && !isNamed(words[index - 1]?.text ?? '', sentence, starts[index - 1])) {
      const named = wordAt(sentence, start - 1);
      const next = named && wordAt(sentence, named.end);
      if (next && MODALS.has(next.head)) return start - 1;
    }
    if (!SUBJECTS.has(word) && !NAMING.has(word) && !ONE_OF.has(word) && word !== 'one') continue;
    // "Should we not receive a telephone call": what is received does nothing.
    if (ONE_OF.has(word) && TAKES.has(words[index - 1]?.text ?? '')) continue;
    const subject = wordAt(sentence, start - 1);
    if (!subject || !begins(sentence, subject)) continue;
    // "in a half term a pupil sits": the subject begins at its article.
    const article = ARTICLES.has(words[index - 1]?.text ?? '') ? starts[index - 1] : undefined;
    return (article !== undefined && article > from ? article : start) - 1;
  }
  return sentence.length;
}

function begins(sentence: string, subject: Word): boolean {
  const { text } = subject;
  // "we'll ring"
  if (SUBJECTS.has(subject.head) && text.endsWith("'ll")) return true;
  if (SUBJECTS.has(text)) {
    const next = wordAt(sentence, subject.end);
    if (next && acts(sentence, next)) return true;
    if (!text.startsWith('parent')) return false;
    const carers = /\s?\/\s?carers?/iy;
    carers.lastIndex = subject.end;
    const then = carers.test(sentence) ? wordAt(sentence, carers.lastIndex) : null;
    return then !== null && acts(sentence, then);
  }
  // "one of us calls at the house"
  if (text === 'one') {
    const of = wordAt(sentence, subject.end);
    return of?.head === 'of' && staffActs(sentence, wordAt(sentence, of.end));
  }
  const does = NAMING.has(text) ? acts : ONE_OF.has(text) ? happens : null;
  if (!does) return false;
  let word = wordAt(sentence, subject.end);
  // "a member of staff visits", "one of the office team rings"
  const member = word?.head === 'member' ? wordAt(sentence, word.end) : null;
  if (member?.head === 'of') return staffActs(sentence, wordAt(sentence, member.end));
  for (let count = 0; count < LONGEST_NAME && word && !NO_NAME.has(word.head); count++) {
    let next = wordAt(sentence, word.end);
    // "the Head of House writes", "the Director of Inclusion is told"
    if (next?.head === 'of' && HEADS.has(word.head)) {
      word = wordAt(sentence, next.end);
      next = word && wordAt(sentence, word.end);
      if (!word) return false;
    }
    // "the phone call", "the home visit": things, though "call" and "visit" are done too.
    if (next && does(sentence, next) && !(OF_A_THING.has(word.head) && THINGS.has(next.head))) return true;
    word = next;
  }
  return false;
}

/** Whether staff of whom one is named do something: "staff visits", "the pastoral team will ring". */
function staffActs(sentence: string, staff: Word | null): boolean {
  let word = staff;
  for (let count = 0; count < LONGEST_NAME && word; count++) {
    const next = wordAt(sentence, word.end);
    if (next && (acts(sentence, next) || happens(sentence, next))) return true;
    word = next;
  }
  return false;
}

function acts(sentence: string, { head, end }: Word): boolean {
  if (ACTS.has(head)) return true;
  const next =
    head === 'have' || head === 'has' || head === 'goes' || head === 'is' || head === 'are'
      ? wordAt(sentence, end)?.head
      : undefined;
  if (next === undefined) return false;
  if (head === 'have' || head === 'has' || head === 'goes') return next === 'to';
  return (head === 'is' ? PASSIVE_IS : PASSIVE_ARE).has(next);
}

function happens(sentence: string, { head, end }: Word): boolean {
  if (HAPPENS.has(head)) return true;
  const next = head === 'is' || head === 'are' ? wordAt(sentence, end)?.head : undefined;
  return next !== undefined && (head === 'is' ? HAPPENS_IS.has(next) : next === 'made' || next === 'sent');
}

/** The word behind the white space at an offset; null where there is none. */
function wordAt(text: string, at: number): Word | null {
  WORD.lastIndex = at;
  const match = WORD.exec(text);
  if (!match?.[1] || !match[2]) return null;
  const word = match[2].toLowerCase();
  return { text: word, head: /^\w*/.exec(word)?.[0] ?? '', end: at + match[0].length };
}

/** Whether the word before belongs to the name: "the Council", "Mrs Rao", "Jo Rao", "a Wave". */
function isNamed(before: string, sentence: string, at = 0): boolean {
  return NAMING.has(before) || ONE_OF.has(before) || isCapital(sentence.charCodeAt(at));
}

function isCapital(code: number): boolean {
  return code >= 65 && code <= 90;
}

function isSpace(code: number): boolean {
  return code === 32 || code === 9 || code === 10 || code === 160;
}
