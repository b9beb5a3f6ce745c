import { readFileSync } from 'node:fs';
import { ZenEngine } from '@gorules/zen-engine';
import { Engine, type RuleProperties } from 'json-rules-engine';
import { buildCalendar } from '#core/attendance/calendar.ts';
import { addDays, weekday } from '#core/attendance/day.ts';
import type { ActionTaken, Mark, PupilRecord } from '#core/attendance/pupil.ts';
import { decide, prepareLadder } from '#core/escalation/decide.ts';
import type { Decision } from '#core/escalation/decision.ts';
import { isInForce, registerCode } from '#core/guidance/codes.ts';
import { readPolicy } from '#core/policy/parse.ts';
import type { Row } from './measure.ts';

/**
 * Pupils decided per second, each from the same 380 mark objects, reasons built in full and read; against two rule engines
 * that are given the same ladder and the counts ready made, and against a bare loop that looks each code up by its date.
 */

const PUPILS = 300;
const SESSIONS = 380;
const ROUNDS = 25;
const BATCH = 20;
const FIRST_DAY = '2025-09-01';

/** The same pseudo-random numbers in every run, from 0 up to 1. */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** A school year of 380 sessions for each pupil, most of them attended, a few pupils hardly at all. */
function pupils(): PupilRecord[] {
  const random = numbers(20_251_101);
  const days: string[] = [];
  for (let day = FIRST_DAY; days.length < SESSIONS / 2; day = addDays(day, 1)) if (weekday(day) < 5) days.push(day);
  return Array.from({ length: PUPILS }, (_, index) => {
    const absence = random() ** 3 * 0.4;
    const codeFor = (present: string): string => {
      if (random() < absence) return 'IIIMOONUGC'.charAt(Math.floor(random() * 10));
      return random() < 0.03 ? 'L' : random() < 0.01 ? 'V' : present;
    };
    const marks = days.flatMap((date): Mark[] => [
      { date, session: 'AM', code: codeFor('/') },
      { date, session: 'PM', code: codeFor('\\') },
    ]);
    return { pupilId: String(1000 + index), marks };
  });
}

/** Every other pupil has had the first two steps. */
function actionsFor(register: readonly PupilRecord[]): ActionTaken[] {
  return register.flatMap(({ pupilId }, index) =>
    index % 2 ? [] : ['1', '2'].map((step, at) => ({ pupilId, step, date: addDays(FIRST_DAY, 40 + 30 * at) })),
  );
}

/** What the two rule engines are given: the figures that the sample policy's steps ask for, already counted. */
interface Counts {
  [figure: string]: number;
}

function countsOf({ attendance, status }: Decision, index: number): Counts {
  return {
    missed: 100 - (attendance.percent ?? 100),
    attendance: attendance.percent ?? 100,
    unauthorisedInTenWeeks: status.penaltyThreshold.unauthorisedInWindow ?? 0,
    lateInHalfTerm: (attendance.late ?? 0) % 9,
    absentInARow: index % 4,
    absentDaysInARow: index % 4,
    weeksSinceStep2: index % 2 ? -1 : 20,
    weeksSinceStep4: -1,
    weeksSincePenalty: -1,
    improved: index % 3 ? 1 : 0,
  };
}

/** The steps of the sample policy as comparisons: each line of a step is one way onto it. */
const STEPS: readonly { step: string; when: readonly [figure: string, op: '<' | '<=' | '>=', value: number][] }[] = [
  { step: 'firstDay 1', when: [['absentInARow', '>=', 1]] },
  { step: 'firstDay 3', when: [['absentDaysInARow', '>=', 10]] },
  { step: 'lateness 1', when: [['lateInHalfTerm', '>=', 3]] },
  { step: 'lateness 2', when: [['lateInHalfTerm', '>=', 6]] },
  { step: 'main 1', when: [['attendance', '<', 96]] },
  { step: 'main 2', when: [['attendance', '<', 94]] },
  { step: 'main 3', when: [['attendance', '<', 92]] },
  {
    step: 'main 3 after 2',
    when: [
      ['weeksSinceStep2', '>=', 3],
      ['improved', '<', 1],
    ],
  },
  { step: 'main 4', when: [['attendance', '<=', 90]] },
  {
    step: 'main 5',
    when: [
      ['weeksSinceStep4', '>=', 6],
      ['improved', '<', 1],
    ],
  },
  { step: 'main 6', when: [['unauthorisedInTenWeeks', '>=', 10]] },
  { step: 'penalty 1', when: [['unauthorisedInTenWeeks', '>=', 10]] },
  { step: 'penalty 2', when: [['weeksSincePenalty', '>=', 0]] },
];

/** The same as one decision table that collects every step that holds. */
function zenDecision(): ReturnType<ZenEngine['createDecision']> {
  const figures = [...new Set(STEPS.flatMap(({ when }) => when.map(([figure]) => figure)))];
  const rules = STEPS.map(({ step, when }, index) => ({
    _id: `rule${index}`,
    ...Object.fromEntries(
      figures.map((figure) => {
        const part = when.find(([named]) => named === figure);
        return [figure, part ? `${part[1]} ${part[2]}` : ''];
      }),
    ),
    step: JSON.stringify(step),
  }));
  return new ZenEngine().createDecision({
    nodes: [
      { id: 'in', name: 'in', type: 'inputNode', position: { x: 0, y: 0 } },
      {
        id: 'ladder',
        name: 'ladder',
        type: 'decisionTableNode',
        position: { x: 1, y: 0 },
        content: {
          hitPolicy: 'collect',
          inputs: figures.map((figure) => ({ id: figure, name: figure, field: figure })),
          outputs: [{ id: 'step', name: 'step', field: 'step' }],
          rules,
        },
      },
      { id: 'out', name: 'out', type: 'outputNode', position: { x: 2, y: 0 } },
    ],
    edges: [
      { id: 'a', sourceId: 'in', targetId: 'ladder', type: 'edge' },
      { id: 'b', sourceId: 'ladder', targetId: 'out', type: 'edge' },
    ],
  });
}

