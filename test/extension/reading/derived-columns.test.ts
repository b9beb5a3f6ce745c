import { describe, expect, it } from 'vitest';
import { figuresOf, gridOf, gridsOf, PERIOD, table } from '../page.ts';

/** 53 school days: 106 sessions, the rest of which are present. */
const strings = (absences: string): string => '/\\'.repeat(53).slice(0, 106 - absences.length) + absences;

describe('counts in other forms', () => {
  it('are two in one cell', () => {
    const grid = gridOf(
      PERIOD +
        table(
          ['Pupil', 'Attended / possible'],
          [
            ['Amara Bello', '98/106'],
            ['Owen Castle', '106 / 106'],
          ],
        ),
    );
    expect(figuresOf(grid)).toEqual(['Amara Bello 106/98 a- u- l- -', 'Owen Castle 106/106 a- u- l- -']);
  });
  it('are absences of possible sessions', () => {
    const grid = gridOf(
      PERIOD +
        table(
          ['Pupil', 'Absent'],
          [
            ['Amara Bello', '8 of 106'],
            ['Owen Castle', '0 of 106'],
          ],
        ),
    );
    expect(figuresOf(grid)).toEqual(['Amara Bello 106/98 a- u- l- -', 'Owen Castle 106/106 a- u- l- -']);
  });
  it('are not of homework', () => {
    expect(
      gridsOf(
        PERIOD +
          table(
            ['Pupil', 'Homework'],
            [
              ['Amara Bello', '8/10'],
              ['Owen Castle', '9/10'],
            ],
          ),
      ),
    ).toEqual([]);
  });
  it('have their share behind them', () => {
    const grid = gridOf(
      PERIOD +
        table(
          ['Pupil', 'Possible', 'Present', 'Authorised', 'Unauthorised'],
          [
            ['Amara Bello', '106', '98 (92.5%)', '6 (5.7%)', '2 (1.9%)'],
            ['Owen Castle', '106', '106 (100%)', '0 (0%)', '0 (0%)'],
          ],
        ),
    );
    expect(figuresOf(grid)).toEqual(['Amara Bello 106/98 a6 u2 l- -', 'Owen Castle 106/106 a0 u0 l- -']);
  });
  it('are strings of marks, and a mark not made yet tells nothing of its pupil', () => {
    const rows = [
      ['Amara Bello', `${strings('III').slice(0, -1)}C1`],
      ['Owen Castle', strings('UO')],
      ['Zofia Nowak', strings('')],
      ['Evie Lane', strings('--')],
    ];
    expect(figuresOf(gridOf(PERIOD + table(['Pupil', 'Marks'], rows)))).toEqual([
      'Amara Bello 106/103 a3 u0 l- -',
      'Owen Castle 106/104 a0 u2 l- -',
      'Zofia Nowak 106/106 a0 u0 l- -',
      'Evie Lane -/- a- u- l- - !',
    ]);
  });
});

describe('one column a code', () => {
  const HEADS = ['Pupil', '/', '\\', 'L', 'I', 'O', 'U'];
  const row = (name: string, ...counts: number[]): string[] => [name, ...counts.map(String)];

  it('is summed for the pupils whose sum most others share', () => {
    const rows = [
      row('Amara Bello', 53, 53, 0, 0, 0, 0),
      row('Owen Castle', 50, 51, 1, 4, 0, 0),
      row('Zofia Nowak', 50, 50, 0, 0, 4, 2),
      row('Evie Lane', 50, 50, 0, 0, 0, 0),
    ];
    expect(figuresOf(gridOf(PERIOD + table(HEADS, rows)))).toEqual([
      'Amara Bello 106/106 a0 u0 l0 -',
      'Owen Castle 106/102 a4 u0 l1 -',
      'Zofia Nowak 106/100 a0 u6 l0 -',
      'Evie Lane -/- a- u- l0 - !',
    ]);
  });
  it.each<[string, string[], string[][]]>([
    [
      'the sums of most differ',
      HEADS,
      [
        row('Amara Bello', 53, 53, 0, 0, 0, 0),
        row('Owen Castle', 50, 50, 0, 0, 0, 0),
        row('Zofia Nowak', 50, 51, 0, 0, 0, 0),
        row('Evie Lane', 50, 52, 0, 0, 0, 0),
      ],
    ],
    ['there are two pupils', HEADS, [row('Amara Bello', 53, 53, 0, 0, 0, 0), row('Owen Castle', 53, 53, 0, 0, 0, 0)]],
    [
      'a code is none of the register',
      ['Pupil', '/', '\\', 'L', 'F', 'O', 'U'],
      ['Amara Bello', 'Owen Castle', 'Zofia Nowak'].map((name) => row(name, 50, 53, 0, 3, 0, 0)),
    ],
    [
      'no column counts who was present',
      ['Pupil', 'C', 'I', 'L', 'O', 'U', 'N'],
      ['Amara Bello', 'Owen Castle', 'Zofia Nowak'].map((name) => row(name, 1, 1, 1, 1, 1, 1)),
    ],
  ])('gives no figures when %s', (_, heads, rows) => {
    const given = gridsOf(PERIOD + table(heads, rows)).flatMap(({ pupils, refusal }) => (refusal ? [] : pupils));
    expect(given.filter(({ problem }) => problem === null)).toEqual([]);
  });
});
