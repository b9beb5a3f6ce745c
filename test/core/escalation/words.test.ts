import { describe, expect, it } from 'vitest';
import {
  absenceNamed,
  improvementAsked,
  isAlternative,
  isOnlyAbsenceName,
  lateMarksMeant,
  meansEveryone,
  meansPayment,
  meansPenaltyNotice,
  meansUnauthorised,
  namesHoliday,
  percentToReach,
  unauthorisedCountAsked,
} from '#core/escalation/words.ts';

describe('which national status the words name', () => {
  it.each([
    ['Persistent absence', 'persistent'],
    ['pupils who are persistently absent', 'persistent'],
    ['PA', 'persistent'],
    ['a persistent absentee', 'persistent'],
    ['Severe absence', 'severe'],
    ['severely absent pupils', 'severe'],
    ['SA pupils', 'severe'],
    ['Severe absence; persistently absent with no improvement', 'severe'],
    ['Persistently absent, with severe absence to follow', 'persistent'],
    ['at risk of persistent absence', null],
    ['approaching persistent absence', null],
    ['pa system', null],
    ['a formal meeting', null],
  ])('%s: %s', (text, expected) => {
    expect(absenceNamed(text)).toBe(expected);
  });

  it.each([
    ['persistently absent', true],
    ['the pupil is persistently absent', true],
    ['PA pupils', true],
    ['severe absence', true],
    ['persistently absent and not engaging', false],
    ['attendance is a concern', false],
  ])('%s says no more than the status: %s', (text, expected) => {
    expect(isOnlyAbsenceName(text)).toBe(expected);
  });
});

describe('what a condition asks of the attendance since', () => {
  it.each([
    ['there is no improvement', 'not improved'],
    ['attendance has not improved', 'not improved'],
    ['if attendance fails to improve', 'not improved'],
    ['without sufficient improvement', 'little improved'],
    ['no significant improvement', 'little improved'],
    ['attendance continues to fall', 'not improved'],
    ['attendance drops further', 'not improved'],
    ['if attendance improves', 'improved'],
    ['once attendance has improved', 'improved'],
    ['to secure improvement', null],
    ['the target is not met', 'target missed'],
    ['targets are missed', 'target missed'],
    ['if the target is met', 'target met'],
    ['the target has been reached', 'target met'],
    ['a target is set', null],
    ['parents do not engage', null],
  ])('%s: %s', (text, expected) => {
    expect(improvementAsked(text)).toBe(expected);
  });
});

describe('which marks the words count', () => {
  it.each([
    ['term-time holidays', true],
    ['unauthorised leave in term time', true],
    ['leave of absence is refused', true],
    ['absence other than holiday', false],
    ['absent after the summer holidays', false],
    ['late to school', false],
  ])('%s is a holiday: %s', (text, expected) => {
    expect(namesHoliday(text)).toBe(expected);
  });

  it.each([
    ['three late marks', 'L'],
    ['late after the register has closed', 'U'],
    ['unauthorised late marks', 'U'],
    ['five U codes', 'U'],
    ['L or U marks', 'both'],
    ['late, before or after registers close', 'both'],
  ])('%s: %s', (text, expected) => {
    expect(lateMarksMeant(text)).toBe(expected);
  });

  it.each([
    ['unauthorised', true],
    ['absence is unauthorised', true],
    ['without permission', true],
    ['unauthorised and of concern', false],
    ['with a reason', false],
  ])('%s narrows to unauthorised absence and no more: %s', (text, expected) => {
    expect(meansUnauthorised(text)).toBe(expected);
  });
});

describe('what else is measured by words', () => {
  it.each([
    ['all pupils', true],
    ['For every child', true],
    ['Universal', true],
    ['all pupils below 90% whose parents have not replied to the letters that the school sent', false],
    ['pupils of concern', false],
  ])('%s means everyone: %s', (text, expected) => {
    expect(meansEveryone(text)).toBe(expected);
  });

  it.each([
    ['or concerning patterns', true],
    ['and/or the family asks', true],
    ['order of the court', false],
    ['parents do not reply or engage', false],
  ])('%s is a second way onto the step: %s', (text, expected) => {
    expect(isAlternative(text)).toBe(expected);
  });

  it.each([
    ['a penalty notice is issued', true, true],
    ['parents are fined', true, true],
    ['a fixed-penalty', true, true],
    ['a penalty notice warning letter', false, true],
    ['parents are warned of a fine', false, true],
    ['the charge is unpaid', false, true],
    ['a meeting in school', false, false],
  ])('%s is a penalty notice: %s; speaks of paying: %s', (text, notice, payment) => {
    expect(meansPenaltyNotice(text)).toBe(notice);
    expect(meansPayment(text)).toBe(payment);
  });
});

describe('the percentage that attendance is asked to come up to', () => {
  it.each([
    ['attendance has not risen to 92% within six weeks of the meeting', 92, 'target missed'],
    ['attendance fails to reach 95 per cent', 95, 'target missed'],
    ['unless attendance returns to at least 93.5%', 93.5, 'target missed'],
    ['attendance has not improved to 94%', 94, 'target missed'],
    ['by then it is not back at 95 per cent', 95, 'target missed'],
    ['attendance is not yet up to 93%', 93, 'target missed'],
    ['once attendance has climbed back up to 96%', 96, 'target met'],
    ['if attendance reaches 95%', 95, 'target met'],
    ['attendance has not increased by 10%', null, null],
    ['to help attendance reach 95%', null, null],
    ['reviewed until attendance has reached 95%', null, null],
    ['attendance has not risen above 92%', null, null],
    ['attendance is not above 92%', null, null],
    ['attendance has reached 950%', null, null],
  ])('%s: %s', (text, percent, asked) => {
    expect([percentToReach(text), improvementAsked(text)]).toEqual([percent, asked]);
  });
});

describe('the unauthorised sessions that a condition counts beside the number', () => {
  it.each([
    ['and 8 or more unauthorised sessions', { op: '>=', sessions: 8 }],
    ['with at least 6 unauthorised absences', { op: '>=', sessions: 6 }],
    ['and more than 5 unauthorized sessions of absence', { op: '>', sessions: 5 }],
    ['and has 10 unauthorised sessions within 10 school weeks', { op: '>=', sessions: 10, window: '10 school weeks' }],
    ['or 8 unauthorised sessions', null],
    ['and more than 5 or more unauthorised sessions', null],
    ['and 8 sessions for medical reasons', null],
    ['and 8 unauthorised sessions, and parents do not engage', null],
    ['and some unauthorised sessions', null],
  ])('%s: %o', (text, expected) => {
    expect(unauthorisedCountAsked(text)).toEqual(expected);
  });
});
