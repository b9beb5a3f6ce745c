import type { ProvisionId } from '../guidance/provisions.ts';
import type { Hit } from '../policy/document.ts';
import type { FactKind, FactOf, TimeField } from '../policy/schema.ts';
import type { RuleContext } from './context.ts';
import { wordsBefore } from './guards.ts';
import { type Phrase, phrase } from './phrase.ts';
import type { Place } from './rule.ts';

/** One part of a duty: where the document meets it, in the order of the text; empty when it does not. */
type Part = (context: RuleContext) => Place[];

/** What the guidance expects of a policy, with how to see that it is there. */
export interface Duty {
  readonly id: string;
  readonly what: string;
  readonly provision: ProvisionId;
  /** All parts: met. Some: partly. None: missing. */
  readonly parts: readonly Part[];
  /** Rules whose findings, as error or warning, mean that the document says the opposite. */
  readonly contradictedBy: readonly string[];
  /** Words that say the opposite outright: "We do not issue penalty notices". */
  readonly denied?: Part;
}

/** The duties of the crosswalk, in the order of the fact base of the guidance. */
export const DUTIES: readonly Duty[] = [
  {
    id: 'times-and-requests',
    what: 'Start and end of the day, when registers close, how to report absence and how to ask for leave',
    provision: 'policy-times',
    parts: [
      times('schoolDayStart', 'arriveBy'),
      times('schoolDayEnd'),
      times('amRegisterCloses'),
      said(
        /\b(?:report\w*|ring|call|telephone|contact|notify)\b[^.;]{0,80}\babsen\w+|\babsen\w+\b[^.;]{0,80}\b(?:ring|call|telephone|contact|notify)/gi,
        'absen',
      ),
      said(
        /\b(?:request\w*|appl(?:y|ies|ication\w*)|form|in writing)\b[^.;]{0,80}\b(?:leave|holidays?)\b|\b(?:leave|holidays?)\b[^.;]{0,80}\b(?:request\w*|appl(?:y|ied|ication\w*)|form|in writing)\b/gi,
        'leave',
        'holiday',
      ),
    ],
    contradictedBy: [],
    denied: denial(
      /\b(?:no|not any) (?:requests?|applications?) for leave (?:is|are|will be|can be) (?:accepted|considered|looked at)\b/gi,
      'leave',
    ),
  },
  {
    id: 'senior-champion',
    what: 'The name and contact details of the senior leader responsible for attendance',
    provision: 'policy-champion',
    parts: [
      facts('role', ({ role }) => role === 'attendanceChampion'),
      facts('contact', (fact) => fact.for !== 'localAuthority'),
    ],
    contradictedBy: [],
    denied: denial(
      /\b(?:there is no|we have no|nobody is|no[- ]one is|no member of (?:the )?senior (?:staff|leadership team) is)\b[^.;]{0,40}?\b(?:senior (?:leader|attendance champion)|attendance (?:champion|lead)|responsible for attendance)\b/gi,
      'champion',
      'senior',
      'responsible for attendance',
      'attendance lead',
    ),
  },
  {
    id: 'day-to-day-contacts',
    what: 'Whom to contact from day to day, and for more detailed support',
    provision: 'policy-contacts',
    parts: [facts('contact', (fact) => fact.for === 'absence'), facts('contact', (fact) => fact.for === 'attendance')],
    contradictedBy: [],
  },
  {
    id: 'first-day-contact',
    what: 'Contact on the first day of an absence without a reason',
    provision: 'policy-first-day',
    parts: [
      said(
        /\b(?:first[- ]day|first morning|same day|1st day|day (?:1|one))\b/gi,
        'first',
        'same day',
        '1st',
        'day 1',
        'day one',
      ),
    ],
    contradictedBy: [],
    denied: denial(
      /\b(?:(?:do|does|will)(?: not|n't|n’t)|never) (?:ring|call|contact|telephone|phone|text)\b[^.;]{0,60}?\b(?:first day|first morning|same day|day (?:1|one))\b/gi,
      'first',
      'same day',
      'day 1',
      'day one',
    ),
  },
  {
    id: 'reason-within-five-school-days',
    what: 'The reason for an absence established within five school days',
    provision: 'reason-within-five-school-days',
    parts: [said(/\b(?:5|five) school days\b/gi, 'school days')],
    contradictedBy: ['codes/reason-within-five-school-days', 'codes/no-o-on-day-one'],
  },
  {
    id: 'promotion',
    what: 'How good attendance is promoted and encouraged',
    provision: 'policy-promotion',
    parts: [
      said(
        /\b(?:promot\w+|reward\w*|incentiv\w+|celebrat\w+)\b[^.;]{0,80}\battendance\b|\battendance\b[^.;]{0,60}\b(?:reward\w*|certificates?|celebrat\w+)/gi,
        'attendance',
      ),
    ],
    contradictedBy: [],
    denied: denial(
      /\b(?:(?:do|does|will)(?: not|n't|n’t)|never) (?:promote|encourage|celebrate) (?:good )?attendance\b/gi,
      'attendance',
    ),
  },
  {
    id: 'use-of-data',
    what: 'How data is used to find pupils and groups who need support',
    provision: 'policy-data',
    parts: [
      said(
        /\b(?:analys\w+|monitor\w*|identify\w*|track\w*|scrutin\w+|review\w*|compar\w+|patterns?|trends?)\b[^.;]{0,80}\b(?:data|attendance|figures|patterns?|trends?|cohorts?)\b|\b(?:data|figures|lists?)\b[^.;]{0,60}\bby (?:class|year|groups?|cohorts?)\b/gi,
        'data',
        'attendance',
        'pattern',
        'trend',
        'cohort',
        'figures',
        'list',
      ),
    ],
    contradictedBy: [],
    denied: denial(
      /\b(?:(?:do|does|will)(?: not|n't|n’t)|never|no longer) (?:analyse|monitor|look at|use|track|review)\b[^.;]{0,40}?\b(?:attendance|data|figures|patterns)\b|\b(?:attendance|data|figures|patterns) (?:is|are) (?:not|never) (?:analysed|monitored|looked at|used|tracked|reviewed)\b/gi,
      'attendance',
      'data',
      'figures',
      'patterns',
    ),
  },
  {
    id: 'persistent-and-severe-absence',
    what: 'The strategy for persistent and for severe absence',
    provision: 'policy-persistent',
    parts: [said(/\bpersistent(?:ly)? absen\w+/gi, 'persistent'), said(/\bsevere(?:ly)? absen\w+/gi, 'severe')],
    contradictedBy: ['absence/persistent-is-ten-percent'],
  },
  {
    id: 'penalty-framework',
    what: 'The National Framework for Penalty Notices, its threshold, and when each measure is sought',
    provision: 'policy-framework',
    parts: [
      said(/\bnational framework\b/gi, 'national framework'),
      facts('threshold', ({ label, value }) => label === 'penaltyNotice' && value === 10),
      said(
        /\b(?:attendance contracts?|education supervision orders?|prosecut\w+|notices? to improve)\b/gi,
        'attendance contract',
        'supervision',
        'prosecut',
        'improve',
      ),
    ],
    contradictedBy: [
      'penalty-notices/national-threshold',
      'penalty-notices/each-case-considered',
      'penalty-notices/amounts-current',
    ],
    denied: denial(
      /\b(?:(?:do|does|will|shall)(?: not|n't|n’t)|never|no longer) (?:ever )?(?:issue|use|request|seek|ask for|apply for|believe in|refer\w*[^.;]{0,40}? for)[^.;]{0,30}?\b(?:penalty notices?|fines?|FPNs?|legal (?:action|measures?))\b|\b(?:penalty notices?|fines?) are (?:not|never) (?:issued|used|requested|sought)\b|\bno penalty notices? (?:is|are|will be) (?:ever )?(?:issued|used|requested|sought)\b/gi,
      'penalty',
      'fine',
      'fpn',
      'legal',
    ),
  },
  {
    id: 'register-window',
    what: 'How long registers stay open: at most 30 minutes, the same every session',
    provision: 'register-closes',
    parts: [times('amRegisterCloses'), times('pmRegisterCloses')],
    contradictedBy: ['registers/open-no-longer-than-30-minutes', 'registers/same-length-every-session'],
  },
  {
    id: 'social-workers',
    what: 'Social workers and youth offending team workers told of unexplained absence',
    provision: 'social-workers-told',
    parts: [
      said(/\bsocial workers?\b/gi, 'social worker'),
      said(/\byouth (?:offending|justice)|\bYOT\b/gi, 'youth', 'yot'),
    ],
    contradictedBy: [],
    denied: denial(
      /\b(?:(?:do|does|will)(?: not|n't|n’t)|never) (?:inform|tell|notify|contact)[^.;]{0,30}?\b(?:social workers?|youth offending)\b|\bsocial workers? (?:is|are|will be) (?:not|never) (?:told|informed|notified)\b|\bsocial workers? (?:is|are|will) not (?:be )?(?:told|informed|notified)\b/gi,
      'social worker',
      'youth offending',
    ),
  },
  {
    id: 'emergency-contacts',
    what: 'More than one emergency contact for each pupil',
    provision: 'emergency-contacts',
    parts: [
      said(
        /\b(?:more than (?:1|one)|at least (?:2|two|3|three)|(?:2|two|3|three)|third|additional)\b[^.;]{0,40}\b(?:emergency )?contacts?\b/gi,
        'contact',
      ),
    ],
    contradictedBy: [],
    denied: denial(
      /\b(?:only one|one|a single) emergency (?:contact|number)\b[^.;]{0,40}?\b(?:is|are)? ?(?:enough|needed|required|kept|held|sufficient)\b/gi,
      'emergency',
    ),
  },
  {
    id: 'medical-evidence',
    what: 'Medical evidence only in genuine and reasonable doubt',
    provision: 'medical-evidence',
    parts: [
      said(
        /\b(?:genuine|reasonable)\b[^.;]{0,30}\b(?:doubt|concern)\b|\bauthenticity\b/gi,
        'doubt',
        'concern',
        'authenticity',
      ),
    ],
    contradictedBy: ['leave/evidence-only-in-doubt'],
  },
  {
    id: 'retention',
    what: 'Register entries kept for six years',
    provision: 'registers-kept-six-years',
    parts: [facts('retention', ({ years }) => years >= 6)],
    contradictedBy: ['registers/kept-six-years'],
  },
  {
    id: 'returns',
    what: 'The authority told of ten days of unauthorised absence and of fifteen days of illness',
    provision: 'attendance-return',
    parts: [
      said(
        /\b(?:10|ten) (?:consecutive |continuous |school ){0,3}days?\b[^.;]{0,120}\b(?:LA|local authority|council)\b|\b(?:LA|local authority|council)\b[^.;]{0,120}\b(?:10|ten) (?:consecutive |continuous |school ){0,3}days?\b/gi,
        'days',
      ),
      said(/\b(?:15|fifteen) (?:school )?days?\b/gi, '15', 'fifteen'),
    ],
    contradictedBy: ['returns/attendance-return', 'returns/sickness-return'],
  },
  {
    id: 'parents-informed',
    what: 'Parents told of their child’s attendance regularly',
    provision: 'parents-informed',
    parts: [
      said(
        /\b(?:parents?|carers?|families)\b[^.;]{0,80}\b(?:informed|updated?|report\w*|told|notified)\b|\b(?:inform\w*|updat\w+|report\w*) (?:to )?(?:parents?|carers?|families)\b/gi,
        'parent',
        'carer',
        'famil',
      ),
    ],
    contradictedBy: [],
    denied: denial(
      /\bparents (?:are|will) not (?:be )?(?:told|informed|notified|sent)\b[^.;]{0,60}?\battendance\b|\b(?:(?:do|does|will)(?: not|n't|n’t)|never) (?:tell|inform|notify|report to) parents\b[^.;]{0,60}?\battendance\b/gi,
      'parents',
    ),
  },
  {
    id: 'fair-application',
    what: 'Individual needs and the Equality Act 2010 considered',
    provision: 'fair-application',
    parts: [
      said(
        /\bequality act\b|\breasonable adjustments?\b|\bindividual needs\b|\bdiscriminat\w+/gi,
        'equality',
        'reasonable adj',
        'individual needs',
        'discriminat',
      ),
    ],
    contradictedBy: [],
    denied: denial(
      /\b(?:no (?:exceptions?|allowances?) (?:is|are|will be) made|(?:do|does|will)(?: not|n't|n’t) make (?:any )?(?:exceptions?|allowances?|adjustments?))\b[^.;]{0,60}?\b(?:disab\w+|individual|SEND|needs|pupils?|child(?:ren)?|anyone)\b/gi,
      'exception',
      'allowance',
      'adjustment',
    ),
  },
  {
    id: 'review',
    what: 'The policy reviewed and up to date',
    provision: 'policy-reviewed',
    parts: [
      facts('date', ({ field }) => field === 'nextReview' || field === 'lastReviewed'),
      facts('reviewCycle', () => true),
    ],
    contradictedBy: ['currency/review-not-overdue'],
    denied: denial(
      /\b(?:this|the) policy (?:is|will) (?:not|never) (?:be )?(?:reviewed|updated|changed)\b/gi,
      'policy',
    ),
  },
];

function said(pattern: RegExp, ...words: [string, ...string[]]): Part {
  const found: Phrase = phrase(pattern, ...words);
  return (context) =>
    [...context.find(found)].filter((hit) => !isRefused(hit)).map(({ start, end }) => ({ start, end }));
}

function denial(pattern: RegExp, ...words: [string, ...string[]]): Part {
  const found: Phrase = phrase(pattern, ...words);
  return (context) =>
    [...context.find(found)]
      .filter(({ sentence }) => !CONDITION.test(sentence.text))
      .map(({ start, end }) => ({ start, end }));
}

// "We do not ask for evidence unless there is genuine doubt" meets the duty; "we do not analyse data" does not.
const CONDITION =
  /\b(?:unless|except|only|until|without|if|where|when|before|automatic\w*|lightly|just|simply|more than)\b/i;
const NEGATION = /\b(?:do|does|did|will|is|are|has|have)(?: not|n't|n’t)\b|\b(?:never|no longer|nobody|no one)\b/i;

function isRefused(hit: Hit): boolean {
  if (CONDITION.test(hit.sentence.text)) return false;
  return NEGATION.test(hit.match[0]) || NEGATION.test(wordsBefore(hit).slice(-40));
}

function facts<K extends FactKind>(kind: K, fits: (fact: FactOf<K>) => boolean): Part {
  return (context) =>
    context
      .facts(kind)
      .filter((fact) => fits(fact))
      .map(({ span }) => ({ start: span.start.offset, end: span.end.offset }));
}

function times(...fields: TimeField[]): Part {
  return facts('time', ({ field, confidence }) => fields.includes(field) && confidence !== 'unsure');
}
