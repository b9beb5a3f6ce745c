import { describe, expect, it } from 'vitest';
import { equivalences } from '#core/policy/readers/equivalences.ts';
import { readWith } from './read-with.ts';

function read(text: string): object[] {
  return readWith(equivalences, text).flatMap((draft) => {
    if (draft.kind !== 'equivalence') return [];
    const { attendancePercent, days, sessions, weeks, lessons } = draft;
    return [JSON.parse(JSON.stringify({ attendancePercent, days, sessions, weeks, lessons })) as object];
  });
}

describe('what a percentage comes to', () => {
  it('reads a row by the units in its cells, and stops at the last of them', () => {
    const text = '| 90% | 19 days | 4 weeks | 100 lessons | A letter goes home. |';
    expect(read(text)).toEqual([{ attendancePercent: 90, days: 19, weeks: 4, lessons: 100 }]);
    expect(readWith(equivalences, text)[0]?.quote).toBe('90% | 19 days | 4 weeks | 100 lessons');
  });
  it('reads a row by the head of its column', () =>
    expect(read('| Attendance | Days missed | Sessions missed |\n|---|---|---|\n| 95% | 9½ | 19 |')).toEqual([
      { attendancePercent: 95, days: 9.5, sessions: 19 },
    ]));
  it('reads a row whose columns only tabs part', () =>
    expect(read('85%\t29 days\t58 sessions')).toEqual([{ attendancePercent: 85, days: 29, sessions: 58 }]));
  it('reads prose', () =>
    expect(read('90% attendance = 19 days = 4 weeks off. 95% attendance means 9 days missed.')).toEqual([
      { attendancePercent: 90, days: 19, weeks: 4 },
      { attendancePercent: 95, days: 9 },
    ]));
  it.each([
    ['| 96%-99% | No more than 8 days |'],
    ['| 90% | A letter goes home |'],
    ['We meet parents within 10 days at 90%.'],
    ['Attendance below 90% for 10 days'],
  ])('%s is none', (text) => expect(read(text)).toEqual([]));
});
