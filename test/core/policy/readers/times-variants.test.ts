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

describe('the same times in other words', () => {
  it.each([
    ['Home time is 15:20 (Nursery 15:00).', 'schoolDayEnd 15:00, schoolDayEnd 15:20'],
    [
      'Afternoon registration takes place at 1.25pm in period 4 and closes at 1.55pm.',
      'pmRegisterCloses 13:55, pmRegisterOpens 13:25',
    ],
    ['The doors open at 8:35 and the bell goes at 8:45.', 'gatesOpen 08:35'],
    ['Absence line: 01632 960 288 before 8am', 'reportAbsenceBy 08:00'],
    [
      'Where we have no message, Miss Kale (Attendance\nOfficer) starts ringing from 9.45am, and goes on until\neveryone is found.',
      'firstDayContactFrom 09:45',
    ],
    [
      "Please telephone us giving your child's name and the reason.  This should be done before\n9.15am on the first day.",
      'reportAbsenceBy 09:15',
    ],
    ['Please telephone us with the reason. This club ends at 9.15am.', ''],
    [
      'Registers are taken first thing, at 8.50 sharp, and again at 1.10 after lunch.',
      'amRegisterOpens 08:50, pmRegisterOpens 13:10',
    ],
    ['The morning register is taken at 8:50am (KS1) and 8:55am (KS2).', 'amRegisterOpens 08:50, amRegisterOpens 08:55'],
    [
      'Our registers stay open for 30 minutes after the bell at 8.45am.',
      'amRegisterCloses 09:15, amRegisterOpens 08:45',
    ],
    ['Registers shut at 9.15am.', 'amRegisterCloses 09:15'],
    ['The closing time of the register is 9.30am.', 'amRegisterCloses 09:30'],
    ['Close of register: 9.30am', 'amRegisterCloses 09:30'],
    ['Registration opens at 8.40am, closes at 9.10am.', 'amRegisterCloses 09:10, amRegisterOpens 08:40'],
    ['The register closes half an hour after it opens at 8.45am.', 'amRegisterCloses 09:15, amRegisterOpens 08:45'],
    [
      'Morning registers open at 8.45 and close at 9.00; afternoon registers open at 1.00 and close at 1.15.',
      'amRegisterCloses 09:00, amRegisterOpens 08:45, pmRegisterCloses 13:15, pmRegisterOpens 13:00',
    ],
    [
      'All staff must have completed registers by 9:00am and 1:30pm.',
      'amRegisterMarkedBy 09:00, pmRegisterMarkedBy 13:30',
    ],
    [
      'Pupils arriving between 8.50am and 9.20am will be recorded as late (code L). Those arriving after 9.20am will be recorded as an unauthorised absence (code U).',
      'amRegisterCloses 09:20, amRegisterMarkedBy 08:50',
    ],
    [
      'If a student arrives after 8.40am and before 9.10am, an L code is used; after 9.10am a U code is used.',
      'amRegisterCloses 09:10, amRegisterMarkedBy 08:40',
    ],
    ['Students who arrive at 9.30am or later will be marked U.', 'amRegisterCloses 09:30'],
    ['Pupils are given a late mark if they arrive after 8.55 a.m.', 'amRegisterMarkedBy 08:55'],
    ['A child is late if he or she is not in class by 9.00am.', 'amRegisterMarkedBy 09:00'],
    ['We regard any child arriving after 8:55 as late.', 'amRegisterMarkedBy 08:55'],
    ['A pupil arriving from 9.16am on counts as absent.', 'amRegisterCloses 09:15'],
    ['Code U: arrival after 9.30am', 'amRegisterCloses 09:30'],
    [
      'Late arrivals (8.45am – 9.15am) are coded L, and very late arrivals (after 9.15am) are coded U.',
      'amRegisterCloses 09:15, amRegisterMarkedBy 08:45',
    ],
    ['Any arrival after the close of registers at 9.20 is classed as unauthorised.', 'amRegisterCloses 09:20'],
    ['Afternoon registration closes at 1.20 pm and anyone arriving later is marked absent.', 'pmRegisterCloses 13:20'],
    [
      'Afternoon registers are taken at 12:45. Late after 12:50, absent after 1:15.',
      'pmRegisterCloses 13:15, pmRegisterMarkedBy 12:50, pmRegisterOpens 12:45',
    ],
    ['The gate is unlocked at 8.35am and locked again at 8.50am.', 'gatesClose 08:50, gatesOpen 08:35'],
    [
      'Children may come into the playground from 8.40am; the doors open at 8.45am.',
      'gatesOpen 08:40, gatesOpen 08:45',
    ],
    ['School gates open 8.30 - 8.45am.', 'gatesClose 08:45, gatesOpen 08:30'],
    ['We open our gates at 8.40am.', 'gatesOpen 08:40'],
    ['Lessons start at 9.00am and finish at 3.15pm.', 'schoolDayEnd 15:15, schoolDayStart 09:00'],
    ['The school day finishes at 3.15 for infants and 3.20 for juniors.', 'schoolDayEnd 15:15, schoolDayEnd 15:20'],
    ['Opening hours are 8.45am to 3.15pm, Monday to Friday.', 'schoolDayEnd 15:15, schoolDayStart 08:45'],
    ['The compulsory school day is 8.45am – 3.15pm.', 'schoolDayEnd 15:15, schoolDayStart 08:45'],
    ['Pupils go home at 3.15pm.', 'schoolDayEnd 15:15'],
    ['Please let us know of any absence by 9am.', 'reportAbsenceBy 09:00'],
    ['Call 01632 960 155 before 8.45am.', 'reportAbsenceBy 08:45'],
    ['If your child is ill, phone us by 8.45am on each day.', 'reportAbsenceBy 08:45'],
    ['The deadline for reporting an absence is 9.00am.', 'reportAbsenceBy 09:00'],
    ['We ask that you phone or e-mail before 9.15am to say why.', 'reportAbsenceBy 09:15'],
    [
      'On the first morning of absence a parent should telephone the school, before 9.30am if possible.',
      'reportAbsenceBy 09:30',
    ],
    ['Parents who have not been in touch by 9.15am will be telephoned.', 'firstDayContactFrom 09:15'],
    ['By 10.00am the office will have contacted the parents of every absent pupil.', 'firstDayContactFrom 10:00'],
    ['Our absence calls begin at 9.30am.', 'firstDayContactFrom 09:30'],
    ['When a child is absent and no message has reached us by 9.30am, we phone.', 'firstDayContactFrom 09:30'],
    ['The attendance officer rings home at 9.30am if nobody has called.', 'firstDayContactFrom 09:30'],
    ['Where no contact has been made, a text goes out at 9.45am.', 'firstDayContactFrom 09:45'],
  ])('%s', (sentence, expected) => {
    expect(read(sentence)).toBe(expected);
  });

  it.each([
    'Start: 8.50am. Finish: 3.20pm.',
    'Meetings with the attendance officer are held at 9.00am on Tuesdays.',
    'Lateness is logged: Tom came at 9.05am on Monday and 9.10am on Tuesday.',
    'Our trip to the museum leaves at 9.00am and returns by 3.30pm.',
    'The kitchen must know by 9.30am who has a packed lunch.',
    'Medicines are given by the office at 12.30pm.',
    'After-school club collection is by 6.00pm.',
    'School closes for half term at 3.15pm on Friday.',
    'The bus arrives at 8.35am.',
    'If school must close because of snow we will text you by 7.30am.',
    'Psalm 8:4 hangs above the door.',
    'The pupil teacher ratio is 1:30 in Year 1.',
    'Version 2.15 of this policy replaces 2.10.',
    'See paragraph 4.10 and paragraph 8.45.',
    'A late arrival at 9.10am costs twenty minutes of learning.',
  ])('%s: no time of the school day', (sentence) => {
    expect(read(sentence)).toBe('');
  });
});
