import { describe, expect, it } from 'vitest';
import { figuresOf, gridOf, gridsOf } from '../page.ts';

const SAYS = '<h2>Attendance, 2 September 2026 to 20 November 2026</h2>';
const OWNER = '<h1>Leonie Marchetti</h1>';
const READ = ['Leonie Marchetti 106/99 a5 u2 l- -'];
const FIGURES: [string, string][] = [
  ['Possible sessions', '106'],
  ['Attended', '99'],
  ['Authorised absences', '5'],
  ['Unauthorised absences', '2'],
];

const rows = (figures = FIGURES, more = ''): string =>
  figures.map(([label, value]) => `<tr><th scope="row">${label}</th><td>${value}</td>${more}</tr>`).join('');
const pairs = (figures = FIGURES): string =>
  figures.map(([label, value]) => `<div class="row"><div>${label}</div><div>${value}</div></div>`).join('');
const terms = (figures = FIGURES): string =>
  `<dl>${figures.map(([label, value]) => `<dt>${label}</dt><dd>${value}</dd>`).join('')}</dl>`;
const lines = (figures = FIGURES): string =>
  figures.map(([label, value]) => `<p><b>${label}:</b> ${value}</p>`).join('');
const across = (): string =>
  `<table><tr>${FIGURES.map(([label]) => `<th>${label}</th>`).join('')}</tr><tr>${FIGURES.map(([, value]) => `<td>${value}</td>`).join('')}</tr></table>`;
const years = (now: string): string =>
  `<table><tr><th>Academic year</th><th>Sessions possible</th><th>Sessions attended</th></tr><tr><td>2025/26</td><td>378</td><td>330</td></tr><tr><td>${now}</td><td>106</td><td>99</td></tr></table>`;

describe('the figures of one pupil whom the page names', () => {
  it.each<[string, string]>([
    ['a table of labels and figures', `${OWNER}${SAYS}<table>${rows()}</table>`],
    ['the same with shares beside', `${OWNER}${SAYS}<table>${rows(FIGURES, '<td>2.8%</td>')}</table>`],
    ['headings above one row', `${OWNER}${SAYS}${across()}`],
    ['a list of terms', `${OWNER}${SAYS}${terms()}`],
    ['rows of two boxes', `${OWNER}<section>${SAYS}${pairs()}</section>`],
    ['the period within the block of figures', `${OWNER}<section>${pairs()}${SAYS}</section>`],
    ['lines of text', `${OWNER}${SAYS}<div>${lines()}</div>`],
    [
      'a share behind each count',
      `${OWNER}${SAYS}${terms(FIGURES.map(([label, value]) => [label, `${value} (12.3%)`]))}`,
    ],
    ['the pupil in the bar above the page', `<header><b>Pupil: Marchetti, Leonie</b></header>${SAYS}${terms()}`],
    [
      'the pupil in a box that is called so',
      `<p>Logged in as Paula Yarrow</p><div class="student-name">Leonie Marchetti</div>${SAYS}${terms()}`,
    ],
    ['the pupil in a line with the class', `<p>Pupil: Leonie Marchetti Year 8 Reg: 8D</p>${SAYS}${terms()}`],
  ])('are read from %s', (_, body) => {
    const grid = gridOf(body);
    expect(grid.refusal).toBeNull();
    expect(figuresOf(grid)).toEqual(READ);
    expect(grid.period).toMatchObject({ from: '2026-09-02', to: '2026-11-20' });
  });
  it('are read from a part and a whole in one line', () => {
    const line = '<p>Sessions attended: 99 of 106 (93.4%)</p><p>Authorised absences: 5 · Unauthorised absences: 2</p>';
    expect(figuresOf(gridOf(`${OWNER}${SAYS}<div>${line}</div>`))).toEqual(READ);
  });
  it('are those of this school year where each year has a row', () => {
    const grid = gridOf(`${OWNER}<h2>Attendance by year</h2>${years('2026/27')}`);
    expect(figuresOf(grid)).toEqual(['Leonie Marchetti 106/99 a- u- l- -']);
    expect(grid.period).toMatchObject({ from: '2026-08-01', to: '2026-11-21' });
  });
});

