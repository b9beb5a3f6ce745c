import type { Element, Root } from 'hast';
import { toText } from './hast-text.ts';
import { depthOf, visit } from './hast-visit.ts';
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
  'form',
  'button',
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
  /(?:^|[-_ ])(?:nav(?:bar|igation)?|menu|breadcrumbs?|cookies?|consent|footer|site-?header|masthead|sidebar|skip(?:-?link|-?to)?|social|share|ticker|carousel|translate|pagination)(?:$|[-_ ])/i;
const DEEPEST = 300;
const TOO_DEEP = 'The page nests its elements hundreds deep, as a damaged or harmful file does. It was not read.';

/** A saved web page as policy Markdown: menus, banners and other page furniture go, the content stays. */
export function importHtml(html: string): Imported {
  const notes: Imported['notes'] = [];
  let dropped = 0;
  const markdown = convert(html, (root) => {
    if (depthOf(root) > DEEPEST) throw new ImportError(TOO_DEEP);
    const main = mainOf(root);
    if (main) root.children = [main];
    visit(root, (node) => {
      if (!('children' in node)) return;
      const kept = node.children.filter(
        (child) =>
          !(child.type === 'comment' || child.type === 'doctype' || (child.type === 'element' && isChrome(child))),
      );
      dropped += node.children.length - kept.length;
      node.children = kept as typeof node.children;
    });
  });
  if (markdown.trim() === '')
    throw new ImportError(
      'The page holds no text. If it is drawn by a script, open it in a browser, copy the policy and paste it into the editor.',
    );
  if (dropped > 0) notes.push({ kind: 'lost', message: 'Menus, banners and other page furniture were left out.' });
  return { markdown, notes };
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

function isChrome(element: Element): boolean {
  if (CHROME_TAGS.has(element.tagName)) return true;
  if (element.properties['hidden'] === true || element.properties['ariaHidden'] === 'true') return true;
  const role = element.properties['role'];
  if (typeof role === 'string' && CHROME_ROLES.has(role)) return true;
  if (element.tagName === 'footer' || element.tagName === 'header') return toText(element).length < 600;
  const names = [element.properties['id'], ...[element.properties['className'] ?? []].flat()]
    .filter((name) => typeof name === 'string')
    .join(' ');
  // A policy may well stand in a "content-with-sidebar": only small parts are furniture by name alone.
  return CHROME_NAMES.test(names) && toText(element).length < 1500;
}
