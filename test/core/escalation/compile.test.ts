import { describe, expect, it } from 'vitest';
import { ABSENT, AFTER_CLOSE, HOLIDAY, LATE, UNAUTHORISED } from '#core/attendance/effect.ts';
import { compileTrigger } from '#core/escalation/compile.ts';
import type { CountTest, Test } from '#core/escalation/test.ts';
import type { Step, Trigger } from '#core/policy/schema.ts';
import { step, triggerOf } from './ladders.ts';

/** What the engine tries on a pupil, for the trigger that was read: a table of the ways in which policies state one. */
const compiled = (trigger: Trigger | string, more: Partial<Step> = {}): Test =>
  compileTrigger(step(1, trigger, { title: 'Letter', ...more }));

const percent = (op: '<' | '<=' | '>', value: number): Test => ({ kind: 'percent', op, percent: value });
const words = (condition: string): Test => ({ kind: 'words', condition });
const all = (...tests: Test[]): Test => ({ kind: 'all', tests });
const any = (...tests: Test[]): Test => ({ kind: 'any', tests });
const PERSISTENT: Test = { kind: 'status', status: 'persistent' };
const SEVERE: Test = { kind: 'status', status: 'severe' };
const EVERYONE: Test = { kind: 'everyone' };
const NATIONAL: Test = { kind: 'national' };
const counts = (metric: CountTest['metric'], bits: number, sessions: number, more: Partial<CountTest> = {}): Test => ({
  kind: 'count',
  id: 0,
  metric,
  bits,
  op: '>=',
  sessions,
  window: null,
  inARow: false,
  ...more,
});
const follows = (more: object = {}): Test => ({
  kind: 'after',
  reference: '1',
  window: null,
  improvement: null,
  target: null,
  ...more,
});
const weeks = (count: number) => ({ count, unit: 'weeks' as const });

type Row = [name: string, trigger: Trigger | string, expected: Test, more?: Partial<Step>];
const table = (rows: Row[]): void => {
  it.each(rows)('%s', (_, trigger, expected, more) => {
    expect(compiled(trigger, more)).toEqual(expected);
  });
};

describe('a percentage', () => {
  table([
    [
      'of this school year is the attendance that is known',
      { metric: 'attendance', op: '<', value: 95, unit: 'percent', window: 'academic year' },
      percent('<', 95_000),
    ],
    [
      'of another time is asked',
      { metric: 'attendance', op: '<', value: 95, unit: 'percent', window: 'half term' },
      words('attendance below 95%, counted over: half term'),
    ],
    [
      'of a time that cannot be counted is asked',
      { metric: 'attendance', value: 95, window: 'recent months' },
      words('attendance below 95%, counted over: recent months'),
    ],
    [
      'of absence in another time is asked, that or more',
      { metric: 'absence', value: 10, window: '6 weeks' },
      words('absence at or above 10%, counted over: 6 weeks'),
    ],
    [
      'of sessions missed in another time is asked',
      { metric: 'sessions', op: '>', value: 10, unit: 'percent', window: 'term' },
      words('absence above 10%, counted over: term'),
    ],
    [
      'a band of another time is asked',
      { band: [95, 90], window: 'term' },
      words('attendance between 90% and 95%, counted over: term'),
    ],
    [
      'sessions missed in another time are counted',
      { metric: 'sessions', value: 6, window: 'term' },
      counts('sessions', ABSENT, 6, { window: { count: 1, unit: 'terms' } }),
    ],
    ['below', '<95', percent('<', 95_000)],
    ['or below', '<=95', percent('<=', 95_000)],
    ['above', '>97', percent('>', 97_000)],
    ['or above is a band up to 100', '>=97', { kind: 'band', low: 97_000, high: 100_000, oneSided: true }],
    ['a band, whichever end is printed first', { band: [95, 90] }, { kind: 'band', low: 90_000, high: 95_000 }],
    ['attendance without a comparison is below', { metric: 'attendance', value: 92.5 }, percent('<', 92_500)],
    ['absence of ten or more', { metric: 'absence', op: '>=', value: 10, unit: 'percent' }, percent('<=', 90_000)],
    ['absence without a comparison is that or more', { metric: 'absence', value: 10 }, percent('<=', 90_000)],
    ['absence above ten', { metric: 'absence', op: '>', value: 10 }, percent('<', 90_000)],
    ['absence below three', { metric: 'absence', op: '<', value: 3 }, percent('>', 97_000)],
    ['a share of sessions missed', { metric: 'sessions', value: 10, unit: 'percent' }, percent('<=', 90_000)],
    [
      'absence in sessions is a count',
      { metric: 'absence', value: 10, unit: 'sessions' },
      counts('absence', ABSENT, 10),
    ],
  ]);
});