describe('cards that state their figures in lines', () => {
  const card = (name: string, attended: number, authorised: number): string =>
    `<article><h3><a href="#">${name}</a></h3><p>7R</p><p>Sessions attended: ${attended} of 106 (${((100 * attended) / 106).toFixed(1)}%)</p><p>Authorised absences: ${authorised} · Unauthorised absences: 0</p></article>`;
  it('are one pupil each', () => {
    const cards = [card('Nadia Ilsley', 106, 0), card('Percy Jolliffe', 100, 6), card('Summer Rose', 100, 6)].join('');
    expect(figuresOf(gridOf(`${SAYS}<div>${cards}</div>`))).toEqual([
      'Nadia Ilsley 106/106 a0 u0 l- -',
      'Percy Jolliffe 106/100 a6 u0 l- -',
      'Summer Rose 106/100 a6 u0 l- -',
    ]);
  });
});

describe('no answer is given', () => {
  it.each<[string, string, RegExp]>([
    ['without a name', `<h1>Attendance</h1>${SAYS}<table>${rows()}</table>`, /does not say which pupil/],
    ['without a period', `${OWNER}<h2>Attendance</h2>${terms()}`, /does not say which dates/],
    ['for a half term', `${OWNER}<section><h2>This half term</h2>${terms()}</section>${SAYS}`, /This half term/],
    [
      'for a half term that a row of the table names',
      `${OWNER}${SAYS}<table><tr><th scope="row">Period</th><td>Autumn 2</td></tr>${rows()}</table>`,
      /Autumn 2/,
    ],
    ['for last year', `${OWNER}<section><h2>2025/26</h2>${terms()}</section>${SAYS}`, /another school year/],
    ['for a year that has no row', `${OWNER}<h2>Attendance</h2>${years('2024/25')}`, /other school years/],
    [
      'for two columns of figures',
      `${OWNER}${SAYS}<table>${rows(FIGURES, '<td>30</td>')}</table>`,
      /Several columns could be/,
    ],
    [
      'in days',
      `${OWNER}${SAYS}${terms([
        ['Possible', '53 days'],
        ['Attended', '49 days'],
      ])}`,
      /in days/,
    ],
    [
      'in half days of days',
      `${OWNER}${SAYS}${terms([
        ['Possible', '53'],
        ['Attended', '47.5'],
      ])}`,
      /in days/,
    ],
    [
      'for each half term by itself',
      `${OWNER}${SAYS}<table><tr><th>Half term</th><th>Possible</th><th>Attended</th></tr><tr><td>Autumn 1</td><td>76</td><td>60</td></tr><tr><td>Autumn 2</td><td>30</td><td>30</td></tr></table>`,
      /parts of the year/,
    ],
    ['where the figures disagree', `${OWNER}${SAYS}${terms([...FIGURES.slice(0, 3), ['Unauthorised', '9']])}`, /./],
  ])('%s', (_, body, why) => {
    const grids = gridsOf(body);
    const said = grids.flatMap(
      ({ refusal, pupils }) => refusal ?? pupils.flatMap(({ problem }) => problem ?? 'judged'),
    );
    expect(said.join(' ')).toMatch(why);
    expect(said).not.toContain('judged');
  });
  it.each<[string, string]>([
    ['whoever is signed in', `<h1>Good morning, Paula Yarrow</h1>${SAYS}${terms()}`],
    ['the tutor of a class', `<h1>Tutor: Paula Yarrow</h1>${SAYS}${terms()}`],
    ['two pupils of one page', `${OWNER}<h1>Kofi Nettleship</h1>${SAYS}${terms()}`],
    [
      'a subject',
      `${OWNER}${SAYS}<table><tr><th>Subject</th><th>Possible</th><th>Attended</th></tr><tr><td>Maths</td><td>40</td><td>36</td></tr></table>`,
    ],
    [
      'weekdays',
      `${OWNER}${SAYS}<table><tr><th>Day</th><th>Possible</th><th>Attended</th></tr><tr><td>Monday</td><td>20</td><td>14</td></tr><tr><td>Friday</td><td>20</td><td>15</td></tr></table>`,
    ],
    ['a share alone', `${OWNER}${SAYS}<p>Attendance: 88.4%</p>`],
    ['a label that a list has twice', `${OWNER}${SAYS}${terms([...FIGURES, ['Attended', '88']])}`],
  ])('of %s', (_, body) => {
    const judged = gridsOf(body).filter(
      ({ refusal, pupils }) => refusal === null && pupils.some((one) => !one.problem),
    );
    expect(judged).toEqual([]);
  });
});
