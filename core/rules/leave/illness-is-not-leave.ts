import { citeProvision } from '../../guidance/provisions.ts';
import { phrase } from '../../lint/phrase.ts';
import { defineRule } from '../../lint/rule.ts';

const GRANTED = phrase(
  /\bleave (?:of absence )?(?:for|because of|due to) (?:illness|sickness) (?:must|has to|is to|will) be (?:requested|asked for|applied for|granted|agreed|approved)\b|\b(?:must|have to|should) (?:request|ask for|apply for|seek) (?:leave|permission) (?:for|because of) (?:illness|sickness)(?: absence)?\b|\bleave (?:of absence )?(?:will|can|may) be granted (?:for|because of) (?:illness|sickness)\b|\b(?:illness|sickness)\b[^.;,]{0,30}\b(?:for which|where) (?:the )?(?:school|headteacher|academy) (?:has )?(?:granted|given|authorised) (?:leave|permission)\b/gi,
  'illness',
  'sickness',
);

// "If your child is ill, fill in a leave of absence form": the same, in two halves.
const ASKED_FOR = phrase(
  /\b(?:leave(?: of absence)?|absence|permission) (?:request )?(?:forms?|slips?)\b|\b(?:leave of absence|permission|authori[sz]ation)\b/gi,
  'ill',
  'sick',
  'unwell',
  'poorly',
);
const ILL = /\b(?:is|are|being|feels?|falls?) (?:ill|sick|unwell|poorly)\b|\b(?:illness|sickness|sick leave)\b/i;
const ASKS =
  /\b(?:must|need(?:s|ed)?|have to|has to|complete|fill in|apply|request|ask|seek|required?|grant\w*|give\w*)\b/i;
const OF_ANOTHER_THING =
  /\b(?:not|no|never|without|except|other than|medical|appointments?|home|leave (?:the )?(?:school|site|premises|early)|relatives?|family|parent is|grand\w+|during (?:the|a) (?:leave|holiday)|evidence|code|unless|holidays?|funerals?|staff)\b/i;

/** Illness as leave that a school grants. */
export const illnessIsNotLeave = defineRule({
  id: 'leave/illness-is-not-leave',
  topic: 'illness-leave',
  title: 'Illness is not leave',
  duty: 'good',
  citations: [citeProvision('illness-is-no-leave')],
  inForce: { from: '2024-08-19' },
  why: 'A school is told of an illness; it does not permit it.',
  *check(context) {
    const told = new Set<number>();
    for (const hit of context.find(GRANTED)) {
      told.add(hit.placed.index);
      yield {
        message: 'Illness is treated as leave to be granted; it is recorded as I when the school is told of it.',
        at: { start: hit.start, end: hit.end },
      };
    }
    for (const hit of context.find(ASKED_FOR)) {
      const { text } = hit.sentence;
      if (told.has(hit.placed.index) || !ILL.test(text) || !ASKS.test(text) || OF_ANOTHER_THING.test(text)) continue;
      told.add(hit.placed.index);
      yield {
        message: 'Illness is treated as leave to be granted; it is recorded as I when the school is told of it.',
        at: { start: hit.start, end: hit.end },
      };
    }
  },
  examples: {
    good: [{ title: 'reported', markdown: 'Illness of which the school has been told is authorised.' }],
    bad: [
      {
        title: 'granted',
        markdown: 'An absence for «sickness for which the school has granted leave» is authorised.',
        says: 'Illness is treated as leave to be granted; it is recorded as I when the school is told of it.',
      },
    ],
  },
});
