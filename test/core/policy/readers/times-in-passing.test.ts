import { describe, expect, it } from 'vitest';
import { times } from '#core/policy/readers/times.ts';
import { readWith } from './read-with.ts';

/** The fields and values read from a text, each once, in alphabetical order. */
function read(text: string): string {
  const found = readWith(times, text).flatMap((draft) =>
    draft.kind === 'time' ? [`${draft.field} ${draft.value}`] : [],
  );
  return [...new Set(found)].sort().join(', ');
}

describe('an example that is over before its time', () => {
  it.each([
    [
      'Parents tell the school on the first day of an unplanned absence – for example, when a child has a fever – by 9am or as soon as they can.',
      'reportAbsenceBy 09:00',
    ],
    ['Parents must notify the school (for example, if a child is ill) by 8.50am.', 'reportAbsenceBy 08:50'],
    ['Notify the office of any absence, for example, if your child is ill by 8.40am.', 'reportAbsenceBy 08:40'],
    ['For example, if a pupil comes in at 8.54, six minutes late, every day.', ''],
    ['Some come late (for example at 9.10am) and miss the story.', ''],
  ])('%s', (sentence, expected) => expect(read(sentence)).toBe(expected));
});

describe('what is not so is over behind "but", and late in the morning the school asks', () => {
  it.each([
    [
      'Pupils who are not in their form room when the bell goes but get there before 9.05am are coded L.',
      'amRegisterCloses 09:05',
    ],
    ['If you have not told us, call the office by 9.30am.', 'reportAbsenceBy 09:30'],
    ['If no reason is known the office calls home at 10.15am.', 'firstDayContactFrom 10:15'],
    [
      'Where a pupil is absent without explanation the academy will attempt contact with each parent by 10.00am.',
      'firstDayContactFrom 10:00',
    ],
    ['Parents who have not called are rung at 11.30am.', 'firstDayContactFrom 11:30'],
  ])('%s', (sentence, expected) => expect(read(sentence)).toBe(expected));
});

describe('registration that another clause, or the noun behind the time, names', () => {
  it.each([
    ['Pupils come in good time for 8.40am registration.', 'amRegisterOpens 08:40'],
    ['Everyone needs to be in registration when it begins at 8.35am.', 'amRegisterOpens 08:35'],
    ['Morning registration takes place during tutor time at 8.45am.', 'amRegisterOpens 08:45'],
    [
      'Registers are taken at the beginning of the morning and afternoon sessions and sent to the office for checking by 9.10am.',
      'amRegisterMarkedBy 09:10',
    ],
    [
      'Registers should be completed between 8.50 and 9.00 in the morning and 1.10 and 1.20 in the afternoon.',
      'amRegisterMarkedBy 09:00, pmRegisterMarkedBy 13:20',
    ],
    [
      'Children wander in from 8.25am (be in by 8.35am, please) and the register is taken at 8.40am.',
      'amRegisterOpens 08:40, arriveBy 08:35',
    ],
  ])('%s', (sentence, expected) => expect(read(sentence)).toBe(expected));
});

describe('four figures without a sign between them', () => {
  it.each([
    ['Anyone arriving after 0905 gets a U code.', 'amRegisterCloses 09:05'],
    ['The gates open at 0825 and the register is taken at 0840.', 'amRegisterOpens 08:40, gatesOpen 08:25'],
    ['0840 Registers open', 'amRegisterOpens 08:40'],
    ['Registers open at 0840 hrs.', 'amRegisterOpens 08:40'],
    ['Ring the absence line on 01632 960 0840 please.', ''],
    ['8.40 Pupils come in, 8.50 registration', 'amRegisterOpens 08:50'],
    ['There are 8.50 pupils for each adult when the register is taken.', ''],
    ['Please quote reference 0845 when you ring us.', ''],
  ])('%s', (sentence, expected) => expect(read(sentence)).toBe(expected));
});

describe('who leaves, what moves, and when somebody answers', () => {
  it.each([
    ['Students leave the premises at 3.05pm unless they have a club.', 'schoolDayEnd 15:05'],
    ['3:10 Pupils leave classrooms for home', 'schoolDayEnd 15:10'],
    ['15:02 Bell for movement to pm registration', ''],
    ['15:05 Bell for pm registration', 'pmRegisterOpens 15:05'],
    ['You can leave a message before the school opens at 8am.', ''],
    ['The school opens at 8.30am.', 'gatesOpen 08:30'],
    ['Pupils leave school early at 2.00pm for the dentist.', ''],
    ['Messages must be left by 8.30am.', 'reportAbsenceBy 08:30'],
    [
      'By 9:10am every register must be complete; at 9:15am the attendance officer begins calls home.',
      'amRegisterMarkedBy 09:10, firstDayContactFrom 09:15',
    ],
    ['Doors open from 8.35 and pupils must be in class by 8.45.', 'arriveBy 08:45, gatesOpen 08:35'],
    [
      'Session times\nMorning 8.55 - 12.00\nAfternoon 1.00 - 3.25',
      'lunchEnd 13:00, lunchStart 12:00, schoolDayEnd 15:25, schoolDayStart 08:55',
    ],
  ])('%s', (sentence, expected) => expect(read(sentence)).toBe(expected));
});

describe('columns that only say whose time it is', () => {
  it('gives each school of a federation its own', () => {
    const table = [
      '| | Infant School | Junior School |',
      '|---|---|---|',
      '| Gates open | 8.40 | 8.35 |',
      '| Registers close | 9.10 | 9.05 |',
      '| Home time | 3.10pm | 3.20pm |',
    ].join('\n');
    expect(read(table)).toBe(
      'amRegisterCloses 09:05, amRegisterCloses 09:10, gatesOpen 08:35, gatesOpen 08:40, schoolDayEnd 15:10, schoolDayEnd 15:20',
    );
  });

  it('keeps a head that says what starts', () => {
    expect(read('| | School day |\n|---|---|\n| Start | 8.50 |\n| Finish | 3.20 |')).toBe(
      'schoolDayEnd 15:20, schoolDayStart 08:50',
    );
  });
});

it('makes no first call of what is done on the third day', () => {
  expect(read('Third day of absence:\n\n- 9.00 ring home\n- 10.00 visit')).toBe('');
  expect(read('First day of absence:\n\n- 9.00 ring home')).toBe('firstDayContactFrom 09:00');
});
