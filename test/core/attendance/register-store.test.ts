import { describe, expect, it } from 'vitest';
import { RegisterStore } from '#core/attendance/register-store.ts';

describe('the store of a register', () => {
  it('packs more marks than it began with, and gives them in the order of their sessions', () => {
    const store = new RegisterStore();
    const pupil = store.pupil('7', {}, 1);
    const days = Array.from({ length: 25 }, (_, at) => `2025-09-${String(25 - at).padStart(2, '0')}`);
    for (const [at, day] of days.entries()) {
      store.mark(pupil, day, 'PM', `p${at}`, 2 * at);
      store.mark(pupil, day, 'AM', `a${at}`, 2 * at + 1);
    }
    const marks = store.finish()[0]?.marks ?? [];
    expect(marks.map(({ date, session, code, row }) => `${date} ${session} ${code} ${row}`)).toEqual(
      days.flatMap((day, at) => [`${day} PM p${at} ${2 * at}`, `${day} AM a${at} ${2 * at + 1}`]).reverse(),
    );
  });

  it('keeps two marks for one session in the order of their rows', () => {
    const store = new RegisterStore();
    const pupil = store.pupil('7', {}, 1);
    for (const [row, code] of ['L', 'O', 'I'].entries()) store.mark(pupil, '2025-09-02', 'AM', code, row);
    store.mark(pupil, '2025-09-01', 'AM', '/', 9);
    expect(pupil.marks?.map(({ code }) => code)).toEqual(['/', 'L', 'O', 'I']);
  });

  it('has no marks for a pupil of totals, and knows only pupils that were named', () => {
    const store = new RegisterStore();
    expect([store.pupil('7', {}, 1).marks, store.has('7'), store.has('8'), store.finish().length]).toEqual([
      undefined,
      true,
      false,
      1,
    ]);
  });

  it('lists ten thousand problems and tells the rest as a number, once', () => {
    const store = new RegisterStore();
    for (let row = 1; row <= 10_000; row++) store.problem(row, null, 'The row names no pupil.');
    store.finish();
    expect(store.problems).toHaveLength(10_000);
    store.problem(10_001, null, 'The row names no pupil.');
    store.problem(10_005, '7', 'The row has no date.');
    store.finish();
    store.finish();
    expect(store.problems.slice(9_999)).toEqual([
      { row: 10_000, pupilId: null, message: 'The row names no pupil.' },
      {
        row: 10_005,
        pupilId: null,
        message: '2 more rows could not be read as they stand; the last is row 10005.',
      },
    ]);
  });

  it('takes what is past four thousand different codes for one that nobody knows', () => {
    const store = new RegisterStore();
    const pupil = store.pupil('7', {}, 1);
    for (let at = 0; at < 4200; at++) store.mark(pupil, '2025-09-01', 'AM', `code ${at}`, at);
    const codes = pupil.marks?.map(({ code }) => code) ?? [];
    expect([codes[0], codes[4094], new Set(codes.slice(4095)).size]).toEqual(['code 0', 'code 4094', 1]);
  });
});
