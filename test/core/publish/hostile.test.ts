import { describe, expect, it } from 'vitest';
import { HOSTILE } from './hostile-texts.ts';
import { publish } from './published.ts';

const REQUESTING = new Set([
  'img',
  'picture',
  'source',
  'video',
  'audio',
  'track',
  'iframe',
  'frame',
  'object',
  'embed',
  'link',
  'base',
  'applet',
  'portal',
  'image',
  'use',
  'form',
  'button',
  'textarea',
  'select',
  'math',
  'foreignObject',
  'animate',
  'set',
  'template',
  'noscript',
  'marquee',
  'dialog',
]);
const ALLOWED_SCHEMES = /^(?:#|https?:|mailto:|tel:)/;

describe('what a hostile policy leaves in the page', () => {
  it.each(HOSTILE)('%s: nothing that runs or asks for anything', (_, markdown) => {
    const { elements } = publish(`# Attendance policy\n\n${markdown}\n`);
    const scripts = elements.filter(({ tagName }) => tagName === 'script');
    expect(scripts).toHaveLength(1);
    expect(scripts[0]?.properties).toEqual({});
    expect(elements.filter(({ tagName }) => tagName === 'style')).toHaveLength(1);
    expect(elements.filter(({ tagName }) => tagName === 'meta')).toHaveLength(4);
    expect(elements.filter(({ tagName }) => REQUESTING.has(tagName)).map(({ tagName }) => tagName)).toEqual([]);
    expect(
      elements.filter(({ tagName, properties }) => tagName === 'input' && properties['type'] !== 'number'),
    ).toEqual([]);
    for (const { tagName, properties } of elements) {
      for (const [name, value] of Object.entries(properties)) {
        expect(`${tagName} ${name}`).not.toMatch(
          / (?:on\w+|src|srcSet|srcDoc|action|formAction|background|poster|ping|xLinkHref|data)$/i,
        );
        if (name === 'href') expect(String(value)).toMatch(ALLOWED_SCHEMES);
        if (name === 'style') expect(String(value)).toMatch(/^--depth:[\d.]+$/);
      }
    }
    const ids = elements.flatMap(({ properties }) => properties['id'] ?? []);
    expect(ids.filter((id) => id === 'policy' || id === 'what-if').length).toBeLessThanOrEqual(2);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('the examples do contain what is forbidden, so that the test above can fail', () => {
    const all = HOSTILE.map(([, markdown]) => markdown).join('\n');
    for (const bad of ['<script', 'onerror', 'javascript:', 'data:', '<iframe', '<style']) expect(all).toContain(bad);
  });

  it('keeps links of the web, of mail and of the telephone', () => {
    const { elements } = publish('[a](https://example.org/a) <b@example.org> [c](tel:01632960417)\n');
    const links = elements
      .flatMap(({ properties }) => String(properties['href'] ?? ''))
      .filter((href) => !href.startsWith('#'));
    expect(links).toEqual(expect.arrayContaining(['https://example.org/a', 'mailto:b@example.org', 'tel:01632960417']));
  });
});

describe('comments', () => {
  it.each([
    ['a block', '<!-- the chair doubts this -->'],
    ['a comment of many lines', '<!--\nthe chair doubts this\n\nand this\n-->'],
    ['inside a paragraph', 'Registers close <!-- the chair doubts this --> at 9.15am.'],
    ['inside a table', '| a | b |\n|---|---|\n| x <!-- the chair doubts this --> | y |'],
    ['inside a heading', '## Registers <!-- the chair doubts this -->'],
    ['inside a list', '- one <!-- the chair doubts this -->\n- two'],
    ['never closed', 'Text\n\n<!-- the chair doubts this'],
    ['with an odd end', '<!-- the chair doubts this --!> more'],
    [
      'a suppression',
      '<!-- rollmark-ignore registers/kept-six-years: the chair doubts this (Head, until 2027-09-01) -->\nRegisters are kept for three years.',
    ],
    ['in a link title', '[a](https://example.org "x") <!-- the chair doubts this -->'],
    ['inside code', '`<!-- the chair doubts this -->`'],
  ])('%s: its words are nowhere in the page', (_, markdown) => {
    expect(publish(`# Attendance policy\n\n${markdown}\n\nThe end.\n`).html).not.toContain('chair doubts');
  });
});

describe('size', () => {
  it.each([
    ['deep quotes', `${'>'.repeat(400)} deep`],
    ['deep lists', Array.from({ length: 100 }, (_, depth) => `${' '.repeat(depth * 2)}- x`).join('\n')],
    ['deep emphasis', `${'*'.repeat(2000)}x${'*'.repeat(2000)}`],
    ['deep brackets', `${'['.repeat(2000)}x${']'.repeat(2000)}`],
    ['a table of 2,000 rows', `| a | b |\n|---|---|\n${'| x | y |\n'.repeat(2000)}`],
    [
      'a table of 300 columns',
      `|${' a |'.repeat(300)}\n|${'---|'.repeat(300)}\n${`|${' x |'.repeat(300)}\n`.repeat(10)}`,
    ],
    ['a word of 200,000 letters', 'x'.repeat(200_000)],
  ])('%s: is a page within seconds', (_, markdown) => {
    const before = performance.now();
    expect(publish(`# Attendance policy\n\n${markdown}\n`).words).toContain('The policy');
    expect(performance.now() - before).toBeLessThan(20_000);
  });
});
