import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildCalendar } from '#core/attendance/calendar.ts';
import { addDays, weekday } from '#core/attendance/day.ts';
import type { CalendarEntry, Mark } from '#core/attendance/pupil.ts';
import { decide, prepareLadder } from '#core/escalation/decide.ts';
import type { Decision } from '#core/escalation/decision.ts';
import type { Step, Trigger } from '#core/policy/schema.ts';
import { step } from './ladders.ts';
import { currentStep, national, type Rule, readings, type World, worldAfter } from './oracle.ts';

const runs = Number(process.env.ROLLMARK_RUNS ?? 200);
/** Milliseconds for a property: a run takes a few, on a busy machine some tens, and the first failure is made smaller for as long. */
const TIME = 60_000 + runs * 100;

/** Codes as they come in a register, present far more often than not. */
const code = fc.oneof(
  { weight: 60, arbitrary: fc.constant('/') },
  { weight: 12, arbitrary: fc.constantFrom('I', 'M', 'C', 'C2') },
  { weight: 12, arbitrary: fc.constantFrom('O', 'U', 'N', 'G') },
  { weight: 6, arbitrary: fc.constant('L') },
  { weight: 4, arbitrary: fc.constantFrom('Y1', 'Q', 'D', '#', 'B') },
  { weight: 2, arbitrary: fc.constantFrom('-', '') },
);
/** What makes a register doubtful; few of them, since the oracle tries every reading. */
const trouble = fc.constantFrom('?', 'H', 'conflict', 'repeat', 'weekend');

interface Case {
  rules: Rule[];
  steps: Step[];
  world: World;
}

const sessions = fc.oneof(
  { weight: 3, arbitrary: fc.integer({ min: 0, max: 30 }) },
  { weight: 3, arbitrary: fc.integer({ min: 60, max: 150 }) },
);

const registers = fc
  .record({
    codes: sessions.chain((length) => fc.array(code, { minLength: length, maxLength: length })),
    runsOfAbsence: fc.array(
      fc.record({
        at: fc.nat(140),
        length: fc.integer({ min: 1, max: 14 }),
        code: fc.constantFrom('O', 'I', 'N', 'G'),
      }),
      { maxLength: 3 },
    ),
    start: fc.constantFrom<string>('2025-09-01', '2025-09-03', '2026-01-06', '2025-06-02'),
    troubles: fc.oneof(
      { weight: 3, arbitrary: fc.constant([]) },
      { weight: 1, arbitrary: fc.array(fc.record({ at: fc.nat(140), what: trouble }), { maxLength: 2 }) },
    ),
    withCalendar: fc.boolean(),
    breaks: fc.array(fc.record({ week: fc.integer({ min: 1, max: 20 }), length: fc.integer({ min: 1, max: 2 }) }), {
      maxLength: 2,
    }),
    lateAsOf: fc.integer({ min: -12, max: 4 }),
    enrolled: fc.boolean(),
  })
  .map((given): Pick<World, 'marks' | 'entries' | 'asOf' | 'enrolledFrom'> => {
    const isBreak = (date: string): boolean =>
      given.breaks.some(
        ({ week, length }) =>
          date >= addDays(given.start, week * 7) && date < addDays(given.start, (week + length) * 7),
      );
    const codes = [...given.codes];
    for (const run of given.runsOfAbsence)
      for (let at = run.at; at < run.at + run.length && at < codes.length; at++) codes[at] = run.code;
    const marks: Mark[] = [];
    let date = given.start;
    for (const [index, value] of codes.entries()) {
      while (weekday(date) >= 5 || isBreak(date)) date = addDays(date, 1);
      marks.push({ date, session: index % 2 ? 'PM' : 'AM', code: value });
      if (index % 2) date = addDays(date, 1);
    }
    for (const { at, what } of given.troubles) {
      const mark = marks[at % Math.max(1, marks.length)];
      if (!mark) continue;
      if (what === 'conflict') marks.push({ ...mark, code: mark.code === 'O' ? 'I' : 'O' });
      else if (what === 'repeat') marks.push({ ...mark });
      else if (what === 'weekend')
        marks.push({ date: addDays(mark.date, 5 - weekday(mark.date)), session: 'AM', code: 'O' });
      else mark.code = what;
    }
    const last =
      marks
        .map((mark) => mark.date)
        .sort()
        .at(-1) ?? given.start;
    const asOf = addDays(last, given.lateAsOf);
    const entries: CalendarEntry[] = [];
    if (given.withCalendar)
      for (let day = given.start; day <= '2026-07-22'; day = addDays(day, 1))
        if (weekday(day) < 5)
          for (const session of ['AM', 'PM'] as const) entries.push({ date: day, session, open: !isBreak(day) });
    return { marks, entries, asOf, ...(given.enrolled ? { enrolledFrom: addDays(given.start, 2) } : {}) };
  });

