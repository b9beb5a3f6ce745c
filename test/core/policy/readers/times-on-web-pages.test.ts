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

describe('the school day as web pages tell it', () => {
  it.each([
    ['Years 3, 4, 5 & 6 start at 8.35am.', 'schoolDayStart 08:35'],
    ['Reception finishes at 3.05pm, KS1 finish at 3.10pm.', 'schoolDayEnd 15:05, schoolDayEnd 15:10'],
    ['Reception opens at 8.00am for enquiries.', ''],
    ['| Day ends | 15:10 | 15:10 |', 'schoolDayEnd 15:10'],
    ['| 3.10pm | KS2 leave school |', 'schoolDayEnd 15:10'],
    ['School opens at 8.35am each day and closes at 3.05pm.', 'gatesOpen 08:35, schoolDayEnd 15:05'],
    ['08:40 School day. Gates open at 08:30.', 'gatesOpen 08:30'],
    [
      'School begins: 8.50am for those who come by bus\n9.00am for those who walk',
      'schoolDayStart 08:50, schoolDayStart 09:00',
    ],
    [
      'Afternoon session: 1.10pm - 3.30pm for Years 3 and 4\n1.20pm - 3.20pm for Reception',
      'lunchEnd 13:10, schoolDayEnd 15:20, schoolDayEnd 15:30',
    ],
    ['In case of non-collection we ring the numbers we hold from 3.20pm.', ''],
    ['Doors open/close at 8.40 and 8.50.', 'gatesClose 08:50, gatesOpen 08:40'],
    ['8.40 and 8.50: doors open and close', 'gatesClose 08:50, gatesOpen 08:40'],
    ['8.45 doors open, 8.55 doors close', 'gatesClose 08:55, gatesOpen 08:45'],
    [
      'Times of the day\n8:40 gates open\nEnd of day\n3:05 Infants\n3:15 Juniors\n4:15 clubs finish',
      'gatesOpen 08:40, schoolDayEnd 15:05, schoolDayEnd 15:15',
    ],
    ['Pupils are expected to arrive at the Academy by 8.25am.', 'arriveBy 08:25'],
    ['8.35am (gates open from 8.15am)', 'gatesOpen 08:15'],
    ['Gates open at 8.30; children line up and are led in from the playground at 8.40.', 'gatesOpen 08:30'],
    ['The library opens at 7.50am and the academy library closes at 4.00pm.', ''],
    ['The site opens to students at 8.05am.', 'gatesOpen 08:05'],
    ['15:05: Finish for Reception', 'schoolDayEnd 15:05'],
    ['3.25pm - Finish for Years 3 to 6', 'schoolDayEnd 15:25'],
    ['If a child arrives between 8.45am and 8.50am, the gate staff will sign the card.', ''],
    [
      'Form 8.30 to 8.45 Period 1 8.45 to 9.45 Movement time 9.45 to 9.50 School finishes 3.05 Homework room 3.20',
      'schoolDayEnd 15:05',
    ],
    ['## Breakfast club\n\nDoors open at 7.40am.', ''],
    ['## After-school clubs\n\n3.15pm start, 4.15pm finish.', ''],
  ])('%s', (sentence, expected) => {
    expect(read(sentence)).toBe(expected);
  });
});

describe('registers as web pages tell them', () => {
  it.each([
    ['| 9.00am | Register and lessons begin |', 'amRegisterOpens 09:00'],
    ['Registration is at 9am and students should be prompt to avoid being marked late.', 'amRegisterOpens 09:00'],
    ['Sixth formers must register in person with their tutors at 8.35am every morning.', 'amRegisterOpens 08:35'],
    ['All students should register by swiping in at 8.45am.', 'amRegisterOpens 08:45'],
    ['The register is taken during form time at 8.50am.', 'amRegisterOpens 08:50'],
    [
      'We take the register at 9am and it stays open for a quarter of an hour.',
      'amRegisterCloses 09:15, amRegisterOpens 09:00',
    ],
    ['The registers will be marked at 8.55am.', 'amRegisterOpens 08:55'],
    ['The registers must be marked by 9.05am.', 'amRegisterMarkedBy 09:05'],
    ['8:40 - children come into school - registration taken', 'amRegisterOpens 08:40'],
    ['1.45-2.45 Period 5 (inc. afternoon registration)', 'pmRegisterOpens 13:45'],
    ['Registers are taken again when classes return after lunch: 1.05pm.', 'pmRegisterOpens 13:05'],
    ['Registration and start of the school day - 8.50am', 'amRegisterOpens 08:50, schoolDayStart 08:50'],
    ['Registration and start of afternoon session - 12:40pm', 'pmRegisterOpens 12:40'],
    ['9:00am: The doors are shut, and the register will be called.', 'amRegisterOpens 09:00, gatesClose 09:00'],
    ['The office checks the registers from 9.00am to 9.20am each day.', ''],
    ['Registers are checked by the attendance officer at 9.30am.', ''],
    [
      'If you come after the registration period (8.45am to 8.55am) you will be marked late.',
      'amRegisterMarkedBy 08:55, amRegisterOpens 08:45',
    ],
  ])('%s', (sentence, expected) => {
    expect(read(sentence)).toBe(expected);
  });
});

