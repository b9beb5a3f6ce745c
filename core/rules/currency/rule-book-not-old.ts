import { addDays } from '../../attendance/day.ts';
import { defineRule } from '../../lint/rule.ts';
import { RULEBOOK, rulebookAge } from '../rulebook.ts';

// A year, and the day on which it is over.
const GOOD_FOR_DAYS = 366;

/** A rule book that nobody has compared with the law for more than a year: said in every document, so on every surface. */
export const ruleBookNotOld = defineRule({
  id: 'currency/rule-book-not-old',
  topic: 'other',
  title: 'The rule book itself was compared with the law within a year',
  duty: 'good',
  citations: [],
  inForce: { from: addDays(RULEBOOK.checkedOn, GOOD_FOR_DAYS) },
  why: 'Sums, codes and editions change each year; silence from an old rule book proves nothing.',
  *check(context) {
    const message = rulebookAge(context.asOf);
    if (message) yield { message, at: context.placeFor() };
  },
  examples: {
    good: [{ title: 'within the year', markdown: 'Come to school every day.' }],
    bad: [
      {
        title: 'after more than a year',
        asOf: '2030-01-01',
        markdown: '«Come to school every day.»',
        says: `The rule book was last compared with the law and guidance on ${RULEBOOK.checkedOn}, more than twelve months before 2030-01-01; look for a newer Rollmark before relying on it.`,
        asIs: true,
      },
    ],
  },
});
