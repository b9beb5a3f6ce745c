import type { Element, Root } from 'hast';
import rehypeParse from 'rehype-parse';
import rehypeRemark from 'rehype-remark';
import remarkGfm from 'remark-gfm';
import remarkStringify from 'remark-stringify';
import { unified } from 'unified';
import { toText } from './hast-text.ts';
import { visit } from './hast-visit.ts';
import { wholeMarks } from './html-marks.ts';
import { plainTables } from './html-tables.ts';
import { raised } from './printed-number.ts';

/** HTML as policy Markdown. `prepare` may change the tree first. */
export function htmlToMarkdown(html: string, prepare: (root: Root) => void): string {
  const tree = unified()
    .use(rehypeParse, { fragment: !/<html[\s>]/i.test(html) })
    .parse(html);
  prepare(tree);
  raiseFigures(tree);
  wholeMarks(tree);
  plainTables(tree);
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

/** "90%" with the mark of footnote 1 is not 901. */
function raiseFigures(root: Root): void {
  visit(root, (node) => {
    if (node.type !== 'element' || node.tagName !== 'sup') return;
    const text = toText(node).trim();
    if (/^\[?\d{1,3}\]?$/.test(text)) node.children = [{ type: 'text', value: raised(text.replace(/[[\]]/g, '')) }];
  });
}

function isPhrasing(node: { type: string }): node is { type: 'text'; value: string } {
  return !['paragraph', 'list', 'table', 'heading', 'blockquote', 'code'].includes(node.type);
}

/** Stands for a tab while the converter works, which takes every blank for one space. */
export const TAB = '\ue009';

/** Escapes that only a parser needs make a policy hard to read: "\\(PA)" and "&#x20;" go, where nothing can be misread. */
function tidy(markdown: string): string {
  return `${markdown
    .replace(/&#x20;|&#x9;/g, ' ')
    .replace(/\u00ad/g, '')
    .replace(/\\\n/g, '  \n')
    // A line of nothing parts paragraphs, whatever made it.
    .replace(/^[ \u00a0]+$/gm, '')
    .replace(/ {2}\n(?=\n)/g, '\n')
    .replace(/\\(?=[_[\]&(])/g, '')
    // "3\\. Then we meet" at the head of a paragraph is a list that goes on with its own number; "\\- ring us" is an item.
    .replace(/^(\d{1,3})\\(?=[.)] )/gm, '$1')
    .replace(/^( *)\\(?=- )/gm, '$1')
    // An address in plain words would be a link in Markdown, which it may as well be: "office\@example.org".
    .replace(/(?<=[\w.+-])\\(?=@[\w.-])/g, '')
    .replace(/(?<=\bwww)\\(?=\.)|(?<=\bhttps?)\\(?=:)|(?<=\w)\\(?=\.[\w-])/gi, '')
    // No line of a policy is underlined by "==9.20 am==".
    .replace(/\\(?==+[^=\n])/g, '')
    .split('\n')
    .map(withTabs)
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()}\n`;
}

const TABS = / {0,4}\ue009[ \ue009]{0,40}/g;

/** Tabs part the columns of a line; behind its number or bullet, at its edges and in a table's cell they are a space. */
function withTabs(line: string): string {
  if (!line.includes(TAB)) return line;
  const [, indent = '', marker = '', rest = ''] = MARKED.exec(line) ?? [];
  const words = rest.slice(0, lengthOfWords(rest));
  const end = rest.length > words.length && rest.endsWith('  ') ? '  ' : '';
  return indent + marker.replace(TABS, ' ') + words.replace(TABS, line.startsWith('|') ? ' ' : '\t') + end;
}

/** Without the spaces and tabs behind them: looked for from the end, for a pattern would look at every run between. */
function lengthOfWords(text: string): number {
  let end = text.length;
  while (end > 0 && (text[end - 1] === ' ' || text[end - 1] === TAB)) end--;
  return end;
}

const MARKED =
  /^( *)(?:\ue009[ \ue009]*)?((?:(?:[-*+•▪●○>]|#{1,6}|\(?[\da-z]{1,3}[.)]|\d{1,2}(?:\.\d{1,2}){1,3}\.?)[ \ue009]+)?)(.*)/;
