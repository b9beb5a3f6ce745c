import { describe, expect, it } from 'vitest';
import { findGrids } from '../../../extension/reading/grids.ts';
import { layOut } from '../../../extension/reading/matrix.ts';
import { markupSight } from '../../../extension/reading/sight.ts';
import {
  headerFingerprint,
  headingKey,
  type Lesson,
  routeOf,
  type TaughtField,
} from '../../../extension/reading/taught.ts';
import { readPage } from '../../../extension/reading/whole-page.ts';
import { documentOf, figuresOf, marksOf, TODAY, table } from '../page.ts';

const HEADINGS = ['Who', 'In all', 'Here', 'Off (ok)', 'Off (no)'];
const ROWS = [
  ['Amara Bello', '106', '106', '0', '0'],
  ['Jacob Hart', '106', '97', '5', '4'],
];
const FIELDS: (TaughtField | null)[] = ['name', 'possible', 'attended', 'authorised', 'unauthorised'];

const lessonFor = (body: string, fields: readonly (TaughtField | null)[], more: Partial<Lesson> = {}): Lesson => {
  const [grid] = findGrids(documentOf(body), markupSight);
  if (!grid) throw new Error('no table');
  const matrix = layOut(grid, markupSight);
  const columns = matrix.headings.flatMap((path, at) => {
    const field = fields[at];
    return field ? [{ heading: headingKey(path), nth: 0, field }] : [];
  });
  return {
    origin: 'https://mis.example',
    route: '/',
    headers: headerFingerprint(matrix),
    columns,
    unit: 'sessions',
    period: { kind: 'school-year' },
    taughtOn: TODAY,
    ...more,
  };
};
const read = (body: string, lessons: Lesson[]) => readPage(documentOf(body), TODAY, markupSight, lessons);

describe('a page that was taught', () => {
  const body = table(HEADINGS, ROWS);

  it('is not read by itself', () => expect(read(body, []).grids).toEqual([]));
  it('says that it could be taught', () => expect(read(body, []).teachable).toBe(2));
  it('is read in the officer’s words', () => {
    const [grid] = read(body, [lessonFor(body, FIELDS)]).grids;
    expect(grid?.refusal).toBeNull();
    expect(grid && figuresOf(grid)).toEqual(['Amara Bello 106/106 a0 u0 l- -', 'Jacob Hart 106/97 a5 u4 l- -']);
    expect(grid?.period).toMatchObject({ from: '2026-08-01', to: TODAY });
  });
  it('is read whatever the rows hold, in the same headings', () => {
    const other = table(HEADINGS, [['Layla Iqbal', '106', '95', '11', '0']]);
    const [grid] = read(other, [lessonFor(body, FIELDS)]).grids;
    expect(grid && figuresOf(grid)).toEqual(['Layla Iqbal 106/95 a11 u0 l- -']);
  });
  it('reads columns that were not pointed at as nothing', () => {
    const [grid] = read(body, [lessonFor(body, ['name', 'possible', 'attended', null, null])]).grids;
    expect(grid && figuresOf(grid)[1]).toBe('Jacob Hart 106/97 a- u- l- -');
  });
});

