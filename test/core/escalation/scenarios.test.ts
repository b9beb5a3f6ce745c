import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { readActions } from '#core/attendance/actions.ts';
import { buildCalendar } from '#core/attendance/calendar.ts';
import { readCalendar } from '#core/attendance/calendar-file.ts';
import { readRegister } from '#core/attendance/register.ts';
import { decide, prepareLadder } from '#core/escalation/decide.ts';
import type { Decision, StepRef } from '#core/escalation/decision.ts';
import { readPolicy } from '#core/policy/parse.ts';
import { AFTER } from './scenarios/after.ts';
import { COUNTING } from './scenarios/counting.ts';
import { ENFORCEMENT } from './scenarios/enforcement.ts';
import { LADDERS } from './scenarios/ladders.ts';
import { MORE } from './scenarios/more.ts';
import type { Expected, Scenario } from './scenarios/scenario.ts';
import { SOURCES } from './scenarios/sources.ts';

/** The whole way of `rollmark escalate`, from the policy's text to the decision. */
function decisionOf(scenario: Scenario): { decision: Decision; said: string } {
  const { pupils, problems } = readRegister(rowsOf(scenario.register));
  const entries = scenario.calendar === undefined ? [] : readCalendar(rowsOf(scenario.calendar)).entries;
  const taken = scenario.actions === undefined ? null : readActions(rowsOf(scenario.actions)).actions;
  const pupil = pupils.find(({ pupilId }) => pupilId === (scenario.pupil ?? pupils[0]?.pupilId));
  if (!pupil) throw new Error('the register has no pupil');
  const decision = decide(prepareLadder(readPolicy(scenario.policy).parsed.escalation), pupil, {
    asOf: scenario.asOf,
    calendar: buildCalendar(entries, pupils),
    actions: taken?.filter(({ pupilId }) => pupilId === pupil.pupilId) ?? null,
  });
  const reasons = [...decision.because, ...decision.notYet].map(({ text }) => text);
  return { decision, said: [...reasons, ...decision.cannotTell, ...problems.map(({ message }) => message)].join('\n') };
}

const rowsOf = (csv: string): string[][] => parse(csv, { relaxColumnCount: true, quote: null });

const orderOf = ({ order, sub = '' }: StepRef): string => `${order}${sub}`;

const currentOf = ({ answer, step }: Decision['current']): string => (step ? orderOf(step) : answer);

/** The part of the decision that the scenario speaks of, in the scenario's own shape. */
function comparable(decision: Decision, expected: Expected): Expected {
  const pa = decision.status.persistentAbsence;
  const nextOf = (next: Decision['next']): (Expected['next'] & object) | null =>
    next && { step: orderOf(next.step), needs: { ...next.needs } };
  const pick = (from: object, like: object): Record<string, unknown> =>
    Object.fromEntries(Object.entries(from).filter(([key]) => key in like));
  const all: Expected = {
    current: currentOf(decision.current),
    due: decision.due.map(orderOf),
    skipped: decision.skipped.map(orderOf),
    next: nextOf(decision.next),
    leaves: decision.leaves?.attended ?? null,
    attendance: pick(decision.attendance, expected.attendance ?? {}) as Record<string, number | null>,
    persistentAbsence: [pa.answer, pa.absent, pa.possible, pa.margin],
    severeAbsence: decision.status.severeAbsence.answer,
    penaltyThreshold: pick(decision.status.penaltyThreshold, expected.penaltyThreshold ?? {}) as never,
    penaltyNotices: pick(decision.status.penaltyNotices, expected.penaltyNotices ?? {}) as never,
    asks: decision.asks.map(({ step }) => orderOf(step)),
    elsewhere: decision.elsewhere.map(orderOf),
    other: Object.fromEntries(
      decision.other.flatMap(({ sequence, current, due, next }) => {
        const like = expected.other?.[sequence];
        if (!like) return [];
        return [
          [sequence, pick({ current: currentOf(current), due: due.map(orderOf), next: nextOf(next) }, like) as never],
        ];
      }),
    ),
  };
  return pick(all, expected) as Expected;
}

const CHECKED_APART = new Set(['cannotTell', 'says', 'withheld']);

describe.each([
  ['counting', COUNTING],
  ['registers', SOURCES],
  ['ladders', LADDERS],
  ['enforcement', ENFORCEMENT],
  ['after-steps', AFTER],
  ['policies of other shapes', MORE],
])('%s, decided by hand', (_, scenarios) => {
  it.each(scenarios.map((scenario) => [scenario.name, scenario] as const))('%s', (_name, scenario) => {
    const { decision, said } = decisionOf(scenario);
    const { expected } = scenario;
    const figures = Object.fromEntries(Object.entries(expected).filter(([key]) => !CHECKED_APART.has(key)));
    expect(comparable(decision, expected)).toMatchObject(figures);
    for (const words of expected.cannotTell ?? []) expect(decision.cannotTell.join('\n')).toMatch(words);
    for (const words of expected.says ?? []) expect(said).toMatch(words);
    if (expected.withheld) {
      expect(decision.current.withheld.map(({ why }) => why)).toHaveLength(expected.withheld.length);
      for (const words of expected.withheld)
        expect(decision.current.withheld.map(({ why }) => why).join('\n')).toMatch(words);
    }
  });
});
