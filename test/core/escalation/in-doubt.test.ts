import { describe, expect, it } from 'vitest';
import { buildCalendar } from '#core/attendance/calendar.ts';
import type { PupilRecord } from '#core/attendance/pupil.ts';
import { decide, prepareLadder } from '#core/escalation/decide.ts';
import type { Step } from '#core/policy/schema.ts';
import { decided, missed, sentence } from './deciding.ts';
import { marksFrom, pupil, step, totals } from './ladders.ts';

/** Marks that contradict each other may decide all the same, when either of them would: the sentence says so. */

/** Those marks, the last ones twice over with other codes. */
function twice(codes: string, others: string): PupilRecord {
  const marks = marksFrom('2025-09-01', codes);
  const last = marks.slice(-others.length);
  return pupil([...marks, ...last.map((mark, at) => ({ ...mark, code: others[at] ?? '' }))]);
}

function reasonsOf(who: PupilRecord): string[] {
  const { because, notYet } = decided([], who);
  return [...because, ...notYet].map(({ text }) => text);
}

const ABSENT_EITHER_WAY = twice(`${'/'.repeat(90)}${'I'.repeat(10)}`, 'O');
const PRESENT_EITHER_WAY = twice(`${'I'.repeat(10)}${'/'.repeat(91)}`, 'LL');

describe('where the certain marks alone would say otherwise', () => {
  it.each<[string, Step[], PupilRecord, string]>([
    [
      'a percentage holds',
      [step(1, '<=90')],
      ABSENT_EITHER_WAY,
      'Step 1 ("Rung 1") holds: 90% or below: 9 of 99 possible sessions missed, 1 short of the 10 of 99 from which it holds (9 × 100 < 10 × 99); with 1 session in doubt, counted either way, it holds.',
    ],
    [
      'a percentage does not hold',
      [step(1, '<=90')],
      PRESENT_EITHER_WAY,
      'Step 1 ("Rung 1") does not hold: 90% or below: 10 of 99 possible sessions missed, it holds from 10 (10 × 100 > 10 × 99); with 2 sessions in doubt, counted either way, it does not hold.',
    ],
    [
      'a band holds, and is not taken for want of one',
      [step(1, '90-95')],
      PRESENT_EITHER_WAY,
      'Step 1 ("Rung 1") holds: 90 to 95%: 10 of 99 possible sessions missed, it holds from 5 (10 × 100 > 5 × 99).',
    ],
    [
      'a status holds',
      [step(1, { condition: 'persistent absence' })],
      ABSENT_EITHER_WAY,
      'Step 1 ("Rung 1") holds: persistent absence is 10% or more missed: 9 of 99 possible sessions missed, 1 short of the 10 of 99 from which it holds (9 × 100 < 10 × 99); with 1 session in doubt, counted either way, it holds.',
    ],
    [
      'nothing is added where they say the same',
      [step(1, '<=95')],
      ABSENT_EITHER_WAY,
      'Step 1 ("Rung 1") holds: 95% or below: 9 of 99 possible sessions missed, it holds from 5 (9 × 100 > 5 × 99).',
    ],
    [
      'nothing is added where it cannot be told',
      [step(1, '<90')],
      twice(`${'/'.repeat(90)}${'I'.repeat(11)}`, '//'),
      'Whether step 1 ("Rung 1") holds cannot be told: below 90%: 9 of 99 possible sessions missed, 1 short of the 10 of 99 from which it holds (9 × 100 < 10 × 99); 2 sessions may count either way.',
    ],
  ])('%s', (_, steps, who, text) => {
    expect(sentence(steps, who)).toBe(text);
  });

  it.each<[string, PupilRecord, 'yes' | 'no', number | null, string]>([
    [
      'persistent absence is reached, and no margin told',
      ABSENT_EITHER_WAY,
      'yes',
      null,
      'Persistent absence (10% or more missed): yes; 9 of 99 possible sessions missed, 1 fewer than the 10 that are 10% (9 × 100 < 10 × 99); with 1 session in doubt, counted either way, the answer is yes.',
    ],
    [
      'persistent absence is not reached, and no margin told',
      PRESENT_EITHER_WAY,
      'no',
      null,
      'Persistent absence (10% or more missed): no; 10 of 99 possible sessions missed, at least the 10 that are 10% (10 × 100 > 10 × 99); with 2 sessions in doubt, counted either way, the answer is no.',
    ],
    [
      'where they say the same the margin is theirs',
      twice(`${'I'.repeat(20)}${'/'.repeat(80)}`, 'L'),
      'yes',
      10,
      'Persistent absence (10% or more missed): yes; 20 of 99 possible sessions missed, at least the 10 that are 10% (20 × 100 > 10 × 99).',
    ],
  ])('%s', (_, who, answer, margin, text) => {
    const { status, because, notYet } = decided([], who);
    expect(status.persistentAbsence).toMatchObject({ answer, margin });
    expect([...because, ...notYet].map((reason) => reason.text)).toContain(text);
  });
});

