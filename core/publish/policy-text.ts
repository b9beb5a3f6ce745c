import type { Element, Root } from 'hast';
import type { Root as Markdown, Nodes } from 'mdast';
import rehypeSanitize, { defaultSchema } from 'rehype-sanitize';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { parseMarkdown } from '../policy/markdown.ts';

/** The policy's own text made safe for a page, with an anchor on every block: `anchorOf(line)` is where a line went. */
export interface PolicyText {
  tree: Root;
  contents: { id: string; depth: number; text: string }[];
  anchorOf(line: number): string;
}

const PREFIX = 'policy-';
const SCHEMA = {
  ...defaultSchema,
  clobberPrefix: PREFIX,
  // A picture would be a request to another host; a form, a style or a script has no place in a policy.
  tagNames: (defaultSchema.tagNames ?? []).filter((name) => !['img', 'picture', 'source', 'input'].includes(name)),
  protocols: { href: ['http', 'https', 'mailto', 'tel'] },
};

/**
 * Untrusted policy Markdown as a safe tree. Raw HTML in it is dropped; links keep only http, https, mailto and tel, and
 * places of the policy itself.
 */
export function renderPolicyText(markdown: string): PolicyText {
  const root = parseMarkdown(markdown);
  const lines = new Set<number>();
  const contents: PolicyText['contents'] = [];
  anchor(root, lines, contents);
  const tree = unified().use(remarkRehype, { clobberPrefix: '' }).use(rehypeSanitize, SCHEMA).runSync(root) as Root;
  settleLinks(tree, contents);
  const sorted = [...lines].toSorted((a, b) => a - b);
  return {
    tree,
    contents,
    anchorOf(line) {
      const at = sorted.findLast((known) => known <= line) ?? sorted[0] ?? 1;
      return `#${PREFIX}l${at}`;
    },
  };
}

/** An address that a browser can go to: with a host alone before its path, no name and password, and no quote marks. */
const ABROAD = /^(?:https?:\/\/(?:[\p{L}\p{N}.-]|%[89a-f][\da-f])+(?::\d{1,5})?(?:[/?#]|$)|(?:mailto|tel):)/iu;

/** Links within the policy lead to their new places; one that would lead nowhere, or to another page of the host, is plain words. */
function settleLinks(tree: Root, contents: PolicyText['contents']): void {
  const elements = elementsOf(tree);
  const ids = new Set(elements.map(({ properties }) => properties['id']));
  const headings = new Map(contents.map(({ id, text }) => [slugOf(text), id]));
  for (const { tagName, properties } of elements) {
    const href = properties['href'];
    if (tagName !== 'a' || typeof href !== 'string' || ABROAD.test(href)) continue;
    const name = href.startsWith('#') ? href.slice(1) : null;
    const id = name === null ? undefined : ids.has(PREFIX + name) ? PREFIX + name : headings.get(name.toLowerCase());
    properties['href'] = id === undefined ? undefined : `#${id}`;
  }
}

/** A heading as editors of Markdown make an anchor of it: "The school day" is "the-school-day". */
function slugOf(text: string): string {
  return text
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s-]/gu, '')
    .replace(/\s/g, '-');
}

function elementsOf(tree: Root): Element[] {
  const found: Element[] = [];
  const waiting: (Root | Element)[] = [tree];
  for (let node = waiting.pop(); node; node = waiting.pop())
    for (const child of node.children) {
      if (child.type !== 'element') continue;
      found.push(child);
      waiting.push(child);
    }
  return found;
}

function anchor(root: Markdown, lines: Set<number>, contents: PolicyText['contents']): void {
  const waiting: Nodes[] = [root];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    const line = node.position?.start.line;
    if (
      line !== undefined &&
      ['heading', 'paragraph', 'listItem', 'tableRow', 'code'].includes(node.type) &&
      !lines.has(line)
    ) {
      lines.add(line);
      node.data = { ...node.data, hProperties: { id: `l${line}` } };
      if (node.type === 'heading' && node.depth <= 3)
        contents.push({ id: `${PREFIX}l${line}`, depth: node.depth, text: wordsOf(node) });
    }
    if (node.type === 'image') Object.assign(node, { type: 'text', value: node.alt ? `[picture: ${node.alt}]` : '' });
    if ('children' in node) for (const child of node.children.toReversed()) waiting.push(child);
  }
}

function wordsOf(node: Nodes): string {
  if ('value' in node && node.type !== 'html') return node.value;
  return 'children' in node ? node.children.map(wordsOf).join('') : '';
}
