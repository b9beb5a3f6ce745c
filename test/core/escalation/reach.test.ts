import { describe, expect, it } from 'vitest';
import { buildCalendar } from '#core/attendance/calendar.ts';
import type { PupilRecord } from '#core/attendance/pupil.ts';
import { figuresOf } from '#core/escalation/figures.ts';
import { ABSENCE, HOLIDAY_MARK, LATE_MARK, UNAUTHORISED_ABSENCE } from '#core/escalation/imagined.ts';
import { prepareLadder } from '#core/escalation/ladder.ts';
import { fewestToLeave, fewestToReach, fewestToThreshold } from '#core/escalation/reach.ts';
import { recordsOf } from '#core/escalation/records.ts';
import { type View, viewOf } from '#core/escalation/view.ts';
import type { Step, Trigger } from '#core/policy/schema.ts';
import { either, marked, missed } from './deciding.ts';
import { pupil, step, totals } from './ladders.ts';

/**
 * Where the search for the fewest marks begins: at never more than are needed, and for percentages, counts and the national
 * threshold at exactly those, so that nothing is searched in vain.
 */

const NEVER = Number.POSITIVE_INFINITY;

function standing(steps: Step[], who: PupilRecord, taken: [string, string][] = []) {
  const ladder = prepareLadder(steps);
  const asOf = who.marks?.at(-1)?.date ?? '2026-06-30';
  const figures = figuresOf(who, buildCalendar([], [who]), asOf);
  const rows = taken.map(([name, date]) => ({ pupilId: 'P1', step: name, date }));
  const records = recordsOf(ladder, rows, 'P1', figures.yearStart, figures.asOfDay);
  const view: View = viewOf(figures, records, ladder.rungs, ladder.counts);
  const rung = ladder.main?.rungs.at(-1) ?? ladder.others[0]?.rungs.at(-1);
  if (!rung) throw new Error('the ladder has no step');
  return { view, test: rung.test };
}

describe('the fewest marks that lead onto a step', () => {
  const to = (trigger: Trigger | string, who: PupilRecord, effect = ABSENCE, more: Partial<Step> = {}): number => {
    const { view, test } = standing([step(1, trigger, more)], who);
    return fewestToReach(test, view, effect);
  };
  const sixRunning = { metric: 'sessions', op: '<=', value: 8, unit: 'sessions' } as const;
  it.each<[string, Trigger | string, PupilRecord, number, number]>([
    // 95 of 100; with n more absences 95 of 100 + n.
    ['below 90: 95 of 106 is below, of 105 is not', '<90', missed(5), ABSENCE, 6],
    ['90 or below: 95 of 105 is not, of 106 is', '<=90', missed(5), ABSENCE, 6],
    ['exactly: 90 of 100 is 90 or below at once', '<=90', missed(10), ABSENCE, 0],
    ['90 of 100 is not below it, 90 of 101 is', '<90', missed(10), ABSENCE, 1],
    ['96 of 120 is exactly 80', '<=80', missed(4), ABSENCE, 20],
    ['and below 80 one later', '<80', missed(4), ABSENCE, 21],
    ['below 95 holds already', '<95', missed(6), ABSENCE, 0],
    ['late marks lower no percentage', '<90', missed(5), LATE_MARK, NEVER],
    ['and need not where it holds exactly', '<=90', missed(10), LATE_MARK, 0],
    ['nor where a count does', '5 absent', missed(5), LATE_MARK, 0],
    ['nobody falls below nought', '<0', missed(5), ABSENCE, NEVER],
    ['a band from its high end', '80-90', missed(5), ABSENCE, 6],
    ['exactly on the high end of a band', '80-90', missed(10), ABSENCE, 0],
    ['exactly on the high end of a band without it', '80-<90', missed(10), ABSENCE, 1],
    ['a band in which the pupil is', '80-95', missed(5), ABSENCE, 0],
    ['a fall never leads to "or above"', '>=97', missed(2), ABSENCE, 0],
    ['"above" that holds', '>97', missed(2), ABSENCE, 0],
    ['"above" that does not is reached by no absence', '>97', missed(5), ABSENCE, NEVER],
    ['a count', '8 absent', missed(5), ABSENCE, 3],
    ['a count of more than', { metric: 'sessions', op: '>', value: 8 }, missed(5), ABSENCE, 4],
    [
      'half a day more than two is reached by the next whole session',
      { metric: 'sessions', value: 5.5 },
      missed(5),
      ABSENCE,
      1,
    ],
    ['a count that holds', '5 absent', missed(5), ABSENCE, 0],
    ['authorised absences are no unauthorised ones', '8 unauthorised', missed(5), ABSENCE, NEVER],
    ['unauthorised ones are', '8 unauthorised', missed(5), UNAUTHORISED_ABSENCE, 8],
    ['at most eight holds now', sixRunning, missed(8), ABSENCE, 0],
    ['at most eight is not reached from nine', sixRunning, missed(9), ABSENCE, NEVER],
    ['a doubtful mark may be one of them', '5 late', marked('LL?/'), LATE_MARK, 2],
    ['of two ways the nearer one', either('<90', '8 absent'), missed(5), ABSENCE, 3],
    ['a rung for everyone', { condition: 'all pupils' }, missed(5), ABSENCE, 0],
    ['words are for a person', { condition: 'we are worried' }, missed(5), ABSENCE, 0],
    ['notices are not marks', '2 notices', missed(5), ABSENCE, NEVER],
    ['no notice stands', { metric: 'penaltyNotices', op: '<', value: 1 }, missed(5), ABSENCE, 0],
    ['totals without a figure', '<90', totals({ percent: '95.0' }), ABSENCE, NEVER],
    ['totals with one', '<90', totals({ possible: 100, attended: 95 }), ABSENCE, 6],
    ['totals that do not count them', '3 late', totals({ possible: 100, attended: 95 }), LATE_MARK, NEVER],
    ['before the first session', '<90', marked('####'), ABSENCE, 1],
  ])('%s', (_, trigger, who, effect, expected) => {
    expect(to(trigger, who, effect)).toBe(expected);
  });

  it.each<[string, Partial<Step>, Trigger, number]>([
    ['persistent absence: 95 of 106 is 10.4% missed', { title: 'Persistent absence' }, {}, 6],
    ['severe absence: 95 of 190 is half', { title: 'Severe absence' }, {}, 90],
    [
      'of two that must both hold, the further',
      { title: 'Persistent absence' },
      { condition: 'no contact from home' },
      6,
    ],
  ])('%s', (_, more, trigger, expected) => {
    expect(to(trigger, missed(5), ABSENCE, more)).toBe(expected);
  });

  it.each<[string, string, string, number]>([
    ['"90 or below" gives way to the band that begins on 90', '90-95', '<=90', 1],
    ['so does a band', '90-95', '80-90', 1],
  ])('%s: 90 of 100 is not enough', (_, milder, severe, expected) => {
    const { view, test } = standing([step(1, milder), step(2, severe)], missed(10));
    expect(fewestToReach(test, view, ABSENCE)).toBe(expected);
  });

  it.each<[string, [string, string][], number]>([
    ['without the earlier step no marks lead on', [], NEVER],
    ['nor while its window runs', [['1', '2025-11-06']], NEVER],
    ['when it ends today, it runs still', [['1', '2025-10-24']], NEVER],
    ['once it is over none are wanted', [['1', '2025-10-23']], 0],
  ])('a step two weeks after another: %s', (_, taken, expected) => {
    // As of Friday 7 November.
    const { view, test } = standing([step(1, '<99'), step(2, 'after 1 / two weeks')], missed(5), taken);
    expect(fewestToReach(test, view, ABSENCE)).toBe(expected);
  });
});

