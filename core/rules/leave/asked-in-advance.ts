import { citeProvision } from '../../guidance/provisions.ts';
import { isDenied } from '../../lint/guards.ts';
import { phrase } from '../../lint/phrase.ts';
import { defineRule } from '../../lint/rule.ts';

const AFTERWARDS = phrase(
  /\bretrospective (?:requests?|applications?|leave)\b[^.;]{0,30}?\b(?:may|can|could|will|might) (?:also |still )?be (?:granted|authorised|approved|agreed|accepted)\b|\b(?:requests?|forms?|applications?)\b[^.;]{0,20}?\b(?:can|may) be (?:made|handed in|returned|submitted|completed) (?:after (?:the|your|a) (?:holiday|leave|absence)|afterwards|on (?:your|their|the child's) return|when you (?:get|come) back)\b|\b(?:may|can|could|will|might) (?:also |still )?be (?:granted|authorised|approved|agreed) (?:retrospectively|afterwards|after the event|on (?:the pupil's )?return)\b/gi,
  'retrospective',
  'afterwards',
  'after the event',
  'return',
  'after the',
  'after your',
  'come back',
);

// "Hand in the form when you get back and the Head will authorise it": asked afterwards, and granted.
const ON_COMING_BACK = phrase(
  /\b(?:when|once|after) (?:you|they|the family|your child|he|she) (?:(?:get|gets|come|comes|are|have|has|is) (?:come |got )?(?:back|home)|(?:(?:have|has) )?return(?:s|ed)?)\b|\bon the first day back\b|\bafter (?:it|the (?:holiday|leave)) (?:has |have )?(?:been )?(?:taken|took)\b|\b(?:after|following) (?:the|an?|any|your|their|his|her) (?:holiday|leave|absence|trip|event|wedding|visit)\b|\bon (?:your|their) return\b|\bin the week after\b/gi,
  'back',
  'home',
  'return',
  'week after',
  'first day back',
  'after',
  'following',
);
const ASKS = /\b(?:forms?|requests?|appl(?:y|ication)\w*|ask|holidays?|leave)\b/i;
// What follows a holiday besides: fines, a place lost, staff who come back to work.
const OTHER_MATTERS =
  /\b(?:not|never|no|cannot|can['’]t|unauthori\w+|before|ill(?:ness)?|sick\w*|medical|penalt\w+|fin(?:e|es|ed)|half[- ]term|school holidays?|christmas|easter|summer|roll|register|maternity|staff|advance|prior)\b/i;
const GRANTED =
  /\b(?:will|can|may|could) (?:then |still |usually |normally |sometimes )?(?:agree to )?(?:be )?(?:considered for (?:authori[sz]ation|approval)|(?:authori[sz]e|grant|agree|approve)d?)\b/i;

/** Leave granted after it was taken. */
export const askedInAdvance = defineRule({
  id: 'leave/asked-in-advance',
  topic: 'leave-of-absence',
  title: 'Leave is granted before it is taken',
  duty: 'should',
  citations: [citeProvision('leave-grounds')],
  inForce: { from: '2024-08-19' },
  why: 'Leave that nobody asked for in advance is unauthorised absence; it cannot be put right afterwards.',
  *check(context) {
    for (const hit of context.find(ON_COMING_BACK)) {
      const { text } = hit.sentence;
      if (!ASKS.test(text) || !GRANTED.test(text)) continue;
      if (OTHER_MATTERS.test(text)) continue;
      const at = { start: hit.start, end: hit.end };
      yield {
        message: `Leave is asked for “${context.quote(at)}”; it is granted only when it was asked for in advance.`,
        at,
      };
    }
    for (const hit of context.find(AFTERWARDS)) {
      if (!/\bleave\b|\bholidays?\b|\babsences? (?:for|due to)\b/i.test(hit.sentence.text)) continue;
      if (isDenied(hit) || /\bill(?:ness)?\b|\bmedical\b/i.test(hit.sentence.text)) continue;
      const at = { start: hit.start, end: hit.end };
      yield { message: `Leave “${context.quote(at)}”; it is granted only when it was asked for in advance.`, at };
    }
  },
  examples: {
    good: [
      { title: 'never', markdown: 'No leave can be granted retrospectively.' },
      { title: 'illness', markdown: 'An absence for illness may be authorised on return.' },
    ],
    bad: [
      {
        title: 'asked on coming back',
        markdown: 'Hand in the leave form «when you get back» and the Head will agree it.',
        says: 'Leave is asked for “when you get back”; it is granted only when it was asked for in advance.',
      },
      {
        title: 'afterwards',
        markdown: 'In an emergency leave «may be granted retrospectively».',
        says: 'Leave “may be granted retrospectively”; it is granted only when it was asked for in advance.',
      },
    ],
  },
});
