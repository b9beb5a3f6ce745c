import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvRows, delimiterOf } from '../../../cli/input/csv.ts';

async function read(text: string, pieceLength = text.length || 1) {
  async function* pieces() {
    for (let at = 0; at < text.length; at += pieceLength) yield text.slice(at, at + pieceLength);
  }
  const rows = [];
  for await (const batch of csvRows(pieces(), 'marks.csv')) rows.push(...batch);
  return rows;
}

const cellsOf = async (text: string, pieceLength?: number) => (await read(text, pieceLength)).map(({ cells }) => cells);

describe('CSV text into rows', () => {
  it.each<[string, string, string[][]]>([
    [
      'commas',
      'a,b\n1,2\n',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'semicolons, as spreadsheets of other countries write',
      'a;b\n1,5;2\n',
      [
        ['a', 'b'],
        ['1,5', '2'],
      ],
    ],
    [
      'tabs',
      'a\tb\n1\t2',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'line breaks of Windows',
      'a,b\r\n1,2\r\n',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'line breaks of old Macs',
      'a,b\r1,2\r',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'a name with a comma in quotation marks',
      'id,name\n1,"Fox, Ann"\n',
      [
        ['id', 'name'],
        ['1', 'Fox, Ann'],
      ],
    ],
    ['a doubled quotation mark', 'n\n"Sam ""Sunny"" Lee"\n', [['n'], ['Sam "Sunny" Lee']]],

    [
      'a line break in quotation marks',
      'n,m\n"one\ntwo",3\n',
      [
        ['n', 'm'],
        ['one\ntwo', '3'],
      ],
    ],
    [
      'blanks after a closing mark',
      'n,m\n"one" ,3\n',
      [
        ['n', 'm'],
        ['one', '3'],
      ],
    ],
    ['blank cells and a blank line', 'a,b\n,\n\n', [['a', 'b'], ['', ''], ['']]],
    [
      'an empty quoted cell at the end',
      'a,b\n1,""',
      [
        ['a', 'b'],
        ['1', ''],
      ],
    ],
    ['rows of unequal length', 'a,b\n1\n1,2,3\n', [['a', 'b'], ['1'], ['1', '2', '3']]],
    ['a present mark, which is a backslash', 'c\n\\\n/\n', [['c'], ['\\'], ['/']]],
    ['one row without a line break', 'a,b', [['a', 'b']]],
  ])('%s', async (_, text, rows) => {
    expect(await cellsOf(text)).toEqual(rows);
  });

  it('counts lines of the file, not rows', async () => {
    expect((await read('a,b\n"1\n\n",2\n\n3,4\n')).map(({ line }) => line)).toEqual([1, 2, 5, 6]);
  });

  it.each([
    ['a,b\n1,2\n3,"4\n5,6\n', 'marks.csv, line 4: a quotation mark (") is opened, here or above, and never closed'],
    ['a,b\n1,2\n"3"x,4\n', 'marks.csv, line 3: a quotation mark (") stands inside a value, or words follow'],
    [`a,b\n1,"${'x\n'.repeat(600_000)}`, 'the row does not end'],
  ])('bad quoting is told with its line (case %#)', async (text, problem) => {
    await expect(read(text)).rejects.toThrow(problem);
  });

  it('any table, quoted or not, cut anywhere, is read as it was written', async () => {
    const cell = fc.oneof(
      fc.string({ maxLength: 6 }),
      fc.constantFrom('a,b', '"', 'x\ny', ' ', '/', '\\', 'Ann "Bo" Lee'),
    );
    const write = (text: string) =>
      /[",;|\t\r\n]/.test(text) || /^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 8 }),
        fc.constantFrom('\n', '\r\n'),
        fc.integer({ min: 1, max: 20 }),
        async (rows, lineEnd, pieceLength) => {
          const table = [['pupil_id', 'code'], ...rows];
          const text = table.map((row) => `${row.map(write).join(',')}${lineEnd}`).join('');
          expect(await cellsOf(text, pieceLength)).toEqual(table);
        },
      ),
    );
  });
});

describe('what parts the cells', () => {
  it.each([
    ['a,b', ','],
    ['a;b', ';'],
    ['a\tb', '\t'],
    ['"x,y";b;c', ';'],
    ['\n\na;b\n1,2,3,4', ';'],
    ['one column', ','],
    ['a|b\n1|2', '|'],
    ['Hill School, Leeds\nMarks, autumn\nid;name;date\n1;Ann;2', ';'],
    ['Hill School; marks\n\nid,name,date\n1,Ann,2', ','],
    ['Hill School\nid,name,marks\n1,Ann,/;\\;L;/;\\', ','],
    ['id;name;date\n1;Lee, Ann;2\n2;Fox, Bo, junior, third;2', ';'],
    ['"a\nb,c,d";e;f\n1;2;3', ';'],
  ])('%j', (text, delimiter) => expect(delimiterOf(text)).toBe(delimiter));
});
