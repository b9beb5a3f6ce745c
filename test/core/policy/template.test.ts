import { describe, expect, it } from 'vitest';
import { createDocumentReader } from '#core/policy/document.ts';
import { readPlaceholders } from '#core/policy/template/read.ts';

/** "kind field expects: text" for each placeholder of a text, in its order. */
function read(text: string): string[] {
  const document = createDocumentReader()(text);
  return readPlaceholders(document).map(
    ({ kind, field, expects, text: printed }) => `${kind} ${field} ${expects}: ${printed}`,
  );
}

describe('one fill-in of every form', () => {
  it.each([
    ['At «Insert School Name» we care.', 'fill schoolName name: «Insert School Name»'],
    ['At <<insert school name>> we care.', 'fill schoolName name: <<insert school name>>'],
    ['All pupils at **XXXXXX** school matter.', 'fill schoolName name: XXXXXX'],
    ['Here at XXXXX, we care.', 'fill schoolName name: XXXXX'],
    ['**School Name/Logo:**', 'fill schoolName name: **School Name/Logo:**'],
    ['The school day starts at **xxx a.m.** sharp.', 'fill schoolDayStart time: xxx a.m.'],
    ['Registers are marked by xxx a.m. daily.', 'fill amRegisterMarkedBy time: xxx a.m.'],
    ['At xxx am the registers will be closed.', 'fill amRegisterCloses time: xxx am'],
    ['The afternoon register closes at XX:XX.', 'fill pmRegisterCloses time: XX:XX'],
    ['Report the absence before [time, e.g. 9am] on the day.', 'fill reportAbsenceBy time: [time, e.g. 9am]'],
    ['The attendance officer is [insert name].', 'fill attendanceOfficerName name: [insert name]'],
    [
      'The attendance champion can be reached on [telephone number and/or email address].',
      'fill attendanceChampionContact contact: [telephone number and/or email address]',
    ],
    ['Tell \\[insert name\\] at once.', 'fill name name: \\[insert name\\]'],
    [
      'The [headteacher/head of school] decides.',
      'choice headteacherOrHeadOfSchool choice: [headteacher/head of school]',
    ],
    [
      'Data goes to governors [delete as appropriate: weekly/termly].',
      'choice weeklyOrTermly choice: [delete as appropriate: weekly/termly]',
    ],
    [
      'Absence is followed up ([add if your school expects this] and each later day).',
      'optional optionalEachLaterDay instruction: [add if your school expects this]',
    ],
    [
      'Submit the register [insert when this is done, e.g. by noon].',
      'fill whenDone text: [insert when this is done, e.g. by noon]',
    ],
    ['Registers close at ==9.20am==.', 'fill amRegisterCloses time: ==9.20am=='],
    ['The lead is ==[insert name]== here.', 'fill name name: [insert name]'],
  ])('%s', (text, said) => expect(read(text)).toEqual([said]));
});

