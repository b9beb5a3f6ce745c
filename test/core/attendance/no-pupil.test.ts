import { describe, expect, it } from 'vitest';
import { isHeading, whyNoPupil } from '#core/attendance/no-pupil.ts';
import { readRegister } from '#core/attendance/register.ts';
import type { RegisterLayout } from '#core/attendance/register-layout.ts';

const rows = (text: string): string[][] => text.split('\n').map((line) => line.split('|'));

function read(text: string): { pupils: string[]; said: string[] } {
  const { pupils, problems } = readRegister(rows(text));
  return {
    pupils: pupils.map(({ pupilId }) => pupilId),
    said: problems.map(({ row, message }) => `${row} ${message}`),
  };
}

const TOTALS = 'Adno|Name|Possible|Attended\n';
const GRID = 'Adno|Name|01/09/2026 AM|01/09/2026 PM\n';
const MARKS = 'Adno|Name|Date|Session|Mark\n';

describe('rows that are no pupil are told by their line, and no pupil is made of them', () => {
  it.each([
    ['totals below a hyphen', `${TOTALS}7|Ada|100|90\nSub-total||100|90`, /^3 "Sub-total" is a row of totals/],
    ['totals named last', `${TOTALS}7|Ada|100|90\nYear 7 total||100|90`, /^3 "Year 7 total" is a row of totals/],
    ['totals in the column of names', `${TOTALS}7|Ada|100|90\n|Overall|100|90`, /^3 "Overall" is a row of totals/],
    ['an average', `${TOTALS}7|Ada|100|90\nSchool average|||`, /^3 "School average" is a row of totals/],
    ['a class with its figures', `${TOTALS}7|Ada|100|90\n7A||200|190`, /^3 "7A" names a class or a year/],
    ['a year with its figures', `${TOTALS}7|Ada|100|90\nYear 10||200|190`, /^3 "Year 10" names a class or a year/],
    ['numbers under marks', `${GRID}7|Ada|/|O\n|Present|1|0`, /^3 "Present" has numbers instead of marks/],
    ['a page number', `${MARKS}7|Ada|01/09/2026|AM|/\nPage 1 of 3||||`, /^3 "Page 1 of 3" is a remark/],
    ['who printed it, and a page', `${GRID}7|Ada|/|O\nPrinted by the office|||2`, /^3 "Printed by the office" is a/],
    ['a title between tables', `${GRID}7|Ada|/|O\nSecond half||| `, /^3 "Second half" has no marks or totals/],
    [
      'a sign explained',
      'Name|01/09/2026 AM|01/09/2026 PM\nAda|/|O\n* = estimated||',
      /^3 "\* = estimated" is a remark/,
    ],
    ['a page number among names', 'Name|01/09/2026 AM\nAda|/\nSheet 2|', /^3 "Sheet 2" is a remark/],
  ])('%s', (_, text, said) => {
    const reading = read(text);
    expect(reading.pupils).toHaveLength(1);
    expect(reading.said).toEqual([expect.stringMatching(said)]);
  });

  it.each([
    ['a pupil without marks', `${GRID}7|Ada||`, ['7']],
    ['a name without marks, where nothing else names a pupil', 'Name|01/09/2026 AM\nAda Lund|', ['Ada Lund']],
    ['a number without a name', `${TOTALS}7||100|90`, ['7']],
    ['a pupil whose class is the name of the column', `${MARKS}|Child, Jo|01/09/2026|AM|/`, ['Child, Jo']],
    ['the surname Page', `${MARKS}|Page, Jo|01/09/2026|AM|/`, ['Page, Jo']],
    ['the surname Noteman', `${TOTALS}|Noteman, Ed|100|90`, ['Noteman, Ed']],
    ['a number for a mark, which is a code that nobody knows', `${GRID}7|Ada|1|0`, ['7']],
  ])('%s stays one', (_, text, pupils) => {
    expect(read(text)).toEqual({ pupils, said: [] });
  });
});

describe('a heading that stands again', () => {
  const marksOf = (text: string): string[] =>
    readRegister(rows(text)).pupils.flatMap(({ pupilId, marks = [] }) =>
      marks.map(({ date, session, code }) => `${pupilId} ${date} ${session} ${code}`),
    );

  it('is no pupil, and what follows is read on', () => {
    const text = `${MARKS}7|Ada|01/09/2026|AM|/\n${MARKS}8|Bo|01/09/2026|AM|O`;
    expect(read(text)).toEqual({ pupils: ['7', '8'], said: [] });
    expect(marksOf(text)).toEqual(['7 2026-09-01 AM /', '8 2026-09-01 AM O']);
  });

  it('gives the marks below it its own dates', () => {
    const text = `${GRID}7|Ada|/|O\n\nAdno|Name|02/09/2026 AM|02/09/2026 PM\n7|Ada|I|L`;
    expect(marksOf(text)).toEqual(['7 2026-09-01 AM /', '7 2026-09-01 PM O', '7 2026-09-02 AM I', '7 2026-09-02 PM L']);
  });

  it('may be of two rows, without words over the pupils', () => {
    const text = '|01/09/2026|\nName|AM|PM\nAda|/|O\n|02/09/2026|\nName|AM|PM\nAda|I|L';
    expect(marksOf(text)).toEqual([
      'Ada 2026-09-01 AM /',
      'Ada 2026-09-01 PM O',
      'Ada 2026-09-02 AM I',
      'Ada 2026-09-02 PM L',
    ]);
  });

  it('may have its columns in another order', () => {
    const [, pupil] = readRegister(rows(`${TOTALS}7|Ada|100|90\nAdno|Name|Attended|Possible\n8|Bo|80|100`)).pupils;
    expect(pupil?.totals).toMatchObject({ possible: 100, attended: 80 });
  });

  it('may end the register', () => {
    expect(read(`${MARKS}7|Ada|01/09/2026|AM|/\n${MARKS.trim()}`)).toEqual({ pupils: ['7'], said: [] });
  });

  it('takes the year from the titles above the first', () => {
    const text = '2026-27\nName|Tue 1 Sep AM\nAda|/\nName|Wed 2 Sep AM\nAda|O';
    expect(marksOf(text)).toEqual(['Ada 2026-09-01 AM /', 'Ada 2026-09-02 AM O']);
  });

  it('of another kind of table ends the reading, and every row below is told', () => {
    const { pupils, said } = read(`${MARKS}7|Ada|01/09/2026|AM|/\n${TOTALS}7|Ada|100|90\n8|Bo|100|90`);
    expect(pupils).toEqual(['7']);
    expect(said).toEqual([
      expect.stringMatching(/^3 Another table begins here/),
      expect.stringMatching(/^4 The row is left out/),
      expect.stringMatching(/^5 The row is left out/),
    ]);
  });
});

