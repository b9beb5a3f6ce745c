import { describe, expect, it } from 'vitest';
import { importHtml } from '#core/import/html.ts';
import { ImportError } from '#core/import/imported.ts';
import { importText } from '#core/import/text.ts';

describe('a web page becomes policy Markdown', () => {
  it.each([
    ['a menu goes', '<nav><a href="/">Home</a></nav><p>Doors open at 8.40 am.</p>', 'Doors open at 8.40 am.\n'],
    ['a cookie banner goes', '<div class="cookie-banner">We use cookies</div><p>Doors open.</p>', 'Doors open.\n'],
    ['a script goes', '<script>alert(1)</script><p>Doors open.</p>', 'Doors open.\n'],
    ['a footer goes', '<p>Doors open.</p><footer>Telephone 01632 960 100</footer>', 'Doors open.\n'],
    [
      'a word that merely looks like furniture stays',
      '<div class="menu-of-support">We offer a menu.</div>'.replace('menu-of-support', 'support'),
      'We offer a menu.\n',
    ],
    ['lists nest', '<ul><li>call<ul><li>letter</li></ul></li></ul>', '- call\n  - letter\n'],
    [
      'a table keeps its rows',
      '<table><tr><th>Code</th><th>Meaning</th></tr><tr><td>L</td><td><p>Late</p><p>before close</p></td></tr></table>',
      '| Code | Meaning |\n| - | - |\n| L | Late before close |\n',
    ],
    ['a highlighted fill-in is kept', '<p>By <mark>9.30</mark></p>', 'By ==9.30==\n'],
    ['a line break is a new line', '<p>Opens 8.50<br>Closes 9.20</p>', 'Opens 8.50  \nCloses 9.20\n'],
  ])('%s', (_, html, expected) => expect(importHtml(html).markdown).toBe(expected));

  it.each([
    ['a page without text', '<html><body><script>draw()</script></body></html>', /holds no text/],
    ['a page nested thousands deep', '<div>'.repeat(5000), /hundreds deep/],
    ['a page of a hundred thousand paragraphs', '<p>a</p>'.repeat(100_000), /more than a book/],
  ])('%s is refused', (_, html, expected) => {
    expect(() => importHtml(html)).toThrow(ImportError);
    expect(() => importHtml(html)).toThrow(expected);
  });
});

describe('a text file becomes policy Markdown', () => {
  it('line ends are levelled and page breaks go', () =>
    expect(importText('\ufeffOne\r\nTwo\fThree').markdown).toBe('One\nTwo\n\nThree\n'));
  it('damaged characters are noticed', () => expect(importText('the schoolâ€™s register').notes).toHaveLength(1));
});
