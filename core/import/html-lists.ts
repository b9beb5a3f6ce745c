import type { Element, ElementContent, Root } from 'hast';
import { toText } from './hast-text.ts';
import { visit } from './hast-visit.ts';
import { namesOf } from './html-styles.ts';
import { letters, roman } from './printed-number.ts';

/** Lists as they look: nested ones nested, letters and Roman figures printed, terms before what they mean. */
export function plainLists(root: Root): void {
  visit(root, (node) => {
    if (!('children' in node)) return;
    const children = node.children as ElementContent[];
    if (children.some((child) => levelOf(child) > 0)) node.children = nested(children);
    node.children = (node.children as ElementContent[]).flatMap((child): ElementContent[] => {
      if (child.type !== 'element') return [child];
      if (child.tagName === 'ol') return lettered(child);
      if (child.tagName === 'dl') return termsOf(child);
      if (child.tagName === 'p') return [officeItem(child)];
      return [child];
    });
  });
}

const element = (tagName: string, children: ElementContent[]): Element => ({
  type: 'element',
  tagName,
  properties: {},
  children,
});
const named = (node: ElementContent | undefined, name: string): Element | null =>
  node?.type === 'element' && node.tagName === name ? node : null;

/** Google Docs exports a nested list beside the one that it belongs in, with its level in the name of its class; else 0. */
function levelOf(node: ElementContent): number {
  if (node.type !== 'element' || (node.tagName !== 'ul' && node.tagName !== 'ol')) return 0;
  for (const name of namesOf(node.properties['className'])) {
    const level = /^lst-[\w]{1,40}-(\d)$/.exec(name)?.[1];
    if (level !== undefined) return Number(level);
  }
  return 0;
}

function nested(children: readonly ElementContent[]): ElementContent[] {
  const out: ElementContent[] = [];
  for (const child of children) {
    const level = levelOf(child);
    let list = out.at(-1);
    let parent: Element | null = null;
    for (let depth = 0; depth < level && list?.type === 'element'; depth++) {
      const item: ElementContent | undefined = list.children.filter((one) => named(one, 'li')).at(-1);
      if (item?.type !== 'element') break;
      parent = item;
      list = item.children.at(-1);
    }
    // Its name has said where it belongs, and says no more.
    if (level > 0 && parent && child.type === 'element')
      parent.children.push({ ...child, properties: { ...child.properties, className: [] } });
    else out.push(child);
  }
  return out;
}

const LETTERED = /list-style-type\s{0,4}:\s{0,4}(lower|upper)-(alpha|latin|roman)/i;

/** A list counted in letters, which Markdown would count in figures: each item a paragraph with its own letter. */
function lettered(list: Element): ElementContent[] {
  const type = String(list.properties['type'] ?? '');
  const style = LETTERED.exec(String(list.properties['style'] ?? ''));
  const isRoman = /^i$/i.test(type) || style?.[2]?.toLowerCase() === 'roman';
  if (!isRoman && !/^a$/i.test(type) && !style) return [list];
  const isUpper = /^[AI]$/.test(type) || style?.[1]?.toLowerCase() === 'upper';
  const items = list.children.flatMap((child) => named(child, 'li') ?? []);
  const start = Number(list.properties['start'] ?? 1) || 1;
  return items.map((item, index) => {
    const count = isRoman ? roman(start + index) : letters(start + index);
    const label: ElementContent = { type: 'text', value: `${isUpper ? count.toUpperCase() : count}. ` };
    const [first, ...others] = item.children;
    const opening = named(first, 'p');
    if (opening) return element('div', [element('p', [label, ...opening.children]), ...others]);
    return element('div', [label, ...(first ? [first] : []), ...others]);
  });
}

/** "Registers open: 8.50 am", or the term alone where what it means takes paragraphs. */
function termsOf(list: Element): ElementContent[] {
  const parts = list.children.flatMap((child) => named(child, 'div')?.children ?? [child]);
  const out: Element[] = [];
  for (const part of parts) {
    const term = named(part, 'dt');
    const meaning = named(part, 'dd');
    const last = named(out.at(-1), 'p');
    if (term) out.push(element('p', term.children));
    else if (meaning && last && !meaning.children.some(isBlock)) {
      const colon: ElementContent = { type: 'text', value: /[:?]\s*$/.test(toText(last)) ? ' ' : ': ' };
      last.children = [...last.children, colon, ...meaning.children];
    } else if (meaning) out.push(element('div', meaning.children));
  }
  return out;
}

function isBlock(node: ElementContent): boolean {
  return node.type === 'element' && /^(?:p|div|ul|ol|dl|table)$/.test(node.tagName);
}

/** A title, or an item of a list, that Word saved as a paragraph: its bullet or number stands in front of it. */
function officeItem(paragraph: Element): Element {
  if (namesOf(paragraph.properties['className']).includes('MsoTitle')) return { ...paragraph, tagName: 'h1' };
  let marker: Element | null = null;
  visit(paragraph, (node) => {
    if (node.type === 'element' && /mso-list\s*:\s*Ignore/i.test(String(node.properties['style'] ?? '')))
      marker ??= node;
  });
  const found = marker as Element | null;
  if (!found) return paragraph;
  const words = toText(found).replace(/\s+/g, ' ').trim();
  found.children = [{ type: 'text', value: /[\p{L}\p{N}]{1,6}[.)]|\p{N}/u.test(words) ? `${words} ` : '- ' }];
  return paragraph;
}
