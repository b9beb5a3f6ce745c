import { describe, expect, it } from 'vitest';
import { readPolicy } from '#core/policy/parse.ts';
import { factsInFull } from './facts-in-words.ts';

describe('facts by what stands beside them', () => {
  it.each([
    [
      'a name in brackets behind the head',
      'The office tells the Head (Mrs Gill Hart) at once.',
      'headteacher Mrs Gill Hart',
    ],
    ['the post in brackets behind a name', 'Mr Ode (Head) reads each letter.', 'headteacher Mr Ode'],
    [
      'two names with whom they are for',
      'Attendance officers: Jo Reed (primary), Sam Okafor (secondary).',
      'attendanceOfficer Jo Reed, attendanceOfficer Sam Okafor',
    ],
    [
      'a post and a name behind a comma',
      'The Senior Attendance Champion, deputy head Karen Lowe, leads this work.',
      'attendanceChampion Karen Lowe',
    ],
    ['a code in quotes that were damaged', 'Those who come after it closes are given a â€œUâ€ code.', 'U'],
    [
      'a post in capitals behind a name',
      'SLT ATTENDANCE LEAD   Miss Bryony Ash      GOVERNOR   Dr Ode',
      'attendanceChampion Miss Bryony Ash',
    ],
    ['a mark that is not due', 'X – nursery child not due in this session', 'X'],
    [
      'a target behind another',
      'Our target is for fewer than 12% of pupils to be persistently absent and whole-school attendance of 95.5%.',
      'target 95.5',
    ],
  ])('%s', (_, text, expected) => expect(factsInFull(text)).toBe(expected));

  it.each([
    'Please speak to Mr Patel (Head of Year 9) about punctuality.',
    'Previously the penalty was £60 rising to £120.',
    'The fine used to be £60, doubling to £120.',
    'Music lessons: £82 for ten, payable within 28 days of the invoice. Notice of half a term is needed.',
  ])('but not: %s', (text) => expect(factsInFull(text)).toBe(''));
});

describe('what only looks like a count', () => {
  it.each([
    'Ask Miss Quarshie at least 5 school days ahead.',
    'Miss Hart sees small groups for 4 sessions a week.',
    'Last week there were 23 lates!',
    'Students who are late to lessons three times in a week sit a detention with their teacher.',
    'A student who is 4 minutes late twice in a day does not earn a detention.',
    'Government calls any pupil who misses 10% or more of school persistently absent.',
  ])('%s', (text) => expect(readPolicy(`# Attendance policy\n\n${text}`).parsed.escalation).toEqual([]));
});
