import type { Root, RootContent } from 'mdast';
import { describe, expect, it } from 'vitest';
import { parseMarkdown } from '#core/policy/markdown.ts';

/** A tree in short: "strong(\\)" for emphasis, the words themselves for words. */
function told(node: Root | RootContent): string {
  if ('value' in node) return node.value;
  const inside = 'children' in node ? node.children.map(told).join('') : '';
  return node.type === 'root' || node.type === 'paragraph' ? inside : `${node.type}(${inside})`;
}

describe('the mark of the afternoon in Markdown', () => {
  it.each([
    ['in bold', 'Present: **/** and **\\**', 'Present: strong(/) and strong(\\)'],
    ['in italics', '*\\* is the afternoon', 'emphasis(\\) is the afternoon'],
    ['in brackets', 'in the afternoon (\\) too', 'in the afternoon (\\) too'],
    ['in quotes', 'a "\\" in the register', 'a "\\" in the register'],
    ['as code', 'a `\\` in the register', 'a \\ in the register'],
    ['before its meaning', 'Then \\: present in the afternoon', 'Then \\: present in the afternoon'],
  ])('%s', (_, text, expected) => expect(told(parseMarkdown(text))).toBe(expected));

  it.each([
    ['an asterisk that is escaped', 'no \\* footnote', 'no * footnote'],
    ['brackets that are escaped', '\\[not a link\\]', '[not a link]'],
    ['bold words with an escape', '**a\\*b**', 'strong(a*b)'],
  ])('%s stays what Markdown makes of it', (_, text, expected) => expect(told(parseMarkdown(text))).toBe(expected));

  it('keeps every place', () => {
    const text = 'The mark **\\** stands for the afternoon.';
    const [paragraph] = parseMarkdown(text).children;
    const words = paragraph && 'children' in paragraph ? paragraph.children : [];
    expect(words.map(({ position }) => text.slice(position?.start.offset, position?.end.offset))).toEqual([
      'The mark ',
      '**\\**',
      ' stands for the afternoon.',
    ]);
  });
});
