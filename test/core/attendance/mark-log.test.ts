import { describe, expect, it } from 'vitest';
import { buildCalendar } from '#core/attendance/calendar.ts';
import {
  ABSENT,
  ANY_EFFECT,
  LATE as LATE_BIT,
  NOT_COMPULSORY,
  POSSIBLE,
  UNAUTHORISED,
} from '#core/attendance/effect.ts';
import { DOUBTFUL, readMarks } from '#core/attendance/mark-log.ts';
import type { CalendarEntry, Mark, PupilRecord } from '#core/attendance/pupil.ts';
import { dayNumberFast } from '#core/attendance/session.ts';
import { decide, prepareLadder } from '#core/escalation/decide.ts';
import { marksFrom, PENALTY, step } from '../escalation/ladders.ts';

const FROM = '2025-09-01';
const AS_OF = '2025-11-07';
const who = (pupilId: string, marks: readonly Mark[], more: Partial<PupilRecord> = {}): PupilRecord => ({
  pupilId,
  marks,
  ...more,
});
const usual = marksFrom(FROM, `${'/'.repeat(60)}IIOO${'/L'.repeat(18)}`);
const changed = (at: number, more: Partial<Mark>): Mark[] =>
  usual.map((mark, index) => (index === at ? { ...mark, ...more } : mark));
const SATURDAY: Mark = { date: '2025-09-06', session: 'AM', code: '/' };

/** Pupils whose marks are for the sessions of the others, or go their own way at some mark. */
const PUPILS: [string, PupilRecord][] = [
  ['with a mark for every session', who('usual', usual)],
  ['absent all the time', who('absent', marksFrom(FROM, 'O'.repeat(100)))],
  ['who left', who('left', usual.slice(0, 50))],
  ['who joined later', who('joined', usual.slice(31))],
  ['who joined in an afternoon', who('afternoon', usual.slice(1))],
  ['with one session left out', who('gap', usual.toSpliced(20, 1))],
  ['with a blank', who('blank', changed(20, { code: '-' }))],
  ['with an unknown code', who('unknown', changed(20, { code: '?' }))],
  ['with a retired code', who('retired', changed(20, { code: 'H' }))],
  ['with a code of two characters', who('two', changed(20, { code: 'Y1' }))],
  ['with a small letter', who('small', changed(20, { code: 'i' }))],
  ['on an educational visit', who('visit', changed(20, { code: 'B' }))],
  ['with a letter of another alphabet', who('other', changed(20, { code: 'é' }))],
  ['with a date that is none', who('undated', changed(20, { date: '2025-09-31' }))],
  ['with the afternoon marked as a morning', who('twice', changed(21, { session: 'AM' }))],
  ['with the same mark twice', who('repeated', [...usual, ...usual.slice(20, 21)])],
  ['with a mark on a Saturday', who('weekend', [...usual.slice(0, 10), SATURDAY, ...usual.slice(10)])],
  ['with marks after the day', who('later', marksFrom(FROM, '/'.repeat(120)))],
  ['not yet on roll at first', who('z', [...marksFrom(FROM, 'ZZZZ'), ...usual.slice(4)])],
  ['not yet on roll at first, and then not marked', who('zz-', [...marksFrom(FROM, 'ZZ-'), ...usual.slice(3)])],
  ['never on roll', who('zz', marksFrom(FROM, 'ZZZZ'))],
  ['only on roll later', who('enrolled', usual, { enrolledFrom: '2025-09-10' })],
  ['on roll until October', who('until', usual, { enrolledTo: '2025-10-10' })],
  ['in another order', who('reversed', usual.toReversed())],
  ['without a mark', who('none', [])],
  ['who was marked the year before too', who('before', [...marksFrom('2025-06-02', 'O'.repeat(40)), ...usual])],
];
const INSET: CalendarEntry[] = [
  { date: '2025-09-10', session: 'AM', open: false },
  { date: '2025-09-10', session: 'PM', open: false },
];
const STEPS = [
  step(1, '<96'),
  step(2, '3 late / half term'),
  step(3, '2 running'),
  step(4, '10 unauthorised / 10 school weeks', PENALTY),
];
const SHARED = prepareLadder(STEPS);
/** What was learnt of the sessions of one calendar is forgotten with a pupil of another. */
const OTHER = buildCalendar([], []);