const layoutWith = (more: Partial<RegisterLayout>): RegisterLayout => ({
  shape: 'summary',
  columns: {},
  week: [],
  dates: [],
  headerRows: 1,
  ...more,
});
const SUMMARY = layoutWith({ columns: { id: 0, name: 1, possible: 2, attended: 3 } });
const BY_NAME = layoutWith({ columns: { name: 0, possible: 1 } });
const BY_SURNAME = layoutWith({ columns: { surname: 0, possible: 1 } });
const MARKS_OF_A_DAY = layoutWith({
  shape: 'grid',
  columns: { id: 0, name: 1 },
  dates: [{ column: 2, date: { day: '2026-09-01', hour: null }, session: 'AM' }],
});

describe('a row of headings', () => {
  it.each<[string, string[], RegisterLayout, boolean]>([
    ['says of two columns what they hold', ['Adno', 'x', 'Possible'], SUMMARY, true],
    ['of one alone it may be anything', ['7', 'Ada', 'Possible'], SUMMARY, false],
    ['of a pupil is none', ['7', 'Ada', '100', '90'], SUMMARY, false],
    ['of another table has a heading over the pupils and two more', ['Adno', 'Attended', 'Percent'], SUMMARY, true],
    ['over names, too', ['Name', 'Attended', 'Percent'], BY_NAME, true],
    ['over surnames, too', ['Surname', 'Attended', 'Percent'], BY_SURNAME, true],
    ['over first names, too', ['Forename', 'Attended', 'Percent'], BY_NAME, true],
    ['over numbers where names stood', ['Adno', 'Attended', 'Percent'], BY_NAME, true],
    ['with dates beside the pupils', ['Name', '01/09/2026', 'x'], BY_NAME, true],
    ['with nothing else beside the pupils is none', ['Name', 'x', 'y'], BY_NAME, false],
    ['with figures over the pupils is none', ['Percent', 'x', 'Attended'], BY_NAME, false],
    ['of nobody, in a table of nobody, is none', ['Percent', 'Late'], layoutWith({}), false],
    ['has a date where the first marks stand', ['', '', '02/09/2026'], MARKS_OF_A_DAY, true],
    ['or a date without a year', ['', '', 'Wed 2 Sep'], MARKS_OF_A_DAY, true],
    ['marks there are none', ['7', 'Ada', '/'], MARKS_OF_A_DAY, false],
    ['shorter than the pupils is none', [], SUMMARY, false],
  ])('%s', (_, cells, layout, is) => {
    expect(isHeading(cells, layout)).toBe(is);
  });
});

describe('why a row is no pupil', () => {
  const SIGN = layoutWith({ columns: { name: 0, possible: 2 } });
  it.each<[string, string[], RegisterLayout, RegExp | null]>([
    ['a sum in the place of the name', ['12', 'Average', '100', '90'], SUMMARY, /^"12" is a row of totals/],
    ['a name with figures', ['12', 'Ada', '100', '90'], SUMMARY, null],
    ['a number of blanks is no number', ['  ', 'Sheet', '', ''], SUMMARY, /^"Sheet" has no marks or totals/],
    ['a figure of blanks is no figure', ['', 'Sheet', '  ', ''], SUMMARY, /^"Sheet" has no marks or totals/],
    ['a class with a figure', ['', '7B', '100', ''], SUMMARY, /^"7B" names a class or a year/],
    ['a class of its own, where only names stand', ['7B', '', '100'], SIGN, null],
    ['numbers under the marks of a day', ['', 'In', '27'], MARKS_OF_A_DAY, /^"In" has numbers instead of marks/],
    ['marks of a pupil without a number', ['', 'Ada', '/'], MARKS_OF_A_DAY, null],
    ['numbers, where no marks are', ['', 'Ada', '100', '90'], SUMMARY, null],
    ['a remark alone', ['Room 12', '', ''], SIGN, /^"Room 12" is a remark/],
    ['a remark that is repeated over merged cells', ['Room 12', ' Room 12 ', ''], SIGN, /^"Room 12" is a remark/],
    ['what looks like a remark, with a figure', ['Room 12', '', '100'], SIGN, null],
    ['what looks like a remark, with words beside it', ['Room 12', 'Ada', ''], SIGN, null],
    ['a plain name alone', ['Ada Lund', '', ''], SIGN, null],
  ])('%s', (_, cells, layout, said) => {
    const { id, name } = layout.columns;
    const [byId, byName] = [cells[id ?? -1]?.trim() ?? '', cells[name ?? -1]?.trim() ?? ''];
    const why = whyNoPupil({ id: byId === '' ? byName : byId, name: byName }, cells, layout);
    if (said === null) expect(why).toBeNull();
    else expect(why).toMatch(said);
  });
});
