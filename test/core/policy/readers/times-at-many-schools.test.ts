import { describe, expect, it } from 'vitest';
import { parsePolicy } from '#core/policy/parse.ts';

/** The fields and values of a text, each once, in the order of the alphabet. */
function read(text: string): string {
  const found = parsePolicy(text).facts.flatMap((fact) =>
    fact.kind === 'time' ? [`${fact.field} ${fact.value}`] : [],
  );
  return [...new Set(found)].sort().join(', ');
}

describe('a morning in the office, hour by hour', () => {
  it.each([
    ['9:05am Automated text to Contact 1 for each child we cannot account for', 'firstDayContactFrom 09:05'],
    ['- 9.20 – Text message to first contact of every pupil still missing', 'firstDayContactFrom 09:20'],
    ['- 9:30am: First call to priority 1 contact', 'firstDayContactFrom 09:30'],
    ['| 9.15am | Text to parents of absent pupils with no reason given |', 'firstDayContactFrom 09:15'],
    ['9.10am – Automatic message home for all unexplained N codes', 'firstDayContactFrom 09:10'],
    ['9.45 Phone call to Mum, Dad or whoever is first on the contact list', 'firstDayContactFrom 09:45'],
    [
      'The office staff check the answerphone until 9.00am. Parents: when you report an absence please do it before 9.00am.',
      'reportAbsenceBy 09:00',
    ],
    ['Mr Oduya listens to the answerphone messages and reads e-mails up to 8:50am.', ''],
    ['Mrs Field checks voicemail, e-mail and the app until 9.10am.', ''],
    ['- If you are reporting an absence do it before 8:45am please.', 'reportAbsenceBy 08:45'],
    ['If you need to report your child absent, please do so by 8.30am.', 'reportAbsenceBy 08:30'],
    ['10.30am – two members of staff go to the house.', ''],
    ['10:00am – no reply from anyone: tell the safeguarding lead.', ''],
    ['11.15am Text to club leaders with the numbers for lunch', ''],
    ['9.30am Text to staff: fire drill', ''],
    ['9.00am E-mail to all teachers with the cover list', ''],
    ['2.45pm Text to parents whose child has a club', ''],
    ['By 9.20 Call list goes to the attendance officer', ''],
  ])('%s', (text, expected) => {
    expect(read(text)).toBe(expected);
  });
});

describe('who must do what by when, in tables', () => {
  const head = '| School day | If... | Who | Do |\n|---|---|---|---|\n';
  it.each([
    [
      `${head}| 1 | no reason received by 9:15am | Office | Text, then phone both parents by 10am |`,
      'firstDayContactFrom 10:00, reportAbsenceBy 09:15',
    ],
    [
      '| Time | Situation | Action |\n|---|---|---|\n| Day 1 | Nothing heard by 9.30am | Parents are telephoned at 9.45am |',
      'firstDayContactFrom 09:45, reportAbsenceBy 09:30',
    ],
    [
      '| Day | Trigger | Action | By |\n|---|---|---|---|\n| 1 | no message received by 9.00 | ring all contacts | 10.00 |',
      'firstDayContactFrom 10:00, reportAbsenceBy 09:00',
    ],
    [`${head}| 1 | still no contact at noon | Office | Try everyone on the list |`, ''],
    [`${head}| 1 | no contact by 9.30am | Office | Phone home |`, 'firstDayContactFrom 09:30'],
    [
      '| Parents | ring us before 8.30am |\n| Office | rings parents by 9.30am |',
      'firstDayContactFrom 09:30, reportAbsenceBy 08:30',
    ],
    [
      '| | Nursery | Infants |\n|---|---|---|\n| Register taken | 9.00am | 8.50am |\n| Lunch | 11.45am | 12.00pm |',
      'amRegisterOpens 08:50, amRegisterOpens 09:00, lunchStart 11:45, lunchStart 12:00',
    ],
  ])('%s', (text, expected) => {
    expect(read(text)).toBe(expected);
  });
});