describe.each<[string, CalendarEntry[]]>([
  ['no calendar file', []],
  ['a day that the calendar closes', INSET],
])('a pupil is read alike whoever was read before, %s', (_, entries) => {
  const register = PUPILS.map(([, pupil]) => pupil);
  // As text: nine hundred readings are compared.
  const read = (pupil: PupilRecord, calendar: ReturnType<typeof buildCalendar>): string => {
    const { size, slots, ...log } = readMarks(pupil, calendar, dayNumberFast(AS_OF));
    return JSON.stringify({ ...log, slots: slots.slice(0, size) });
  };
  const decideFor = (pupil: PupilRecord, calendar: ReturnType<typeof buildCalendar>, ladder = SHARED): unknown =>
    decide(ladder, pupil, { asOf: AS_OF, calendar, actions: [] });

  it.each(PUPILS)('%s', (_name, pupil) => {
    const calendar = buildCalendar(entries, register);
    const alone = read(pupil, calendar);
    const aloneDecided = decideFor(pupil, buildCalendar(entries, register), prepareLadder(STEPS));
    for (const before of register) {
      read(who('of another school', []), OTHER);
      read(before, calendar);
      expect(read(pupil, calendar)).toBe(alone);
    }
    const shared = buildCalendar(entries, register);
    for (const before of register) decideFor(before, shared);
    expect(decideFor(pupil, shared)).toEqual(aloneDecided);
  });
});

describe('what is left out, and what stands', () => {
  const log = (pupil: PupilRecord) => readMarks(pupil, buildCalendar([], [pupil]), dayNumberFast(AS_OF));
  it.each<[string, Mark[], Partial<Record<'size' | 'later', number>>, string[]]>([
    ['every session stands', usual, { size: 100, later: 0 }, []],
    ['a blank is no session', changed(20, { code: '' }), { size: 99 }, ['unmarked']],
    ['a dash and a dot neither', changed(20, { code: '.' }), { size: 99 }, ['unmarked']],
    ['a date that is none', changed(20, { date: 'Monday' }), { size: 99 }, ['undated']],
    ['marks after the day are counted', marksFrom(FROM, '/'.repeat(103)), { size: 100, later: 3 }, []],
    ['empty cells after the day are no marks', marksFrom(FROM, `${'/'.repeat(101)}--`), { size: 100, later: 1 }, []],
    ['an unknown code stands and is doubtful', changed(20, { code: '?' }), { size: 100 }, ['doubtful']],
    ['the same mark twice is one', [...usual, ...usual.slice(0, 1)], { size: 100 }, ['repeated']],
  ])('%s', (_, marks, figures, lists) => {
    const found = log(who('P', marks));
    expect(found).toMatchObject(figures);
    expect(found.marks).toHaveLength(found.size);
    for (const list of ['unmarked', 'undated', 'doubtful', 'repeated'] as const)
      expect([list, found[list].length]).toEqual([list, lists.includes(list) ? 1 : 0]);
  });

  it('the first session is the first that is not of a pupil not yet on roll', () => {
    const first = (codes: string): number => log(who('P', marksFrom(FROM, codes))).firstSlot;
    expect(first('//')).toBe(dayNumberFast(FROM) * 2);
    expect(first('Z/')).toBe(dayNumberFast(FROM) * 2 + 1);
    expect(first('ZZ')).toBeNaN();
    expect(first('-/')).toBe(dayNumberFast(FROM) * 2 + 1);
  });
});

describe('a register that is asked again', () => {
  const pupil = who('P', usual);
  it('on an earlier day, counts no mark that comes after it', () => {
    const calendar = buildCalendar([], [pupil]);
    const on = (day: string) => readMarks(pupil, calendar, dayNumberFast(day));
    expect([on(AS_OF).size, on('2025-09-05').size, on('2025-09-05').later, on(AS_OF).size]).toEqual([100, 10, 90, 100]);
  });

  it('with a calendar that closes a day, has its marks in doubt', () => {
    const [open, shut] = [buildCalendar([], [pupil]), buildCalendar(INSET, [pupil])];
    // A day of its own, of which nothing is known.
    const day = dayNumberFast('2025-10-30');
    const doubts = [open, shut, open].map((calendar) => {
      readMarks(pupil, calendar, day);
      return readMarks(pupil, calendar, day).doubtful.length;
    });
    expect(doubts).toEqual([0, 2, 0]);
  });
});

