import { describe, expect, it } from 'vitest';
import { gridOf, gridsOf, PERIOD, table } from '../page.ts';

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

describe('a table of totals that cannot be judged', () => {
  it.each<[string, string, RegExp]>([
    [
      'counts days by its headings',
      PERIOD +
        table(
          ['Pupil', 'Possible days', 'Days present'],
          [
            ['Amara Bello', '53', '50'],
            ['Owen Castle', '53', '53'],
          ],
        ),
      /in days/,
    ],
    [
      'has half values, so it counts days',
      PERIOD +
        table(
          ['Pupil', 'Possible', 'Present'],
          [
            ['Amara Bello', '53', '50.5'],
            ['Owen Castle', '53', '53'],
          ],
        ),
      /in days/,
    ],
    [
      'has no more possible than the period has weekdays',
      PERIOD +
        table(
          ['Pupil', 'Possible', 'Present'],
          [
            ['Amara Bello', '53', '50'],
            ['Owen Castle', '53', '53'],
          ],
        ),
      /could be days/,
    ],
    [
      'counts lessons by its headings',
      PERIOD +
        table(
          ['Pupil', 'Lessons possible', 'Lessons attended'],
          [
            ['Amara Bello', '300', '290'],
            ['Owen Castle', '300', '300'],
          ],
        ),
      /in lessons/,
    ],
    [
      'has more possible than two a day',
      PERIOD +
        table(
          ['Pupil', 'Possible', 'Attended'],
          [
            ['Amara Bello', '300', '290'],
            ['Owen Castle', '300', '300'],
          ],
        ),
      /more than two sessions a day/,
    ],
    [
      'stands beside the word lessons',
      '<p>Lesson attendance, 1 September 2026 to 20 November 2026</p>' +
        table(
          ['Pupil', 'Attendance %'],
          [
            ['Amara Bello', '94.3%'],
            ['Owen Castle', '99.0%'],
          ],
        ),
      /in lessons/,
    ],
    ['states no period', '<p>Statutory sessions</p>' + table(HEADINGS, ROWS), /which dates/],
    [
      'names a half term without its dates',
      '<p>Statutory sessions</p><p>This half term</p>' + table(HEADINGS, ROWS),
      /half term.*no dates/,
    ],
    [
      'states two periods at one distance',
      '<p>1 September 2026 to 20 November 2026</p><p>Compared with 1 September 2025 to 20 November 2025</p>' +
        table(HEADINGS, ROWS),
      /more than one period/,
    ],
    [
      'has a percentage alone and no word of its unit',
      '<p>1 September 2026 to 20 November 2026</p>' +
        table(
          ['Pupil', 'Attendance %'],
          [
            ['Amara Bello', '94.3%'],
            ['Owen Castle', '99.0%'],
          ],
        ),
      /does not say whether/,
    ],
    [
      'has two columns for one figure',
      PERIOD +
        table(
          ['Pupil', 'Sessions possible', 'Attended', 'Sessions attended'],
          [
            ['Amara Bello', '106', '100', '99'],
            ['Owen Castle', '106', '106', '106'],
          ],
        ),
      /Two columns/,
    ],
    [
      'does not add up for most pupils',
      PERIOD +
        table(HEADINGS, [
          ['Bello, Amara', '106', '100', '1', '1', '0', '94'],
          ['Hart, Jacob', '106', '100', '2', '2', '0', '94'],
        ]),
      /do not agree/,
    ],
  ])('is refused when it %s', (_, html, why) => {
    expect(gridOf(html).refusal).toMatch(why);
  });

  it.each<[string, string]>([
    [
      'a pupil list without attendance',
      table(
        ['Pupil', 'Class', 'House'],
        [
          ['Amara Bello', '4K', 'Red'],
          ['Owen Castle', '4K', 'Blue'],
        ],
      ),
    ],
    [
      'attendance by class',
      PERIOD +
        table(
          ['Class', 'Possible', 'Attended'],
          [
            ['4K', '2000', '1900'],
            ['5B', '2100', '2000'],
          ],
        ),
    ],
    [
      'a price list',
      table(
        ['Item', 'Possible', 'Total'],
        [
          ['Pencil', '1', '2'],
          ['Ruler', '3', '4'],
        ],
      ),
    ],
    [
      'a timetable',
      table(
        ['Period', 'Monday', 'Tuesday'],
        [
          ['1', 'Maths', 'English'],
          ['2', 'Science', 'Art'],
        ],
      ),
    ],
  ])('is not taken from %s', (_, html) => {
    expect(gridsOf(html)).toEqual([]);
  });
});

describe('what a page states, though it gives no step', () => {
  it.each<[string, string, (string | undefined)[]]>([
    [
      'days absent in a period with dates',
      PERIOD +
        table(
          ['Pupil', 'Possible days', 'Days absent'],
          [
            ['Amara Bello', '53', '7'],
            ['Owen Castle', '53', '0'],
          ],
        ),
      ['Possible days: 53, Days absent: 7; ', 'Possible days: 53, Days absent: 0; '],
    ],
    [
      'sessions of a period that has no dates',
      `<p>Statutory sessions</p>${table(HEADINGS, ROWS)}`,
      ['Possible: 106, Attended: 106, ', 'Possible: 106, Attended: 90, '],
    ],
    [
      'nothing where two columns could be the same figure',
      PERIOD +
        table(
          ['Pupil', 'Possible', 'Absent', 'Absences'],
          [
            ['Amara Bello', '106', '7', '3'],
            ['Owen Castle', '106', '0', '0'],
          ],
        ),
      [undefined, undefined],
    ],
    ['nothing beside a step', PERIOD + table(HEADINGS, ROWS), [undefined, undefined]],
  ])('%s', (_, html, expected) => {
    const { pupils } = gridOf(html);
    expect(pupils.map(({ states }, at) => states?.slice(0, expected[at]?.length))).toEqual(expected);
  });

  it('says of what: the unit and the period in the page’s words', () => {
    const [first] = gridOf(
      `<p>Figures in days</p><p>1 September 2026 to 20 November 2026</p>${table(
        ['Pupil', 'Possible', 'Absent'],
        [
          ['Amara Bello', '53', '7'],
          ['Owen Castle', '53', '0'],
        ],
      )}`,
    ).pupils;
    expect(first?.states).toMatch(/^Possible: 53, Absent: 7; .*days.*, .*2026/);
  });
});
