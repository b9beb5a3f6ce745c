import * as pdfjs from 'pdfjs-dist/legacy/build/pdf.mjs';
import { describe, expect, it } from 'vitest';
import { ImportError } from '#core/import/imported.ts';
import { importPdf, type PdfReader } from '#core/import/pdf.ts';
import { lines, type Page, pdfFile, type Words } from './pdf-file.ts';

// pdf.js types its own classes; only what importPdf asks for is used.
const reader = pdfjs as unknown as PdfReader;
const read = async (pages: readonly Page[]): Promise<string> => (await importPdf(pdfFile(pages), reader)).markdown;

const LEFT = [
  'Parents tell us before nine each day that',
  'a child is away, and we call home when we',
  'have not heard by half past nine, then try',
  'each contact that the family gave to us so',
  'that we know every child is safe and well.',
  'We record a reason as soon as we know it,',
  'and we ask again when there is none given',
];
const RIGHT = [
  'Registers close at half past nine in all',
  'classes, and a child who comes after that',
  'is marked as absent without our leave for',
  'the morning, unless there is a good reason',
  'such as a medical appointment with a card',
  'or letter that the office has already seen',
  'in the week before, or a bus that was late',
];
const THIRD = [
  'Leave in term time is given only when the',
  'reason is exceptional, and never for want',
  'of a cheaper flight; ask the headteacher',
  'four weeks before, in writing, and wait for',
  'her answer until you book. We count each of',
  'the sessions missed, and tell the council',
  'when ten of them were missed in ten weeks.',
];
const at = (x: number, top: number, texts: readonly string[], size = 9, leading = 12): Words[] =>
  texts.map((text, index) => ({ x, y: top - index * leading, text, size }));
const joined = (...columns: readonly (readonly string[])[]): string => columns.flat().join(' ');
/** The rules of a grid, from its edges. */
const grid = (xs: readonly number[], ys: readonly number[]): [number, number, number, number][] => [
  ...ys.map((y): [number, number, number, number] => [xs[0] ?? 0, y, (xs.at(-1) ?? 0) - (xs[0] ?? 0), 0.5]),
  ...xs.map((x): [number, number, number, number] => [x, ys.at(-1) ?? 0, 0.5, (ys[0] ?? 0) - (ys.at(-1) ?? 0)]),
];

