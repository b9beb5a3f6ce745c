import type { Element, ElementContent, Root } from 'hast';
import { visit } from './hast-visit.ts';

const RULE = /\.([\w-]{1,80})\s{0,4}\{([^{}]{1,2000})\}/g;
const BOLD = /font-weight\s{0,4}:\s{0,4}(?:bold|[6-9]00)/i;
const NOT_BOLD = /font-weight\s{0,4}:\s{0,4}(?:normal|[1-4]00)/i;
const YELLOW =
  /(?:background(?:-color)?|mso-highlight)\s{0,4}:\s{0,4}(?:yellow|#ff0\b|#ffff00|#fff200|#ffff66|#ffff99|rgb\(255, ?2(?:55|42), ?0\))/i;
const HEADINGS = /^h[1-6]$/;

/** What looks bold or highlighted by its style alone, as word processors export it, as the elements that say so. */
export function stylesAsElements(root: Root): void {
  const classes = classesOf(root);
  const lookOf = ({ properties }: Element): string =>
    [properties['style'] ?? '', ...namesOf(properties['className']).map((name) => classes.get(name) ?? '')].join(';');
  const isHeading = new WeakSet<object>();
  visit(root, (node) => {
    if (node.type !== 'element') return;
    const inHeading = HEADINGS.test(node.tagName) || isHeading.has(node);
    for (const child of node.children) if (inHeading) isHeading.add(child);
    if (/^(?:b|strong)$/.test(node.tagName) && NOT_BOLD.test(lookOf(node))) node.tagName = 'span';
    else if (/^(?:span|font)$/.test(node.tagName)) {
      const look = lookOf(node);
      const bold = BOLD.test(look) && !inHeading ? wrapped('strong', node.children) : node.children;
      node.children = YELLOW.test(look) ? wrapped('mark', bold) : bold;
    }
  });
}

function wrapped(tagName: string, children: ElementContent[]): ElementContent[] {
  return [{ type: 'element', tagName, properties: {}, children }];
}

/** The declarations of each class in the page's own styles. */
function classesOf(root: Root): Map<string, string> {
  const classes = new Map<string, string>();
  visit(root, (node) => {
    if (node.type !== 'element' || node.tagName !== 'style') return;
    for (const child of node.children)
      if (child.type === 'text')
        for (const [, name = '', rules = ''] of child.value.slice(0, 200_000).matchAll(RULE)) classes.set(name, rules);
  });
  return classes;
}

/** The class names of an element. */
export function namesOf(className: Element['properties'][string]): string[] {
  return Array.isArray(className) ? className.map(String) : typeof className === 'string' ? [className] : [];
}
