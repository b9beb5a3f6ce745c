import type { RuleContext } from '../../lint/context.ts';
import type { Place } from '../../lint/place.ts';
import { defineRule, type Problem } from '../../lint/rule.ts';
import type { FactOf } from '../../policy/schema.ts';

/** One person, one period or one cycle, told in two ways. */
export const oneFigureForOneThing = defineRule({
  id: 'document/one-figure-for-one-thing',
  topic: 'contradiction',
  title: 'Each period and each person is told in one way',
  duty: 'internal',
  citations: [],
  why: 'A register kept for three years on one page and for six on another is kept for three by somebody.',
  *check(context) {
    yield* differing(
      context,
      context.facts('retention').filter(isSure),
      ({ years }) => `${years} years`,
      'Records of attendance are kept for',
      // Other records are kept for other times.
      () => true,
    );
    yield* differing(
      context,
      context.facts('reviewCycle').filter(({ confidence }) => confidence === 'certain'),
      ({ months }) => (months % 12 === 0 ? (months === 12 ? 'year' : `${months / 12} years`) : `${months} months`),
      'The policy is reviewed every',
      () => false,
    );
    yield* differing(
      context,
      context.facts('role').filter(({ role, confidence }) => role === 'attendanceChampion' && confidence === 'certain'),
      // "Mrs A Patel", "Anita Patel" and "Mrs Patel" are one person.
      ({ name }) => name.split(/\s+/).at(-1) ?? name,
      'The senior leader for attendance is',
      ({ span }) => {
        const placed = context.blockAt(placeOf({ span }));
        return SHARED.test(placed?.block.plain ?? '');
      },
    );
  },
  examples: {
    good: [
      { title: 'the same twice', markdown: 'This policy is reviewed annually.\n\nWe review this policy every year.' },
    ],
    bad: [
      {
        title: 'two champions',
        markdown: 'The Attendance Champion is Mrs Jane Harper.\n\nSenior attendance champion: «Mr Paul Ridley»',
        says: 'The senior leader for attendance is Harper on line 1 and Ridley here.',
        asIs: true,
      },
      {
        title: 'two cycles',
        markdown: 'This policy is reviewed annually.\n\nThis policy will be reviewed «every three years».',
        says: 'The policy is reviewed every year on line 1 and 3 years here.',
      },
    ],
  },
});

// One for each site or phase, or one who stands in for another.
const SHARED =
  /\b(?:infants?|juniors?|primary|secondary|lower|upper|key stage|sixth form|phase|site|campus|deputy|acting|cover|joint(?:ly)?|and|until|from)\b|&/i;
const isSure = ({ confidence }: { readonly confidence: string }) => confidence !== 'unsure';

/** Where a thing that was told stands. */
const placeOf = ({ span }: Pick<Told, 'span'>): Place => ({ start: span.start.offset, end: span.end.offset });

type Told = FactOf<'retention'> | FactOf<'reviewCycle'> | FactOf<'role'>;

function* differing<F extends Told>(
  context: RuleContext,
  facts: readonly F[],
  said: (fact: F) => string,
  what: string,
  mayDiffer: (fact: F) => boolean,
): Generator<Problem> {
  const [first] = facts;
  const other = facts.find((fact) => first !== undefined && said(fact) !== said(first));
  if (!first || !other) return;
  yield {
    message: `${what} ${said(first)} on line ${context.lineOf(placeOf(first))} and ${said(other)} here.`,
    at: placeOf(other),
    doubtful: mayDiffer(first) || mayDiffer(other),
    related: [{ at: placeOf(first), message: `${said(first)} here` }],
  };
}
