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

describe('clock times in a sentence or a row', () => {
  describe('registers that are opened and taken', () => {
    it.each([
      [
        'School starts 8.40am, ends 3.10pm. Registration 8.50am. Doors 8.40am.',
        'amRegisterOpens 08:50, gatesOpen 08:40, schoolDayEnd 15:10, schoolDayStart 08:40',
      ],
      ['Registers open 08.40, close 09.00', 'amRegisterCloses 09:00, amRegisterOpens 08:40'],
      ['Registers open at 8.45 and close at 9.15.', 'amRegisterCloses 09:15, amRegisterOpens 08:45'],
      ['Registration starts at 8.35 a.m. and 2.00 p.m.', 'amRegisterOpens 08:35, pmRegisterOpens 14:00'],
      ['Registers are taken at 8.30 and 1.00.', 'amRegisterOpens 08:30, pmRegisterOpens 13:00'],
      [
        'Registers are taken between 9am and 9.15am in the morning and between 1pm and 1.15pm in the afternoon.',
        'amRegisterCloses 09:15, amRegisterOpens 09:00, pmRegisterCloses 13:15, pmRegisterOpens 13:00',
      ],
      [
        'The register is taken from 8.55 to 9.05 in the morning and 1.00 to 1.05 in the afternoon.',
        'amRegisterCloses 09:05, amRegisterOpens 08:55, pmRegisterCloses 13:05, pmRegisterOpens 13:00',
      ],
      [
        'Registers are taken at 8.50am and 1.15pm; registers are closed 30 minutes after these times.',
        'amRegisterCloses 09:20, amRegisterOpens 08:50, pmRegisterCloses 13:45, pmRegisterOpens 13:15',
      ],
      ['The register opens at 8.45am and closes 15 minutes later.', 'amRegisterCloses 09:00, amRegisterOpens 08:45'],
      [
        'The register is called at 8.50am and is kept open for 20 minutes.',
        'amRegisterCloses 09:10, amRegisterOpens 08:50',
      ],
      ['Afternoon registration is at 11.50.', 'pmRegisterOpens 11:50'],
      ['Register taken at 8.50am', 'amRegisterOpens 08:50'],
      ['The start of Period 5 at 12.50pm is when the afternoon register is taken.', 'pmRegisterOpens 12:50'],
      ['Registration | 8:45am - 9:00am |', 'amRegisterCloses 09:00, amRegisterOpens 08:45'],
      ['| Registration | 8.45am | 9.00am |', 'amRegisterCloses 09:00, amRegisterOpens 08:45'],
      [
        'The register is taken at 8.45am and is kept open until 8:55am.',
        'amRegisterCloses 08:55, amRegisterOpens 08:45',
      ],
      [
        'The register for the second session will be taken at 12.45pm and kept open until 12.55pm.',
        'pmRegisterCloses 12:55, pmRegisterOpens 12:45',
      ],
      [
        'There is a ten-minute registration period (8.45 am - 8.55 am).',
        'amRegisterCloses 08:55, amRegisterOpens 08:45',
      ],
      [
        'After lunch the register is called at 1:05pm and will close at 1:20pm.',
        'pmRegisterCloses 13:20, pmRegisterOpens 13:05',
      ],
      [
        'School begins at 8.40am and ends at 3.10pm. We take the register at 8.50am.',
        'amRegisterOpens 08:50, schoolDayEnd 15:10, schoolDayStart 08:40',
      ],
      [
        'Afternoon registration is at 1.00 p.m. in Key Stage 1 and 1.15 p.m. in Key Stage 2.',
        'pmRegisterOpens 13:00, pmRegisterOpens 13:15',
      ],
      [
        'Afternoon registers open at 1:05 PM and 1.40PM for years 5 and 6.',
        'pmRegisterOpens 13:05, pmRegisterOpens 13:40',
      ],
      ['The morning session begins at 8.50am when the register is taken.', 'amRegisterOpens 08:50'],
      ['The register is opened at 8.45am and closed at 9.10am.', 'amRegisterCloses 09:10, amRegisterOpens 08:45'],
      ['Morning registration begins at 8:50 and ends at 9:00.', 'amRegisterCloses 09:00, amRegisterOpens 08:50'],
      ['Registers are called twice a day: 8.55am and 1.05pm.', 'amRegisterOpens 08:55, pmRegisterOpens 13:05'],
      ['AM registration: 8.40am. PM registration: 1.00pm.', 'amRegisterOpens 08:40, pmRegisterOpens 13:00'],
      [
        'Registration takes place at 8.45am each morning and at 12.50pm each afternoon.',
        'amRegisterOpens 08:45, pmRegisterOpens 12:50',
      ],
      ['Teachers take the register at 9.00 a.m.', 'amRegisterOpens 09:00'],
      [
        '8.30am Gates open; 8.45am registration; 3.15pm home time',
        'amRegisterOpens 08:45, gatesOpen 08:30, schoolDayEnd 15:15',
      ],
      [
        'The register is taken at 8.50 am, and is closed 30 minutes later.',
        'amRegisterCloses 09:20, amRegisterOpens 08:50',
      ],
      [
        'Registers open at 8.40am and 12.40pm and close twenty minutes later.',
        'amRegisterCloses 09:00, amRegisterOpens 08:40, pmRegisterCloses 13:00, pmRegisterOpens 12:40',
      ],
    ])('%s', (sentence, expected) => {
      expect(read(sentence)).toBe(expected);
    });
  });

  describe('registers that are marked and closed, by what happens to the pupil', () => {
    it.each([
      ['The register closes at 9:10 PM each morning.', 'amRegisterCloses 09:10'],
      ['The morning register closes at 9.15am.', 'amRegisterCloses 09:15'],
      ['The afternoon register closes at 1.20pm.', 'pmRegisterCloses 13:20'],
      ['We close the morning register at 8:55am.', 'amRegisterCloses 08:55'],
      ['At 9.15am the registers will be closed.', 'amRegisterCloses 09:15'],
      ['9.00am - Registers close', 'amRegisterCloses 09:00'],
      ['8:45am – registers close*', 'amRegisterCloses 08:45'],
      ['Registers close 9am', 'amRegisterCloses 09:00'],
      ['Registers are marked by 9.00am.', 'amRegisterMarkedBy 09:00'],
      ['Registers must be completed by 9.05am and sent to the office.', 'amRegisterMarkedBy 09:05'],
      ['The afternoon register must be marked and sent through by 1.10 pm.', 'pmRegisterMarkedBy 13:10'],
      ['Teachers must complete the register by 8.55am.', 'amRegisterMarkedBy 08:55'],
      ['Pupils arriving after 8.50am will be marked late.', 'amRegisterMarkedBy 08:50'],
      ['Pupils arriving after 9.15am will be marked as an unauthorised absence.', 'amRegisterCloses 09:15'],
      ['Whoever arrives after 9:20am is marked U, an unauthorised absence.', 'amRegisterCloses 09:20'],
      [
        'Latecomers between 8.50 - 9.20am are marked with L for late.',
        'amRegisterCloses 09:20, amRegisterMarkedBy 08:50',
      ],
      [
        "Anybody arriving after 8:40am but before 8:55am gets an 'L' (late).",
        'amRegisterCloses 08:55, amRegisterMarkedBy 08:40',
      ],
      ['Whoever comes in between 08.51 and 09.00 is deemed late.', 'amRegisterCloses 09:00, amRegisterMarkedBy 08:50'],
      ['L = 8.45 to 9.15. U = after 9.15.', 'amRegisterCloses 09:15, amRegisterMarkedBy 08:45'],
      ['Pupils are late if they arrive after 8.50am.', 'amRegisterMarkedBy 08:50'],
      [
        'Pupils arriving after 8.50 are marked L and after 9.20 are marked U.',
        'amRegisterCloses 09:20, amRegisterMarkedBy 08:50',
      ],
      [
        'A late mark is given after 8.55am and a U code after 9.30am.',
        'amRegisterCloses 09:30, amRegisterMarkedBy 08:55',
      ],
      ['Registers close at 8.45am; pupils arriving after this time are marked late.', 'amRegisterMarkedBy 08:45'],
      [
        'Registers close at 9.00. Any pupil arriving after this time will be marked late (L).',
        'amRegisterMarkedBy 09:00',
      ],
      [
        'Registers close at 9.30am. Pupils arriving after this time will be marked with a U code.',
        'amRegisterCloses 09:30',
      ],
      [
        'Coming in after 8.55, when the register closes, but before 9.15 is recorded as late; after 9.15, once it has really closed, it is an unauthorised absence.',
        'amRegisterCloses 09:15, amRegisterMarkedBy 08:55',
      ],
      ['Children who arrive before the register closes at 9.15am will be marked late.', 'amRegisterCloses 09:15'],
      [
        'Morning registers are marked by 9.10am. Whoever is not in class by this time is given a late mark.',
        'amRegisterMarkedBy 09:10',
      ],
      [
        'The register will close at 9.20am. Whoever does not arrive before this time gets an absence mark.',
        'amRegisterCloses 09:20',
      ],
      ['Pupils will receive a late mark if they are not in by 8.50am.', 'amRegisterMarkedBy 08:50'],
      ['Any pupil not in class by 9.15am will be marked absent.', 'amRegisterCloses 09:15'],
      ['Pupils will be marked late until 9.20am.', 'amRegisterCloses 09:20'],
      ['Arrivals up to 9.30am are given an L code.', 'amRegisterCloses 09:30'],
      ['Anyone arriving from 9.01am will be recorded as late.', 'amRegisterMarkedBy 09:00'],
      [
        'First day calls begin at 8:55am, when the registers close.',
        'amRegisterCloses 08:55, firstDayContactFrom 08:55',
      ],
      ['Parents must tell us by 10.00am when the registers close.', 'amRegisterCloses 10:00, reportAbsenceBy 10:00'],
      [
        "Please report your child's absence before the registers close at 9.15am.",
        'amRegisterCloses 09:15, reportAbsenceBy 09:15',
      ],
      [
        'Arrival while registers are still open (between 8.45 and 8:55am) is recorded as late.',
        'amRegisterCloses 08:55, amRegisterMarkedBy 08:45',
      ],
      ['Arrival once registers are shut (after 8:55am) is recorded as absent.', 'amRegisterCloses 08:55'],
      ['Everyone must be indoors before the registers are marked at 8:50am.', 'amRegisterMarkedBy 08:50'],
      ['The doors close at 8.55am, after which pupils are marked late.', 'amRegisterMarkedBy 08:55, gatesClose 08:55'],
      [
        'School starts at 8.50am and anyone arriving after this is marked late.',
        'amRegisterMarkedBy 08:50, schoolDayStart 08:50',
      ],
      ['Registers will remain open until 9.20am.', 'amRegisterCloses 09:20'],
      ['Our registers close promptly at 9.30am.', 'amRegisterCloses 09:30'],
      [
        'The register closes at 9.00am in the morning and 1.15pm in the afternoon.',
        'amRegisterCloses 09:00, pmRegisterCloses 13:15',
      ],
      ['The registers close at 9.00am and 1.15pm.', 'amRegisterCloses 09:00, pmRegisterCloses 13:15'],
      [
        'The morning register must be saved in the system by 9.10am and the afternoon register by 1.20pm.',
        'amRegisterMarkedBy 09:10, pmRegisterMarkedBy 13:20',
      ],
      ['Staff submit their registers by 9am.', 'amRegisterMarkedBy 09:00'],
      ['All registers should be returned to the office by 9.05am.', 'amRegisterMarkedBy 09:05'],
      ['If a child arrives after 8.55am they are late.', 'amRegisterMarkedBy 08:55'],
      ['Lateness is recorded from 8.51am.', 'amRegisterMarkedBy 08:50'],
      ['Arrival after 8:45am counts as late.', 'amRegisterMarkedBy 08:45'],
      ['Anyone who is not in the room by 8.50am is recorded as late (L).', 'amRegisterMarkedBy 08:50'],
      ['Children who come after 9.15am receive a U code.', 'amRegisterCloses 09:15'],
      ['Arrivals after 9.30am are treated as absent for the whole morning.', 'amRegisterCloses 09:30'],
      ['After 9.30am your child will be marked absent.', 'amRegisterCloses 09:30'],
      [
        'After 8.50am your child will be marked late, and after 9.20am absent.',
        'amRegisterCloses 09:20, amRegisterMarkedBy 08:50',
      ],
      ['Late (L): 8.50am to 9.20am', 'amRegisterCloses 09:20, amRegisterMarkedBy 08:50'],
      ['Unauthorised (U): after 9.20am', 'amRegisterCloses 09:20'],
      ['U code - arrived after 9.30am', 'amRegisterCloses 09:30'],
      ['L code - arrived between 8.45am and 9.30am', 'amRegisterCloses 09:30, amRegisterMarkedBy 08:45'],
      ['A pupil who arrives once registers have closed at 9.15am will be marked U.', 'amRegisterCloses 09:15'],
      ['Pupils arriving late, but before 9.30am, are marked L.', 'amRegisterCloses 09:30'],
      [
        'If your child arrives after the register closes at 9:15am, this will be recorded as an unauthorised absence.',
        'amRegisterCloses 09:15',
      ],
      ['If you arrive after the gates close at 8.55am your child will be marked late.', 'amRegisterMarkedBy 08:55'],
      [
        'Any pupil arriving after 1.10pm for afternoon registration is marked late, and after 1.40pm absent.',
        'pmRegisterCloses 13:40, pmRegisterMarkedBy 13:10',
      ],
      ['Registers close at 9.15am, at which point arrivals are coded U.', 'amRegisterCloses 09:15'],
      ['At 9.15am, registers close and any arrival is recorded as unauthorised.', 'amRegisterCloses 09:15'],
      [
        'Doors open at 8.40am. Pupils who arrive after 8.50am are late. Registers close at 9.20am, and from then a U code is used.',
        'amRegisterCloses 09:20, amRegisterMarkedBy 08:50, gatesOpen 08:40',
      ],
    ])('%s', (sentence, expected) => {
      expect(read(sentence)).toBe(expected);
    });
  });

  describe('when parents must have called, and when the school calls', () => {
    it.each([
      ['Parents must notify the school by 8.45am on the first day of absence.', 'reportAbsenceBy 08:45'],
      ['Please telephone the school before 9.00am on each day of absence.', 'reportAbsenceBy 09:00'],
      ['Parents should ring the office no later than 9.15am to report an absence.', 'reportAbsenceBy 09:15'],
      [
        'Please let us know before 9.30am; if we have not heard by 9.30am we will ring you.',
        'firstDayContactFrom 09:30, reportAbsenceBy 09:30',
      ],
      ['If a pupil is not in by 09.30 am we try to reach you.', 'firstDayContactFrom 09:30'],
      ['If we have not heard from a parent by 9.30am the office will telephone home.', 'firstDayContactFrom 09:30'],
      ['The school will contact parents from 9.30am if no reason has been given.', 'firstDayContactFrom 09:30'],
      ['First day, before 9 am - by now a carer should have phoned school.', 'reportAbsenceBy 09:00'],
      ['Absences must be reported by 9am via the app.', 'reportAbsenceBy 09:00'],
      ['By 9.00am parents must have phoned the school if their child is ill.', 'reportAbsenceBy 09:00'],
      ['You should leave a message on the absence line between 8.00am and 9.00am.', 'reportAbsenceBy 09:00'],
      ['Please ring 01632 960 118 by 9.00am if your child is ill.', 'reportAbsenceBy 09:00'],
      ['Parents are asked to ring in before 8.45 on the first morning of any absence.', 'reportAbsenceBy 08:45'],
      ['Let the office know by 8:30 a.m.', 'reportAbsenceBy 08:30'],
      ['E-mail or telephone the school by 9.15am each day.', 'reportAbsenceBy 09:15'],
      ["Absence must be reported before 9 o'clock.", 'reportAbsenceBy 09:00'],
      ['The school should be informed of any absence by 9.00am.', 'reportAbsenceBy 09:00'],
      ['Parents must contact us before 8.30am, giving the reason.', 'reportAbsenceBy 08:30'],
      ["It is the parent's duty to notify the school by 9.30 a.m. on every day of illness.", 'reportAbsenceBy 09:30'],
      ['A text message is sent at 9.30am to the parents of every pupil without a reason.', 'firstDayContactFrom 09:30'],
      ['From 9.30am the office telephones the homes of absent pupils.', 'firstDayContactFrom 09:30'],
      ['At 9.45am the attendance officer will contact parents of absent pupils.', 'firstDayContactFrom 09:45'],
      ['Where no reason has been given by 10am, we will telephone home.', 'firstDayContactFrom 10:00'],
      [
        'If your child is not in school by 9.15am and you have not called, we will text you.',
        'firstDayContactFrom 09:15',
      ],
      ['First day calling starts at 9.20am.', 'firstDayContactFrom 09:20'],
      ['If parents have not informed us by 9.00am, a call will be made home.', 'firstDayContactFrom 09:00'],
      ['The office will ring parents by 9.45am.', 'firstDayContactFrom 09:45'],
    ])('%s', (sentence, expected) => {
      expect(read(sentence)).toBe(expected);
    });
  });

  describe('the school day', () => {
    it.each([
      ['The blue gate opens from 8:35am.', 'gatesOpen 08:35'],
      ['The official start is 8.40am, and by then everyone should have hung up their coat.', 'schoolDayStart 08:40'],
      ['Doors open at 8.40am and the gates are locked at 8.55am.', 'gatesClose 08:55, gatesOpen 08:40'],
      ['The school day runs from 8.45am to 3.15pm.', 'schoolDayEnd 15:15, schoolDayStart 08:45'],
      ['School hours: 8.50am - 3.20pm', 'schoolDayEnd 15:20, schoolDayStart 08:50'],
      ['School day: 8:50 – 15:20', 'schoolDayEnd 15:20, schoolDayStart 08:50'],
      ['School begins at 9am and finishes at 3.30pm.', 'schoolDayEnd 15:30, schoolDayStart 09:00'],
      ['Start of the school day: 8.45am', 'schoolDayStart 08:45'],
      ['End of school day 3.15pm', 'schoolDayEnd 15:15'],
      ['Home time is 3.20pm.', 'schoolDayEnd 15:20'],
      ['Pupils are dismissed at 3.10pm.', 'schoolDayEnd 15:10'],
      ['For everyone school is over at 3.15pm.', 'schoolDayEnd 15:15'],
      ['9.00am School day starts', 'schoolDayStart 09:00'],
      ['Pupils must arrive in school by 8.45am.', 'arriveBy 08:45'],
      ['All pupils should be in class by 8:50am ready for registration.', 'arriveBy 08:50'],
      ['Children should be in the playground by 8.50am.', 'arriveBy 08:50'],
      ['Lunch time is 12:15pm to 1:05pm.', 'lunchEnd 13:05, lunchStart 12:15'],
      ['Pupils have a morning break at 10:45am in KS1 and 11:00am in KS2.', 'breakStart 10:45, breakStart 11:00'],
      ['Lunch is at 12 noon.', 'lunchStart 12:00'],
      ['Gates open at 2.50pm so that parents can collect children at 3.00pm.', 'schoolDayEnd 15:00'],
      ['| Gates open | 8.35am |', 'gatesOpen 08:35'],
      ['| 8.35am | Gates open |', 'gatesOpen 08:35'],
      ['| End of school | 3.15pm |', 'schoolDayEnd 15:15'],
      ['| Lunch | 12:15pm - 1:00pm |', 'lunchEnd 13:00, lunchStart 12:15'],
      ['In the mornings school is open from 08.40 to 08.50.', 'gatesClose 08:50, gatesOpen 08:40'],
      [
        'We look for pupils on site between 8:40am-8:50am when the school gates are open.',
        'gatesClose 08:50, gatesOpen 08:40',
      ],
      ['Year 2 will find their doors open from 8.40am.', 'gatesOpen 08:40'],
      ['The gates are opened at 8.30am and closed at 8.50am.', 'gatesClose 08:50, gatesOpen 08:30'],
      ['Gates: 8.40am - 8.55am', 'gatesClose 08:55, gatesOpen 08:40'],
      ['Drop off is from 8.35am.', 'gatesOpen 08:35'],
      ['The playground is open from 8.30am.', 'gatesOpen 08:30'],
      ['The front gate will be locked at 9.00am.', 'gatesClose 09:00'],
      ['Lessons begin promptly at 9am.', 'schoolDayStart 09:00'],
      ['The school day begins at 8.50 am and ends at 3.20 pm.', 'schoolDayEnd 15:20, schoolDayStart 08:50'],
      ['School starts at 8.45 and finishes at 3.15.', 'schoolDayEnd 15:15, schoolDayStart 08:45'],
      ['The academy day is 8.30am until 3.00pm.', 'schoolDayEnd 15:00, schoolDayStart 08:30'],
      ['School finishes at 3.10pm for KS1 and 3.15pm for KS2.', 'schoolDayEnd 15:10, schoolDayEnd 15:15'],
      [
        'School ends at 3.30 p.m. except on Fridays, when it ends at 2.00 p.m.',
        'schoolDayEnd 14:00, schoolDayEnd 15:30',
      ],
      ['Children can be collected from 3.15pm.', 'schoolDayEnd 15:15'],
      ['The day ends at 3.05pm.', 'schoolDayEnd 15:05'],
      ['The official start of the school day is 8.55am.', 'schoolDayStart 08:55'],
      ['Pupils should be in their seats by 8.45am.', 'arriveBy 08:45'],
      ['Children are expected to arrive at school by 8.50am.', 'arriveBy 08:50'],
      ['Break is at 10.45am.', 'breakStart 10:45'],
      ['Morning break 10.30am - 10.45am', 'breakStart 10:30'],
      ['Lunch runs from 12.10pm to 1.00pm.', 'lunchEnd 13:00, lunchStart 12:10'],
      ['Nursery: gates open 8.30am', 'gatesOpen 08:30'],
    ])('%s', (sentence, expected) => {
      expect(read(sentence)).toBe(expected);
    });
  });
});
