import { describe, expect, it } from 'vitest';
import { asksNothing } from '#core/policy/ladder/idle-levels.ts';
import { readPolicy } from '#core/policy/parse.ts';
import { at, current, decided, titles } from '../../escalation/deciding.ts';
import { stepsIn, triggersIn } from './words.ts';

const STEPS = [' main 1 universal: 96 to 100', ' main 2: 92 to 96', ' main 3: attendance < 92 percent'];

describe('the level at which nothing is done is a step, numbered in its place', () => {
  it.each<[string, string]>([
    [
      'a row of a table',
      '| Attendance | Action |\n|---|---|\n| 96–100% | No action |\n| 92–96% | Letter home |\n| Below 92% | Meeting with the head |',
    ],
    [
      'a row whose stage is printed',
      '| Stage | Attendance | What the school does |\n|---|---|---|\n| 1 | 96-100% | On track |\n| 2 | 92-96% | Tutor rings home |\n| 3 | Below 92% | Meeting with parents |',
    ],
    [
      'bullets with colours',
      '- Green 96–100%: no concern\n- Amber 92–96%: letter home\n- Red below 92%: meeting with the head of year',
    ],
    ['bare bands', '96–100%: expected\n92–96%: tutor call\nBelow 92%: letter home and meeting'],
    [
      'bands that fall',
      '100% - 96%: no further action\n\n96% - 92%: letter home\n\nBelow 92%: meeting with the headteacher',
    ],
    [
      'headings with a line under each',
      '### 96–100%\n\nNo further action is needed.\n\n### 92–96%\n\nThe class teacher phones home.\n\n### Below 92%\n\nParents are invited to a meeting.',
    ],
    [
      'stages with the band in brackets',
      'Stage 1 (96–100%): on track\n\nStage 2 (92–96%): letter home\n\nStage 3 (below 92%): attendance panel',
    ],
    [
      'bands above their labels',
      '96-100%\n\nStage 1\n\nNo action\n\n92-96%\n\nStage 2\n\nLetter home\n\nBelow 92%\n\nStage 3\n\nMeeting with parents',
    ],
    [
      'columns',
      '| Green 96-100% | Amber 92-96% | Red below 92% |\n|---|---|---|\n| Expected attendance | Letter home | Meeting with parents |',
    ],
    [
      'columns under labels',
      '| Stage 1 | Stage 2 | Stage 3 |\n|---|---|---|\n| 96-100% | 92-96% | below 92% |\n| No action | Letter home | Meeting with parents |',
    ],
    [
      'sentences',
      'Pupils between 96% and 100% need no action. Between 92% and 96% a letter is sent home. Below 92% parents are invited to a meeting.',
    ],
    [
      'a numbered list',
      '1. 96–100%: No concerns.\n2. 92–96%: The class teacher speaks to parents.\n3. Below 92%: A letter is sent.',
    ],
  ])('%s', (_, text) => expect(stepsIn(text).map((step) => step.slice(step.indexOf(' ')))).toEqual(STEPS));

  it.each<[string, string[]]>([
    [
      '| Attendance | Response |\n|---|---|\n| 97%+ | Excellent! |\n| 94-97% | Text home |\n| Below 94% | Letter |',
      ['3 main 1 reward: attendance >= 97 percent', '4 main 2: 94 to 97', '5 main 3: attendance < 94 percent'],
    ],
    [
      '| Attendance | Response |\n|---|---|\n| 100% | Perfect attendance |\n| 97-99% | Outstanding |\n| 96% or below | Letter |',
      ['3 main 1 reward: attendance >= 100 percent', '4 main 2 reward: 97 to 99', '5 main 3: attendance <= 96 percent'],
    ],
    [
      'No action is taken when attendance is 96% or above. If attendance falls below 96% the tutor writes home.',
      ['1 main 1 universal: attendance >= 96 percent', '1 main 2: attendance < 96 percent'],
    ],
    [
      '- 96%: no concern\n- 94%: tutor call home\n- 91%: letter home\n- 88%: meeting with parents',
      [
        '1 main 1 universal: attendance >= 96 percent',
        '2 main 2: attendance <= 94 percent',
        '3 main 3: attendance <= 91 percent',
        '4 main 4: attendance <= 88 percent',
      ],
    ],
  ])('by its own figure: %s', (text, steps) => expect(stepsIn(text)).toEqual(steps));
});

it('puts a pupil on a shared end into the level at which nothing is done, and makes nothing due there', () => {
  const steps = readPolicy(
    '| Attendance | Action |\n|---|---|\n| 96–100% | No action |\n| 92–96% | Letter home |\n| Below 92% | Meeting |',
  ).parsed.escalation;
  const held = [97, 96, 95.9].map((percent) => decided(steps, at(percent)));
  expect(held.map(current)).toEqual(['96-100%', '96-100%', '92-96%']);
  expect(held.map(({ due }) => titles(due))).toEqual([[], [], ['92-96%']]);
});

describe('no step', () => {
  it.each<[string, string, string[]]>([
    ['a sentence by itself', 'Attendance above 96% is good, and needs no action.', []],
    [
      'a level beside a sentence that writes home',
      'Attendance above 96% is good. If attendance falls below 92% we write home.',
      ['attendance < 92'],
    ],
    ['a target', 'We expect attendance of 96%+. If it falls below 95% a letter is sent.', ['attendance < 95']],
    [
      'a row without words',
      '| Attendance | Action |\n|---|---|\n| 96-99% | |\n| 92-95% | Letter home |\n| below 92% | Meeting |',
      ['92 to 95', 'attendance < 92'],
    ],
    [
      'levels among which nothing is done',
      '96-100%: excellent attendance\n\n92-95%: on track\n\nBelow 92%: a worry to us all',
      [],
    ],
    [
      'a level under one at which something is done',
      '97-100%: certificate in assembly and a letter home\n\n94-96%: tutor rings home\n\n91-93%: no action\n\nBelow 91%: panel meeting',
      ['97 to 100', '94 to 96', 'attendance < 91'],
    ],
    [
      'a praised figure behind a row of its own',
      '| Attendance | Action |\n|---|---|\n| 100% | We praise attendance above 96% each week |\n| 95% | Letter home |\n| 90% | Meeting |',
      ['attendance <= 95', 'attendance <= 90'],
    ],
  ])('%s', (_, text, expected) => expect(triggersIn(text)).toEqual(expected));
});

describe('words that ask for nothing', () => {
  it.each([
    'No action',
    'none',
    'No further action required.',
    'No concerns',
    'N/A',
    'Excellent',
    'Outstanding attendance!',
    'On track',
    'Meeting our expectations',
    'At or above target',
    'Expected level of attendance',
    'Good – no letter',
    'Well done, keep it up!',
    'No formal action is needed at this stage',
  ])('%s', (words) => expect(asksNothing(words)).toBe(true));

  it.each([
    'Letter home',
    'Below expected attendance',
    'Good, but a text is sent home',
    'Expected to improve',
    'No improvement: meeting',
    'Meeting with parents',
    'Tutor conversation',
    'Cause for concern',
    'It is hard for them to keep up',
    'Amber',
    '',
  ])('but not: %s', (words) => expect(asksNothing(words)).toBe(false));
});