describe('marks that are in no order', () => {
  const on = (date: string, session: 'AM' | 'PM', code: string): Mark => ({ date, session, code });
  const read = (marks: Mark[], more: Partial<PupilRecord> = {}) =>
    readMarks(who('P', marks, more), buildCalendar([], []), dayNumberFast('2025-09-03'));

  it('a blank beside a mark of the session leaves the mark', () => {
    const blank = [on(FROM, 'AM', '-'), on(FROM, 'AM', 'O'), on(FROM, 'AM', '')];
    for (const before of [[], [on('2025-09-02', 'AM', 'L')]]) {
      const { doubtful, unmarked, marks } = read([...before, ...blank]);
      expect([doubtful, unmarked.length, marks.map(({ code }) => code)]).toEqual([
        [],
        2,
        ['O', ...before.map(({ code }) => code)],
      ]);
    }
  });

  it('different marks of a session after the day are of no matter', () => {
    const { doubtful, repeated, later, size } = read([
      on('2025-09-04', 'AM', 'O'),
      on('2025-09-04', 'AM', '/'),
      on('2025-09-04', 'AM', '/'),
      on(FROM, 'AM', '/'),
    ]);
    expect([doubtful, repeated, later, size]).toEqual([[], [], 3, 1]);
  });

  it('marks without a date are told one by one, and the others put in order', () => {
    const { undated, slots, marks } = read([
      on('2025-09-02', 'AM', 'I'),
      on('soon', 'AM', 'O'),
      on(FROM, 'PM', 'L'),
      on('later', 'AM', '/'),
      on(FROM, 'AM', '/'),
    ]);
    expect([undated.length, marks.map(({ code }) => code)]).toEqual([2, ['/', 'L', 'I']]);
    expect(slots.map((slot) => slot - dayNumberFast(FROM) * 2)).toEqual([0, 1, 2]);
  });

  it('the same mark in other letters is the same', () => {
    const { repeated, doubtful } = read([on(FROM, 'AM', ' i'), on(FROM, 'AM', 'I'), on(FROM, 'AM', 'i ')]);
    expect([repeated.map(({ code }) => code), doubtful]).toEqual([['I', 'i '], []]);
  });

  it.each([
    ['before the pupil was on roll', { enrolledFrom: '2025-09-02' }, '2025-09-01'],
    ['after the pupil left', { enrolledTo: '2025-09-01' }, '2025-09-02'],
  ])('a mark %s is in doubt', (_, more, date) => {
    const { doubtful } = read([on('2025-09-02', 'AM', 'O'), on(FROM, 'AM', 'O')], more);
    expect(doubtful).toMatchObject([{ doubt: 'not on roll', marks: [{ date }] }]);
  });
});

