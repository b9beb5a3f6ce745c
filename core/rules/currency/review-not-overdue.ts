import type { RuleContext } from '../../lint/context.ts';
import { phrase } from '../../lint/phrase.ts';
import { defineRule, type Problem } from '../../lint/rule.ts';
import type { FactOf } from '../../policy/schema.ts';

const SEASON = phrase(
  /\b(?:next review(?:ed)?|review (?:is )?due|due for review|review date|(?:to|will) be reviewed(?: again)?|date of (?:next )?review)\b[^.;\n]{0,30}?\b((spring|summer|autumn)(?: term)?(?:,| of)? (20\d{2}))\b/gi,
  'review',
);
// Words that no reader of dates takes for the next review: "Date to be revised", "subject to review in".
const DUE = phrase(
  /\b(?:dates? (?:to be|for|of) (?:revised|revision|renewal|re-?approval)|(?:due|is|be) (?:to be |for )?(?:revised|renewed|revision|renewal)|subject to review|renewal date|revision (?:date|due)|review (?:due|by|required by)|valid until)\b[^.;\d]{0,20}?\b((?:\d{1,2}(?:st|nd|rd|th)? )?(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6},? (20\d{2}))\b/gi,
  'revis',
  'renew',
  'review',
  'approval',
  'valid',
);
const MONTHS = 'janfebmaraprmayjunjulaugsepoctnovdec';
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
    if (due.length === 0) yield* saidOtherwise(context);
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
        title: 'a term of a year that has passed',
        asOf: '2026-06-01',
        markdown: 'The policy was approved in 2022 and is due for review in the «summer term of 2024».',
        says: 'The next review was due in summer term of 2024, which has passed.',
      },
      {
        title: 'a date to be revised',
        asOf: '2026-06-01',
        markdown: 'Date to be revised\n«July 2024»',
        says: 'The next review was due in July 2024, which has passed.',
        asIs: true,
      },
      {
        title: 'subject to review',
        asOf: '2026-06-01',
        markdown: 'This statement is subject to review in «September 2019» or sooner.',
        says: 'The next review was due in September 2019, which has passed.',
        asIs: true,
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

/** Reviews due in a term, or in words of their own: "Autumn 2024" is no date that other readers of a policy need. */
function* saidOtherwise(context: RuleContext): Generator<Problem> {
  for (const hit of context.find(DUE)) {
    const [, words = '', month = '', year = ''] = hit.match;
    const number = String(MONTHS.indexOf(month.toLowerCase()) / 3 + 1).padStart(2, '0');
    if (lastDay(`${year}-${number}`) >= context.asOf) continue;
    const at = { start: hit.end - words.length, end: hit.end };
    yield { message: `The next review was due in ${context.quote(at)}, which has passed.`, at };
  }
  for (const hit of context.find(SEASON)) {
    const [, words = '', season = '', year = ''] = hit.match;
    if (`${year}-${SEASON_ENDS[season.toLowerCase()]}` >= context.asOf) continue;
    const at = { start: hit.end - words.length, end: hit.end };
    yield { message: `The next review was due in ${context.quote(at)}, which has passed.`, at };
  }
}