/** Ladders of one metric or several, mildest first, in an order to be found out again by the engine. */
const percents = fc
  .uniqueArray(fc.constantFrom(98, 97, 96.9, 95, 93, 92.5, 91, 90, 85, 80, 70, 50), { minLength: 1, maxLength: 5 })
  .map((list) => list.sort((a, b) => b - a));
const thresholds = fc
  .record({ percents, ops: fc.array(fc.boolean(), { minLength: 5, maxLength: 5 }) })
  .map(({ percents: list, ops }) =>
    list.map(
      (value, at): Rule =>
        ops[at] ? { name: `rung ${value}`, below: value } : { name: `rung ${value}`, orBelow: value },
    ),
  );
const bands = fc
  .record({
    tops: percents,
    widths: fc.array(fc.constantFrom(0, 0.1, 1, 2), { minLength: 5, maxLength: 5 }),
    open: fc.array(fc.boolean(), { minLength: 5, maxLength: 5 }),
    lowest: fc.constantFrom(0, 40, 60),
  })
  .map(({ tops, widths, open, lowest }) =>
    tops.map((top, at): Rule => {
      const low = Math.max(lowest, (tops[at + 1] ?? lowest) + (widths[at] ?? 0));
      return { name: `band ${top}`, band: [Math.min(low, top), top], ...(open[at] ? { open: true } : {}) };
    }),
  );
const counts = fc.constantFrom<Rule[]>(
  [],
  [{ name: 'ten unauthorised', count: { what: 'unauthorised', atLeast: 6 } }],
  [{ name: 'six in four weeks', count: { what: 'unauthorised', atLeast: 6, schoolWeeks: 4 } }],
  [
    { name: 'three late', count: { what: 'late', atLeast: 3 } },
    { name: 'seven late', count: { what: 'late', atLeast: 7 } },
  ],
  [{ name: 'three days running', count: { what: 'running', atLeast: 6 } }],
  [{ name: 'fine', count: { what: 'unauthorised', atLeast: 10, schoolWeeks: 10 }, enforcementOnly: true }],
);

const ladders = fc
  .record({
    list: fc.oneof(
      thresholds,
      bands,
      // "90% or below" and persistent absence are one line, so that their order is only the printed one.
      thresholds.map((list) => [
        ...list.slice(0, 1).filter((rule) => rule.orBelow !== 90),
        { name: 'PA', status: 'persistent' } as Rule,
      ]),
    ),
    extra: counts,
    enforce: fc.boolean(),
    backwards: fc.boolean(),
  })
  .map(({ list, extra, enforce, backwards }) => {
    const sorted = [...list].sort(
      (a, b) => beginOf(b) - beginOf(a) || Number(a.below !== undefined) - Number(b.below !== undefined),
    );
    const last = sorted.at(-1);
    if (enforce && last && sorted.length > 1) last.enforcementOnly = true;
    const rules = [...sorted, ...extra];
    // Percentages may be printed the other way round; what follows the last of them then follows the first.
    const printed = backwards && extra.length === 0 ? [...sorted].reverse() : rules;
    return { rules, steps: printed.map((rule, at) => stepOf(rule, at + 1)) };
  });

function beginOf(rule: Rule): number {
  return rule.below ?? rule.orBelow ?? rule.band?.[1] ?? 90;
}

function stepOf(rule: Rule, order: number): Step {
  return step(order, triggerFor(rule), {
    title: rule.name,
    ...(rule.enforcementOnly ? { actions: ['prosecution'], enforcement: [0] } : {}),
    ...(rule.status ? { title: 'Persistent absence' } : {}),
  });
}

function triggerFor(rule: Rule): Trigger {
  if (rule.band)
    return {
      band: rule.band,
      ...(rule.open ? { metric: 'attendance', op: '<', value: rule.band[1], unit: 'percent' } : {}),
    };
  if (rule.status) return { condition: 'persistent absence' };
  if (rule.below !== undefined || rule.orBelow !== undefined)
    return {
      metric: 'attendance',
      op: rule.below !== undefined ? '<' : '<=',
      value: rule.below ?? rule.orBelow ?? 0,
      unit: 'percent',
    };
  const { what = 'absent', atLeast = 0, schoolWeeks } = rule.count ?? {};
  const window = schoolWeeks === undefined ? {} : { window: `${schoolWeeks} school weeks` };
  if (what === 'late') return { metric: 'lateMarks', op: '>=', value: atLeast, unit: 'occurrences', ...window };
  if (what === 'running') return { metric: 'consecutiveAbsenceDays', op: '>=', value: atLeast / 2, unit: 'days' };
  return {
    metric: what === 'absent' ? 'sessions' : 'unauthorisedSessions',
    op: '>=',
    value: atLeast,
    unit: 'sessions',
    ...window,
  };
}

