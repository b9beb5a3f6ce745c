import { Document, Footer, Packer, PageNumber, Paragraph, TextRun } from 'docx';
import { publicText } from '../bundle/public-text.ts';
import { parseMarkdown } from '../policy/markdown.ts';
import { type PolicyReading, readPolicy } from '../policy/parse.ts';
import type { ParsedPolicy } from '../policy/schema.ts';
import { longDate } from '../text/long-date.ts';
import { wordBlocks } from './word-blocks.ts';
import { wordContents } from './word-contents.ts';
import { wrapFillIns } from './word-fill-ins.ts';
import { WordLists } from './word-lists.ts';
import { WORD_STYLES } from './word-styles.ts';

/**
 * The policy as a Word file: Arial, headings, lists and tables as Word's own, a table of contents, what is to be filled
 * in marked yellow; the name, the dates of approval and review and the page on every foot.
 */
export async function exportWord({ document, parsed }: PolicyReading): Promise<Uint8Array<ArrayBuffer>> {
  const { title, school, trust } = parsed.document;
  const text = withPlainBackslashes(publicText(document.text));
  const root = parseMarkdown(text);
  const contents = wordContents(root);
  // Where comments were taken out, everything stands elsewhere.
  wrapFillIns(root, (text === document.text ? parsed : readPolicy(text).parsed).placeholders);
  const lists = new WordLists(text);
  const children = wordBlocks(root, lists, contents);
  const name = [school, title ?? 'Attendance policy'].filter(Boolean).join(', ');
  const file = new Document({
    title: title ?? 'Attendance policy',
    ...((school ?? trust) ? { creator: school ?? trust ?? '' } : {}),
    styles: WORD_STYLES,
    numbering: { config: lists.config },
    sections: [
      {
        properties: { page: { size: { width: 11906, height: 16838 }, margin: MARGIN } },
        footers: { default: footer([name, ...approval(parsed)]) },
        children,
      },
    ],
  });
  return new Uint8Array(await Packer.toArrayBuffer(file));
}

/** "**\\**" is the code of an afternoon in bold, and no asterisk that its writer wished to show. */
function withPlainBackslashes(text: string): string {
  return text.replace(LONE_BACKSLASH, '$1\\\\$1');
}

const LONE_BACKSLASH = /(?<![\\*_])(\*{1,3}|_{1,3})\\\1(?![*_])/g;

/** A little over two centimetres, in twentieths of a point. */
const MARGIN = { top: 1247, bottom: 1247, left: 1247, right: 1247 };

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