describe('an honest PDF as schools have them', () => {
  it('two columns whose lines do not stand level', async () => {
    const markdown = await read([{ words: [...at(50, 700, LEFT), ...at(310, 694, RIGHT)] }]);
    expect(markdown.replace(/\s+/g, ' ').trim()).toBe(joined(LEFT, RIGHT));
  });

  it('a title over three columns, then a line below them', async () => {
    const columns = [at(40, 700, LEFT, 7), at(215, 700, RIGHT, 7), at(390, 700, THIRD, 7)].flat();
    const across = (y: number, text: string, size: number): Words => ({ x: 40, y, text, size });
    const last =
      'Printed by the office, who will gladly send you this page in large letters or in another language too, and who will read it to you when you ask them to.';
    const markdown = await read([{ words: [across(760, 'News', 20), ...columns, across(580, last, 7)] }]);
    expect(markdown.replace(/\s+/g, ' ').trim()).toBe(`# News ${joined(LEFT, RIGHT, THIRD)} ${last}`);
  });

  it('a narrow column of short lines beside the text', async () => {
    const side = ['Doors 8.40', 'Bell 8.50', 'Lunch 12.15', 'Home 3.15', 'Clubs 4.15'];
    const markdown = await read([{ words: [...at(40, 703, side, 9, 15), ...at(160, 700, [...LEFT, ...RIGHT])] }]);
    expect(markdown.split('\n\n').slice(0, 5)).toEqual(side);
    expect(markdown.replace(/\s+/g, ' ')).toContain(joined(LEFT, RIGHT));
  });

  it('long cells side by side are rows, not columns', async () => {
    const row = (y: number, one: readonly string[], other: readonly string[]): Words[] => [
      ...at(50, y, one),
      ...at(310, y, other),
    ];
    const markdown = await read([
      {
        words: [
          ...row(700, LEFT.slice(0, 2), RIGHT.slice(0, 2)),
          ...row(664, LEFT.slice(2, 4), RIGHT.slice(2, 4)),
          ...row(628, LEFT.slice(4, 6), RIGHT.slice(4, 6)),
          ...row(592, LEFT.slice(5, 7), THIRD.slice(0, 2)),
        ],
      },
    ]);
    expect(markdown.split('\n').filter((line) => line.startsWith('| '))).toHaveLength(5);
    expect(markdown).toContain(`| ${LEFT[2]} ${LEFT[3]} | ${RIGHT[2]} ${RIGHT[3]} |`);
  });

  it.each([
    ['turned by a quarter', { rotate: 90 }],
    ['turned on its head', { rotate: 180 }],
    ['turned by three quarters', { rotate: 270 }],
  ])('a page that is %s is turned back with its words', async (_, { rotate }) => {
    // What stands upright on the turned page was written turned the other way.
    const place = (x: number, y: number): { x: number; y: number } =>
      rotate === 90 ? { x: 595 - y, y: x } : rotate === 180 ? { x: 595 - x, y: 842 - y } : { x: y, y: 842 - x };
    const turn = rotate as 90 | 180 | 270;
    const words = lines(['Registers open at 8.50 am.', '', 'They close at 9.20 am.'], 500).map((one) => ({
      ...one,
      ...place(one.x, one.y),
      turn,
    }));
    expect(await read([{ words, rotate }])).toBe('Registers open at 8.50 am.\n\nThey close at 9.20 am.\n');
  });

  it('a sideways table on an upright page', async () => {
    const rows = [
      ['Code', 'Meaning'],
      ['L', 'Late before close'],
      ['U', 'Late after close'],
    ];
    const words = rows.flatMap(([code = '', meaning = ''], index) => [
      { x: 100 + index * 14, y: 100, text: code, turn: 90 as const },
      { x: 100 + index * 14, y: 200, text: meaning, turn: 90 as const },
    ]);
    expect(await read([{ words }])).toBe(
      '| Code | Meaning |\n| - | - |\n| L | Late before close |\n| U | Late after close |\n',
    );
  });

  it('a label that runs up the side of a ruled table is in its cell', async () => {
    const markdown = await read([
      {
        words: [
          { x: 63, y: 620, text: 'Absence', turn: 90 },
          { x: 85, y: 680, text: '95%' },
          { x: 150, y: 680, text: 'Letter' },
          { x: 85, y: 630, text: '90%' },
          { x: 150, y: 630, text: 'Meeting' },
        ],
        boxes: [...grid([50, 70, 140, 300], [700, 600]), ...grid([70, 140, 300], [700, 660, 600])],
      },
    ]);
    expect(markdown).toContain('| 95% | Letter |');
    expect(markdown).toContain('Absence');
  });

  it('a table that goes on overleaf is one, whether its head is repeated or not', async () => {
    const table = (rows: readonly [string, string][], top: number): Page => ({
      words: rows.flatMap(([one, other], index) => [
        { x: 55, y: top - 14 - index * 20, text: one },
        { x: 155, y: top - 14 - index * 20, text: other },
      ]),
      boxes: grid([50, 150, 400], [top, ...rows.map((_, index) => top - (index + 1) * 20)]),
    });
    const markdown = await read([
      table(
        [
          ['Code', 'Meaning'],
          ['L', 'Late before the register closes'],
        ],
        600,
      ),
      table(
        [
          ['Code', 'Meaning'],
          ['U', 'Late after the register closes'],
        ],
        700,
      ),
      table(
        [
          ['I', 'Illness'],
          ['M', 'Medical appointment'],
        ],
        700,
      ),
    ]);
    expect(markdown.split('\n').filter((line) => line !== '')).toEqual([
      '| Code | Meaning |',
      '| - | - |',
      '| L | Late before the register closes |',
      '| U | Late after the register closes |',
      '| I | Illness |',
      '| M | Medical appointment |',
    ]);
  });

  it('the marks of footnotes are no parts of numbers', async () => {
    const words = [
      { x: 50, y: 700, text: 'Attendance below 90' },
      { x: 145, y: 704, text: '1', size: 6 },
      { x: 150, y: 700, text: 'per cent is looked at.' },
    ];
    expect(await read([{ words }])).toBe('Attendance below 90¹ per cent is looked at.\n');
  });

  it('a double-spaced text has the paragraphs that it had, though lines begin with capitals', async () => {
    const first = [
      'The law asks every parent to see that their child is taught, and the guidance called',
      'Working together to improve school attendance says how we help. It names the people',
      'Parents can turn to, and each of them stands with a number below. We telephone on the',
      'Monday after a week of absence, and again when a month has gone without a better one.',
    ];
    const second = [
      'Registers are taken twice a day, in the morning and after lunch, by the teacher of the',
      'Class, and a child who comes late signs in with the office before going to the lesson.',
      'They are kept for six years.',
    ];
    const words = [...at(50, 700, first, 10, 24), ...at(50, 700 - 4 * 24 - 14, second, 10, 24)];
    expect((await read([{ words }])).trim().split('\n\n')).toEqual([joined(first), joined(second)]);
  });

  it('short lines one below the other are lines', async () => {
    const words = lines([
      'Mrs A Bell, headteacher',
      'Mr C Dunn, attendance officer',
      'Office 01632 960 118',
      'We all want what is best for each child, and we ask their families to tell us what would help.',
    ]);
    expect((await read([{ words }])).trim().split('\n\n')).toEqual(words.map(({ text }) => text));
  });

  it('running heads and feet of a printed web page go', async () => {
    const page = (number: number): Page => ({
      words: [
        { x: 50, y: 820, text: '22/11/2026, 10:14' },
        { x: 300, y: 820, text: 'Attendance | Elm Bank' },
        ...lines([`Part ${number} says what it says about attendance.`, 'And goes on.'], 700),
        { x: 50, y: 20, text: 'https://elm.example.org/attendance' },
        { x: 500, y: 20, text: `${number}/3` },
      ],
    });
    const markdown = await read([page(1), page(2), page(3)]);
    expect(markdown.match(/Part/g)).toHaveLength(3);
    expect(markdown.match(/10:14|example\.org/g)?.length ?? 0).toBeLessThanOrEqual(1);
  });

  it('a page whose box does not begin at nought', async () => {
    const words = lines(['Registers open at 8.50 am.', '', 'They close at 9.20 am.'], 1100);
    expect(await read([{ words, mediaBox: '0 400 595 1242' }])).toBe(
      'Registers open at 8.50 am.\n\nThey close at 9.20 am.\n',
    );
  });

  it('one with a password is refused by that name', async () => {
    const failure = await importPdf(pdfFile([{ words: lines(['Secret.']) }], true), reader).then(
      () => null,
      (error: unknown) => error,
    );
    expect(failure).toBeInstanceOf(ImportError);
    expect((failure as ImportError).message).toMatch(/protected by a password/);
  });
});

