import { describe, expect, it } from 'vitest';
import { parsePolicy } from '#core/policy/parse.ts';
import { factsInWords } from './facts-in-words.ts';

/** The codes that a text names, in the order of the alphabet. */
function codesIn(text: string): string {
  const codes = parsePolicy(text).facts.flatMap((fact) => (fact.kind === 'code' ? [fact.code] : []));
  return [...new Set(codes)].sort().join(', ');
}

/** Turns of phrase of school websites, in words of our own. */

describe('hours by which parents ring', () => {
  it.each([
    ['Please let us know if your child will be late or absent before 9.10am.', 'reportAbsenceBy 09:10'],
    ['Please let us know before 9.10am if your child will be late.', ''],
    ['Tell the school as soon as you can; preferably before 8.10am, that your child is ill.', 'reportAbsenceBy 08:10'],
    ['Inform the office as early as possible; but ideally by 8.20am.', 'reportAbsenceBy 08:20'],
    ['Failure to report illness before 9.20am means an unauthorised absence.', 'reportAbsenceBy 09:20'],
    ['If parents fail to contact us by 9.20am the office will telephone home.', 'firstDayContactFrom 09:20'],
    ['We need to hear from you by 9am.', 'reportAbsenceBy 09:00'],
    ['If we do not hear from you by 9am we ring home.', 'firstDayContactFrom 09:00'],
    ['Any message must reach us before 8.50am.', 'reportAbsenceBy 08:50'],
    ['Let Mrs Okoro know by 8.50am, and each morning after that.', 'reportAbsenceBy 08:50'],
    ['Where nobody has rung, the office starts telephoning at 9.25am.', 'firstDayContactFrom 09:25'],
    ['It is the same for lateness after 9.25, for a holiday and for days off without a reason.', ''],
    ['Parents should ring. This must be done before 9.20am on the first day of absence.', 'reportAbsenceBy 09:20'],
  ])('%s', (text, expected) => expect(factsInWords(text)).toBe(expected));
});

describe('times that are of something else', () => {
  it.each([
    ['The Main Reception is open from 8.00am until 4.00pm.', ''],
    ['Form time is from 8.30am - 8.50am and if you are late you must sign in.', ''],
    [
      'If they arrive later than 8.50am they come to the front door. In these rare cases they will be marked as late.',
      'amRegisterMarkedBy 08:50',
    ],
    ['Pupils who come between 8.30am and 8.50am are late.', 'amRegisterCloses 08:50, amRegisterMarkedBy 08:30'],
    ['The office checks all of the registers from 9.05am to 9.25am each day.', ''],
  ])('%s', (text, expected) => expect(factsInWords(text)).toBe(expected));
});

describe('moments that a sentence reckons', () => {
  it.each([
    [
      'School begins at 8.45am (KS1) and 8.55am (KS2). Children who come ten minutes after registration are marked absent.',
      'schoolDayStart 08:45, schoolDayStart 08:55',
    ],
    ['A letter is sent where nobody replies 1 hour after registration has closed (by 10.05am).', ''],
  ])('%s', (text, expected) => expect(factsInWords(text)).toBe(expected));
});

describe('what else a clause says of a time', () => {
  it.each([
    [
      'The school day begins at 8.40am and that is also when the register is called.',
      'amRegisterOpens 08:40, schoolDayStart 08:40',
    ],
    [
      'Be in your seat at 8.40am, when school starts and the register is taken.',
      'amRegisterOpens 08:40, arriveBy 08:40, schoolDayStart 08:40',
    ],
    [
      'They should be in class by 8.40am, when the teacher takes the register.',
      'amRegisterOpens 08:40, arriveBy 08:40, schoolDayStart 08:40',
    ],
    [
      'They should be in class by 8.40am. When the teacher takes the register does not matter.',
      'arriveBy 08:40, schoolDayStart 08:40',
    ],
    ['We start at 8.40am and we finish at 3.10pm.', 'schoolDayEnd 15:10, schoolDayStart 08:40'],
    [
      'The register is called at 8.40am. A child who comes in after 8.40am and before it is closed is given L; one who comes after 9.05am gets U.',
      'amRegisterCloses 09:05, amRegisterMarkedBy 08:40, amRegisterOpens 08:40',
    ],
  ])('%s', (text, expected) => expect(factsInWords(text)).toBe(expected));

  it('tells when school begins and registers open in a row of a table', () =>
    expect(factsInWords('| What | When |\n|---|---|\n| Start of the school day, and register | 8.55am |')).toBe(
      'amRegisterOpens 08:55, schoolDayStart 08:55',
    ));
});

