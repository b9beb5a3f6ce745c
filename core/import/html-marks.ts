import type { Element, ElementContent, Root } from 'hast';
import { visit } from './hast-visit.ts';

/**
 * Highlights as a person sees them: one where an editor cut it into several, marks of weight inside it, and no blanks at its
 * edges. "<mark>9.30 </mark><b><mark>am</mark></b>" is "<mark>9.30 <b>am</b></mark>".
 */
export function wholeMarks(root: Root): void {
  const parents: { children: ElementContent[] }[] = [];
  visit(root, (node) => {
    if (node.type === 'element') parents.push(node);
  });
  for (const parent of parents.toReversed())
    if (parent.children.some(isMarkOrHolder)) parent.children = trimmed(joined(parent.children.map(hoisted)));
}

function isMark(node: ElementContent | undefined): node is Element {
  return node?.type === 'element' && node.tagName === 'mark';
}

function isMarkOrHolder(node: ElementContent): boolean {
  return isMark(node) || isMark(hoisted(node));
}

/** The mark that is all that a phrase holds, with the phrase in it. */
function hoisted(node: ElementContent): ElementContent {
  if (node.type !== 'element' || !/^(?:strong|b|em|i|u|span)$/.test(node.tagName)) return node;
  const [only, ...others] = node.children;
  if (!isMark(only) || others.length > 0) return node;
  return { ...only, children: [{ ...node, children: only.children }] };
}

function joined(nodes: readonly ElementContent[]): ElementContent[] {
  const out: ElementContent[] = [];
  for (const node of nodes) {
    const last = out.at(-1);
    const before = out.at(-2);
    const isBlank = last?.type === 'text' && /^\s+$/.test(last.value);
    if (isMark(node) && isMark(last)) last.children.push(...node.children);
    else if (isMark(node) && isBlank && isMark(before)) {
      out.pop();
      before.children.push(last, ...node.children);
    } else out.push(isMark(node) ? { ...node, children: [...node.children] } : node);
  }
  return out;
}

function trimmed(nodes: readonly ElementContent[]): ElementContent[] {
  return nodes.flatMap((node): ElementContent[] => {
    if (!isMark(node)) return [node];
    const children = [...node.children];
    const lead = blankAt(children, 0, /^\s+/);
    const end = blankAt(children, -1, /\s+$/);
    const inner = children.length === 0 ? [] : [{ ...node, children }];
    return [...lead, ...inner, ...end];
  });
}

/** Takes the blanks at an edge out of the nodes. */
function blankAt(children: ElementContent[], at: 0 | -1, pattern: RegExp): ElementContent[] {
  const node = children.at(at);
  const blank = node?.type === 'text' ? pattern.exec(node.value)?.[0] : undefined;
  if (node?.type !== 'text' || blank === undefined) return [];
  const rest = at === 0 ? node.value.slice(blank.length) : node.value.slice(0, -blank.length);
  children.splice(at === 0 ? 0 : children.length - 1, 1, ...(rest === '' ? [] : [{ ...node, value: rest }]));
  return [{ type: 'text', value: blank }];
}
