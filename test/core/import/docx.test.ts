import { readFileSync } from 'node:fs';
import { constants, deflateRawSync } from 'node:zlib';
import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { exportWord } from '#core/export/word.ts';
import { importDocx } from '#core/import/docx.ts';
import { ImportError } from '#core/import/imported.ts';
import { readPolicy } from '#core/policy/parse.ts';
import { survivingWords } from './surviving-words.ts';
import { rewritePart, wordPolicy } from './word-files.ts';

const afterApproval = (xml: string, more: string): string => xml.replace('<w:sectPr', `${more}<w:sectPr`);
const paragraph = (inner: string): string => `<w:p>${inner}</w:p>`;
const run = (text: string): string => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`;

describe('a Word file becomes policy Markdown', () => {
  it.each([
    ['the title is a first-level heading', '# Attendance policy\n'],
    ['headings stay headings', '# Registers\n'],
    ['yellow highlight stays a fill-in', '==xxx a.m.=='],
    ['yellow shading is a fill-in too', '==yyy p.m.=='],
    ['brackets stay readable', 'Persistent absence (PA) is 10% or more.'],
    ['bullets nest', '- telephone home\n  - write a letter'],
    ['numbered lists keep their numbers', '1. First we ask.\n2. Then we meet.'],
    ['the first row of a table is its header', '| Code | Meaning |\n| - | - |'],
    ['paragraphs of a cell are parted by a space', '| L | Late before the register closes |'],
    ['a backslash and a pipe in a cell survive', '| \\\\ | Present \\| afternoon |'],
  ])('%s', async (_, expected) => {
    policy ??= wordPolicy().then(importDocx);
    expect((await policy).markdown).toContain(expected);
  });
  let policy: ReturnType<typeof importDocx> | undefined;

  it.each([
    [
      'a content control',
      `<w:sdt><w:sdtPr/><w:sdtContent>${paragraph(run('Chosen in a control.'))}</w:sdtContent></w:sdt>`,
      'Chosen in a control.',
    ],
    [
      'a text box',
      paragraph(
        `<w:r><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml"><v:textbox><w:txbxContent>${paragraph(run('Said in a box.'))}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>`,
      ),
      'Said in a box.',
    ],
    [
      'an insertion that is tracked',
      paragraph(`<w:ins w:id="1" w:author="A">${run('Put in later.')}</w:ins>`),
      'Put in later.',
    ],
    ['a hyperlink', paragraph(`<w:hyperlink w:anchor="x">${run('Our website')}</w:hyperlink>`), 'Our website'],
  ])('the words of %s are kept', async (_, xml, expected) => {
    const file = rewritePart(await wordPolicy(), (body) => afterApproval(body, xml));
    expect((await importDocx(file)).markdown).toContain(expected);
  });

  it('tracked changes are reported, and a deletion is left out', async () => {
    const deleted = paragraph(
      `<w:del w:id="2" w:author="A"><w:r><w:delText>Struck out.</w:delText></w:r></w:del>${run('Kept.')}`,
    );
    const { markdown, notes } = await importDocx(
      rewritePart(await wordPolicy(), (body) => afterApproval(body, deleted)),
    );
    expect(markdown).not.toContain('Struck out');
    expect(notes.map(({ message }) => message).join(' ')).toContain('1 deletion left out');
  });

  it('a table of contents is left out, and said to be', async () => {
    const sections = Array.from({ length: 6 }, (_, index) => `## Section ${index}\n\nWords of it.\n`).join('\n');
    const { markdown, notes } = await importDocx(await exportWord(readPolicy(`# Attendance policy\n\n${sections}`)));
    expect(markdown.match(/Section 3/g)).toHaveLength(1);
    expect(notes.map(({ kind, message }) => `${kind}: ${message}`)).toContainEqual(
      expect.stringMatching(/^lost: The table of contents was left out/),
    );
  });

  it('a file without a table of contents is not said to have lost one', async () => {
    const { notes } = await importDocx(await wordPolicy());
    expect(notes).toEqual([]);
  });

  it('a file that LibreOffice wrote keeps its words, headings and tables', async () => {
    const original = readFileSync('samples/policies/hartsmere-primary.md', 'utf8');
    const { markdown } = await importDocx(
      new Uint8Array(readFileSync('test/fixtures/import/hartsmere-libreoffice.docx')),
    );
    expect(survivingWords(original, markdown)).toBeGreaterThan(0.995);
    const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;
    expect(count(markdown, /^#+ /gm)).toBe(count(original, /^#+ /gm));
    expect(count(markdown, /^\| ?:?-/gm)).toBe(count(original, /^\| ?:?-/gm));
  });
});

