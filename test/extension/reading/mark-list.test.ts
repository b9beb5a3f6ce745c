import { describe, expect, it } from 'vitest';
import { gridOf, gridsOf, marksOf, table } from '../page.ts';

const DAYS = ['16/11/2026', '17/11/2026'];
const rowsFor = (name: string | null, codes: readonly string[]): string[][] =>
  codes.map((code, at) => [...(name ? [name] : []), DAYS[at >> 1] ?? '', at % 2 ? 'PM' : 'AM', code]);
const AMARA = 'Amara Bello 11-16AM/ 11-16PM\\ 11-17AMI 11-17PM\\';

describe('a list with one row for each mark', () => {
  it('is read for many pupils', () => {
    const rows = [...rowsFor('Amara Bello', ['/', '\\', 'I', '\\']), ...rowsFor('Owen Castle', ['/', '\\', '/', 'U'])];
    const grid = gridOf(table(['Pupil', 'Date', 'Session', 'Code'], rows));
    expect(grid.refusal).toBeNull();
    expect(marksOf(grid)).toEqual([AMARA, 'Owen Castle 11-16AM/ 11-16PM\\ 11-17AM/ 11-17PMU']);
  });

  it('is read for the one pupil that the page is about', () => {
    const html = `<h1>Amara Bello</h1><h2>Attendance by date</h2>${table(['Date', 'Session', 'Mark'], rowsFor(null, ['/', '\\', 'I', '\\']))}`;
    expect(marksOf(gridOf(html))).toEqual([AMARA]);
  });

  it('is read with AM and PM beside the date', () => {
    const rows = rowsFor(null, ['/', '\\', 'I', '\\']).map(([date, session, code]) => [
      `${date} ${session}`,
      String(code),
    ]);
    expect(marksOf(gridOf(`<h1>Bello, Amara</h1>${table(['Date', 'Code'], rows)}`))).toEqual([AMARA]);
  });

  it.each<[string, string, RegExp]>([
    [
      'shows absences alone',
      table(['Pupil', 'Date', 'Session', 'Code'], rowsFor('Amara Bello', ['I', 'I', 'U', 'I'])),
      /some of the marks only/,
    ],
    [
      'is one page of several',
      `<p>Showing 1 to 4 of 108</p>${table(['Pupil', 'Date', 'Session', 'Code'], rowsFor('Amara Bello', ['/', '\\', 'I', '\\']))}`,
      /4 of 108 rows/,
    ],
    [
      'does not tell morning from afternoon',
      table(
        ['Pupil', 'Date', 'Code'],
        rowsFor('Amara Bello', ['/', '\\', 'I', '\\']).map(([name, date, , code]) => [name, date, code].map(String)),
      ),
      /morning/,
    ],
  ])('is refused when it %s', (_, html, why) => {
    expect(gridOf(html).refusal).toMatch(why);
  });

  it('is not taken from a list of letters sent', () => {
    expect(
      gridsOf(
        table(
          ['Pupil', 'Date', 'Letter'],
          [
            ['Amara Bello', '16/11/2026', 'First'],
            ['Owen Castle', '17/11/2026', 'Second'],
          ],
        ),
      ),
    ).toEqual([]);
  });
});
