import { describe, expect, it } from 'vitest';
import { buildCalendar } from '#core/attendance/calendar.ts';
import type { CalendarEntry, Mark, PupilRecord } from '#core/attendance/pupil.ts';
import { figuresOf } from '#core/escalation/figures.ts';
import { ABSENCE, ATTENDED, LATE_MARK, UNAUTHORISED_ABSENCE } from '#core/escalation/imagined.ts';
import { prepareLadder } from '#core/escalation/ladder.ts';
import { NO_RECORDS } from '#core/escalation/records.ts';
import { countOf } from '#core/escalation/tally.ts';
import { viewOf, viewWith } from '#core/escalation/view.ts';
import type { Step, Trigger } from '#core/policy/schema.ts';
import { marked, missed } from './deciding.ts';
import { marksFrom, pupil, step, termDates, totals } from './ladders.ts';

interface Moment {
  asOf?: string;
  entries?: CalendarEntry[];
  /** Marks to come: how many, and what each adds. */
  ahead?: [number, number];
  more?: Partial<Step>;
}

/** The least and the most that a step counts for the pupil; null where the data cannot give it. */
function counted(trigger: Trigger | string, who: PupilRecord, { asOf, entries = [], ahead, more }: Moment = {}) {
  const ladder = prepareLadder([step(1, trigger, more)]);
  const rung = [...(ladder.main?.rungs ?? []), ...ladder.others.flatMap(({ rungs }) => rungs)][0];
  const day = asOf ?? who.marks?.at(-1)?.date ?? '2026-06-30';
  const now = viewOf(figuresOf(who, buildCalendar(entries, [who]), day), NO_RECORDS, 1, 1);
  const view = ahead ? viewWith(now, ...ahead) : now;
  if (rung?.test.kind !== 'count' || !view) throw new Error('nothing to count');
  const range = countOf(rung.test, view);
  expect(countOf(rung.test, view)).toEqual(range);
  return range && [range.least, range.most];
}

const also = (codes: string, ...more: Mark[]): PupilRecord => pupil([...marksFrom('2025-09-01', codes), ...more]);
const mark = (date: string, code: string): Mark => ({ date, session: 'AM', code });
const SATURDAY = '2025-09-06';

describe('sessions in a row up to the last one, over all that doubtful marks may mean', () => {
  const asOf = '2025-09-08';
  it.each<[string, PupilRecord, [number, number]]>([
    ['all of them', marked('////III'), [3, 3]],
    ['none where the last was attended', marked('III/'), [0, 0]],
    ['a session that was not possible is passed over', marked('//II Y1 I'), [3, 3]],
    ['a blank is none', marked('//II - I'), [3, 3]],
    ['an unknown code inside may part them', marked('//II?I'), [1, 4]],
    ['behind a possible break nothing is certain, and one more break ends it', marked('II/I?I'), [1, 3]],
    ['two unknown codes', marked('/I??I'), [1, 4]],
    ['two absences for one session are one absence', also('//II', mark('2025-09-02', 'O')), [2, 2]],
    ['behind a possible break such a session is not certain either', also('//I?II', mark('2025-09-03', 'O')), [2, 4]],
    ['attended or late is no absence', also('/III', mark('2025-09-02', 'L'), mark('2025-09-02', '/')), [1, 3]],
    [
      'attended under two codes ends the row',
      also('I/I', mark('2025-09-01', 'O'), { ...mark('2025-09-01', 'L'), session: 'PM' }),
      [1, 1],
    ],
    ['absent on a Saturday, or not open: it parts nothing', also('/IIIII/III', mark(SATURDAY, 'I')), [3, 4]],
    [
      'attended on a Saturday, or not open: it may part them',
      also('//////////', mark(SATURDAY, '/'), mark(asOf, 'I')),
      [1, 1],
    ],
    ['and what lies before it is not certain', also('///////III', mark(SATURDAY, '/'), mark(asOf, 'I')), [1, 4]],
  ])('%s', (_, who, expected) => {
    expect(counted('3 running', who, { asOf })).toEqual(expected);
  });

  it.each<[string, [number, number], [number, number]]>([
    ['absences to come go on with the row', [2, ABSENCE], [5, 5]],
    ['attendance to come ends it', [2, ATTENDED], [0, 0]],
    ['a late mark to come ends it', [1, LATE_MARK], [0, 0]],
  ])('%s', (_, ahead, expected) => {
    expect(counted('3 running', marked('////III'), { ahead })).toEqual(expected);
  });

  it('only those of the school year', () => {
    const who = pupil([...marksFrom('2025-07-21', 'IIII'), ...marksFrom('2025-09-01', 'II')]);
    expect(counted('3 running', who)).toEqual([2, 2]);
  });
});