it('of pupils on one ladder each is told how many sessions are in doubt, before and after those without any', () => {
  const ladder = prepareLadder([step(1, '<=91')]);
  const pupils = [1, 2, 0, 2, 1].map((doubts) =>
    doubts === 0 ? missed(9, 99) : twice(`${'/'.repeat(90)}${'I'.repeat(9 + doubts)}`, 'O'.repeat(doubts)),
  );
  const told = pupils.map((who) => {
    const context = { asOf: '2025-11-10', calendar: buildCalendar([], [who]), actions: null };
    return decide(ladder, who, context).because.find((reason) => reason.step)?.text ?? '';
  });
  const figures =
    'Step 1 ("Rung 1") holds: 91% or below: 9 of 99 possible sessions missed, it holds from 9 (9 × 100 > 9 × 99).';
  expect(told).toEqual([figures, figures, figures, figures, figures]);
  const lower = prepareLadder([step(1, '<=90')]);
  const either = pupils.map((who) => {
    const context = { asOf: '2025-11-10', calendar: buildCalendar([], [who]), actions: null };
    return /with (\d) sessions? in doubt/.exec(
      decide(lower, who, context).because.find((reason) => reason.step)?.text ?? '',
    )?.[1];
  });
  expect(either).toEqual(['1', '2', undefined, '2', '1']);
});

// 90 of 99 are 90.9%, and with the other two, absent either way, 89.1%.
it('no figure is named of a pupil who is below the lowest band with the marks in doubt alone', () => {
  const who = twice(`${'/'.repeat(90)}${'I'.repeat(11)}`, 'OO');
  expect(decided([step(1, '90-95')], who).cannotTell).toContain(
    'Attendance, with 2 sessions in doubt, counted either way, is below the lowest band of its ladder; the lowest, step 1 ("Rung 1"), is taken.',
  );
});

it('a pupil with the same certain marks and none in doubt is told otherwise', () => {
  const told = [ABSENT_EITHER_WAY, missed(9, 99), ABSENT_EITHER_WAY].map((who) =>
    decided([], who).status.persistentAbsence.answer.concat(
      ' ',
      reasonsOf(who)
        .filter((text) => /^Persistent/.test(text))
        .join(),
    ),
  );
  const figures = '9 of 99 possible sessions missed, 1 fewer than the 10 that are 10% (9 × 100 < 10 × 99)';
  const yes = `yes Persistent absence (10% or more missed): yes; ${figures}; with 1 session in doubt, counted either way, the answer is yes.`;
  expect(told).toEqual([yes, `no Persistent absence (10% or more missed): no; ${figures}.`, yes]);
});

it('of totals of many years each pupil is told the pupil’s own figures', () => {
  const [one, other] = [
    { possible: 9192, attended: 8292 },
    { possible: 1000, attended: 99 },
  ].map((figures) => decided([], totals(figures)).because[0]?.text);
  expect([one, other]).toEqual([
    undefined,
    'Persistent absence (10% or more missed): yes; 901 of 1000 possible sessions missed, at least the 100 that are 10% (901 × 100 > 10 × 1000).',
  ]);
  expect(decided([], totals({ possible: 9192, attended: 8292 })).notYet[0]?.text).toBe(
    'Persistent absence (10% or more missed): no; 900 of 9192 possible sessions missed, 20 fewer than the 920 that are 10% (900 × 100 < 10 × 9192).',
  );
});
