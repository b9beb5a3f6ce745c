import { citeProvision } from '../../guidance/provisions.ts';
import { aboutOf } from '../../lint/about.ts';
import { wordsIn } from '../../lint/contact.ts';
import { isElsewhere, isHistory, wordsAfter, wordsBefore } from '../../lint/guards.ts';
import { phrase } from '../../lint/phrase.ts';
import { defineRule } from '../../lint/rule.ts';

const NOTICE =
  '(?:fixed[- ]?penalty(?: charge)?(?: notices?| fines?)?|penalty(?: charge)? (?:notices?|fines?)|penalt(?:y|ies)|fines?|FPNs?|PNs?)';
const WILL_BE_ISSUED = phrase(
  new RegExp(
    `\\b${NOTICE} (?:will|shall|must) (?:then |also |automatically |always |immediately |therefore ){0,2}be (?:automatically )?(?:issued|imposed|served|sent|given|applied)\\b|\\b${NOTICE} (?:is|are) given\\b|\\b(?:results? in|leads? to|incurs?) (?:an? )${NOTICE}\\b|\\b${NOTICE} (?:is|are) (?:then |automatically )?(?:issued|imposed)\\b|\\b(?:will|shall) (?:then |also |automatically |always ){0,2}(?:issue|impose|serve|receive|incur|trigger|attract|mean|face|result in|lead to|be fined|be issued with|be sent|be served with|be given|send|give|get)(?: them| you| parents| each parent| both parents| the parents?)?(?: with)?(?: the (?:issue|issuing|serving|imposition) of)?(?: an?| the)?(?: [a-z]+)? ?(?:${NOTICE})\\b|\\b(?:will|shall) (?:automatically |always )?be fined\\b|\\bautomatically (?:receives?|gets?|incurs?|leads? to|results? in|triggers?)(?: an?| the)? ${NOTICE}\\b|\\b(?:receives?|gets?|incurs?|leads? to|results? in|triggers?|brings?|means?) an automatic ${NOTICE}\\b|\\b(?:automatic(?:ally)?|immediately) (?:be )?(?:fined|issued? (?:with )?a ${NOTICE})|\\b${NOTICE} (?:will|shall) follow\\b|\\b(?:all|any|every|each) [^.;]{0,60}?\\b(?:is|are) fined\\b|\\bthere (?:will|shall) (?:then |always |also ){0,2}be (?:an? )?${NOTICE}(?: (?:issued|imposed|to pay))?`,
    'gi',
  ),
  'penalt',
  'fine',
  'fpn',
  'pn',
);
// "Will always go to the council for a penalty notice", "an automatic referral for a fine", "fines are automatic".
const BY_ITSELF = phrase(
  new RegExp(
    `\\b(?:always|automatic(?:ally)?|without exception|no (?:choice|option|alternative) but|in every case|every time)\\b[^.;]{0,90}?\\b${NOTICE}\\b|\\b${NOTICE}\\b[^.;]{0,50}?\\b(?:automatic(?:ally)?|without exception|in every case|every time)\\b`,
    'gi',
  ),
  'always',
  'automatic',
  'without exception',
  'but',
  'every',
);
// The notice was named in the sentence before, or over the list: "will automatically receive one".
const ONE_OF_THEM = phrase(
  /\b(?:will|shall) (?:automatically|always) (?:receive|get|be (?:given|sent|issued with)) one\b|\b(?:they|these|this|it) (?:will|shall) (?:automatically|always) be (?:issued|imposed|sent|requested)\b|\b(?:is|are) (?:always|automatically) (?:issued|imposed|requested)\b/gi,
  'one',
  'always',
  'automatically',
);
const WILL_FINE = phrase(
  /\b(?:local authority|LA|council|county|authority|borough|school|academy|we|they)(?: will| shall|’ll|'ll) (?:then |always |also |automatically ){0,2}(?:fine|penalise) (?:you|parents?|both|each|the (?:parents?|family)|them|famil\w+)\b/gi,
  'fine',
  'penalise',
);
// "A fine follows as a matter of course", "without further discussion".
const AS_A_MATTER_OF_COURSE = phrase(
  /\bas a matter of course\b|\b(?:without|with no) (?:any )?(?:further|more|other) (?:ado|discussion|consideration|thought|questions?|debate)\b|\bno questions asked\b|\bno ifs (?:or|and|,) (?:no )?buts\b|\bwhatever the (?:reasons?|circumstances)\b/gi,
  'matter of course',
  'without',
  'with no',
  'no questions',
  'no ifs',
  'whatever the',
);
// "Ten unauthorised marks equals a penalty notice", "parents who go ahead get a fine each".
const EQUALS = phrase(
  /\b(?:unauthori[sz]ed|holidays?|leave)\b[^.;]{0,50}? (?:equals?|=|means?|brings?|earns?) (?:you |them |parents |families )?an? (?:penalty(?: notice)?|fine)\b|\b(?:parents|families|anyone|everyone|those|any family|any parent|all parents) (?:who|that|taking|going)\b[^.;]{2,80}? (?:gets?|receives?|are given|is given|pays?) (?:an? |the )?(?:penalty(?: notice)?|fine)s?\b/gi,
  'penalty',
  'fine',
);
// A notice by any name: what brings it is told by the words on both sides.
const ANY_NOTICE = phrase(
  /\b(?:penalty (?:charge )?notices?|(?:fixed[- ])?penalt(?:y|ies)|penalty fines?|fines?|FPNs?)\b/gi,
  'penalt',
  'fine',
  'fpn',
);
const BRINGS = new Set(
  'receive receives get gets incur incurs mean means bring brings earn earns face faces attract attracts triggers ='.split(
    ' ',
  ),
);
const TO_BE_SENT =
  /^(?: will| shall)? (?:(?:always|then|also) )?(?:follows?\b|(?:has|have|must|is|are) to be (?:issued|sent|given|paid|requested)\b|must (?:then )?be (?:issued|sent|given|requested)\b)/i;
const MUST_SEND =
  /\b(?:must|ha(?:s|ve) to|(?:is|are) (?:obliged|required|bound) to|ha(?:s|ve) a duty to) (?:then )?(?:issue|send|impose|serve|give)(?: parents| you| them)?(?: an?| the)?(?: [a-z]+)? ?$/i;
const CAUSE =
  /\b(?:if|when|where|once|after|taking|take|takes|holidays?|leave|unauthori[sz]ed|sessions?|absences?|threshold|no (?:choice|option|alternative))\b/i;
const IS_ASKED = new Set(
  'if when where who once whether may might could can should would not never no to risk avoid about'.split(' '),
);
const REACH = 4;
// "Means a fine", not "means fine weather".
// What a court does to those who do not follow an order is no penalty notice.
const OF_AN_ORDER = /\b(?:ESOs?|(?:supervision|parenting|attendance|court) orders?)\b/i;
const ONE_FINE = /(?:\b(?:an?|the|one|each|automatic|immediate)|=|£ ?\d+)\s{0,6}$/i;
const FOLLOWS_SO =
  /\b(?:penalt(?:y|ies)|fines?|FPNs?)\b[^.;]{0,60}\b(?:follow|land|arrive|come|issue|sent|drop|is|are|be)|\b(?:fines?|fined|penalise[sd]?)\b|\b(?:refer|ask|request|issue|send)\w*\b[^.;]{0,80}\b(?:penalt|fine|FPN)/i;
const OTHER_MATTERS =
  /\b(?:record(?:s|ed)?|texts?|text message|e-?mails?|calculat\w+|reminders?|system|payable to|goes to the council|paid to|told|inform\w*|warn\w*|remind\w*|discuss\w*|explain\w*)\b/i;
const IS_WEIGHED =
  /\b(?:may|might|could|can|consider(?:ed|ing|ation)?|discretion|case[- ]by[- ]case|individual(?:ly)?|appropriate|only|usually|normally|unless|whether|warn\w*|request\w*|if necessary|up to two|maximum)\b/i;
// "Where a penalty notice is issued, parents have 28 days": what follows one, not when there is one.
const AS_CONDITION = /\b(?:if|when|where|once|after|whether|that)\s+(?:an?|the|any|no)?\s*(?:\w+\s+)?$/i;
const NOTE_THAT = /\b(?:note|aware|remember|clear|stress|policy is) that\b/i;
const NEGATIVE = /\b(?:not|never|no|nor|cannot|can't|won't|neither|nobody|none|without|rather than|instead of)\b/i;
// "Absences that are not authorised will result in a fine" denies the leave, not the fine.
const DENIED =
  /\b(?:not(?! (?:been |be )?(?:authori|improv|chang|engag|respond|co-?operat|come\b|follow|agreed|approved|granted|permitted|explained|met\b|attend|paid))|never|no|nor|cannot)\b[^.;,]{0,24}$/i;
const WHO =
  /\b(?:per (?:parent|child)|(?:to ?)?each parent|both parents|separate|by (?:post|email|the (?:local authority|council|county|la))|in line with (?:the )?national)\b/i;
const WITHOUT_WARNING = /\bwithout\b[^.;,]{0,30}\bwarnings?\b/i;
const BY_POST = /\bby (?:(?:first class |recorded )?post|e-?mail|letter)\b/i;
const OF_NOTICES = /\b(?:penalt(?:y|ies)|fines?|FPNs?)\b/i;
const OF_ABSENCE = /\b(?:holidays?|unauthori[sz]ed|absences?|leave)\b/i;
const IS_OPEN =
  /\b(?:may|might|could|can|consider\w*|discretion|case[- ]by[- ]case|individual(?:ly)?|unless|whether|appropriate)\b/i;
const OF_ITS_SUM = /^ (?:becomes?|rises?|increases?|doubles?|goes up)\b/i;
const HOW_MUCH =
  /\b(?:second|2nd|third|3rd|charged)\b|\bat (?:the|a) (?:higher|flat)\b|\bin accordance with the national framework\b/i;
const FOLLOWS = /\b(?:incur|trigger|attract|result in|lead to|receive|get|automatic\w*)/i;
const TRIGGER = /\b(?:if|when|where|after|once|should|who|whose|any)\b/i;
const CONDITION = /\b(?:if|when|where|after|following|for (?:any|all|each|every|un)|once|should)\b/i;
const BY_A_CODE = /\b(?:in (?:line|accordance) with|under|according to|subject to)\b/i;

/** A notice that follows by itself, where the guidance wants each case considered. */
export const eachCaseConsidered = defineRule({
  id: 'penalty-notices/each-case-considered',
  topic: 'automatic-penalty',
  title: 'No penalty notice is automatic',
  duty: 'should',
  citations: [citeProvision('penalty-considered')],
  inForce: { from: '2024-08-19' },
  why: 'At the threshold the school considers a notice, case by case: whether support has been given, and whether a notice would help.',
  *check(context) {
    const told = new Set<string>();
    for (const hit of context.find(WILL_BE_ISSUED)) {
      const { sentence, placed, match } = hit;
      const key = `${placed.index} ${sentence.start}`;
      if (told.has(key) || isElsewhere(hit)) continue;
      // "Please note that fines will be issued" is no condition, as "if fines are issued" is.
      const preceding = wordsBefore(hit);
      const before = preceding.replace(NOTE_THAT, '');
      const text = sentence.text;
      if (
        isOfAnOrder(text) ||
        AS_CONDITION.test(before) ||
        DENIED.test(before) ||
        /\bnot\b/i.test(match[0]) ||
        IS_WEIGHED.test(before.slice(-120)) ||
        IS_WEIGHED.test(match[0]) ||
        HOW_MUCH.test(text) ||
        BY_POST.test(text) ||
        (WHO.test(text) &&
          !FOLLOWS.test(match[0]) &&
          !TRIGGER.test(before) &&
          !/\b(?:automatic\w*|always)\b/i.test(match[0]))
      )
        continue;
      // "Without the issue of a warning" weighs nothing.
      const after = text.slice(preceding.length + match[0].length).replace(WITHOUT_WARNING, '');
      if (IS_WEIGHED.test(after) && !/\bwhere (?:there is|appropriate)\b/i.test(text)) continue;
      const isPresent = /\b(?:is|are) /i.test(match[0]);
      if (isPresent && !CONDITION.test(text) && !/^(?:all|any|every|each)\b/i.test(match[0])) continue;
      if (/^(?:results?|leads?|incurs?) /i.test(match[0]) && (NEGATIVE.test(before) || !OF_ABSENCE.test(text)))
        continue;
      told.add(key);
      const at = { start: hit.start, end: hit.end };
      yield {
        message: `“${context.quote(at)}” leaves nothing to decide; each case is considered by itself.`,
        at,
        doubtful: BY_A_CODE.test(text) && !TRIGGER.test(after),
      };
    }
    for (const hit of context.find(AS_A_MATTER_OF_COURSE)) {
      const { sentence, placed } = hit;
      const key = `${placed.index} ${sentence.start}`;
      if (told.has(key) || isElsewhere(hit) || !FOLLOWS_SO.test(sentence.text)) continue;
      if (NEGATIVE.test(wordsBefore(hit)) || IS_OPEN.test(sentence.text) || !OF_NOTICES.test(sentence.text)) continue;
      told.add(key);
      const at = { start: hit.start, end: hit.end };
      yield {
        message: `A penalty notice follows “${context.quote(at)}”, which leaves nothing to decide; each case is considered by itself.`,
        at,
      };
    }
    for (const found of [BY_ITSELF, WILL_FINE, ONE_OF_THEM, EQUALS]) {
      for (const hit of context.find(found)) {
        const { sentence, placed, match } = hit;
        const key = `${placed.index} ${sentence.start}`;
        if (told.has(key) || isElsewhere(hit)) continue;
        const words = match[0].replace(/\bno (?:choice|option|alternative)\b|\bwithout exception\b/gi, '');
        if (NEGATIVE.test(words) || NEGATIVE.test(wordsBefore(hit).slice(-40)) || OTHER_MATTERS.test(words)) continue;
        // "A penalty notice means a fine of £80" says what one is.
        if (found === EQUALS && OF_NOTICES.test(wordsBefore(hit))) continue;
        if (isOfAnOrder(sentence.text)) continue;
        if (found === ONE_OF_THEM && !OF_NOTICES.test(aboutOf(context, placed))) continue;
        if (IS_OPEN.test(words) || IS_OPEN.test(wordsBefore(hit).slice(-60))) continue;
        if (HOW_MUCH.test(sentence.text) || OF_ITS_SUM.test(wordsAfter(hit))) continue;
        told.add(key);
        const at = { start: hit.start, end: hit.end };
        yield { message: `“${context.quote(at)}” leaves nothing to decide; each case is considered by itself.`, at };
      }
    }
    for (const hit of context.find(ANY_NOTICE)) {
      const { sentence, placed, match } = hit;
      const key = `${placed.index} ${sentence.start}`;
      const before = wordsBefore(hit);
      if (
        told.has(key) ||
        isElsewhere(hit) ||
        !CAUSE.test(sentence.text) ||
        !comesOfItself(before, match[0], wordsAfter(hit))
      )
        continue;
      if (IS_WEIGHED.test(sentence.text) || HOW_MUCH.test(sentence.text) || BY_POST.test(sentence.text)) continue;
      if (BY_A_CODE.test(sentence.text) || OTHER_MATTERS.test(sentence.text) || isHistory(hit)) continue;
      told.add(key);
      const at = { start: hit.start, end: hit.start + match[0].length };
      yield {
        message: `“${context.quote(at)}” is what follows here, with nothing to decide; each case is considered by itself.`,
        at,
      };
    }
  },
  examples: {
    good: [
      { title: 'not automatic', markdown: 'A fine is never automatic; the head decides in each case.' },
      { title: 'a reminder', markdown: 'We will always remind parents that a penalty notice may be issued.' },
      { title: 'considered', markdown: 'After ten sessions we will consider whether a penalty notice will be issued.' },
      { title: 'a limit', markdown: 'The authority will only issue two penalty notices in three years.' },
      { title: 'who gets one', markdown: 'A penalty notice will be issued to each parent for each child.' },
      { title: 'how it comes', markdown: 'You will receive the penalty notice by post.' },
      { title: 'a word run into the next', markdown: 'Penalty notices will be issued toeach parent for each child.' },
      { title: 'by whom', markdown: 'Penalty notices are issued by the local authority.' },
    ],
    bad: [
      {
        title: 'what a parent receives',
        markdown: 'Each parent receives a «fine» once ten sessions have been missed.',
        says: '“fine” is what follows here, with nothing to decide; each case is considered by itself.',
      },
      {
        title: 'as a matter of course',
        markdown: 'At ten sessions a fine follows «as a matter of course».',
        says: 'A penalty notice follows “as a matter of course”, which leaves nothing to decide; each case is considered by itself.',
      },
      {
        title: 'a fine that there will be',
        markdown: 'If a family goes away in term time «there will be a fine to pay» for each child.',
        says: '“there will be a fine to pay” leaves nothing to decide; each case is considered by itself.',
      },
      {
        title: 'by itself',
        markdown: 'Holidays of five days or more will «always go to the council for a penalty notice».',
        says: '“always go to the council for a penalty notice” leaves nothing to decide; each case is considered by itself.',
      },
      {
        title: 'will fine you',
        markdown: 'If you go ahead with the holiday, the «local authority will fine you».',
        says: '“local authority will fine you” leaves nothing to decide; each case is considered by itself.',
      },
      {
        title: 'will be issued',
        markdown: 'A «penalty notice will be issued» where there is overt truancy.',
        says: '“penalty notice will be issued” leaves nothing to decide; each case is considered by itself.',
      },
      {
        title: 'leave denied, not the notice',
        markdown: 'Days that are not authorised «will result in a fine» for each parent.',
        says: '“will result in a fine” leaves nothing to decide; each case is considered by itself.',
      },
      {
        title: 'without even a warning',
        markdown: 'A «penalty notice will be issued» without any written warning if the days were not agreed.',
        says: '“penalty notice will be issued” leaves nothing to decide; each case is considered by itself.',
      },
      {
        title: 'a framework named, and a trigger',
        markdown:
          'Under the national framework, our schools «will issue a penalty notice» when a pupil misses ten sessions.',
        says: '“will issue a penalty notice” leaves nothing to decide; each case is considered by itself.',
      },
      {
        title: 'the issue of one',
        markdown: 'Holidays are likely to be unauthorised and «will lead to the issue of a penalty notice».',
        says: '“will lead to the issue of a penalty notice” leaves nothing to decide; each case is considered by itself.',
      },
      {
        title: 'the family, by the council',
        markdown: 'A family who go on holiday regardless «will be fined» £160 by the local authority.',
        says: '“will be fined” leaves nothing to decide; each case is considered by itself.',
      },
      {
        title: 'is issued',
        markdown: 'If attendance stays low, a «fixed-penalty notice is issued».',
        says: '“fixed-penalty notice is issued” leaves nothing to decide; each case is considered by itself.',
      },
      {
        title: 'the headteacher will issue',
        markdown: 'When all this fails, the headteacher «will issue a penalty notice».',
        says: '“will issue a penalty notice” leaves nothing to decide; each case is considered by itself.',
      },
    ],
  },
});

/** Whether the words beside a notice say that it comes: "receives a", "means a", "has to be issued", "follows". */
function comesOfItself(before: string, notice: string, after: string): boolean {
  // "A penalty notice means a fine of £80" says what one is.
  if (OF_NOTICES.test(before)) return false;
  if (TO_BE_SENT.test(after))
    return !/\b(?:if|when|where|once|whether|no|not|never)(?: an?| the)?(?: [a-z]+)?\s{0,6}$/i.test(before);
  if (MUST_SEND.test(before)) return true;
  // "The changes mean a penalty notice is £160": it is spoken of, not brought.
  if (/^\s*(?:is|are|was|were|costs?|will|can|may)\b/i.test(after)) return false;
  const words = wordsIn(before);
  const verb = words.findLastIndex((word, index) => index >= words.length - REACH && BRINGS.has(word));
  if (verb < 0 || (/^fine$/i.test(notice) && !ONE_FINE.test(before))) return false;
  // "Not authorised" is the cause; "does not get" is a denial.
  return !words.slice(Math.max(0, verb - 2), verb).some((word) => IS_ASKED.has(word) || word.endsWith("n't"));
}

function isOfAnOrder(text: string): boolean {
  return OF_AN_ORDER.test(text) && !/\bpenalty notices?\b/i.test(text);
}
