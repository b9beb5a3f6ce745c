import { describe, expect, it } from 'vitest';
import { parsePolicy } from '#core/policy/parse.ts';
import { factsInWords } from './facts-in-words.ts';

describe('who is told, and what comes of silence', () => {
  it.each([
    ['We need to be informed by 9.20am at the latest if your child is poorly.', 'reportAbsenceBy 09:20'],
    ['If your child will be away, the office must be told by 8.50am.', 'reportAbsenceBy 08:50'],
    ['Parents will be informed by 9.45am of any absence that is not explained.', 'firstDayContactFrom 09:45'],
    ['If we do not hear from you by 9.20am the absence will be recorded as unauthorised.', 'reportAbsenceBy 09:20'],
    ['If we have not heard by 9.40am your child is marked as absent and we ring home.', 'firstDayContactFrom 09:40'],
    ['If we have not heard from you by 9.40am we will telephone.', 'firstDayContactFrom 09:40'],
    ['If no information by 9.25am: first morning response call', 'firstDayContactFrom 09:25'],
    [
      'If your child has a dentist’s appointment or is too unwell to come in, contact the school in the morning, before 8.45am.',
      'reportAbsenceBy 08:45',
    ],
    ['If your child has an appointment, please ring before 8.45am.', ''],
  ])('%s', (text, expected) => expect(factsInWords(text)).toBe(expected));
});

describe('calls that begin, and other things that are done', () => {
  it.each([
    ['Start the Day 1 calls at 9.25am.', 'firstDayContactFrom 09:25'],
    ['The office begins the day one calls at 9.25am.', 'firstDayContactFrom 09:25'],
    ['Phone calls to be made by 9.40am to all families who have not been in touch.', 'firstDayContactFrom 09:40'],
    ['The attendance officer runs the list at 10.05am and starts home visits.', ''],
    ['School starts at 8.50am.', 'schoolDayStart 08:50'],
  ])('%s', (text, expected) => expect(factsInWords(text)).toBe(expected));
});

describe('gates that stay shut until a time open at it', () => {
  it.each([
    ['The school gates will not open until 8.40am.', 'gatesOpen 08:40'],
    ['Our doors do not open before 8.35am.', 'gatesOpen 08:35'],
    ['The gates are locked until 8.30am.', 'gatesOpen 08:30'],
    ['The gates are not opened until 8.40am and close at 8.55am.', 'gatesClose 08:55, gatesOpen 08:40'],
    ['The gates stay open until 8.55am.', 'gatesClose 08:55'],
  ])('%s', (text, expected) => expect(factsInWords(text)).toBe(expected));
});

describe('a time in bold, before a tab, or in a paragraph of its own leads what stands behind it', () => {
  it.each([
    ['**8.35am** The gates open.', 'gatesOpen 08:35'],
    ['8.35am    Gates open\n\n8.45am    Registers open', 'amRegisterOpens 08:45, gatesOpen 08:35'],
    ['**8.45am** Registration\n\n**3.20pm** Home', 'amRegisterOpens 08:45, schoolDayEnd 15:20'],
    [
      '8.35am\n\nThe doors open and the children go to their classes.\n\n8.45am\n\nThe register is taken. Anyone who comes in after that is late (L).\n\n9.10am\n\nThe register is closed.',
      'amRegisterCloses 09:10, amRegisterMarkedBy 08:45, amRegisterOpens 08:45, gatesOpen 08:35',
    ],
    [
      'By 9.20am\n\nThe office reads the registers and texts parents.\n\nBy 10.15am\n\nIf there is no reply, every contact is rung.',
      'firstDayContactFrom 09:20',
    ],
    ['8.45am: Children are in class; the register is taken.', 'amRegisterOpens 08:45'],
    ['8.35am: Children come in; the register is taken at 8.45am.', 'amRegisterOpens 08:45'],
    ['8.45am School starts - registration', 'amRegisterOpens 08:45, schoolDayStart 08:45'],
    ['3.20pm: Home.', 'schoolDayEnd 15:20'],
    ['3.20pm: Home visits are made.', ''],
  ])('%s', (text, expected) => expect(factsInWords(text)).toBe(expected));
});

describe('columns of a timetable that only blanks part', () => {
  it.each([
    [
      'Period  From  To\nRegistration    8.40am   8.55am\nLunch and registration    1.05pm  1.20pm\nPupils finish  3.10pm',
      'amRegisterCloses 08:55, amRegisterOpens 08:40, pmRegisterCloses 13:20, pmRegisterOpens 13:05, schoolDayEnd 15:10',
    ],
    ['Registration       8.40am            1.10pm', 'amRegisterOpens 08:40, pmRegisterOpens 13:10'],
    [
      '| Time | What |\n|---|---|\n| 8.45 | School starts - registration |\n| 3.10 | School ends - children are taken to their parents |',
      'amRegisterOpens 08:45, schoolDayEnd 15:10, schoolDayStart 08:45',
    ],
  ])('%s', (text, expected) => expect(factsInWords(text)).toBe(expected));
});

