import { describe, expect, it } from 'vitest';
import { parsePolicy } from '#core/policy/parse.ts';
import { factsInWords as read } from './facts-in-words.ts';

describe('a time in a sentence that speaks of two things', () => {
  it.each([
    ['If your child is going to be late please telephone the office before 8.30am.', ''],
    ['Anyone running late should ring us by 8.45am.', ''],
    ['If your child will be late or absent please ring by 8.40am.', 'reportAbsenceBy 08:40'],
    ['If your child is ill or late, please telephone before 8.50am.', 'reportAbsenceBy 08:50'],
    ['Pupils are marked late after 8.50am.', 'amRegisterMarkedBy 08:50'],
    [
      'Late Arrival Registration begins at 8.55am, pupils arriving after this time will be marked as present but arriving late.',
      'amRegisterMarkedBy 08:55, amRegisterOpens 08:55',
    ],
    [
      'The register is called at 8.45am. If a child comes after the registration period he or she will be marked as late.',
      'amRegisterOpens 08:45',
    ],
    [
      'The register is called at 8.45am. If a child comes after this time he or she will be marked as late.',
      'amRegisterMarkedBy 08:45, amRegisterOpens 08:45',
    ],
    [
      'Pupils must be on the premises (through the late gate) by 8.32am and in form for 8.35am. If they arrive after this time, they are classed as late.',
      'amRegisterMarkedBy 08:35, schoolDayStart 08:32, schoolDayStart 08:35',
    ],
    ['Period 1 (registration) 9.05am', 'amRegisterOpens 09:05'],
    ['We recommend that pupils arrive by 8.15am. Registration is at 8.35am.', 'amRegisterOpens 08:35'],
    ['Pupils must arrive by 8.25am. Registration is at 8.35am.', 'amRegisterOpens 08:35, schoolDayStart 08:25'],
    ['Children are expected to be in school until 3.25pm.', 'schoolDayEnd 15:25'],
    ['Children may stay in the library until 1.25pm.', ''],
  ])('%s', (text, expected) =>
    expect(
      read(text)
        .split(', ')
        .filter((one) => !one.startsWith('arriveBy'))
        .join(', '),
    ).toBe(expected),
  );
});

describe('a time by its neighbours on the line or above it', () => {
  it.each([
    ['Pupils must arrive on time for school at 8.35am.', 'schoolDayStart 08:35'],
    ['Please call the office before registration at 8.45am.', 'amRegisterOpens 08:45, reportAbsenceBy 08:45'],
    [
      '8.50am A song tells that all are ready for school\n9.00am  School starts\n9.10am Assembly',
      'schoolDayStart 09:00',
    ],
    ['Children walk in at\n8.50am\nRegistration 9.00am', 'amRegisterOpens 09:00'],
    ['3.20pm School finishes\n3.40pm School grounds close', 'schoolDayEnd 15:20'],
    ['The school site closes at 4.30pm.', ''],
    ['School closes at 3.20pm.', 'schoolDayEnd 15:20'],
    ['School Times\n\nKey Stage 1:\n\nStart 8.55am\n\nFinish 3.10pm', 'schoolDayEnd 15:10, schoolDayStart 08:55'],
    ['Chess Club\n\nKey Stage 1:\n\nStart 3.15pm\n\nFinish 4.15pm', ''],
    ['The school day starts with registration at 8.45am.', 'amRegisterOpens 08:45, schoolDayStart 08:45'],
    [
      'If the office has not been told of a reason by 10.30am, the parents of all pupils marked as absent will be telephoned.',
      'firstDayContactFrom 10:30',
    ],
    ['Pupils who arrive without an explanation after 9.30am are marked as absent.', 'amRegisterCloses 09:30'],
    ['Reception          8.50am          3.05pm', 'schoolDayEnd 15:05, schoolDayStart 08:50'],
    [
      'CLASS:          START TIME:         FINISH TIME:\n\nYear 1          8.50am          3.05pm',
      'schoolDayEnd 15:05, schoolDayStart 08:50',
    ],
    ['Registration       8.50            1.15', 'amRegisterOpens 08:50, pmRegisterOpens 13:15'],
  ])('%s', (text, expected) =>
    expect(
      read(text)
        .split(', ')
        .filter((one) => !one.startsWith('arriveBy'))
        .join(', '),
    ).toBe(expected),
  );
});

