import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildCalendar } from '#core/attendance/calendar.ts';
import { decide, prepareLadder } from '#core/escalation/decide.ts';
import type { Step, Trigger } from '#core/policy/schema.ts';
import { sayDays, sayRange } from '#core/publish/sections/ladder.ts';
import { type WhatIfPiece, whatIfPieces } from '#core/publish/what-if.ts';

const SPAN = { start: { line: 1, column: 1, offset: 0 }, end: { line: 1, column: 2, offset: 1 } };
const AS_OF = '2026-07-10';
const YEAR = 380;

function step(order: number, trigger: Trigger): Step {
  return {
    order,
    sequence: 'main',
    title: `Stage ${order}`,
    trigger,
    actions: ['A letter'],
    enforcement: [],
    line: order,
    span: SPAN,
    quote: 'x',
    confidence: 'certain',
  };
}
const below = (value: number): Trigger => ({ metric: 'attendance', op: '<', value, unit: 'percent' });

function pieceAt(pieces: readonly WhatIfPiece[], attended: number, possible: number): WhatIfPiece[] {
  const share = attended * 1000;
  return pieces.filter(
    ({ lowTenths, isLowIn, highTenths, isHighIn }) =>
      (isLowIn ? share >= lowTenths * possible : share > lowTenths * possible) &&
      (isHighIn ? share <= highTenths * possible : share < highTenths * possible),
  );
}

function stepOf(steps: readonly Step[], attended: number, possible: number): string | null {
  const totals = {
    possible,
    attended,
    authorised: possible - attended,
    unauthorised: 0,
    late: null,
    percent: null,
    from: null,
    to: null,
  };
  const { current } = decide(
    prepareLadder(steps),
    { pupilId: 'p', totals },
    { asOf: AS_OF, calendar: buildCalendar([], []), actions: null },
  );
  return current.answer === 'step' ? (current.step?.title ?? null) : null;
}

const percent = fc.oneof(
  fc.integer({ min: 40, max: 100 }),
  fc.integer({ min: 800, max: 1000 }).map((tenths) => tenths / 10),
);
const trigger: fc.Arbitrary<Trigger> = fc.oneof(
  fc.record({
    metric: fc.constant('attendance' as const),
    op: fc.constantFrom('<' as const, '<=' as const),
    value: percent,
    unit: fc.constant('percent' as const),
  }),
  percent.map(
    (value): Trigger => ({ metric: 'absence', op: '>=', value: Math.round((100 - value) * 10) / 10, unit: 'percent' }),
  ),
  fc.tuple(percent, percent).map(([a, b]): Trigger => ({ band: [Math.min(a, b), Math.max(a, b)] })),
);
const ladders = fc
  .array(trigger, { minLength: 1, maxLength: 6 })
  .map((triggers) => triggers.map((each, index) => step(index + 1, each)));

