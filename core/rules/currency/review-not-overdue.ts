import type { RuleContext } from '../../lint/context.ts';
import { phrase } from '../../lint/phrase.ts';
import { defineRule, type Problem } from '../../lint/rule.ts';
import type { FactOf } from '../../policy/schema.ts';

const SEASON = phrase(
  /\b(?:next review(?:ed)?|review (?:is )?due|due for review|review date|(?:to|will) be reviewed(?: again)?|date of (?:next )?review)\b[^.;\n]{0,30}?\b((spring|summer|autumn)(?: term)?,? (20\d{2}))\b/gi,
  'review',
);
const SEASON_ENDS: Record<string, string> = { spring: '04-30', summer: '08-31', autumn: '12-31' };

/** A review that was due and, by the document, has not happened. */
export const reviewNotOverdue = defineRule({
  id: 'currency/review-not-overdue',
  topic: 'review-overdue',
  title: 'The next review is still to come',
  duty: 'internal',
  citations: [],
  why: 'A policy past its own review date tells every reader that nobody is looking after it.',
  *check(context) {
    const due = context
      .facts('date')
      .filter(({ field, confidence }) => field === 'nextReview' && confidence !== 'unsure');
    const [first, ...others] = due.filter(({ value }) => lastDay(value) < context.asOf);
    if (due.length === 0) yield* seasonsPast(context);
    if (!first) {
      const [soon] = due.filter(({ value }) => value.slice(0, 7) === context.asOf.slice(0, 7));
      if (soon)
        yield { message: `The next review is due this month, ${soon.quote}.`, at: placeOf(soon), doubtful: true };
      return;
    }
    if (due.some(({ value }) => lastDay(value) >= context.asOf)) return;
    yield {
      message: `The next review was due in ${first.quote.replace(/[*_]/g, '')}, which has passed.`,
      at: placeOf(first),
      related: others.map((fact) => ({ at: placeOf(fact), message: `${fact.quote} here` })),
    };
  },
  examples: {
    good: [
      { title: 'still to come', asOf: '2026-06-01', markdown: 'Next review: September 2026' },
      { title: 'a day to come', asOf: '2026-06-01', markdown: 'Next review date: 30 September 2026' },
    ],
    bad: [
      {
        title: 'passed',
        asOf: '2026-06-01',
        markdown: 'Next review: «September 2024»',
        says: 'The next review was due in September 2024, which has passed.',
        asIs: true,
      },
      {
        title: 'a term that has passed',
        asOf: '2026-06-01',
        markdown: 'The next review is due in «Autumn 2024» by governors.',
        says: 'The next review was due in Autumn 2024, which has passed.',
      },
      {
        title: 'this month',
        asOf: '2026-09-10',
        markdown: 'Next review: «September 2026»',
        says: 'The next review is due this month, September 2026.',
        asIs: true,
      },
    ],
  },
});

/** The last day that a date of the document may mean. */
function lastDay(value: string): string {
  return value.length === 7 ? `${value}-31` : value;
}

function placeOf({ span }: FactOf<'date'>): { start: number; end: number } {
  return { start: span.start.offset, end: span.end.offset };
}

/** Reviews due in a term: "Autumn 2024" is no date that other readers of a policy need. */
function* seasonsPast(context: RuleContext): Generator<Problem> {
  for (const hit of context.find(SEASON)) {
    const [, words = '', season = '', year = ''] = hit.match;
    if (`${year}-${SEASON_ENDS[season.toLowerCase()]}` >= context.asOf) continue;
    const at = { start: hit.end - words.length, end: hit.end };
    yield { message: `The next review was due in ${context.quote(at)}, which has passed.`, at };
  }
}
