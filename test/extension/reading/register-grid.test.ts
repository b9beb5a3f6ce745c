import { describe, expect, it } from 'vitest';
import { gridOf, marksOf, table } from '../page.ts';

const grid = (dates: readonly string[], rows: readonly (readonly string[])[], sessions = ['AM', 'PM']): string => {
  const top = dates.map((date) => `<th colspan="${sessions.length}">${date}</th>`).join('');
  const sub = dates.flatMap(() => sessions.map((session) => `<th>${session}</th>`)).join('');
  const body = rows.map((cells) => `<tr>${cells.map((text) => `<td>${text}</td>`).join('')}</tr>`).join('');
  return `<table><thead><tr><th rowspan="2">Pupil</th>${top}</tr><tr>${sub}</tr></thead><tbody>${body}</tbody></table>`;
};
const TWO_DAYS = [
  ['Bello, Amara', '/', '\\', 'N', '\\'],
  ['Castle, Owen', 'L', '\\', 'I', 'I'],
];
const READ = ['Amara Bello 11-19AM/ 11-19PM\\ 11-20AMN 11-20PM\\', 'Owen Castle 11-19AML 11-19PM\\ 11-20AMI 11-20PMI'];

describe('a register grid', () => {
  it.each<[string, string]>([
    ['dates with a month’s name and a year', grid(['19 Nov 2026', '20 Nov 2026'], TWO_DAYS)],
    ['dates in numbers', grid(['19/11/2026', '20/11/2026'], TWO_DAYS)],
    ['dates in numbers, month first', grid(['11/19/2026', '11/20/2026'], TWO_DAYS)],
    ['the weekday instead of the year', grid(['Thu 19 Nov', 'Fri 20 Nov'], TWO_DAYS)],
    [
      'no year, where only one year has no weekend among the days',
      `<p>Marks from 16 November 2026 to 20 November 2026</p>${grid(['19/11', '20/11'], TWO_DAYS)}`,
    ],
    [
      'the date only in an attribute',
      grid(['<time datetime="2026-11-19">Th</time>', '<time datetime="2026-11-20">Fr</time>'], TWO_DAYS),
    ],
    [
      'afternoon before morning',
      grid(
        ['19 Nov 2026', '20 Nov 2026'],
        TWO_DAYS.map(([name, a, b, c, d]) => [name, b, a, d, c].map(String)),
        ['PM', 'AM'],
      ),
    ],
    [
      'months above day numbers',
      `<table><tr><th rowspan="3">Pupil</th><th colspan="4">November 2026</th></tr><tr><th colspan="2">19</th><th colspan="2">20</th></tr><tr><th>AM</th><th>PM</th><th>AM</th><th>PM</th></tr>${TWO_DAYS.map((cells) => `<tr>${cells.map((text) => `<td>${text}</td>`).join('')}</tr>`).join('')}</table>`,
    ],
    [
      'weeks above weekdays',
      `<table><tr><th>Pupil</th>${['Thu AM', 'Thu PM', 'Fri AM', 'Fri PM'].map((day) => `<th>${day}</th>`).join('')}</tr>${TWO_DAYS.map((cells) => `<tr>${cells.map((text) => `<td>${text}</td>`).join('')}</tr>`).join('')}</table>`.replace(
        '<tr><th>Pupil',
        '<tr><th></th><th colspan="4">Week commencing 16 November 2026</th></tr><tr><th>Pupil',
      ),
    ],
    [
      'one cell a day with both marks',
      table(
        ['Pupil', '19 Nov 2026', '20 Nov 2026'],
        [
          ['Bello, Amara', '/ \\', 'N \\'],
          ['Castle, Owen', 'L\\', 'II'],
        ],
      ),
    ],
    [
      'two columns a day without AM and PM, told apart by their strokes',
      grid(['19 Nov 2026', '20 Nov 2026'], [...TWO_DAYS, ['Farah, Yusuf', '/', '\\', '/', '\\']], ['', '']).replace(
        /<tr>(?:<th><\/th>)+<\/tr>/,
        '',
      ),
    ],
    [
      'marks chosen in selects',
      grid(
        ['19 Nov 2026', '20 Nov 2026'],
        TWO_DAYS.map(([name, ...codes]) => [
          String(name),
          ...codes.map(
            (code) => `<select><option>B</option><option selected>${code}</option><option>U</option></select>`,
          ),
        ]),
      ),
    ],
    [
      'marks typed in fields',
      grid(
        ['19 Nov 2026', '20 Nov 2026'],
        TWO_DAYS.map(([name, ...codes]) => [
          String(name),
          ...codes.map((code) => `<input type="text" value="${code}">`),
        ]),
      ),
    ],
    [
      'codes followed by their meaning',
      grid(
        ['19 Nov 2026', '20 Nov 2026'],
        TWO_DAYS.map(([name, ...codes]) => [
          String(name),
          ...codes.map((code) => (code === 'I' ? 'I - Illness' : code)),
        ]),
      ),
    ],
    [
      'rows for morning and afternoon below one another',
      `<table><tr><th>Pupil</th><th>Session</th><th>19 Nov 2026</th><th>20 Nov 2026</th></tr>${TWO_DAYS.map(([name, a, b, c, d]) => `<tr><td rowspan="2">${name}</td><td>AM</td><td>${a}</td><td>${c}</td></tr><tr><td>PM</td><td>${b}</td><td>${d}</td></tr>`).join('')}</table>`,
    ],
  ])('is read with %s', (_, html) => {
    const reading = gridOf(html);
    expect(reading.refusal).toBeNull();
    expect(marksOf(reading).slice(0, 2)).toEqual(READ);
  });

  it('reads two-letter codes and keeps a code that it does not know', () => {
    const reading = gridOf(
      grid(
        ['19 Nov 2026', '20 Nov 2026'],
        [
          ['Amara Bello', '/', 'Y7', 'C1', '\\'],
          ['Owen Castle', '/', '\\', '/', '<img src="x.png">'],
        ],
      ),
    );
    expect(marksOf(reading)).toEqual([
      'Amara Bello 11-19AM/ 11-19PMY7 11-20AMC1 11-20PM\\',
      'Owen Castle 11-19AM/ 11-19PM\\ 11-20AM/ 11-20PM?',
    ]);
  });

  it('takes a tick that is labelled as present for present', () => {
    const tick = '<span class="icon" title="Present"></span>';
    const reading = gridOf(
      grid(
        ['19 Nov 2026', '20 Nov 2026'],
        [
          ['Amara Bello', '/', '\\', tick, tick],
          ['Owen Castle', '/', 'I', 'I', '\\'],
        ],
      ),
    );
    expect(marksOf(reading)[0]).toBe('Amara Bello 11-19AM/ 11-19PM\\ 11-20AM/ 11-20PM\\');
  });

  it('keeps a blank between marks as no mark, and leaves out those before joining and of days to come', () => {
    const reading = gridOf(
      grid(
        ['18 Nov 2026', '19 Nov 2026', '23 Nov 2026'],
        [
          ['Amara Bello', '', '', '/', '', '', ''],
          ['Owen Castle', '/', '', '/', '\\', '', ''],
          ['Yusuf Farah', '/', '\\', '/', '\\', '', ''],
        ],
      ),
    );
    expect(marksOf(reading).slice(0, 2)).toEqual([
      'Amara Bello 11-19AM/',
      'Owen Castle 11-18AM/ 11-18PM- 11-19AM/ 11-19PM\\',
    ]);
    expect(reading.period).toMatchObject({ from: '2026-11-18', to: '2026-11-19' });
  });

  it('prefers marks to the totals beside them', () => {
    const html = grid(
      ['19 Nov 2026', '20 Nov 2026'],
      TWO_DAYS.map((cells) => [...cells, '87.0%']),
    ).replace('</tr><tr><th>AM', '<th rowspan="2">Attendance %</th></tr><tr><th>AM');
    expect(gridOf(html).kind).toBe('register');
  });
});

