import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Block, readChunk } from '#core/policy/blocks.ts';
import { parsePolicy } from '#core/policy/parse.ts';

const cellsOf = ({ raw, cells }: Pick<Block, 'raw' | 'cells'>): string[] | null =>
  cells?.map(({ start, end }) => raw.slice(start, end).trim()) ?? null;
const rowsOf = (lines: readonly string[]): (string[] | null)[] => readChunk(lines.join('\n')).blocks.map(cellsOf);

describe('columns that only spaces part are rows', () => {
  it.each<[string, string[], string[][]]>([
    [
      'a timetable with figures set to the right',
      ['Registration        8.45am', 'Lesson 1            9.00am', 'Break              10.40am'],
      [
        ['Registration', '8.45am'],
        ['Lesson 1', '9.00am'],
        ['Break', '10.40am'],
      ],
    ],
    [
      'labels with their values',
      ['Headteacher:         Mrs A Bell', 'Attendance officer:  Mr B Cole', 'Absence line:        01632 960118'],
      [
        ['Headteacher:', 'Mrs A Bell'],
        ['Attendance officer:', 'Mr B Cole'],
        ['Absence line:', '01632 960118'],
      ],
    ],
    [
      'three columns, indented, the first set to the right',
      ['  Attendance    Stage    Who acts', '        100%    Green    Tutor', '   Below 90%    Red      Head'],
      [
        ['Attendance', 'Stage', 'Who acts'],
        ['100%', 'Green', 'Tutor'],
        ['Below 90%', 'Red', 'Head'],
      ],
    ],
    [
      'a cell that goes on below',
      ['L    Late before the', '     register closes', 'U    Late after it', 'N    No reason yet'],
      [
        ['L', 'Late before the'],
        ['', 'register closes'],
        ['U', 'Late after it'],
        ['N', 'No reason yet'],
      ],
    ],
    [
      'a row with nothing in its last column',
      [
        'Tutor     writes home   Monday',
        'Office    rings',
        'Head      visits        Friday',
        'Nurse     helps         Monday',
      ],
      [
        ['Tutor', 'writes home', 'Monday'],
        ['Office', 'rings', ''],
        ['Head', 'visits', 'Friday'],
        ['Nurse', 'helps', 'Monday'],
      ],
    ],
    [
      'no-break spaces between the columns',
      ['Doors\u00a0\u00a0\u00a08.40', 'Bell\u00a0\u00a0\u00a0\u00a08.50', 'Home\u00a0\u00a0\u00a0\u00a03.15'],
      [
        ['Doors', '8.40'],
        ['Bell', '8.50'],
        ['Home', '3.15'],
      ],
    ],
  ])('%s', (_, lines, expected) => {
    expect(rowsOf(lines)).toEqual(expected);
  });

  it('the first row heads the others where it has no figure, label or person', () => {
    const [head, row] = readChunk('Band       Stage\n95%        Amber\n90%        Red').blocks;
    expect([head?.header, row?.header]).toEqual([undefined, ['Band', 'Stage']]);
    expect(readChunk('Head:    Mrs Bell\nOffice:  Mr Cole\nNurse:   Ms Dee').blocks[1]?.header).toBeUndefined();
  });

  it('words around a table stay what they are', () => {
    const blocks = readChunk(
      'Our day is this:\nDoors   8.40am\nBell    8.50am\nHome    3.15pm\nParents wait outside.',
    ).blocks;
    expect(blocks.map(({ kind }) => kind)).toEqual(['heading', 'row', 'row', 'row', 'paragraph']);
  });

  it('readers of tables read them', () => {
    const { facts } = parsePolicy(
      '# The school day\n\nActivity              Time\nGates open            8.35am\nRegister closes       9.15am\nSchool day ends       3.15pm',
    );
    expect(facts.flatMap((fact) => (fact.kind === 'time' ? [`${fact.field} ${fact.value}`] : []))).toEqual([
      'gatesOpen 08:35',
      'amRegisterCloses 09:15',
      'schoolDayEnd 15:15',
    ]);
  });
});

describe('what only looks like columns stays prose', () => {
  it.each<[string, string[]]>([
    [
      'two spaces behind each full stop',
      [
        'Parents must ring.  We will ask why.  Thank you',
        'for your help.  We are grateful.  Late pupils go',
        'to the office.  They sign in.  Then they go',
      ],
    ],
    ['short sentences of one length', ['Yes it is.  We do so.', 'No it isn.  We do not', 'Ask us so.  We answer']],
    [
      'two columns of running text, which no line holds whole',
      [
        'Parents tell us before nine each day       Registers close at half past nine in all',
        'that a child is away, and we call home     classes, and a child who comes after that',
        'when we have not heard by half past nine   is marked as absent without our leave for',
        'so that we know every child is safe here   the morning, unless there is some reason',
      ],
    ],
    ['two lines only', ['Doors   8.40am', 'Bell    8.50am']],
    ['gaps that stand under nothing', ['Doors   8.40am opens', 'At the bell all   go in', 'Home      at 3.15pm']],
    [
      'justified print',
      ['We  expect all  pupils to be here', 'on  time every day  of the school', 'year and to tell  us when they are'],
    ],
  ])('%s', (_, lines) => {
    expect(rowsOf(lines).every((cells) => cells === null)).toBe(true);
  });

  it('list items keep their markers', () => {
    const blocks = readChunk('1.  First     Tutor\n2.  Second    Office\n3.  Third     Head').blocks;
    expect(blocks.map(({ kind, marker }) => [kind, marker])).toEqual([
      ['item', '1.'],
      ['item', '2.'],
      ['item', '3.'],
    ]);
  });
});

describe('any table set with spaces', () => {
  const word = fc.constantFrom('Late', 'Below 90%', '8.45am', 'Head of year', 'L', 'Mrs Bell', 'rings home');
  const tables = fc.integer({ min: 2, max: 4 }).chain((width) =>
    fc.record({
      rows: fc.array(fc.array(word, { minLength: width, maxLength: width }), { minLength: 3, maxLength: 8 }),
      gap: fc.integer({ min: 2, max: 6 }),
      lead: fc.nat(5),
    }),
  );

  it('comes apart into the cells it was made of', () => {
    fc.assert(
      fc.property(tables, ({ rows, gap, lead }) => {
        const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? [];
        const lines = rows.map(
          (row) =>
            ' '.repeat(lead) +
            row
              .map((cell, column) => cell.padEnd((widths[column] ?? 0) + gap))
              .join('')
              .trimEnd(),
        );
        expect(rowsOf(lines)).toEqual(rows);
      }),
      { numRuns: 300 },
    );
  });
});
