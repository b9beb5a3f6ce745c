import type { Root } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';

/** The one module that knows which remark plugins we use. */

// Built on first use: a top-level processor would drag the parser into every bundle that imports a neighbour.
let processor: { parse(text: string): Root } | undefined;

export function parseMarkdown(text: string): Root {
  processor ??= unified().use(remarkParse).use(remarkGfm).freeze();
  return processor.parse(text);
}
