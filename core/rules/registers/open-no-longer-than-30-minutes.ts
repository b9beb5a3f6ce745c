import { citeProvision } from '../../guidance/provisions.ts';
import { registerOpenMinutes } from '../../guidance/thresholds.ts';
import { minutesOf, timesOf } from '../../lint/clock.ts';
import type { RuleContext } from '../../lint/context.ts';
import { isDenied, isElsewhere, wordsBefore } from '../../lint/guards.ts';
import { phrase } from '../../lint/phrase.ts';
import { defineRule, type Problem } from '../../lint/rule.ts';
import type { FactOf } from '../../policy/schema.ts';
import { CARDINAL, cardinalOf } from '../../text/numbers.ts';

const LENGTH = phrase(
  new RegExp(
    `\\bregist(?:ers?|ration)\\b[^.;]{0,80}?\\b(?:open|clos\\w+|kept open|remain\\w*)\\b[^.;]{0,40}?\\b((${CARDINAL}|(?<!(?:quarters?|half) of )an?|half an)[- ]?(minutes?|mins?|hours?)(?: and a half)?)\\b`,
    'gi',
  ),
  'register',
  'registration',
);
// "Shut three quarters of an hour after the bell", "left open for fifty minutes", "it stays open for an hour".
const STAYS_OPEN = phrase(
  /\b(?:shut|closed?|closes|open)\b[^.;]{0,20}?\b(?:(three[- ]quarters of an hour)|([a-z]+(?:-[a-z]+)?|\d{1,3})[- ](minutes?|mins?|hours?))\b/gi,
  'shut',
  'close',
  'open',
);
const OF_A_REGISTER = /\bregist(?:er|ers|ration)\b/i;
const OF_ANOTHER_THING =
  /\b(?:doors?|gates?|office|club|library|lessons?|every|extra|first|last|warning|detention|before|early|lasts?|school (?:is|stays|opens))\b/i;
const QUARTERS_OF_AN_HOUR = 45;
const NOT_THE_LENGTH = /\b(?:first \w+ minutes|every \w+ minutes|lasts?|lesson|warning)\b/i;