describe('words and times that a page printed without the spaces between', () => {
  it.each([
    ['RegistersClose9:20', 'amRegisterCloses 09:20'],
    ['RegistersOpen8:45 RegistersClose9:15', 'amRegisterCloses 09:15, amRegisterOpens 08:45'],
    ['Registersclose at 9.25am', 'amRegisterCloses 09:25'],
    ['GatesOpen8.30am', 'gatesOpen 08:30'],
    ['Schoolstarts at 8.50am', 'schoolDayStart 08:50'],
    ['SchoolClosed due to snow on Friday', ''],
    ['Room9:20 is our text for today', ''],
  ])('%s', (text, expected) => expect(read(text)).toBe(expected));

  it('each is quoted where it stands', () => {
    const text = 'Our day: RegistersClose9:20 sharp.';
    const [fact] = parsePolicy(text).facts;
    expect(fact?.quote).toBe('9:20');
    expect(fact?.span.start.offset).toBe(text.indexOf('9:20'));
  });
});

describe('two times that a stroke parts', () => {
  it.each([
    ['Registers open/close: 8.50/9.20', 'amRegisterCloses 09:20, amRegisterOpens 08:50'],
    ['Registration: 8.50/1.10', 'amRegisterOpens 08:50, pmRegisterOpens 13:10'],
    ['Registers close at 9.20/1.40.', 'amRegisterCloses 09:20, pmRegisterCloses 13:40'],
    ['Registers close 9.20 (agreed 12/9.20)', 'amRegisterCloses 09:20'],
    ['Toast costs £8.50/9.20 a week, and registers are taken daily.', ''],
  ])('%s', (text, expected) => expect(read(text)).toBe(expected));
});

describe('figures that only tell how things stand', () => {
  it.each([
    ['Persistent absence this term:\n\n31 children below 90%', ''],
    ['There are 14 of our pupils under 50%.', ''],
    ['Our levels have dropped to 92.64% attendance.', ''],
    ['Attendance has fallen slightly to 93%.', ''],
    ['If attendance has fallen to 93% we write home.', 'attendance <= 93'],
    ['Children below 90% are persistently absent.', 'attendance < 90'],
    ['A pupil who takes 12 days of absence will only attain 93.7% attendance.', ''],
    ['After 12 days of absence we refer the family to the council.', 'absenceDays >= 12'],
    ['Two unauthorised absences are recorded for each day away.', ''],
    ['There will be two unauthorised sessions counted for every day.', ''],
    ['If we do not hear from you for more than 2 days we visit.', 'consecutiveAbsenceDays > 2'],
    ['After 10 unauthorised absence marks we tell the council.', 'unauthorisedSessions >= 10'],
    ['After 8 unauthorised marks we tell the council.', 'unauthorisedSessions >= 8'],
    ['For those who attend for less than 94% of the time it has been proven that results suffer.', ''],
    ['We write home for attendance of less than 94%.', 'attendance < 94'],
    ['We write home for attendance of 94% or less.', 'attendance <= 94'],
    ['It is of key importance that the attendance of every scholar is kept above 97%.', 'target 97'],
    ['Two unauthorised absences lead to a letter.', 'unauthorisedSessions >= 2'],
    ['We need to be informed of the reason on the first day of absence.', ''],
    ['On the third day of absence we visit.', 'consecutiveAbsenceDays >= 3'],
    ["A doctor's certificate is asked for where an absence is longer than six days.", ''],
    ['Medical certificates are needed for absences of four days or more.', ''],
    [
      'If a child is ill for four days parents must bring medical evidence or we will visit.',
      'consecutiveAbsenceDays >= 4',
    ],
    ['Where a child is ill for four days in one term we ask for medical evidence.', 'absenceDays >= 4'],
    ['Certificates for those with fewer than two days of absence.', ''],
    [
      'Persistent absence is when overall absence equates to 10 per cent or more of possible sessions.',
      'absence >= 10',
    ],
    ['An absence of 5% equates to 10 days or more.', ''],
    ['We are below the national average at 94.8% and there is an expectation of at least 96%.', 'target 96'],
    ['Certificates are given at 98% and at 100%.', ''],
  ])('%s', (text, expected) =>
    expect(
      read(text)
        .split(', ')
        .filter((one) => !one.startsWith('target 98'))
        .join(', '),
    ).toBe(expected),
  );
});