describe('a mark that may mean more than one thing', () => {
  const FROM_DAY = dayNumberFast(FROM);
  const [NOTHING, PRESENT, LATE, ILL, AWAY] = [
    0,
    POSSIBLE,
    POSSIBLE | LATE_BIT,
    POSSIBLE | ABSENT,
    POSSIBLE | ABSENT | UNAUTHORISED,
  ];
  const closed = (date: string, session: 'AM' | 'PM'): CalendarEntry => ({ date, session, open: false });
  const on = (date: string, session: 'AM' | 'PM', code: string): Mark => ({ date, session, code });
  const doubts = (pupil: PupilRecord, entries: CalendarEntry[] = []) =>
    readMarks(pupil, buildCalendar(entries, [pupil]), dayNumberFast(AS_OF)).doubtful.map(
      ({ slot, doubt, options, marks }) => [
        slot - FROM_DAY * 2,
        doubt,
        [...options].sort((a, b) => a - b),
        marks.map(({ code }) => code).join(' '),
      ],
    );

  it.each<[string, Mark[], [number, string, readonly number[], string][], CalendarEntry[]?, Partial<PupilRecord>?]>([
    ['an unknown code may be anything', [on(FROM, 'AM', '?')], [[0, 'unknown code', ANY_EFFECT, '?']]],
    [
      'a mark at a weekend counts for nothing or for itself',
      [on('2025-09-06', 'AM', 'I')],
      [[10, 'weekend', [NOTHING, ILL], 'I']],
    ],
    ['so does one of a Sunday', [on('2025-09-07', 'PM', '/')], [[13, 'weekend', [NOTHING, PRESENT], '/']]],
    [
      'one of a Saturday that the calendar opens is certain',
      [on('2025-09-06', 'AM', 'I')],
      [],
      [{ date: '2025-09-06', session: 'AM', open: true }],
    ],
    [
      'a mark while the calendar closes the school',
      [on('2025-09-10', 'AM', 'O')],
      [[18, 'school closed', [NOTHING, AWAY], 'O']],
      [closed('2025-09-10', 'AM')],
    ],
    [
      'what counts for nothing is certain while the school is closed',
      [on('2025-09-10', 'AM', '#')],
      [],
      [closed('2025-09-10', 'AM')],
    ],
    [
      'an unknown code while the school is closed is told as unknown',
      [on('2025-09-10', 'AM', '?')],
      [[18, 'unknown code', ANY_EFFECT, '?']],
      [closed('2025-09-10', 'AM')],
    ],
    [
      'a mark on the day before the pupil was on roll, not on the first',
      [on('2025-09-01', 'PM', 'L'), on('2025-09-02', 'AM', 'L')],
      [[1, 'not on roll', [NOTHING, LATE], 'L']],
      [],
      { enrolledFrom: '2025-09-02' },
    ],
    [
      'a mark on the day after the pupil left, not on the last',
      [on('2025-09-01', 'PM', 'O'), on('2025-09-02', 'AM', 'O')],
      [[2, 'not on roll', [NOTHING, AWAY], 'O']],
      [],
      { enrolledTo: '2025-09-01' },
    ],
    [
      'two marks of one session are either',
      [on(FROM, 'AM', 'I'), on(FROM, 'AM', 'O')],
      [[0, 'two marks', [ILL, AWAY], 'I O']],
    ],
    [
      'two marks that count alike are told all the same',
      [on(FROM, 'AM', 'I'), on(FROM, 'AM', 'M')],
      [[0, 'two marks', [ILL], 'I M']],
    ],
    [
      'two marks, one of them unknown, may be anything',
      [on(FROM, 'AM', 'I'), on(FROM, 'AM', '?')],
      [[0, 'two marks', ANY_EFFECT, 'I ?']],
    ],
    [
      'three marks of which two are the same are two',
      [on(FROM, 'AM', 'I'), on(FROM, 'AM', 'O'), on(FROM, 'AM', ' i ')],
      [[0, 'two marks', [ILL, AWAY], 'I O']],
    ],
    [
      'two marks while the school is closed may count for nothing, too',
      [on('2025-09-10', 'AM', 'I'), on('2025-09-10', 'AM', 'O')],
      [[18, 'two marks', [NOTHING, ILL, AWAY], 'I O']],
      [closed('2025-09-10', 'AM')],
    ],
    [
      'two marks of which one counts for nothing, while the school is closed',
      [on('2025-09-10', 'AM', '#'), on('2025-09-10', 'AM', 'O')],
      [[18, 'two marks', [NOTHING, AWAY], '# O']],
      [closed('2025-09-10', 'AM')],
    ],
    [
      'so may they where the one that comes first counts nothing as possible',
      [on('2025-09-10', 'AM', 'X'), on('2025-09-10', 'AM', 'O')],
      [[18, 'two marks', [NOTHING, AWAY, NOT_COMPULSORY], 'X O']],
      [closed('2025-09-10', 'AM')],
    ],
    [
      'several are told in the order of their sessions',
      [on('2025-09-03', 'AM', '?'), on('2025-09-02', 'AM', 'I'), on('2025-09-02', 'AM', 'O'), on(FROM, 'AM', '?')],
      [
        [0, 'unknown code', ANY_EFFECT, '?'],
        [2, 'two marks', [ILL, AWAY], 'I O'],
        [4, 'unknown code', ANY_EFFECT, '?'],
      ],
    ],
  ])('%s', (_, marks, expected, entries = [], more = {}) => {
    const sorted = expected.map(([slot, doubt, options, codes]) => [
      slot,
      doubt,
      [...options].sort((a, b) => a - b),
      codes,
    ]);
    expect(doubts(who('P', marks, more), entries)).toEqual(sorted);
  });

  it('stands at its session among the others', () => {
    const marks = [
      ...usual.slice(0, 64),
      ...usual.slice(63, 64).map((mark) => ({ ...mark, code: '/' })),
      ...usual.slice(64),
    ];
    const { notable, effects } = readMarks(who('P', marks), buildCalendar([], []), dayNumberFast(AS_OF));
    expect(notable.slice(0, 6)).toEqual([60, 61, 62, 63, 65, 67]);
    expect(effects.slice(0, 4)).toEqual([ILL, ILL, AWAY, DOUBTFUL]);
  });
});

