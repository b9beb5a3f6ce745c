import { citeProvision } from '../../guidance/provisions.ts';
import { minutesOf, timesOf } from '../../lint/clock.ts';
import type { RuleContext } from '../../lint/context.ts';
import { defineRule } from '../../lint/rule.ts';
import type { FactOf } from '../../policy/schema.ts';

/** Morning and afternoon registers that are open for unequal times. */
export const sameLengthEverySession = defineRule({
  id: 'registers/same-length-every-session',
  topic: 'register-window',
  title: 'The register is open equally long in every session',
  duty: 'should',
  citations: [citeProvision('register-closes')],
  inForce: { from: '2024-08-19' },
  why: 'The same time for every session is what the guidance asks for, so that late means the same morning and afternoon.',
  *check(context) {
    const morning = windowOf(context, 'amRegisterOpens', 'amRegisterCloses', 'schoolDayStart');
    const afternoon = windowOf(context, 'pmRegisterOpens', 'pmRegisterCloses', 'pmRegisterMarkedBy');
    if (!morning || !afternoon || morning.minutes === afternoon.minutes) return;
    yield {
      message: `The morning register is open for ${morning.minutes} minutes and the afternoon register for ${afternoon.minutes}; each session has the same time.`,
      at: { start: afternoon.closes.span.start.offset, end: afternoon.closes.span.end.offset },
      doubtful: morning.isGuess || afternoon.isGuess,
      related: [
        {
          at: { start: morning.closes.span.start.offset, end: morning.closes.span.end.offset },
          message: `The morning register closes at ${morning.closes.value} here`,
        },
      ],
    };
  },
  examples: {
    good: [
      {
        title: 'equal',
        markdown:
          'The morning register opens at 8.50am and closes at 9.10am.\n\nThe afternoon register opens at 1.00pm and closes at 1.20pm.',
      },
    ],
    bad: [
      {
        title: 'unequal',
        markdown:
          'The morning register opens at 8.50am and closes at 9.20am.\n\nThe afternoon register opens at 1.00pm and closes at «1.10pm».',
        says: 'The morning register is open for 30 minutes and the afternoon register for 10; each session has the same time.',
      },
    ],
  },
});

type Field = FactOf<'time'>['field'];

/** How long a register is open, when the document gives one opening and one closing for everyone. */
function windowOf(
  context: RuleContext,
  opens: Field,
  closes: Field,
  instead: Field,
): { minutes: number; closes: FactOf<'time'>; isGuess: boolean } | null {
  const times = context.facts('time');
  const ends = timesOf(times, closes).filter(({ scope }) => scope === undefined);
  const starts = timesOf(times, opens).filter(({ scope }) => scope === undefined);
  const isGuess = starts.length === 0;
  const begins = isGuess ? timesOf(times, instead).filter(({ scope }) => scope === undefined) : starts;
  const [start, end] = [begins[0], ends[0]];
  if (!start || !end) return null;
  // Where one thing is said two ways, that is for another rule.
  if (new Set(begins.map(({ value }) => value)).size > 1 || new Set(ends.map(({ value }) => value)).size > 1)
    return null;
  const minutes = minutesOf(end.value) - minutesOf(start.value);
  return minutes > 0 && minutes <= 180 ? { minutes, closes: end, isGuess } : null;
}
