import { describe, expect, it } from 'vitest';
import type { Trigger } from '#core/policy/schema.ts';
import { at, current, decided, titles } from './deciding.ts';
import { attendance, marksFrom, pupil, step, totals } from './ladders.ts';

describe('13. conditions', () => {
  it('the number decides and the condition is asked', () => {
    const steps = [
      step(1, { metric: 'attendance', op: '<', value: 95, unit: 'percent', condition: 'or concerning patterns' }),
    ];
    const decision = decided(steps, at(94));
    expect([current(decision), titles(decision.due)]).toEqual(['Rung 1', ['Rung 1']]);
    expect(decision.asks[0]?.question).toMatch(/or concerning patterns/);
    expect(decided(steps, at(96)).current.answer).toBe('none');
    expect(decided(steps, at(96)).asks).toHaveLength(1);
  });

  it('a second condition that must hold as well is asked only once the number holds', () => {
    const steps = [
      step(1, { metric: 'attendance', op: '<', value: 93, unit: 'percent', condition: 'no medical evidence' }),
    ];
    expect(decided(steps, at(92)).asks).toHaveLength(1);
    expect(decided(steps, at(94)).asks).toHaveLength(0);
  });

  it('a step with only words is never current: it is asked', () => {
    const decision = decided([step(1, { condition: 'attendance begins to cause concern' })], at(60));
    expect([decision.current.answer, decision.due, decision.asks.length]).toEqual(['none', [], 1]);
  });

  it.each([['absenceDays'] as const, ['consecutiveAbsenceDays'] as const])(
    '"the first day of any absence not reported" (%s) is asked as a whole',
    (metric) => {
      const decision = decided(
        [step(1, { metric, op: '>=', value: 1, unit: 'days', condition: 'absence not reported' })],
        pupil(attendance(20, 8)),
      );
      expect([decision.current.answer, decision.asks.length]).toEqual(['none', 1]);
    },
  );

  it('a holiday in term time is decided by code G', () => {
    const steps = [step(1, { condition: 'holiday in term time without permission' })];
    const away = decided(steps, pupil(marksFrom('2025-09-01', '/*10 GG')));
    expect(current(away)).toBe('Rung 1');
    expect(away.because[0]?.text).toMatch(/2 sessions of code G/);
    expect(decided(steps, pupil(marksFrom('2025-09-01', '/*10 OO'))).current.answer).toBe('none');
  });

  it('a number and a holiday count the sessions of code G', () => {
    const steps = [
      step(1, { metric: 'unauthorisedSessions', op: '>=', value: 4, unit: 'sessions', condition: 'term-time holiday' }),
    ];
    expect(current(decided(steps, pupil(marksFrom('2025-09-01', '/*10 GG OO'))))).toBe('none');
    expect(current(decided(steps, pupil(marksFrom('2025-09-01', '/*10 GGGG'))))).toBe('Rung 1');
  });

  it('"other than a holiday" is not a holiday', () => {
    const decision = decided(
      [step(1, { condition: 'unauthorised absence other than holiday' })],
      pupil(marksFrom('2025-09-01', '/GG')),
    );
    expect([decision.current.answer, decision.asks.length]).toEqual(['none', 1]);
  });

  it('one of several triggers is enough', () => {
    const steps = [
      step(1, {
        anyOf: [
          { metric: 'unauthorisedDays', op: '>=', value: 10, unit: 'days' },
          { metric: 'lateMarks', op: '>=', value: 3, unit: 'occurrences' },
        ],
      }),
    ];
    expect(current(decided(steps, pupil(marksFrom('2025-09-01', '/*10 LLL'))))).toBe('Rung 1');
    expect(current(decided(steps, pupil(marksFrom('2025-09-01', '/*10 O*19'))))).toBe('none');
    expect(current(decided(steps, pupil(marksFrom('2025-09-01', '/*10 O*20'))))).toBe('Rung 1');
  });

  it.each([
    ['three days in a row', '/*4 I*6', 'Rung 1'],
    ['a row that is broken', '/*4 III/III', 'none'],
    ['a row that a session without possible attendance does not break', '/*4 III Y1 III', 'Rung 1'],
    ['a row that is over', '/*4 I*6 //', 'none'],
  ])('days of absence in a row: %s', (_, codes, title) => {
    expect(current(decided([step(1, '3 running')], pupil(marksFrom('2025-09-01', codes))))).toBe(title);
  });

  it.each([
    ['inside', 'LLL /*50', 'Rung 1'],
    ['partly outside', 'LLL /*60', 'none'],
  ])('a window in weeks is of the calendar: %s', (_, codes, title) => {
    expect(current(decided([step(1, '3 late / 6 weeks')], pupil(marksFrom('2025-09-01', codes))))).toBe(title);
  });

  it('a window that the data cannot show is "cannot tell"', () => {
    expect(
      decided([step(1, '3 late / 6 weeks')], totals({ possible: 100, attended: 90, late: 5 })).current.answer,
    ).toBe('cannot-tell');
    expect(current(decided([step(1, '3 late')], totals({ possible: 100, attended: 90, late: 5 })))).toBe('Rung 1');
  });

  it.each([
    ['the percentage alone', 'I*11', null],
    ['seven unauthorised sessions', 'O*7 I*4', null],
    ['eight unauthorised sessions', 'O*8 I*3', 'Rung 1'],
    ['eight unauthorised sessions, but not below 90%', 'O*8 I*2', null],
  ])('"below 90% and 8 or more unauthorised sessions" asks for both, and nobody is asked: %s', (_, codes, title) => {
    const below: Trigger = { metric: 'attendance', op: '<', value: 90, unit: 'percent' };
    const present = codes.endsWith('I*2') ? 90 : 89;
    const decision = decided(
      [step(1, { ...below, condition: 'and 8 or more unauthorised sessions' })],
      pupil(marksFrom('2025-09-01', `/*${present} ${codes}`)),
    );
    expect([current(decision), decision.asks]).toEqual([title ?? 'none', []]);
  });

  it('a count beside the number with a time that cannot be read is asked', () => {
    const decision = decided(
      [
        step(1, {
          metric: 'attendance',
          op: '<',
          value: 90,
          unit: 'percent',
          condition: 'and 8 unauthorised sessions in the monitoring cycle',
        }),
      ],
      at(85),
    );
    expect([current(decision), decision.asks.length]).toEqual(['Rung 1', 1]);
  });
});
