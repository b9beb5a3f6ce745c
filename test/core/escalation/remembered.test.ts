import { describe, expect, it } from 'vitest';
import { buildCalendar } from '#core/attendance/calendar.ts';
import type { ActionTaken, PupilRecord } from '#core/attendance/pupil.ts';
import { decide, prepareLadder } from '#core/escalation/decide.ts';
import { either } from './deciding.ts';
import { marksFrom, PENALTY, pupil, step } from './ladders.ts';

/** Sentences are made once and kept with the ladder: whoever was decided before, a pupil gets the same decision. */

const LADDERS = {
  'two ways onto one step, each with a count': [step(1, either('2 late', '2 days')), step(2, either('4 late', '<80'))],
  'counts and bands one after another': [step(1, '90-95'), step(2, '<90'), step(3, '3 late / 4 weeks')],
  'counts of the last sessions and days of the pupil, and of the last weeks': [
    step(1, '1 late / 3 sessions'),
    step(2, '2 absent / 2 school days'),
    step(3, '5 absent / 4 working days'),
    step(4, '6 absent / 8 weeks'),
  ],
  'steps after steps': [
    step(1, '<96'),
    step(2, either('<92', 'after 1 / two weeks')),
    step(3, { afterStep: '2', window: '4 weeks', condition: 'no improvement' }),
  ],
  'enforcement behind two steps of support': [
    step(1, '<97', { title: 'Letter' }),
    step(2, '<96', { title: 'Meeting' }),
    step(3, '10 unauthorised / 10 school weeks', PENALTY),
  ],
  'enforcement behind support': [
    step(1, '<97'),
    step(2, { ...step(9, '10 unauthorised / 10 school weeks').trigger, condition: 'support has not helped' }, PENALTY),
    step(3, either('10 unauthorised / 10 school weeks', 'after 1'), PENALTY),
  ],
};

const PLAIN = '/'.repeat(70);
/** Few figures, and the same of different kinds: one late mark and no absence, one absence and no late mark. */
const CODES = [
  '',
  'L',
  'I',
  'LLL',
  'IIIIII',
  'LLLII',
  'IILL',
  'OOOOOOOOOO',
  'OOOOOOOOOON',
  'GGGGGGGGGG',
  'LLLL?',
  '?OOOOOOOOO',
  'IIIIIIII',
];
const PUPILS: PupilRecord[] = CODES.flatMap((codes, at) => [
  pupil(marksFrom('2025-09-01', PLAIN + codes), { pupilId: `late-${at}` }),
  pupil(marksFrom('2025-09-01', codes + PLAIN + PLAIN), { pupilId: `early-${at}` }),
]);
const ACTIONS: ActionTaken[] = PUPILS.flatMap(({ pupilId }, at) =>
  at % 3 === 0 ? [] : [{ pupilId, step: at % 5 === 4 ? '2' : '1', date: at % 3 === 1 ? '2025-09-22' : '2025-10-20' }],
);

describe('what was said of other pupils before changes nothing', () => {
  it.each(Object.entries(LADDERS))('%s', (_, steps) => {
    const shared = prepareLadder(steps);
    for (const asOf of ['2025-10-24', '2025-12-19']) {
      const context = { asOf, calendar: buildCalendar([], PUPILS), actions: ACTIONS };
      for (const who of [...PUPILS, ...PUPILS.toReversed()])
        expect(JSON.stringify(decide(shared, who, context))).toBe(
          JSON.stringify(decide(prepareLadder(steps), who, context)),
        );
    }
  });
});