describe('a register grid that cannot be judged', () => {
  it.each<[string, string, RegExp]>([
    [
      'shows mornings alone',
      grid(
        ['19 Nov 2026', '20 Nov 2026'],
        [
          ['Amara Bello', '/', 'I'],
          ['Owen Castle', '/', '/'],
        ],
        ['AM'],
      ),
      /only the morning/,
    ],
    [
      'shows one mark a day',
      table(
        ['Pupil', '19 Nov 2026', '20 Nov 2026'],
        [
          ['Amara Bello', 'P', 'I'],
          ['Owen Castle', 'P', 'L'],
        ],
      ),
      /one mark a day/,
    ],
    [
      'shows absences only, so that a blank may mean present',
      grid(
        ['19 Nov 2026', '20 Nov 2026'],
        [
          ['Amara Bello', '', '', 'I', 'I'],
          ['Owen Castle', 'N', '', '', ''],
        ],
      ),
      /blank/,
    ],
    [
      'has dates that fit more than one year',
      grid(['Wed 18/11'].map((text) => text.slice(4)).concat('19/11'), TWO_DAYS),
      /more than one school year|no year/,
    ],
    [
      'shows less than the page says',
      `<p>2 September 2026 to 20 November 2026</p>${grid(['19 Nov 2026', '20 Nov 2026'], TWO_DAYS)}`,
      /shows marks from 19 November 2026/,
    ],
    [
      'has columns that are not loaded',
      grid(['19 Nov 2026', '20 Nov 2026'], TWO_DAYS).replace('<table', '<table aria-colcount="107"'),
      /more days than the page has loaded/,
    ],
    ['is of lessons', `<p>Lesson registers</p>${grid(['19 Nov 2026', '20 Nov 2026'], TWO_DAYS)}`, /lessons/],
  ])('is refused when it %s', (_, html, why) => {
    expect(gridOf(html).refusal).toMatch(why);
  });
});