describe('what Word and LibreOffice print', () => {
  /** As the letters of Windows have it. */
  const BULLET = '\x95';
  const CELLS: readonly [string, string][] = [
    ['Approved by', 'Governors'],
    ['Link governor', 'insert name'],
    ['Next review', 'July 2027'],
  ];
  /** A table of two columns with its lines, its rows 20 points tall from the top down. */
  const ruled = (cells: readonly [string, string][], top: number): Page => ({
    words: cells.flatMap(([left, right], row) => [
      { x: 68, y: top - 14 - row * 20, text: left },
      { x: 288, y: top - 14 - row * 20, text: right },
    ]),
    boxes: [
      ...[...cells, null].map((_, row) => [62, top - row * 20, 470, 0.5] as const),
      ...[62, 283, 532].map((x) => [x, top - cells.length * 20, 0.5, cells.length * 20] as const),
    ],
  });

  it('a highlighted word in a cell makes no column of its own', async () => {
    const { words, boxes = [] } = ruled(CELLS, 700);
    const highlight = [288, 661, 50, 13.8] as const;
    expect(await read([{ words, boxes: [...boxes, highlight] }])).toBe(
      '| Approved by | Governors |\n| - | - |\n| Link governor | insert name |\n| Next review | July 2027 |\n',
    );
  });

  it('cells that only their shade parts are cells still', async () => {
    const { words } = ruled(CELLS, 700);
    const boxes = CELLS.flatMap((_, row) =>
      [62, 283].map((x) => [x, 680 - row * 20, x === 62 ? 221 : 249, 20] as const),
    );
    expect(await read([{ words, boxes }])).toContain('| Link governor | insert name |');
  });

  it('a row that the page’s end cut in two is one row', async () => {
    const upper: [string, string][] = [
      ['Below 85%', 'Meeting'],
      ['Below 80%', 'Referral to the local'],
    ];
    const pages = [
      ruled(upper, 140),
      ruled(
        [
          ['', 'authority'],
          ['Below 50%', 'Severe absence plan'],
        ],
        800,
      ),
    ];
    const [table] = (await read(pages)).split('\n\n');
    expect(table).toBe(
      '| Below 85% | Meeting |\n| - | - |\n| Below 80% | Referral to the local authority |\n| Below 50% | Severe absence plan |\n',
    );
  });

  it('bullets and numbers a tab away from their words are items and no table', async () => {
    const words = lines([
      [
        [60, BULLET],
        [90, 'ring home on the first day'],
      ],
      [
        [60, BULLET],
        [90, 'write on the third day'],
      ],
      [
        [60, '1.'],
        [90, 'We ask why.'],
      ],
      [
        [60, '2.'],
        [90, 'We meet.'],
      ],
    ]);
    expect(await read([{ words }])).toBe(
      '- ring home on the first day\n\n- write on the third day\n\n1. We ask why.\n\n2. We meet.\n',
    );
  });

  it('a full line behind tabs goes on at the margin and stays with its column', async () => {
    const words = lines([
      [
        [50, 'B'],
        [100, 'Off-site activity'],
        [280, 'The pupil is at an activity that'],
      ],
      'the school has approved and watches over, out of school.',
      [
        [50, 'D'],
        [100, 'Dual registered'],
        [280, 'The pupil is at another school'],
      ],
      [
        [50, 'W'],
        [100, 'Work experience'],
        [280, 'The pupil is at a placement'],
      ],
    ]);
    expect(await read([{ words }])).toContain(
      '| B | Off-site activity | The pupil is at an activity that the school has approved and watches over, out of school. |',
    );
  });

  it('the code "#" at the head of a line makes no heading', async () => {
    expect(await read([{ words: lines(['# Planned closure of the whole school.']) }])).toBe(
      '\\# Planned closure of the whole school.\n',
    );
  });
});
