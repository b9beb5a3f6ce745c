import { Document, Footer, LevelFormat, Packer, PageNumber, Paragraph, TextRun } from 'docx';
import { publicText } from '../bundle/public-text.ts';
import { parseMarkdown } from '../policy/markdown.ts';
import type { PolicyReading } from '../policy/parse.ts';
import { wordBlocks } from './word-blocks.ts';
import { BULLETS, NUMBERS, WORD_STYLES } from './word-styles.ts';

const DEEPEST_LIST = 8;
const INDENT = 360;

/** The policy as a Word file: Arial, headings, lists and tables as Word's own, the name and the page on every foot. */
export async function exportWord({ document, parsed }: PolicyReading): Promise<Uint8Array<ArrayBuffer>> {
  const { title, school, trust } = parsed.document;
  const name = [school, title ?? 'Attendance policy'].filter(Boolean).join(', ');
  const file = new Document({
    title: title ?? 'Attendance policy',
    ...((school ?? trust) ? { creator: school ?? trust ?? '' } : {}),
    styles: WORD_STYLES,
    numbering: {
      config: [
        {
          reference: NUMBERS,
          levels: levels((level) => ({ format: LevelFormat.DECIMAL, text: `%${level + 1}.` })),
        },
        { reference: BULLETS, levels: levels(() => ({ format: LevelFormat.BULLET, text: '•' })) },
      ],
    },
    sections: [
      {
        properties: { page: { size: { width: 11906, height: 16838 }, margin: MARGIN } },
        footers: { default: footer(name) },
        children: wordBlocks(parseMarkdown(publicText(document.text))),
      },
    ],
  });
  return new Uint8Array(await Packer.toArrayBuffer(file));
}

/** A little over two centimetres, in twentieths of a point. */
const MARGIN = { top: 1247, bottom: 1247, left: 1247, right: 1247 };

function levels(of: (level: number) => { format: (typeof LevelFormat)[keyof typeof LevelFormat]; text: string }) {
  return Array.from({ length: DEEPEST_LIST + 1 }, (_, level) => ({
    level,
    ...of(level),
    style: { paragraph: { indent: { left: INDENT * (level + 1), hanging: INDENT } } },
  }));
}

function footer(name: string): Footer {
  return new Footer({
    children: [
      new Paragraph({
        style: 'Footer',
        children: [
          new TextRun(`${name}  ·  page `),
          new TextRun({ children: [PageNumber.CURRENT, ' of ', PageNumber.TOTAL_PAGES] }),
        ],
      }),
    ],
  });
}
