import { strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { xlsxTables } from '../../../cli/input/rows-xlsx.ts';
import { TagScanner } from '../../../cli/input/xlsx/tag-scanner.ts';
import { row, type WorkbookParts, workbookFile } from './workbook-file.ts';

async function sheetsOf(bytes: Uint8Array) {
  const source = {
    size: bytes.length,
    read: async (from: number, length: number) => bytes.subarray(from, from + length),
  };
  const sheets: Record<string, (readonly string[])[]> = {};
  for await (const { sheet, rows } of xlsxTables(source, 'marks.xlsx')) {
    const all: (readonly string[])[] = [];
    for await (const batch of rows) for (const { cells, line } of batch) all[line - 1] = cells;
    sheets[sheet ?? ''] = all;
  }
  return sheets;
}

const firstRow = async (parts: WorkbookParts): Promise<readonly string[] | undefined> =>
  (await sheetsOf(workbookFile(parts)))['Marks']?.[0];
const cells = (xml: string, more: Partial<WorkbookParts> = {}) =>
  firstRow({ sheets: { Marks: `<row r="1">${xml}</row>` }, ...more });

const STYLES = `<numFmts><numFmt numFmtId="170" formatCode="dddd\\, d mmmm yyyy"/><numFmt numFmtId="171" formatCode="[$-809]0.0%;-0.0%"/><numFmt numFmtId="172" formatCode="0&quot; days&quot;"/></numFmts>
<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>
<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="170"/><xf numFmtId="171"/><xf numFmtId="20"/><xf numFmtId="22"/><xf numFmtId="172"/><xf numFmtId="9"/></cellXfs>`;

describe('a cell of a workbook says what a person reads there', () => {
  it.each<[string, string, string, string?]>([
    ['words in the cell', '<c t="inlineStr"><is><t>Ann Lee</t></is></c>', 'Ann Lee'],
    [
      'words in several looks',
      '<c t="inlineStr"><is><r><rPr><b/></rPr><t>Ann </t></r><r><t>Lee</t></r></is></c>',
      'Ann Lee',
    ],
    ['words of the list', '<c t="s"><v>1</v></c>', 'O & P'],
    ['words of the list in several looks, not how they are read aloud', '<c t="s"><v>2</v></c>', '東京'],
    ['words that a formula gives', '<c t="str"><f>A2&amp;"x"</f><v>Lee &lt;b&gt;</v></c>', 'Lee <b>'],
    ['words in brackets of XML', '<c t="str"><v><![CDATA[a < b & c]]></v></c>', 'a < b & c'],
    ['words with a line’s end as Excel escapes it', '<c t="str"><v>AM_x000D_&#10;PM</v></c>', 'AM\nPM'],
    ['a letter by its number', '<c t="str"><v>Zo&#235; &#x1F642;</v></c>', 'Zoë 🙂'],
    ['a number', '<c><v>4127</v></c>', '4127'],
    ['a long number whole', '<c><v>801200001234567</v></c>', '801200001234567'],
    ['a fraction without binary noise', '<c><v>0.30000000000000004</v></c>', '0.3'],
    ['a date', '<c s="1"><v>46273</v></c>', '2026-09-08'],
    ['a date in long words', '<c s="2"><v>46273</v></c>', '2026-09-08'],
    ['a date and a time', '<c s="5"><v>46273.364583333336</v></c>', '2026-09-08 08:45'],
    ['a time', '<c s="4"><v>0.36458333333333331</v></c>', '08:45'],
    ['a date that is stored as such', '<c t="d" s="1"><v>2026-09-08T00:00:00</v></c>', '2026-09-08'],
    ['a percentage as stored', '<c s="7"><v>0.9375</v></c>', '93.75%'],
    ['a percentage as shown', '<c s="3"><v>0.9</v></c>', '90.0%'],
    ['a number with a unit in its format', '<c s="6"><v>3</v></c>', '3'],
    ['true', '<c t="b"><v>1</v></c>', 'true'],
    ['a mistake', '<c t="e"><v>#N/A</v></c>', '#N/A'],
    ['a formula that was never worked out, as itself', '<c><f>B2+1</f></c>', '=B2+1'],
    ['a style that the workbook does not have', '<c s="99"><v>7</v></c>', '7'],
  ])('%s', async (_, xml, expected) => {
    const strings =
      '<si><t>no</t></si><si><t>O &amp; P</t></si><si><r><t>東</t></r><r><t>京</t></r><rPh sb="0" eb="2"><t>とうきょう</t></rPh></si>';
    expect(await cells(xml, { strings, styles: STYLES })).toEqual([expected]);
  });

  it('counts days from 1904 where the workbook does, as old Macs did', async () => {
    const properties = '<workbookPr date1904="1"/>';
    expect(await cells('<c s="1"><v>44811</v></c>', { styles: STYLES, properties })).toEqual(['2026-09-08']);
  });
});

describe('a sheet is read as whatever program wrote it', () => {
  it('with places of cells, and blanks where some are left out', async () => {
    expect(await cells('<c r="B1"><v>1</v></c><c r="AA1"><v>2</v></c>')).toEqual(['', '1', ...Array(24).fill(''), '2']);
  });

  it('with rows left out, and rows without a word', async () => {
    const xml = `${row('a')}<row r="4"><c r="A4"/></row><row r="6" spans="1:1"><c r="A6"><v>6</v></c></row>${row('g')}`;
    const { Marks = [] } = await sheetsOf(workbookFile({ sheets: { Marks: xml } }));
    expect(Object.entries(Marks)).toEqual([
      ['0', ['a']],
      ['5', ['6']],
      ['6', ['g']],
    ]);
  });

  it.each<[string, (files: Record<string, string>) => Record<string, string>]>([
    [
      'a prefix on every tag',
      (files) => mapped(files, (xml) => xml.replace(/<(\/?)(?=[a-z])/g, '<$1x:'), /worksheets|workbook\.xml$/),
    ],
    [
      'the words of strict Open XML',
      (files) =>
        mapped(
          files,
          (xml) =>
            xml.replaceAll(
              'http://schemas.openxmlformats.org/officeDocument/2006/',
              'http://purl.oclc.org/ooxml/officeDocument/',
            ),
          /./,
        ),
    ],
    [
      'another prefix for relations',
      (files) => mapped(files, (xml) => xml.replaceAll(' r:id=', ' d3p1:id='), /workbook\.xml$/),
    ],
    [
      'folders parted by "\\"',
      (files) => Object.fromEntries(Object.entries(files).map(([name, xml]) => [name.replaceAll('/', '\\'), xml])),
    ],
    [
      'a byte-order mark, comments and blank lines',
      (files) =>
        mapped(files, (xml) => `\ufeff${xml.replace('<sheetData>', '<!-- > a <c> -->\n<sheetData>\n')}`, /worksheets/),
    ],
  ])('with %s', async (_, change) => {
    expect(await firstRow({ sheets: { Marks: row('Ann', 'L') }, change })).toEqual(['Ann', 'L']);
  });

  it('not packed at all', async () => {
    expect(await firstRow({ sheets: { Marks: row('Ann') }, level: 0 })).toEqual(['Ann']);
  });

  it.each<[string, (xml: string) => Uint8Array]>([
    ['with a byte-order mark', (xml) => Buffer.from(`\ufeff${xml}`, 'utf16le')],
    ['without one', (xml) => Buffer.from(xml, 'utf16le')],
    ['the other end first', (xml) => Buffer.from(`\ufeff${xml}`, 'utf16le').swap16()],
    ['the other end first, without a mark', (xml) => Buffer.from(xml, 'utf16le').swap16()],
  ])('in UTF-16, %s', async (_, encoded) => {
    const parts = unzipSync(workbookFile({ sheets: { Marks: row('Zoë', 'L') } }));
    const wide = Object.entries(parts).map(([name, bytes]) => [name, encoded(Buffer.from(bytes).toString('utf8'))]);
    expect((await sheetsOf(zipSync(Object.fromEntries(wide))))['Marks']).toEqual([['Zoë', 'L']]);
  });

  it('without the blank cells that only have a colour, however far they go', async () => {
    expect(await cells('<c r="A1"><v>1</v></c><c r="B1" s="1"/><c r="XFD1" s="1"/>')).toEqual(['1']);
  });

  it('with a wide grid of which most is left out', async () => {
    const xml = Array.from({ length: 300 }, (_, at) => `<row><c r="ALL${at + 1}"><v>${at}</v></c></row>`).join('');
    const { Marks = [] } = await sheetsOf(workbookFile({ sheets: { Marks: xml } }));
    expect([Marks.length, Marks[299]?.length, Marks[299]?.[999]]).toEqual([300, 1000, '299']);
  });

  it('cut into pieces anywhere', () => {
    const xml = strToU8('<r a="x>y"><c>é &amp;</c><!-- <v> --><t/><![CDATA[<q>]]></r><?end?>');
    const told = (sizes: number): string[] => {
      const said: string[] = [];
      const scanner = new TagScanner({
        open: (name) => said.push(`open ${name}`),
        close: (name) => said.push(`close ${name}`),
        text: (bytes, from, to) => said.push(Buffer.from(bytes.subarray(from, to)).toString('utf8')),
      });
      for (let at = 0; at < xml.length; at += sizes) scanner.push(xml.subarray(at, at + sizes));
      return said;
    };
    const whole = told(xml.length);
    expect(whole).toHaveLength(8);
    for (let size = 1; size < xml.length; size++) expect(told(size)).toEqual(whole);
  });
});

function mapped(files: Record<string, string>, change: (xml: string) => string, which: RegExp): Record<string, string> {
  return Object.fromEntries(Object.entries(files).map(([name, xml]) => [name, which.test(name) ? change(xml) : xml]));
}

describe('what is no workbook is refused by the name of the problem', () => {
  const zip = (...names: string[]) => zipSync(Object.fromEntries(names.map((name) => [name, strToU8('x')])));
  const locked = (): Uint8Array => {
    const bytes = zip('a');
    const directory = bytes.findIndex((byte, at) => byte === 0x50 && bytes[at + 1] === 0x4b && bytes[at + 2] === 1);
    bytes[directory + 8] = 1;
    return bytes;
  };
  const good = workbookFile({ sheets: { Marks: row('Ann') } });
  it.each<[string, Uint8Array, string]>([
    ['a file that is cut short', good.subarray(0, good.length - 30), 'is cut short or damaged'],
    [
      'a file with its middle lost',
      Uint8Array.from([...good.subarray(0, 300), ...good.subarray(420)]),
      'cut short or damaged',
    ],
    ['a locked one', locked(), 'is locked by a password'],
    ['a binary workbook', zip('xl/workbook.bin'), 'is a binary workbook (.xlsb)'],
    ['an OpenDocument table', zip('content.xml'), 'is an OpenDocument file'],
    ['a Numbers file', zip('Index/Document.iwa'), 'is a Numbers file'],
    ['a Word file', zip('word/document.xml'), 'is a Word file'],
    ['another archive', zip('photo.jpg'), 'is not an Excel workbook that can be read'],
    [
      'words that are not in the list',
      workbookFile({ sheets: { Marks: '<row><c t="s"><v>5</v></c></row>' } }),
      'can be read',
    ],
    [
      'a column that no sheet has',
      workbookFile({ sheets: { Marks: '<row><c r="ZZZZ1"><v>5</v></c></row>' } }),
      'can be read',
    ],
    [
      'a row that no sheet has',
      workbookFile({ sheets: { Marks: '<row r="9000000000"><c><v>5</v></c></row>' } }),
      'can be read',
    ],
    [
      'rows of one cell each in the last column',
      workbookFile({ sheets: { Marks: '<row><c r="XFD1"><v>5</v></c></row>'.repeat(400) } }),
      'has a sheet with more cells than any register',
    ],
    ['a value longer than any', workbookFile({ sheets: { Marks: row('a'.repeat(2_000_000)) } }), 'can be read'],
    ['a document type', workbookFile({ sheets: { Marks: '<!DOCTYPE a [<!ENTITY b "c">]>' } }), 'can be read'],
  ])('%s', async (_, bytes, expected) => {
    await expect(sheetsOf(bytes)).rejects.toThrow(
      new RegExp(`^marks\\.xlsx: .*(?:${expected.replace(/[().]/g, '\\$&')})`),
    );
  });
});
