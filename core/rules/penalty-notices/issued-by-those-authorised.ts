import { citeProvision } from '../../guidance/provisions.ts';
import { isDenied, isElsewhere } from '../../lint/guards.ts';
import { phrase } from '../../lint/phrase.ts';
import { defineRule, type Place } from '../../lint/rule.ts';
import { matchesOf } from '../../text/matches.ts';

const WHO =
  "(?:the )?(?:department for education|dfe|ofsted|governors?|governing (?:body|board)|(?:local )?governing committee|board of trustees|trust board|trustees|courts?|(?:the )?chair of (?:the )?(?:governors|trustees)|(?:attendance|link) governor|(?:class |form )?(?:teacher|tutor)s?|(?:school )?office|magistrates?(?:’|')?(?: court)?)";
// People of a school whom no head may authorise: only deputies and assistant heads may be.
const STAFF = new Set([
  'class teacher',
  'form tutor',
  'tutor',
  'head of year',
  'head of house',
  'year leader',
  'pastoral manager',
  'pastoral lead',
  'family liaison officer',
  'family support worker',
  'parent support adviser',
  'home school link worker',
  'school secretary',
  'secretary',
  'receptionist',
  'office manager',
  'business manager',
  'school nurse',
  'governors',
  'governing body',
  'governing board',
  'chair of governors',
  'trustees',
  'trust board',
  'pta',
  'trust',
  'academy trust',
  'multi academy trust',
]);
const HANDED_OUT_BY = phrase(
  /\b(?:penalty notices?|fines?|FPNs?)\b[^.;]{0,30}? by (?:(?:the|our|your|a|one of our) )?([a-z-]+(?: [a-z-]+){0,3})/gi,
  'penalty notice',
  'fine',
  'fpn',
);
const HANDS_OUT = phrase(
  /(?<=\b(?:the|our|your|a) )([a-z-]+(?: [a-z-]+){0,3}),? (?:who )?(?:then )?(?:also )?(?:hands? out|issues?|sends? out|gives? out|writes?|serves?|imposes?) (?:the |a |an |any )?(?:penalty notices?|fines?|FPNs?)\b/gi,
  'penalty',
  'fine',
  'fpn',
);
// "The governors may fine parents": a court does fine, and so does a council.
const FINES = phrase(
  /\b(?:the|our|your|a) ([a-z-]+(?: [a-z-]+){0,3}?) (?:(?:may|can|will|could|must) (?:also |then )?fine|fines) (?:the |both |each |any |all |those )?(?:parents?|famil(?:y|ies)|carers?|you)\b/gi,
  ' fine ',
  ' fines ',
);
const WORD = /[a-z-]+/gi;
const ISSUES = /\b(?:issue|sent|hand|given|serve|impose|written|signed)/i;
const ISSUED_BY = phrase(
  new RegExp(
    `\\b(?:(?:fixed[- ])?penalty (?:notices?|fines?)|FPNs?|fines?) (?:is|are|will be|may be|can be) (?:authorised and )?(?:issued|imposed|served|sent)(?: out)? by (${WHO})\\b|\\b(${WHO}) (?:issues?|imposes?|serves?|(?:will|may|can) (?:issue|impose|serve)) (?:the |a |an |any )?(?:(?:fixed[- ])?penalty (?:notices?|fines?)|FPNs?|fines?)(?= (?:for|to|in|on|against)\\b|[.,;]|$)`,
    'gi',
  ),
  'penalty',
  'fine',
  'fpn',
);

/** A penalty notice from somebody who may not issue one. */
export const issuedByThoseAuthorised = defineRule({
  id: 'penalty-notices/issued-by-those-authorised',
  topic: 'penalty-issuer',
  title: 'Penalty notices come from those who may issue them',
  duty: 'must',
  citations: [citeProvision('penalty-issuers')],
  inForce: { from: '2024-08-19' },
  why: 'Authority officers, head teachers and those whom they authorise, and the police issue notices; a parent who doubts one needs to know whom to ask.',
  *check(context) {
    const told = new Set<number>();
    for (const hit of context.find(ISSUED_BY)) {
      if (isDenied(hit) || isElsewhere(hit)) continue;
      const words = hit.match[1] ?? hit.match[2] ?? '';
      // A court does fine, though it issues no penalty notices.
      if (/\b(?:court|magistrate)/i.test(words) && !/\b(?:penalty|FPN)/i.test(hit.match[0])) continue;
      const start = hit.start + hit.match[0].lastIndexOf(words);
      const at = { start, end: start + words.length };
      told.add(hit.placed.index);
      yield {
        message: `“${context.quote(at)}” issues no penalty notices: officers of the authority, head teachers and the police do.`,
        at,
      };
    }
    for (const phrased of [HANDED_OUT_BY, HANDS_OUT, FINES]) {
      for (const hit of context.find(phrased)) {
        if (told.has(hit.placed.index) || isDenied(hit) || isElsewhere(hit)) continue;
        if (phrased === HANDED_OUT_BY && !ISSUES.test(hit.match[0])) continue;
        if (/\b(?:not|never|on behalf of the (?:council|local authority|LA)|library)\b/i.test(hit.sentence.text))
          continue;
        const said = hit.match[1] ?? '';
        const staff = staffIn(said, phrased !== HANDED_OUT_BY);
        if (staff === null) continue;
        told.add(hit.placed.index);
        const from = hit.start + hit.match[0].lastIndexOf(said);
        const at = { start: from + staff.start, end: from + staff.end };
        yield {
          message: `“${context.quote(at)}” issues no penalty notices: officers of the authority, head teachers and the police do.`,
          at,
        };
      }
    }
  },
  examples: {
    good: [
      { title: 'the authority', markdown: 'Penalty notices are issued by the local authority.' },
      { title: 'the head teacher', markdown: 'A penalty notice may be issued by the headteacher.' },
      { title: 'another matter for the court', markdown: 'The court may fine a parent who has not paid.' },
    ],
    bad: [
      {
        title: 'staff who may not',
        markdown: 'The «family liaison officer» hands out penalty notices.',
        says: '“family liaison officer” issues no penalty notices: officers of the authority, head teachers and the police do.',
      },
      {
        title: 'governors',
        markdown: 'A penalty notice may be issued by «the governing body» in serious cases.',
        says: '“the governing body” issues no penalty notices: officers of the authority, head teachers and the police do.',
      },
    ],
  },
});

/** Where the person of a school stands with whom the words begin, or in whom they end. */
function staffIn(said: string, atTheEnd: boolean): Place | null {
  const words = matchesOf(said, WORD);
  for (let many = words.length; many > 0; many--) {
    const some = atTheEnd ? words.slice(-many) : words.slice(0, many);
    const plain = some.map(([word]) => word.toLowerCase().replace(/-/g, ' ')).join(' ');
    const [first, last] = [some[0], some.at(-1)];
    if (first && last && (STAFF.has(plain) || STAFF.has(plain.replace(/s$/, ''))))
      return { start: first.index, end: last.index + last[0].length };
  }
  return null;
}
