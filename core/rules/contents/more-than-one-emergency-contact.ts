import { citeProvision } from '../../guidance/provisions.ts';
import { phrase } from '../../lint/phrase.ts';
import { defineRule } from '../../lint/rule.ts';

const ONE = phrase(
  /\b(?:an?|one|a single|1) (?:up[- ]to[- ]date |current |valid |working )?emergency (?:contact|telephone|phone)(?: (?:number|name|detail))?\b(?!s)|\bat least one (?:emergency )?contact(?: number)?\b|\b(?:an?|one|a single|1) (?:contact|phone|telephone|mobile)(?: telephone| phone)? number\b(?=[^.;]{0,60}\bemergenc)/gi,
  'emergency',
  'at least one',
);
const MORE =
  /\b(?:more than one|at least (?:two|three|2|3)|(?:two|three|2|3)|second|additional|further|another|and (?:a|an)other)\b/i;

/** One emergency contact where the guidance wants more. */
export const moreThanOneEmergencyContact = defineRule({
  id: 'contents/more-than-one-emergency-contact',
  topic: 'emergency-contacts',
  title: 'Parents give more than one emergency contact',
  duty: 'good',
  citations: [citeProvision('emergency-contacts')],
  inForce: { from: '2024-08-19' },
  why: 'When the one number rings out, nobody can be asked where a child is. The law wants a number of each parent whom the pupil lives with; the guidance more than one contact.',
  *check(context) {
    for (const hit of context.find(ONE)) {
      if (MORE.test(hit.sentence.text.replace(/\bat least one\b/gi, ''))) continue;
      const at = { start: hit.start, end: hit.end };
      yield {
        message: `“${context.quote(at)}” may be too few; more than one is held where that can reasonably be done.`,
        at,
      };
    }
  },
  examples: {
    good: [
      { title: 'two', markdown: 'Parents give us at least two emergency contact numbers.' },
      { title: 'one and another', markdown: 'Give us an emergency contact number and a second one.' },
    ],
    bad: [
      {
        title: 'one',
        markdown: 'Parents must give the school «an emergency contact number» in September.',
        says: '“an emergency contact number” may be too few; more than one is held where that can reasonably be done.',
      },
    ],
  },
});
