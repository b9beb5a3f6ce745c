import { remembered } from '../../text/remembered.ts';
import { lexicon, type Words, wordsIn } from './lexicon.ts';

/** The school, the authority or one of their people does something, or something is done. */
export const schoolDoes: (text: string) => boolean = remembered((text) => {
  const read = wordsIn(text);
  if (opens(read, IMPERATIVE)) return true;
  // The last subject counts: from it the verb is nearest.
  let subjectEnd = -1;
  for (let index = 0; index < read.words.length; index++) {
    const start = read.starts[index] ?? 0;
    if (subjectEnd >= 0 && start - subjectEnd <= NEAR && VERB.endAt(read, index) >= 0)
      if (!/[.;]/.test(text.slice(subjectEnd, start))) return true;
    if (SAID_OUTRIGHT.endAt(read, index) >= 0 || isThingDone(read, index)) return true;
    const word = read.words[index]?.text ?? '';
    if (SUBJECTS.has(word)) subjectEnd = start + word.length;
  }
  return opens(read, RECEIVES);
});

const NEAR = 60;
const SUBJECTS = new Set(
  `school schools academy academies college trust we he she mr mrs ms miss office staff officer lead leader manager champion mentor worker service principal
  team admin administrator administrators headteacher head authority authorities la ewo council tutor tutors teacher teachers
  governors police dsl dsls reception housemaster housemistress houseparent matron`.split(/\s+/),
);
const VERB = lexicon(
  `will may can could shall should must contact contacts phone phones ring rings call calls text texts telephone telephones
  visit visits send sends refer refers meet meets invite invites inform informs issue issues make makes write writes ask asks
  work works put puts offer offers monitor monitors start starts hold holds provide provides arrange arranges consider
  considers speak speaks talk talks track tracks involve involves tell tells agree agrees record records review reviews
  discuss discusses request requests seek seeks become becomes share shares decide decides applies apply come comes go goes knock knocks pass passes hand hands`,
  { 'have has need': [/\s+to\b/iy], 'draw draws': [/\s+up\b/iy], 'take takes': [/\s+over\b/iy] },
);

/** What is sent, made, held, and whom it is done to: with "is", "will" or "sent" within a few words. */
const THING =
  /^(?:contact|call|text|message|visit|referral|letter|notice|meeting|warning|fine|penalty|prosecution|summons|arrangement|order|eso|detention|panel|action|case|matter|family|families|parents|parent|pupils?|child)\w{0,2}$/;
/** How those words begin. */
const THINGS = new Set(
  'con cal tex mes vis ref let not mee war fin pen pro sum arr ord eso det pan act cas mat fam par pup chi'.split(' '),
);
const DONE = new Set(
  `is are be will may has can could made sent issued held arranged given informed contacted invited asked handed passed
  referred goes`.split(/\s+/),
);
const WORDS_BETWEEN = 4;
function isThingDone({ text, words, starts }: Words, index: number): boolean {
  const first = words[index]?.text ?? '';
  if (!THINGS.has(first.slice(0, 3)) || !THING.test(first)) return false;
  let end = (starts[index] ?? 0) + first.length;
  for (let next = index + 1; next <= index + 1 + WORDS_BETWEEN && next < words.length; next++) {
    const start = starts[next] ?? 0;
    if (text.slice(end, start).trim() !== '') return false;
    const word = words[next]?.text ?? '';
    if (DONE.has(word)) return true;
    end = start + word.length;
  }
  return false;
}

const IMPERATIVE = lexicon(
  `prepare speak talk tell review involve agree start complete follow apply telephone phone ring call text contact visit refer
  send invite inform issue arrange write meet make hold set offer monitor report notify ask discuss consider alert tell`,
);
const RECEIVES = lexicon('', { 'will may can could': [/\s+(?:then\s+|also\s+)?(?:receive|get|be|have)\b/iy] });

/** Whether the first word of a text is one of a lexicon's. */
function opens(read: Words, words: typeof IMPERATIVE): boolean {
  return words.endAt(read, 0) >= 0;
}

function doneTo(auxiliary: string): RegExp {
  return new RegExp(
    `${auxiliary}\\s+(?:(?:spoken|talked|written)\\s+to|rung|phoned|telephoned|texted|told|(?:placed|put)\\s+on|moved\\s+(?:on\\s+)?to|involved|drawn\\s+up|agreed|reviewed)\\b`,
    'iy',
  );
}

const SAID_OUTRIGHT = lexicon('', {
  'lead leads result results': [/\s+(?:to|in)\b/iy],
  'will may can could is are should': [
    /\s+(?:also\s+)?(?:be\s+)?(?:referred|reported|contacted|invited|sent|issued|informed|arranged|notified|taken|given|fined|prosecuted|monitored|discussed|written|held|requested)\b/iy,
  ],
  'you they parent parents family families carer carers': [
    /\s+(?:may|will|could|can|might|shall|must)\s+(?:also\s+)?(?:be\s+(?:issued|fined|invited|asked|sent|given|referred|prosecuted|contacted|required\s+to\s+(?:attend|meet)|expected\s+to\s+(?:attend|meet))|receive|face)\b/iy,
    /\s+(?:will|may|could)\s+(?:then\s+)?(?:get|hear|have)\b/iy,
  ],
  'sit sits serve serves complete completes attend attends does has get gets receive receives given': [
    /\s+(?:an?\s+)?(?:[\w-]{1,12}\s+){0,3}detentions?\b/iy,
  ],
  'is are': [doneTo('')],
  'will may': [doneTo('\\s+be')],
  has: [doneTo('\\s+been')],
  'case cases file files': [/\s+(?:(?:is|are)\s+)?open(?:s|ed)?\b/iy],
  'papers case file referral': [/\s+(?:goes|go|is\s+sent|are\s+sent)\s+to\b/iy],
  'gets get has have': [/\s+an?\s+(?:[a-z]+\s)?(?:mentor|key\s(?:adult|worker|person)|buddy)\b/iy],
  there: [/\s+(?:is|will\s+be|may\s+be)\s+an?\s+(?:\w+\s+){0,2}(?:visit|meeting|call|review|letter|panel)\b/iy],
  'message messages': [/\s+(?:is|are|will\s+be)\s+left\b/iy],
  i: [
    /(?:'ll|\s+(?:will|may|shall))\s+(?:then\s+|also\s+)?(?:invite|write|ask|meet|ring|call|refer|visit|phone|hold|arrange|speak|talk|send|tell|involve|see|contact|set)\b/iy,
    /\s+(?:invite|write|ask|meet|ring|call|refer|visit|phone|hold|arrange|speak|talk|involve)\b/iy,
  ],
});