describe('a penalty that is only counted again', () => {
  it.each([
    ['The penalty notice is £60 per child for each parent, meaning a possible charge of £120 per child.', '£60'],
    ['A fine of £80 per parent, so two parents pay £160.', '£80'],
    ['The fine is £80 per parent if paid within 21 days, rising to £160 within 28 days.', '£160, £80'],
  ])('%s', (text, expected) => expect(read(text)).toBe(expected));
});

describe('dates close to their labels', () => {
  it.each([
    ['Reviewed on:05/05/2021', 'lastReviewed 2021-05-05'],
    ['Approved:12 May 2021', 'approved 2021-05-12'],
    ['Next review:September 2026', 'nextReview 2026-09'],
    ['For Review: September 2026', 'nextReview 2026-09'],
    [
      'Review Cycle: Every 2 years Date of Next Review: September 2026 - Unless an earlier review is needed',
      'nextReview 2026-09',
    ],
    ['The bus leaves at 8:12 May Street.', ''],
  ])('%s', (text, expected) => expect(read(text)).toBe(expected));
});

describe('a number to call', () => {
  it.each([
    ['Ring us (01632 960118) before the bell if your child is ill.', '01632 960118', '01632 960118'],
    ['Absence line: (01632) 960118', '(01632) 960118', '(01632) 960118'],
    ['If your child is ill ring (tel 01632 960118 option 1).', '01632 960118', '01632 960118 option 1'],
    ['If your child is ill ring 01632 960118 (option 1).', '01632 960118', '01632 960118 (option 1)'],
  ])('%s', (text, phone, quote) => {
    const [contact] = parsePolicy(text).facts.filter((fact) => fact.kind === 'contact');
    expect([contact?.phone, contact?.quote]).toEqual([phone, quote]);
  });

  it.each([
    ['Attendance Officer\n\nMrs Jane Lee\n\n01632 960118', '01632 960118, attendanceOfficer Mrs Jane Lee'],
    [
      '**Attendance Lead**\n\nMr Tom Hill\n\nTel: 01632 960118\n\nt.hill@elm.example.org',
      '01632 960118, attendanceChampion Mr Tom Hill, t.hill@elm.example.org',
    ],
    ['Headteacher\n\nMrs Jane Lee\n\n01632 960118', 'headteacher Mrs Jane Lee'],
    ['Attendance Officer\n\nMrs Jane Lee\n\nOur kitchen: 01632 960118', 'attendanceOfficer Mrs Jane Lee'],
    ['Attendance Officer\n\nMrs Jane Lee\n\nOur garden is open.\n\n01632 960118', 'attendanceOfficer Mrs Jane Lee'],
    ['Sixth Form Attendance\n\nPlease contact us by email or phone:\n\nTelephone: 01632 960118', '01632 960118'],
    ['School Lettings\n\nPlease contact us by email or phone:\n\nTelephone: 01632 960118', ''],
  ])('under its post and its name: %s', (text, expected) => expect(read(text)).toBe(expected));
});

describe('a column of boxes, a time and a label by turns', () => {
  it.each([
    [
      'times first',
      '8.35am\n\nSchool gates open\n\n8.50am\n\nRegisters open\n\n9.20am\n\nRegisters close',
      'amRegisterCloses 09:20, amRegisterOpens 08:50, gatesOpen 08:35',
    ],
    [
      'times first, under a heading',
      'The School Day\n\n08:45\n\nGates open\n\n09:00\n\nRegistration\n\n15:15\n\nEnd of school day',
      'amRegisterOpens 09:00, gatesOpen 08:45, schoolDayEnd 15:15',
    ],
    [
      'labels first',
      'Registers open\n\n8.50am\n\nRegisters close\n\n9.20am\n\nLateness matters',
      'amRegisterCloses 09:20, amRegisterOpens 08:50',
    ],
    ['one time alone', '8.50am\n\nRegisters open', ''],
  ])('%s', (_, text, expected) => expect(read(text)).toBe(expected));

  it('one time under its label keeps it', () => {
    expect(read('Registers open\n\n8.50am')).toBe('amRegisterOpens 08:50');
  });
});

describe('a letter that pupils are coded', () => {
  it.each([
    ['Scholars are U coded after 9.10am.', 'U'],
    ['Those who come late are L coded.', 'L'],
    ['The class A coded a game in computing.', ''],
  ])('%s', (text, expected) => {
    const codes = parsePolicy(text).facts.flatMap((fact) => (fact.kind === 'code' ? [fact.code] : []));
    expect(codes.join(', ')).toBe(expected);
  });
});
