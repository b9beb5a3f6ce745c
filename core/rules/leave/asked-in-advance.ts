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
        title: 'afterwards',
        markdown: 'In an emergency leave «may be granted retrospectively».',
        says: 'Leave “may be granted retrospectively”; it is granted only when it was asked for in advance.',
      },
    ],
  },
});
