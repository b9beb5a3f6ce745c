import { citeProvision } from '../../guidance/provisions.ts';
import { isDenied } from '../../lint/guards.ts';
import { phrase } from '../../lint/phrase.ts';
import { defineRule } from '../../lint/rule.ts';

const BINDING = phrase(
  /\b(?:attendance|parenting) contracts?\b[^.;]{0,40}?\b((?:is|are|becomes?) (?:a )?legally binding|(?:is|are) compulsory|(?:is|are) binding in law|must be signed)\b|\b((?:must|shall|ha(?:s|ve) to|need to|no (?:choice|option) but to|(?:is|are|be) (?:required|obliged|compelled|forced)(?: by law)? to|made to) (?:sign|agree to|enter into))(?: up to)? (?:an?|the|our|any) (?:attendance|parenting) contracts?\b|\brefus\w+ (?:to (?:sign|agree(?: to)?|accept|enter into) )?(?:an?|the) (?:(?:attendance|parenting) )?contract (is (?:an offence|a crime|against the law))|\b(legally binding) (?:attendance|parenting) contracts?\b|\b(?:attendance|parenting) contracts?\b[^.;]{0,60}?\b((?:must|ha(?:s|ve) to|(?:is|are) (?:required|obliged) to) (?:sign|accept) (?:it|this|one))\b/gi,
  'contract',
);

/** An attendance contract that is made out to be an order. */
export const contractIsVoluntary = defineRule({
  id: 'measures/contract-is-voluntary',
  topic: 'legal-measures',
  title: 'An attendance contract is voluntary',
  duty: 'should',
  citations: [citeProvision('attendance-contracts')],
  why: 'It is an agreement and no punishment; a parent who believes it binding signs out of fear, or not at all.',
  *check(context) {
    for (const hit of context.find(BINDING)) {
      if (isDenied(hit) || /\b(?:not|nor|never)\b/i.test(hit.match[0])) continue;
      const words = hit.match.slice(1).find((part) => part !== undefined) ?? '';
      if (/\b(?:nobody|no ?one)\b/i.test(hit.sentence.text)) continue;
      const start = hit.start + hit.match[0].lastIndexOf(words);
      const at = { start, end: start + words.length };
      yield { message: `“${context.quote(at)}”: an attendance contract is voluntary, and binds nobody in law.`, at };
    }
  },
  examples: {
    good: [
      { title: 'voluntary', markdown: 'An attendance contract is voluntary and not legally binding.' },
      { title: 'another contract', markdown: 'The catering contract is legally binding.' },
    ],
    bad: [
      {
        title: 'binding',
        markdown: 'The attendance contract «is legally binding» on both sides.',
        says: '“is legally binding”: an attendance contract is voluntary, and binds nobody in law.',
      },
    ],
  },
});
