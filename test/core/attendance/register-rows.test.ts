import { describe, expect, it } from 'vitest';
import { readRegister } from '#core/attendance/register.ts';
import { codeOfCell } from '#core/attendance/register-store.ts';
import { marksIn, rows, said } from './typed.ts';

const problemsOf = (text: string): string[] => said(readRegister(rows(text)).problems);
const pupilOf = (text: string) => readRegister(rows(text)).pupils[0];

describe('what a row says of its pupil', () => {
  it('forename and surname make a name', () => {
    expect(pupilOf('Forename|Surname|Attendance %\nAda|Fernhill|95')).toMatchObject({
      pupilId: 'Ada Fernhill',
      name: 'Ada Fernhill',
    });
    expect(pupilOf('Surname|Attendance %\nFernhill|95')?.name).toBe('Fernhill');
  });

  it('what is blank is not known', () => {
    const pupil = pupilOf('pupil_id|name|year|parent_id|enrolled_from|date|session|code\n7||||||AM|/');
    expect(pupil).toMatchObject({ pupilId: '7' });
    expect([pupil?.name, pupil?.year, pupil?.parentIds, pupil?.enrolledFrom]).toEqual(Array(4).fill(undefined));
  });

  it('the first name and year that are given stay, and every parent is kept once', () => {
    const pupil = pupilOf(
      'pupil_id|name|year|parent_id|date|session|code\n7||||2025-09-01|AM|/\n7|Ada|5|A|2025-09-01|PM|/\n7|Eda|6|B|2025-09-02|AM|/\n7|||A|2025-09-02|PM|/',
    );
    expect(pupil).toMatchObject({ name: 'Ada', year: '5', parentIds: ['A', 'B'] });
  });

  it('days on roll that are no days are told, and so are two of them', () => {
    const header = 'pupil_id|enrolled_from|enrolled_to|date|session|code';
    expect(problemsOf(`${header}\n7|soon|later|2025-09-01|AM|/`)).toEqual([
      '2 7: "soon" is no date; the first day on roll is not known.',
      '2 7: "later" is no date; the last day on roll is not known.',
    ]);
    const twice = `${header}\n7|2025-09-01|2025-12-19|2025-09-01|AM|/\n7|2025-09-08|2025-12-19|2025-09-01|PM|/\n7||2025-10-01|2025-09-02|AM|/`;
    expect(problemsOf(twice)).toEqual([
      '3 7: The enrolment of the pupil has two dates, 2025-09-01 and 2025-09-08; the first is used.',
      '4 7: The enrolment of the pupil has two dates, 2025-12-19 and 2025-10-01; the first is used.',
    ]);
    expect(pupilOf(twice)).toMatchObject({ enrolledFrom: '2025-09-01', enrolledTo: '2025-12-19' });
  });

  it.each(['Total', 'Grand total', 'Subtotal', 'Average', 'Whole school', 'All pupils', 'count'])(
    'a row of %s is no pupil',
    (id) => {
      expect(problemsOf(`pupil_id|possible|attended\n${id}|380|342`)).toEqual([
        `2 -: ${JSON.stringify(id)} is a row of totals, not a pupil.`,
      ]);
    },
  );

  it('a pupil whose name only begins like a total is one', () => {
    expect(pupilOf('Name|possible|attended\nMeaney, Ada|380|342')?.pupilId).toBe('Meaney, Ada');
  });
});