describe('a count', () => {
  table([
    ['sessions', { metric: 'sessions', value: 8 }, counts('sessions', ABSENT, 8)],
    ['more than so many', { metric: 'sessions', op: '>', value: 8 }, counts('sessions', ABSENT, 8, { op: '>' })],
    ['days are two sessions each', '5 days', counts('absenceDays', ABSENT, 10, { days: 5 })],
    [
      'days that are not called so',
      { metric: 'absenceDays', value: 5 },
      counts('absenceDays', ABSENT, 10, { days: 5 }),
    ],
    [
      'sessions of a metric of days',
      { metric: 'unauthorisedDays', value: 5, unit: 'sessions' },
      counts('unauthorisedDays', UNAUTHORISED, 5),
    ],
    [
      'days of a metric of sessions',
      { metric: 'unauthorisedSessions', value: 3, unit: 'days' },
      counts('unauthorisedSessions', UNAUTHORISED, 6, { days: 3 }),
    ],
    ['in a row', '3 running', counts('consecutiveAbsenceDays', ABSENT, 6, { days: 3, inARow: true })],
    ['late marks', '3 late', counts('lateMarks', LATE, 3)],
    ['late marks after the register closed', '3 late', counts('lateMarks', AFTER_CLOSE, 3), { title: 'three U codes' }],
    [
      'which late marks count, said as a condition, asks nothing',
      { metric: 'lateMarks', op: '>=', value: 3, unit: 'occurrences', condition: 'L or U' },
      counts('lateMarks', LATE | AFTER_CLOSE, 3),
    ],
    ['either kind of late mark', '3 late', counts('lateMarks', LATE | AFTER_CLOSE, 3), { quote: 'three L or U marks' }],
    [
      'the kind of late mark that the condition names',
      { metric: 'lateMarks', value: 3, condition: 'after registers close' },
      all(counts('lateMarks', AFTER_CLOSE, 3), words('after registers close')),
    ],
    ['notices', '2 notices', { kind: 'notices', op: '>=', notices: 2 }],
    ['within weeks', '3 late / 4 weeks', counts('lateMarks', LATE, 3, { window: weeks(4) })],
    ['within the school year is without a window', '3 late / the school year', counts('lateMarks', LATE, 3)],
    [
      'within a time that nobody can count',
      '3 late / a short time',
      counts('lateMarks', LATE, 3, { unclear: 'a short time' }),
    ],
    [
      'a share of late marks',
      { metric: 'lateMarks', value: 10, unit: 'percent' },
      counts('lateMarks', LATE, 10, { unclear: '10% of lateMarks' }),
    ],
    [
      'attendance in sessions',
      { metric: 'attendance', value: 170, unit: 'sessions' },
      counts('attendance', ABSENT, 170, { op: '<', unclear: '170 sessions of attendance' }),
    ],
  ]);
});

describe('a window of the penalty ladder looks back into the school year before', () => {
  const penalty = { sequence: 'penalty' } as const;
  const window = weeks(4);
  table([
    [
      'of unauthorised sessions',
      '5 unauthorised / 4 weeks',
      counts('unauthorisedSessions', UNAUTHORISED, 5, { window, looksBack: true }),
      penalty,
    ],
    [
      'of late marks that are unauthorised',
      '5 late / 4 weeks',
      counts('lateMarks', AFTER_CLOSE, 5, { window, looksBack: true }),
      { ...penalty, title: 'five U codes' },
    ],
    ['not of other late marks', '5 late / 4 weeks', counts('lateMarks', LATE, 5, { window }), penalty],
    ['not of all absences', '5 absent / 4 weeks', counts('sessions', ABSENT, 5, { window }), penalty],
    ['not in another ladder', '5 unauthorised / 4 weeks', counts('unauthorisedSessions', UNAUTHORISED, 5, { window })],
  ]);
});