describe('a Word file that cannot be read is refused by the name of the problem', () => {
  const utf16 = (text: string): number[] => [...text].flatMap((letter) => [letter.charCodeAt(0), 0]);
  const ole = (name: string): Uint8Array =>
    new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...utf16(name)]);
  it.each<[string, () => Promise<Uint8Array>, RegExp]>([
    ['protected by a password', async () => ole('EncryptedPackage'), /protected by a password/],
    ['of the old Word', async () => ole('WordDocument'), /old Word 97–2003 format/],
    ['no Word file at all', async () => new TextEncoder().encode('hello'), /not a Word document/],
    ['a zip of something else', async () => zipSync({ 'a.txt': new Uint8Array([1]) }), /holds no Word text/],
    ['cut short', async () => (await wordPolicy()).subarray(0, 900), /damaged|holds no Word text/],
    [
      'with external entities',
      async () =>
        rewritePart(await wordPolicy(), (xml) =>
          xml.replace('<w:document', '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><w:document'),
        ),
      /external entities/,
    ],
    [
      'nested thousands deep',
      async () =>
        rewritePart(await wordPolicy(), (xml) =>
          xml.replace(
            '<w:body>',
            `<w:body>${'<w:sdt><w:sdtContent>'.repeat(3000)}${'</w:sdtContent></w:sdt>'.repeat(3000)}`,
          ),
        ),
      /hundreds deep/,
    ],
    [
      'of a book’s length',
      async () =>
        rewritePart(await wordPolicy(), (xml) =>
          xml.replace(
            '<w:body>',
            `<w:body>${`<w:p><w:r><w:t>${'Words and words. '.repeat(1000)}</w:t></w:r></w:p>`.repeat(720)}`,
          ),
        ),
      /more text than a book/,
    ],
    ['that unpacks to far more than its size', async () => bomb(), /far more than a policy can hold/],
    [
      'without text',
      async () => rewritePart(await wordPolicy(), (xml) => xml.replace(/<w:body>[\s\S]*<\/w:body>/, '<w:body/>')),
      /holds no text/,
    ],
  ])(
    '%s',
    async (_, file, expected) => {
      const failure = await importDocx(await file()).then(
        () => null,
        (error: unknown) => error,
      );
      expect(failure).toBeInstanceOf(ImportError);
      expect((failure as ImportError).message).toMatch(expected);
    },
    20_000,
  );
});

/** An archive of 30 kB whose one part inflates to 26 MB of zeros: one compressed megabyte, again and again. */
function bomb(): Uint8Array {
  const megabyte = deflateRawSync(new Uint8Array(1_000_000), { finishFlush: constants.Z_SYNC_FLUSH });
  const end = new Uint8Array([3, 0]);
  const data = Buffer.concat([...Array.from({ length: 26 }, () => megabyte), end]);
  const name = new TextEncoder().encode('word/document.xml');
  const head = new DataView(new ArrayBuffer(30));
  head.setUint32(0, 0x504b0304);
  head.setUint16(8, 8, true);
  head.setUint32(18, data.length, true);
  // What it says of its size is a lie.
  head.setUint32(22, 1000, true);
  head.setUint16(26, name.length, true);
  return Buffer.concat([new Uint8Array(head.buffer), name, data]);
}
