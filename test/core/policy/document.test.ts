import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readChunk } from '#core/policy/blocks.ts';
import { cutIntoChunks } from '#core/policy/chunks.ts';
import { createDocumentReader, type PolicyDocument, sentencesOf } from '#core/policy/document.ts';
import { plainOf } from '#core/text/plain.ts';

function read(text: string): PolicyDocument {
  return createDocumentReader()(text);
}

/** What a reader of blocks can see, without the objects. */
function seen(document: PolicyDocument): unknown[] {
  return document.blocks.map(({ block, offset, line, headings }) => ({
    kind: block.kind,
    depth: block.depth,
    marker: block.marker,
    bodyAt: block.bodyAt,
    raw: block.raw,
    cells: block.cells,
    header: block.header,
    offset,
    line,
    headings: [...headings],
  }));
}

const PIECES = [
  '# Attendance',
  '## 2. Registers',
  'Registers close at 9.15am. Pupils who come after that are marked U.',
  'Registration\nopens at 8.45am\nand closes at 9.00am',
  '- ring by 9am\n- give a reason\n  - in full',
  '1. First day\n2. Second day',
  '• a bullet that Markdown does not know\n• another',
  '| Code | Meaning |\n|---|---|\n| L | Late |\n| \\ | Present (pm) |',
  'L\tLate\tbefore the register closes',
  'Home time | 3.15pm |',
  '```\nno policy, 8.45am\n```',
  '~~~\nopen fence',
  '<!-- a note\n\nover a blank line -->',
  '    indented web text with 8.50am',
  '> quoted words',
  '**Registers**',
  'Mrs O’Hara – “late” Â£60 &amp; more…',
  '\u00a0no\u00a0break\u00a0',
  '[a link](https://example.org/x) and `code`',
  '',
  'Title\n=====',
  '<div>\nraw\n</div>',
  '\u2028odd\u2029breaks',
  'x'.repeat(900),
  'Parents ring us by nine. '.repeat(45).trim(),
  `- ${'long item '.repeat(110).trim()}`,
];

const texts = fc
  .tuple(
    fc.array(fc.constantFrom(...PIECES), { maxLength: 14 }),
    fc.constantFrom('\n\n', '\n', '\n\n\n', '\r\n\r\n', '\r\n'),
    fc.constantFrom('', '\ufeff', '\n', '\t'),
  )
  .map(([pieces, joint, lead]) => lead + pieces.join(joint));

describe('every block stands where it says', () => {
  it('its words are the text at its offset, and its line is counted from 1', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const document = read(text);
        let last = 0;
        for (const { block, offset, line } of document.blocks) {
          expect(text.slice(offset, offset + block.raw.length)).toBe(block.raw);
          expect(line).toBe(document.source.lineAt(offset));
          expect(offset).toBeGreaterThanOrEqual(last);
          last = offset + block.raw.length;
        }
      }),
    );
  });

  it('no word is in no block', () => {
    fc.assert(
      fc.property(texts, (text) => {
        let rest = text;
        for (const { block, offset } of [...read(text).blocks].reverse())
          rest = rest.slice(0, offset) + rest.slice(offset + block.raw.length);
        // What is left is blank, or drawn lines: rules of tables and headings.
        expect(rest.replace(/[\s\ufeff|:=~-]/g, '')).toBe('');
      }),
    );
  });

  it('cells and sentences lie inside their block', () => {
    fc.assert(
      fc.property(texts, (text) => {
        for (const { block } of read(text).blocks) {
          for (const part of [...(block.cells ?? []), ...sentencesOf(block)]) {
            expect(part.start).toBeGreaterThanOrEqual(0);
            expect(part.end).toBeGreaterThanOrEqual(part.start);
            expect(part.end).toBeLessThanOrEqual(block.raw.length);
          }
          for (const { start, end, text: words } of sentencesOf(block))
            expect(words).toBe(block.plain.slice(start, end).replace(/\n/g, ' '));
        }
      }),
    );
  });
});

describe('the levelled view', () => {
  it('is as long as the text, line for line, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), texts, (noise, text) => {
        for (const raw of [noise, text, noise + text]) {
          const plain = plainOf(raw);
          expect(plain.length).toBe(raw.length);
          expect([...plain.matchAll(/\n/g)].map((match) => match.index)).toEqual(
            [...raw.matchAll(/\n/g)].map((match) => match.index),
          );
        }
      }),
    );
  });

  it.each([
    ['‘late’ and “late”', '\'late\' and "late"'],
    ['8.45am – 9.00am', '8.45am - 9.00am'],
    ['at\u00a09am', 'at 9am'],
    ['**L** is late', '  L   is late'],
    ['(**\\**) is the afternoon', '(  \\  ) is the afternoon'],
    ['(\\) is the afternoon', '(\\) is the afternoon'],
    ['\\[name\\] of the head', ' [name]  of the head'],
    ['it costs Â£60', 'it costs  £60'],
    ['theyâ€™re late', "they'  re late"],
    ['9am<br />sharp', '9am      sharp'],
    ['a\tb', 'a b'],
    ['a &amp; b', 'a &     b'],
    ['write to <office@elm.example.org>.', 'write to  office@elm.example.org .'],
    ['see <https://elm.example.org/a>', 'see  https://elm.example.org/a '],
    ['a <b>late</b> mark', 'a    late     mark'],
    ['[our policy](https://example.org)', ' our policy                      '],
  ])('%s', (raw, plain) => {
    expect(plainOf(raw)).toBe(plain);
  });
});

