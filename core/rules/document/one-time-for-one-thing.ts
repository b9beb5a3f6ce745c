import type { RuleContext } from '../../lint/context.ts';
import { phrase } from '../../lint/phrase.ts';
import { defineRule, type Place, type Problem } from '../../lint/rule.ts';
import { sentenceAt } from '../../policy/document.ts';
import type { FactOf, TimeField } from '../../policy/schema.ts';
import { groupedBy } from '../../text/grouped.ts';

const CLOSING = phrase(
  /\b(\d{1,2})[.:]([0-5]\d) ?(?:[ap]\.?m\.?)?,? ?(?:when|as) (?:the )?registers? (?:has |have |is |are )?(?:(?:officially|finally|formally) )?clos(?:es?|ed)\b|\bregisters? (?:will )?(?:(?:officially|finally|formally) )?(?:closes?|closed|close) (?:at|by) (\d{1,2})[.:]([0-5]\d)/gi,
  'clos',
);

/** What a field is called in a message. Fields that a document may rightly give more than once are left out. */
const NAMES: Partial<Record<TimeField, string>> = {
  gatesClose: 'The gates close',
  schoolDayStart: 'The school day starts',
  schoolDayEnd: 'The school day ends',
  amRegisterOpens: 'The morning register opens',
  amRegisterMarkedBy: 'The morning register is marked by',
  amRegisterCloses: 'The morning register closes',
  pmRegisterOpens: 'The afternoon register opens',
  pmRegisterMarkedBy: 'The afternoon register is marked by',
  pmRegisterCloses: 'The afternoon register closes',
  reportAbsenceBy: 'Absence is reported by',
};

const OF_CLOSING =
  /\bregist\w+ (?:has |have |is |are |will )?(?:been |be )?clos\w+ (?:at|by)\W{1,3}$|\bregist\w+ clos\w+\W{1,3}$/i;
const BEFORE = 40;
const AFTER_IT = /\b(?:after|past|later than|from)\W{0,3}$/i;
const BEFORE_IT = /\b(?:before|until|till|and)\W{0,3}$/i;
const LATE_ONLY = /(?<![A-Za-z'’])L(?![A-Za-z'’])/;
const ABSENT = /(?<![A-Za-z'’])U(?![A-Za-z'’])|\bunauthori[sz]ed\b/;
const OF_SOME =
  /\b(?:nursery|pre-?school|reception|key stage|KS ?\d|years? (?:\d|r\b|one|two|three|four|five|six)|early finish|last day|infants?|juniors?|sixth|lower|upper|mondays?|tuesdays?|wednesdays?|thursdays?|fridays?|afternoons?)\b/i;
const TO_CALL = /\b(?:telephone|phone|ring|call|e-?mail|text|contact|notify|inform)\b/i;
const OF_REGISTERS = /\bregist|\bclos|\bmarked\b|\bcodes?\b|\barriv/i;

/** One moment of the day with two times. */
export const oneTimeForOneThing = defineRule({
  id: 'document/one-time-for-one-thing',
  topic: 'contradiction',
  title: 'Each moment of the day has one time',
  duty: 'internal',
  citations: [],
  why: 'Between the two times nobody can say whether a pupil is late, absent or neither.',
  *check(context) {
    const byThing = groupedBy(
      context
        .facts('time')
        .filter((fact) => NAMES[fact.field] && fact.confidence !== 'unsure' && !isOfACall(context, fact)),
      ({ field, scope }) => `${field} ${scope ?? ''}`,
    );
    let hasClosing = false;
    for (const facts of byThing.values()) {
      const values = [...new Set(facts.map(({ value }) => value))];
      const [first] = facts;
      if (!first || values.length !== 2) continue;
      const isSure = values.every((value) =>
        facts.some(
          (fact) =>
            fact.value === value &&
            (fact.confidence === 'certain' || saysClosing(context, fact) || makesAbsent(context, fact)),
        ),
      );
      // A day of the week or a part of the school may have its own time, though the reader gave it no scope.
      const isOfSome = facts.some((fact) => OF_SOME.test(sentenceOf(context, fact)));
      const other = facts.find(({ value }) => value !== first.value);
      if (!other) continue;
      hasClosing ||= first.field.endsWith('Closes');
      const scope = first.scope ? ` for ${first.scope}` : '';
      yield {
        message:
          `${NAMES[first.field]} at ${first.value}${scope} on line ${context.lineOf(placeOf(first))} and at ${other.value} here.`.replace(
            'by at',
            'by',
          ),
        at: placeOf(other),
        // A register that is filled in by one time may well be open until another.
        doubtful: !isSure || isOfSome || first.field.endsWith('MarkedBy'),
        related: facts
          .filter((fact) => fact !== other)
          .map((fact) => ({ at: placeOf(fact), message: `${fact.value} here` })),
      };
    }
    if (!hasClosing) yield* closingTwice(context);
  },
  examples: {
    good: [
      {
        title: 'one time twice',
        markdown: 'The register closes at 9.15am.\n\nRegisters close at 9:15 in the morning.',
      },
      {
        title: 'a time to ring by',
        markdown:
          'The register is closed at 8.50am. If your child is likely to be late for school, please telephone the office before 8.30am.',
      },
      {
        title: 'phases apart',
        markdown: 'In Key Stage 1 school ends at 3.10pm.\n\nIn Key Stage 2 school ends at 3.20pm.',
      },
    ],
    bad: [
      {
        title: 'two closings',
        markdown: 'The morning register closes at 9.00am.\n\nThe morning register closes at «9.15am».',
        says: 'The morning register closes at 09:00 on line 1 and at 09:15 here.',
      },
      {
        title: 'closed, and officially closed',
        markdown:
          'A child who comes after 8.55am when the register closes is late. One who comes after «9.15am, when the register has officially closed» is absent.',
        says: 'The register closes at 8.55, and again at 9.15 here.',
        asIs: true,
      },
    ],
  },
});

