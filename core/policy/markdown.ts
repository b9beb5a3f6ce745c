import type { Root, RootContent } from 'mdast';
import { fromMarkdown, type Options } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import { markBackslashes } from '../text/plain.ts';

/** The one module that knows what reads Markdown: what remark-parse and remark-gfm rest on, without what writes it. */

// Built on first use: at the top level they would be in every bundle that imports a neighbour.
let extensions: Options | undefined;

// Of the private use area: no policy holds it, and to Markdown it is a letter like any other.
const STAND_IN = '\ue000';

/** The tree of a Markdown text. "**\\**" is the afternoon's mark in bold, where Markdown alone sees an escaped asterisk. */
export function parseMarkdown(text: string): Root {
  extensions ??= { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] };
  const marked = text.includes('\\') && !text.includes(STAND_IN) ? markBackslashes(text, STAND_IN) : text;
  const root = fromMarkdown(marked, extensions);
  if (marked !== text) restore(root);
  return root;
}

function restore(node: Root | RootContent): void {
  if ('value' in node) node.value = node.value.replaceAll(STAND_IN, '\\');
  if ('url' in node) node.url = node.url.replaceAll(STAND_IN, '\\');
  if ('alt' in node) node.alt = node.alt?.replaceAll(STAND_IN, '\\') ?? null;
  if ('children' in node) for (const child of node.children) restore(child);
}
