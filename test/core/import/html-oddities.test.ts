import { describe, expect, it } from 'vitest';
import { importHtml } from '#core/import/html.ts';

const LONG = `<p>${'A child who comes every day does well. '.repeat(20).trim()}</p>`;
const SAID = `${'A child who comes every day does well. '.repeat(20).trim()}`;

describe('an honest web page as schools have them', () => {
  it.each<[string, string, string]>([
    [
      'Google Docs, exported: bold, highlights and nesting stand in its styles',
      '<html><head><style>.c1{font-weight:700}.c2{background-color:#ffff00}</style></head><body><h1><span class="c1">Attendance</span></h1><p><span class="c1">Registers </span><span>close at </span><span class="c2">9.20 </span><span class="c2 c1">am</span>.</p><ul class="c6 lst-kix_1-0 start"><li>call</li></ul><ul class="lst-kix_1-1 start"><li>each day</li></ul><ul class="lst-kix_2-1 start"><li>and each week</li></ul><ul class="lst-kix_1-0"><li>write</li></ul></body></html>',
      '# Attendance\n\n**Registers** close at ==9.20 **am**==.\n\n- call\n\n  - each day\n\n  * and each week\n\n* write\n',
    ],
    [
      'Google Docs, pasted: its wrapper in bold is none',
      '<meta charset="utf-8"><b style="font-weight:normal;" id="docs-internal-guid-1"><p><span style="font-weight:700">Stage 1</span><span style="background-color:#ffff00"> by xxx</span></p></b>',
      '**Stage 1** ==by xxx==\n',
    ],
    [
      'SharePoint: the whole page is one form',
      `<body><form id="aspnetForm" method="post"><input type="hidden" value="x"><div id="s4-ribbonrow">Site Actions</div><nav>Home</nav><div><h1>Attendance</h1>${LONG}</div></form></body>`,
      `# Attendance\n\n${SAID}\n`,
    ],
    [
      'a form to search or to sign up goes',
      '<form role="search"><label>Search</label><input></form><p>Doors open.</p><form><p>Our newsletter</p><input><button>Go</button></form>',
      'Doors open.\n',
    ],
    [
      'Outlook and Word, saved as .htm: titles, list markers and highlights',
      '<html><head><style><!-- p.MsoNormal {margin:0} --></style><!--[if gte mso 9]><xml><o:p>junk</o:p></xml><![endif]--></head><body><p class=MsoTitle>Attendance<o:p></o:p></p><p class=MsoListParagraph><![if !supportLists]><span style="mso-list:Ignore">·<span>&nbsp;&nbsp; </span></span><![endif]>call home</p><p class=MsoListParagraph><span style="mso-list:Ignore">2.<span>&nbsp; </span></span>write</p><p class=MsoNormal>&nbsp;</p><p class=MsoNormal>By <span style="background:yellow;mso-highlight:yellow">xxx a.m.</span></p></body></html>',
      '# Attendance\n\n- call home\n\n2. write\n\nBy ==xxx a.m.==\n',
    ],
    [
      'a blog: the heading of its article stays, what shares it goes',
      `<body><a class="skip-link">Skip to content</a><header class="site-header">Elm Bank</header><article><header class="entry-header"><h1>Attendance</h1></header>${LONG}<div class="sharedaddy"><h3>Share this:</h3></div></article><aside>Recent posts</aside><div id="cookie-law-info-bar">Cookies</div></body>`,
      `# Attendance\n\n${SAID}\n`,
    ],
    [
      'an old site: a table lays out the page, another holds the codes',
      `<table><tr><td>Welcome</td><td><h1>Attendance</h1>${'<p>We ask why.</p>'.repeat(12)}<table><tr><th>Code</th><th>Meaning</th></tr><tr><td>L</td><td>Late</td></tr></table></td></tr></table>`,
      `Welcome\n\n# Attendance\n\n${'We ask why.\n\n'.repeat(12)}| Code | Meaning |\n| - | - |\n| L | Late |\n`,
    ],
    [
      'an accordion: its headings are buttons, and what they open is hidden',
      '<h3><button aria-expanded="false" aria-controls="p1">Absence</button></h3><div id="p1" hidden><p>Ring us.</p></div><details><summary>Codes</summary><p>L is late.</p></details><button>Print</button><p hidden>Not for you.</p>',
      '### Absence\n\nRing us.\n\nCodes\n\nL is late.\n',
    ],
    [
      'tabs: all panels are text',
      '<div role="tabpanel" id="a"><p>Opens 8.50.</p></div><div role="tabpanel" id="b" hidden><p>L is late.</p></div>',
      'Opens 8.50.\n\nL is late.\n',
    ],
    [
      'terms and meanings, and a table with a caption',
      '<dl><dt>Registers open</dt><dd>8.50 am</dd><dt>When to ring?</dt><dd>By 9 am</dd></dl><table><caption>Our codes</caption><tr><th>Code</th><th>Meaning</th></tr><tr><th scope=row>L</th><td>Late</td></tr></table>',
      'Registers open: 8.50 am\n\nWhen to ring? By 9 am\n\nOur codes\n\n| Code | Meaning |\n| - | - |\n| L | Late |\n',
    ],
    [
      'lists in letters and Roman figures keep them',
      '<ol type="a"><li>we ring</li><li><p>we write</p></li></ol><ol style="list-style-type: upper-roman" start="2"><li>we meet</li></ol><ol start=4><li>we wait</li></ol>',
      'a. we ring\n\nb. we write\n\nII. we meet\n\n4. we wait\n',
    ],
    [
      'the mark of a note is no part of the number before it',
      '<p>Below 90%<sup>1</sup> of 190<sup>[2]</sup> days, on the 1<sup>st</sup> day</p>',
      'Below 90%¹ of 190² days, on the 1st day\n',
    ],
    [
      'two line breaks part paragraphs',
      'Opens 8.50<br><br>Closes 9.20<br>&nbsp;<br>Lunch at 12',
      'Opens 8.50\n\nCloses 9.20\n\nLunch at 12\n',
    ],
    [
      'a document type with entities of its own leaves nothing behind',
      '<!DOCTYPE html [ <!ENTITY x SYSTEM "file:///etc/passwd"> <!ENTITY y "a"> ]><html><body><p>Doors &x; open [now].</p></body></html>',
      'Doors &x; open [now].\n',
    ],
    [
      'a document type without them is a document type',
      '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "x"><html><body><p>See [1] ]></p></body></html>',
      'See [1] ]>\n',
    ],
  ])('%s', (_, html, expected) => expect(importHtml(html).markdown).toBe(expected));
});