describe('the national threshold is ten unauthorised sessions in ten school weeks', () => {
  const unauthorised = (sessions: number, more: Partial<CountTest> = {}): Test =>
    counts('unauthorisedSessions', UNAUTHORISED, sessions, more);
  table([
    ['as the law has it', '10 unauthorised / 10 school weeks', NATIONAL],
    ['as many policies print it', '10 unauthorised / 10 weeks', NATIONAL],
    ['five days of it', { metric: 'unauthorisedDays', value: 5, unit: 'days', window: '10 school weeks' }, NATIONAL],
    ['nine are a count', '9 unauthorised / 10 weeks', unauthorised(9, { window: weeks(10) })],
    ['twelve weeks are a count', '10 unauthorised / 12 weeks', unauthorised(10, { window: weeks(12) })],
    ['ten months are', '10 unauthorised / 10 months', unauthorised(10, { window: { count: 10, unit: 'months' } })],
    ['a school year is', '10 unauthorised', unauthorised(10)],
    ['all absences are', '10 absent / 10 weeks', counts('sessions', ABSENT, 10, { window: weeks(10) })],
    [
      'more than ten are',
      { metric: 'unauthorisedSessions', op: '>', value: 10, window: '10 weeks' },
      unauthorised(10, { op: '>', window: weeks(10) }),
    ],
    [
      'a holiday is a count of code G',
      { metric: 'unauthorisedSessions', value: 10, window: '10 weeks', condition: 'a term-time holiday' },
      counts('unauthorisedSessions', HOLIDAY, 10, { window: weeks(10), byCode: 'G' }),
    ],
  ]);
});

describe('a condition beside a figure', () => {
  table([
    [
      'is asked',
      { ...triggerOf('<95'), condition: 'no medical evidence' },
      all(percent('<', 95_000), words('no medical evidence')),
    ],
    [
      'that only says unauthorised narrows a count',
      { metric: 'sessions', value: 6, condition: 'unauthorised' },
      counts('sessions', UNAUTHORISED, 6),
    ],
    [
      'and is asked beside a percentage',
      { ...triggerOf('<95'), condition: 'unauthorised' },
      all(percent('<', 95_000), words('unauthorised')),
    ],
    [
      'and of another kind is asked beside a count of unauthorised sessions',
      { ...triggerOf('6 unauthorised'), condition: 'no contact from home' },
      all(counts('unauthorisedSessions', UNAUTHORISED, 6), words('no contact from home')),
    ],
    [
      'that only says unauthorised is asked beside late marks',
      { ...triggerOf('6 late'), condition: 'absence is unauthorised' },
      all(counts('lateMarks', AFTER_CLOSE, 6), words('absence is unauthorised')),
    ],
    [
      'that names the status adds nothing',
      { ...triggerOf('<=90'), condition: 'persistently absent' },
      percent('<=', 90_000),
    ],
    [
      'of a holiday is decided by its code',
      { ...triggerOf('<95'), condition: 'holiday in term time' },
      all(percent('<', 95_000), counts('unauthorisedSessions', HOLIDAY, 1, { byCode: 'G' })),
    ],
    [
      'of all pupils is asked, since a figure stands beside it',
      { ...triggerOf('<95'), condition: 'all pupils' },
      all(percent('<', 95_000), words('all pupils')),
    ],
    [
      'decides alone where everyone reaches the figure',
      { metric: 'absenceDays', op: '>=', value: 1, unit: 'days', condition: 'absence not reported' },
      words('absence not reported'),
    ],
    [
      'likewise where that is more than none',
      { metric: 'sessions', op: '>', value: 0, condition: 'absence not reported' },
      words('absence not reported'),
    ],
    [
      'but not at two days',
      { metric: 'absenceDays', op: '>=', value: 2, unit: 'days', condition: 'absence not reported' },
      all(counts('absenceDays', ABSENT, 4, { days: 2 }), words('absence not reported')),
    ],
    [
      'nor at more than one session',
      { metric: 'sessions', op: '>', value: 1, condition: 'absence not reported' },
      all(counts('sessions', ABSENT, 1, { op: '>' }), words('absence not reported')),
    ],
    [
      'nor at fewer than one',
      { metric: 'sessions', op: '<', value: 1, condition: 'absence not reported' },
      all(counts('sessions', ABSENT, 1, { op: '<' }), words('absence not reported')),
    ],
    [
      'nor below one percent',
      { metric: 'attendance', op: '>', value: 0, unit: 'percent', condition: 'absence not reported' },
      all(percent('>', 0), words('absence not reported')),
    ],
    [
      'and one day of a holiday is a day of code G',
      { metric: 'absenceDays', op: '>=', value: 1, unit: 'days', condition: 'term-time holiday' },
      counts('absenceDays', HOLIDAY, 2, { days: 1, byCode: 'G' }),
    ],
  ]);
});

