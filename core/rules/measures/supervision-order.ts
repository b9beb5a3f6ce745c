import { citeProvision } from '../../guidance/provisions.ts';
import { phrase } from '../../lint/phrase.ts';
import { defineRule } from '../../lint/rule.ts';

const WILL_FINE = phrase(
  /\b(?:ESO|supervision order)s?\b[^.;]{0,40}?\b(?:not (?:followed|obeyed|kept)|ignored|broken|breached)\b[^.;]{0,30}\b(will (?:result in|lead to|mean) a fine|will be fined)\b|\b(?:fail(?:ing|ure|s)?|not|refus\w+|ignor\w+|breach\w*|break(?:s|ing)?|disobey\w*)\b[^.;]{0,60}?\b(?:ESO|supervision order)s?\b[^.;]{0,30}?\b(will (?:result in|lead to|mean) a fine|(?:will be|is|are) fined|(?:means|leads to|results in|brings) a fine|(?:a )?fine will be imposed)\b|\b(?:fail(?:ing|ure|s)?|not|refus\w+)\b[^.;]{0,40}\b(?:comply|complying|engag\w+)\b[^.;]{0,60}\b(?:ESO|supervision order)s?\b[^.;]{0,30}\b(will (?:result in|lead to|mean) a fine|will be fined)\b/gi,
  'fine',
);

// "We may ask for an ESO; failing to comply with it will result in a fine."
const WITH_IT = phrase(
  /\b(?:fail\w*|not|refus\w+|ignor\w+|break\w*|breach\w*)\b[^.;]{0,20}? (?:it|this|these|the order|such an order)\b[^.;]{0,20}?\b(will (?:result in|lead to|mean) a fine|(?:will be|is|are) fined|means a fine)\b/gi,
  'fine',
);
const OF_AN_ORDER = /\b(?:ESOs?|supervision orders?)\b/i;

/** A fine made certain where the law asks for persistent failure and a conviction. */
export const supervisionOrder = defineRule({
  id: 'measures/supervision-order',
  topic: 'legal-measures',
  title: 'Only persistent failure to follow a supervision order is an offence',
  duty: 'good',
  citations: [citeProvision('supervision-order-compliance')],
  why: 'A parent who persistently fails to comply with directions may be fined by a court; one lapse brings no fine.',
  *check(context) {
    const told = new Set<number>();
    for (const hit of [...context.find(WILL_FINE), ...context.find(WITH_IT)]) {
      if (!OF_AN_ORDER.test(hit.placed.block.plain) || told.has(hit.end)) continue;
      told.add(hit.end);
      const words = hit.match.slice(1).find((part) => part !== undefined) ?? '';
      if (/\bpersistent/i.test(hit.sentence.text)) continue;
      const at = { start: hit.end - words.length, end: hit.end };
      yield {
        message: `“${context.quote(at)}” says too much: persistent failure is an offence, and a court may fine for it.`,
        at,
      };
    }
  },
  examples: {
    good: [
      { title: 'a possibility', markdown: 'Persistent failure to comply with an ESO may lead to a fine in court.' },
    ],
    bad: [
      {
        title: 'a certainty',
        markdown: 'Failing to comply with an ESO «will result in a fine».',
        says: '“will result in a fine” says too much: persistent failure is an offence, and a court may fine for it.',
      },
    ],
  },
});