describe('the day in tables without halves of the day', () => {
  const head = '| Time | What is happening |\n|:--|:--|\n';
  it.each([
    [`${head}| 8.10 | Site opens, breakfast in the Hub |`, 'gatesOpen 08:10'],
    [`${head}| 8.15 | Site opens |`, 'gatesOpen 08:15'],
    [`${head}| 8.30 | Building opens to students |`, 'gatesOpen 08:30'],
    [
      `${head}| 8.45 | Registration |\n| 3.00 | End of P5, buses leave 3.10 |`,
      'amRegisterOpens 08:45, schoolDayEnd 15:00',
    ],
    [`${head}| 3.10 | End of Period 6 |`, 'schoolDayEnd 15:10'],
    [`${head}| 2.00 | End of P4 |\n| 3.00 | End of P5 |`, 'schoolDayEnd 15:00'],
    [`${head}| 2.40 | End of lesson 5 and home |`, 'schoolDayEnd 14:40'],
    [`${head}| 9.40 | End of P1 |`, ''],
    [`${head}| 11.00 | End of P2, break |`, 'breakStart 11:00'],
    [`${head}| 4.10 | End of P7 (sixth form only) |`, ''],
    [`${head}| 7.45 | Breakfast club opens |`, ''],
    [`${head}| 8.00 | Site team on duty |`, ''],
    [`${head}| 8.00 | Canteen opens for breakfast |`, ''],
    [`${head}| 3.30 | Site closes |`, ''],
    [`${head}| 5.00 | Site locked |`, ''],
  ])('%s', (text, expected) => {
    expect(read(text)).toBe(expected);
  });
});

describe('what happens at once and again', () => {
  it.each([
    ['The whistle goes at 8.50 and we do the register as soon as coats are off.', 'amRegisterOpens 08:50'],
    ['The bell rings at 8.45 and the register is taken straight away.', 'amRegisterOpens 08:45'],
    [
      'The whistle blows at 8.55am and teachers call the register as soon as everyone is sitting down.',
      'amRegisterOpens 08:55',
    ],
    ['The whistle is blown at 8.45 and the children line up.', ''],
    ['The bell rings at 8.40 and the register is taken at 8.50.', 'amRegisterOpens 08:50'],
    ['The whistle goes at 8.45; ten minutes later the register is taken.', ''],
    ['The whistle goes at 10.30 and everyone comes in from play.', ''],
    [
      'P4 starts at 1.05 and that register counts as your afternoon mark. It closes at 1.35.',
      'pmRegisterCloses 13:35, pmRegisterOpens 13:05',
    ],
    ['Period 4 begins at 12.55pm, when the afternoon register is taken.', 'pmRegisterOpens 12:55'],
    ['Period 5 starts at 1.20 and its register is the afternoon mark.', 'pmRegisterOpens 13:20'],
    ['The afternoon mark is taken in P4, which starts at 1.15.', 'pmRegisterOpens 13:15'],
    ['P4 starts at 1.05 and P5 at 2.05.', ''],
    ['P1 starts at 9.00. Homework is handed in to the tutor.', ''],
    [
      'Staff take the register at 8.45am and again at the start of Period 5 (1.35 p.m).',
      'amRegisterOpens 08:45, pmRegisterOpens 13:35',
    ],
    [
      'Tutors take the register at 8.40am and again at the beginning of lesson 4 (1.10pm).',
      'amRegisterOpens 08:40, pmRegisterOpens 13:10',
    ],
    [
      'Registers are taken at 8.50 and again straight after lunch (1.15).',
      'amRegisterOpens 08:50, pmRegisterOpens 13:15',
    ],
    ['Staff take the register at 8.45am. Snack is at the start of Period 2 (10.00am).', 'amRegisterOpens 08:45'],
    ['Classes are settled and registered by 9.30.', 'amRegisterMarkedBy 09:30'],
    ['All pupils are seated and registered by 8.55am.', 'amRegisterMarkedBy 08:55'],
    ['Every class must be registered by 9.05am.', 'amRegisterMarkedBy 09:05'],
    [
      'Classes are settled and registered by 9.30, and the register stays open until 10.00.',
      'amRegisterCloses 10:00, amRegisterMarkedBy 09:30',
    ],
    ['Infants are registered at 1.10.', 'pmRegisterOpens 13:10'],
    ['Visitors must be registered by reception by 9.00am.', ''],
    ['Sixth formers must have registered for the trip by 9.00am.', ''],
    ['New pupils are registered with the nurse by 10.00am.', ''],
  ])('%s', (text, expected) => {
    expect(read(text)).toBe(expected);
  });
});

