import type { Element, ElementContent, Root } from 'hast';
import { toText } from './hast-text.ts';
import { visit } from './hast-visit.ts';

/** The converter's footnotes and endnotes in Markdown's own form: "[^1]" at the place, "[^1]: …" at the end. */
export function markdownNotes(root: Root): void {
  visit(root, (node) => {
    if (!('children' in node)) return;
    node.children = node.children.flatMap((child): ElementContent[] => {
      if (child.type !== 'element') return [child as ElementContent];
      if (child.tagName === 'ol' && child.children.some(isNote)) return definitionsOf(child);
      const number = child.tagName === 'sup' ? /^\[(\d{1,4})\]$/.exec(toText(child))?.[1] : undefined;
      return number !== undefined && refersTo(child, /^#(?:foot|end)note-\d/)
        ? [{ type: 'text', value: `[^${number}]` }]
        : [child];
    });
  });
}

function isNote(node: ElementContent): node is Element {
  return node.type === 'element' && /^(?:foot|end)note-/.test(String(node.properties['id'] ?? ''));
}

function refersTo({ children }: Element, pattern: RegExp): boolean {
  const [link] = children;
  return link?.type === 'element' && pattern.test(String(link.properties['href'] ?? ''));
}

function definitionsOf(list: Element): Element[] {
  return list.children.filter(isNote).map((note, index): Element => {
    const words = note.children.flatMap((block) => (block.type === 'element' ? [...block.children, SPACE] : [block]));
    // The arrow only leads back.
    const kept = words.filter((node) => node.type !== 'element' || toText(node) !== '↑');
    return {
      type: 'element',
      tagName: 'p',
      properties: {},
      children: [{ type: 'text', value: `[^${index + 1}]: ` }, ...kept],
    };
  });
}

const SPACE: ElementContent = { type: 'text', value: ' ' };