describe('reading in chunks', () => {
  it('joins to the text itself', () => {
    fc.assert(
      fc.property(texts, (text) => {
        expect(cutIntoChunks(text).join('')).toBe(text);
      }),
    );
  });

  it('gives the blocks that reading the whole gives', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const whole = readChunk(text).blocks.map(({ kind, depth, at, raw }) => ({ kind, depth, at, raw }));
        const pieces = read(text).blocks.map(({ block, offset }) => ({
          kind: block.kind,
          depth: block.depth,
          at: offset,
          raw: block.raw,
        }));
        expect(pieces).toEqual(whole);
      }),
      { numRuns: 200 },
    );
  });

  it('reads an edited text as if it had never seen it before', () => {
    fc.assert(
      fc.property(
        texts,
        fc.nat(),
        fc.constantFrom(...PIECES, '\n\n', 'x', ''),
        fc.nat(20),
        (text, where, added, cut) => {
          const reader = createDocumentReader();
          reader(text);
          const at = where % (text.length + 1);
          const edited = text.slice(0, at) + added + text.slice(at + cut);
          expect(seen(reader(edited))).toEqual(seen(read(edited)));
        },
      ),
    );
  });

  it('keeps the very blocks of what an edit does not touch', () => {
    const pages = Array.from({ length: 6 }, (_, page) => `# Part ${page}\n\n${'Words of the policy. '.repeat(60)}\n\n`);
    const reader = createDocumentReader();
    const before = reader(pages.join(''));
    const after = reader(pages.with(0, '# Part nought\n\nShort.\n\n').join(''));
    expect(after.blocks.at(-1)?.block).toBe(before.blocks.at(-1)?.block);
    expect(after.blocks.at(-1)?.offset).not.toBe(before.blocks.at(-1)?.offset);
  });

  it('keeps the very stretches on both sides of an edit, also where cutting begins before it', () => {
    const pages = Array.from({ length: 9 }, (_, page) => `# Part ${page}\n\n${'Words of it. '.repeat(25)}\n\n`);
    const reader = createDocumentReader();
    const before = reader(pages.join(''));
    const after = reader(pages.with(4, pages[4]?.replace('Words', 'Word') ?? '').join(''));
    const again = after.chunks.filter((chunk) => !before.chunks.includes(chunk));
    expect(again.map(({ text }) => text)).toEqual([expect.stringContaining('# Part 4')]);
  });

  it.each(['once more', 'twice more'])('a stretch that is written %s stands there as often', (how) => {
    const page = `# Part\n\n${'Words of it. '.repeat(25)}\n\n`;
    const reader = createDocumentReader();
    reader(page.repeat(3));
    const text = page.repeat(how === 'once more' ? 4 : 5);
    expect(seen(reader(text))).toEqual(seen(read(text)));
  });
});

describe('damage that real documents bring', () => {
  it('a byte-order mark before the first heading hides nothing', () => {
    const [first, second] = read('\ufeff# Attendance policy\n\nRegisters close at 9am.').blocks;
    expect(first?.block.kind).toBe('heading');
    expect(second?.headings).toEqual(['Attendance policy']);
  });

  it('Windows line ends leave no trace in the words', () => {
    const document = read('# A\r\n\r\nRegisters open at 8.45am\r\nand close at 9am.\r\n\r\n- ring us\r\n');
    expect(document.blocks.map(({ block }) => [block.kind, block.raw])).toEqual([
      ['heading', '# A'],
      ['paragraph', 'Registers open at 8.45am\r\nand close at 9am.'],
      ['item', '- ring us'],
    ]);
    expect(document.blocks.map(({ line }) => line)).toEqual([1, 3, 6]);
  });

  it('text indented like code is read as words', () => {
    expect(read('Intro\n\n    Registers close at 9am.').blocks.map(({ block }) => block.kind)).toEqual([
      'heading',
      'paragraph',
    ]);
  });

  it('bullets that Markdown does not know part the lines', () => {
    expect(read('• one\n▪ two\n⇨ three').blocks.map(({ block }) => block.marker)).toEqual(['•', '▪', '⇨']);
  });

  it('a band alone on its line has no number of its own', () => {
    const [band, numbered] = read('94 – 96.9%\n\n4 Registers').blocks.map(({ block }) => block);
    expect([band?.marker, band?.bodyAt]).toEqual([undefined, 0]);
    expect([numbered?.marker, numbered?.bodyAt]).toEqual(['4', 2]);
  });

  it('rows with tabs or pipes and no rule are rows', () => {
    const kinds = read('L\tLate\n\n| 8.45 | Bell |\n\nHome time | 3.15pm |').blocks.map(({ block }) => block.kind);
    expect(kinds.slice(0, 2)).toEqual(['row', 'row']);
  });

  it('rows without outer pipes are rows, under the first as their head', () => {
    const blocks = read('Attendance | Colour | Response\n95.9 - 93% | Yellow | Letter home').blocks.map(
      ({ block }) => block,
    );
    expect(blocks.map(({ kind, cells }) => [kind, cells?.length])).toEqual([
      ['row', 3],
      ['row', 3],
    ]);
    expect(blocks[1]?.header).toEqual(['Attendance', 'Colour', 'Response']);
  });

  it('the rule of a table without outer pipes is no words', () => {
    const document = read('Years 7 to 13 | |\n---|---|\nRegistration | 8:45am |');
    expect(document.blocks.map(({ block }) => block.kind)).toEqual(['row', 'row']);
  });

  it('megabytes of pipes, digits and blank lines are read in time', () => {
    const before = process.cpuUsage();
    for (const text of [
      '|'.repeat(1_000_000),
      '8.45 '.repeat(200_000),
      '\n'.repeat(500_000),
      '> '.repeat(30_000),
      '- '.repeat(30_000),
    ])
      read(text);
    // Of the processor's time, which what else runs on the machine does not lengthen.
    const { user, system } = process.cpuUsage(before);
    expect((user + system) / 1_000_000).toBeLessThan(15);
  });
});
