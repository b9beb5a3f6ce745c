import { describe, expect, it } from 'vitest';
import { readPolicy } from '#core/policy/parse.ts';

/** Markdown gives every table a head: one that had none on paper has its first row there. */
describe('a table of times without a head', () => {
  it.each<[string, string, string[]]>([
    [
      'times before what happens',
      '| 8.50 am | Morning register opens |\n| - | - |\n| 9.20 am | Morning register closes |\n| 3.20 pm | School day ends |',
      ['amRegisterOpens 08:50 certain', 'amRegisterCloses 09:20 certain', 'schoolDayEnd 15:20 certain'],
    ],
    [
      'what happens before times',
      '| Afternoon register opens | 1.10 pm |\n| - | - |\n| Afternoon register closes | 1.40 pm |',
      ['pmRegisterOpens 13:10 certain', 'pmRegisterCloses 13:40 certain'],
    ],
  ])('%s: each row says its own', (_name, table, times) => {
    const { facts } = readPolicy(`# Attendance policy\n\n## The school day\n\n${table}\n`).parsed;
    expect(
      facts.flatMap((fact) => (fact.kind === 'time' ? [`${fact.field} ${fact.value} ${fact.confidence}`] : [])),
    ).toEqual(times);
  });
});
