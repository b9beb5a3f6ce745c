import { describe, expect, it } from 'vitest';
import { parsePolicy } from '#core/policy/parse.ts';

/** The codes of a text, each once, in the order of the alphabet. */
function read(text: string): string {
  const found = parsePolicy(text).facts.flatMap((fact) => (fact.kind === 'code' ? [fact.code] : []));
  return [...new Set(found)].sort().join(', ');
}

describe('letters that a sentence uses as marks', () => {
  it.each([
    ['Children are marked L until 9:15 and U after that.', 'L, U'],
    ['Arrivals are coded L up to 9.20 and U thereafter.', 'L, U'],
    ['The mark is L before 9.15 and U from then on.', 'L, U'],
    ['Anyone who comes after 9.15 has a U.', 'U'],
    ['A pupil who is late gets an L.', 'L'],
    ['A child in after the register has closed has a U for the session.', 'U'],
    ['Pupils who arrive after 9.10 have a U mark.', 'U'],
    ['The mark is an I.', 'I'],
    ['For illness the mark is an I, for the dentist it is an M.', 'I, M'],
    ['If the head has agreed the absence it is a C.', 'C'],
    ['We use I for illness and M for medical appointments.', 'I, M'],
    ['The school uses I for illness, M for a medical appointment and C for leave.', 'C, I, M'],
    ['Until 9.15 it is L, and after that U.', 'L, U'],
    ['Late before 9.15 is L, late after it is U.', 'L, U'],
    ['Between 8.45 and 9.15 a child receives L and later than that U.', 'L, U'],
    ['Arriving at 8.50 means an L; arriving at 9.20 means a U.', 'L, U'],
    ['A U is an absence for the whole morning.', 'U'],
    ['An L is still a present mark.', 'L'],
    ['Each U counts as an unauthorised absence.', 'U'],
    ['Every L and every U is counted by the office.', 'L, U'],
    ['From 8.45 to 9.15 the register says L, then it says U.', 'L, U'],
    ['They are recorded as L if they come before the register closes and as U if after.', 'L, U'],
    ['The code will be L before 9.15am and U afterwards.', 'L, U'],
    ['Late pupils are given an L and those in after 9.15 a U.', 'L, U'],
    ['Marks used: L (late), U (late after the register closes).', 'L, U'],
    ['Where no reason is known the register shows N, and after a week O.', 'N, O'],
    ['A family holiday that was not agreed is a G.', 'G'],
    ['An agreed holiday in term is C, one not agreed is G.', 'C, G'],
    ['An absence nobody explains is an O.', 'O'],
    ['The office then puts an O.', 'O'],
    ['Excluded pupils have an E.', 'E'],
    ['A visit with the class is a V and sport for the county is a P.', 'P, V'],
    ['Absence for religious observance is marked R and study leave S.', 'R, S'],
    ['Their mark turns from L into U at 9.15.', 'L, U'],
    ['After that time they have a U on the register.', 'U'],
    ['A late child (L) loses nothing but time; a U costs the session.', 'L, U'],
    ['Authorised absence codes are C, E, I, M, R and S.', 'C, E, I, M, R, S'],
    ['We mark I when a child is ill, M when at the dentist.', 'I, M'],
    ['If no reason is given within five days, N becomes O.', 'N, O'],
    ['The register then reads U.', 'U'],
    ['L means late, U means absent.', 'L, U'],
    ['After half an hour the L becomes a U.', 'L, U'],
    ['Ten sessions marked O, U or G in ten weeks.', 'G, O, U'],
    ['If the child was ill, use I.', 'I'],
    ['The mark for illness is I, for leave C.', 'C, I'],
    ['Illness is recorded with I, medical appointments with M.', 'I, M'],
    ['Notes on the register use M for the dentist and V for a trip.', 'M, V'],
    ['A pupil who is in before registers close will have an L, otherwise a U.', 'L, U'],
    ['We never give a U before 9.30am.', 'U'],
    ['Where we hear nothing all day the N stays until a reason is found.', 'N'],
  ])('%s', (text, said) => expect(read(text)).toBe(said));
});

describe('letters that stand for something else', () => {
  it.each([
    ['Our hall is L-shaped and the yard has a U bend.'],
    ['Form L has a new tutor.'],
    ['You do U after lunch in spelling.'],
    ['Miss C is our attendance officer.'],
    ['Pupils have a C in science.'],
    ['Plan B is to walk to school.'],
    ['He received a U in GCSE maths and a C in art.'],
    ['I have a question about attendance.'],
    ['It is a B road with a lot of traffic in the morning.'],
    ['Class M has the best attendance this week.'],
    ['We use M for mindfulness and C for calm in our wellbeing week.'],
    ['Vitamin C and D help children to stay well and attend.'],
    ['It is an M&S voucher for the class with the best attendance.'],
    ['I for one am proud of our attendance.'],
    ['The Year 6 group U meets at 8.15.'],
    ['The U in our logo stands for unity.'],
    ['The letter U hangs in the hall.'],
    ['Contact E office@elm.example.org or T 01632 960118 if your child is absent.'],
    ['Year 6 have an L-shaped room and are marked present there.'],
    ['The mark of the week goes to class W.'],
    ['Mrs U Patel is marked as the first contact.'],
    ['Section M says who records it.'],
    ['Set B and Set C have registers of their own.'],
    ['Children in Reception (R) may attend part time.'],
    ['Grade U students have a late exam.'],
    ['Vitamin D is given in the morning, and absent children get it later.'],
    ['I mark my register at 8.50.'],
    ['What I record for illness is sent to you.'],
    ['The meeting will be in room U at 9.15.'],
    ['Sign in at Door B if you are late.'],
    ['A child who is late three times gets a letter from Mr L Moss.'],
  ])('%s', (text) => expect(read(text)).toBe(''));
});