describe('what becomes of those who come late, as web pages tell it', () => {
  it.each([
    ["If they come after 9.20am, they are marked 'absent' for the morning.", 'amRegisterCloses 09:20'],
    ['9.20am onwards: unauthorised absence', 'amRegisterCloses 09:20'],
    [
      'Unauthorised absence: unless a reason is given Afternoon session 1.00-1.10pm Registration for Years 3 and 4',
      'pmRegisterCloses 13:10, pmRegisterOpens 13:00',
    ],
    [
      'Registration takes place at the start of school at 8.40am - 8.50am.',
      'amRegisterOpens 08:40, schoolDayStart 08:40',
    ],
    ['Children arriving after 9 are marked late.', 'amRegisterMarkedBy 09:00'],
    [
      'Registration begins at 9.05am. Children who come after this time are marked present but arriving late (L).',
      'amRegisterMarkedBy 09:05, amRegisterOpens 09:05',
    ],
    [
      'Pupils who are missing are marked absent at first. If they come before 9.10 am this is changed to present but late.',
      'amRegisterCloses 09:10',
    ],
    [
      'If you come to school after 9am you must bring your child to the office. They will receive a late mark.',
      'amRegisterMarkedBy 09:00',
    ],
    [
      'Children arriving after 9.25am sign in at the office.\n\nThey will be given a U in the register.',
      'amRegisterCloses 09:25',
    ],
    ['Children arriving after 9.25am sign in at the office. They will be offered breakfast.', ''],
    [
      'Pupils who come in late after the close of registers (am 9.15am / pm 1.20pm) receive a U.',
      'amRegisterCloses 09:15, pmRegisterCloses 13:20',
    ],
    [
      'If they come between 8.40am and 8.55am they will be coded as late (L) if they come after 8.55am they will be coded as absent (U).',
      'amRegisterCloses 08:55, amRegisterMarkedBy 08:40',
    ],
    [
      'Pupils are marked late (L) if they arrive after 8.50 and absent (U) after 9.20.',
      'amRegisterCloses 09:20, amRegisterMarkedBy 08:50',
    ],
    [
      '15:20pm - end of the school day\n*children who come after the register will be marked L or U',
      'schoolDayEnd 15:20',
    ],
  ])('%s', (sentence, expected) => {
    expect(read(sentence)).toBe(expected);
  });
});

describe('reporting an absence, as web pages tell it', () => {
  it.each([
    ['In the absence of a note or telephone call we ring home by 10am.', 'firstDayContactFrom 10:00'],
    ['Do not send messages informing teachers of absences as staff are preparing their rooms before 8.30am.', ''],
    ['Ring before 9 please.', 'reportAbsenceBy 09:00'],
    ['Please phone by 9 on the first day of absence.', 'reportAbsenceBy 09:00'],
    ['By 9 pupils had rung in sick.', ''],
    ['After 9 sessions of absence we call you in; before 9 September we rang nobody.', ''],
    ['After 9.00am the office will call a member of staff to fetch late pupils.', ''],
    ['On the first day, relay the reason to the school office before 9.20am.', 'reportAbsenceBy 09:20'],
    ['Please do this before 8.50am on the first day of absence.', 'reportAbsenceBy 08:50'],
    ['Please use the app to register their absence, with the reason, before 08:50.', 'reportAbsenceBy 08:50'],
    [
      'If a student is absent through illness, or an appointment, parents must inform the school on the absence line before 8.20am.',
      'reportAbsenceBy 08:20',
    ],
    ['If you have a dental appointment, please tell the office before 9.00am.', ''],
    ['At 9.20am the office sends a message to all parents whose child is missing.', 'firstDayContactFrom 09:20'],
    ['By 9.25am we will know who is missing and will begin to contact parents.', 'firstDayContactFrom 09:25'],
  ])('%s', (sentence, expected) => {
    expect(read(sentence)).toBe(expected);
  });
});