describe('who rings whom', () => {
  it.each([
    ["**Same day** Class team ring by 10.15 if we don't know why your child is away.", 'firstDayContactFrom 10:15'],
    ['The family team ring by 9.45 where no reason is known.', 'firstDayContactFrom 09:45'],
    ['Tutors ring home by 9.40 if a student is missing.', 'firstDayContactFrom 09:40'],
    ['Our attendance team will phone by 10am if there is no message.', 'firstDayContactFrom 10:00'],
    [
      "If you haven't told us we'll message you at 9:30am (secondary) or 9:45am (primary).",
      'firstDayContactFrom 09:30, firstDayContactFrom 09:45',
    ],
    [
      "If we don't know where a child is we will text at 9.20 (infants) or 9.30 (juniors).",
      'firstDayContactFrom 09:20, firstDayContactFrom 09:30',
    ],
    ["If you haven't told us we'll message you at 9:30am and again at 10:15am.", 'firstDayContactFrom 09:30'],
    ['Class team ring by 2.30 if your taxi is late.', ''],
    ['The nurse rings by 10.15 if your child needs medicine.', ''],
    [
      '### Report an absence\n\n* Primary: 01632 960 733, press 1, no later than 8:30am\n* Secondary: 01632 960 733, press 2, no later than 8:00am',
      'reportAbsenceBy 08:00, reportAbsenceBy 08:30',
    ],
    [
      '## Reporting absence\n\n- Infants – 01632 960118 by 8.45am\n- Juniors – 01632 960119 by 8.30am',
      'reportAbsenceBy 08:30, reportAbsenceBy 08:45',
    ],
    [
      '## How to report an absence\n\n- Lower site: email lower@ashcombe.example before 8.50am',
      'reportAbsenceBy 08:50',
    ],
    ['## Report an absence\n\n- Office hours: 01632 960 100, 8.00am to 4.00pm', ''],
    ['## Report an absence\n\n- The phone line opens at 7.30am', ''],
    ['## Report an absence\n\n- Medicine: bring it to the office by 9.00am', ''],
    ['## Contact us\n\n- Primary: 01632 960 733, no later than 4.30pm', ''],
    ['## Book a lunch\n\n- Primary: 01632 960 733, press 3, no later than 9:00am', ''],
  ])('%s', (text, expected) => {
    expect(read(text)).toBe(expected);
  });
});

