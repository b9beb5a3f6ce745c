import { describe, expect, it } from 'vitest';
import { buildCalendar } from '#core/attendance/calendar.ts';
import { readMarks } from '#core/attendance/mark-log.ts';
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
  ['with one session left out', who('gap', usual.toSpliced(20, 1))],
  ['with a blank', who('blank', changed(20, { code: '-' }))],
  ['with an unknown code', who('unknown', changed(20, { code: '?' }))],
  ['with a retired code', who('retired', changed(20, { code: 'H' }))],
  ['with a code of two characters', who('two', changed(20, { code: 'Y1' }))],
  ['with a small letter', who('small', changed(20, { code: 'i' }))],
  ['with a letter of another alphabet', who('other', changed(20, { code: 'é' }))],
  ['with a date that is none', who('undated', changed(20, { date: '2025-09-31' }))],
  ['with the afternoon marked as a morning', who('twice', changed(21, { session: 'AM' }))],
  ['with the same mark twice', who('repeated', [...usual, ...usual.slice(20, 21)])],
  ['with a mark on a Saturday', who('weekend', [...usual.slice(0, 10), SATURDAY, ...usual.slice(10)])],
  ['with marks after the day', who('later', marksFrom(FROM, '/'.repeat(120)))],
  ['not yet on roll at first', who('z', [...marksFrom(FROM, 'ZZZZ'), ...usual.slice(4)])],
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
    ['an unknown code stands and is doubtful', changed(20, { code: '?' }), { size: 100 }, ['doubtful']],
    ['the same mark twice is one', [...usual, ...usual.slice(0, 1)], { size: 100 }, ['repeated']],
  ])('%s', (_, marks, figures, lists) => {
    const found = log(who('P', marks));
    expect(found).toMatchObject(figures);
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
