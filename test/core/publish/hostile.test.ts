import { describe, expect, it } from 'vitest';
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

const HOSTILE: [string, string][] = [
  ['a script', '<script>alert(1)</script>\n\nMore'],
  ['a script inside a paragraph', 'Hello <script src="https://evil.example.org/a.js"></script> world'],
  ['an image with a handler', '<img src=x onerror=alert(1)>'],
  ['a picture of another host', '![a fox](https://evil.example.org/fox.png "seen")'],
  ['a picture by reference', '![a fox][fox]\n\n[fox]: https://evil.example.org/fox.png'],
  ['a picture as data', '![x](data:image/svg+xml;base64,PHN2ZyBvbmxvYWQ9YWxlcnQoMSk+)'],
  ['a picture inside a link', '[![x](https://evil.example.org/x.png)](javascript:alert(1))'],
  ['a javascript link', '[press](javascript:alert(1))'],
  ['a javascript link with capitals and blanks', '[press](< JaVaScRiPt:alert(1)>)'],
  ['a javascript link with entities', '[press](&#106;avascript&colon;alert(1))'],
  [
    'a javascript link with a tab and a line break',
    '[press](<java&#9;script:alert(1)>)\n\n[press](<java&#10;script:alert(1)>)',
  ],
  ['a javascript link by reference', '[press][bad]\n\n[bad]: javascript:alert(1)'],
  ['a javascript link in angle brackets', '<javascript:alert(1)>'],
  ['a data link', '[press](data:text/html,<script>alert(1)</script>)'],
  ['a vbscript link', '[press](vbscript:msgbox(1))'],
  ['a file link and a link of a program', '[a](file:///etc/passwd) [b](ms-word:ofe|u|https://evil.example.org)'],
  ['a link of the same scheme as the page', '[press](//evil.example.org/x)'],
  ['a style element', '<style>body{background:url(https://evil.example.org/x)}</style>'],
  ['a style attribute', '<p style="background:url(https://evil.example.org/x)">hello</p>'],
  [
    'event handlers',
    '<a href="#" onclick="alert(1)" onmouseover=alert(2)>x</a>\n\n<details ontoggle=alert(3) open>x</details>',
  ],
  ['an SVG with a script', '<svg onload=alert(1)><script>alert(2)</script><use href="data:image/svg+xml,x#y"/></svg>'],
  ['a frame', '<iframe src="https://evil.example.org" srcdoc="<script>alert(1)</script>"></iframe>'],
  [
    'a form',
    '<form action="https://evil.example.org"><input name=q autofocus onfocus=alert(1)><button formaction="javascript:alert(1)">x</button></form>',
  ],
  [
    'a base, a link and a refresh',
    '<base href="https://evil.example.org/"><link rel=stylesheet href=//evil.example.org/a.css><meta http-equiv=refresh content="0;url=https://evil.example.org">',
  ],
  ['an end of the page in the text', '</div></main></body></html><script>alert(1)</script>'],
  [
    'an end of the style in the title',
    '# </style><script>alert(1)</script> policy\n\nFernhollow </style><script>alert(2)</script> School',
  ],
  [
    'code that looks like markup',
    '`<script>alert(1)</script>`\n\n```html\n<img src=x onerror=alert(1)>\n```\n\n    <script>alert(1)</script>',
  ],
  ['a task list', '- [ ] ring\n- [x] write'],
  ['ids that shadow the page', '<a id="policy" name="location">x</a>\n\n## what-if\n\n[^policy]\n\n[^policy]: a note'],
  ['a footnote with a link', 'Text[^1].\n\n[^1]: [press](javascript:alert(1)) ![x](https://evil.example.org/x.png)'],
  [
    'tables with hostile cells',
    '| a | <script>alert(1)</script> |\n|---|---|\n| [x](javascript:alert(1)) | ![x](https://evil.example.org/x.png) |',
  ],
  [
    'a step whose words are markup',
    '## Steps\n\n| Stage | When | What happens |\n|---|---|---|\n| 1 "><script>alert(1)</script> | Below 95% | <img src=x onerror=alert(1)> |\n| 2 | Below 90% | \'"></td><script>alert(2)</script> |',
  ],
  [
    'names that are markup',
    '**Attendance officer:** Mr "><img src=x onerror=alert(1)>\n\nThe register closes at 9.15am.\n\nReport an absence by 9am to "<script>"@example.org',
  ],
  [
    'a duty and a question with markup near',
    'The morning register closes at 9.15am <b onclick=alert(1)>or</b> at 9.20am.',
  ],
  ['bare addresses', 'https://example.org/a?b=<script> www.example.org info@example.org javascript:alert(1)'],
  ['a half-open comment', 'Before <!-- secret --!> still secret <script>alert(1)</script>'],
  ['bytes that are not letters', 'a\u0000b\u0008c\ufffe <script\u0000>alert(1)</script\u0000>'],
];

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
