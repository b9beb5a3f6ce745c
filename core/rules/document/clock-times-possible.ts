import type { RuleContext } from '../../lint/context.ts';
import { phrase } from '../../lint/phrase.ts';
import { defineRule } from '../../lint/rule.ts';
import type { TimeField } from '../../policy/schema.ts';
import type { Span } from '../../text/span.ts';

const MIXED = phrase(
  /(?<![\d:.])(1[3-9]|2[0-3])([:.]?)([0-5]\d)? ?([ap])\.?m\b\.?/gi,
  'pm',
  'am',
  'p.m',
  'a.m',
  'p. m',
);
const MORNING_AS_PM = phrase(
  /\bmorning\b[^.;]{0,60}?\b((?:8|9|10|11)[:.][0-5]\d ?p\.?m\b)|\b((?:8|9|10|11)[:.][0-5]\d ?p\.?m\b)[^.;]{0,40}\b(?:morning|start of (?:the )?(?:school )?day)\b/gi,
  'morning',
  'start of',
);

// "Proverbs 25:10" is no time: the word before one is small.
const IMPOSSIBLE = phrase(
  /(?<![\d:.£-])(?:[01]?\d|2[0-3])[:.][6-9]\d ?[ap]\.?m\b|(?<=\b(?:at|from|by|until|till|before|after|between|to) )(?:2[5-9]|[3-9]\d):[0-5]\d(?![\d:%])/gi,
  'pm',
  'am',
  'p.m',
  'a.m',
  ':',
);

const AFTERNOON_AS_AM = phrase(
  /\bafternoon\b[^.;]{0,60}?\b((?:12|1|2|3)[:.][0-5]\d ?a\.?m\b)|\b((?:12|1|2|3)[:.][0-5]\d ?a\.?m\b)[^.;]{0,40}\b(?:afternoon|lunch\w*|end of (?:the )?(?:school )?day)\b/gi,
  'afternoon',
  'lunch',
  'end of',
);

const IN_THE_MORNING: ReadonlySet<TimeField> = new Set([
  'gatesOpen',
  'arriveBy',
  'schoolDayStart',
  'amRegisterOpens',
  'amRegisterMarkedBy',
  'amRegisterCloses',
  'reportAbsenceBy',
]);
const IN_THE_AFTERNOON: ReadonlySet<TimeField> = new Set([
  'pmRegisterOpens',
  'pmRegisterMarkedBy',
  'pmRegisterCloses',
  'schoolDayEnd',
]);
const LONGEST_SUFFIX = 6;

/** Times that mix two clocks, or name the wrong half of the day. */
export const clockTimesPossible = defineRule({
  id: 'document/clock-times-possible',
  topic: 'time-format',
  title: 'Clock times are possible',
  duty: 'internal',
  citations: [],
  why: '“13:15pm” is read rightly by most, but not by every reader, and not by software.',
  *check(context) {
    for (const hit of context.find(IMPOSSIBLE)) {
      const at = { start: hit.start, end: hit.end };
      yield { message: `“${context.quote(at)}” is no time of day.`, at };
    }
    for (const hit of context.find(MIXED)) {
      const [, hour = '', separator = ':', minutes = '00', half = 'p'] = hit.match;
      const at = { start: hit.start, end: hit.end };
      const isWrong = half.toLowerCase() === 'a';
      const text = `${Number(hour) - 12}${separator || ':'}${minutes}pm`;
      yield {
        message: `“${context.quote(at)}” mixes the 24-hour clock with ${half.toLowerCase()}m.`,
        at,
        doubtful: !isWrong,
        fixes: isWrong ? [] : [{ title: `Change to ${text}`, edits: [{ at, text }] }],
      };
    }
    const told = new Set<number>();
    for (const { field, span, value } of context.facts('time')) {
      const half = halfBehind(context, span);
      if (half === null || told.has(span.start.offset)) continue;
      const isMorning = IN_THE_MORNING.has(field);
      const hour = Number(value.slice(0, 2)) % 12;
      const isWrong = isMorning
        ? half.half === 'p' && hour >= 7
        : IN_THE_AFTERNOON.has(field) && half.half === 'a' && hour < 6;
      if (!isWrong) continue;
      told.add(span.start.offset);
      const at = { start: span.start.offset, end: half.end };
      yield {
        message: `“${context.quote(at)}” is in the ${isMorning ? 'evening' : 'night'}, but the sentence is about the ${isMorning ? 'morning' : 'afternoon'}.`,
        at,
      };
    }
    for (const { match, start: from } of context.find(AFTERNOON_AS_AM)) {
      const words = match[1] ?? match[2] ?? '';
      const start = from + match[0].indexOf(words);
      if (told.has(start)) continue;
      const at = { start, end: start + words.length };
      yield { message: `“${context.quote(at)}” is in the night, but the sentence is about the afternoon.`, at };
    }
    for (const hit of context.find(MORNING_AS_PM)) {
      const words = hit.match[1] ?? hit.match[2] ?? '';
      const start = hit.start + hit.match[0].indexOf(words);
      if (told.has(start)) continue;
      const at = { start, end: start + words.length };
      yield { message: `“${context.quote(at)}” is in the evening, but the sentence is about the morning.`, at };
    }
  },
  examples: {
    good: [{ title: 'either clock', markdown: 'Lunch is from 12:15pm to 1:15pm, or 12:15 to 13:15.' }],
    bad: [
      {
        title: 'an afternoon in the night',
        markdown: 'The afternoon register is taken at «1.15am» in class.',
        says: '“1.15am” is in the night, but the sentence is about the afternoon.',
      },
      {
        title: 'two clocks',
        markdown: 'Lunch ends at «13:15pm» for all.',
        says: '“13:15pm” mixes the 24-hour clock with pm.',
        fixed: 'Lunch ends at 1:15pm for all.',
      },
      {
        title: 'the wrong half of the day',
        markdown: 'The morning register closes at «9:10 PM» sharp.',
        says: '“9:10 PM” is in the evening, but the sentence is about the morning.',
      },
    ],
  },
});

/** The half of the day printed with a time, in it or right behind it, and where it ends; null where none is. */
function halfBehind(context: RuleContext, { start, end }: Span): { half: string; end: number } | null {
  const printed = context.quote({ start: start.offset, end: end.offset + LONGEST_SUFFIX });
  const found = /^\d{1,2}[.:]?\d{0,2}\s?([ap])\.?m\b/i.exec(printed);
  return found ? { half: (found[1] ?? '').toLowerCase(), end: start.offset + found[0].length } : null;
}
