import { describe, expect, it } from 'vitest';
import { fillProblem } from '#core/language/fill-check.ts';
import { fillSections } from '#core/language/placeholders.ts';
import { snapshotOf } from './sample.ts';

const TEMPLATE = `# Attendance policy

The school day starts at 8:45am and ends at [insert time].

The morning register opens at 8:50am. The morning register closes at [insert closing time].

Telephone the office on [insert telephone number].

We aim for attendance of [insert percentage]% for every pupil.

The attendance officer is [insert name].
`;
const snapshot = snapshotOf(TEMPLATE);
const fields = fillSections(snapshot.text, snapshot.parsed.placeholders, snapshot.outline).flatMap(
  (each) => each.fields,
);
const fieldOn = (line: number) => fields.find(({ places }) => places[0]?.line === line);
const problem = (line: number, words: string, asOf = '2026-11-20') => {
  const field = fieldOn(line);
  return field ? fillProblem(snapshot, field, words, asOf) : 'no field there';
};

describe('words for a field of the template', () => {
  it.each([
    ['nothing yet', 5, '', null],
    ['a closing time ten minutes after the opening', 5, '9:00am', null],
    ['a closing time half an hour after the opening', 5, '9.20am', null],
    ['a closing time before the opening', 5, '8:40am', /which is not after morning register opens at 8:50am/i],
    ['a closing time an hour after the opening', 5, '9:50am', /open for 60 minutes; 30 are the most/],
    ['a time in words', 5, 'after prayers', /Write a time of day/],
    ['an end of the day in the afternoon', 3, '3:15pm', null],
    ['a telephone number', 7, '01632 960123', null],
    ['a telephone number with its country', 7, '+44 1632 960123', null],
    ['a telephone number that lacks digits', 7, '01632 9601', /10 or 11 digits/],
    ['an e-mail address', 7, 'office@school.example', null],
    ['half an e-mail address', 7, 'office@', /whole e-mail/],
    ['a person to ask for', 7, 'Mrs Okafor in the office', null],
    ['a percentage', 9, '96', null],
    ['a percentage beyond all', 9, '196', /from 0 to 100/],
    ['a name', 11, 'Mr Daniel Price', null],
    ['a number for a name', 11, '42', /Write a name/],
  ])('%s', (_what, line, words, expected) => {
    if (expected === null) expect(problem(line, words)).toBeNull();
    else expect(problem(line, words)).toMatch(expected);
  });

  it('may keep the register open as long as they like before there was a rule', () => {
    expect(problem(5, '9:50am', '2023-01-10')).toBeNull();
  });
});