describe('days that count no absence', () => {
  it.each([
    ['A second letter goes home if a child is absent during the 15 day monitoring period.', ''],
    ['Parents learn how many absences there are, and have 15 days to bring about a change.', ''],
    ['90% | 19 days of absence in the year', ''],
    ['A letter goes home after 15 days of absence.', 'absenceDays >= 15'],
    ['If a child has been absent for five days to care for a parent, we visit.', 'absenceDays >= 5'],
  ])('%s', (text, expected) => expect(factsInWords(text)).toBe(expected));
});

describe('limits, targets and instruments as pages put them', () => {
  it.each([
    ['The new rules bring a two penalty notice limit in three years.', 'penaltyNotices <= 2'],
    ['Each parent may have two penalty notices for two children.', ''],
    ['Attendance last week was 94.2%\nOur attendance target is 97% so there is work to do.', 'target 97'],
    ['Attendance last week was 94.2% and our target for the week was 97%.', ''],
  ])('%s', (text, expected) => expect(factsInWords(text)).toBe(expected));
});

describe('a paragraph under its clock: what later sentences say is of that time', () => {
  it.each([
    [
      '08.40  School starts. Teachers open the registers as the children sit down.',
      'amRegisterOpens 08:40, schoolDayStart 08:40',
    ],
    [
      '08.50  Every class should be settled. From now on children come through the office and get an L.',
      'amRegisterMarkedBy 08:50',
    ],
    ['09.15  Print the list of the absent. Start the Day 1 calls.', 'firstDayContactFrom 09:15'],
    [
      '**9.10 am** A text goes to the first contact of each pupil with no mark and no message.',
      'firstDayContactFrom 09:10',
    ],
    ['**10.30 am** Pupils with a social worker who are still unaccounted for: tell the safeguarding lead.', ''],
    ['12.45  Infant dinners finish. Nothing to do unless a class is short of a register.', 'lunchEnd 12:45'],
    ['8.30am - Gates open. Later the register is taken.', 'gatesOpen 08:30'],
    [
      '8.30am: Gates open. When the bell rings at 8.40am registration begins.',
      'amRegisterOpens 08:40, gatesOpen 08:30',
    ],
  ])('%s', (text, expected) => expect(factsInWords(text)).toBe(expected));
});

describe('who rings whom, and the second call', () => {
  it.each([
    ['The attendance officer sends a text at 9.10 am.', 'firstDayContactFrom 09:10'],
    [
      'Text at 9:40am to the first contact. If no reply by 10:20am we phone every contact.',
      'firstDayContactFrom 09:40',
    ],
    [
      'We send a text by 9:40 am if your child is absent without explanation, followed by a phone call by 10:20 am.',
      'firstDayContactFrom 09:40',
    ],
    ['Parents are asked to make a phone call to school by 8.50am.', 'reportAbsenceBy 08:50'],
    ['We make a phone call to parents by 9.40am.', 'firstDayContactFrom 09:40'],
    ['## Telling us\n\nBy 8.45am on each day of absence.', 'reportAbsenceBy 08:45'],
    ['| Deadline | Before 08:20 on every day of absence |', 'reportAbsenceBy 08:20'],
    [
      '**What time does school end?**\nAt 3.15 for Years 1 to 6 and at 3.05 for Reception.',
      'schoolDayEnd 15:05, schoolDayEnd 15:15',
    ],
    ['Lateness: after 8.50am. Unauthorised: after 9.20am.', 'amRegisterCloses 09:20, amRegisterMarkedBy 08:50'],
  ])('%s', (text, expected) => expect(factsInWords(text)).toBe(expected));
});

describe('limits and days said without their noun', () => {
  it.each([
    [
      'A second penalty notice in that time costs £160. No more than two can be issued in three years.',
      'penaltyNotices <= 2, £160',
    ],
    ['A penalty notice costs £80. Parents may come with no more than two children.', '£80'],
    [
      'A student who has been absent without permission for 20 school days is removed from roll.',
      'unauthorisedDays >= 20',
    ],
    ['20 days’ continuous unauthorised absence is reported.', 'consecutiveAbsenceDays >= 20'],
    [
      'Five days (10 sessions) of unauthorised absence in ten school weeks may lead to a penalty notice.',
      'unauthorisedDays >= 5, unauthorisedSessions >= 10',
    ],
    [
      'A second notice for the same parent is charged at a higher rate of £160, and for a third prosecution is considered.',
      '£160',
    ],
    ['Family support, more detailed help: Nan Whitlow, 01632 960 177', '01632 960 177'],
  ])('%s', (text, expected) => expect(factsInWords(text)).toBe(expected));
});

