import { describe, expect, it } from 'vitest';
import { parsePolicy } from '#core/policy/parse.ts';

const timesOf = (text: string): string[] => {
  const times = parsePolicy(text).facts.flatMap((fact) =>
    fact.kind === 'time' ? [`${fact.field} ${fact.value}`] : [],
  );
  return [...new Set(times)].filter((time) => !/^(?:arriveBy|gatesClose) /.test(time)).sort();
};
const thresholdsOf = (text: string): string[] =>
  parsePolicy(text).facts.flatMap((fact) => (fact.kind === 'threshold' ? [`${fact.metric} ${fact.value}`] : []));

describe('times that are none of this school today', () => {
  it.each([
    ['The register used to close at 9.30am.', []],
    ['The register used to close at 9.30am; it now closes at 9.10am.', ['amRegisterCloses 09:10']],
    ['The register closes at 9.10am (previously 9.30am).', ['amRegisterCloses 09:10']],
    ['The register closes at 9.10am and not at 9.30am.', ['amRegisterCloses 09:10']],
    ['Until July the register closed at 9.30am.', []],
    ['Last year a pupil who came after 8.50am was marked late; the rule is different now.', []],
    ['The register does not close at 9.00am, whatever the old leaflet says.', []],
    ['The gates do not open until 8.35am.', ['gatesOpen 08:35']],
    ['The nursery across the road shuts its register at 9.20am.', []],
    ['Our neighbour Oakhurst School closes its register at 9.20am.', []],
    ['The swimming pool opens its doors at 7.00am to members.', []],
    ['In this example the register closes at 9.00am and a child who comes at 9.05am has a U.', []],
    ['Some people think that a child is late only after 9.00am.', []],
    ['From September the day might start at 8.30am; we will ask you first.', []],
    ['Pupils who arrive after 9.50am because their taxi is late are given an L.', []],
    ['If the school bus comes after 8.50am, pupils on it are not marked late.', []],
    ['Code L is used to mark a pupil who comes after 8.50am.', ['amRegisterMarkedBy 08:50']],
    ['Parents used to have until 9.30am to let us know.', []],
    ['Teachers tell the office by 9.00am who is missing.', []],
    ['Staff who are ill ring the deputy head by 7.00am.', []],
    ['The attendance staff should be told by 9.00am if your child is ill.', ['reportAbsenceBy 09:00']],
    ['The nurse rings parents at 10.00am if a child is hurt.', []],
    ['Please do not arrive before 8.30am as nobody is there to watch the children.', []],
    ['Doors open 8.40am, bell 8.50am.', ['gatesOpen 08:40']],
    ['At secondary school the register may close at 9.00am.', []],
    ['If the register closed at 9.00am, forty pupils would have had a U.', []],
    ['The old policy closed the register at 9.30am.', []],
    ['Homework handed in after 9.00am is marked late.', []],
    ['Mr Dean was late after the 8.30am train broke down.', []],
  ])('%s', (text, expected) => expect(timesOf(text)).toEqual(expected));
});

