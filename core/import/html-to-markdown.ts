import type { Element, ElementContent, Nodes, Root } from 'hast';
import rehypeParse from 'rehype-parse';
import rehypeRemark from 'rehype-remark';
import remarkGfm from 'remark-gfm';
import remarkStringify from 'remark-stringify';
import { unified } from 'unified';

/** HTML as policy Markdown. `prepare` may change the tree first. */
export function htmlToMarkdown(html: string, prepare: (root: Root) => void): string {
  const tree = unified()
    .use(rehypeParse, { fragment: !/<html[\s>]/i.test(html) })
    .parse(html);
  prepare(tree);
  flattenCells(tree);
  promoteHeaders(tree);
  const processor = unified()
    .use(rehypeRemark, {
      handlers: {
        // Yellow highlight is how trusts mark what a school must fill in.
        mark: (state, node: Element) => [
          { type: 'text', value: '==' },
          ...state.all(node).filter(isPhrasing),
          { type: 'text', value: '==' },
        ],
        img: (_, node: Element) => ({ type: 'text', value: String(node.properties['alt'] ?? '') }),
      },
    })
    .use(remarkGfm, { tablePipeAlign: false })
    .use(remarkStringify, { bullet: '-', emphasis: '*', rule: '-', listItemIndent: 'one' });
  const markdown = processor.stringify(processor.runSync(tree));
  return tidy(markdown);
}

function isPhrasing(node: { type: string }): node is { type: 'text'; value: string } {
  return !['paragraph', 'list', 'table', 'heading', 'blockquote', 'code'].includes(node.type);
}

/** Escapes that only a parser needs make a policy hard to read: "\(PA)" and "&#x20;" go, where nothing can be misread. */
function tidy(markdown: string): string {
  return `${markdown
    .replace(/&#x20;/g, ' ')
    .replace(/\\\n/g, '  \n')
    .replace(/\\(?=[_[\]&(])/g, '')
    // "3\\. Then we meet" at the head of a paragraph is a list that goes on with its own number.
    .replace(/^(\d{1,3})\\(?=[.)] )/gm, '$1')
    // An address in plain words would be a link in Markdown, which it may as well be: "office\@example.org".
    .replace(/(?<=[\w.+-])\\(?=@[\w.-])/g, '')
    .replace(/\n{3,}/g, '\n\n')
    .trim()}\n`;
}

/** A cell of a Markdown table is one line: its paragraphs and list items are joined with a space, nested tables with a slash. */
function flattenCells(root: Root): void {
  visit(root, (node) => {
    if (node.type !== 'element' || (node.tagName !== 'td' && node.tagName !== 'th')) return;
    const flat: ElementContent[] = [];
    const walk = (children: readonly ElementContent[]): void => {
      for (const child of children) {
        if (child.type === 'element' && BLOCKS.has(child.tagName)) {
          if (flat.length > 0) flat.push({ type: 'text', value: child.tagName === 'tr' ? ' / ' : ' ' });
          if (child.tagName === 'li') flat.push({ type: 'text', value: '• ' });
          walk(child.children);
        } else if (child.type === 'element' && child.tagName === 'br') flat.push({ type: 'text', value: ' ' });
        else flat.push(child);
      }
    };
    walk(node.children);
    node.children = flat;
  });
}

/** A Markdown table begins with its header row; Word seldom says which row that is, so the first one serves. */
function promoteHeaders(root: Root): void {
  visit(root, (node) => {
    if (node.type !== 'element' || node.tagName !== 'table') return;
    let first: Element | null = null;
    let hasHeader = false;
    visit(node, (part) => {
      if (part.type !== 'element') return;
      if (part.tagName === 'tr') first ??= part;
      if (part.tagName === 'th') hasHeader = true;
    });
    if (!hasHeader)
      for (const cell of (first as Element | null)?.children ?? [])
        if (cell.type === 'element' && cell.tagName === 'td') cell.tagName = 'th';
  });
}

const BLOCKS = new Set([
  'p',
  'div',
  'ul',
  'ol',
  'li',
  'table',
  'tbody',
  'thead',
  'tr',
  'td',
  'th',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'blockquote',
  'section',
]);

/** Visits every node, parents first, without recursion, so that deep nesting cannot exhaust the stack. */
export function visit(root: Nodes, each: (node: Nodes) => void): void {
  const waiting: Nodes[] = [root];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    each(node);
    if ('children' in node)
      for (let index = node.children.length - 1; index >= 0; index--) waiting.push(node.children[index] as Nodes);
  }
}

/** How deep the deepest element stands. */
export function depthOf(root: Nodes): number {
  let deepest = 0;
  const waiting: { node: Nodes; depth: number }[] = [{ node: root, depth: 0 }];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    deepest = Math.max(deepest, next.depth);
    if ('children' in next.node)
      for (const child of next.node.children) waiting.push({ node: child as Nodes, depth: next.depth + 1 });
  }
  return deepest;
}