function placeOf({ span }: FactOf<'time'>): Place {
  return { start: span.start.offset, end: span.end.offset };
}

/** Whether a sentence tells parents by when to ring, and says nothing of the register. */
function isOfACall(context: RuleContext, { field, span }: FactOf<'time'>): boolean {
  const placed = field.endsWith('Closes') ? context.blockAt({ start: span.start.offset, end: span.end.offset }) : null;
  if (!placed) return false;
  const { text } = sentenceAt(placed.block, span.start.offset - placed.offset);
  return TO_CALL.test(text) && !OF_REGISTERS.test(text);
}

/** A passage in which the register closes twice, whatever each closing means. */
function* closingTwice(context: RuleContext): Generator<Problem> {
  let last: { block: number; clock: string; start: number } | null = null;
  for (const { match, placed, start, end } of context.find(CLOSING)) {
    const hour = Number(match[1] ?? match[3]);
    const clock = `${hour}.${match[2] ?? match[4]}`;
    const isAfternoon = hour < 7 || hour > 11;
    if (isAfternoon) continue;
    if (last && last.block === placed.index && last.clock !== clock)
      yield {
        message: `The register closes at ${last.clock}, and again at ${clock} here.`,
        at: { start, end },
        related: [{ at: { start: last.start, end: last.start + 1 }, message: `It closes at ${last.clock} here` }],
      };
    last = { block: placed.index, clock, start };
  }
}

/** The sentence that gives the time, with the headings over it. */
function sentenceOf(context: RuleContext, { span }: FactOf<'time'>): string {
  const placed = context.blockAt({ start: span.start.offset, end: span.end.offset });
  return placed
    ? `${placed.headings.join(' ')} ${sentenceAt(placed.block, span.start.offset - placed.offset).text}`
    : '';
}

/** Whether the sentence closes the register by what it does to a pupil: a U after the time, or an L only until it. */
function makesAbsent(context: RuleContext, { field, span }: FactOf<'time'>): boolean {
  const placed =
    field === 'amRegisterCloses' ? context.blockAt({ start: span.start.offset, end: span.end.offset }) : null;
  if (!placed) return false;
  const { text, start } = sentenceAt(placed.block, span.start.offset - placed.offset);
  const before = text.slice(0, span.start.offset - placed.offset - start);
  return (AFTER_IT.test(before) && ABSENT.test(text)) || (BEFORE_IT.test(before) && LATE_ONLY.test(text));
}

/** Whether the words before the time say outright that the register closes at it. */
function saysClosing(context: RuleContext, { field, span }: FactOf<'time'>): boolean {
  if (field !== 'amRegisterCloses' && field !== 'pmRegisterCloses') return false;
  const placed = context.blockAt({ start: span.start.offset, end: span.end.offset });
  if (!placed) return false;
  const at = span.start.offset - placed.offset;
  const words = placed.block.plain.slice(Math.max(0, at - BEFORE), span.end.offset - placed.offset);
  return OF_CLOSING.test(words.replace(/\d{1,2}[.:]\d{2} ?(?:[ap]\.?m\.?)?\W{0,3}$/i, '').replace(/\s+/g, ' '));
}
