import { describe, expect, it } from 'vitest';
import { createDocumentReader } from '#core/policy/document.ts';
import { createResolver } from '#core/policy/resolve.ts';
import { AttendancePolicySchema, type Fact, QuestionSchema, type Step } from '#core/policy/schema.ts';

const TEXT = Array.from({ length: 40 }, (_, line) => `Line ${line + 1} of a policy.`).join('\n\n');
const document = createDocumentReader()(TEXT);

/** A fact on a line of its own, with values given. */
function fact(values: object, line: number): Fact {
  const span = document.span((line - 1) * 10, (line - 1) * 10 + 5);
  return { ...values, line, span, quote: document.source.slice(span), confidence: 'certain' } as Fact;
}
const time = (field: string, value: string, line: number, scope?: string) =>
  fact({ kind: 'time', field, value, ...(scope ? { scope } : {}) }, line);
const date = (field: string, value: string, line: number) => fact({ kind: 'date', field, value }, line);
const person = (role: string, name: string, line: number) => fact({ kind: 'role', role, name }, line);

function resolve(facts: Fact[], steps: Step[] = [], text?: string) {
  return createResolver()(text === undefined ? document : createDocumentReader()(text), facts, steps);
}

describe('values beside their facts', () => {
  it('gathers mentions that agree', () => {
    const { policy, questions } = resolve([time('amRegisterCloses', '09:20', 3), time('amRegisterCloses', '09:20', 9)]);
    expect(policy.registers.am.closes).toEqual([{ value: '09:20', facts: [0, 1] }]);
    expect([policy.conflicts, questions]).toEqual([[], []]);
  });
  it('keeps phases apart without a conflict', () => {
    const { policy } = resolve([
      time('schoolDayStart', '08:50', 1, 'Key Stage 1'),
      time('schoolDayStart', '09:00', 2, 'Nursery'),
    ]);
    expect(policy.day.start.map((one) => one.scope)).toEqual(['Key Stage 1', 'Nursery']);
    expect(policy.conflicts).toEqual([]);
  });
  it('takes the last of several adoptions', () =>
    expect(
      resolve([date('approved', '2019-06', 1), date('approved', '2022-06', 2), date('approved', '2020-06', 3)]).policy
        .review.approved,
    ).toEqual([{ value: '2022-06', facts: [1] }]));
  it('lets a full date stand for its month', () => {
    const { policy } = resolve([date('nextReview', '2026-12', 1), date('nextReview', '2026-12-01', 2)]);
    expect(policy.review.next).toEqual([{ value: '2026-12-01', facts: [0, 1] }]);
    expect(policy.conflicts).toEqual([]);
  });
  it('takes one person with and without a full stop for one', () =>
    expect(
      resolve([person('headteacher', 'Mrs. J. Lee', 1), person('headteacher', 'Mrs J Lee', 5)]).policy.people,
    ).toEqual([{ role: 'headteacher', name: 'Mrs. J. Lee', facts: [0, 1] }]));
  it('fits its schema', () => {
    const { policy, questions } = resolve([time('amRegisterCloses', '09:20', 3), time('amRegisterCloses', '09:15', 9)]);
    expect(() => AttendancePolicySchema.parse(policy)).not.toThrow();
    for (const question of questions) expect(() => QuestionSchema.parse(question)).not.toThrow();
  });
});

