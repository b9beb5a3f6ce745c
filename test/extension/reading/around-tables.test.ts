import { describe, expect, it } from 'vitest';
import { figuresOf, gridOf, gridsOf, PERIOD, table } from '../page.ts';

const HEADINGS = ['Pupil', 'Possible', 'Attended', 'Authorised', 'Unauthorised'];
const ROWS = [
  ['Bello, Amara', '106', '106', '0', '0'],
  ['Okello, Simon', '106', '90', '6', '10'],
];
const READ = ['Amara Bello 106/106 a0 u0 l- -', 'Simon Okello 106/90 a6 u10 l- -'];
const SAYS = 'Attendance year to date, 2 September 2026 to 20 November 2026 (sessions)';

/** The same table with a row put in at the top of its body. */
function withRow(row: string, headings = HEADINGS): string {
  return table(headings, ROWS).replace('<tbody>', `<tbody>${row}`);
}

describe('rows that are one cell across a table', () => {
  it.each<[string, string]>([
    ['a class above its pupils, as a heading cell', PERIOD + withRow('<tr><th colspan="5">Class 5H</th></tr>')],
    ['a class above its pupils, as a plain cell', PERIOD + withRow('<tr><td colspan="5">Class 5H</td></tr>')],
    [
      'a title with the period in the head',
      table(HEADINGS, ROWS).replace('<thead>', `<thead><tr><th colspan="5">${SAYS}</th></tr>`),
    ],
    [
      'a title with the period above headings of plain cells',
      table(HEADINGS, ROWS)
        .replace(/<\/?t(?:head|body)>/g, '')
        .replaceAll('th>', 'td>')
        .replace(/(<table[^>]*>)/, `$1<tr><td colspan="5"><b>${SAYS}</b></td></tr>`),
    ],
  ])('are no headings of its columns: %s', (_, body) => {
    const grid = gridOf(body);
    expect(grid.refusal).toBeNull();
    expect(figuresOf(grid)).toEqual(READ);
  });
  it.each(['5H average', 'Year 5 total', '5H mean'])('“%s” in a row of its own is no pupil', (label) => {
    const row = `<tr><td>${label}</td><td>106</td><td>98</td><td>3</td><td>5</td></tr>`;
    expect(figuresOf(gridOf(PERIOD + withRow(row)))).toEqual(READ);
  });
  it('still say what is below them: a title of other things keeps the figures from being read', () => {
    const titled = table(HEADINGS, ROWS).replace('<thead>', '<thead><tr><th colspan="5">Targets</th></tr>');
    expect(gridsOf(PERIOD + titled).filter(({ refusal }) => refusal === null)).toEqual([]);
  });
  it('with the days of a part of the year leave the rest of the page out', () => {
    const titled = table(HEADINGS, ROWS).replace('<thead>', `<thead><tr><th colspan="5">Last 4 weeks</th></tr>`);
    expect(gridsOf(PERIOD + titled).filter(({ refusal }) => refusal === null)).toEqual([]);
  });
});

describe('a table that stands apart', () => {
  it.each([
    ['aside', '<aside>', '</aside>'],
    ['a part with that role', '<div role="complementary">', '</div>'],
    ['a window over the page', '<div role="dialog">', '</div>'],
  ])('does not take the period of the page it stands beside: %s', (_, open, close) => {
    const own = `${open}<h2>Brothers and sisters</h2>${table(['Name', 'Attendance'], [['Marlo Bello', '84.0%']])}${close}`;
    const [grid] = gridsOf(`${PERIOD}${own}<h1>Amara Bello</h1>`);
    expect(grid?.refusal).toMatch(/does not say which dates/);
  });
  it('has a period of its own', () => {
    const [grid] = gridsOf(`<aside>${PERIOD}${table(HEADINGS, ROWS)}</aside>`);
    expect(figuresOf(grid ?? gridOf(''))).toEqual(READ);
  });
});

describe('what stands behind a name', () => {
  it.each<[string, string, string]>([
    ['badges', 'Bello, Amara <span>PP</span> <span>SEN</span>', 'Amara Bello'],
    ['a class', 'Bello, Amara <small>9HL</small>', 'Amara Bello'],
    ['a note in brackets', '<s>Bello, Amara</s> (leaver)', 'Amara Bello'],
    ['a note in the same text', 'Bello, Amara (joined late)', 'Amara Bello'],
  ])('is no part of it: %s', (_, cell, name) => {
    const grid = gridOf(PERIOD + table(HEADINGS, [[cell, '106', '106', '0', '0'], ROWS[1] ?? []]));
    expect(grid.pupils.map(({ record }) => record.name)).toEqual([name, 'Simon Okello']);
  });
  it.each<[string, string, string]>([
    ['a further forename', 'Bello, Amara <span>Joy</span>', 'Amara Joy Bello'],
    ['what someone is called by', 'Bello, Amara (Amy)', 'Amara (Amy) Bello'],
  ])('can be a part of it: %s', (_, cell, name) => {
    const grid = gridOf(PERIOD + table(HEADINGS, [[cell, '106', '106', '0', '0'], ROWS[1] ?? []]));
    expect(grid.pupils[0]?.record.name).toBe(name);
  });
});

