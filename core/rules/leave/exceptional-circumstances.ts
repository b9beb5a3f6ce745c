import { citeProvision } from '../../guidance/provisions.ts';
import { isDenied, isElsewhere, isHistory } from '../../lint/guards.ts';
import { phrase } from '../../lint/phrase.ts';
import { defineRule } from '../../lint/rule.ts';
import { CARDINAL } from '../../text/numbers.ts';

const ALLOWANCE = phrase(
  new RegExp(
    `\\b(?:up to|maximum of|entitled to|allowed|allowance of)\\s+(?:a (?:maximum|total) of\\s+)?${CARDINAL} (?:school )?(?:days?|weeks?)\\b[^.;]{0,70}?\\b(?:holidays?|leave|absence)\\b[^.;]{0,30}|\\bholidays? (?:of|for) up to ${CARDINAL} (?:school )?(?:days?|weeks?)\\b`,
    'gi',
  ),
  'holiday',
  'leave',
  'absence',
);
const ALLOWED = phrase(
  new RegExp(
    `\\b(?:take|have|get|be (?:given|allowed)) (?:up to )?(${CARDINAL}) (?:school )?(?:days?|weeks?)[’']? (?:of )?(?:(?:off|away|out)(?: (?:of )?school)? (?:for|on) (?:a |an |their |your )?(?:family )?)?holidays?\\b[^.;]{0,30}|\\bholidays? (?:are|is|will be|can be|may be) (?:authorised|granted|approved|agreed|allowed) (?:if|where|when|provided|for)\\b[^.;]{0,30}\\b(?:employers?|work (?:commitments|rota|patterns?)|shifts?|armed forces|cheaper|booked)\\b|\\bholidays? (?:must|may|can|should)(?: not|not) exceed (${CARDINAL}) (?:school )?days\\b|\\ballows? (${CARDINAL}) (?:school )?(?:days?|weeks?)[’']? (?:of )?(?:holidays?|leave)\\b[^.;]{0,40}|\\b(?:holidays?|family leave) of (${CARDINAL}) (?:school )?(?:days?|weeks?) (?:can|may|will) be (?:agreed|granted|authori[sz]ed|allowed|approved|taken)\\b|\\bdiscretionary (${CARDINAL}) days?[’']? (?:of )?(?:holiday|leave)\\b|\\b(?:holidays?|term[- ]time (?:holidays?|leave)) (?:will|can|may) be (?:authorised|granted|approved|agreed) (?:if|where|provided)[^.;]{0,20} attendance\\b[^.;]{0,30}`,
    'gi',
  ),
  'allow',
  'get',
  'given',
  'take',
  'have',
  'exceed',
  'discretionary',
  'authorised',
  'granted',
  'approved',
  'agreed',
);
// The ten days a year of the older regulations, which exceptional circumstances no longer measure.
const YEARLY = phrase(
  /\b(?:up to|maximum (?:allowance )?(?:of|is)|(?:not|no) more than|allowance (?:of|is)|limit(?:ed)? (?:of|to)) (?:a (?:maximum|total) of )?(?:10|ten|two weeks|2 weeks)\b(?: school)?(?: days?[’']?)?\b[^.;]{0,40}?\b(?:in|within|per|each|every) (?:any |a |the |one |each )?(?:one )?(?:school|academic) year\b/gi,
  'year',
);
const SPECIAL = phrase(/\b(?:very )?special circumstances\b/gi, 'special circumstances');
const GRANTS = /\b(?:may|can|will|grant\w*|authoris\w+|allow\w*|entitled|permit\w*)\b/i;
// "The 2006 regulations allowed heads to grant": what was, said in the past tense.
const PAST =
  /\b(?:allowed|permitted|enabled|gave|let|could|used to)\b[^.;]{0,30}\b(?:head ?teachers?|heads|principals?|schools)\b|\b(?:head ?teachers?|heads|principals?|schools) (?:could|were able|were allowed|used to)\b|\bwithdrew\b|\babolish\w+\b|\bremov(?:e|es|ed|ing)\b/i;
// A number of days that the Department is said to allow, which it does not.
const SAID_OF_THE_LAW =
  /\b(?:DfE|department(?: for education)?|government|law|regulations?|guidance)\b[^.;]{0,30}\b(?:permits?|allows?|lets?|entitles?|enables?)\b/i;
const OTHER =
  /\b(?:staff|religio\w+|paid|training|inset|study|bereave\w+|performance|interview|penalty|notice|respond|working days to)\b/i;

/** An allowance of holiday, which ended in 2013. */
export const exceptionalCircumstances = defineRule({
  id: 'leave/exceptional-circumstances',
  topic: 'leave-of-absence',
  title: 'Leave in term time is for exceptional circumstances',
  duty: 'should',
  citations: [citeProvision('leave-grounds')],
  inForce: { from: '2013-09-01' },
  why: 'The ten days of holiday and the “special circumstances” went in 2013. Maintained schools are bound by the regulation; academies are expected to follow it.',
  *check(context) {
    const told = new Set<number>();
    for (const hit of [...context.find(ALLOWANCE), ...context.find(ALLOWED)]) {
      if (
        !/\bholiday|\bterm[- ]time|\bleave\b|\bplanned absences?\b/i.test(hit.sentence.text) ||
        !GRANTS.test(hit.sentence.text)
      )
        continue;
      const isOther = OTHER.test(hit.sentence.text) && !SAID_OF_THE_LAW.test(hit.sentence.text);
      if (isOther || isDenied(hit) || isHistory(hit) || isElsewhere(hit)) continue;
      if (PAST.test(hit.sentence.text)) continue;
      if (/^\W*(?:until|before) 20\d\d\b/i.test(hit.sentence.text)) continue;
      if (/\bno\b|\bnot\b(?! exceed)/i.test(hit.sentence.text)) continue;
      if (/\bexceptional\b/i.test(hit.sentence.text) && !SAID_OF_THE_LAW.test(hit.sentence.text)) continue;
      told.add(hit.placed.offset + hit.sentence.start);
      const at = { start: hit.start, end: hit.end };
      yield {
        message: `“${context.quote(at)}” is an allowance; leave in term time is for exceptional circumstances only.`,
        at,
      };
    }
    for (const hit of context.find(YEARLY)) {
      const text = hit.sentence.text;
      if (!/\b(?:exceptional|holidays?)\b/i.test(text) || !/\b(?:leave|absen\w+|holidays?)\b/i.test(text)) continue;
      if (told.has(hit.placed.offset + hit.sentence.start)) continue;
      if (isHistory(hit) || isElsewhere(hit) || PAST.test(text) || OTHER.test(text)) continue;
      const at = { start: hit.start, end: hit.end };
      yield {
        message: `“${context.quote(at)}” is the allowance of the older regulations; how long leave lasts is the head’s to decide in each case.`,
        at,
      };
    }
    for (const hit of context.find(SPECIAL)) {
      if (!/\bleave|\bholiday|\bterm[- ]time/i.test(hit.sentence.text) || isHistory(hit) || isElsewhere(hit)) continue;
      if (PAST.test(hit.sentence.text)) continue;
      const at = { start: hit.start, end: hit.end };
      yield {
        message: `The test for leave is “${context.quote(at)}” here; since 2013 it is exceptional circumstances.`,
        at,
        fixes: [{ title: 'Change to “exceptional circumstances”', edits: [{ at, text: 'exceptional circumstances' }] }],
      };
    }
  },
  examples: {
    good: [
      {
        title: 'ten days that are gone',
        markdown: 'Heads could once agree a holiday of up to 10 days in a school year in exceptional circumstances.',
      },
      {
        title: 'days in a year, of something else',
        markdown: 'Pupils are offered up to ten days within the school year of work experience, which is no absence.',
      },
      { title: 'no allowance', markdown: 'Parents are not entitled to up to 10 days of holiday in term time.' },
      {
        title: 'what heads once could do',
        markdown:
          'The old law allowed headteachers to give up to ten days of leave for a holiday in special circumstances.',
      },
      {
        title: 'days of a school’s own, and the test',
        markdown: 'In exceptional circumstances the head may grant up to 3 days of leave.',
      },
      { title: 'the test', markdown: 'Leave is granted only in exceptional circumstances.' },
    ],
    bad: [
      {
        title: 'ten days a year in exceptional circumstances',
        markdown:
          'In exceptional circumstances the head may agree leave of «up to ten school days within any academic year».',
        says: '“up to ten school days within any academic year” is the allowance of the older regulations; how long leave lasts is the head’s to decide in each case.',
      },
      {
        title: 'ten days',
        markdown: 'The headteacher may grant «up to 10 days of holiday in term time».',
        says: '“up to 10 days of holiday in term time” is an allowance; leave in term time is for exceptional circumstances only.',
        asIs: true,
      },
      {
        title: 'days that the Department is said to allow',
        markdown:
          'The DfE permits the head to authorise «up to ten days of absence in exceptional circumstances,» such as a holiday.',
        says: '“up to ten days of absence in exceptional circumstances,” is an allowance; leave in term time is for exceptional circumstances only.',
        asIs: true,
      },
      {
        title: 'special circumstances',
        markdown: 'Leave in term time is for «special circumstances».',
        says: 'The test for leave is “special circumstances” here; since 2013 it is exceptional circumstances.',
        fixed: 'Leave in term time is for exceptional circumstances.',
      },
    ],
  },
});
