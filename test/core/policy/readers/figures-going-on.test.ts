import { describe, expect, it } from 'vitest';
import { figuresIn } from '#core/policy/readers/thresholds/figures.ts';

/** The figures of a sentence that set something off, in a few words. */
const setsOff = (text: string): string[] =>
  figuresIn(text)
    .filter(({ sense }) => sense === 'trigger')
    .map(({ metric, op, value }) => `${metric} ${op} ${value}`);

describe('figures that leave out what the first of a sentence has said', () => {
  it.each([
    [
      'If attendance drops to 95%, the teacher rings; to 93%, you receive a letter; and to 90%, we ask you in.',
      ['attendance <= 95', 'attendance <= 93', 'attendance <= 90'],
    ],
    [
      'Should attendance reach 94%, a letter goes home; 91%, a meeting is held.',
      ['attendance <= 94', 'attendance <= 91'],
    ],
    ['If attendance is below 90%, we set a target; our aim is 96%, as ever.', ['attendance < 90']],
    ['If attendance drops to 90%, we ring; it was 95%, in June.', ['attendance <= 90']],
    ['Five lates in a half term – letter. More than ten – referral.', ['lateMarks >= 5']],
  ])('%s', (text, expected) => expect(setsOff(text)).toEqual(expected));
});

describe('half of the sessions is fifty per cent', () => {
  it.each([
    ['Pupils missing half of their sessions or more have a joint plan.', ['absence >= 50']],
    ['A child who has missed more than half of all sessions is severely absent.', ['absence > 50']],
    ['She was absent for half the school year.', ['absence >= 50']],
    ['If a child has missed half a term we meet.', []],
    ['In the second half of the school year we look again.', []],
    ['Half of the parents came.', []],
  ])('%s', (text, expected) => expect(setsOff(text)).toEqual(expected));
});
