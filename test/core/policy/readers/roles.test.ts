import { describe, expect, it } from 'vitest';
import { roles } from '#core/policy/readers/roles.ts';
import { readWith } from './read-with.ts';

/** "role: name" for each person of a text, in its order. */
function read(text: string): string {
  return readWith(roles, text)
    .flatMap((draft) => (draft.kind === 'role' ? [`${draft.role}: ${draft.name}`] : []))
    .join(', ');
}

describe('a name beside its title', () => {
  it.each([
    ['Attendance Team: Mrs S Wood & Miss J Park', 'attendanceOfficer: Mrs S Wood, attendanceOfficer: Miss J Park'],
    ['| Attendance Officer | Helen Park, Deputy Head |', 'attendanceOfficer: Helen Park'],
    ['Governor with responsibility for attendance - Cllr. June Abbott', 'linkGovernor: Cllr. June Abbott'],
    [
      'Mrs Ida Moss – Headteacher and Attendance Champion Mr Tim Cole – Attendance Officer',
      'headteacher: Mrs Ida Moss, attendanceChampion: Mrs Ida Moss, attendanceOfficer: Mr Tim Cole',
    ],
    ['Assistant Principal (Attendance) – Ms T Hale', 'attendanceChampion: Ms T Hale'],
    ["The school's attendance lead is Mr. Adeyemi, and can be reached by e-mail.", 'attendanceChampion: Mr. Adeyemi'],
    ['Senior Attendance Champion: Imogen Frost', 'attendanceChampion: Imogen Frost'],
    [
      'Attendance Champions (with early years): Imogen Frost and Hal Pell',
      'attendanceChampion: Imogen Frost, attendanceChampion: Hal Pell',
    ],
    ['Senior leader responsible for attendance: Mr K. Dunn (Deputy Headteacher)', 'attendanceChampion: Mr K. Dunn'],
    ['Assistant Headteacher for attendance - Mr Owen Pryce', 'attendanceChampion: Mr Owen Pryce'],
    ['Attendance Lead in SLT: Ms Priya Nair', 'attendanceChampion: Ms Priya Nair'],
    [
      'Our link governor for attendance, at Elm Bank Primary School, is Mrs Caro Giles.',
      'linkGovernor: Mrs Caro Giles',
    ],
    ['The Headteacher, Mrs Lane, meets the team.', 'headteacher: Mrs Lane'],
    ['Mrs Cole (Attendance Officer) will call home.', 'attendanceOfficer: Mrs Cole'],
    ['Miss Fay Holt is our Attendance Manager.', 'attendanceOfficer: Miss Fay Holt'],
    [
      "Attendance Officer: Miss Lucy O'Dea-Jones or Mr Tom van der Berg",
      "attendanceOfficer: Miss Lucy O'Dea-Jones, attendanceOfficer: Mr Tom van der Berg",
    ],
    [
      'Headteacher and Attendance Champion: Mrs Carol Dean',
      'headteacher: Mrs Carol Dean, attendanceChampion: Mrs Carol Dean',
    ],
    ['Home School Liaison Officer - Mrs Ola Reid', 'attendanceOfficer: Mrs Ola Reid'],
    ['The named contact for parents is: Mrs Hood', 'contact: Mrs Hood'],
    ['| Link Governor (Attendance) | Dr Ann Shah |', 'linkGovernor: Dr Ann Shah'],
    ['- name a link governor for attendance. This is currently Mrs Ida Stone.', 'linkGovernor: Mrs Ida Stone'],
    ['**Attendance officer.** Mr Piotr Wall answers the absence line.', 'attendanceOfficer: Mr Piotr Wall'],
    ['- **Link governor.** Cllr Una Marsh visits each term.', 'linkGovernor: Cllr Una Marsh'],
    [
      'Attendance is led by Mr Ivo Penn, Deputy Headteacher and Senior Attendance Champion.',
      'attendanceChampion: Mr Ivo Penn',
    ],
    ['the team (Dr Sal Orme, Assistant Head and Attendance Champion)', 'attendanceChampion: Dr Sal Orme'],
    ['Ms Joy Tarn (DSL and Attendance Lead)', 'attendanceChampion: Ms Joy Tarn'],
    [
      'Mrs Bea Cole is our Headteacher and Attendance Champion.',
      'headteacher: Mrs Bea Cole, attendanceChampion: Mrs Bea Cole',
    ],
  ])('%s', (text, said) => expect(read(text)).toBe(said));
});

describe('a name apart from its title', () => {
  it.each([
    ['Attendance Lead\n\nMrs J Snow\n\njsnow@example.org', 'attendanceChampion: Mrs J Snow'],
    ['Yours sincerely\n\nRosa Ackers\n\nAttendance Officer', 'attendanceOfficer: Rosa Ackers'],
    [
      'Mrs Jane Hill\nHeadteacher\nMr Pat Lee\nAttendance Manager',
      'headteacher: Mrs Jane Hill, attendanceOfficer: Mr Pat Lee',
    ],
    ['Headteacher: Mrs Amin\nAttendance Officer: Mrs Bowen', 'headteacher: Mrs Amin, attendanceOfficer: Mrs Bowen'],
    ['Mrs Vale is responsible for:\n\n- The strategic approach to attendance', 'attendanceChampion: Mrs Vale'],
  ])('%s', (text, said) => expect(read(text)).toBe(said));
});

describe('names in the words of model policies, and in columns', () => {
  it.each([
    [
      'The senior leader responsible for the strategic approach to attendance in our school is: Mrs T Vale, Assistant Headteacher',
      'attendanceChampion: Mrs T Vale',
    ],
    [
      'For support with attendance: Mrs E Hill - Attendance officer. The name of our linked governor with responsibility for monitoring attendance is: Ann Lee',
      'linkGovernor: Ann Lee, attendanceOfficer: Mrs E Hill',
    ],
    [
      'Ring Mr Brook, Deputy Headteacher, who is the senior leader responsible for attendance.',
      'attendanceChampion: Mr Brook',
    ],
    [
      'Head Teacher            Mrs Amy Hill\nAttendance Champion     Mr Pat Lee (Deputy)\nAttendance Officer      Ms Jo Brook',
      'headteacher: Mrs Amy Hill, attendanceChampion: Mr Pat Lee, attendanceOfficer: Ms Jo Brook',
    ],
  ])('%s', (text, said) => expect(read(text)).toBe(said));
});

describe('no one named', () => {
  it.each([
    ['Attendance Lead: Elm Park Primary School'],
    ['Nominated Attendance Person:'],
    ['Author: Jane Brown'],
    ['Approved by: Jane Brown'],
    ['The attendance officer is responsible for monitoring. The Headteacher will contact Mrs Smith.'],
    ['Attendance Lead: Head of Inclusion'],
    ['Please speak to the Attendance Officer, Family Liaison or Class Teacher.'],
    ['Attendance Leads at each Trust school'],
    ['Link Governor for Safeguarding: Mr Ben Booth'],
    ['Deputy Headteacher: Mr Ben Booth'],
    ['Mrs Jones is the SENCO. The headteacher decides.'],
    ['Attendance Officer: TBC'],
    ['Please ring the attendance officer. Mr Smith is our caretaker.'],
    ['Mrs Jones, the office and our attendance officer will ring you.'],
  ])('%s', (text) => expect(read(text)).toBe(''));
});
