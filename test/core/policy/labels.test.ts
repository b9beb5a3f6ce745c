import fc from 'fast-check';
import type { Nodes } from 'mdast';
import { describe, expect, it } from 'vitest';
import { readChunk } from '#core/policy/blocks.ts';
import { labelsOf, parsedLabels } from '#core/policy/labels.ts';
import { parseMarkdown } from '#core/policy/markdown.ts';
import { parseBlocks } from '#core/policy/markdown-blocks.ts';
import { plainLabels } from '#core/policy/plain-lines.ts';

const BITS = [
  '\n',
  '\n\n',
  '\n',
  '\r\n',
  ' ',
  '  ',
  '    ',
  '\t',
  '# ',
  '## Registers',
  '#',
  '-',
  '- ',
  '---',
  '===',
  '* ',
  '+ ',
  '1. ',
  '2) ',
  '10. ',
  '• ',
  '> ',
  '|',
  '| a | b |',
  '|---|---|',
  ':--',
  '|:-:|',
  'a | b',
  '```',
  '~~~',
  '<div>',
  '</div>',
  '<br>',
  '<!--',
  '-->',
  '<https://example.org>',
  '[^1]: ',
  '[a]: /b',
  '[',
  ']',
  '\\',
  '\\|',
  '`|`',
  '**',
  'Registers close at 9.15am.',
  'words',
  '8.45',
  '_',
  '\u00a0',
  '\ufeff',
];
const soup = fc.array(fc.constantFrom(...BITS), { maxLength: 40 }).map((bits) => bits.join(''));
/** Lines as people write them, so that tables and lists come out whole. */
const LINES = [
  '',
  '',
  '# One',
  'Words of a sentence.',
  '| a | b |',
  '|---|---|',
  '| --- | :-: |',
  '| x | y | z |',
  '|| y |',
  '| \\| | y |',
  '| \\ | y |',
  '| / \\ | \\\\ y |',
  '| y \\\\| z |',
  '| `a|b` | y |',
  'a | b',
  '---',
  '- item',
  '  - inner',
  '   more of it',
  '1. first',
  '   1. inner',
  '    # not in a list',
  ' # indented',
  '## Two ##',
  '#Hash',
  '> quoted',
  '===',
  '<p>raw</p>',
  'a <br> b',
  '<b>bold</b> words',
  '<b>Parents</b>\t<b>School</b>',
  '<span class="x">',
  '</b> behind',
  '<u>all of it</u>',
  '<b',
  '- <em>item</em> goes on',
  '```',
];
const page = fc.array(fc.constantFrom(...LINES), { maxLength: 14 }).map((lines) => lines.join('\n'));

// ROLLMARK_RUNS=10000 tries so many texts, others each time; without it they are the same.
const { ROLLMARK_RUNS } = process.env;
const RUNS = ROLLMARK_RUNS === undefined ? { numRuns: 1000, seed: 20261122 } : { numRuns: Number(ROLLMARK_RUNS) };

const HOLDS_LINES = new Set<string>(['heading', 'tableCell', 'paragraph']);

/** Every block with its depth and its place, outermost first. */
function placesOf(node: Nodes): string[] {
  const { position, type } = node;
  const here = `${type} ${'depth' in node ? node.depth : ''} ${position?.start.offset}-${position?.end.offset}`;
  const inner = 'children' in node && !HOLDS_LINES.has(type) ? node.children.flatMap(placesOf) : [];
  return type === 'root' ? inner : [here, ...inner];
}

describe('labels of lines', () => {
  it.each([
    ['lines as people write them', page],
    ['any soup of marks', soup],
  ])('are those that the parser gives for the whole: %s', (_, texts) => {
    fc.assert(
      fc.property(texts, (text) => {
        expect(readChunk(text, labelsOf(text)).blocks).toEqual(readChunk(text, parsedLabels(text)).blocks);
      }),
      RUNS,
    );
  });

  it.each([
    ['lines as people write them', page],
    ['any soup of marks', soup],
  ])('come from the blocks of the whole of Markdown, whatever stands within lines: %s', (_, texts) => {
    fc.assert(
      fc.property(texts, (text) => {
        expect(placesOf(parseBlocks(text))).toEqual(placesOf(parseMarkdown(text)));
      }),
      RUNS,
    );
  });

  it.each([
    ['an open fence in an item, which the next item ends', '1. ~~~\n\n- > '],
    ['an open fence in an item, which words end', '2) ```\n\n\\|'],
    ['an open fence in a quotation', '> ```\n> a\n\nb'],
    ['an open fence to the end', 'a\n\n```\nb\n\nc\n\n'],
  ])('are those that the parser gives for the whole: %s', (_, text) => {
    expect(readChunk(text, labelsOf(text)).blocks).toEqual(readChunk(text, parsedLabels(text)).blocks);
  });

  it.each([
    ['a heading by hashes', '# Attendance\n\nWords.'],
    ['a closed table', '| Code | Meaning |\n|---|---|\n| L | Late |\n'],
    ['a closed table with the mark of the afternoon', '| Code | Meaning |\n|---|---|\n| / \\ | Present |\n'],
    ['bold words at the beginning of a line', '<b>Parents</b> ring us.'],
    ['a flat list', '- one\n- two\n\n1. first\n2. second'],
    ['a drawn line between blank lines', 'Words.\n\n---\n\nMore.'],
  ])('%s needs no parser', (_, text) => {
    expect(plainLabels(text)).not.toBeNull();
  });

  it.each([
    ['a fence', '```\n# no heading\n```'],
    ['an underlined heading', 'Attendance\n---'],
    ['an open table', 'a | b\n--|--\n1 | 2'],
    ['a list in a list', '- one\n  - two'],
    ['a quotation', '> # Quoted'],
    ['a tag alone on its line', '<b>\n# no heading\n</b>'],
    ['an escaped pipe', '| Code | Meaning |\n|---|---|\n| \\| | Planned |\n'],
    ['raw markup', '<div>\n# no heading\n</div>'],
  ])('%s is left to the parser', (_, text) => {
    expect(plainLabels(text)).toBeNull();
  });
});
