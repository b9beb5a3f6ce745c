import type { Element, ElementContent, Root } from 'hast';
import { visit } from './hast-visit.ts';

/**
 * Highlights and emphasis as a person sees them: one where an editor cut it into several, weight inside a highlight, and no
 * blanks at their edges. "<mark>9.30 </mark><b><mark>am </mark></b>" is "<mark>9.30 <b>am</b></mark> ".
 */
export function wholeMarks(root: Root): void {
  const parents: { children: ElementContent[] }[] = [];
  visit(root, (node) => {
    if (node.type !== 'element') return;
    parents.push(node);
    if (node.children.some(isPhrase)) node.children = joined(node.children.map(hoisted));
  });
  for (const parent of parents.toReversed())
    if (parent.children.some(isPhrase)) parent.children = parent.children.flatMap(trimmed);
}

/** What Markdown writes with marks on both sides. */
const PHRASES = new Set(['mark', 'strong', 'b', 'em', 'i', 'del', 's', 'u', 'span']);

function isPhrase(node: ElementContent | undefined): node is Element {
  return node?.type === 'element' && PHRASES.has(node.tagName);
}

/** The highlight that is all that a phrase holds, with the phrase in it. */
function hoisted(node: ElementContent): ElementContent {
  if (!isPhrase(node) || node.tagName === 'mark') return node;
  const [only, ...others] = node.children;
  const inner = only && hoisted(only);
  if (!isPhrase(inner) || inner.tagName !== 'mark' || others.length > 0) return node;
  return { ...inner, children: [{ ...node, children: inner.children }] };
}

function joined(nodes: readonly ElementContent[]): ElementContent[] {
  const out: ElementContent[] = [];
  for (const node of nodes) {
    const last = out.at(-1);
    const before = out.at(-2);
    if (!isPhrase(node)) out.push(node);
    else if (isSame(last, node)) last.children.push(...node.children);
    else if (last?.type === 'text' && /^[ \u00a0]+$/.test(last.value) && isSame(before, node)) {
      out.pop();
      before.children.push(last, ...node.children);
    } else out.push({ ...node, children: [...node.children] });
  }
  return out;
}

function isSame(one: ElementContent | undefined, other: Element): one is Element {
  return isPhrase(one) && one.tagName === other.tagName && one.tagName !== 'span';
}

function trimmed(node: ElementContent): ElementContent[] {
  if (!isPhrase(node)) return [node];
  const children = [...node.children];
  const lead = blankAt(children, 0);
  const end = blankAt(children, -1);
  return [...lead, ...(children.length === 0 ? [] : [{ ...node, children }]), ...end];
}

/** Takes the blanks at an edge out of the nodes. */
function blankAt(children: ElementContent[], at: 0 | -1): ElementContent[] {
  const node = children.at(at);
  if (node?.type !== 'text') return [];
  const rest = at === 0 ? node.value.trimStart() : node.value.trimEnd();
  if (rest === node.value) return [];
  const blank = at === 0 ? node.value.slice(0, node.value.length - rest.length) : node.value.slice(rest.length);
  children.splice(at === 0 ? 0 : children.length - 1, 1, ...(rest === '' ? [] : [{ ...node, value: rest }]));
  return [{ type: 'text', value: blank }];
}
