import type { Emphasis, Nodes, Root, Text } from 'mdast';
import type { Placeholder } from '../policy/schema.ts';

declare module 'mdast' {
  interface EmphasisData {
    /** What a template leaves open, to be marked as such and not as emphasis. */
    isFillIn?: boolean;
  }
}

interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** Wraps the words that a template leaves open, so that they can be marked. What is highlighted already is left alone. */
export function wrapFillIns(root: Root, placeholders: readonly Pick<Placeholder, 'text' | 'span'>[]): void {
  if (placeholders.length > 0) wrapIn(root, placeholders);
}

function wrapIn(node: Nodes, placeholders: readonly Pick<Placeholder, 'text' | 'span'>[]): void {
  if (!('children' in node)) return;
  for (const child of node.children) wrapIn(child, placeholders);
  if (!node.children.some(({ type }) => type === 'text')) return;
  const children = (node.children satisfies Nodes[]).flatMap((child): Nodes[] =>
    child.type === 'text' ? piecesOf(child, placeholders) : [child],
  );
  // A text is replaced by texts and emphasis, which stand wherever a text may.
  Object.assign(node, { children });
}

function piecesOf(text: Text, placeholders: readonly Pick<Placeholder, 'text' | 'span'>[]): (Text | Emphasis)[] {
  const pieces: (Text | Emphasis)[] = [];
  let at = 0;
  for (const { start, end } of stretchesIn(text, placeholders)) {
    if (start < at) continue;
    if (start > at) pieces.push({ type: 'text', value: text.value.slice(at, start) });
    const inside: Text = { type: 'text', value: text.value.slice(start, end) };
    pieces.push({ type: 'emphasis', data: { isFillIn: true }, children: [inside] });
    at = end;
  }
  if (at < text.value.length || pieces.length === 0) pieces.push({ ...text, value: text.value.slice(at) });
  return pieces;
}

/** Where in the text's own words the placeholders stand, in order. */
function stretchesIn(
  { value, position }: Text,
  placeholders: readonly Pick<Placeholder, 'text' | 'span'>[],
): Stretch[] {
  const from = position?.start.offset;
  const to = position?.end.offset;
  if (from === undefined || to === undefined) return [];
  const found: Stretch[] = [];
  for (const { text: words, span } of placeholders) {
    const start = Math.max(from, span.start.offset);
    const end = Math.min(to, span.end.offset);
    if (start >= end) continue;
    if (value.length === to - from) found.push({ start: start - from, end: end - from });
    else {
      // Escapes make the source longer than its words: the words themselves are looked for.
      const place = value.indexOf(words);
      if (place >= 0) found.push({ start: place, end: place + words.length });
    }
  }
  return found
    .filter(({ start, end }) => !value.slice(start, end).includes('=='))
    .sort((a, b) => a.start - b.start || b.end - a.end);
}