describe('answers to a question above', () => {
  it.each([
    [
      'When is my child late?',
      'From 8.51am. The register stays open until 9.10am.',
      'amRegisterCloses 09:10, amRegisterMarkedBy 08:50',
    ],
    ['What time do we pick up?', '3.05pm, from the front playground.', 'schoolDayEnd 15:05'],
    [
      'Is it the same at other schools?',
      'No. At the high school the day starts at 8.20am and letters go out below 96%.',
      '',
    ],
    [
      'Can you give us an example?',
      'Mia is away for a week and late twice after 9.30am. She has 12 unauthorised sessions.',
      '',
    ],
    [
      'My child is ill. What do I do?',
      'Tell us by 9am. You can:\n\n1. ring 01632 960118 and press 1',
      '01632 960118, reportAbsenceBy 09:00',
    ],
  ])('%s %s', (question, answer, expected) => expect(factsInWords(`**${question}**\n\n${answer}`)).toBe(expected));

  it('tells for how long the registers are kept', () =>
    expect(
      parsePolicy('**How long do you keep the registers?**\n\nSix years, on the computer.').facts.map(
        ({ kind }) => kind,
      ),
    ).toEqual(['retention']));
});

describe('several times of one sentence', () => {
  it.each([
    ['8.40am start, register closes 9.10am.', 'amRegisterCloses 09:10, schoolDayStart 08:40'],
    ['At 8.40am the register is called; by 9.10am it is closed.', 'amRegisterCloses 09:10, amRegisterOpens 08:40'],
    ['Absence calls should be made by parents before 8.40am.', 'reportAbsenceBy 08:40'],
    ['Absence calls are made by the office from 9.40am.', 'firstDayContactFrom 09:40'],
    [
      'Registers: 8.40am (closing 9.10am) and 1.10pm (closing 1.25pm).',
      'amRegisterCloses 09:10, amRegisterOpens 08:40, pmRegisterCloses 13:25, pmRegisterOpens 13:10',
    ],
    [
      'Registration: 8.35am to 9.05am (L from 8.40am, U from 9.05am)',
      'amRegisterCloses 09:05, amRegisterMarkedBy 08:40, amRegisterOpens 08:35',
    ],
    [
      'Pupils who come after 8.40am are coded L, and after 9.10am U.',
      'amRegisterCloses 09:10, amRegisterMarkedBy 08:40',
    ],
    ['From 8.40 pupils get an L. After 9.10 pupils get a U.', 'amRegisterCloses 09:10, amRegisterMarkedBy 08:40'],
    ['The 9.10 pupils of last year are now 9.30 pupils.', ''],
    ['By 9.40 we text, at 10.20 we ring.', 'firstDayContactFrom 09:40'],
  ])('%s', (text, expected) => expect(factsInWords(text)).toBe(expected));
});

