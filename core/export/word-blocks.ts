import {
  BorderStyle,
  type FileChild,
  HeadingLevel,
  type IParagraphOptions,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import type {
  BlockContent,
  TableCell as Cell,
  DefinitionContent,
  List,
  Root,
  RootContent,
  TableRow as Row,
  Table as Rows,
} from 'mdast';
import { keptLineEnds } from './line-ends.ts';
import { tableOfTabs, tableOfTabsAndTags } from './tabbed-lines.ts';
import type { Contents } from './word-contents.ts';
import { DEEPEST_LIST, type WordLists } from './word-lists.ts';
import { wordRuns } from './word-runs.ts';

type Block = RootContent | BlockContent | DefinitionContent;

/** What a block stands in: where a paragraph of it starts, and how. */
interface Place {
  paragraph: IParagraphOptions;
  listDepth: number;
}

const LEVELS = [
  HeadingLevel.HEADING_1,
  HeadingLevel.HEADING_2,
  HeadingLevel.HEADING_3,
  HeadingLevel.HEADING_4,
  HeadingLevel.HEADING_5,
  HeadingLevel.HEADING_6,
] as const;
/** The width between the margins, in twentieths of a point. */
const TEXT_WIDTH = 9412;
const LINE = { style: BorderStyle.SINGLE, size: 4, color: 'B9B3A6' };

/** The blocks of a document as Word's paragraphs and tables, its contents among them. */
export function wordBlocks(root: Root, lists: WordLists, contents: Contents | null): FileChild[] {
  const source = lists.text.split(/\r\n|\r|\n/);

  function blocksOf(nodes: readonly Block[], place: Place): FileChild[] {
    const blocks: FileChild[] = [];
    for (let index = 0; index < nodes.length; index++) {
      const node = nodes[index];
      if (!node) continue;
      if (nodes === root.children && index === contents?.before) blocks.push(...contents.blocks);
      const table = tableOfTabsAndTags(node, nodes[index + 1]);
      if (table) index++;
      blocks.push(...blockOf(table ?? node, place));
    }
    return blocks;
  }

  function blockOf(node: Block, place: Place): FileChild[] {
    switch (node.type) {
      case 'heading':
        return [new Paragraph({ heading: LEVELS[node.depth - 1] ?? LEVELS[5], children: wordRuns(node.children) })];
      case 'paragraph': {
        const table = place.listDepth === 0 ? tableOfTabs(node) : null;
        if (table) return blocksOf(table, place);
        return [new Paragraph({ ...place.paragraph, children: wordRuns(keptLineEnds(node, source)) })];
      }
      case 'blockquote':
        return blocksOf(node.children, { ...place, paragraph: { style: 'Quote' } });
      case 'list':
        return listOf(node, place);
      case 'table':
        return [tableOf(node), new Paragraph({ children: [] })];
      case 'code':
        return node.value
          .split('\n')
          .map((line) => new Paragraph({ ...place.paragraph, children: [new TextRun(line)] }));
      case 'thematicBreak':
        return [new Paragraph({ border: { bottom: { ...LINE, space: 1 } }, children: [] })];
      case 'html':
        return paragraphsOfHtml(node.value, place);
      case 'footnoteDefinition':
        return blocksOf(node.children, place);
      default:
        return [];
    }
  }

  function listOf(list: List, place: Place): FileChild[] {
    const level = Math.min(place.listDepth, DEEPEST_LIST);
    const places = lists.placesOf(list);
    return list.children.flatMap((item, index) => {
      const numbering = places[index] && { ...places[index], level };
      const [first, ...others] = item.children;
      const inside: Place = {
        paragraph: { indent: { left: 360 * (level + 1) } },
        listDepth: place.listDepth + 1,
      };
      const opening = first?.type === 'paragraph' ? wordRuns(keptLineEnds(first, source)) : [];
      const rest = first && first.type !== 'paragraph' ? item.children : others;
      const look = { ...(numbering ? { numbering } : {}), spacing: { after: 60 } };
      return [new Paragraph({ ...look, children: opening }), ...blocksOf(rest, inside)];
    });
  }

  return blocksOf(root.children, { paragraph: {}, listDepth: 0 });
}

/** Text in HTML tags keeps its words: tags of paragraphs and breaks begin a new paragraph. */
function paragraphsOfHtml(html: string, { paragraph }: Place): Paragraph[] {
  return html
    .split(/<(?:br|p|div|li|tr|h[1-6])\b[^<>]{0,200}>/i)
    .map((part) =>
      part
        .replace(/<[^<>]{1,400}>/g, ' ')
        .replace(/\s+/g, ' ')
        .trim(),
    )
    .filter((words) => words !== '')
    .map((words) => new Paragraph({ ...paragraph, children: [new TextRun(words)] }));
}

function tableOf({ children }: Rows): Table {
  const columns = Math.max(1, ...children.map((row) => row.children.length));
  const [head, ...body] = children;
  // A table that Markdown gave an empty first row, as it must have one, has none in Word.
  const rows = head?.children.every((cell) => cell.children.length === 0) ? body : children;
  const widths = columnWidths(children, columns);
  return new Table({
    width: { size: TEXT_WIDTH, type: WidthType.DXA },
    columnWidths: widths,
    borders: { top: LINE, bottom: LINE, left: LINE, right: LINE, insideHorizontal: LINE, insideVertical: LINE },
    rows: (rows.length > 0 ? rows : children).map((row) => rowOf(row, widths, row === head)),
  });
}

function rowOf(row: Row, widths: readonly number[], isHead: boolean): TableRow {
  return new TableRow({
    tableHeader: isHead,
    cantSplit: true,
    children: widths.map((width, index) => {
      const look = isHead ? { bold: true } : {};
      return new TableCell({
        width: { size: width, type: WidthType.DXA },
        margins: { left: 100, right: 100 },
        ...(isHead ? { shading: { fill: 'E0EEEC', color: 'auto' } } : {}),
        children: paragraphsOfCell(row.children[index], look),
      });
    }),
  });
}

function paragraphsOfCell(cell: Cell | undefined, look: { bold?: boolean }): Paragraph[] {
  const [first, ...others] = cell?.children ?? [];
  if (first?.type === 'html' && others.length === 0)
    return paragraphsOfHtml(first.value, { paragraph: { style: 'Cell' }, listDepth: 0 });
  return [new Paragraph({ style: 'Cell', children: wordRuns(cell?.children ?? [], look) })];
}

/** Wider columns for longer texts, none so narrow that a word would not fit. */
function columnWidths(rows: readonly Row[], columns: number): number[] {
  const lengths = Array.from({ length: columns }, (_, index) => {
    const longest = Math.max(0, ...rows.map((row) => lengthOf(row.children[index])));
    return Math.sqrt(Math.min(400, Math.max(12, longest)));
  });
  const all = lengths.reduce((sum, length) => sum + length, 0);
  return lengths.map((length) => Math.floor((TEXT_WIDTH * length) / all));
}

function lengthOf(node: unknown): number {
  if (typeof node !== 'object' || node === null) return 0;
  if ('value' in node && typeof node.value === 'string') return node.value.length;
  if (!('children' in node) || !Array.isArray(node.children)) return 0;
  return node.children.reduce((sum: number, child) => sum + lengthOf(child), 0);
}
