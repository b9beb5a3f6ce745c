import { describe, expect, it } from 'vitest';
import { figuresOf, gridOf, gridsOf, PERIOD, table } from '../page.ts';

const HEADINGS = [
  'Pupil',
  'Possible',
  'Attended',
  'Authorised absence',
  'Unauthorised absence',
  'Lates',
  'Attendance %',
];
const ROWS = [
  ['Bello, Amara', '106', '106', '0', '0', '0', '100.0'],
  ['Jones-Smith, Callum', '106', '90', '6', '10', '2', '84.9'],
];
const READ = ['Amara Bello 106/106 a0 u0 l0 100.0', 'Callum Jones-Smith 106/90 a6 u10 l2 84.9'];

describe('a table of totals', () => {
  it('is read with every figure in its place', () => {
    const grid = gridOf(PERIOD + table(HEADINGS, ROWS));
    expect(grid.refusal).toBeNull();
    expect(grid.period).toMatchObject({ from: '2026-09-01', to: '2026-11-20' });
    expect(figuresOf(grid)).toEqual(READ);
  });

  it.each<[string, string]>([
    [
      'headings in capitals',
      PERIOD +
        table(
          HEADINGS.map((text) => text.toUpperCase()),
          ROWS,
        ),
    ],
    [
      'headings with sort arrows',
      PERIOD +
        table(
          HEADINGS.map((text) => `${text} ▲`),
          ROWS,
        ),
    ],
    [
      'a filter field and a button inside each heading',
      PERIOD +
        table(
          HEADINGS.map((text) => `${text}<input type="text"><button></button>`),
          ROWS,
        ),
    ],
    ['a heading row without thead', PERIOD + table(HEADINGS, ROWS).replace(/<\/?t(?:head|body)>/g, '')],
    [
      'a heading row of plain cells',
      PERIOD +
        table(HEADINGS, ROWS)
          .replace(/<\/?t(?:head|body)>/g, '')
          .replaceAll('th>', 'td>'),
    ],
    [
      'a script and a hidden menu in the name cell',
      PERIOD +
        table(
          HEADINGS,
          ROWS.map(([name, ...rest]) => [`${name}<script>x="Total"</script><ul hidden><li>Edit</li></ul>`, ...rest]),
        ),
    ],
    [
      'row headings instead of cells',
      PERIOD + table(HEADINGS, ROWS).replace(/<tr><td>([^<]*)<\/td>/g, '<tr><th scope="row">$1</th>'),
    ],
    ['the headings printed again in the middle', PERIOD + table(HEADINGS, [ROWS[0] ?? [], HEADINGS, ROWS[1] ?? []])],
    [
      'total and average rows',
      PERIOD +
        table(HEADINGS, [
          ...ROWS,
          ['Total', '212', '196', '6', '10', '2', '92.5'],
          ['Class average', '106', '98', '3', '5', '1', '92.5'],
        ]),
    ],
    [
      'a group title that spans the table',
      PERIOD + table(HEADINGS, ROWS).replace('<tbody>', '<tbody><tr><td colspan="7">Class 4K</td></tr>'),
    ],
    [
      'a footer written before the body',
      PERIOD +
        table(HEADINGS, ROWS).replace(
          '<tbody>',
          '<tfoot><tr><td>4K</td><td>212</td><td>196</td><td>6</td><td>10</td><td>2</td><td>92.5</td></tr></tfoot><tbody>',
        ),
    ],
    [
      'a mini table inside a cell',
      PERIOD +
        table(
          HEADINGS,
          ROWS.map(([name, ...rest]) => [`${name}<table><tr><td>M</td><td>7</td></tr></table>`, ...rest]),
        ),
    ],
    [
      'hidden rows of another class',
      PERIOD +
        table(HEADINGS, ROWS).replace(
          '</tbody>',
          '<tr style="display:none"><td>Someone Else</td><td>1</td><td>1</td><td>0</td><td>0</td><td>0</td><td>100.0</td></tr></tbody>',
        ),
    ],
    [
      'blank cells where a zero is proved by the sum',
      PERIOD +
        table(HEADINGS, [
          ['Bello, Amara', '106', '106', '0', '', '0', '100.0'],
          ['Jones-Smith, Callum', '106', '90', '6', '10', '2', '84.9'],
        ]),
    ],
    [
      'a per cent sign in each value',
      PERIOD +
        table(
          HEADINGS,
          ROWS.map((cells) => [...cells.slice(0, 6), `${cells[6]}%`]),
        ),
    ],
    [
      '"Possible marks" and the field’s other words',
      PERIOD +
        table(
          [
            'Name',
            'Possible marks',
            'Present marks',
            'Authorised absences',
            'Unauthorised absences',
            'L',
            'Attendance percentage',
          ],
          ROWS,
        ),
    ],
  ])('is the same with %s', (_, html) => {
    const grid = gridOf(html);
    expect(grid.refusal).toBeNull();
    expect(figuresOf(grid)).toEqual(READ);
  });

  it('takes unauthorised before authorised, whatever their order and spelling', () => {
    const grid = gridOf(
      PERIOD +
        table(
          ['Student', 'Unauth.', 'Auth.', 'Sessions possible', 'Sessions attended'],
          [
            ['Amara Bello', '2', '3', '106', '101'],
            ['Owen Castle', '0', '1', '106', '105'],
          ],
        ),
    );
    expect(figuresOf(grid)).toEqual(['Amara Bello 106/101 a3 u2 l- -', 'Owen Castle 106/105 a1 u0 l- -']);
  });

  it('does not take minutes late for lates', () => {
    const grid = gridOf(
      PERIOD +
        table(
          ['Pupil', 'Sessions possible', 'Present', 'Minutes late'],
          [
            ['Amara Bello', '106', '100', '35'],
            ['Owen Castle', '106', '104', '0'],
          ],
        ),
    );
    expect(figuresOf(grid)).toEqual(['Amara Bello 106/100 a- u- l- -', 'Owen Castle 106/104 a- u- l- -']);
  });

  it('does not take a share of authorised absence for the attendance', () => {
    const grid = gridOf(
      PERIOD +
        table(
          ['Pupil', 'Sessions possible', 'Attended', 'Authorised %', '% attendance'],
          [
            ['Amara Bello', '106', '100', '5.7', '94.3'],
            ['Owen Castle', '106', '106', '0.0', '100.0'],
          ],
        ),
    );
    expect(figuresOf(grid)).toEqual(['Amara Bello 106/100 a- u- l- 94.3', 'Owen Castle 106/106 a- u- l- 100.0']);
  });

  it('leaves out a percentage of a shorter period beside the year’s', () => {
    const grid = gridOf(
      PERIOD +
        table(
          ['Pupil', 'Attendance %', 'Last 4 weeks %'],
          [
            ['Amara Bello', '94.3%', '60.0%'],
            ['Owen Castle', '100.0%', '100.0%'],
          ],
        ),
    );
    expect(figuresOf(grid)).toEqual(['Amara Bello -/- a- u- l- 94.3', 'Owen Castle -/- a- u- l- 100.0']);
  });

  it('adds education elsewhere to the attended only where the sum needs it', () => {
    const headings = ['Pupil', 'Possible', 'Present', 'AEA', 'Authorised', 'Unauthorised'];
    const apart = gridOf(
      PERIOD +
        table(headings, [
          ['Amara Bello', '106', '98', '4', '4', '0'],
          ['Owen Castle', '106', '106', '0', '0', '0'],
        ]),
    );
    const within = gridOf(
      PERIOD +
        table(headings, [
          ['Amara Bello', '106', '102', '4', '4', '0'],
          ['Owen Castle', '106', '106', '0', '0', '0'],
        ]),
    );
    expect(figuresOf(apart)).toEqual(['Amara Bello 106/102 a4 u0 l- -', 'Owen Castle 106/106 a0 u0 l- -']);
    expect(figuresOf(within)).toEqual(figuresOf(apart));
  });

  it('prefers "Present + AEA" to "Present" beside it, as old systems export both', () => {
    const headings = [
      'Pupil',
      'Possible marks',
      'Present marks',
      'AEA',
      'Authorised',
      'Unauthorised',
      'Present + AEA',
      'Missing marks',
      'Unexplained absences',
    ];
    const grid = gridOf(
      PERIOD +
        table(headings, [
          ['Amara Bello', '106', '98', '2', '4', '2', '100', '0', '1'],
          ['Owen Castle', '106', '106', '0', '0', '0', '106', '0', '0'],
        ]),
    );
    expect(grid.refusal).toBeNull();
    expect(figuresOf(grid)).toEqual(['Amara Bello 106/100 a4 u2 l- -', 'Owen Castle 106/106 a0 u0 l- -']);
  });

  it('leaves out days absent beside sessions', () => {
    const grid = gridOf(
      PERIOD +
        table(
          ['Pupil', 'Possible', 'Attended', 'Days absent'],
          [
            ['Amara Bello', '106', '100', '3'],
            ['Owen Castle', '106', '106', '0'],
          ],
        ),
    );
    expect(grid.refusal).toBeNull();
    expect(grid.pupils.map(({ problem }) => problem)).toEqual([null, null]);
  });

  it('reads headings written as one word, and a class behind a name', () => {
    const grid = gridOf(
      PERIOD +
        table(
          ['PupilName', 'SessionsPossible', 'SessionsAttended', 'SessionsUnauthorised'],
          [
            ['Bello, Amara (4K)', '106', '100', '2'],
            ['Castle, Owen (4K)', '106', '106', '0'],
          ],
        ),
    );
    expect(figuresOf(grid)).toEqual(['Amara Bello 106/100 a- u2 l- -', 'Owen Castle 106/106 a0 u0 l- -']);
  });

  it('joins surname and forename columns', () => {
    const grid = gridOf(
      PERIOD +
        table(
          ['Surname', 'Forename', 'Possible sessions', 'Attended'],
          [
            ['O’Connor', 'Evie', '106', '106'],
            ['McAllister', 'Daniel', '106', '101'],
          ],
        ),
    );
    expect(grid.pupils.map(({ record }) => record.name)).toEqual(['Evie O’Connor', 'Daniel McAllister']);
  });

  it('reads two heading rows with spans', () => {
    const grid =
      gridOf(`${PERIOD}<table><tr><th rowspan="2">Pupil</th><th colspan="2">Sessions</th><th colspan="2">Absence</th></tr>
      <tr><th>Possible</th><th>Attended</th><th>Authorised</th><th>Unauthorised</th></tr>
      <tr><td>Amara Bello</td><td>106</td><td>100</td><td>4</td><td>2</td></tr><tr><td>Owen Castle</td><td>106</td><td>106</td><td>0</td><td>0</td></tr></table>`);
    expect(figuresOf(grid)).toEqual(['Amara Bello 106/100 a4 u2 l- -', 'Owen Castle 106/106 a0 u0 l- -']);
  });

  it('knows a pupil by the identifier in the row, not by the name', () => {
    const link = (id: number, name: string): string => `<a href="/student-profile/home/student-id/${id}">${name}</a>`;
    const grid = gridOf(
      PERIOD +
        table(
          ['Student', 'Possible', 'Attended'],
          [
            [link(71, 'Amara Bello'), '106', '106'],
            [link(72, 'Amara Bello'), '106', '90'],
          ],
        ),
    );
    expect(grid.pupils.map(({ record }) => record.pupilId)).toEqual(['71', '72']);
  });

  it('says that one pupil’s figures do not add up and reads the others', () => {
    const grid = gridOf(PERIOD + table(HEADINGS, [...ROWS, ['Hart, Jacob', '106', '100', '9', '9', '0', '94.3']]));
    expect(grid.refusal).toBeNull();
    expect(grid.pupils.map(({ problem }) => problem !== null)).toEqual([false, false, true]);
  });

  it('reads each of two tables on one page', () => {
    expect(gridsOf(PERIOD + table(HEADINGS, ROWS) + table(HEADINGS, ROWS)).map((grid) => grid.pupils.length)).toEqual([
      2, 2,
    ]);
  });
});