describe('a condition alone', () => {
  table([
    ['is asked', { condition: 'we are worried' }, words('we are worried')],
    ['nothing at all: the title is asked', {}, words('Letter')],
    ['all pupils', { condition: 'for all pupils' }, EVERYONE],
    ['a universal step', { condition: 'good habits' }, EVERYONE, { kind: 'universal' }],
    ['a universal step with a figure', '<97', percent('<', 97_000), { kind: 'universal' }],
    ['persistent absence', { condition: 'persistent absence' }, PERSISTENT],
    ['severe absence among other words', { condition: 'severely absent pupils' }, SEVERE],
    ['a holiday', { condition: 'holiday in term time' }, counts('unauthorisedSessions', HOLIDAY, 1, { byCode: 'G' })],
  ]);
});

describe('a step whose title names a status', () => {
  const title = 'Persistent absence';
  table([
    ['without a trigger', {}, PERSISTENT, { title }],
    ['with the same in its condition', { condition: 'persistently absent' }, PERSISTENT, { title }],
    ['with another status in it', { condition: 'severely absent, or persistently' }, PERSISTENT, { title }],
    [
      'with words beside it',
      { condition: 'no contact from home' },
      all(PERSISTENT, words('no contact from home')),
      { title },
    ],
    ['with an earlier step', 'after 1 / two weeks', all(PERSISTENT, follows({ window: weeks(2) })), { title }],
    ['with a figure, which decides', '<92', percent('<', 92_000), { title }],
    [
      'with a figure among several ways',
      { anyOf: [triggerOf('<92'), triggerOf('<=90')] },
      any(percent('<', 92_000), percent('<=', 90_000)),
      { title },
    ],
  ]);
});

describe('several ways onto a step', () => {
  table([
    [
      'each is read for itself',
      {
        anyOf: [
          triggerOf('<92'),
          triggerOf('3 late'),
          { condition: 'persistent absence' },
          { condition: 'all pupils' },
        ],
      },
      any(percent('<', 92_000), counts('lateMarks', LATE, 3), PERSISTENT, EVERYONE),
    ],
    [
      'beside a condition for all of them',
      { anyOf: [triggerOf('<92')], condition: 'persistently absent' },
      all(percent('<', 92_000), words('persistently absent')),
    ],
    ['of which one is named are no choice', { anyOf: [triggerOf('<92')] }, percent('<', 92_000)],
  ]);
});

describe('a step after another', () => {
  table([
    ['with a window', 'after 1 / two weeks', follows({ window: weeks(2) })],
    ['without improvement', { afterStep: '1', condition: 'no improvement' }, follows({ improvement: 'not improved' })],
    [
      'with a target',
      { afterStep: '1', condition: 'the target is not met' },
      follows({ improvement: 'target missed', target: 95_500 }),
      { target: 95.5 },
    ],
    [
      'with words beside the window',
      { afterStep: '1', window: 'two weeks', condition: 'parents do not reply' },
      all(follows({ window: weeks(2) }), words('parents do not reply')),
    ],
    ['with nothing to measure', { afterStep: '1' }, words('after step 1')],
    ['with a window that nobody can count', { afterStep: '1', window: 'some time' }, words('after step 1, some time')],
    [
      'within minutes, which no register shows',
      { afterStep: '1', window: '20 minutes' },
      words('after step 1, 20 minutes'),
    ],
    ['within years', { afterStep: '1', window: 'three years' }, words('after step 1, three years')],
    [
      'within years, with a figure',
      { ...triggerOf('<90'), afterStep: '1', window: 'three years' },
      all(percent('<', 90_000), follows()),
    ],
    [
      'a percentage and a window: the window is the time to wait',
      { ...triggerOf('<90'), afterStep: '1', window: 'two weeks' },
      all(percent('<', 90_000), follows({ window: weeks(2) })),
    ],
    [
      'a count and a window: the window is of the count',
      { ...triggerOf('3 late / 4 weeks'), afterStep: '1' },
      all(counts('lateMarks', LATE, 3, { window: weeks(4) }), follows()),
    ],
    [
      'a count and a window that nobody can count',
      { ...triggerOf('3 late / some time'), afterStep: '1' },
      all(counts('lateMarks', LATE, 3), follows()),
    ],
  ]);
});
