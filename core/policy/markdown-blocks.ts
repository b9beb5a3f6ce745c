import type { Root } from 'mdast';
import { fromMarkdown, type Options } from 'mdast-util-from-markdown';
import { gfmFootnoteFromMarkdown } from 'mdast-util-gfm-footnote';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmFootnote } from 'micromark-extension-gfm-footnote';
import { gfmTable } from 'micromark-extension-gfm-table';

/** What stands within lines (emphasis, links, code, entities) decides nothing about blocks, and is most of a parse. */
const WITHIN_LINES = [
  'attention',
  'autolink',
  'characterEscape',
  'characterReference',
  'codeText',
  'hardBreakEscape',
  'htmlText',
  'labelEnd',
  'labelStartImage',
  'labelStartLink',
];

// Built on first use: at the top level they would be in every bundle that imports a neighbour.
let blocksOnly: Options | undefined;

/** The blocks that remark-parse and remark-gfm give, by the parser that they rest on; the words in them are plain text. */
export function parseBlocks(text: string): Root {
  blocksOnly ??= {
    extensions: [gfmFootnote(), gfmTable(), { disable: { null: WITHIN_LINES } }],
    mdastExtensions: [gfmFootnoteFromMarkdown(), gfmTableFromMarkdown()],
  };
  return fromMarkdown(text, blocksOnly);
}