describe('what else pages say of their times', () => {
  it.each([
    ['We ring you if your child is not here. Calls begin at 9.25am.', 'firstDayContactFrom 09:25'],
    ['From 9.10am the team contacts every home from which nothing has been heard.', 'firstDayContactFrom 09:10'],
    ['The school contacts the parent on the first day, starting at 9.20am.', 'firstDayContactFrom 09:20'],
    ['If neither has replied by 10.30am the officer telephones.', ''],
    [
      'Parents use the absence line, 01632 960118, no later than 8.10am each day.',
      '01632 960118, reportAbsenceBy 08:10',
    ],
    ['Children are late once the cloakroom doors have been shut at 8.50am.', 'amRegisterMarkedBy 08:50'],
    [
      'Registration begins at 8.40am, which is the start of the school day.',
      'amRegisterOpens 08:40, schoolDayStart 08:40',
    ],
    ['The register is opened at the start of the day. At the infants it closes at 9.15am.', 'amRegisterCloses 09:15'],
    [
      'The afternoon register is opened at 1.00pm in both schools and closes at 1.10pm.',
      'pmRegisterCloses 13:10, pmRegisterOpens 13:00',
    ],
  ])('%s', (text, expected) => expect(factsInWords(text)).toBe(expected));

  it('is not sure of the times of a school that is named', () => {
    const sure = (text: string): string[] => parsePolicy(text).facts.map(({ confidence }) => confidence);
    expect(sure('Oxlip Infants opens its gates at 8.50am.')).toEqual(['likely']);
    expect(sure('The school opens its gates at 8.50am.')).toEqual(['certain']);
  });
});

describe('lines that lost their columns', () => {
  it.each([
    ['AM registration 8.40 PM registration 1.20', 'amRegisterOpens 08:40, pmRegisterOpens 13:20'],
    ['The afternoon register is taken at 1.20 PM registration time.', 'pmRegisterOpens 13:20'],
  ])('%s', (text, expected) => expect(factsInWords(text)).toBe(expected));
});

describe('lines that begin with their time', () => {
  it.each([
    ['8.40 am: register will be marked and lessons begin', 'amRegisterOpens 08:40'],
    ['8.40am: registers are marked and sent to the office.', 'amRegisterMarkedBy 08:40'],
    [
      '8.40 am: children to their rooms, register will be marked.\n\nA late mark is given to those who are not there at this time.',
      'amRegisterMarkedBy 08:40, amRegisterOpens 08:40',
    ],
    ['8.35 am: everyone on site for doors opening', 'gatesOpen 08:35'],
    ['Go straight to the tutor room to be registered at 8.25am.', 'amRegisterOpens 08:25'],
  ])('%s', (text, expected) => expect(factsInWords(text)).toBe(expected));
});

describe('counts that set something off', () => {
  it.each([
    ['We ring home if a child is away without a reason for more than 1 day.', 'absenceDays > 1'],
    ['Absence of 1 day is not a worry.', ''],
    ['Tell us how long the absence will be if it is likely to be longer than one day.', ''],
    ['A detention is set for 4 occurrences of lateness in one week.', 'lateMarks >= 4'],
    ['A pupil who is late more than twice in a week stays behind.', 'lateMarks > 2'],
    ['Tier B: attendance below 96%, or five late marks in a half term.', 'attendance < 96, lateMarks >= 5'],
    ['By way of example, four late marks in May and four in July.', ''],
    ['Last year a child missed, on average, eleven days.', ''],
    ['Our practice compares with that of the academy, whose parents get a letter at 96%.', ''],
    ['A yellow letter goes out if a child has had 6 days off in a half term.', 'absenceDays >= 6'],
    [
      '# When days away add up\n\n- 6 days in a term: the tutor rings home\n- 9 days in a term: a meeting',
      'absenceDays >= 6, absenceDays >= 9',
    ],
    ['# Residential trips\n\n- 3 days in a year: a deposit is asked for', ''],
    ['If your child has 12 days off in each school year they will miss 156 days in all.', ''],
    ['If your child has 12 days off we will miss them.', 'absenceDays >= 12'],
    ['Miss Hale must be contacted by the parent on the first day of absence.', ''],
    ['We ring again on day two of the absences.', 'consecutiveAbsenceDays >= 2'],
    ['If there is no response by day three, an officer visits.', 'consecutiveAbsenceDays >= 3'],
    ['A pupil whose attendance drops to 90% will, over seven years, have missed two terms.', ''],
    ['If attendance drops to 90% the tutor will ring and we will have a meeting.', 'attendance <= 90'],
    ['To take an example: a child who is away on nine Fridays has lost 18 sessions.', ''],
    ['No call and no answer for three days in a row: we visit the home.', 'consecutiveAbsenceDays >= 3'],
    ['Late children are signed in. If this happens on 6 occasions we write home.', 'lateMarks >= 6'],
    [
      'Unauthorised leave is fined. Penalty notice fines are considered after 10 sessions of absence in ten weeks.',
      'unauthorisedSessions >= 10',
    ],
  ])('%s', (text, expected) => expect(factsInWords(text)).toBe(expected));
});

