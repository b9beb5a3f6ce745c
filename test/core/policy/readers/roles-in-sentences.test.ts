import { describe, expect, it } from 'vitest';
import { parsePolicy } from '#core/policy/parse.ts';

/** The roles and names of a text, each once, in the order of the alphabet. */
function read(text: string): string {
  const found = parsePolicy(text).facts.flatMap((fact) => (fact.kind === 'role' ? [`${fact.role} ${fact.name}`] : []));
  return [...new Set(found)].sort().join(', ');
}

describe('posts and the people who hold them, in sentences', () => {
  it.each([
    [
      'Mrs Harper is the member of the Senior Leadership Team with overall responsibility for attendance.',
      'attendanceChampion Mrs Harper',
    ],
    [
      'The member of the Senior Leadership Team with overall responsibility for attendance is Mrs Harper.',
      'attendanceChampion Mrs Harper',
    ],
    ['Member of the Senior Leadership Team responsible for attendance: Mr Cole', 'attendanceChampion Mr Cole'],
    ['Our Academy Councillor for attendance is Mr Obi.', 'linkGovernor Mr Obi'],
    [
      'Mr Osgood (Headteacher) Miss Lavery (Attendance Lead, Assistant Head)',
      'attendanceChampion Miss Lavery, headteacher Mr Osgood',
    ],
    [
      'Mrs Harper, Headteacher, is the Senior Attendance Champion.',
      'attendanceChampion Mrs Harper, headteacher Mrs Harper',
    ],
    [
      'Mrs Harper, the Headteacher, is our Senior Attendance Champion.',
      'attendanceChampion Mrs Harper, headteacher Mrs Harper',
    ],
    [
      'Mrs Harper (Headteacher) is the Senior Attendance Champion.',
      'attendanceChampion Mrs Harper, headteacher Mrs Harper',
    ],
    ['Our SENCo, Mr Bright, is the attendance champion.', 'attendanceChampion Mr Bright'],
    ['Our SENCo, Mr Bright, leads on attendance.', 'attendanceChampion Mr Bright'],
    ['The attendance champion is our SENCo, Mr Bright.', 'attendanceChampion Mr Bright'],
    ['Our attendance officer, Ms Dee Ray, rings home at 9.30.', 'attendanceOfficer Ms Dee Ray'],
    ['Our Deputy Headteacher, Mrs Lund, has strategic responsibility for attendance.', 'attendanceChampion Mrs Lund'],
    ['Mr Cole (Assistant Head) has overall responsibility for attendance.', 'attendanceChampion Mr Cole'],
    ['Mr Cole, Assistant Headteacher, is responsible for attendance across the school.', 'attendanceChampion Mr Cole'],
    ['Mr Cole is the senior leader responsible for attendance.', 'attendanceChampion Mr Cole'],
    ['The senior member of staff with responsibility for attendance is Mr Cole.', 'attendanceChampion Mr Cole'],
    ['Mr Cole is our named senior leader with responsibility for attendance.', 'attendanceChampion Mr Cole'],
    ['The governor who watches over attendance is Mrs Ode.', 'linkGovernor Mrs Ode'],
    ['Mrs Ode is the governor for attendance.', 'linkGovernor Mrs Ode'],
    ['Mrs Ode is the trustee with oversight of attendance.', 'linkGovernor Mrs Ode'],
    ['Our link governor for attendance and safeguarding is Mrs Ode.', 'linkGovernor Mrs Ode'],
    ['The local academy committee member for attendance is Mrs Ode.', 'linkGovernor Mrs Ode'],
    ['Academy Committee attendance lead: Mrs Ode', 'linkGovernor Mrs Ode'],
    [
      'Headteacher: Mrs Harper\nAttendance Champion: Mr Cole\nAttendance Officer: Ms Ray',
      'attendanceChampion Mr Cole, attendanceOfficer Ms Ray, headteacher Mrs Harper',
    ],
    ['Ms Ray works in the office as our attendance administrator.', 'attendanceOfficer Ms Ray'],
    ['Day-to-day attendance is handled by Ms Ray in the office.', 'attendanceOfficer Ms Ray'],
    ['Ms Ray in the school office deals with attendance from day to day.', 'attendanceOfficer Ms Ray'],
    ['Day to day the work is done by Ms Ray, Attendance and Welfare Officer.', 'attendanceOfficer Ms Ray'],
    ['Mrs Harper leads our work on attendance.', 'attendanceChampion Mrs Harper'],
    ['Attendance is led by Mrs Harper, Deputy Head.', 'attendanceChampion Mrs Harper'],
    ['Attendance is overseen by the deputy head, Mrs Lund.', 'attendanceChampion Mrs Lund'],
    ['The person in charge of attendance is Mrs Lund.', 'attendanceChampion Mrs Lund'],
    ['Mrs Lund is in charge of attendance at our school.', 'attendanceChampion Mrs Lund'],
    ['Mrs Lund holds the role of Senior Attendance Champion.', 'attendanceChampion Mrs Lund'],
    ['The role of Senior Attendance Champion is held by Mrs Lund.', 'attendanceChampion Mrs Lund'],
    ['We have appointed Mrs Lund as our Senior Attendance Champion.', 'attendanceChampion Mrs Lund'],
    ['Mrs Lund has been appointed Senior Attendance Champion.', 'attendanceChampion Mrs Lund'],
    [
      'Our Senior Attendance Champion, Mrs Lund, meets the attendance officer, Ms Ray, each Monday.',
      'attendanceChampion Mrs Lund, attendanceOfficer Ms Ray',
    ],
    ['Senior Attendance Champion – Mrs Lund (Deputy Headteacher)', 'attendanceChampion Mrs Lund'],
    ['The headteacher, Mrs Harper, decides on leave.', 'headteacher Mrs Harper'],
    ['Mrs Harper is the headteacher and Mr Cole her deputy.', 'headteacher Mrs Harper'],
    ['Our Head of School is Mr Webb.', 'headteacher Mr Webb'],
    ['Executive Headteacher Dr Shah and Head of School Mr Webb', 'headteacher Dr Shah, headteacher Mr Webb'],
    ['Signed: Mrs Harper, Headteacher', 'headteacher Mrs Harper'],
    ['If you need to talk about attendance, please ask for Ms Ray, Attendance Officer.', 'attendanceOfficer Ms Ray'],
    ['Ms Ray (pupil welfare and attendance officer)', 'attendanceOfficer Ms Ray'],
    ['Mr Cole - Vice Principal and SLT lead for attendance', 'attendanceChampion Mr Cole'],
    ['The Vice Principal (Attendance), Mr Cole, reviews the list.', 'attendanceChampion Mr Cole'],
    ['Mr Cole, Vice Principal for Behaviour and Attendance', 'attendanceChampion Mr Cole'],
    ['Strategic lead for attendance is Miss Ito, Deputy Head (Pastoral).', 'attendanceChampion Miss Ito'],
    [
      "Miss Ito carries overall responsibility for attendance as the school's Senior Attendance Champion.",
      'attendanceChampion Miss Ito',
    ],
    ['Our Attendance Champion is Miss Ito, who is also our SENDCo.', 'attendanceChampion Miss Ito'],
    ['The Attendance Champion, Miss Ito (also DSL), checks the figures.', 'attendanceChampion Miss Ito'],
    [
      'The school has a Senior Attendance Champion (Miss Ito) and an Attendance Officer (Mr Dale).',
      'attendanceChampion Miss Ito, attendanceOfficer Mr Dale',
    ],
    [
      'Attendance Lead (SLT): Miss Ito | Attendance Officer: Mr Dale',
      'attendanceChampion Miss Ito, attendanceOfficer Mr Dale',
    ],
    ['Our pastoral and attendance manager is Mr Dale.', 'attendanceOfficer Mr Dale'],
    ['Mr Dale is employed as attendance officer for three days a week.', 'attendanceOfficer Mr Dale'],
    ['The governor with responsibility for attendance is Dr Amy Finch.', 'linkGovernor Dr Amy Finch'],
    ['Dr Amy Finch is our attendance governor.', 'linkGovernor Dr Amy Finch'],
    ['Nominated governor: Dr Amy Finch', 'linkGovernor Dr Amy Finch'],
    ['Named governor for attendance – Dr Amy Finch', 'linkGovernor Dr Amy Finch'],
    ['The Local Governing Body member for attendance is Dr Amy Finch.', 'linkGovernor Dr Amy Finch'],
    ['Miss Ito, as Senior Leader for Attendance, chairs the meeting.', 'attendanceChampion Miss Ito'],
    ['In our school Miss Ito is responsible for leading attendance.', 'attendanceChampion Miss Ito'],
    [
      'Principal: Ms Hope Oduya. Senior Vice Principal and Attendance Champion: Mr Lyle Gant.',
      'attendanceChampion Mr Lyle Gant, headteacher Ms Hope Oduya',
    ],
    ['Ms Hope Oduya (Principal) has the final say.', 'headteacher Ms Hope Oduya'],
    ["Attendance officer's name: Mr Dale", 'attendanceOfficer Mr Dale'],
    ['Name of Attendance Champion: Miss Ito', 'attendanceChampion Miss Ito'],
    [
      '| Role | Name |\n|---|---|\n| Senior leader responsible for attendance | Miss Ito |\n| Attendance and Admissions Officer | Mr Dale |\n| Attendance Governor | Dr Amy Finch |',
      'attendanceChampion Miss Ito, attendanceOfficer Mr Dale, linkGovernor Dr Amy Finch',
    ],
    [
      '| Name | Role |\n|---|---|\n| Miss Ito | Attendance Champion |\n| Mr Dale | Attendance Officer |',
      'attendanceChampion Miss Ito, attendanceOfficer Mr Dale',
    ],
    [
      'Miss Ito\nSenior Attendance Champion\n\nMr Dale\nAttendance Officer',
      'attendanceChampion Miss Ito, attendanceOfficer Mr Dale',
    ],
    ['The post of attendance officer is currently filled by Mr Dale.', 'attendanceOfficer Mr Dale'],
    ['Mr Dale joined us as attendance officer in May.', 'attendanceOfficer Mr Dale'],
    ['Attendance is the responsibility of Miss Ito.', 'attendanceChampion Miss Ito'],
  ])('%s', (text, said) => expect(read(text)).toBe(said));
});