describe('the fewest marks with which the national threshold may be reached', () => {
  const to = (who: PupilRecord, effect = UNAUTHORISED_ABSENCE): number =>
    fewestToThreshold(standing([step(1, '<90')], who).view, effect);
  it.each<[string, PupilRecord, number, number]>([
    ['four of ten', marked('/*96 O*4'), UNAUTHORISED_ABSENCE, 6],
    ['a holiday counts too', marked('/*96 O*4'), HOLIDAY_MARK, 6],
    ['codes N that wait may count by then', marked('/*94 O*4 NN'), UNAUTHORISED_ABSENCE, 4],
    ['a doubtful mark may be one', marked('/*95 O*4 ?'), UNAUTHORISED_ABSENCE, 5],
    ['authorised absences do not count', marked('/*96 O*4'), ABSENCE, NEVER],
    ['ten are there', marked('/*90 O*10'), ABSENCE, 0],
    [
      'totals do not say when theirs were',
      totals({ possible: 300, attended: 280, unauthorised: 5 }),
      UNAUTHORISED_ABSENCE,
      NEVER,
    ],
    [
      'before there was a threshold',
      pupil([{ date: '2023-09-04', session: 'AM', code: 'O' }]),
      UNAUTHORISED_ABSENCE,
      NEVER,
    ],
    ['a pupil of Year 12', marked('/*96 O*4', { year: '12' }), UNAUTHORISED_ABSENCE, NEVER],
    ['code X in this school year', marked('XX /*94 O*4'), UNAUTHORISED_ABSENCE, NEVER],
  ])('%s', (_, who, effect, expected) => {
    expect(to(who, effect)).toBe(expected);
  });

  it('code X of the year before leaves the window in time', () => {
    const summer = [{ date: '2026-07-15', session: 'AM' as const, code: 'X' }];
    const autumn = marked('', {}).marks ?? [];
    const who = pupil([...summer, ...autumn, { date: '2026-09-07', session: 'AM', code: 'O' }]);
    expect(to(who)).toBe(9);
  });
});