describe('letters that are codes, and letters that are not', () => {
  it.each([
    ['Unauthorised absence (G, O and/or U coded in the register) is counted.', 'G, O, U'],
    ['Statutory: no (part of the register of admissions and attendance (S))', ''],
    ['Study leave (S) is marked for Year 11.', 'S'],
    ['Illness (I) and appointments (M) are authorised absences.', 'I, M'],
    ['After 9.10am they get U.', 'U'],
    ['L = arrived by 9.10am; U = arrived after 9.10am.', 'L, U'],
    ['The marks seen most are L (late), I (ill), M (medical) and O (no good cause).', 'I, L, M, O'],
    ['The cups go to L (ladybirds), S (sunflowers) and O (owls).', ''],
    ['B, P and V count as present. G, N, O and U are unauthorised.', 'B, G, N, O, P, U, V'],
    ['Classes B, P and V are on the trip.', ''],
    ['Illness is I, a dentist is M and an unexplained absence is N at first.', 'I, M, N'],
    ['We put a U in the register.', 'U'],
    ['B off site; C leave agreed; D dual registered; I illness; L late; O away without cause.', 'B, C, D, I, L, O'],
    ['B goes first; C second; D third.', ''],
    ['Anyone who comes in after this gets U.', 'U'],
    ['An N may stand for five days before it turns into O.', 'N, O'],
    ['Where we know no reason we enter O straight away in the register.', 'O'],
    ['# Marks you may see\n\n- L late\n- I ill\n- O away without good cause\n- P sport', 'I, L, O, P'],
    ['# Our classes\n\n- L ladybirds\n- S sunflowers\n- E eagles', ''],
    [
      '# Letters in the register\n\n- C: exceptional leave\n- C1: performing\n- Q: the bus that should have come did not',
      'C, C1, Q',
    ],
    ['# MARKS\n\nL late\nU late, closed\nG holiday not agreed\nY1 Y2 Y3 unavoidable causes', 'G, L, U, Y1, Y2, Y3'],
    ['| Letter | Meaning |\n|---|---|\n| L | late |\n| O | no good cause |', 'L, O'],
    ['| Letter | Sent when |\n|---|---|\n| B | below 92% |\n| C | below 90% |', ''],
  ])('%s', (text, expected) => expect(codesIn(text)).toBe(expected));
});

describe('dates and targets', () => {
  it.each([
    ['You may be fined up to £1,000. Approved by the Governing Body March 2024', 'approved 2024-03'],
    ['You may be fined under the guidance approved by Parliament in March 2024.', ''],
    ['Our attendance target this year is 97+%.', 'target 97'],
    ['A figure of at least 96 per cent. This is our target.', 'attendance >= 96, target 96'],
    ["The trust's target for each primary school is 96%.", 'target 96'],
    ['The target for each class is 96%.', ''],
    ['Amber will be between 90-95.9%: nearly on target.', ''],
    ['Version 3, adopted 12 May 2025. Valid to May 2027.', 'approved 2025-05-12, nextReview 2027-05'],
    ['Aim: 96.5%', 'target 96.5'],
    ['The target for Years 7 to 11 is 97% and for the Sixth Form 95%.', 'target 95, target 97'],
    ['The target for the year is 96.2% (last year: 95.9%).', 'target 96.2'],
    ['Our ambition is that every student attends for at least 97% of the year.', 'attendance >= 97, target 97'],
    ['Signed off by governors on 21.11.2024. Look at again: November 2025.', 'approved 2024-11-21, nextReview 2025-11'],
    ['This version approved by the Cabinet Member on 2 July 2024', 'approved 2024-07-02'],
    ['Last read by governors: May 2025. Due again: May 2026.', 'lastReviewed 2025-05, nextReview 2026-05'],
    ['Adopted by governors in May 2025; we shall come back to it in May 2026.', 'approved 2025-05, nextReview 2026-05'],
  ])('%s', (text, expected) => expect(factsInWords(text)).toBe(expected));
});