describe('a count of the school year', () => {
  const LAST_YEAR = marksFrom('2025-07-21', 'LLOO');
  const year = (codes: string): PupilRecord => pupil([...LAST_YEAR, ...marksFrom('2025-09-01', codes)]);
  it.each<[string, Trigger | string, string, [number, number]]>([
    ['late', '3 late', 'LLU/', [2, 2]],
    ['unauthorised', '3 unauthorised', 'OUIL', [2, 2]],
    ['absent', '3 absent', 'OUIL', [3, 3]],
    ['late of both kinds', '3 late', 'OUIL', [2, 2]],
    ['of code G', { condition: 'holiday in term time' }, 'GGOI', [2, 2]],
    ['late, with a mark in doubt', '3 late', 'LL?/', [2, 3]],
    ['unauthorised, with a mark in doubt', '3 unauthorised', 'OU?/', [2, 3]],
    ['absent, with a mark in doubt', '3 absent', 'OU?I', [3, 4]],
  ])('%s', (name, trigger, codes, expected) => {
    const more = name === 'late of both kinds' ? { quote: 'L or U marks' } : {};
    expect(counted(trigger, year(codes), { more })).toEqual(expected);
  });

  it.each<[string, string, [number, number], [number, number]]>([
    ['marks to come that count', '3 late', [2, LATE_MARK], [3, 3]],
    ['marks to come that do not', '3 late', [2, ABSENCE], [1, 1]],
    ['an unauthorised absence is an absence', '3 absent', [2, UNAUTHORISED_ABSENCE], [4, 4]],
    ['an absence is not unauthorised', '3 unauthorised', [2, ABSENCE], [1, 1]],
  ])('%s', (_, trigger, ahead, expected) => {
    expect(counted(trigger, year('LIO/'), { ahead })).toEqual(expected);
  });
});

it('of two marks for one session that both count, one counts surely, in whatever window', () => {
  const who = also('/III//', mark('2025-09-02', 'O'));
  expect(counted('3 absent', who)).toEqual([3, 3]);
  expect(counted('3 absent / 4 weeks', who, { asOf: '2025-09-03' })).toEqual([3, 3]);
  expect(counted('3 unauthorised / 4 weeks', who, { asOf: '2025-09-03' })).toEqual([0, 1]);
});

describe('a count from totals', () => {
  const given = { possible: 200, attended: 186, authorised: 9, unauthorised: 5, late: 4 };
  const contrary = { possible: 200, attended: 190, authorised: 9, unauthorised: 5 };
  it.each<[string, string, PupilRecord, [number, number] | null]>([
    ['absences', '3 absent', totals(given), [14, 14]],
    ['unauthorised sessions', '3 unauthorised', totals(given), [5, 5]],
    ['late marks', '3 late', totals(given), [4, 4]],
    ['late marks that they do not have', '3 late', totals({ ...given, late: null }), null],
    ['absences where they contradict themselves', '3 absent', totals(contrary), [10, 14]],
    ['absences of totals without the sessions', '3 absent', totals({ percent: '93.0' }), null],
    ['in a window: they do not say when', '3 absent / 4 weeks', totals(given), null],
    ['in a row: they do not say so', '3 running', totals(given), null],
  ])('%s', (_, trigger, who, expected) => {
    expect(counted(trigger, who)).toEqual(expected);
  });

  it.each<[string, string, [number, number], [number, number]]>([
    ['more absences', '3 absent', [2, ABSENCE], [16, 16]],
    ['more unauthorised sessions', '3 unauthorised', [2, UNAUTHORISED_ABSENCE], [7, 7]],
    ['more late marks', '3 late', [2, LATE_MARK], [6, 6]],
    ['absences are no late marks', '3 late', [2, ABSENCE], [4, 4]],
  ])('with %s', (_, trigger, ahead, expected) => {
    expect(counted(trigger, totals(given), { ahead })).toEqual(expected);
  });

  it('with more absences, where they contradict themselves', () => {
    expect(counted('3 absent', totals(contrary), { ahead: [2, ABSENCE] })).toEqual([12, 16]);
  });

  it('of late marks after the register closed, and of holidays, totals say nothing', () => {
    expect(counted('3 late', totals(given), { more: { quote: 'three U codes' } })).toBeNull();
    expect(counted({ condition: 'holiday in term time' }, totals(given))).toBeNull();
  });

  it.each<[string, Trigger | string, [number, number] | null, Partial<Step>]>([
    ['absences that it names', '3 absent', [6, 6], {}],
    ['in whatever window', '3 absent / 4 weeks', [6, 6], {}],
    ['in a row', '3 running', [8, 8], {}],
    ['late marks of whatever kind', '3 late', [4, 4], { quote: 'three U codes' }],
    ['no holiday that it does not speak of', { condition: 'holiday in term time' }, [0, 0], {}],
  ])('a worked example: %s', (_, trigger, expected, more) => {
    const example = { unauthorised: 5, late: 4, example: { absent: 6, inARow: 8 } };
    expect(counted(trigger, totals(example), { more })).toEqual(expected);
  });
});

