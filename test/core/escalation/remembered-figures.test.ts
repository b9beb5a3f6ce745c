import { describe, expect, it } from 'vitest';
import { buildCalendar } from '#core/attendance/calendar.ts';
import { addDays } from '#core/attendance/day.ts';
import type { CalendarEntry, PupilRecord } from '#core/attendance/pupil.ts';
import { decide, prepareLadder } from '#core/escalation/decide.ts';
import type { Decision } from '#core/escalation/decision.ts';
import { decided, marked } from './deciding.ts';
import { attendance, marksFrom, pupil, step, termDates } from './ladders.ts';

/** Sentences are kept by the figures in them: each pupil of a register of many must be told the pupil's own. */

const LADDER = prepareLadder([step(1, '<95')]);
const said = ({ because, notYet }: Decision): string[] => [...because, ...notYet].map(({ text }) => text);

describe('of two registers', () => {
  const closed = termDates('2025-09-01', '2025-12-19', [['2025-10-27', '2025-10-31']]);
  const window = (who: PupilRecord, entries: CalendarEntry[]): string =>
    decided([], who, { asOf: '2025-11-14', entries }).notYet.find(({ text }) => text.includes('school weeks'))?.text ??
    '';

  it('each pupil is told the first day of the window of the own one', () => {
    const [open, shut] = [
      marked('/*110 ', {}),
      pupil([...marksFrom('2025-09-01', '/*80'), ...marksFrom('2025-11-03', '/*20')]),
    ];
    const told = [window(open, []), window(shut, closed), window(open, [])];
    expect(told.map((text) => /from (.*?) to/.exec(text)?.[1])).toEqual([
      '8 September 2025',
      '1 September 2025',
      '8 September 2025',
    ]);
  });

  // Weeks of the calendar begin on 8 September: what lies in the week before they do not show.
  it('each pupil is told what a system shows that counts weeks of the calendar', () => {
    const shown = [
      ['', 'OOOO', undefined],
      ['OO', 'OO', '2'],
      ['O', 'OOO', '3'],
      ['OOO', 'O', '1'],
    ] as const;
    for (const [first, last, expected] of [...shown, ...shown.toReversed()]) {
      const marks = [
        ...marksFrom('2025-09-01', first.padEnd(80, '/')),
        ...marksFrom('2025-11-03', last.padEnd(20, '/')),
      ];
      const text = window(pupil(marks), closed);
      expect(text).toContain('no; 4 unauthorised sessions from 1 September 2025 to 14 November 2025');
      expect(/shows (\d+)/.exec(text)?.[1]).toBe(expected);
    }
  });
});

describe('of two laws', () => {
  const national = prepareLadder([step(1, '10 unauthorised / 10 school weeks', { title: 'Fine' })]);
  const fine = (asOf: string): string | undefined => {
    const who = pupil(marksFrom(addDays(asOf, -74), '/*100 O*9 N'));
    const { cannotTell } = decide(national, who, { asOf, calendar: buildCalendar([], [who]), actions: null });
    return /^Whether step 1 \("Fine"\) holds cannot be told: (.*)$/m.exec(cannotTell.join('\n'))?.[1];
  };
  const waits =
    '9 unauthorised sessions in the 10 school weeks, 1 more of code N still inside their 5 school days, it holds from 10.';

  it('each day is told its own: before the law began there was no threshold', () => {
    expect(['2025-11-14', '2024-07-19', '2025-07-18'].map(fine)).toEqual([
      waits,
      'no national threshold is known on 19 July 2024.',
      waits,
    ]);
  });
});

describe('of a register of many', () => {
  it('each pupil is told as many sessions missed as the pupil missed, of as many as were possible', () => {
    const pupils: PupilRecord[] = [];
    for (let possible = 100; possible < 140; possible += 3)
      for (let absent = 0; absent <= possible; absent += 7)
        pupils.push(pupil(attendance(possible, absent), { pupilId: `${absent} of ${possible}` }));
    const calendar = buildCalendar([], [pupil(marksFrom('2025-09-01', '/'.repeat(140)))]);
    for (const who of [...pupils, ...pupils.toReversed()]) {
      const [absent, possible] = who.pupilId.split(' of ').map(Number);
      const texts = said(decide(LADDER, who, { asOf: '2025-12-19', calendar, actions: [] }));
      const [persistent, severe] = ['Persistent', 'Severe'].map((name) => texts.find((text) => text.startsWith(name)));
      const share = ((absent ?? 0) / (possible ?? 1)) * 100;
      expect(persistent).toMatch(share >= 10 ? /: yes; / : /: no; /);
      expect(severe).toMatch(share >= 50 ? /: yes; / : /: no; /);
      for (const text of [persistent, severe]) {
        expect(text?.split(/\D+/)).toContain(String(absent));
        expect(text?.split(/\D+/)).toContain(String(possible));
      }
    }
  });

  it('each is told as many unauthorised sessions as there are, and as many that wait for a reason', () => {
    const LONG = 106;
    const pupils = [0, 1, 2, 3, 9, 10, 11].flatMap((unauthorised) =>
      [0, 1, 2, 3].map((waiting) => {
        const codes = 'O'.repeat(unauthorised) + 'N'.repeat(waiting);
        return pupil(marksFrom('2025-09-01', '/'.repeat(LONG) + codes.padEnd(16, '/')), {
          pupilId: `${unauthorised} and ${waiting}`,
        });
      }),
    );
    const calendar = buildCalendar([], pupils);
    for (const asOf of ['2025-11-24', '2025-11-25'])
      for (const who of [...pupils, ...pupils.toReversed()]) {
        const [unauthorised = 0, waiting = 0] = who.pupilId.split(' and ').map(Number);
        const decision = decide(LADDER, who, { asOf, calendar, actions: [] });
        const { answer, unauthorisedInWindow, awaitingReason } = decision.status.penaltyThreshold;
        expect(unauthorisedInWindow).toBeGreaterThanOrEqual(unauthorised);
        expect((unauthorisedInWindow ?? 0) + (awaitingReason ?? 0)).toBe(unauthorised + waiting);
        const text = said(decision).find((one) => one.startsWith('The national threshold'));
        if (answer === 'cannot-tell') continue;
        expect(text).toContain(`: ${answer}; ${unauthorisedInWindow} unauthorised session`);
        expect(text).toContain(` to ${asOf.slice(8)} November 2025`);
        if (awaitingReason && answer === 'no') expect(text).toContain(`${awaitingReason} more of code N`);
      }
  });
});