describe('marks of the years before the codes of August 2024', () => {
  const then = (codes: string): PupilRecord => who(codes, marksFrom('2024-06-03', codes));
  const OLD = [then('/'.repeat(20)), then(`HHY${'/'.repeat(17)}`), then(`KQ${'/'.repeat(18)}`)];
  it.each([
    [
      'a holiday agreed was authorised',
      OLD[1],
      [
        [0, 3],
        [1, 3],
        [2, 0],
      ],
      0,
    ],
    [
      'codes that came later were none',
      OLD[2],
      [
        [0, DOUBTFUL],
        [1, DOUBTFUL],
      ],
      2,
    ],
  ] as const)('%s, whoever was read before', (_, pupil, notable, doubtful) => {
    const calendar = buildCalendar([], OLD);
    for (const before of OLD) {
      readMarks(before, calendar, dayNumberFast('2024-07-19'));
      const log = readMarks(pupil ?? before, calendar, dayNumberFast('2024-07-19'));
      expect(log.notable.map((at, index) => [at, log.effects[index]])).toEqual(notable);
      expect(log.doubtful).toHaveLength(doubtful);
    }
  });

  it('end on the day before', () => {
    const log = (date: string, code: string) =>
      readMarks(who('P', [{ date, session: 'AM', code }]), buildCalendar([], []), dayNumberFast('2024-09-06'));
    expect([log('2024-08-16', 'K').doubtful.length, log('2024-08-19', 'K').doubtful.length]).toEqual([1, 0]);
    expect([log('2024-08-16', 'H').doubtful.length, log('2024-08-19', 'H').doubtful.length]).toEqual([0, 1]);
  });
});

describe('marks whose sessions are not known', () => {
  const withLost = (...codes: string[]): PupilRecord => who('P', usual, { lost: [{ row: 9, codes, message: '' }] });
  const read = (pupil: PupilRecord) => readMarks(pupil, buildCalendar([], [pupil]), dayNumberFast(AS_OF));

  it.each([
    ['an absence is nothing or an absence', 'O', [0, 7]],
    ['an attendance is nothing or an attendance', '/', [0, 1]],
    ['an unknown code may be anything', '?', ANY_EFFECT],
  ])('%s, after the last session', (_, code, options) => {
    const { size, doubtful, effects, notable, slots, marks } = read(withLost(code));
    expect([size, slots.length, marks.length, notable.at(-1), effects.at(-1)]).toEqual([101, 101, 101, 100, DOUBTFUL]);
    expect(doubtful).toMatchObject([{ doubt: 'lost', options, marks: [{ code, row: 9 }] }]);
    // Within the day, and before the morning of the next.
    expect(doubtful[0]?.slot).toBe(slots[100]);
    expect(Math.floor(slots[100] ?? 0)).toBe(dayNumberFast(AS_OF) * 2 + 1);
    expect(slots[100]).toBeGreaterThan(dayNumberFast(AS_OF) * 2 + 1);
  });

  it('those that count for nothing are left out', () => {
    expect(read(withLost('', '-', '#', 'Z', 'X')).doubtful).toEqual([]);
  });

  it('follow the last session of a pupil who left before the others', () => {
    const calendar = buildCalendar([], []);
    const day = dayNumberFast('2025-11-12');
    readMarks(who('Q', usual), calendar, day);
    const left = who('P', usual.slice(0, 50), { lost: [{ row: 9, codes: ['O'], message: '' }] });
    const { slots, doubtful, size } = readMarks(left, calendar, day);
    expect([size, slots[50], Math.floor(slots[50] ?? 0)]).toEqual([51, doubtful[0]?.slot, day * 2 + 1]);
  });

  it('each has a place of its own, up to a thousand', () => {
    const { slots, size, doubtful } = read(withLost(...Array.from({ length: 1100 }, () => 'O')));
    const places = slots.slice(100);
    expect([size, new Set(places).size, doubtful.length]).toEqual([1100, 1000, 1000]);
    expect(Math.max(...places)).toBeLessThan(dayNumberFast(AS_OF) * 2 + 2);
  });

  it('stand beside marks that lie after the day, of which none is taken in', () => {
    const pupil = who('P', marksFrom(FROM, '/'.repeat(120)), { lost: [{ row: 9, codes: ['O'], message: '' }] });
    const { size, marks, slots, later } = read(pupil);
    expect([size, marks.length, slots.length, later]).toEqual([101, 101, 101, 20]);
    expect(marks.at(-1)?.code).toBe('O');
  });
});