describe('times by what becomes of the pupil, in other words', () => {
  it.each([
    ['If a pupil is not in by 9.30am and nobody has told us we try to reach you.', ['firstDayContactFrom 09:30']],
    ['At 9.25am the system texts everybody we have not heard from.', ['firstDayContactFrom 09:25']],
    ['By 9.30am parents of absent children will have had a call from us.', ['firstDayContactFrom 09:30']],
    ['Parents receive an automatic text at 9.30am when their child has no mark.', ['firstDayContactFrom 09:30']],
    ['Please make sure that we know by 9.00am if your child will not be in.', ['reportAbsenceBy 09:00']],
    ['Your child is poorly? Message the school on the app by 9.00am.', ['reportAbsenceBy 09:00']],
    [
      'Code L is used for any child who walks in after 8.50am but before 9.15am.',
      ['amRegisterCloses 09:15', 'amRegisterMarkedBy 08:50'],
    ],
    [
      'Between 8.50am and 9.15am the mark is L; from 9.15am it is U.',
      ['amRegisterCloses 09:15', 'amRegisterMarkedBy 08:50'],
    ],
    ['Up to 8.50am a pupil is on time. After that the mark is L.', ['amRegisterMarkedBy 08:50']],
    ['Coming in after 9.15am counts as missing the whole morning.', ['amRegisterCloses 09:15']],
    ['The office closes the morning register at 9.15am.', ['amRegisterCloses 09:15']],
    ['We start at **8.45am** and finish at **3.15pm**.', ['schoolDayEnd 15:15', 'schoolDayStart 08:45']],
    ['Registration closes 30 minutes after it opens, so at 9.15am.', ['amRegisterCloses 09:15']],
    ['The register remains open to 9.15am.', ['amRegisterCloses 09:15']],
    ['A child coming through the gate at 8.51am or after is late.', ['amRegisterMarkedBy 08:50']],
    ['L (8.50am - 9.15am), U (after 9.15am)', ['amRegisterCloses 09:15', 'amRegisterMarkedBy 08:50']],
    ['We use L between 8.50am and 9.15am, and U after that.', ['amRegisterCloses 09:15', 'amRegisterMarkedBy 08:50']],
    ['Pupils may enter the building at 8.35am.', ['gatesOpen 08:35']],
    ['You can drop your child off from 8.35am.', ['gatesOpen 08:35']],
    ['Pupils leave at 3.15pm.', ['schoolDayEnd 15:15']],
    ['Our day runs from 8.45am to 3.15pm.', ['schoolDayEnd 15:15', 'schoolDayStart 08:45']],
    ['The school day starts at 8.45am with registration.', ['amRegisterOpens 08:45', 'schoolDayStart 08:45']],
    ['When does school end?\n\nAt 3.15pm.', ['schoolDayEnd 15:15']],
    ['When is my child late?\n\nAfter 8.50am.', ['amRegisterMarkedBy 08:50']],
    ['> 8.45am – registers open\n> 9.15am – registers close', ['amRegisterCloses 09:15', 'amRegisterOpens 08:45']],
    ['0845 – registers open\n0915 – registers close', ['amRegisterCloses 09:15', 'amRegisterOpens 08:45']],
    [
      'Registration 0840 - 0850. School ends at 1515.',
      ['amRegisterCloses 08:50', 'amRegisterOpens 08:40', 'schoolDayEnd 15:15'],
    ],
  ])('%s', (text, expected) => expect(timesOf(text)).toEqual(expected));
});

describe('percentages that only tell', () => {
  it.each([
    ['1 in 6 of our pupils missed more than 10% of their lessons last year.', []],
    ['One pupil in seven had attendance below 90% last year.', []],
    ['A fortnight in Spain brings attendance down to 94.7%.', []],
    ["A week's holiday takes your child's attendance down to 97.4%.", []],
    ['Our attendance fell below 94% in the winter because of flu.', []],
    ['Imagine a class where attendance drops below 90% every Friday.', []],
    ['How many of our pupils missed more than 10% of last year? One in six.', []],
    ['With 12 days off, attendance drops to 93.7%.', []],
    ['Across England a fifth of pupils missed 10% or more of school.', []],
    ['Attendance under 90% costs a pupil half a day every week.', []],
    ['If a holiday brings attendance down to 92% or less we write to you.', ['attendance 92']],
    ['If attendance fell below 94% in any term, the head of year writes home.', ['attendance 94']],
    ['Persistent absence means absence of 10% or more.', ['absence 10']],
    ['Two letters in four weeks and attendance below 90% lead to a meeting.', ['attendance 90']],
  ])('%s', (text, expected) => expect(thresholdsOf(text)).toEqual(expected));
});

describe('names and years told in other ways', () => {
  const rolesOf = (text: string): string[] =>
    parsePolicy(text).facts.flatMap((fact) =>
      fact.kind === 'role' ? [`${fact.role} ${fact.name} ${fact.confidence}`] : [],
    );

  it.each([
    ['Link governor for attendance: Dr Ruth\nPenn', ['linkGovernor Dr Ruth Penn certain']],
    ['Headteacher: Mrs Calder\nOffice: Mr Birch', ['headteacher Mrs Calder certain']],
    [
      'Who is the attendance champion?\n\nMr Owen Pryce, deputy headteacher.',
      ['attendanceChampion Mr Owen Pryce likely'],
    ],
    ['The attendance champion at Hill Top School is Mr Alan Reed.', ['attendanceChampion Mr Alan Reed likely']],
  ])('%s', (text, expected) => expect(rolesOf(text)).toEqual(expected));

  it.each([
    ['| Record | Kept for |\n| --- | --- |\n| Attendance register | 6 years |', [6]],
    ['Registers used to be kept for three years.', []],
    ['Registers used to be kept for three years and are now kept for six years.', [6]],
  ])('%s', (text, expected) =>
    expect(parsePolicy(text).facts.flatMap((fact) => (fact.kind === 'retention' ? [fact.years] : []))).toEqual(
      expected,
    ),
  );
});
