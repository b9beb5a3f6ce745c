import { describe, expect, it } from 'vitest';
import { readPolicy } from '#core/policy/parse.ts';

/** Tables that lost their lines on the way out of a PDF or off a web page. */
describe('times and labels that follow each other without lines', () => {
  it.each<[string, string, string[]]>([
    [
      'each time is of the words behind it where the first thing is a time',
      '8.35am Gate opens 8.45am Registers open 9.15am Registers close 10.30am Break 12.15pm Lunch 3.20pm Home time',
      [
        'gatesOpen 08:35',
        'amRegisterOpens 08:45',
        'amRegisterCloses 09:15',
        'breakStart 10:30',
        'lunchStart 12:15',
        'schoolDayEnd 15:20',
      ],
    ],
    [
      'and where words that name no moment stand before the first',
      'Time What happens 8.35 Gate opens 8.45 Registers open. Please be in class by then 9.15 Registers close 3.20 Home time for all',
      ['gatesOpen 08:35', 'amRegisterOpens 08:45', 'amRegisterCloses 09:15', 'schoolDayEnd 15:20'],
    ],
    [
      'each time is of the words before it where the last thing is a time',
      'Gate opens 8.35 a.m. Registers open 8.45 a.m. Registers close 9.15 a.m. Home time 3.20 p.m.',
      ['gatesOpen 08:35', 'amRegisterOpens 08:45', 'amRegisterCloses 09:15', 'schoolDayEnd 15:20'],
    ],
    [
      'and so are both where the table had a column for each of two schools',
      'Infants Juniors Gate opens 8.35am 8.30am Registers open 8.45am 8.40am Registers close 9.15am 9.10am Home time 3.20pm 3.25pm',
      [
        'gatesOpen 08:35',
        'gatesOpen 08:30',
        'amRegisterOpens 08:45',
        'amRegisterOpens 08:40',
        'amRegisterCloses 09:15',
        'amRegisterCloses 09:10',
        'schoolDayEnd 15:20',
        'schoolDayEnd 15:25',
      ],
    ],
    [
      'a clause below the last line is no part of it',
      'Morning register closes   9.15am   9.10am\nEnd of school day   3.20pm   3.15pm\n2.2 A pupil who arrives while the register is open shall be recorded with code L.',
      ['amRegisterCloses 09:15', 'amRegisterCloses 09:10', 'schoolDayEnd 15:20', 'schoolDayEnd 15:15'],
    ],
    [
      'a sentence that begins with a time is read as a sentence',
      '8.45am is when registers open, they close at 9.15am, and the day ends at 3.20pm.',
      ['amRegisterOpens 08:45', 'amRegisterCloses 09:15', 'schoolDayEnd 15:20'],
    ],
  ])('%s', (_name, text, times) => {
    const { facts } = readPolicy(`# Attendance policy\n\n## The school day\n\n${text}\n`).parsed;
    expect(facts.flatMap((fact) => (fact.kind === 'time' ? [`${fact.field} ${fact.value}`] : []))).toEqual(times);
  });
});

it('a school in a bracket has the time there for its own', () => {
  const text = '# Attendance policy\n\nParents tell us of an absence by 8.30am (Marram High: by 8.00am).\n';
  const { facts } = readPolicy(text).parsed;
  expect(facts.flatMap((fact) => (fact.kind === 'time' ? [`${fact.value} ${fact.scope ?? 'all'}`] : []))).toEqual([
    '08:30 all',
    '08:00 Marram High',
  ]);
});
