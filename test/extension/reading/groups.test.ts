import { describe, expect, it } from 'vitest';
import { gridsOf, PERIOD, table } from '../page.ts';

const FIGURES = ['Possible sessions', 'Attended', 'Authorised', 'Unauthorised'];
const COUNTS = [
  ['106', '101', '5', '0'],
  ['106', '97', '8', '1'],
  ['106', '104', '2', '0'],
];
/** A table whose rows begin with these names, below this heading. */
const named = (heading: string, names: readonly string[], more: readonly string[] = []): string =>
  table(
    [heading, ...FIGURES, ...more.slice(0, 1)],
    names.map((name, at) => [name, ...(COUNTS[at] ?? []), ...more.slice(1 + at, 2 + at)]),
  );
const marked = (body: string): string[] =>
  gridsOf(body).flatMap(({ pupils, refusal }) =>
    refusal === null ? pupils.filter(({ problem }) => problem === null).map(({ record }) => record.name ?? '') : [],
  );

const AUTHORS = ['Rosa Parks', 'Marie Curie', 'Roald Dahl'];
const TEACHERS = ['Miss Taylor', 'Mr Khan', 'Mrs A O’Brien'];
const PUPILS = ['Amina Yusuf', 'Rhys O’Malley', 'Grace Holliday'];

describe('a class that is named like a person is no pupil', () => {
  it.each([
    ['teachers under “Name”', PERIOD + named('Name', TEACHERS)],
    ['teachers under “Pupils”', PERIOD + named('Pupils', TEACHERS)],
    ['teachers under no heading', PERIOD + named('', TEACHERS)],
    ['teachers with whole names', PERIOD + named('Name', ['Mr Paul Osgood', 'Mrs Ruth Ellery', 'Dr Denise Raman'])],
    ['classes and their teachers', PERIOD + named('Name', ['5H Miss Taylor', '5K Mr Khan', '6A Mrs Obi'])],
    ['authors under “Class name”', PERIOD + named('Class name', AUTHORS)],
    ['authors under “Register name”', PERIOD + named('Register name', AUTHORS)],
    ['authors under “Name of group”', PERIOD + named('Name of group', AUTHORS)],
    ['authors under “Pupil group”', PERIOD + named('Pupil group', AUTHORS)],
    ['authors under “Pupils’ class”', PERIOD + named('Pupils’ class', AUTHORS)],
    ['tutors under “Tutor name”', PERIOD + named('Tutor name', PUPILS)],
    ['leaders under “Name of tutor”', PERIOD + named('Name of tutor', PUPILS)],
    ['houses under “House”', PERIOD + named('House', AUTHORS)],
    [
      'classes under “Name”, with how many pupils each has',
      PERIOD + named('Name', AUTHORS, ['Pupils', '28', '30', '27']),
    ],
    ['classes under no heading, with their roll', PERIOD + named('', AUTHORS, ['On roll', '28', '30', '27'])],
    ['classes under “Name”, on a page by class', `<h2>Attendance by class</h2>${PERIOD}${named('Name', AUTHORS)}`],
    ['forms under no heading, in a comparison', `<h2>Form group comparison</h2>${PERIOD}${named('', AUTHORS)}`],
    ['trees under “Name”', PERIOD + named('Name', ['Oak', 'Beech', 'Hazel'])],
    ['classes by their words', PERIOD + named('Name', ['Oak Class', 'Year 4', 'Form 5H'])],
  ])('%s', (_, body) => expect(marked(body)).toEqual([]));

  it('a teacher’s row among pupils is left out, and the pupils are read', () => {
    expect(marked(PERIOD + named('Name', ['Miss Taylor', ...PUPILS.slice(1)]))).toEqual(PUPILS.slice(1));
  });

  it.each([
    ['under “Name”', PERIOD + named('Name', PUPILS)],
    ['under “Pupil”', PERIOD + named('Pupil', PUPILS)],
    ['under “Student name”', PERIOD + named('Student name', PUPILS)],
    ['under “Full name”', PERIOD + named('Full name', PUPILS)],
    ['under “Name of pupil”', PERIOD + named('Name of pupil', PUPILS)],
    ['under no heading', PERIOD + named('', PUPILS)],
    ['under “Pupil (class)”', PERIOD + named('Pupil (class)', PUPILS)],
    ['under “Name / Form”', PERIOD + named('Name / Form', PUPILS)],
    ['of a class by its teacher', `<h2>Class: Miss Taylor</h2>${PERIOD}${named('Name', PUPILS)}`],
    ['under “Pupil”, on a page by class', `<h2>Attendance by class</h2>${PERIOD}${named('Pupil', PUPILS)}`],
    ['of one class of a page by class', `<h2>Attendance by class: 5H</h2>${PERIOD}${named('Name', PUPILS)}`],
    ['with a number in class', PERIOD + named('Name', PUPILS, ['No.', '1', '2', '3'])],
  ])('pupils %s are read', (_, body) => expect(marked(body)).toEqual(PUPILS));
});