describe('a row of one mark', () => {
  const HEADER = 'pupil_id|date|session|code';
  it.each([
    ['no pupil', '|2025-09-01|AM|/', '2 -: The row names no pupil.'],
    ['no date', '7||AM|/', '2 7: The row has no date.'],
    [
      'a date that is none',
      '7|31/02/2025|AM|/',
      '2 7: "31/02/2025" is no date that can be read; write it as 2025-09-01 or 01/09/2025.',
    ],
    [
      'a date of another century',
      '7|1989-12-31|AM|/',
      '2 7: "1989-12-31" is no date that can be read; write it as 2025-09-01 or 01/09/2025.',
    ],
    [
      'a date after this one',
      '7|2100-01-01|AM|/',
      '2 7: "2100-01-01" is no date that can be read; write it as 2025-09-01 or 01/09/2025.',
    ],
    ['a lesson', '7|2025-09-01|P4|O', '2 7: "P4" is no session; expected AM or PM. The mark "O" is left out.'],
    [
      'a session of another day of the week',
      '7|2025-09-01|Tue:AM|O',
      '2 7: "Tue:AM" is no session of 2025-09-01; expected AM or PM. The mark "O" is left out.',
    ],
  ])('with %s is left out and told', (_, row, message) => {
    expect([marksIn(rows(`${HEADER}\n${row}`)), problemsOf(`${HEADER}\n${row}`)]).toEqual([[], [message]]);
  });

  it('may be of the first day and of the last that are read', () => {
    expect(marksIn(rows(`${HEADER}\n7|1990-01-01|AM|/\n7|2099-12-31|PM|O`))).toEqual([
      '7 1990-01-01 AM /',
      '7 2099-12-31 PM O',
    ]);
  });

  it('may have the day of the week beside its session', () => {
    expect(marksIn(rows(`${HEADER}\n7|2025-09-01|Mon:AM|/\n7|2025-09-03|Wednesday PM|O`))).toEqual([
      '7 2025-09-01 AM /',
      '7 2025-09-03 PM O',
    ]);
  });

  it('has its session from the time of day: noon is the afternoon, midnight is none', () => {
    const text = 'pupil_id|date|code\n7|2025-09-01 11:59|/\n7|2025-09-01 12:00|L\n7|2025-09-02 00:00|O\n7|2025-09-03|O';
    expect(marksIn(rows(text))).toEqual(['7 2025-09-01 AM /', '7 2025-09-01 PM L']);
    expect(problemsOf(text)).toEqual([
      '4 7: "" is no session; expected AM or PM. The mark "O" is left out.',
      '5 7: "" is no session; expected AM or PM. The mark "O" is left out.',
    ]);
  });

  it('may be of mornings or of afternoons alone', () => {
    expect(marksIn(rows('pupil_id|date|AM\n7|2025-09-01|O'))).toEqual(['7 2025-09-01 AM O']);
    expect(marksIn(rows('pupil_id|date|PM\n7|2025-09-01|O'))).toEqual(['7 2025-09-01 PM O']);
  });

  it('may have blanks round its cells, and be shorter than the header', () => {
    expect(marksIn([HEADER.split('|'), [' 7 ', ' 2025-09-01', 'AM ', ' O '], ['7', '2025-09-01', 'PM']])).toEqual([
      '7 2025-09-01 AM O',
      '7 2025-09-01 PM ',
    ]);
  });
});

describe('a row of a week', () => {
  const HEADER = 'id|w/c|MonAM|MonPM|TueAM|FriPM';
  it('may end before its last session', () => {
    expect(marksIn([HEADER.split('|'), ['7', '2025-09-01', '/', 'O']])).toEqual([
      '7 2025-09-01 AM /',
      '7 2025-09-01 PM O',
      '7 2025-09-02 AM ',
      '7 2025-09-05 PM ',
    ]);
  });

  it.each([
    ['no pupil', '|01/09/2025|/|/|/|/', '2 -: The row names no pupil.'],
    ['no date', '7||/|/|/|/', '2 7: The row has no date.'],
    [
      'a week from a Wednesday',
      '7|03/09/2025|/|/|/|/',
      "2 7: 2025-09-03 is neither a Monday nor a Sunday, so the week's days are not known.",
    ],
  ])('with %s is left out and told', (_, row, message) => {
    expect([marksIn(rows(`${HEADER}\n${row}`)), problemsOf(`${HEADER}\n${row}`)]).toEqual([[], [message]]);
  });

  it.each(['Date', 'From', 'Start date'])('may have the Monday under %s', (heading) => {
    expect(marksIn(rows(`id|${heading}|MonAM|TuePM\n7|01/09/2025|/|O`))).toEqual([
      '7 2025-09-01 AM /',
      '7 2025-09-02 PM O',
    ]);
  });
});

