import type { Root } from 'mdast';
import { fromMarkdown, type Options } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';

/** The one module that knows what reads Markdown: what remark-parse and remark-gfm rest on, without what writes it. */

// Built on first use: at the top level they would be in every bundle that imports a neighbour.
let extensions: Options | undefined;

export function parseMarkdown(text: string): Root {
  extensions ??= { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] };
  return fromMarkdown(text, extensions);
}
