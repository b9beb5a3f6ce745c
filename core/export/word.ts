import { Document, Footer, LevelFormat, Packer, PageNumber, Paragraph, TextRun } from 'docx';
import { publicText } from '../bundle/public-text.ts';
import { parseMarkdown } from '../policy/markdown.ts';
import { type PolicyReading, readPolicy } from '../policy/parse.ts';
import type { ParsedPolicy } from '../policy/schema.ts';
import { longDate } from '../text/long-date.ts';
import { wordBlocks } from './word-blocks.ts';
import { wordContents } from './word-contents.ts';
import { wrapFillIns } from './word-fill-ins.ts';
import { BULLETS, NUMBERS, WORD_STYLES } from './word-styles.ts';

const DEEPEST_LIST = 8;
const INDENT = 360;

/**
 * The policy as a Word file: Arial, headings, lists and tables as Word's own, a table of contents, what is to be filled
 * in marked yellow; the name, the dates of approval and review and the page on every foot.
 */
export async function exportWord({ document, parsed }: PolicyReading): Promise<Uint8Array<ArrayBuffer>> {
  const { title, school, trust } = parsed.document;
  const text = publicText(document.text);
  const root = parseMarkdown(text);
  const contents = wordContents(root);
  // Where comments were taken out, everything stands elsewhere.
  wrapFillIns(root, (text === document.text ? parsed : readPolicy(text).parsed).placeholders);
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
        footers: { default: footer([name, ...approval(parsed)]) },
        children: wordBlocks(root, contents),
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

/** "approved 18 September 2025" and "next review September 2026", as far as the policy says one of each. */
function approval({ facts }: Pick<ParsedPolicy, 'facts'>): string[] {
  return APPROVAL.flatMap(({ field, words }) => {
    const said = new Set(facts.flatMap((fact) => (fact.kind === 'date' && fact.field === field ? [fact.value] : [])));
    const [date] = said;
    return said.size === 1 && date !== undefined ? [`${words} ${longDate(date)}`] : [];
  });
}

const APPROVAL = [
  { field: 'approved', words: 'approved' },
  { field: 'nextReview', words: 'next review' },
] as const;

function footer(parts: readonly string[]): Footer {
  return new Footer({
    children: [
      new Paragraph({
        style: 'Footer',
        children: [
          new TextRun(`${parts.join('  ·  ')}  ·  page `),
          new TextRun({ children: [PageNumber.CURRENT, ' of ', PageNumber.TOTAL_PAGES] }),
        ],
      }),
    ],
  });
}