describe('a row of a grid', () => {
  it('a blank cell of a whole day is no mark, of a session it is a blank one', () => {
    expect(marksIn(rows('id|01/09/2025|02/09/2025\n7||/O'))).toEqual(['7 2025-09-02 AM /', '7 2025-09-02 PM O']);
    expect(marksIn(rows('id|01/09/2025 AM|01/09/2025 PM\n7||O'))).toEqual(['7 2025-09-01 AM ', '7 2025-09-01 PM O']);
    expect(
      marksIn([
        ['id', '01/09/2025 AM', '01/09/2025 PM'],
        ['7', ' / '],
      ]),
    ).toEqual(['7 2025-09-01 AM /', '7 2025-09-01 PM ']);
  });

  it.each(['/', '/OL', '/9'])('%j for a whole day is told', (cell) => {
    const text = `id|01/09/2025|02/09/2025\n7|${cell}|/O`;
    expect(marksIn(rows(text))).toEqual(['7 2025-09-02 AM /', '7 2025-09-02 PM O']);
    expect(problemsOf(text)).toEqual([
      `2 7: "${cell}" under 2025-09-01: expected the two marks of a day, since no session stands in the header.`,
    ]);
  });

  it('without a pupil is told', () => {
    expect(problemsOf('id|01/09/2025 AM|01/09/2025 PM\n|/|O')).toEqual(['2 -: The row names no pupil.']);
  });
});

describe('a row with a string of marks', () => {
  const HEADER = 'id|from|to|marks';
  it.each(['From', 'Date', 'Week commencing'])('may have its first day under %s', (heading) => {
    expect(marksIn(rows(`id|${heading}|Attendance marks\n7|2025-09-01|/O`))).toEqual([
      '7 2025-09-01 AM /',
      '7 2025-09-01 PM O',
    ]);
  });

  it('stands where it is as long as its dates', () => {
    expect(marksIn(rows(`${HEADER}\n7|2025-09-05|2025-09-08|/O//`))).toHaveLength(4);
  });

  it('keeps a blank at its start, which is a session', () => {
    expect(marksIn([HEADER.split('|'), ['7', '2025-09-01', '', ' O']])).toEqual([
      '7 2025-09-01 AM ',
      '7 2025-09-01 PM O',
    ]);
  });

  it.each([
    ['no pupil', '|2025-09-01||/', '2 -: The row names no pupil.'],
    ['no date', '7|||/', '2 7: The row has no date.'],
    [
      'a code that is none',
      '7|2025-09-01||/9',
      '2 7: The mark string cannot be read: the digit 9 at character 2 completes no code. The row is left out.',
    ],
    [
      'another length than its dates',
      '7|2025-09-05|2025-09-08|///',
      '2 7: The mark string has 3 sessions, but 2025-09-05 to 2025-09-08 has 4 on weekdays. The row is left out, since its dates would be guessed.',
    ],
  ])('with %s is left out and told', (_, row, message) => {
    expect([marksIn(rows(`${HEADER}\n${row}`)), problemsOf(`${HEADER}\n${row}`)]).toEqual([[], [message]]);
  });
});