describe('codes in a list that commas part, behind their words, and turned into one another', () => {
  const codes = (text: string): string =>
    parsePolicy(text)
      .facts.flatMap((fact) => (fact.kind === 'code' ? [fact.code] : []))
      .filter((code, index, all) => all.indexOf(code) === index)
      .sort()
      .join(' ');
  it.each([
    ['Codes: L late, U late after the register closed, I illness, M medical or dental.', 'I L M U'],
    ['Illness (I), medical appointments (M), study leave (S) and exclusion (E) are authorised.', 'E I M S'],
    ['Our classes are led by Ann (I), Ben (M), Cy (S) and Di (E).', ''],
    ['After five school days with no reason, change N to O.', 'N O'],
    ['The N is then amended to an O.', 'N O'],
    ['The pupil is recorded as O after five school days.', 'O'],
    ['Groups B, C, D and E go to lunch first.', ''],
  ])('%s', (text, expected) => expect(codes(text)).toBe(expected));
});

describe('people with two posts, sums above a line about the court, systems of old', () => {
  it.each([
    [
      'Mrs Finch (Headteacher) is our Senior Attendance Champion.',
      'attendanceChampion Mrs Finch, headteacher Mrs Finch',
    ],
    ['Mr Hale (Deputy Headteacher), who is also the Attendance Lead, meets parents.', 'attendanceChampion Mr Hale'],
    [
      'Mrs Finch (Headteacher) retires. Our Senior Attendance Champion is Mr Dove.',
      'attendanceChampion Mr Dove, headteacher Mrs Finch',
    ],
    ['First offence – £80 if paid within 21 days\nSecond offence – £160\nThird offence – prosecution', '£160, £80'],
    ['A first notice costs £80 in 21 days. Who does not pay goes to court, where fines reach £500.', '£80'],
  ])('%s', (text, expected) => expect(factsInWords(text)).toBe(expected));
  it.each([
    ['Registers are kept on Arbor.', 'certain'],
    ['Our previous system was Arbor.', 'unsure'],
  ])('%s', (text, expected) =>
    expect(parsePolicy(text).facts.flatMap((fact) => (fact.kind === 'mis' ? [fact.confidence] : []))).toEqual([
      expected,
    ]),
  );
  it('sections behind an Act that belong to the next are not its own', () =>
    expect(
      parsePolicy(
        'Section 444 of the Education Act 1996, section 23 of the Anti-social Behaviour Act 2003 and others apply.',
      ).facts.flatMap((fact) => (fact.kind === 'legalReference' ? [fact.title] : [])),
    ).toEqual(['Section 444 of the Education Act 1996', 'section 23 of the Anti-social Behaviour Act 2003']));
});

describe('lists of an office, windows with a letter behind a dash, letters with their meaning in a bracket', () => {
  it.each([
    ['- First day phone call to the first name on the contact list by 8:50am.', 'firstDayContactFrom 08:50'],
    ['- The office looks through the e-mails and answerphone up to 8.50am.', ''],
    ['- Alert the safeguarding lead if a child is absent and no contact has been made by 10.15am.', ''],
    ['If no contact has been made by 9.40am we ring every number.', 'firstDayContactFrom 09:40'],
    [
      'L (Late before registers close): 8.45am – 9.10am\nU (Late after registers close): after 9.10am',
      'amRegisterCloses 09:10, amRegisterMarkedBy 08:45',
    ],
    ['8.45am to 9.10am – L with a note home\nAfter 9.10am – U', 'amRegisterCloses 09:10, amRegisterMarkedBy 08:45'],
    ['Who misses 10% (19 days) or more of school is persistently absent.', 'absence >= 10'],
    ['We tell the council after ten days’ unexplained absence.', 'absenceDays >= 10'],
  ])('%s', (text, expected) => expect(factsInWords(text)).toBe(expected));
});

describe('registers taken at the times of the sentence before', () => {
  it.each([
    [
      'Morning school begins at 8.40am and afternoon school at 1.05pm. Registers are taken at these times and close 20 minutes later.',
      'amRegisterCloses 09:00, amRegisterOpens 08:40, pmRegisterCloses 13:25, pmRegisterOpens 13:05, schoolDayStart 08:40',
    ],
    [
      'Lunch is at 12.15pm for infants and 12.45pm for juniors. The hall is busy at these times.',
      'lunchStart 12:15, lunchStart 12:45',
    ],
  ])('%s', (text, expected) => expect(factsInWords(text)).toBe(expected));
});