const OPERATORS = { '<': 'lessThan', '<=': 'lessThanInclusive', '>=': 'greaterThanInclusive' };

function jsonRules(): Engine {
  const rules = STEPS.map(
    ({ step, when }): RuleProperties => ({
      conditions: { all: when.map(([fact, op, value]) => ({ fact, operator: OPERATORS[op], value })) },
      event: { type: step },
    }),
  );
  return new Engine(rules);
}

/** Reads the decision as whoever shows it would: the last letter of every sentence, and how many marks stand behind it. */
function readThrough({ because, notYet, next, leaves, other, asks, cannotTell, due }: Decision): number {
  let seen =
    due.length + readReasons(because) + readReasons(notYet) + lastLetter(next?.text) + lastLetter(leaves?.text);
  for (const one of other) seen += lastLetter(one.next?.text);
  for (const { question } of asks) seen += lastLetter(question);
  for (const text of cannotTell) seen += lastLetter(text);
  return seen;
}

function readReasons(reasons: Decision['because']): number {
  let seen = 0;
  for (const { text, marks } of reasons) seen += lastLetter(text) + (marks?.length ?? 0);
  return seen;
}

function lastLetter(text = ' '): number {
  return text.charCodeAt(text.length - 1);
}

/** Looks each code up by its date and tallies the classes: what any reader of a register must do at the least. */
function tally(marks: readonly Mark[]): Record<string, number> {
  const counts: Record<string, number> = {
    present: 0,
    educational: 0,
    authorised: 0,
    unauthorised: 0,
    notPossible: 0,
    notCollected: 0,
    unknown: 0,
  };
  for (const { code, date } of marks) {
    const known = registerCode(code);
    const of = known && isInForce(known, date) ? known.class : 'unknown';
    counts[of] = (counts[of] ?? 0) + 1;
  }
  return counts;
}

/**
 * Pupils per second: the pupils in batches, all the work on each in turn, round after round, and of each batch the fastest
 * run. A batch takes a few milliseconds, so that a busy machine leaves some runs of it alone. In each round the pupils are
 * gone through twice and timed the second time: what the engine before left in the caches is not what is measured.
 */
async function perSecond(
  work: Readonly<Record<string, (first: number, end: number) => unknown>>,
): Promise<Record<string, number>> {
  const batches = PUPILS / BATCH;
  const fastest = new Map(Object.keys(work).map((name) => [name, new Array<number>(batches).fill(Number.NaN)]));
  for (let round = 0; round < ROUNDS + 3; round++)
    for (const [name, run] of Object.entries(work)) {
      const best = fastest.get(name);
      await run(0, PUPILS);
      for (let batch = 0; batch < batches; batch++) {
        const started = performance.now();
        await run(batch * BATCH, (batch + 1) * BATCH);
        const took = performance.now() - started;
        if (round >= 3 && best && !((best[batch] ?? Number.NaN) <= took)) best[batch] = took;
      }
    }
  return Object.fromEntries(
    [...fastest].map(([name, each]) => [name, (PUPILS * 1000) / each.reduce((sum, took) => sum + took, 0)]),
  );
}

/** The rows of the table, from the sample policy's own ladder. */
export async function benchDeciding(): Promise<Row[]> {
  const ladder = prepareLadder(
    readPolicy(readFileSync('samples/policies/hartsmere-primary.md', 'utf8')).parsed.escalation,
  );
  const register = pupils();
  const asOf = register[0]?.marks?.at(-1)?.date ?? FIRST_DAY;
  const context = { asOf, calendar: buildCalendar([], register), actions: actionsFor(register) };
  const counts = register.map((pupil, index) => countsOf(decide(ladder, pupil, context), index));
  const zen = zenDecision();
  const rules = jsonRules();
  let kept: unknown;
  const rates = await perSecond({
    Rollmark: (first, end) => {
      for (const pupil of register.slice(first, end)) kept = readThrough(decide(ladder, pupil, context));
    },
    'bare loop': (first, end) => {
      for (const pupil of register.slice(first, end)) kept = tally(pupil.marks ?? []);
    },
    'zen-engine with its trace': async (first, end) => {
      for (const input of counts.slice(first, end)) kept = await zen.evaluate(input, { trace: true });
    },
    'zen-engine without reasons': async (first, end) => {
      for (const input of counts.slice(first, end)) kept = await zen.evaluate(input);
    },
    'json-rules-engine': async (first, end) => {
      for (const input of counts.slice(first, end)) kept = await rules.run(input);
    },
  });
  if (kept === undefined) throw new Error('Nothing was decided, so nothing was measured.');
  const own = rates.Rollmark ?? Number.NaN;
  const against = (name: string, goal?: number): Row => {
    const value = own / (rates[name] ?? Number.NaN);
    const row = { what: `against ${name}`, value, unit: `× ${name}` };
    return goal === undefined ? row : { ...row, goal: `≥ ${goal}`, met: value >= goal };
  };
  return [
    ...Object.entries(rates).map(([what, value]) => ({ what, value, unit: 'pupils per second' })),
    against('zen-engine with its trace', 10),
    against('zen-engine without reasons'),
    against('json-rules-engine', 3),
    against('bare loop', 0.25),
  ];
}