describe('a row of totals', () => {
  it('without a pupil is told each time', () => {
    expect(problemsOf('pupil_id|possible|attended\n|100|90\n|200|190')).toEqual([
      '2 -: The row names no pupil.',
      '3 -: The row names no pupil.',
    ]);
  });

  it.each([
    ['thousands with a comma', '7|1,380|1,342||95', []],
    ['a comma for the point', '7|380|342||94,2%', []],
    ['a percentage with blanks', '7|380|342||94.2 %', []],
    ['nothing known', '7|-|n/a||null', []],
    [
      'half sessions',
      '7|190|171.5||95',
      ['attended is 171.5: expected whole sessions; a half may mean that the figures are days. It is left out.'],
    ],
    ['words', '7|many|90||95', ['possible is "many": expected a number of sessions. It is left out.']],
    ['a date that is none', '7|100|90|soon|95', ['from is "soon", which is no date. It is left out.']],
    [
      'a share',
      '7|100|90||0.94',
      ['percent is "0.94": a percentage below 1, or a share of 1? Write it as 94.0%. It is left out.'],
    ],
    ['a word for the percentage', '7|100|90||good', ['percent is "good": expected a percentage. It is left out.']],
    ['more than a percentage', '7|100|90||94.2%x', ['percent is "94.2%x": expected a percentage. It is left out.']],
  ])('with %s', (_, row, messages) => {
    expect(problemsOf(`pupil_id|possible|attended|from|percent\n${row}`)).toEqual(
      messages.map((message) => `2 7: ${message}`),
    );
  });

  it.each([
    ['1,380', '94,2%', 1380, '94.2'],
    ['380', '94.25 %', 380, '94.25'],
    ['-', 'n/a', null, null],
    ['many', 'good', null, null],
    ['12,345', '100', 12345, '100'],
  ])('has %s possible sessions and %s read as %s and %s', (possible, percent, sessions, share) => {
    expect(pupilOf(`pupil_id;possible;percent\n7;${possible};${percent}`.replaceAll(';', '|'))?.totals).toMatchObject({
      possible: sessions,
      percent: share,
    });
  });

  it('adds approved educational activity to those present, where both are given', () => {
    const attended = (row: string) => pupilOf(`pupil_id|possible|present|AEA\n${row}`)?.totals?.attended;
    expect([attended('7|100|90|5'), attended('7|100|90|'), attended('7|100||5')]).toEqual([95, 90, null]);
  });
});

describe('the code of a cell', () => {
  it.each([
    [' l ', 'L'],
    ['c1', 'C1'],
    ['\\', '\\'],
    ['', ''],
    ['?', '?'],
    ['q9', 'q9'],
    ['I - Illness', 'I'],
    ['C1: Performance', 'C1'],
    ['I Illness', 'I'],
    ['K9 - Dog', 'K9 - Dog'],
    ['Present', 'Present'],
    ['No mark', '-'],
    ['not taken', '-'],
    ['UNMARKED', '-'],
    ['missing mark', '-'],
  ])('%j is %j', (cell, code) => {
    expect(codeOfCell(cell)).toBe(code);
  });
});

describe('the marks that are lost with a row', () => {
  const WEEK = 'UPN|W/C|MonAM|MonPM';
  const DAY = 'UPN|01/09/2025';
  const STRING = 'UPN|From|To|Marks';
  it.each([
    ['of a week without a date', `${WEEK}\n7||O|l`, ['O', 'L']],
    ['of a week from a Wednesday', `${WEEK}\n7|03/09/2025|O`, ['O', '']],
    ['of one mark for a day, which may be of both its sessions', `${DAY}\n7|O`, ['O', 'O']],
    ['of more marks than a day has, which may be any', `${DAY}\n7|OOO`, ['OOO', 'OOO']],
    ['of what cannot be cut into marks', `${DAY}\n7|O9`, ['O9', 'O9']],
    ['of a string without a date, as many as it is long', `${STRING}\n7|||/O`, ['?', '?']],
    ['of a string that cannot be cut', `${STRING}\n7|01/09/2025||/9`, ['?', '?']],
    ['of a string that is too short', `${STRING}\n7|01/09/2025|02/09/2025|/O`, ['/', 'O']],
    ['of a day without a date', 'UPN|Date|AM|PM\n7||/|o', ['/', 'O']],
    ['of a mark without a date', 'UPN|Date|Session|Code\n7||AM|o', ['O']],
  ])('%s', (_, text, codes) => {
    expect(pupilOf(text)?.lost?.map((row) => row.codes)).toEqual([codes]);
  });

  it('a blank day of a grid loses none', () => {
    const pupil = pupilOf('UPN|01/09/2025|02/09/2025\n7||/O');
    expect([pupil?.lost, pupil?.marks?.length]).toEqual([undefined, 2]);
  });
});
