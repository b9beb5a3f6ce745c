import { lexicon } from './lexicon.ts';

/** Words by which a sentence shows that it is a step: who does something, what it is, and what it answers. */

/** Parents, pupils or staff have to report something: a rule of the house, no step of the school. */
export const PARENTS_DO =
  /\b(?:parents?|carers?|you|families|pupils?|students?|children|staff)\b[^.;]{0,30}\b(?:must|should|need\s+to|(?:are|is)\s+(?:asked|expected|required|requested|reminded)\s+to|will\s+(?:be\s+)?(?:need|required|expected|asked)\s+to|have\s+to|to)\s+(?:\w+\s+){0,3}(?:contact|phone|ring|call|inform|notify|tell|let|report|telephone|e-?mail|advise|provide|submit|complete|send|bring)\b/i;

/** "No letter is sent where …": what the school leaves. */
export const NOT_DONE =
  /\b(?:do|does)\s+not\s+["']?(?:earn|get|receive|lead|mean|bring)\b|\b(?:is|are|will\s+be)\s+looked\s+at\s+again\s+(?:after|in|at)\b|\b(?:schools?|we)\s+(?:is|are)\s+(?:also\s+)?required\s+to\s+(?:provide|report|submit|keep|record|publish|send)\b|^\W*(?:[A-Z]?\d{1,2}(?:\.\d{1,2})*\.?\s+)?no\s+(?:[\w'-]+\s+){1,5}(?:is|are|will\s+be)\s+(?:needed|required|necessary|sent|issued|given|made)\b|^\W*(?:no\s+(?:action|letter|further|fine|penalty)|we\s+(?:do|will|would|shall)\s+not|nobody|nothing)\b/i;

/** Measures that a school takes when attendance is in trouble. */
export const STRONG = lexicon(
  `penalty fpn fpns fine fines fined prosecut* court courts legal summons* police eso esos panel refer* warning meeting meetings
  invites invited suspension exclusion`,
  {
    supervision: [/\s+orders?\b/iy],
    parenting: [/\s+contracts?\b/iy],
    'notice notices': [
      /\s+to\s+improve\b/iy,
      /\s+(?:is|are|may\s+be|can\s+be|will\s+be)\s+(?:considered|issued|given|served|sent)\b/iy,
    ],
    home: [/\s+visits?\b/iy],
    visit: [/\s+home\b/iy, /\s+the\s+home\b/iy],
    'attend visit come go': [
      /(?:(?<=attend|visit)|(?<=come)\s+(?:out\s+)?to|(?<=go)\s+to)\s+(?:the|your|their)\s+(?:family\s+)?(?:home|house|address)\b/iy,
    ],
    emergency: [/\s+contacts?\b/iy],
    formal: [/\s+meeting\b/iy],
    letter: [/\s+of\s+warning\b/iy],
    asked: [/\s+to\s+(?:meet|attend|come)\b/iy],
    'ask asks asked': [/\s+(?:you|parents?|famil(?:y|ies)|carers?|them)\s+to\s+(?:meet|attend|come)\b/iy],
    'put puts': [/\s+on\s+report\b/iy],
    speak: [/\s+to\s+the\s+attendance\b/iy],
    'meet meets': [/\s+(?:with\s+)?(?:the\s+)?(?:parents?|family|you|us)\b/iy],
    attendance: [/\s+(?:plan|contract)\b/iy],
    action: [/\s+plan\b/iy],
    early: [/\s+help\b/iy],
    arrangements: [/\s+will\s+be\s+made\b/iy],
  },
);

/** What goes wrong, in the words of a condition. */
export const TROUBLE = lexicon(
  `truan* persist* unwilling fail* further second third repeat* exhausted pa unpaid unsatisfactory exceeds unsuccessful continu*
  refus* declin* broken breach* ignore ignored nobody nothing worse unresolved ineffective`,
  {
    no: [
      /\s+(?:(?:contact|response|reply|reason|answer|(?:phone\s+|telephone\s+)?call|notification|communication|message|word|news|explanation|progress|change|difference|luck|sign)\b|improv)/iy,
      /[\s-]one\b/iy,
    ],
    not: [
      /\s+(?:been\s+)?(?:(?:found|contacted|responded|in\s+touch|effective|successful|met|had|sorted|resolved|paid|made|done)\b|hear|engag|attend|improv|co-?operat|compl|keep\s+to\b|follow|stick\s+to\b)/iy,
      /\s+(?:been\s+)?(?:(?:inform|notif)\w{0,4}|told|seen|heard|rung|phoned|telephoned)\b/iy,
      /\s+receiv\w{1,3}\s+(?:\w+\s+){0,3}(?:call|notification|message|contact|reason|explanation|information|news|reply|response)\b/iy,
      /\s+(?:satisfactory|possible\s+to\s+(?:contact|reach|speak|make|leave|get))\b/iy,
      /\s+(?:been\s+)?(?:\w+\s+)?(?:(?:in\s+school|here|get\s+through|safe|kept|come)\b|know|work|reach|answer|repl|turn\w*\s+up\b|improv)/iy,
    ],
    unable: [/\s+to\s+(?:contact|make|reach|speak|get)\b/iy],
    cannot: [
      /\s+(?:contact|reach|find|raise|get\s+(?:hold|through)|speak)\b/iy,
      /\s+be\s+(?:sorted|resolved|contacted|reached|found|made|established)\b/iy,
    ],
    goes: [/\s+(?:on|above)\b/iy],
    'we school staff teacher': [
      /\s+(?:are|is)\s+concerned\s+(?:about|that|by|with)\s+(?:[\w'/]+\s+){1,5}(?:attend\w*|absen\w*|punctual\w*|late\w*)/iy,
    ],
    high: [/\s+levels?\s+of\s+(?:unauthori[sz]ed\s+)?(?:lateness|absence)\b/iy],
    'concern concerns': [
      /\s+(?:are|have\s+been)\s+(?:identified|raised)\b/iy,
      /\s+(?:about|over|regarding|with)\s+(?:\w+\s+){0,4}(?:attendance|absence|punctuality)/iy,
    ],
    'attendance punctuality': [/\s+(?:is|was|has\s+been|becomes?)\s+(?:\w+\s+)?(?:low|poor)\b/iy],
    'worrying concerning irregular': [/\s+patterns?\b/iy],
  },
);

/** Conditions that every policy has and that start no ladder: appointments, requests, moving away. */
export const HARMLESS = lexicon(
  `wish feel prefer question questions vomit* appointment appointments moving moved disagree complain* request requests requested
  apply application genuine snow closed bereave* exceptional holiday holidays religious performance send safeguarding`,
  {
    would: [/\s+like\b/iy],
    'leave leaves': [/\s+the\s+school\b/iy],
    leave: [/\s+of\s+absence\b/iy],
    new: [/\s+school\b/iy],
    medical: [/\s+evidence\b/iy],
    threshold: [/\s+has\s+not\b/iy],
    social: [/\s+worker\b/iy],
  },
);

/** Says what a word means, not what is done. */
export const DEFINITION = lexicon('define defines definition', {
  'is are be become becomes as': [
    /\s+(?:\w+\s+){0,3}(?:defined|classed|classified|regarded|considered|deemed|known|identified|described|categorised|termed)\b/iy,
  ],
  'is are become becomes': [
    /\s+(?:called\s+|said\s+to\s+be\s+|counted\s+as\s+)?(?:an?\s+|now\s+)?['"]?(?:persistent|severe)(?:ly)?\s+absen\w+/iy,
  ],
  'government department dfe law': [
    /(?<!\bwhich\s(?:the\s)?\w{3,12})\s+(?:calls?|defines?|describes?|regards?|classes)\b/iy,
  ],
  // "The government calls this persistent absence": nobody is rung.
  'call calls': [/\s(?:this|it|that|them|these)\s(?:an?\s)?['"]?(?:persistent|severe)(?:ly)?\sabsen\w+/iy],
  'persistent severe': [
    /\s+absence\s+(?:is|means)\s+(?:when|where|an?\s+attendance|attendance|missing|below|less|under|\d)\b/iy,
  ],
  means: [/\s+(?:that|missing|being|having|they|a\s+(?:pupil|child|student)|any|over|more|less|at\s+least|\d)\b/iy],
});

/** Somebody gets in touch: a measure only where a pupil is away and nobody knows why. */
export const GETS_IN_TOUCH =
  /\b(?:contact(?:s|ed|ing)?|telephones?|telephon(?:ed|ing)|phoning|ringing|phones?|phoned|rings?|calls?|called|texts?|notif(?:y|ied|ies)|alert(?:s|ed)?|speak|messages?\s+(?:is|will\s+be)\s+left)\b/i;
const AWAY =
  /\babsen(?:t|ce|ces)\b|\b(?:nobody|no[\s-]one)\s+has\s+(?:been\s+in\s+touch|rung|told|phoned|telephoned|called|said)\b|\bno\s+call\b|\bnot\s+(?:\w+\s+){0,2}(?:arrived?|attend(?:ed|ing)?|in\s+school|reported|heard|found)\b|\b(?:no|without)\s+(?:(?:phone\s+|telephone\s+)?call|contact|reason|reply|response|answer|message|word|news|explanation)\b|\bmissing\b|\bnot\s+(?:hear\w*|know\w*)\b|\bheard\s+nothing\b|\bnot\s+(?:been\s+)?seen\b|\bno\s+(?:luck|sign)\b|\bstill\s+(?:no\s+(?:answer|reply|luck|sign|news|word)|nothing)\b|\b(?:unable|not\s+possible)\s+to\s+(?:contact|reach|speak|get|leave|make)\b|\b(?:nobody|no[\s-]one|cannot)\b[^.;]{0,30}\b(?:reach(?:ed)?|repl\w+|answers?|responds?|contact(?:ed)?)\b/i;

const NOT_TOLD = lexicon('', {
  not: [
    /\s+(?:\w+\s+){0,2}(?:inform(?:ed)?|notif(?:y|ied)|told|rung|phoned|telephoned|contacted)\b/iy,
    /\s+receiv\w{1,3}\s+(?:\w+\s+){0,3}(?:call|notification|message|contact|reason|explanation|information|news|reply|response)\b/iy,
  ],
  contact: [/\s+(?:cannot|is\s+not|has\s+not)\b/iy],
});

/** Whether words say that a pupil is away, or that nobody has told the school why. */
export function saysAway(words: string): boolean {
  return AWAY.test(words) || NOT_TOLD.isIn(words);
}

/** What is at stake, said softly: enough where a list of measures follows. */
export const CONCERN = /\bcaus(?:e|es|ing)\s+(?:for\s+)?concern\b|\bdoes\s+not\s+attend\b|\bstops?\s+attending\b/i;

/** A heading or an opening line over what people are there for: duties, no steps. */
export const DUTIES =
  /\bresponsib\w+|\broles?\b|\bduties\b|\bexpected\s+to\s*:|\bexpectations?\b|\baims?\b|\bdefinitions?\b/i;

const ADDRESSED_TO_PARENTS =
  /\b(?:parents?|carers?|famil(?:y|ies)|pupils|students|children|you)\b(?:[\s/,&]|and|or|carers?|guardians?|their|the|are|is|we|of|to){0,10}\s*(?:must|should|need|will|can|do|expected|asked|required|responsib\w+|role)\b|\bresponsibilit\w+\s+of\s+(?:the\s+)?(?:parents?|pupils?|carers?)\b|\bexpectations?\s+of\s+(?:parents?|pupils?)/i;

/** "This is what you can expect:" the school says what it does. */
const MAY_EXPECT =
  /\b(?:what|this\s+is)\s+(?:you|parents?|carers?|families)\s+(?:(?:and|\/)\s+(?:parents|carers)\s+)?(?:can|will|may|should|might)\s+(?:then\s+)?(?:expect|see|hear|get|receive)\b|\b(?:parents?|carers?|you|families)\s+(?:will|may|can)\s+(?:then\s+|also\s+)?(?:receive|get|hear|be\s+(?:sent|contacted|invited|offered|given|written))\b/i;

/** Whether words head what parents or pupils have to do. */
export function addressesParents(words: string): boolean {
  return ADDRESSED_TO_PARENTS.test(words) && !MAY_EXPECT.test(words);
}

/** Late arrivals answered at once, whatever their number. */
export const LATE_PUPIL =
  /\b(?:pupils?|child(?:ren)?|students?|anyone|those)\b(?:[^.;]|\.(?=\d)){0,60}\b(?:late|after\s+the\s+(?:start|bell|register))\b|\blate\s+(?:pupils?|arrivals?|marks?)\b|\bmarked\s+(?:as\s+)?late\b|\b(?:if|when)\b[^.;]{0,40}\b(?:late|later\s+than)\b/i;
export const LATE_ANSWER =
  /\bdetentions?\b|\bloses?\s+(?:\w+\s+){0,3}(?:break|playtime|lunch\w*)\b|\b(?:stays?|kept)\s+(?:behind|in\s+at)\b|\bmakes?\s+up\b[^.;]{0,30}\btime\b|\b(?:courtesy\s+|late\s+)text\b|\btexts?\s+(?:is|will\s+be)\s+sent\b|\bsent\s+a\s+text\b|\btime\s+(?:is\s+)?made\s+up\b/i;

/** Said to parents: "please ring us", "call the office again". */
export const ASKS_PARENTS =
  /\bplease\b(?!\s+(?:be\s+aware|note)\b)|\bkeep\s+(?:us|the\s+(?:school|office))\s+(?:\w+\s+)?(?:informed|updated|posted)\b|\bevidence\b[^.;]{0,20}\b(?:must|should|has\s+to|needs?\s+to|will\s+(?:need|have)\s+to)\s+be\s+(?:handed|given|provided|sent|brought|shown)\b|^\W*(?:then\s+)?(?:(?:you|parents?)\s+(?:should|must|will|need\s+to)\s+)?(?:call|ring|phone|telephone|tell|let|contact|text|e-?mail|message|inform)\s+(?:us|school|the\s+(?:school|office))\b/i;

/** Words without contractions: "hasn't" is "has not", "we'll" is "we will". */
export function spelledOut(words: string): string {
  if (!words.includes("'")) return words;
  return words
    .replace(/\bcan't\b/gi, 'cannot')
    .replace(/\bwon't\b/gi, 'will not')
    .replace(/(\w)n't\b/gi, '$1 not')
    .replace(/(\w)'ll\b/gi, '$1 will')
    .replace(/\b(we|you|they)'(?:re|ve)\b/gi, '$1 have')
    .replace(/\b(it|there|that)'s\b/gi, '$1 is');
}

/** Words without what stands in brackets. */
export function withoutBrackets(words: string): string {
  return words.includes('(') ? words.replace(/\([^()]{0,120}\)/g, '') : words;
}

/** How attendance goes down, in words that only lead up to a figure. */
export const GOES_DOWN = `fall falls fallen falling drop drops dropped dropping slip slips slipped slipping dip dips dipped dipping
  sink sinks sunk slide slides slid decline declines declined decrease decreases decreased`;