describe('the pieces of the calculator', () => {
  it('say what the engine says, at every number of sessions of a full year, for any ladder of percentages', () => {
    fc.assert(
      fc.property(ladders, (steps) => {
        const pieces = whatIfPieces(steps, AS_OF);
        for (let attended = 0; attended <= YEAR; attended++) {
          const found = pieceAt(pieces, attended, YEAR);
          expect({ attended, pieces: found.length }).toEqual({ attended, pieces: 1 });
          expect({ attended, step: found[0]?.steps[0]?.title ?? null }).toEqual({
            attended,
            step: stepOf(steps, attended, YEAR),
          });
        }
      }),
      { numRuns: 60 },
    );
  });

  it('say it in days too: the days of the table hold exactly the sessions on which the engine gives the step', () => {
    fc.assert(
      fc.property(ladders, (steps) => {
        for (const piece of whatIfPieces(steps, AS_OF)) {
          const missed = Array.from({ length: YEAR + 1 }, (_, at) => at).filter(
            (at) => pieceAt([piece], YEAR - at, YEAR).length > 0,
          );
          expect(sayDays(piece).match(/\d+(?:\.\d)?/g) ?? []).toEqual(
            missed.length === 0
              ? []
              : [...new Set([missed[0], piece.lowTenths === 0 ? missed[0] : missed.at(-1)])].map((at) =>
                  String((at ?? 0) / 2),
                ),
          );
        }
      }),
      { numRuns: 60 },
    );
  });

  it('go by attendance alone: counts of days, waits and words beside the ladder change nothing', () => {
    const noise: Trigger[] = [
      { metric: 'absenceDays', op: '>=', value: 1, unit: 'days' },
      { metric: 'unauthorisedSessions', op: '>=', value: 1, unit: 'sessions' },
      { metric: 'unauthorisedSessions', op: '>=', value: 5, unit: 'percent' },
      { metric: 'attendance', op: '<', value: 99, unit: 'percent', window: 'half term' },
      { metric: 'consecutiveAbsenceDays', op: '>=', value: 1, unit: 'days', condition: 'a pupil is absent' },
      { afterStep: 1, window: '2 weeks' },
      { condition: 'targets are not met' },
    ];
    fc.assert(
      fc.property(ladders, fc.subarray(noise), (steps, triggers) => {
        const more = triggers.map((each, index) => step(steps.length + index + 1, each));
        const mixed = steps.map((each, index) => {
          const extra = triggers[index];
          // The engine settles shared ends of bands only where a band stands alone.
          return extra && !each.trigger.band ? { ...each, trigger: { anyOf: [each.trigger, extra] } } : each;
        });
        const told = (pieces: readonly WhatIfPiece[]) => pieces.map((each) => [sayRange(each), each.steps[0]?.title]);
        const expected = told(whatIfPieces(steps, AS_OF));
        expect(told(whatIfPieces([...steps, ...more], AS_OF))).toEqual(expected);
        expect(told(whatIfPieces([...more, ...mixed], AS_OF))).toEqual(expected);
      }),
      { numRuns: 40 },
    );
  });

  it('know where "persistent absence" and "severe absence" begin, which a step may name without a figure', () => {
    const pieces = whatIfPieces(
      [
        step(1, { band: [91, 95] }),
        step(2, { condition: 'Persistent absence' }),
        step(3, { condition: 'Severe absence' }),
      ],
      AS_OF,
    );
    const names = pieces.map((each) => [sayRange(each), each.steps[0]?.title ?? 'none']);
    expect(names).toContainEqual(['above 50% up to and including 90%', 'Stage 2']);
    expect(names).toContainEqual(['50% or below', 'Stage 3']);
  });

  it('name a step of every ladder that holds, the one of falling attendance first', () => {
    const other = { ...step(7, below(90)), sequence: 'other' as const, title: 'No trips' };
    const pieces = whatIfPieces([other, step(1, below(95)), step(2, below(90))], AS_OF);
    expect(pieces.map(({ steps }) => steps.map(({ title }) => title))).toEqual([
      [],
      ['Stage 1'],
      ['Stage 2', 'No trips'],
    ]);
  });

  it('are one piece without a step where the ladder names no percentage', () => {
    const pieces = whatIfPieces([step(1, { metric: 'lateMarks', op: '>=', value: 3, unit: 'occurrences' })], AS_OF);
    expect(pieces).toHaveLength(1);
    expect(pieces[0]?.steps).toEqual([]);
  });
});

const piece = (lowTenths: number, isLowIn: boolean, highTenths: number, isHighIn: boolean): WhatIfPiece => ({
  lowTenths,
  isLowIn,
  highTenths,
  isHighIn,
  steps: [],
});

describe('a range in words', () => {
  it.each([
    [piece(950, true, 1000, true), '95% or above', '0 to 9.5 days'],
    [piece(950, false, 1000, true), 'above 95%', '0 to 9 days'],
    [piece(900, true, 950, false), 'from 90% to below 95%', '10 to 19 days'],
    [piece(900, false, 950, true), 'above 90% up to and including 95%', '9.5 to 18.5 days'],
    [piece(0, true, 900, false), 'below 90%', '19.5 days or more'],
    [piece(0, true, 900, true), '90% or below', '19 days or more'],
    [piece(925, true, 950, false), 'from 92.5% to below 95%', '10 to 14 days'],
    [piece(900, true, 900, true), 'exactly 90%', '19 days'],
    [piece(949, false, 950, false), 'above 94.9% to below 95%', 'no whole half day'],
    [piece(1000, true, 1000, true), 'exactly 100%', '0 days'],
    [piece(997, false, 999, false), 'above 99.7% to below 99.9%', '0.5 days'],
  ])('%#: %s', (each, range, days) => {
    expect({ range: sayRange(each), days: sayDays(each) }).toEqual({ range, days });
  });

  it('a ladder with shared ends has no gap and no overlap', () => {
    const pieces = whatIfPieces([step(1, below(95)), step(2, below(90))], AS_OF);
    expect(pieces.map(sayRange)).toEqual(['95% or above', 'from 90% to below 95%', 'below 90%']);
  });
});
