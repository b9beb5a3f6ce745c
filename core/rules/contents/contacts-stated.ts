import { citeProvision } from '../../guidance/provisions.ts';
import { defineRule } from '../../lint/rule.ts';

/** A policy with no number or address to reach the school by. */
export const contactsStated = defineRule({
  id: 'contents/contacts-stated',
  topic: 'contact-missing',
  title: 'The policy says whom to contact, and how',
  duty: 'should',
  citations: [citeProvision('policy-contacts')],
  inForce: { from: '2022-09-01' },
  why: 'A parent with a sick child at half past eight wants a number, not a principle.',
  *check(context) {
    if (!context.isWholePolicy) return;
    if (context.facts('contact').some((fact) => fact.for !== 'localAuthority')) return;
    if (context.placeholders.some(({ expects }) => expects === 'contact')) return;
    yield {
      message: 'No telephone number or address is given to report an absence or to ask for support.',
      at: context.placeFor('reporting absence', 'roles'),
      doubtful: true,
    };
  },
  examples: {
    good: [
      {
        title: 'a number',
        as: 'whole policy',
        markdown: '# Reporting absence\n\nTo report an absence ring the absence line on 01632 960123.',
      },
    ],
    bad: [
      {
        title: 'no number',
        as: 'whole policy',
        markdown: '# «Reporting an absence»\n\nParents ring the school.',
        says: 'No telephone number or address is given to report an absence or to ask for support.',
      },
    ],
  },
});