describe('a taught page that has changed', () => {
  const body = table(HEADINGS, ROWS);
  const lesson = lessonFor(body, FIELDS);
  const known = ['Pupil', 'Possible', 'Attended', 'Authorised', 'Unauthorised'];

  it.each<[string, string]>([
    [
      'a column more',
      table(
        [...known, 'Target'],
        ROWS.map((row) => [...row, '97']),
      ),
    ],
    [
      'columns in another order',
      table(
        ['Possible', 'Pupil', ...known.slice(2)],
        ROWS.map(([a, b, ...rest]) => [b ?? '', a ?? '', ...rest]),
      ),
    ],
    ['one heading in other words', table(['Pupil', 'Sessions', ...known.slice(2)], ROWS)],
  ])('%s: is asked about again, and not read', (_, changed) => {
    const before = table(known, ROWS);
    const taught = lessonFor(before, FIELDS);
    for (const grid of read(`<p>1 September 2026 to 20 November 2026</p>${changed}`, [taught]).grids) {
      expect(grid.pupils).toEqual([]);
      expect(grid.refusal).toMatch(/Teach this page again/);
    }
  });
  it('is asked about again where no one else could read it', () => {
    const changed = table(['Who', 'In all', 'Here', 'Gone'], [['Amara Bello', '106', '106', '0']]);
    expect(read(changed, [lesson]).grids.map(({ refusal }) => refusal)).toEqual([
      expect.stringMatching(/Teach this page again/),
    ]);
  });
  it('another table on the same page is read by itself', () => {
    const other = table(
      ['Student', 'Sessions possible', 'Sessions attended', 'Authorised sessions', 'Unauthorised sessions'],
      ROWS,
    );
    const [grid] = read(`<p>Statutory, 1 September 2026 to 20 November 2026</p>${other}`, [lesson]).grids;
    expect(grid?.refusal).toBeNull();
    expect(grid && figuresOf(grid)[1]).toBe('Jacob Hart 106/97 a5 u4 l- -');
  });
  it('a column that now holds words is refused', () => {
    const words = table(
      HEADINGS,
      ROWS.map(([name = '', ...rest]) => [name, 'see note', ...rest.slice(1)]),
    );
    expect(read(words, [lesson]).grids.map(({ refusal }) => refusal)).toEqual([
      expect.stringMatching(/“In all” no longer/),
    ]);
  });
  it('a percentage above 100 is refused', () => {
    const percent = table(
      ['Who', 'Mark'],
      [
        ['Amara Bello', '106'],
        ['Jacob Hart', '97'],
      ],
    );
    const [grid] = read(percent, [lessonFor(percent, ['name', 'percent'])]).grids;
    expect(grid?.refusal).toMatch(/no longer holds/);
  });
});

describe('what a page says of itself comes before what was taught', () => {
  const body = table(HEADINGS, ROWS);
  const lesson = lessonFor(body, FIELDS);
  it.each<[string, string, RegExp]>([
    ['another period', '<p>2 November 2026 to 20 November 2026</p>', /not the period that was taught/],
    ['a shorter period without dates', '<p>Last 4 weeks</p>', /last 4 weeks/i],
    ['another school year', '<p>Previous academic year</p>', /another school year/],
    ['days', '<p>All figures in days</p>', /in days/],
    ['lessons', '<p>Lesson attendance</p>', /in lessons/],
  ])('%s', (_, words, why) => {
    expect(read(words + body, [lesson]).grids.map(({ refusal }) => refusal)).toEqual([expect.stringMatching(why)]);
  });
  it('figures that are more than two a day are no sessions, whatever was taught', () => {
    const many = table(HEADINGS, [['Amara Bello', '900', '900', '0', '0']]);
    expect(read(many, [lesson]).grids[0]?.refusal).toMatch(/more than two sessions a day/);
  });
  it('days that were taught as days give no step', () => {
    expect(read(body, [lessonFor(body, FIELDS, { unit: 'days' })]).grids[0]?.refusal).toMatch(/in days/);
  });
});

describe('a register that was taught', () => {
  const grid = (days: string[]) =>
    table(
      ['Who', ...days],
      [
        ['Amara Bello', '/ \\', '/ \\'],
        ['Jacob Hart', '/ \\', 'I I'],
      ],
    );
  it('is read on other days too, since days are not headings', () => {
    const lesson = lessonFor(grid(['2 Nov 2026', '3 Nov 2026']), ['name', 'mark']);
    const [read1] = read(grid(['9 Nov 2026', '10 Nov 2026']), [lesson]).grids;
    expect(read1 && marksOf(read1)[1]).toBe('Jacob Hart 11-09AM/ 11-09PM\\ 11-10AMI 11-10PMI');
  });
});

describe('the route of an address', () => {
  it.each([
    ['https://a.example/students/1042/attendance', '/students/#/attendance'],
    [
      'https://a.example/Nucleus/Routines.aspx?page=BHVDETN&id=17&search=Bellamy',
      '/Nucleus/Routines.aspx?id&page=BHVDETN&search',
    ],
    ['https://a.example/?/students-ui/absentees/student-id/1042', '/?/students-ui/absentees/student-id/#'],
    ['https://a.example/main#/pupil/Yusuf%20Bellamy/marks', '/main#/pupil/#/marks'],
    ['https://a.example/main#top', '/main'],
    ['about:srcdoc', 'about:srcdoc'],
  ])('of %s is %s', (address, route) => expect(routeOf(address)).toBe(route));
});