const cases = fc
  .record({
    ladder: ladders,
    register: registers,
    recorded: fc.oneof(fc.constant(null), fc.array(fc.nat(4), { maxLength: 4 })),
  })
  .map(
    ({ ladder, register, recorded }): Case => ({
      ...ladder,
      world: { ...register, recorded: recorded?.flatMap((at) => ladder.rules[at]?.name ?? []) ?? null },
    }),
  );

function decideFor({ steps, rules }: Case, world: World): Decision {
  const actions =
    world.recorded?.map((name) => ({
      pupilId: 'P1',
      step: rules.find((rule) => rule.name === name)?.status ? 'Persistent absence' : name,
      date: world.asOf,
    })) ?? null;
  const pupil = { pupilId: 'P1', marks: world.marks, enrolledFrom: world.enrolledFrom };
  return decide(prepareLadder(steps), pupil, {
    asOf: world.asOf,
    calendar: buildCalendar(world.entries, [pupil]),
    actions,
  });
}

/** The engine's step by the oracle's names; undefined for "cannot tell". */
function stepName(decision: Decision): string | null | undefined {
  if (decision.current.answer === 'cannot-tell') return undefined;
  const title = decision.current.step?.title ?? null;
  return title === 'Persistent absence' ? 'PA' : title;
}

describe('against the oracle', { timeout: TIME }, () => {
  it('the current step and the national threshold are the same', () => {
    fc.assert(
      fc.property(cases, (given) => {
        const decision = decideFor(given, given.world);
        expect(decision.status.penaltyThreshold.answer).toBe(national(given.world));
        expect(stepName(decision)).toBe(currentStep(given.rules, given.world));
      }),
      { numRuns: runs },
    );
  });

  it('`next` names the fewest marks: with them the step is current, and with fewer of their kind it is not', () => {
    fc.assert(
      fc.property(cases, (given) => {
        const { next } = decideFor(given, given.world);
        if (!next || next.needs.action !== undefined) return;
        const kind = next.needs.unauthorised ? 'O' : next.needs.late ? 'L' : 'I';
        const count = next.needs.unauthorised ?? next.needs.late ?? next.needs.absent ?? 0;
        const named = next.step.title === 'Persistent absence' ? 'PA' : next.step.title;
        const then = worldAfter(given.world, count, kind);
        expect(then).not.toBeNull();
        if (!then) return;
        expect(currentStep(given.rules, then)).toBe(named);
        expect(stepName(decideFor(given, then))).toBe(named);
        for (let fewer = Math.max(1, count - 3); fewer < count; fewer++) {
          const before = worldAfter(given.world, fewer, kind);
          if (before) expect(currentStep(given.rules, before)).not.toBe(named);
        }
      }),
      { numRuns: runs },
    );
  });

  it('without a `next`, no number of marks of one kind leads to a more severe step', () => {
    fc.assert(
      fc.property(cases, fc.constantFrom('I', 'O', 'L'), fc.integer({ min: 1, max: 40 }), (given, kind, count) => {
        const decision = decideFor(given, given.world);
        if (decision.next || decision.current.answer === 'cannot-tell' || readings(given.world).length > 1) return;
        const place = (name: string | null | undefined): number => given.rules.findIndex((rule) => rule.name === name);
        const then = worldAfter(given.world, count, kind);
        if (!then) return;
        const reached = currentStep(given.rules, then);
        if (reached) expect(place(reached)).toBeLessThanOrEqual(Math.max(place(stepName(decision)), -1));
      }),
      { numRuns: runs },
    );
  });

  it('`leaves` is exact: with that many attended sessions the pupil is on a less severe step, and with one fewer not', () => {
    fc.assert(
      fc.property(cases, (given) => {
        const decision = decideFor(given, given.world);
        if (!decision.leaves) return;
        const named = stepName(decision);
        const place = (name: string | null | undefined): number => given.rules.findIndex((rule) => rule.name === name);
        const then = worldAfter(given.world, decision.leaves.attended, '/');
        expect(then).not.toBeNull();
        if (!then) return;
        const left = currentStep(given.rules, then);
        expect(left).not.toBeUndefined();
        expect(place(left)).toBeLessThan(place(named));
        const before = worldAfter(given.world, decision.leaves.attended - 1, '/');
        // Until then a more severe step may show, that enforcement was held back for: that is no leaving.
        if (before) expect(place(currentStep(given.rules, before))).toBeGreaterThanOrEqual(place(named));
      }),
      { numRuns: runs },
    );
  });

  it('marks after the as-of day change nothing but their number', () => {
    fc.assert(
      fc.property(cases, (given) => {
        const cut = { ...given.world, marks: given.world.marks.filter((mark) => mark.date <= given.world.asOf) };
        const whole = decideFor(given, given.world);
        const part = decideFor(given, cut);
        const said = (list: readonly string[]): string[] => list.filter((sentence) => !sentence.includes(' left out'));
        expect({ ...whole, cannotTell: said(whole.cannotTell) }).toEqual({
          ...part,
          cannotTell: said(part.cannotTell),
        });
      }),
      { numRuns: runs },
    );
  });
});
