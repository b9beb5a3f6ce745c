import type { Root, RootContent } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { markBackslashes } from '../text/plain.ts';

/** The one module that knows which remark plugins we use; what reads policies asks for their blocks alone, in markdown-blocks.ts. */

// Built on first use: a top-level processor would drag the parser into every bundle that imports a neighbour.
let processor: { parse(text: string): Root } | undefined;

// Of the private use area: no policy holds it, and to Markdown it is a letter like any other.
const STAND_IN = '\ue000';

/** The tree of a Markdown text. "**\\**" is the afternoon's mark in bold, where Markdown alone sees an escaped asterisk. */
export function parseMarkdown(text: string): Root {
  processor ??= unified().use(remarkParse).use(remarkGfm).freeze();
  const marked = text.includes('\\') && !text.includes(STAND_IN) ? markBackslashes(text, STAND_IN) : text;
  const root = processor.parse(marked);
  if (marked !== text) restore(root);
  return root;
}

function restore(node: Root | RootContent): void {
  if ('value' in node) node.value = node.value.replaceAll(STAND_IN, '\\');
  if ('url' in node) node.url = node.url.replaceAll(STAND_IN, '\\');
  if ('alt' in node) node.alt = node.alt?.replaceAll(STAND_IN, '\\') ?? null;
  if ('children' in node) for (const child of node.children) restore(child);
}