describe('a page of other things', () => {
  const dated = ['Pupil', '16/11/2026', '17/11/2026', '18/11/2026'];
  it.each<[string, string]>([
    [
      'rewards whose letters are codes too',
      `<h1>Consequences this week</h1>${table(dated, [
        ['Bello, Amara', 'C1', '', 'C2'],
        ['Okello, Simon', '', 'C2', 'C1'],
      ])}`,
    ],
    [
      'a register of meals',
      `<h1>Dinner register</h1>${table(dated, [
        ['Bello, Amara', 'S', 'H', 'S'],
        ['Okello, Simon', 'H', 'H', 'V'],
      ])}`,
    ],
    [
      'the marks of a test',
      `<h1>Autumn maths test</h1>${table(
        ['Pupil', 'Possible marks', 'Marks', '%'],
        [
          ['Bello, Amara', '40', '38', '95.0%'],
          ['Okello, Simon', '40', '29', '72.5%'],
        ],
      )}`,
    ],
  ])('gets no word at all: %s', (_, body) => expect(gridsOf(body)).toEqual([]));
  it.each<[string, string]>([
    [
      'absences without a present mark',
      `<h1>Absence codes, week of 16 November</h1>${table(dated, [
        ['Bello, Amara', 'I', '', 'M'],
        ['Okello, Simon', '', 'O', 'O'],
      ])}`,
    ],
    [
      'codes counted one by one',
      `<h1>Codes used</h1>${table(
        ['Pupil', '/', '\\', 'D', 'I'],
        [
          ['Bello, Amara', '40', '40', '20', '6'],
          ['Okello, Simon', '53', '53', '0', '0'],
        ],
      )}`,
    ],
    [
      'percentages of which some cannot be read',
      `<h1>Attendance</h1>${table(
        ['Pupil', 'Attendance'],
        [
          ['Bello, Amara', '95.1%'],
          ['Okello, Simon', '93.2%'],
          ['Rose, Ada', '8 9.6 %'],
        ],
      )}`,
    ],
  ])('is not one of attendance, which gets a reason: %s', (_, body) => {
    const grids = gridsOf(body);
    expect(grids.map(({ refusal }) => typeof refusal)).toEqual(['string']);
  });
});

describe('percentages', () => {
  const SAYS_YTD = `<p>Statutory sessions, year to date (2 September 2026 to 20 November 2026)</p>`;
  it('with a comma are what they are with a point', () => {
    const grid = gridOf(
      SAYS_YTD +
        table(
          ['Pupil', 'Attendance'],
          [
            ['Bello, Amara', '95,3 %'],
            ['Okello, Simon', '100,0 %'],
          ],
        ),
    );
    expect(figuresOf(grid)).toEqual(['Amara Bello -/- a- u- l- 95.3', 'Simon Okello -/- a- u- l- 100.0']);
  });
  it('above a hundred spoil their own row and do not hide the others', () => {
    const grid = gridOf(
      SAYS_YTD +
        table(
          ['Pupil', 'Possible sessions', 'Sessions attended', 'Attendance %'],
          [
            ['Bello, Amara', '106', '101', '95.3%'],
            ['Okello, Simon', '106', '90', '95.0%'],
            ['Rose, Ada', '106', '106', '100.0%'],
            ['Rose, Ben', '106', '106', '100.0%'],
            ['Yarrow, Cem', '106', '120', '113.2%'],
          ],
        ),
    );
    expect(grid.pupils.map(({ problem }) => problem !== null)).toEqual([false, true, false, false, true]);
  });
  it('under “year to date” have that year, where the page has no dates and speaks of a shorter time', () => {
    const grid = gridOf(
      `<p>Weekly attendance, AM/PM sessions, autumn term</p>${table(
        ['Pupil', 'w/b 09/11', 'w/b 16/11', 'Year to date %'],
        [
          ['Bello, Amara', '100', '80', '98.1'],
          ['Okello, Simon', '60', '70', '88.7'],
        ],
      )}`,
    );
    expect(grid.refusal).toBeNull();
    expect(grid.period).toMatchObject({ from: '2026-08-01', to: '2026-11-21' });
    expect(figuresOf(grid)).toEqual(['Amara Bello -/- a- u- l- 98.1', 'Simon Okello -/- a- u- l- 88.7']);
  });
});
