import type { Element, Root } from 'hast';
import { toText } from './hast-text.ts';
import { depthOf, visit } from './hast-visit.ts';
import { plainLists } from './html-lists.ts';
import { stylesAsElements } from './html-styles.ts';
import { htmlToMarkdown } from './html-to-markdown.ts';
import { ImportError, type Imported } from './imported.ts';

const CHROME_TAGS = new Set([
  'script',
  'style',
  'noscript',
  'template',
  'svg',
  'canvas',
  'iframe',
  'object',
  'embed',
  'nav',
  'aside',
  'input',
  'select',
  'textarea',
  'dialog',
  'link',
  'meta',
  'audio',
  'video',
  'picture',
]);
const CHROME_ROLES = new Set([
  'navigation',
  'banner',
  'contentinfo',
  'search',
  'complementary',
  'alert',
  'dialog',
  'menu',
  'menubar',
]);
const CHROME_NAMES =
  /(?:^|[-_ ])(?:nav(?:bar|igation)?|menu|breadcrumbs?|cookies?|consent|footer|site-?header|masthead|sidebar|skip(?:-?link|-?to)?|social|share(?:daddy|this)?|addtoany|back-?to-?top|related-?posts|widget-?area|ribbon-?row|suite-?bar|ticker|carousel|translate|pagination)(?:$|[-_ ])/i;
const DEEPEST = 300;
const TOO_DEEP = 'The page nests its elements hundreds deep, as a damaged or harmful file does. It was not read.';

/** A saved web page as policy Markdown: menus, banners and other page furniture go, the content stays. */
export function importHtml(html: string): Imported {
  if (holdsMoreThanABook(html))
    throw new ImportError(
      'The page holds more than a book of a thousand pages. Save the policy’s own page as a file of its own.',
    );
  const notes: Imported['notes'] = [];
  let dropped = 0;
  const markdown = convert(withoutOwnEntities(html), (root) => {
    if (depthOf(root) > DEEPEST) throw new ImportError(TOO_DEEP);
    stylesAsElements(root);
    const main = mainOf(root);
    if (main) root.children = [main];
    const panels = panelsOf(root);
    visit(root, (node) => {
      if (!('children' in node)) return;
      const inMain = main !== null || (node.type === 'element' && /^(?:main|article)$/.test(node.tagName));
      const kept = node.children.filter(
        (child) =>
          !(
            child.type === 'comment' ||
            child.type === 'doctype' ||
            (child.type === 'element' && isChrome(child, inMain, panels))
          ),
      );
      dropped += node.children.length - kept.length;
      node.children = kept as typeof node.children;
    });
    plainLists(root);
  });
  if (markdown.trim() === '')
    throw new ImportError(
      'The page holds no text. If it is drawn by a script, open it in a browser, copy the policy and paste it into the editor.',
    );
  if (dropped > 0) notes.push({ kind: 'lost', message: 'Menus, banners and other page furniture were left out.' });
  return { markdown, notes };
}

/** The fullest school pages have ten thousand tags. */
const MOST_TAGS = 60_000;
/** Letters between tags, scripts and styles left out: the longest policy has three hundred thousand. */
const MOST_LETTERS = 4_000_000;

function holdsMoreThanABook(html: string): boolean {
  let tags = 0;
  let letters = 0;
  for (let at = html.indexOf('<'); at >= 0; ) {
    const close = html.indexOf('>', at);
    const next = close < 0 ? -1 : html.indexOf('<', close);
    const words = (next < 0 ? html.length : next) - (close < 0 ? at : close);
    if (!/^<(?:script|style)\b/i.test(html.slice(at, at + 8))) letters += words;
    if (++tags > MOST_TAGS || letters > MOST_LETTERS) return true;
    at = next;
  }
  return tags === 0 && html.length > MOST_LETTERS;
}

/** The parser itself runs out of stack on the deepest pages. */
function convert(html: string, prepare: (root: Root) => void): string {
  try {
    return htmlToMarkdown(html, prepare);
  } catch (error) {
    throw error instanceof RangeError ? new ImportError(TOO_DEEP) : error;
  }
}

/** The page's own <main> or <article>, when it holds most of what is written there. */
function mainOf(root: Root): Element | null {
  let best: Element | null = null;
  visit(root, (node) => {
    if (node.type !== 'element') return;
    const isMain = node.tagName === 'main' || node.properties['role'] === 'main' || node.tagName === 'article';
    if (isMain && (!best || toText(node).length > toText(best).length * 1.2)) best = node;
  });
  return best && toText(best).length > 400 ? best : null;
}

/** What a button or a tab of the page opens: it is hidden only until somebody asks for it. */
function panelsOf(root: Root): Set<string> {
  const panels = new Set<string>();
  visit(root, (node) => {
    if (node.type !== 'element') return;
    for (const id of [node.properties['ariaControls'] ?? []].flat()) panels.add(String(id));
  });
  return panels;
}

function isChrome(element: Element, inMain: boolean, panels: ReadonlySet<string>): boolean {
  const { tagName, properties } = element;
  if (CHROME_TAGS.has(tagName)) return true;
  // A heading that opens and shuts its section is a button for the browser alone.
  if (tagName === 'button') return properties['ariaExpanded'] === undefined && properties['ariaControls'] === undefined;
  const role = properties['role'];
  const isHidden = properties['hidden'] !== undefined || properties['ariaHidden'] === 'true';
  if (isHidden && role !== 'tabpanel' && !panels.has(String(properties['id'] ?? ''))) return true;
  if (typeof role === 'string' && CHROME_ROLES.has(role)) return true;
  // Some systems put the whole page into one form.
  if (tagName === 'form') return toText(element).trim().length < LONG && !holdsPage(element);
  if (tagName === 'header') return !inMain && toText(element).length < LONG;
  if (tagName === 'footer') return toText(element).length < LONG;
  const names = [properties['id'], ...[properties['className'] ?? []].flat()]
    .filter((name) => typeof name === 'string')
    .join(' ');
  // A policy may well stand in a "content-with-sidebar": only small parts are furniture by name alone.
  return CHROME_NAMES.test(names) && toText(element).length < 1500;
}

function holdsPage(element: Element): boolean {
  let holds = false;
  visit(element, (node) => {
    if (node.type === 'element' && /^(?:h1|main|article)$/.test(node.tagName)) holds = true;
  });
  return holds;
}

/** More letters than the furniture of a page has. */
const LONG = 600;

/** A document type may declare entities of its own in brackets, which no browser reads and whose end would stand in the text. */
function withoutOwnEntities(html: string): string {
  const start = html.slice(0, 5000).search(/<!DOCTYPE\b/i);
  const open = start < 0 ? -1 : html.indexOf('[', start);
  const close = html.indexOf('>', start);
  if (open < 0 || close < open) return html;
  const end = /\]\s{0,40}>/.exec(html.slice(open, open + 100_000));
  return end ? `${html.slice(0, start)}<!DOCTYPE html>${html.slice(open + end.index + end[0].length)}` : html;
}
