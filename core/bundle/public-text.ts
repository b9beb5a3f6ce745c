import type { Nodes } from 'mdast';
import { parseMarkdown } from '../policy/markdown.ts';

const OPEN = '<!--';
const CLOSE = '-->';

/** The text that may be published: without HTML comments, which hold the authors' notes, and without a byte-order mark. */
export function publicText(text: string): string {
  let clean = text.replace(/^\ufeff/, '');
  // Taking a comment out can join the ends of another around it; each round takes at least four letters.
  for (;;) {
    const comments = commentsIn(clean);
    if (comments.length === 0) return clean;
    clean = without(clean, comments);
  }
}

interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** Comments where Markdown sees HTML: not those that stand in code for readers to see. */
function commentsIn(text: string): Stretch[] {
  // Most policies have none, and reading the Markdown takes a while.
  if (!text.includes(OPEN)) return [];
  const comments: Stretch[] = [];
  const visit = (node: Nodes): void => {
    if (node.type === 'html') {
      const from = node.position?.start.offset ?? 0;
      const to = node.position?.end.offset ?? 0;
      comments.push(...stretches(text, from, to));
    }
    if ('children' in node) for (const child of node.children) visit(child);
  };
  visit(parseMarkdown(text));
  return comments;
}

/** A comment that is never closed goes as far as its HTML does. */
function stretches(text: string, from: number, to: number): Stretch[] {
  const found: Stretch[] = [];
  for (let start = text.indexOf(OPEN, from); start >= 0 && start < to; ) {
    const close = text.indexOf(CLOSE, start + OPEN.length);
    const end = close < 0 || close >= to ? to : close + CLOSE.length;
    found.push({ start, end });
    start = text.indexOf(OPEN, end);
  }
  return found;
}

/** Line breaks around a comment stay: they part the blocks before and after it. */
function without(text: string, stretches: readonly Stretch[]): string {
  let kept = '';
  let at = 0;
  for (const { start, end } of stretches) {
    kept += text.slice(at, start);
    at = end;
  }
  return kept + text.slice(at);
}
