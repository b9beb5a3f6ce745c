import { describe, expect, it } from 'vitest';
import { codeOfCell, RegisterStore } from '#core/attendance/register-store.ts';

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

describe('what the rows of one pupil say', () => {
  const pupilOf = (...rows: Parameters<RegisterStore['pupil']>[1][]) => {
    const store = new RegisterStore();
    for (const [at, details] of rows.entries()) store.pupil('7', details, at + 1);
    return { pupil: store.finish()[0], said: store.problems };
  };

  it('the first name, year and days on roll stand, and what comes later fills in the rest', () => {
    const { pupil, said } = pupilOf(
      { name: 'Ada' },
      { name: 'Bo', year: '5', enrolledFrom: '2025-09-01' },
      { year: '6', enrolledFrom: '2025-09-01', enrolledTo: '2026-01-09' },
    );
    expect(pupil).toMatchObject({ name: 'Ada', year: '5', enrolledFrom: '2025-09-01', enrolledTo: '2026-01-09' });
    expect(said).toEqual([]);
  });

  it.each([
    ['first', { enrolledFrom: '2025-09-01' }, { enrolledFrom: '2025-09-02' }, '2025-09-01 and 2025-09-02'],
    ['last', { enrolledTo: '2026-01-09' }, { enrolledTo: '2025-12-19' }, '2026-01-09 and 2025-12-19'],
  ])('two %s days on roll are told, and the first is used', (_, one, other, both) => {
    const { pupil, said } = pupilOf(one, other);
    expect(pupil).toMatchObject(one);
    const message = `The enrolment of the pupil has two dates, ${both}; the first is used.`;
    expect(said).toEqual([{ row: 2, pupilId: '7', message }]);
  });

  it('each parent is one, however often they are named', () => {
    const { pupil } = pupilOf({ parentId: 'P1' }, { parentId: 'P2' }, {}, { parentId: 'P1' });
    expect(pupil?.parentIds).toEqual(['P1', 'P2']);
  });

  it('five hundred rows that are lost are kept, and all of them told', () => {
    const store = new RegisterStore();
    const pupil = store.pupil('7', {}, 1);
    for (let row = 1; row <= 510; row++) store.lose(pupil, row, 'The row has no date.', ['O']);
    store.lose(pupil, 511, 'A total is none.');
    expect([pupil.lost?.length, store.problems.length]).toEqual([500, 511]);
    expect(pupil.lost?.[0]).toEqual({ row: 1, message: 'The row has no date.', codes: ['O'] });
    expect(store.problems[510]).toEqual({ row: 511, pupilId: '7', message: 'A total is none.' });
  });

  it('a row without marks that is lost holds none', () => {
    const store = new RegisterStore();
    const pupil = store.pupil('7', {}, 1);
    store.lose(pupil, 2, 'A total is none.');
    expect(pupil.lost).toEqual([{ row: 2, message: 'A total is none.', codes: [] }]);
  });
});

describe('a register of absences alone, pupil by pupil', () => {
  /** Of each pupil the days with a mark of the code. */
  const storeOf = (pupils: string[][], code = 'O'): RegisterStore => {
    const store = new RegisterStore();
    for (const [at, days] of pupils.entries()) {
      const pupil = store.pupil(`p${at}`, {}, at);
      for (const day of days) store.mark(pupil, day, 'AM', code, at);
    }
    return store;
  };
  const ONE = ['2025-09-01'];
  it.each([
    ['five pupils, the first and the last a fortnight apart', [['2025-09-15'], ONE, ONE, ONE, ONE], true],
    [
      'the earliest day in the middle of a pupil’s rows',
      [['2025-09-10', '2025-09-01', '2025-09-15'], ['2025-09-05'], ['2025-09-05'], ['2025-09-05'], ['2025-09-05']],
      true,
    ],
    ['a day less', [['2025-09-14'], ONE, ONE, ONE, ONE], false],
    ['a pupil less', [['2025-10-15'], ONE, ONE, ONE], false],
    ['a pupil less, and one without marks', [['2025-10-15'], ONE, ONE, ONE, []], false],
  ])('%s', (_, pupils, isRefused) => {
    expect(storeOf(pupils).refusal !== null).toBe(isRefused);
  });

  it.each([
    ['illness', 'I', true],
    ['in small letters', ' o ', true],
    ['present marks', '/', false],
    ['educational visits', 'V', false],
    ['marks of a closed school', '#', false],
    ['codes that nobody knows', '?', false],
  ])('%s', (_, code, isRefused) => {
    expect(storeOf([['2025-10-15'], ONE, ONE, ONE, ONE], code).refusal !== null).toBe(isRefused);
  });

  it('is told once, above the rows', () => {
    const store = storeOf([ONE]);
    store.finish();
    store.finish();
    expect(store.problems).toEqual([
      {
        row: 1,
        pupilId: null,
        message: expect.stringMatching(/^The register has absences and no mark of a pupil who was there\./),
      },
    ]);
  });
});

describe('the code of a cell', () => {
  it.each([
    ['', ''],
    ['  ', ''],
    [' L ', 'L'],
    ['l', 'L'],
    ['y1', 'Y1'],
    ['/', '/'],
    ["'/", '/'],
    ["'-", '-'],
    ["'", "'"],
    ["''", "'"],
    ['?', '?'],
    ['x9', 'x9'],
    ['I - Illness', 'I'],
    ['I-Illness', 'I'],
    ['I: Illness', 'I'],
    ['I (illness)', 'I'],
    ['I  Illness', 'I'],
    ['/ Present', '/'],
    ['\\ Present', '\\'],
    ['# closed', '#'],
    ['C1  -  performing', 'C1'],
    ['Y9 - Something', 'Y9 - Something'],
    ['A - something', 'A - something'],
    ['C12 - Something', 'C12 - Something'],
    ['Illness', 'Illness'],
    ['I - 5', 'I - 5'],
    ['see I - Illness', 'see I - Illness'],
    ['No mark', '-'],
    ['missing', '-'],
    ['Missing mark', '-'],
    ['not taken', '-'],
    ['Not recorded', '-'],
    ['not marked', '-'],
    ['Unmarked', '-'],
    ['blank', '-'],
    ['none', '-'],
    ['NULL', '-'],
    ['No mark of O', 'No mark of O'],
    ['mark missing', 'mark missing'],
  ])('%j is %j', (cell, code) => {
    expect(codeOfCell(cell)).toBe(code);
  });
});