describe('the fewest attended sessions that lead out of a step', () => {
  const out = (trigger: Trigger | string, who: PupilRecord, more: Partial<Step> = {}): number => {
    const { view, test } = standing([step(1, trigger, more)], who);
    return fewestToLeave(test, view);
  };
  it.each<[string, Trigger | string, PupilRecord, number]>([
    // 88 of 100; with n more attended sessions 88 + n of 100 + n.
    ['below 90: 108 of 120 is 90', '<90', missed(12), 20],
    ['90 or below: one more', '<=90', missed(12), 21],
    ['a band above its high end', '80-90', missed(12), 21],
    ['a band at its high end, where that is none of it', '80-<90', missed(12), 20],
    ['above 85 is left by no attendance', '>85', missed(12), NEVER],
    ['nobody rises above 100', '<=100', missed(12), NEVER],
    ['a count of the school year never falls', '8 absent', missed(12), NEVER],
    ['a count in a window may', '8 absent / 4 weeks', missed(12), 1],
    ['days in a row may', '3 running', missed(12), 1],
    ['at most so many may', { metric: 'sessions', op: '<=', value: 20 }, missed(12), 1],
    ['fewer than so many may', { metric: 'sessions', op: '<', value: 20 }, missed(12), 1],
    ['the national threshold may', '10 unauthorised / 10 weeks', marked('/*90 O*10'), 1],
    ['of two ways, those that hold: the further of them', either('<90', '8 absent / 4 weeks'), missed(12), 20],
    ['of two ways, not the one that does not hold', either('<90', '8 late'), missed(12), 20],
    ['words never', { condition: 'we are worried' }, missed(12), NEVER],
    ['at least one, though the figure is past already', '<90', missed(5), 1],
    ['a doubtful mark is taken for the best that it can be', '<90', marked(`${'/'.repeat(16)}III?`), 10],
    ['no possible session', '<90', marked('####'), NEVER],
  ])('%s', (_, trigger, who, expected) => {
    expect(out(trigger, who)).toBe(expected);
  });

  it.each<[string, Partial<Step>, Trigger, number]>([
    // With 12 missed of 100, 109 of 121 are 9.9% missed, 108 of 120 exactly 10%.
    ['persistent absence holds at exactly 10% missed', { title: 'Persistent absence' }, {}, 21],
    ['words beside it change nothing', { title: 'Persistent absence' }, { condition: 'no contact from home' }, 21],
  ])('%s', (_, more, trigger, expected) => {
    expect(out(trigger, missed(12), more)).toBe(expected);
  });

  it('severe absence: 60 of 100 missed, 60 of 121 are less than half', () => {
    expect(out({}, missed(60), { title: 'Severe absence' })).toBe(21);
  });

  it.each<[string, string, string]>([
    ['a band', '90-95', '80-90'],
    ['"90 or below"', '90-95', '<=90'],
  ])('%s gives way to the band that begins on 90: 108 of 120 is out', (_, milder, severe) => {
    const { view, test } = standing([step(1, milder), step(2, severe)], missed(12));
    expect(fewestToLeave(test, view)).toBe(20);
  });

  /** 20 sessions up to the letter of Friday 12 September, then those since. */
  const since = (before: string, later: string, condition: string, more: Partial<Step> = {}): number => {
    const follow = step(2, { afterStep: '1', condition }, more);
    const { view, test } = standing([step(1, '<99'), follow], marked(`${before}${later}`), [['1', '2025-09-12']]);
    return fewestToLeave(test, view);
  };
  const EIGHTEEN = `${'/'.repeat(18)}II`;
  it.each<[string, Parameters<typeof since>, number]>([
    [
      '18 of 20 up to it, 8 of 10 since: 18 of 20 is no rise, 19 of 21 is',
      [EIGHTEEN, '////////II', 'no improvement'],
      11,
    ],
    ['16 of 20 and 4 of 5: one more is a rise', [`${'/'.repeat(16)}IIII`, '////I', 'no improvement'], 1],
    ['nobody rises above 20 of 20', ['/'.repeat(20), '////I', 'no improvement'], NEVER],
    ['enough improvement is measured as any', [EIGHTEEN, '////////II', 'no significant improvement'], 11],
    ['improvement that is there may be lost at once', [EIGHTEEN, '//////////', 'if attendance improves'], 1],
    ['a target may be met at once', [EIGHTEEN, '////////II', 'the target is missed', { target: 95 }], 1],
    ['a window alone is never undone', [EIGHTEEN, '////////II', 'parents do not reply'], NEVER],
  ])('after a letter: %s', (_, given, expected) => {
    expect(since(...given)).toBe(expected);
  });

  it('without the letter there is nothing to compare', () => {
    const steps = [step(1, '<99'), step(2, { afterStep: '1', condition: 'no improvement' })];
    const { view, test } = standing(steps, missed(12));
    expect(fewestToLeave(test, view)).toBe(1);
  });
});
