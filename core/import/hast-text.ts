import type { Nodes } from 'hast';

/** The text of a tree, in order, without script and style. */
export function toText(root: Nodes): string {
  const pieces: string[] = [];
  const waiting: Nodes[] = [root];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (node.type === 'text') pieces.push(node.value);
    if (node.type === 'element' && (node.tagName === 'script' || node.tagName === 'style')) continue;
    if ('children' in node)
      for (let index = node.children.length - 1; index >= 0; index--) waiting.push(node.children[index] as Nodes);
  }
  return pieces.join('');
}
