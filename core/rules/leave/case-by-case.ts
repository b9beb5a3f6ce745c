import { citeProvision } from '../../guidance/provisions.ts';
import { isElsewhere } from '../../lint/guards.ts';
import { phrase } from '../../lint/phrase.ts';
import { defineRule, type Place } from '../../lint/rule.ts';

const LEAVE =
  '(?:leave(?: of absence)?|holidays?|term[- ]time (?:absences?|leave|holidays?)|requests?(?: for (?:leave|holidays?|absence))?|exceptional leave|absences? for holidays?|applications?)';
const REFUSED = phrase(
  new RegExp(
    `\\b${LEAVE}\\b[^.;]{0,60}?\\b(?:(?:will|can|shall|must) (?:not|never) (?:be )?(?:granted|authorised|approved|agreed|considered|allowed|permitted)|should always be refused|(?:will|must) (?:always |automatically )?be (?:refused|declined|denied)|(?:are|is) (?:(?:never|not) (?:granted|authorised)|(?:always|automatically) (?:refused|declined|denied)))\\b|\\b(?:never|do not ever) (?:authorise|grant|approve|allow) (?:any )?${LEAVE}\\b|\\ball ${LEAVE}\\b[^.;]{0,30}? (?:are|is|will be) (?:refused|declined|denied|unauthorised)\\b|\\bno ${LEAVE}\\b[^.;]{0,30}\\b(?:will|would|can|could|shall) be (?:granted|authorised|approved|allowed|permitted|agreed)\\b|\\b(?:refuse|decline|deny|turn down) (?:all|any|every) ${LEAVE}|\\b(?:cannot|can't|can not|unable to|not able to|not permitted to|not allowed to|no longer (?:able|allowed|permitted) to|policy not to|not allow (?:schools|head ?teachers|us|heads|principals) to) (?:authorise|grant|approve|agree to) (?:any |this|these|a |an )?(?:${LEAVE}|absences?[^.;]{0,30} holidays?|(?=\\W|$))|\\b(?:do|does|will) not (?:authorise|grant|approve|consider|look at|entertain) (?:any )?${LEAVE}\\b`,
    'gi',
  ),
  'leave',
  'holiday',
  'term',
  'request',
  'absence',
  'application',
);
const QUALIFIED =
  /\b(?:unless|except|exceptional circumstances|retrospective\w*|only|without good reason|after the event|not entitled|no entitlement|if (?:it|the request) is not|in advance)\b/i;
const BAR = phrase(
  /\b(?:leave|absences?|holidays?|requests?)\b[^.;]{0,80}?\b(?:attendance|record)\b[^.;]{0,40}?\b(?:below|less than|under|fall below|above)\b[^.;%]{0,12}\d{1,2} ?(?:%|per ?cent)/gi,
  'attendance',
  'record',
);
// "Only pupils with at least 96% may have leave", "a performance is refused unless attendance is over 95%".
const FIGURE = phrase(/\b\d{2}(?:\.\d)? ?(?:%|per ?cent)/gi, '%', 'per cent', 'percent');
const OF_LEAVE = /\b(?:leave(?! the| school)|holidays?|term[- ]time|performances?|requests?|time off|days? off)\b/i;
const DECIDES =
  /\b(?:refus\w+|granted?|authori[sz]ed?|approved?|agreed?|allowed|permitted|considered|entitled|declined|denied|turned down|may have|can have|eligible)\b/i;
const BY_A_FIGURE = /\b(?:unless|only|if|below|under|less than|above|over|at least|minimum|fall\w*|must|whose|with)\b/i;
const NOT_OF_LEAVE = /\b(?:medical|ill(?:ness)?|penalt\w+|fin(?:e|es|ed)|unauthori[sz]ed|code|registered)\b/i;
const REFUSES = /\b(?:not|refus\w+|unlikely|declin\w+|turned down|reject\w*|denied|automatically)\b/i;

/** Leave refused by rule. */
export const caseByCase = defineRule({
  id: 'leave/case-by-case',
  topic: 'leave-of-absence',
  title: 'Each request for leave is judged on its own facts',
  duty: 'good',
  citations: [citeProvision('leave-case-by-case')],
  inForce: { from: '2024-08-19' },
  why: 'A rule that refuses in advance leaves no room for the circumstances that the guidance asks the school to weigh; a need or wish for a holiday is no exceptional circumstance.',
  *check(context) {
    const told = new Map<number, Place>();
    for (const found of [REFUSED, BAR]) {
      for (const hit of context.find(found)) {
        if (told.has(hit.placed.index) || isElsewhere(hit)) continue;
        if (found === REFUSED && QUALIFIED.test(hit.sentence.text)) continue;
        if (found === BAR && !REFUSES.test(hit.sentence.text)) continue;
        if (/\bmedical|\bill(?:ness)?\b|\bpenalty\b/i.test(hit.sentence.text)) continue;
        told.set(hit.placed.index, { start: hit.start, end: hit.end });
      }
    }
    for (const hit of context.find(FIGURE)) {
      const { text } = hit.sentence;
      if (told.has(hit.placed.index) || isElsewhere(hit) || NOT_OF_LEAVE.test(text)) continue;
      if (
        !OF_LEAVE.test(text) ||
        !DECIDES.test(text) ||
        !BY_A_FIGURE.test(text) ||
        !/\battendance\b|\brecord\b/i.test(text)
      )
        if (
          !/\bpupils? with\b|\bchildren with\b|\bstudents with\b/i.test(text) ||
          !OF_LEAVE.test(text) ||
          !DECIDES.test(text)
        )
          continue;
      told.set(hit.placed.index, { start: hit.start, end: hit.end });
    }
    const [first, ...others] = [...told.values()].sort((a, b) => a.start - b.start);
    if (!first) return;
    yield {
      message: `“${context.quote(first)}” decides before the facts are known; each request is considered on its own.`,
      at: first,
      related: others.map((at) => ({ at, message: 'and here' })),
    };
  },
  examples: {
    good: [
      {
        title: 'exceptional circumstances',
        markdown: 'Leave will not be granted unless there are exceptional circumstances.',
      },
      { title: 'never afterwards', markdown: 'Leave cannot be granted retrospectively.' },
    ],
    bad: [
      {
        title: 'unable to',
        markdown: 'In line with our policy we are «unable to authorise any holiday» for anyone.',
        says: '“unable to authorise any holiday” decides before the facts are known; each request is considered on its own.',
      },
      {
        title: 'nothing would be authorised',
        markdown: 'Our governors agreed that «no holidays taken in term would be authorised» from then on.',
        says: '“no holidays taken in term would be authorised” decides before the facts are known; each request is considered on its own.',
      },
      {
        title: 'always refused',
        markdown: '«Exceptional leave should always be refused» in the first week of term.',
        says: '“Exceptional leave should always be refused” decides before the facts are known; each request is considered on its own.',
      },
      {
        title: 'refused during tests',
        markdown: '«Requests for leave will not be granted» in the following weeks.',
        says: '“Requests for leave will not be granted” decides before the facts are known; each request is considered on its own.',
      },
    ],
  },
});
