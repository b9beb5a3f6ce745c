import type { Random } from './random.ts';

/** Pieces of registers and pages, put together by chance. */

export const CELLS = [
  '',
  '/',
  '\\',
  'L',
  'U',
  'N',
  'O',
  'I',
  'C1',
  'Y7',
  'Z',
  '#',
  '#',
  'X',
  '-',
  '94.5',
  '94.5%',
  '1,234',
  '12',
  '190',
  '0',
  '-3',
  '2026-09-02',
  '02/09/2026',
  '2 Sep',
  'Mon AM',
  'Priya Nair',
  "O'Neill, Sean",
  'SMITH, John',
  '7A',
  'Total',
  'Y6',
  '???',
  '∞',
];
export const HEADINGS = [
  'Name',
  'Pupil',
  'UPN',
  'Reg',
  'Year',
  'AM',
  'PM',
  'Date',
  'Session',
  'Code',
  'Mark',
  'Possible',
  'Present',
  'Attended',
  'Absent',
  'Authorised',
  'Unauthorised',
  'Late',
  '% Attendance',
  'Attendance %',
  'Days absent',
  'MonAM',
  'FriPM',
  '02/09/2026 AM',
  'Mon 7 Sep',
  'From',
  'To',
  'pupil_id',
  '',
];

/** Rows of a register in some shape, or nearly. */
export function registerRows(random: Random): string[][] {
  const width = 1 + random.below(8);
  const head = Array.from({ length: width }, () => random.of(HEADINGS));
  return [
    head,
    ...random.list(6, () =>
      Array.from({ length: random.chance(0.9) ? width : random.below(10) }, () => random.of(CELLS)),
    ),
  ];
}

/** A page with a table or two, as an information system might draw it. */
export function page(random: Random): string {
  const cell = (tag: string, words: string): string => {
    const spans = random.chance(0.1)
      ? ` ${random.of(['colspan', 'rowspan'])}="${random.of(['2', '3', '0', '999', 'x', '-1'])}"`
      : '';
    const hidden = random.chance(0.05)
      ? ` ${random.of(['hidden', 'style="display:none"', 'aria-hidden="true"', 'class="x"'])}`
      : '';
    return `<${tag}${spans}${hidden}>${words}</${tag}>`;
  };
  const tables = random.list(2, () => {
    const [head = [], ...rows] = registerRows(random);
    const open = random.of([
      '<table>',
      '<table role="grid">',
      '<div role="grid" aria-rowcount="30">',
      '<table><caption>7A</caption>',
    ]);
    const isGrid = open.startsWith('<div');
    const row = (cells: readonly string[], tag: string): string =>
      isGrid
        ? `<div role="row">${cells.map((words) => `<div role="${tag === 'th' ? 'columnheader' : 'gridcell'}">${words}</div>`).join('')}</div>`
        : `<tr>${cells.map((words) => cell(random.chance(0.95) ? tag : 'td', words)).join('')}</tr>`;
    const body = rows.map((cells) => row(cells, 'td')).join('');
    return `${open}${row(head, 'th')}${body}${isGrid ? '</div>' : random.chance(0.9) ? '</table>' : ''}`;
  });
  const around = random.of([
    '',
    '<p>1 September 2026 to 20 November 2026</p>',
    '<select><option selected>Autumn term</option></select>',
    '<h1>Attendance summary: sessions</h1>',
    '<p>Showing 1 to 20 of 143</p>',
    '<div class="spinner">Loading…</div>',
  ]);
  return around + tables.join('<p>…</p>');
}

/** A register in one of the shapes that schools export, whole. */
export function wholeRegister(random: Random): string[][] {
  const pupils = Array.from({ length: 1 + random.below(5) }, (_, at) => [`P${at}`, random.of(NAMES), random.of(YEARS)]);
  const dates = Array.from({ length: 2 + random.below(6) }, (_, at) => `2026-09-${String(7 + at).padStart(2, '0')}`);
  const mark = (): string => random.of(MARKS);
  const count = (): string => String(random.below(40));
  switch (random.below(5)) {
    case 0:
      return [
        ['pupil_id', 'name', 'date', 'session', 'code'],
        ...pupils.flatMap(([id = '', name = '']) =>
          dates.flatMap((date) => ['AM', 'PM'].map((half) => [id, name, date, half, mark()])),
        ),
      ];
    case 1:
      return [
        ['pupil_id', 'name', 'possible', 'attended', 'authorised', 'unauthorised', 'late', 'percent', 'from', 'to'],
        ...pupils.map(([id = '', name = '']) => {
          const [present, authorised, unauthorised] = [100 + random.below(60), random.below(20), random.below(12)];
          const possible = present + authorised + unauthorised;
          const percent = ((100 * present) / possible).toFixed(random.below(3));
          const figures = [possible, present, authorised, unauthorised, random.below(9), percent].map(String);
          return [id, name, ...figures, '2026-09-01', '2026-11-20'];
        }),
      ];
    case 2:
      return [
        ['Name', 'Reg', ...dates.flatMap((date) => [`${date} AM`, `${date} PM`])],
        ...pupils.map(([, name = '', year = '']) => [name, year, ...dates.flatMap(() => [mark(), mark()])]),
      ];
    case 3:
      return [
        [
          'Pupil',
          'Week beginning',
          'MonAM',
          'MonPM',
          'TueAM',
          'TuePM',
          'WedAM',
          'WedPM',
          'ThuAM',
          'ThuPM',
          'FriAM',
          'FriPM',
        ],
        ...pupils.map(([, name = '']) => [name, '07/09/2026', ...Array.from({ length: 10 }, mark)]),
      ];
    default:
      return [
        ['UPN', 'Surname', 'Forename', 'Year', 'Start date', 'Marks', 'Late'],
        ...pupils.map(([id = '', name = '', year = '']) => [
          id,
          name.split(' ')[1] ?? '',
          name.split(' ')[0] ?? '',
          year,
          '07/09/2026',
          dates.map(() => mark() + mark()).join(random.of(['', ' '])),
          count(),
        ]),
      ];
  }
}

const NAMES = ['Priya Nair', "Sean O'Neill", 'Amara Bello', 'Zoë Park', 'Anne-Marie May', 'Li Wei'];
const YEARS = ['7', 'Year 3', 'R', '10B', ''];
const MARKS = ['/', '\\', '/', '\\', 'L', 'U', 'O', 'I', 'C', 'C1', 'N', '#', 'V', ''];

/** A whole register with some cells, columns or rows changed. */
export function changedRegister(random: Random): string[][] {
  const rows = wholeRegister(random);
  for (let edits = random.below(5); edits > 0; edits--) {
    const at = random.below(rows.length);
    const row = rows[at] ?? [];
    const column = random.below(row.length + 1);
    const change = random.below(6);
    if (change === 0) rows.splice(at, 1);
    else if (change === 1) rows.splice(at, 0, [...row]);
    else if (change === 2) for (const each of rows) each.splice(column, 1);
    else if (change === 3) row.splice(column, 0, random.of(CELLS));
    else if (column < row.length) row[column] = random.of(at === 0 ? HEADINGS : CELLS);
    if (rows.length === 0) break;
  }
  return rows;
}