describe('fill-ins as other templates write them', () => {
  it.each<[string, string[]]>([
    [
      '(Insert name of academy) asks you to ring (insert number) by (insert time) when a child is absent.',
      [
        'fill schoolName name: (Insert name of academy)',
        'fill absenceContact contact: (insert number)',
        'fill reportAbsenceBy time: (insert time)',
      ],
    ],
    [
      '%%SchoolName%% belongs to @@trust_name@@.',
      ['fill schoolName name: %%SchoolName%%', 'fill trustName name: @@trust_name@@'],
    ],
    ['We keep registers on {{mis_name}}.', ['fill mis text: {{mis_name}}']],
    ['Gates shut at [XX:XX] each day.', ['fill gatesClose time: [XX:XX]']],
    ['We write home below [X]% and after [XX] days.', ['fill percentage text: [X]', 'fill belowXAfterDays text: [XX]']],
    ['Date of next review: [DD/MM/YYYY]', ['fill nextReview text: [DD/MM/YYYY]']],
    ['Ask again after [number] school days.', ['fill askAgainAfterSchoolDays text: [number]']],
    ['Pupils must arrive by [time] at the latest.', ['fill arriveBy time: [time]']],
    [
      'The morning register is taken at [time] and kept open until [time].',
      ['fill amRegisterOpens time: [time]', 'fill amRegisterCloses time: [time]'],
    ],
    ['The headteacher is XXXXX.', ['fill headteacherName name: XXXXX']],
    ['The attendance officer answers on [TEL NO].', ['fill attendanceOfficerContact contact: [TEL NO]']],
    [
      'The Principal/Headteacher* agrees leave. (*delete as applicable)',
      [
        'choice principalOrHeadteacher choice: Principal/Headteacher*',
        'note noteDeleteAsApplicable instruction: (*delete as applicable)',
      ],
    ],
    [
      '[Option B: schools without a nursery] We take no nursery children.',
      ['optional includeOptionBSchoolsWithoutANursery choice: [Option B: schools without a nursery]'],
    ],
  ])('%s', (text, said) => expect(read(text)).toEqual(said));

  it.each<[string, string[]]>([
    ['Here at ________ School we care.', ['fill schoolName name: ________']],
    ['Registers close at …………… a.m. in each class.', ['fill amRegisterCloses time: …………… a.m.']],
    ['Parent’s name: ____________ Signed: ____________', []],
    ['4. Registers ............ 7', []],
  ])('in a template, a line to write on in a sentence: %s', (text, said) => {
    const sure = 'At «School Name» we open at xxx a.m. and [insert name] leads.';
    expect(read(`${sure}\n\n${text}`).slice(3)).toEqual(said);
  });
});

describe('notes to the school', () => {
  it.each([
    ["Please use this template as a basis for your school's policy. Delete this text box."],
    ['Note to schools: amend the times below.'],
    ["Explain your school's strategies for better attendance. E.g.,"],
    ['==Delete this section if you are a secondary school=='],
    ['[Note: the trust sets this date.]'],
    ['***AMEND AS NECESSARY to say what your school does'],
    ['The grey boxes are for heads alone and must be deleted when the policy is ready.'],
  ])('%s', (text) => {
    expect(read(text)).toHaveLength(1);
    expect(read(text)[0]).toMatch(/^note note\w* instruction: /);
  });
  it('finds a remark left in a heading', () =>
    expect(read('## 10. Absence Procedures some repetition in 13.9')).toEqual([
      'note noteSomeRepetitionIn139 instruction: some repetition in 13.9',
    ]));
});

describe('brackets that are no fill-in', () => {
  it.each([
    ['As shown by research [1] and [2, 3].'],
    ['The recieved [sic] letter.'],
    ['See [the guidance](#) and [our site](https://elm.example.org).'],
    ['A footnote[^1].\n\n[^1]: The note.'],
    ['- [ ] to do\n- [x] done'],
    ['[bookmark: _Toc1]Contents [Updated]'],
    ['The court wrote that "[a pupil] must attend" and more […].'],
    ['With love from Mum xxx'],
    ['Signed ________ on ________'],
    ['Parents who ring (add your name and class) help us.'],
    ['We shall delete as few entries as we can, and adapt as necessary.'],
    ['- [X] I have read the policy'],
    ['Attendance rose by 5%% and our address is a@@b.'],
    ['The sum {a+b} and the set {1,2}.'],
    ['Include parents in meetings.'],
    ['Please delete the message when read.'],
    ['Explain to your child why school matters.'],
    ['The headteacher/head of school decides and/or delegates.'],
  ])('%s', (text) => expect(read(text)).toEqual([]));
});

describe('a template as a whole', () => {
  const template =
    'At «School Name» the [headteacher/head of school] leads.\n\n«School Name» opens at xxx a.m.\n\nParents [and pupils] tell the [SENCO].';
  it('takes plain brackets for fill-ins once others leave no doubt', () =>
    expect(read(template).slice(-2)).toEqual([
      'optional includePupils choice: [and pupils]',
      'fill senco text: [SENCO]',
    ]));
  it('gives every occurrence, with one field for one meaning', () =>
    expect(read(template).filter((hole) => hole.includes('schoolName'))).toHaveLength(2));
  it('lists the options of a choice', () => {
    const document = createDocumentReader()('The [class teachers / form tutors] mark.');
    expect(readPlaceholders(document)[0]?.options).toEqual(['class teachers', 'form tutors']);
  });
});