describe('the window of a count as marks are imagined in it', () => {
  const HALF_TERM = ['2025-10-27', '2025-10-31'] as const;
  const entries = termDates('2025-09-01', '2026-07-20', [HALF_TERM, ['2025-12-22', '2026-01-02']]);
  const open = new Set(entries.flatMap((entry) => (entry.open ? [entry.date] : [])));
  /** Late on the first morning of every school week up to the day, present otherwise. */
  const weekly = (asOf: string): PupilRecord => {
    const marks = marksFrom('2025-09-01', '/'.repeat(300)).filter(({ date }) => open.has(date) && date <= asOf);
    const seen = new Set<string>();
    return pupil(
      marks.map((one) => {
        const week = String(Math.floor((Date.parse(one.date) / 86_400_000 + 3) / 7));
        if (seen.has(week)) return one;
        seen.add(week);
        return { ...one, code: 'L' };
      }),
    );
  };
  const asOf = '2025-11-14';
  const now = (window: string, ahead?: [number, number]) =>
    counted(`1 late / ${window}`, weekly(asOf), { asOf, entries, ...(ahead && { ahead }) });

  it.each<[string, [number, number]]>([
    // Late on the Mondays 10 and 3 November, 20, 13 and 6 October, and those of September.
    ['2 weeks', [2, 2]],
    ['4 weeks', [3, 3]],
    ['5 weeks', [4, 4]],
    ['2 school weeks', [2, 2]],
    ['4 school weeks', [4, 4]],
    ['5 school days', [1, 1]],
    ['6 school days', [1, 1]],
    ['10 school days', [2, 2]],
    ['11 school days', [2, 2]],
    ['15 school days', [3, 3]],
    ['5 working days', [1, 1]],
    ['5 calendar days', [1, 1]],
    ['4 calendar days', [0, 0]],
    ['10 sessions', [1, 1]],
    ['9 sessions', [0, 0]],
    ['20 sessions', [2, 2]],
    ['a month', [3, 3]],
    ['a half term', [2, 2]],
    ['2 half terms', [10, 10]],
    ['a term', [10, 10]],
    ['the school year', [10, 10]],
    ['a year', [10, 10]],
  ])('%s to Friday 14 November', (window, expected) => {
    expect(now(window)).toEqual(expected);
  });

  it.each<[string, number, [number, number]]>([
    // Ten sessions are the week from 17 to 21 November.
    ['2 weeks', 10, [1, 1]],
    ['2 school weeks', 10, [1, 1]],
    ['4 school weeks', 10, [3, 3]],
    ['5 school days', 10, [0, 0]],
    ['10 school days', 10, [1, 1]],
    ['10 school days', 9, [1, 1]],
    ['10 sessions', 10, [0, 0]],
    ['11 sessions', 10, [0, 0]],
    ['20 sessions', 10, [1, 1]],
    ['20 sessions', 11, [0, 0]],
    ['10 calendar days', 10, [0, 0]],
    ['12 calendar days', 10, [1, 1]],
    ['a month', 10, [2, 2]],
    ['a half term', 10, [2, 2]],
  ])('%s after %i attended sessions to come', (window, count, expected) => {
    expect(now(window, [count, ATTENDED])).toEqual(expected);
  });

  it.each<[string, number, [number, number]]>([
    ['2 weeks', 3, [4, 4]],
    ['2 school weeks', 3, [4, 4]],
    ['5 sessions', 7, [5, 5]],
    ['5 sessions', 5, [5, 5]],
    ['10 sessions', 5, [5, 5]],
    ['2 school days', 6, [4, 4]],
    ['a half term', 3, [5, 5]],
  ])('%s after %i late marks to come', (window, count, expected) => {
    expect(now(window, [count, LATE_MARK])).toEqual(expected);
  });

  it('a half term that begins with a break to come has only what follows it', () => {
    // The last day before the Christmas holiday is Friday 19 December; the eleventh session to come is in January.
    const who = weekly('2025-12-15');
    const moment = { asOf: '2025-12-15', entries };
    expect(counted('1 late / a half term', who, moment)).toEqual([7, 7]);
    expect(counted('1 late / a half term', who, { ...moment, ahead: [9, LATE_MARK] })).toEqual([1, 1]);
    expect(counted('1 late / a term', who, { ...moment, ahead: [9, LATE_MARK] })).toEqual([1, 1]);
    expect(counted('1 late / a half term', who, { ...moment, ahead: [8, LATE_MARK] })).toEqual([15, 15]);
  });

  it('a window of sessions never reaches into the school year before', () => {
    const who = pupil([...marksFrom('2025-07-14', 'LLLL'), ...marksFrom('2025-09-01', 'L/')]);
    expect(counted('1 late / 20 sessions', who)).toEqual([1, 1]);
    expect(counted('1 late / 20 school days', who)).toEqual([1, 1]);
    expect(counted('1 late / 60 weeks', who)).toEqual([1, 1]);
  });

  it('doubtful sessions are counted back over, and those that were not possible are not', () => {
    expect(counted('1 late / 3 sessions', marked('L/?/'))).toEqual([0, 1]);
    expect(counted('1 late / 4 sessions', marked('L/?/'))).toEqual([1, 2]);
    expect(counted('1 late / 3 sessions', marked('L/ Y1 /'))).toEqual([1, 1]);
  });

  it('minutes are no window of a register', () => {
    expect(counted('1 late / 20 minutes', missed(2))).toBeNull();
  });
});