describe('two values for one field', () => {
  it('lists both, with one conflict and one question that offers each mention', () => {
    const { policy, questions } = resolve([
      time('amRegisterCloses', '09:20', 3),
      time('amRegisterCloses', '09:15', 9),
      time('amRegisterCloses', '09:20', 20),
    ]);
    expect(policy.registers.am.closes.map((one) => one.value)).toEqual(['09:20', '09:15']);
    expect(policy.conflicts).toEqual([
      {
        path: 'registers.am.closes',
        values: [
          { value: '09:20', facts: [0, 2] },
          { value: '09:15', facts: [1] },
        ],
      },
    ]);
    expect(questions).toHaveLength(1);
    expect(questions[0]).toMatchObject({
      id: 'registers.am.closes',
      asks: 'When does the morning register close? The document says 09:20 or 09:15.',
      line: 3,
    });
    expect(questions[0]?.candidates.map(({ answer, line }) => `${answer} ${line}`)).toEqual([
      '09:20 3',
      '09:20 20',
      '09:15 9',
    ]);
  });
  it.each([
    ['the next review', [date('nextReview', '2026-12', 1), date('nextReview', '2027-01', 2)], 'review.next'],
    [
      'how long entries are kept',
      [fact({ kind: 'retention', years: 3 }, 1), fact({ kind: 'retention', years: 6 }, 2)],
      'retentionYears',
    ],
    ['the system', [fact({ kind: 'mis', name: 'SIMS' }, 1), fact({ kind: 'mis', name: 'Arbor' }, 2)], 'mis'],
    [
      'the headteacher',
      [person('headteacher', 'Mrs Lee', 1), person('headteacher', 'Mr Moss', 9)],
      'people.headteacher',
    ],
    [
      'an amount to pay',
      [
        fact({ kind: 'penalty', amountGBP: 60, withinDays: 21, offence: 'first' }, 1),
        fact({ kind: 'penalty', amountGBP: 80, withinDays: 21, offence: 'first' }, 2),
      ],
      'penalties.first.21',
    ],
    [
      'persistent absence',
      [
        fact(
          {
            kind: 'threshold',
            metric: 'attendance',
            op: '<',
            value: 90,
            unit: 'percent',
            window: null,
            label: 'persistentAbsence',
          },
          1,
        ),
        fact(
          {
            kind: 'threshold',
            metric: 'absence',
            op: '>=',
            value: 15,
            unit: 'percent',
            window: null,
            label: 'persistentAbsence',
          },
          2,
        ),
      ],
      'thresholds.persistentAbsence',
    ],
  ])('%s', (_, facts, path) => expect(resolve(facts).policy.conflicts.map((one) => one.path)).toEqual([path]));
  it.each([
    [
      'gates that open in the morning and again for collection',
      [time('gatesOpen', '08:35', 1), time('gatesOpen', '14:50', 2)],
    ],
    [
      'two champions named on one line',
      [person('attendanceChampion', 'Ann Lee', 4), person('attendanceChampion', 'Hal Pell', 4)],
    ],
    [
      'two attendance officers',
      [person('attendanceOfficer', 'Ann Lee', 1), person('attendanceOfficer', 'Hal Pell', 9)],
    ],
    [
      'a first and a second penalty',
      [
        fact({ kind: 'penalty', amountGBP: 160, withinDays: 28, offence: 'second' }, 1),
        fact({ kind: 'penalty', amountGBP: 80, withinDays: 21, offence: 'first' }, 2),
      ],
    ],
    [
      '90% attendance and 10% absence',
      [
        fact(
          {
            kind: 'threshold',
            metric: 'attendance',
            op: '<',
            value: 90,
            unit: 'percent',
            window: null,
            label: 'persistentAbsence',
          },
          1,
        ),
        fact(
          {
            kind: 'threshold',
            metric: 'absence',
            op: '>=',
            value: 10,
            unit: 'percent',
            window: null,
            label: 'persistentAbsence',
          },
          2,
        ),
      ],
    ],
  ])('%s are no conflict', (_, facts) => expect(resolve(facts).policy.conflicts).toEqual([]));
});

describe('what the document leaves open', () => {
  it('asks when a register closes that only "closes"', () => {
    const { questions } = resolve([], [], 'Pupils who come after the register has closed are absent.');
    expect(questions.map(({ id, line }) => `${id} ${line}`)).toEqual(['registers.am.closes 1']);
  });
  it('does not ask when another line says it', () =>
    expect(
      resolve([time('amRegisterCloses', '09:20', 1)], [], 'After the register has closed pupils are absent.').questions,
    ).toEqual([]));
  it('asks how close "close to 90%" is', () =>
    expect(resolve([], [], 'We write when attendance is close to 90%.').questions[0]).toMatchObject({
      id: 'near.90',
      asks: 'From which attendance on is a pupil "close to 90%"? The document gives no figure.',
    }));
  it('asks for the figure of a step that only names a status', () => {
    const place = { line: 2, span: document.span(10, 15), quote: 'x', confidence: 'likely' as const };
    const step: Step = {
      order: 5,
      sequence: 'main',
      title: 'Persistent absence',
      trigger: { condition: 'Persistent absence' },
      actions: [],
      enforcement: [],
      ...place,
    };
    const { policy, questions } = resolve([], [step]);
    expect(policy.ladder).toEqual([{ sequence: 'main', steps: [0] }]);
    expect(questions[0]?.asks).toBe(
      'At which attendance does "Persistent absence" begin? The step names persistent absence but prints no figure.',
    );
    expect(
      resolve([], [{ ...step, trigger: { metric: 'attendance', op: '<', value: 90, unit: 'percent' } }]).questions,
    ).toEqual([]);
  });
  it('says so where a stretch is too long for the Markdown parser, and was read by its lines alone', () => {
    const list = '- one\n  - two\n    - three\n'.repeat(1500);
    const asked = resolve([], [], `# Registers\n\n${list}`).questions;
    expect(asked).toMatchObject([{ id: 'structure.unparsed', line: 1, affects: expect.stringContaining('tables') }]);
    expect(asked[0]?.asks).toContain('39,000 characters');
    expect(resolve([], [], `# Registers\n\n${list.slice(0, 12_000)}`).questions).toEqual([]);
    expect(resolve([], [], '| a | b |\n|---|---|\n'.concat('| L | Late |\n'.repeat(4000))).questions).toEqual([]);
  });
  it('numbers questions of one sort', () =>
    expect(
      resolve([], [], 'Close to 90% we call. Again, close to 90% we write.').questions.map(({ id }) => id),
    ).toEqual(['near.90', 'near.90.2']));
});
