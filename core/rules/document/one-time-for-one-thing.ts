import type { Place } from '../../lint/rule.ts';
import { defineRule } from '../../lint/rule.ts';
import type { FactOf, TimeField } from '../../policy/schema.ts';

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

/** One moment of the day with two times. */
export const oneTimeForOneThing = defineRule({
  id: 'document/one-time-for-one-thing',
  topic: 'contradiction',
  title: 'Each moment of the day has one time',
  duty: 'internal',
  citations: [],
  why: 'Between the two times nobody can say whether a pupil is late, absent or neither.',
  *check(context) {
    const byThing = new Map<string, FactOf<'time'>[]>();
    for (const fact of context.facts('time')) {
      if (!NAMES[fact.field] || fact.confidence === 'unsure') continue;
      const key = `${fact.field} ${fact.scope ?? ''}`;
      byThing.set(key, [...(byThing.get(key) ?? []), fact]);
    }
    for (const facts of byThing.values()) {
      const values = [...new Set(facts.map(({ value }) => value))];
      const [first] = facts;
      if (!first || values.length !== 2) continue;
      const isSure = values.every((value) =>
        facts.some((fact) => fact.value === value && fact.confidence === 'certain'),
      );
      const other = facts.find(({ value }) => value !== first.value);
      if (!other) continue;
      const scope = first.scope ? ` for ${first.scope}` : '';
      yield {
        message:
          `${NAMES[first.field]} at ${first.value}${scope} on line ${first.line} and at ${other.value} here.`.replace(
            'by at',
            'by',
          ),
        at: placeOf(other),
        // A register that is filled in by one time may well be open until another.
        doubtful: !isSure || first.field.endsWith('MarkedBy'),
        related: facts
          .filter((fact) => fact !== other)
          .map((fact) => ({ at: placeOf(fact), message: `${fact.value} here` })),
      };
    }
  },
  examples: {
    good: [
      {
        title: 'one time twice',
        markdown: 'The register closes at 9.15am.\n\nRegisters close at 9:15 in the morning.',
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
    ],
  },
});

function placeOf({ span }: FactOf<'time'>): Place {
  return { start: span.start.offset, end: span.end.offset };
}