/** A register that stays open for more than half an hour. */
export const openNoLongerThan30Minutes = defineRule({
  id: 'registers/open-no-longer-than-30-minutes',
  topic: 'register-window',
  title: 'A register stays open for no longer than 30 minutes',
  duty: 'should',
  citations: [citeProvision('register-closes')],
  inForce: { from: '2024-08-19' },
  why: 'A pupil who comes after the register closed is absent; a long window hides lateness, and differs from other schools.',
  *check(context) {
    const limit = registerOpenMinutes.valueOn(context.asOf)?.value;
    if (limit === undefined) return;
    const told = new Set<number>();
    for (const hit of context.find(LENGTH)) {
      if (
        isDenied({ sentence: hit.sentence, match: hit.match }) ||
        isElsewhere(hit) ||
        NOT_THE_LENGTH.test(hit.match[0])
      )
        continue;
      if (/\b(?:not|never|cannot)\b/i.test(hit.match[0])) continue;
      if (minutes(hit.match) <= limit) continue;
      const at = { start: hit.end - (hit.match[1] ?? '').length, end: hit.end };
      told.add(hit.placed.index);
      yield {
        message: `The register stays open for “${context.quote(at)}”; no register stays open for more than ${limit} minutes.`,
        at,
      };
    }
    for (const hit of context.find(STAYS_OPEN)) {
      const { placed, sentence, match } = hit;
      if (told.has(placed.index) || isDenied(hit) || isElsewhere(hit) || OF_ANOTHER_THING.test(sentence.text)) continue;
      if (/\b(?:not|never|cannot|no (?:more|longer))\b/i.test(wordsBefore(hit) + match[0])) continue;
      // "It remains open for …": the register was named in the sentence before.
      const isIt = /^\W*(?:it|they|this|these)\b/i.test(sentence.text) && OF_A_REGISTER.test(placed.block.plain);
      if (!isIt && !OF_A_REGISTER.test(sentence.text)) continue;
      if (/\b(?:quarter of|half) an hour$/i.test(match[0])) continue;
      const count = cardinalOf(match[2] ?? '') ?? (/^an?$/i.test(match[2] ?? '') ? 1 : 0);
      const long = match[1] ? QUARTERS_OF_AN_HOUR : count * (/^hour/i.test(match[3] ?? '') ? 60 : 1);
      if (long <= limit || long > 240) continue;
      told.add(placed.index);
      const words = match[1] ?? `${match[2]} ${match[3]}`;
      const at = { start: hit.end - words.length, end: hit.end };
      yield {
        message: `The register stays open for “${context.quote(at)}”; no register stays open for more than ${limit} minutes.`,
        at,
      };
    }
    const times = context.facts('time');
    for (const [opens, closes, markedBy] of [
      ['amRegisterOpens', 'amRegisterCloses', 'amRegisterMarkedBy'],
      ['pmRegisterOpens', 'pmRegisterCloses', 'pmRegisterMarkedBy'],
    ] as const) {
      for (const end of timesOf(times, closes)) {
        const opening = timesOf(times, opens).filter(({ scope }) => scope === end.scope);
        // Who comes after the one moment and before the other is late: the register is open in between, whenever it opened.
        const starts =
          opening.length > 0 ? opening : timesOf(times, markedBy).filter(({ scope }) => scope === end.scope);
        const start = starts.find(({ line }) => line === end.line) ?? (starts.length === 1 ? starts[0] : undefined);
        if (!start) {
          if (opens === 'amRegisterOpens' && starts.length === 0) yield* longAfterTheStart(context, end, limit);
          continue;
        }
        const open = minutesOf(end.value) - minutesOf(start.value);
        if (open <= limit || open > 240) continue;
        yield {
          message: `From ${start.value} to ${end.value} the register is open for ${open} minutes; no register stays open for more than ${limit}.`,
          at: { start: end.span.start.offset, end: end.span.end.offset },
          related: [
            {
              at: { start: start.span.start.offset, end: start.span.end.offset },
              message: `It opens at ${start.value} here`,
            },
          ],
        };
      }
    }
  },
  examples: {
    good: [
      { title: 'thirty minutes', markdown: 'Registers stay open for 30 minutes.' },
      { title: 'a limit', markdown: 'A register must not stay open for an hour.' },
      { title: 'half an hour by the clock', markdown: 'The morning register opens at 8.50am and closes at 9.20am.' },
    ],
    bad: [
      {
        title: 'quarters of an hour',
        markdown: 'The register is shut «three quarters of an hour» after the bell.',
        says: 'The register stays open for “three quarters of an hour”; no register stays open for more than 30 minutes.',
      },
      {
        title: 'only the closing is told, long after the day began',
        markdown: 'The school day starts at 8.40am.\n\nThe morning register closes at «9.45am».',
        says: 'The day begins at 08:40 and the register closes at 09:45, 65 minutes later; no register stays open for more than 30.',
        asIs: true,
      },
      {
        title: 'an hour',
        markdown: 'The register remains open for «an hour» each morning.',
        says: 'The register stays open for “an hour”; no register stays open for more than 30 minutes.',
      },
      {
        title: 'forty-five minutes',
        markdown: 'The registers will be closed after «45 minutes».',
        says: 'The register stays open for “45 minutes”; no register stays open for more than 30 minutes.',
      },
      {
        title: 'clock times',
        markdown: 'The morning register opens at 8.40am and closes at «9.30am».',
        says: 'From 08:40 to 09:30 the register is open for 50 minutes; no register stays open for more than 30.',
        asIs: true,
      },
    ],
  },
});

function minutes(match: RegExpExecArray): number {
  const count = (match[2] ?? '').toLowerCase();
  const isHours = /^hour/i.test(match[3] ?? '');
  if (count.startsWith('half')) return 30;
  const number = count === 'a' || count === 'an' ? 1 : (cardinalOf(count) ?? 0);
  return isHours ? number * 60 + (/and a half$/i.test(match[0]) ? 30 : 0) : number;
}

// Many schools take the register a little after the day begins; so much after is more than that.
const GRACE_MINUTES = 15;

/** A register of which only the closing is told, long after the school day began. */
function* longAfterTheStart(context: RuleContext, end: FactOf<'time'>, limit: number): Generator<Problem> {
  const days = timesOf(context.facts('time'), 'schoolDayStart').filter(({ scope }) => scope === end.scope);
  const [day] = days;
  if (!day || days.some(({ value }) => value !== day.value)) return;
  const after = minutesOf(end.value) - minutesOf(day.value);
  if (after <= limit + GRACE_MINUTES || after > 240) return;
  yield {
    message: `The day begins at ${day.value} and the register closes at ${end.value}, ${after} minutes later; no register stays open for more than ${limit}.`,
    at: { start: end.span.start.offset, end: end.span.end.offset },
    related: [
      {
        at: { start: day.span.start.offset, end: day.span.end.offset },
        message: `The day begins at ${day.value} here`,
      },
    ],
  };
}