describe('names beside a post that they do not hold', () => {
  it.each([
    ["The school's Education Welfare Officer is Mr Lane."],
    ['The Attendance Lead at each academy meets Mr Cole, trust director.'],
    ['The headteacher and Mrs Lund meet weekly.'],
    ['The Senior Attendance Champion will report to Mrs Ode, chair of governors.'],
    ['The attendance officer rings the parents of Tom Field.'],
    ['Mrs Lund teaches Year 4 and likes good attendance.'],
    ['Our SENCo, Mr Bright, supports pupils with plans.'],
    ['The chair of governors, Mrs Ode, signs this policy.'],
    ['Mr Bright has responsibility for safeguarding and attends each meeting.'],
    ['The certificate for attendance is named after Mrs Lund.'],
    ['Mr Cole is responsible for the boiler.'],
    ['Councillor Mrs Ode opened the new hall.'],
    ['Members of the Senior Leadership Team greet pupils at the gate with Mr Cole.'],
    ['Mrs Lund, Deputy Head, is the lead for behaviour.'],
    ['Please contact our Family Support Worker, Mrs Poole, for help.'],
    ['The DSL, Mrs Poole, is informed by the attendance officer.'],
    ['The attendance officer and Mrs Poole visit the family together.'],
    ['When the attendance champion is away, Mrs Poole stands in.'],
    ["Year 6, Mrs Poole's class, won the attendance cup."],
    ['The former attendance officer, Mr Dale, left in July.'],
    ['Parents are responsible for attendance, says Mrs Poole.'],
    ['Everyone is responsible for attendance. Mrs Poole takes the register.'],
  ])('%s', (text) => expect(read(text)).toBe(''));
});
