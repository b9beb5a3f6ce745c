import type { Nodes } from 'hast';

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
