import { describe, expect, it } from 'vitest';
import { isUnheard, speaksOfContact, wordsIn } from '#core/lint/contact.ts';

describe('word from home that did not come', () => {
  it.each([
    'If we have not had a call by then, we ring.',
    "If you don't tell us, we ring.",
    'If you don’t ring in, we ring.',
    'Failure to report the absence.',
    'No reply to our text.',
    'Without a message from home.',
    'Unless we are told by nine.',
    'Parents who cannot be contacted.',
    'Where nobody has been in touch.',
    'Absences that remain unexplained.',
    'Tell us each day, otherwise it is unauthorised.',
    'Absent and nothing heard.',
  ])('is heard in: %s', (text) => expect(isUnheard(text)).toBe(true));

  it.each([
    'Please ring us by nine.',
    'Otherwise the day goes on as usual.',
    'No pupil may leave the site.',
    'We ring every family that morning.',
    'There is no good reason to be late.',
    'Not every pupil who is late in the morning of a school day has a long way to walk, and we will say so in the report.',
    '',
  ])('is not heard in: %s', (text) => expect(isUnheard(text)).toBe(false));
});

describe('words', () => {
  it('keep what denies them', () => expect(wordsIn("Don't = Can’t")).toEqual(["don't", '=', 'can’t']));
  it('of contact are known', () => {
    expect(speaksOfContact('Please call us')).toBe(true);
    expect(speaksOfContact('Please be kind')).toBe(false);
  });
});
