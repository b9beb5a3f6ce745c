import { describe, expect, it } from 'vitest';
import { DateOrder, looksLikeDate } from '#core/attendance/date-order.ts';

function problemOf(...dates: string[]): string | null {
  const order = new DateOrder();
  for (const [at, date] of dates.entries()) order.see(date, at + 2);
  return order.problem;
}

describe('dates with the month first are told, where some of them can be read either way', () => {
  it.each<[string, string[], string | null]>([
    ['one that can only have the month first, and one that may', ['09/14/2026', '09/07/2026'], '(row 2: "09/14/2026")'],
    ['in either order of the rows', ['09/07/2026', '09/14/2026'], '(row 3: "09/14/2026")'],
    ['the first of several is named', ['09/07/2026', '09/13/2026', '09/15/2026'], '(row 3: "09/13/2026")'],
    ['with names of days', ['Mon 09/14/2026', 'Mon, 09/07/2026'], '(row 2: "Mon 09/14/2026")'],
    ['nothing that can be read either way', ['09/14/2026', '09/09/2026'], null],
    ['one that shows the day first', ['14/09/2026', '09/14/2026', '09/07/2026'], null],
    ['one that shows it later', ['09/14/2026', '09/07/2026', '13/09/2026'], null],
    ['the twelfth of a month shows nothing', ['12/09/2026', '09/12/2026', '09/07/2026'], null],
    ['the twelfth does not show the day first', ['12/09/2026', '09/14/2026'], '(row 3: "09/14/2026")'],
    ['the year first', ['2026-09-14', '2026-09-07'], null],
    ['words', ['14 September 2026', 'Adno'], null],
    ['no dates', [], null],
  ])('%s', (_, dates, told) => {
    if (told === null) expect(problemOf(...dates)).toBeNull();
    else
      expect(problemOf(...dates)).toBe(
        `The dates have the month first ${told}, so that the 9th of July and the 7th of September would be taken for each other: write them as 2025-09-14 or 14/09/2025.`,
      );
  });

  it.each([
    ['1/9/26', true],
    [' 01.09.2026 ', true],
    ['Tue 01-09-2026', true],
    ['31/31/2026', true],
    ['2026-09-01', false],
    ['/\\', false],
    ['', false],
  ])('%j looks like a date in figures: %s', (text, is) => {
    expect(looksLikeDate(text)).toBe(is);
  });
});