describe('people and their numbers', () => {
  it.each([
    [
      'Inform us of any absence by 8.30am in one of these ways\n\n- telephone the office on 01632 960119',
      '01632 960119, reportAbsenceBy 08:30',
    ],
    ['Inform us of any damage in one of these ways\n\n- telephone the office on 01632 960119', ''],
    ['The governor who keeps an eye on attendance is Mr Colin Ashby.', 'linkGovernor Mr Colin Ashby'],
    ['The trustee with oversight of attendance is Ms Hana Reyes.', 'linkGovernor Ms Hana Reyes'],
    ['- Governor: Graham Eastwood', 'linkGovernor Graham Eastwood'],
    ['The governor who keeps an eye on finance is Mr Colin Ashby.', ''],
    ['Our Attendance Champion is the Deputy Head, Mr Idris Flint.', 'attendanceChampion Mr Idris Flint'],
    ['Mr Idris Flint (Deputy Head) is our Senior Attendance Champion.', 'attendanceChampion Mr Idris Flint'],
    ['The senior leader who has charge of attendance is Miss Orla Keane.', 'attendanceChampion Miss Orla Keane'],
    ['Head of Centre: Ms Marta Stane', 'headteacher Ms Marta Stane'],
    ['Committee member linked to attendance: Mr Ferdi Rake', 'linkGovernor Mr Ferdi Rake'],
    ['Attendance is led by Miss Orla Keane.', 'attendanceChampion Miss Orla Keane'],
    ['Mrs Dunn looks after attendance from day to day.', 'attendanceOfficer Mrs Dunn'],
    ['Mrs Dunn looks after the garden from day to day.', ''],
    ['Head: Mrs Jane Fell', 'headteacher Mrs Jane Fell'],
    ["Hello! I'm Rosie Pennant, headteacher of Elmbridge.", 'headteacher Rosie Pennant'],
    ['Mrs Bella Quince leads on attendance for the senior team.', 'attendanceChampion Mrs Bella Quince'],
    ['Mrs Bella Quince leads on music for the senior team.', ''],
    ['Office (ring here if your child is away): 01632 960119', '01632 960119'],
  ])('%s', (text, expected) => expect(factsInWords(text)).toBe(expected));
});

describe('how often, for how long, and how much', () => {
  const valuesOf = (text: string): (string | number | null)[] =>
    parsePolicy(text).facts.flatMap((fact): (string | number | null)[] =>
      fact.kind === 'reviewCycle'
        ? [`${fact.months} months`]
        : fact.kind === 'retention'
          ? [`${fact.years} years`]
          : fact.kind === 'penalty'
            ? [`£${fact.amountGBP} ${fact.withinDays ?? ''}`]
            : [],
    );
  it.each([
    ['We go over this document every two years.', ['24 months']],
    ['We look at this policy again each autumn.', ['12 months']],
    ['We go over the figures every two years.', []],
    ['This paper is reviewed every two years.', ['24 months']],
    ['Paper registers are filled in by staff. Each of them is kept for six years.', ['6 years']],
    ['Trophies are engraved by staff. Each of them is kept for six years.', []],
    [
      'A first penalty notice is £80 if paid in 21 days. A second for the same child in the next three years is £160.',
      ['£80 21', '£160 '],
    ],
    ['A penalty notice is £80 if paid within 21 days and £160 if paid after this date.', ['£80 21', '£160 ']],
    ['By the end of term in 2025 you may be issued with a penalty notice of £160.', ['£160 ']],
  ])('%s', (text, expected) => expect(valuesOf(text)).toEqual(expected));
});