describe('messages, marks and ends of the morning, told otherwise', () => {
  it.each([
    ['Absence reporting: office@fernhill.example or 01632 960712 by 8.20 a.m.', 'reportAbsenceBy 08:20'],
    ['The absence line is 01632 960163. Please use it before 9.00am.', 'reportAbsenceBy 09:00'],
    [
      '9.30 am - Reception team listen to the answerphone and ring the first contact for every pupil who is unaccounted for.',
      'firstDayContactFrom 09:30',
    ],
    [
      '- 9.15 Texts go to families of children with no explanation\n- 9.45 Phone calls begin\n- 3.10 Home',
      'firstDayContactFrom 09:15, schoolDayEnd 15:10',
    ],
    [
      '1. At 9.20am the office texts parents.\n2. By 10.00am, if nothing has been heard, we telephone every contact.',
      'firstDayContactFrom 09:20',
    ],
    ['Leave us a voicemail by 8.15am on 01632 960 555 if your child is ill.', 'reportAbsenceBy 08:15'],
    ["Drop us a line on ClassDojo before 8.45am if your child won't be in.", 'reportAbsenceBy 08:45'],
    ['Let Mrs Hale in the office know by 9am.', 'reportAbsenceBy 09:00'],
    ['A Groupcall message is sent at 9.45am to the parents of every absent student.', 'firstDayContactFrom 09:45'],
    ['Call us: before 8.30am. We will call you: from 9.30am.', 'firstDayContactFrom 09:30, reportAbsenceBy 08:30'],
    [
      '| When | What you do | What we do |\n|---|---|---|\n| By 8.45am | Ring or message us | Log it |\n| 9.15am | | Text if we have heard nothing |\n| 9.45am | | Ring every contact |',
      'firstDayContactFrom 09:15, reportAbsenceBy 08:45',
    ],
    ['To see the head, ring the office before 9.00am.', ''],
    ['Ring before 9am if your child needs a school dinner.', ''],
    ['If you are going to be late ring before 8.40am.', ''],
    ['You may be invited to a meeting at 8.30am with Mrs Khan.', ''],
    ["The governors' attendance panel meets at 9.15am on the first Thursday.", ''],
    ['Infants have lunch from 11.50 and are registered again at 12.50pm.', 'lunchStart 11:50, pmRegisterOpens 12:50'],
    [
      'At ten past one, 1.10pm, the whistle goes and afternoon registers are called. They are closed at 1.25pm.',
      'pmRegisterCloses 13:25, pmRegisterOpens 13:10',
    ],
    [
      'AM registration 08:40-08:50 (late mark after 08:50, U after 09:10)',
      'amRegisterCloses 09:10, amRegisterMarkedBy 08:50, amRegisterOpens 08:40',
    ],
    ['Lates: 8.46 to 9.15 = L. After 9.15 = U.', 'amRegisterCloses 09:15, amRegisterMarkedBy 08:45'],
    [
      'Morning school: 8.50am – 12 noon. Afternoon school: 1.00pm – 3.20pm.',
      'lunchEnd 13:00, lunchStart 12:00, schoolDayEnd 15:20, schoolDayStart 08:50',
    ],
    ['Registers must reach the office by 9.05 and 1.20.', 'amRegisterMarkedBy 09:05, pmRegisterMarkedBy 13:20'],
    ['Period 5 register: taken at 1.40, closed 1.55.', 'pmRegisterCloses 13:55, pmRegisterOpens 13:40'],
  ])('%s', (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  it('is not certain where a message may be about anything', () => {
    const { facts } = parsePolicy('A message is sent at 9.00am to parents.\n\nLeave us a voicemail by 8.15am.');
    expect(facts.filter((fact) => fact.kind === 'time' && fact.confidence === 'certain')).toEqual([]);
  });
});

describe('doors, lines of marks and lunch, in few words', () => {
  it.each([
    ['Our doors: 8.40 open, 8.50 shut.', 'gatesClose 08:50, gatesOpen 08:40'],
    [
      'Gates 8.40 – 8.50. Register 8.50. Late after 8.55. U after 9.20.',
      'amRegisterCloses 09:20, amRegisterMarkedBy 08:55, amRegisterOpens 08:50, gatesClose 08:50, gatesOpen 08:40',
    ],
    [
      'The morning register is taken between 8.45 and 8.55 and is officially closed at 9.25, thirty minutes after.',
      'amRegisterCloses 09:25, amRegisterOpens 08:45',
    ],
    [
      'Registers: 8.45am & 1.15pm. Closed: 9.15am & 1.45pm.',
      'amRegisterCloses 09:15, amRegisterOpens 08:45, pmRegisterCloses 13:45, pmRegisterOpens 13:15',
    ],
    [
      'Afternoon registration is straight after lunch: 12.55 for KS1, 1.10 for KS2.',
      'pmRegisterOpens 12:55, pmRegisterOpens 13:10',
    ],
    ['PM registration happens in form rooms from 1.40 until 1.50.', 'pmRegisterCloses 13:50, pmRegisterOpens 13:40'],
    ['Parents must give a reason by 9:30am or the absence will be unauthorised.', 'reportAbsenceBy 09:30'],
    ['Parents of absent children get an automated call at 9.40am.', 'firstDayContactFrom 09:40'],
    ['| 8.56–9.15 | L, lunchtime detention 12.40 |', ''],
    ['L mark: detention at 12.40.', ''],
    ['Pupils may be on site until 4.30pm if they are at a club.', ''],
    ['The school bus arrives at 8.35; if it is late pupils are not marked late until 9.00.', ''],
    ['Absent pupils are listed at 9.30am and passed to the EWO at 2.00pm.', ''],
    ['Attend Anywhere appointment slots: 9.15am, 9.30am and 9.45am.', ''],
    ["The parents' drop-in is at 9.00am every Friday in the hall.", ''],
    ['Taxi firms should ring the office by 8.15am if a driver is off.', ''],
    ['Children should not arrive before 8.30am, when staff come on duty.', ''],
    ['Year 11 intervention starts at 7.50am.', ''],
    ['After 9.15 ring the buzzer.', ''],
  ])('%s', (text, expected) => {
    expect(read(text)).toBe(expected);
  });
});

describe('waiting and calling, marking and a row of hours', () => {
  it.each([
    [
      'Parents who have not rung by 9.00am will be sent a text at 9.30am.',
      'firstDayContactFrom 09:30, reportAbsenceBy 09:00',
    ],
    [
      'If there is no message from home by 9.15am the office rings at 9.30am.',
      'firstDayContactFrom 09:30, reportAbsenceBy 09:15',
    ],
    ['If there is no message by 9.15am we ring home and visit at 11.00am.', 'firstDayContactFrom 09:15'],
    ['If there is still no answer by 9.45am the office rings at 10.15am.', ''],
    ["Any parent who hasn't contacted us before 9.15am can expect a call.", 'firstDayContactFrom 09:15'],
    ['Registers are marked twice: 8.45am and 12.50pm.', 'amRegisterOpens 08:45, pmRegisterOpens 12:50'],
    ['Registers are marked at the start of the day (8.45am).', 'amRegisterOpens 08:45, schoolDayStart 08:45'],
    [
      'Our day: 8.45 in class, 10.30 play, 12.00 lunch, 1.00 register, 3.15 home.',
      'lunchStart 12:00, pmRegisterOpens 13:00, schoolDayEnd 15:15',
    ],
    ['A child who gets here at 9.25, after the register has closed, has a U.', ''],
    ['Please ring to cancel a hot lunch by 9.00am.', ''],
    ['Email your forms by 9.00am on Monday.', ''],
    ['Please tell us about a change of pick-up by 2.30pm.', ''],
    ['Year 6 leave for camp at 9.15am.', ''],
    ['Pupils get an L from 8.51am and a U from 9.21am.', 'amRegisterCloses 09:20, amRegisterMarkedBy 08:50'],
  ])('%s', (text, expected) => {
    expect(read(text)).toBe(expected);
  });
});
