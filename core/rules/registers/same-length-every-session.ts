import { citeProvision } from '../../guidance/provisions.ts';
import { minutesOf, timesOf } from '../../lint/clock.ts';
import type { RuleContext } from '../../lint/context.ts';
import { phrase } from '../../lint/phrase.ts';
import { defineRule, type Problem } from '../../lint/rule.ts';
import type { Hit } from '../../policy/document.ts';
import type { FactOf } from '../../policy/schema.ts';
import { CARDINAL, cardinalOf } from '../../text/numbers.ts';

const LENGTH = phrase(
  new RegExp(
    `\\b(${CARDINAL}|half an|an)[- ](minutes?|mins?|hours?)\\b|\\bregisters? for (${CARDINAL})(?=[.,;]|$)`,
    'gi',
  ),
  'minute',
  'mins',
  'hour',
  'register',
);
const OF_BOTH =
  /^(?=[\s\S]*\bregist(?:er|ration))(?=[\s\S]*\b(?:open|clos\w+|kept|stays?|remains?)\b)(?=[\s\S]*\b(?:mornings?|am|a\.m|before (?:lunch|dinner))\b)[\s\S]*\b(?:afternoons?|pm|p\.m|(?:after )?(?:lunch|dinner)|after it)\b/i;

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
    yield* lengthsSaid(context);
    yield* closedApart(context);
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
        title: 'unequal, in words',
        markdown: 'Registers are open for 30 minutes in the morning but only «ten minutes» in the afternoon.',
        says: 'The morning register is open for 30 minutes and the afternoon register for 10; each session has the same time.',
      },
      {
        title: 'unequal',
        markdown:
          'The morning register opens at 8.50am and closes at 9.20am.\n\nThe afternoon register opens at 1.00pm and closes at «1.10pm».',
        says: 'The morning register is open for 30 minutes and the afternoon register for 10; each session has the same time.',
      },
    ],
  },
});

/** A register that opens for everyone at one time, and closes for some pupils before the others. */
function* closedApart(context: RuleContext): Generator<Problem> {
  const times = context.facts('time');
  for (const [opens, closes] of [
    ['amRegisterOpens', 'amRegisterCloses'],
    ['pmRegisterOpens', 'pmRegisterCloses'],
  ] as const) {
    const openings = timesOf(times, opens);
    const [first, ...others] = timesOf(times, closes).filter(({ scope }) => scope !== undefined);
    const other = others.find(({ value, line }) => value !== first?.value && line === first?.line);
    if (!first || !other || openings.length !== 1 || openings[0]?.scope !== undefined) continue;
    yield {
      message: `The register closes at ${first.value} for ${first.scope} and at ${other.value} for ${other.scope}; it is open equally long for all pupils.`,
      at: { start: other.span.start.offset, end: other.span.end.offset },
      related: [
        {
          at: { start: first.span.start.offset, end: first.span.end.offset },
          message: `It closes at ${first.value} here`,
        },
      ],
    };
  }
}

/** "Open for 30 minutes in the morning and ten after lunch": two lengths in one sentence. */
function* lengthsSaid(context: RuleContext): Generator<Problem> {
  const bySentence = new Map<string, Hit[]>();
  for (const hit of context.find(LENGTH)) {
    const key = `${hit.placed.index} ${hit.sentence.start}`;
    bySentence.set(key, [...(bySentence.get(key) ?? []), hit]);
  }
  for (const [first, second, third] of bySentence.values()) {
    if (!first || !second || third || !OF_BOTH.test(first.sentence.text)) continue;
    const [one, other] = [minutesIn(first), minutesIn(second)];
    if (one === other || /\blessons?\b|\bafter (?:the )?regist\w+ (?:has |have )?clos/i.test(first.sentence.text))
      continue;
    yield {
      message: `The morning register is open for ${one} minutes and the afternoon register for ${other}; each session has the same time.`,
      at: { start: second.start, end: second.end },
    };
  }
}

function minutesIn({ match }: Hit): number {
  const count = (match[1] ?? match[3] ?? '').toLowerCase();
  if (count === 'half an') return 30;
  return (count === 'an' ? 1 : (cardinalOf(count) ?? 0)) * (/^hour/i.test(match[2] ?? '') ? 60 : 1);
}

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
