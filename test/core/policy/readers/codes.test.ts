import { describe, expect, it } from 'vitest';
import { codes } from '#core/policy/readers/codes.ts';
import { readWith } from './read-with.ts';

/** The codes of a text, in its order. */
function read(text: string): string {
  return readWith(codes, text)
    .flatMap((draft) => (draft.kind === 'code' ? [draft.code] : []))
    .join(' ');
}
function meaning(text: string): string {
  const [draft] = readWith(codes, text);
  return draft?.kind === 'code' ? draft.meaning : '';
}

describe('rows of a code list', () => {
  it.each([
    ['L Late arrival The pupil arrives before the register has closed', 'L', 'Late arrival'],
    ['LLate, before the register is closed', 'L', 'Late, before the register is closed'],
    ['CAuthorised leave of absence', 'C', 'Authorised leave of absence'],
    ['I01Illness, authorised', 'I01', 'Illness, authorised'],
    ['- Code G (away on a holiday without leave)', 'G', 'away on a holiday without leave'],
    ['· \\ = Present in the afternoon', '\\', 'Present in the afternoon'],
    ['/ Present (am)', '/', 'Present (am)'],
    ['"N" – reason not yet known', 'N', 'reason not yet known'],
    ['O - Unauthorised absence that no other code covers', 'O', 'Unauthorised absence that no other code covers'],
    ['X: Not required to be in school', 'X', 'Not required to be in school'],
    ['P. Approved sporting activity', 'P', 'Approved sporting activity'],
    ['J Interview', 'J', 'Interview'],
    ['H Authorised family holiday', 'H', 'Authorised family holiday'],
    ['T Gypsy, Roma and Traveller absence', 'T', 'Gypsy, Roma and Traveller absence'],
    ['Y1 Unable to attend, as transport is not provided', 'Y1', 'Unable to attend, as transport is not provided'],
    ['| I | Illness (not appointments) |', 'I', 'Illness (not appointments)'],
    ['| \\ | Present in the afternoon |', '\\', 'Present in the afternoon'],
    ['# \tPlanned whole school closure', '#', 'Planned whole school closure'],
    ['E\tSuspended or excluded\tNo other provision is made', 'E', 'Suspended or excluded'],
  ])('%s', (line, code, words) => {
    expect(read(line)).toBe(code);
    expect(meaning(line)).toBe(words);
  });

  it('trusts a column headed Code for a meaning of its own words', () => {
    expect(read('| Code | Use |\n|---|---|\n| V | Day out with the class |')).toBe('V');
  });
});

describe('codes in running text', () => {
  it.each([
    ["Anyone who comes late gets an 'L' (late) in the register.", 'L'],
    ["They are marked with a 'U', which counts as an unauthorised absence.", 'U'],
    ['The register shows a late mark (L) for them.', 'L'],
    ['Use code L before the register closes.', 'L'],
    ['They get an L code (Late).', 'L'],
    ['From 8:26 until 8:45 you get an L and a detention.', 'L'],
    ['After 8:45 you get a U.', 'U'],
    ['From 9.10am the register is closed and the mark is U.', 'U'],
    ['She is given a B (educated offsite) mark.', 'B'],
    ['A mark, code U, is entered.', 'U'],
    ['Pupils are marked R for religious observance in the register.', 'R'],
    ['10 sessions of unauthorised absence (codes G, N, O and/or U)', 'G N O U'],
    ['We use the ‘N’ code until a reason is given.', 'N'],
    ['The mark â€˜Lâ€™ means late in our register.', 'L'],
    ['For pm registration they are marked (\\).', '\\'],
    ['For pm registration they are marked (**\\**).', '\\'],
    ['Present marks are / and \\ in the register.', '/ \\'],
    ['U = arriving after 9.15', 'U'],
    ['It will be recorded as code O (unauthorised).', 'O'],
    ['Late (L) and unauthorised late (U) marks are counted.', 'L U'],
    ['The code ‘#’ is used when the school is closed as planned, in the register.', '#'],
  ])('%s', (sentence, expected) => {
    expect(read(sentence)).toBe(expected);
  });
});

describe('lists of codes that lost their shape', () => {
  it.each([
    [
      'Present 3 B Educated off-site ... 4 C Other authorised circumstances ... 5 D Dual registered E Excluded, no provision G Family holiday not agreed H Family holiday agreed # Closed to all pupils',
      'B C D E G H #',
    ],
    [
      'L late, before the register closed\nI illness\nM at a medical appointment\nR absent, authorised (see the office)',
      'L I M R',
    ],
    ['JApproved educational activity, because the pupil attends an interview', 'J'],
  ])('%s', (text, expected) => {
    expect(read(text)).toBe(expected);
  });
  it.each([
    ['Team B Early swimmers C Lower court D Upper court E Far field G Hall H Gym'],
    ['I am ill\nA pupil is late'],
    ['We meet C Other at the gate and D Dual at the door.'],
  ])('and what only looks like one: %s', (text) => {
    expect(read(text)).toBe('');
  });
});

describe('capital letters that are no codes', () => {
  it.each([
    'I am happy to confirm that the attendance register is right.',
    'A pupil who is late is marked late.',
    'A Absent',
    'Year 6 pupils attend well: Y6 attendance was 95%.',
    'Y1 pupils attend swimming on Mondays.',
    'Class C marks the register after lunch.',
    'C of E Primary School attendance policy',
    "The Governors follow the local authority's Code of Conduct.",
    'Vitamin C helps, and hepatitis B keeps a child away for 7 days of absence.',
    '| Stage C | Attendance below 90% |',
    '| C | 90 to 95% is a worry |',
    'In the UK every pupil is registered.',
    'U-turns on the drive are forbidden when pupils arrive late.',
    'Mr T. Brown marks the register.',
    'Step E of the plan: a meeting about attendance',
  ])('%s', (sentence) => {
    expect(read(sentence)).toBe('');
  });
});

describe('clauses that are numbered like codes', () => {
  it.each([
    [
      'C1. Where the absence is not term-time leave, the school shows its support.\nC2. The improvement period is three weeks.\n',
      '',
    ],
    ['## Codes\n\nC1. Leave for a performance.\nC2. Part-time timetable.\n', 'C1 C2'],
    ['PART E - CODES THAT COUNT\n', ''],
  ])('%j', (text, expected) => expect(read(text)).toBe(expected));
});
