import { describe, expect, it } from 'vitest';
import { parsePolicy } from '#core/policy/parse.ts';
import type { Fact } from '#core/policy/schema.ts';

/** Facts in the layouts and turns that schools use beside the usual ones: columns, tables of rates, asides. */
const TEXTS: readonly { name: string; text: string; facts: readonly string[] }[] = [
  {
    name: 'a table of rates by the days to pay',
    text: '## Penalty notices\n\n| | If paid within 21 days | If paid within 28 days |\n|---|---|---|\n| First notice | £80 | £160 |\n',
    facts: ['penalty 80 21 first', 'penalty 160 28 first'],
  },
  {
    name: 'the full amount and its days, said behind the lower one',
    text: 'The first notice is £160, reduced to £80 if paid within 21 days; the full amount has to be paid within 28 days.',
    facts: ['penalty 160 28 first', 'penalty 80 21 first'],
  },
  {
    name: 'otherwise: a rate without days',
    text: 'Fines are £80 per parent per child if paid in 21 days, otherwise £160.',
    facts: ['penalty 80 21 unspecified', 'penalty 160 null unspecified'],
  },
  { name: 'a sum worked out for one family', text: 'So the fines could come to 4 x £80 = £320.', facts: [] },
  {
    name: 'two codes in one cell',
    text: '| Code | What it means |\n|---|---|\n| / \\ | Here in the morning, here in the afternoon |\n',
    facts: ['code /', 'code \\'],
  },
  {
    name: 'a letter that an hour earns',
    text: 'After 9.15 it is a U, which is an unauthorised absence.',
    facts: ['amRegisterCloses 09:15', 'code U'],
  },
  {
    name: 'a verb said once for the register of both halves of the day',
    text: 'Registers are taken at 8.50am and in period 4 at 1.15pm.',
    facts: ['amRegisterOpens 08:50', 'pmRegisterOpens 13:15'],
  },
  {
    name: 'the second call is not the first',
    text: 'If there is no answer by 10.00am, the attendance team rings the first contact.',
    facts: [],
  },
  {
    name: 'one person with a post before the name and another behind it',
    text: 'Headteacher Mrs C Okello is our Attendance Champion.',
    facts: ['headteacher Mrs C Okello', 'attendanceChampion Mrs C Okello'],
  },
  {
    name: 'a worked example',
    text: 'A worked example: a student who comes at 9.25am is an M for the morning.',
    facts: [],
  },
];

describe('facts said in passing', () => {
  it.each(TEXTS)('$name', ({ text, facts }) => {
    const read = parsePolicy(text).facts.filter(({ kind }) => SCORED.has(kind));
    expect(read.map(inWords).toSorted()).toEqual(facts.toSorted());
  });
});

const SCORED = new Set<Fact['kind']>(['penalty', 'code', 'time', 'role']);

function inWords(fact: Fact): string {
  switch (fact.kind) {
    case 'penalty':
      return `penalty ${fact.amountGBP} ${fact.withinDays} ${fact.offence}`;
    case 'code':
      return `code ${fact.code}`;
    case 'time':
      return `${fact.field} ${fact.value}`;
    case 'role':
      return `${fact.role} ${fact.name}`;
    default:
      return fact.kind;
  }
}