describe('codes that touch their words, and strokes', () => {
  it.each([
    ['/Present (AM)\n\\Present (PM)', '/, \\'],
    ['- /Present (AM)\n- \\Present (PM)\n- LLate', '/, L, \\'],
    ['* /\\ Present\n* L Late\n* U Late after the register', '/, L, U, \\'],
    ['| Code | Meaning |\n|---|---|\n| /\\ | Present |\n| L | Late |', '/, L, \\'],
    ['| Code | Meaning |\n|---|---|\n| / \\ | Present |\n| # | School closed |', '#, /, \\'],
    [
      '| Code | Meaning |\n|---|---|\n| /Present (AM) | in school |\n| \\Present (PM) | in school |\n| LLate | arrives late |',
      '/, L, \\',
    ],
    ['| /Present (AM) |\n| \\Present (PM) |\n| LLate |\n| #School closed |', '#, /, L, \\'],
    ['- #School closed to pupils\n- XNot required\n- LLate', '#, L, X'],
    ['## Codes\n\n/Present (AM)\n\\Present (PM)\nBEducated off site\n#School closed', '#, /, B, \\'],
    ['## Codes\n\n#School closed\n\nXNot required', '#, X'],
    ['Register codes\n\n/\\ Present\n\nL Late\n\n# Planned whole school closure', '#, /, L, \\'],
    ['/ \\ Present', '/, \\'],
    ['/\\Present', '/, \\'],
    ['/ Present AM\n\\ Present PM\nL Late', '/, L, \\'],
    ['| /\\ Present | L Late |', '/, L, \\'],
    ['\\Present (PM)', '\\'],
    ['/ = present am, \\ = present pm', '/, \\'],
    ['- \\\\ Present (PM)\n- / Present (AM)', '/, \\'],
    ['- `/` Present in the morning\n- `\\` Present in the afternoon', '/, \\'],
    ['- **/** Present (am)\n- **\\\\** Present (pm)', '/, \\'],
    ['- **L** Late\n- **U** Late after registers closed', 'L, U'],
    ['/ (present am) \\ (present pm)', '/, \\'],
    ['Code /\\ means present.', '/, \\'],
    ['The symbols / and \\ show that a child is present.', '/, \\'],
    ['The mark / is used for the morning, \\ for the afternoon, when a child is present.', '/, \\'],
    ['/\\ – Present in school', '/, \\'],
    ['/Present am\n\\Present pm\nLLate\nUUnauthorised late\nGHoliday', '/, G, L, U, \\'],
    ['@Late (for reasons not covered elsewhere)', '@'],
    ['!No attendance required', '!'],
    ['- !No attendance required\n- LLate', '!, L'],
    ['/Present in the morning \\Present in the afternoon', '/, \\'],
    ['1. / Present (am)\n2. \\ Present (pm)', '/, \\'],
  ])('%s', (text, said) => expect(read(text)).toBe(said));
});

describe('signs that are no codes', () => {
  it.each([
    ['# Holidays in Term Time'],
    ['Holidays in term time\n\n# Holidays in Term Time\n\nParents should not take holidays.'],
    ['some text\n# Holiday requests\nmore text'],
    ['#Holidays in Term Time\n\nWe do not agree to them.'],
    ['# Closure of the school\n\nIf it snows.'],
    ['#attendancematters #schoolclosed'],
    ['Follow us #SchoolClosed on the day.'],
    ['/Policies/attendance'],
    ['C:\\Present\\attendance.docx'],
    ['and/or absent'],
    ['#1 Holiday rule: none'],
    ['##Holidays in term'],
    ['# School closures\n# Bank holidays'],
    ['Text\n#Planned trips\nText'],
    ['! Not to be missed: the fair'],
    ['@HilltopSchool late news'],
    ['@ lateness clinic on Monday'],
    ['Absent/Present'],
  ])('%s', (text) => expect(read(text)).toBe(''));
});

describe('letters in shorter sentences', () => {
  it.each([
    ['A pupil with flu has an I in the register.', 'I'],
    ['Where a letter from the hospital is shown the mark is M.', 'M'],
    ['Late children have an L, very late ones a U.', 'L, U'],
    ['Once the register has shut, the mark to use is U.', 'U'],
    ['The mark is N for now.', 'N'],
    ['Children on a school trip are V in the register.', 'V'],
    ['If your child is suspended, we put E.', 'E'],
    ['We would use C only where the head has agreed the leave.', 'C'],
    ['After twenty minutes, L gives way to U.', 'L, U'],
    ['Our clerk writes O where no reason has come.', 'O'],
  ])('%s', (text, said) => expect(read(text)).toBe(said));
});

describe('letters of buses, books and lessons', () => {
  it.each([
    ['The bus for route U stops at the gate.'],
    ['Mr U Shah marks the register in class C.'],
    ['Read book L with your child every day they are absent.'],
    ['The L plates on the minibus are recorded by the office.'],
    ['Lesson N is missed by late pupils.'],
  ])('%s', (text) => expect(read(text)).toBe(''));
});
