import { describe, expect, it } from 'vitest';
import { readCalendar } from '#core/attendance/calendar-file.ts';
import { RegisterError } from '#core/attendance/register.ts';
import { rows, said } from './typed.ts';

const entriesOf = (given: string[][]): string[] =>
  readCalendar(given).entries.map(({ date, session, open }) => `${date} ${session} ${open}`);
const BOTH = ['2025-09-01 AM true', '2025-09-01 PM true'];

describe('the header of a calendar file', () => {
  it.each([
    'date|session|open',
    'Day|AM/PM|Is open',
    'Calendar Date|Half-day|School open',
    'DATE|Period|State',
    'Date|Session|Status',
  ])('%s', (header) => {
    expect(entriesOf(rows(`${header}\n01/09/2025|AM|open\n01/09/2025|PM|open`))).toEqual(BOTH);
  });

  it('may name no sessions: then a row is a whole day', () => {
    expect(entriesOf(rows('date|open\n2025-09-01|true'))).toEqual(BOTH);
  });

  it('may have its columns in another order', () => {
    expect(entriesOf(rows('open|session|date\ntrue|AM|2025-09-01\nyes|PM|2025-09-01'))).toEqual(BOTH);
  });

  const NEEDED = 'The calendar file needs the columns "date, session, open", with true or false under open.';
  it.each([
    ['nothing', '', 'The calendar file is empty: expected the header "date, session, open".'],
    ['no date', 'session|open', NEEDED],
    ['no state', 'date|session', NEEDED],
    ['neither', 'first|last', NEEDED],
  ])('with %s is refused', (_, text, message) => {
    expect(() => readCalendar(rows(text))).toThrow(new RegisterError(message));
  });
});

describe('a row of a calendar file', () => {
  it.each(['', 'all day', ' All day ', 'Day', 'both', 'Whole day', 'AM & PM', 'am/pm', 'AM + PM'])(
    'is for both sessions of the day where it says %j',
    (session) => {
      expect(
        entriesOf([
          ['date', 'session', 'open'],
          ['2025-09-01', session, 'true'],
        ]),
      ).toEqual(BOTH);
    },
  );

  it.each(['true', 'TRUE', 'yes', 'Y', '1', 'Open', 'o', ' open '])('%j is open', (state) => {
    expect(
      entriesOf([
        ['date', 'open'],
        ['2025-09-01', state],
      ]),
    ).toEqual(BOTH);
  });

  it.each(['false', 'No', 'n', '0', 'Closed', 'close', 'C', 'shut', ' closed '])('%j is closed', (state) => {
    expect(
      entriesOf([
        ['date', 'open'],
        ['2025-09-01', state],
      ]),
    ).toEqual(['2025-09-01 AM false', '2025-09-01 PM false']);
  });

  it('may be blank, which is no row, before the header and after it', () => {
    const { entries, problems } = readCalendar([
      [' ', ''],
      ['date', 'open'],
      ['', '\t'],
      ['2025-09-01', 'true'],
    ]);
    expect([entries.length, problems]).toEqual([2, []]);
  });

  it.each([
    ['a date that is none', ['2025-02-30', 'AM', 'true'], '"2025-02-30" is no date; the row is left out.'],
    ['no date', ['', 'AM', 'true'], '"" is no date; the row is left out.'],
    ['a lesson', ['2025-09-01', 'P1', 'true'], '"P1" is no session, expected AM or PM; the row is left out.'],
    ['no state', ['2025-09-01', 'AM', ''], '"" is neither true nor false; the row is left out.'],
    ['another state', ['2025-09-01', 'AM', ' INSET '], '"INSET" is neither true nor false; the row is left out.'],
    ['only a date', ['2025-09-01'], '"" is neither true nor false; the row is left out.'],
  ])('with %s is left out and told', (_, row, message) => {
    const { entries, problems } = readCalendar([['date', 'session', 'open'], row]);
    expect([entries, said(problems)]).toEqual([[], [`2 -: ${message}`]]);
  });

  it('that contradicts an earlier one is told, session by session, and one that repeats it is not', () => {
    const { entries, problems } = readCalendar(
      rows('date|session|open\n2025-09-01|AM|true\n2025-09-01|AM|yes\n2025-09-01||no'),
    );
    expect(entries).toEqual([
      { date: '2025-09-01', session: 'AM', open: true },
      { date: '2025-09-01', session: 'PM', open: false },
    ]);
    expect(said(problems)).toEqual(['4 -: 2025-09-01 AM is open in one row and closed in another; the first is used.']);
  });
});
