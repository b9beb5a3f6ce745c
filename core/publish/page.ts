import { sha256 } from '@noble/hashes/sha2.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';
import type { Element, Root } from 'hast';
import { h } from 'hastscript';
import rehypeStringify from 'rehype-stringify';
import { unified } from 'unified';
import type { PageInput } from './page-input.ts';
import { renderPolicyText } from './policy-text.ts';
import { sayDate } from './say.ts';
import { duties } from './sections/duties.ts';
import { governorQuestions, impact } from './sections/governors.ts';
import { keyFacts, schoolDay } from './sections/key-facts.ts';
import { ladder } from './sections/ladder.ts';
import { opening, versionOf } from './sections/opening.ts';
import { exceptions, sources, whatChanged } from './sections/record.ts';
import { pageStyle } from './style.ts';
import { settleTables } from './tables.ts';
import { WHAT_IF_SCRIPT } from './what-if-script.ts';

/** The governor and parent page: one self-contained HTML file that makes no request and reads without its script. */
export function renderPage(input: PageInput): string {
  const { reading, state, asOf } = input;
  const { document } = reading.parsed;
  const text = renderPolicyText(withoutComments(reading.document.text));
  const title = [document.title ?? 'Attendance policy', document.school].filter(Boolean).join(' — ');
  const sections = [
    keyFacts(input, text.anchorOf),
    schoolDay(input),
    ladder(input, text.anchorOf),
    whatChanged(input, text.anchorOf),
    impact(input),
    governorQuestions(input, text.anchorOf),
    policySection(text.tree, text.contents),
    duties(input, text.anchorOf),
    exceptions(input),
    sources(input),
  ].filter((section) => section !== null);
  const style = pageStyle({
    school: title.replace(' — ', ', '),
    state: state === 'draft' ? 'DRAFT' : 'Approved',
    date: `Version ${versionOf(input)}, as at ${sayDate(asOf)}`,
  });
  const page = h(null, [
    { type: 'doctype' },
    h('html', { lang: 'en-GB' }, [
      h('head', [
        h('meta', { charSet: 'utf-8' }),
        h('meta', { httpEquiv: 'Content-Security-Policy', content: contentSecurityPolicy() }),
        h('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
        h('meta', { name: 'referrer', content: 'no-referrer' }),
        h('title', state === 'draft' ? `DRAFT — ${title}` : title),
        h('style', style),
      ]),
      h('body', [
        h('a', { className: ['skip'], href: '#policy' }, 'Skip to the policy'),
        h('div', { className: ['page'] }, [opening(input), contentsOf(sections), h('main', settleTables(sections))]),
        h('script', WHAT_IF_SCRIPT),
      ]),
    ]),
  ]);
  return unified().use(rehypeStringify, { allowDangerousCharacters: false }).stringify(page);
}

/** No request of any kind; the one script is known by its hash. */
function contentSecurityPolicy(): string {
  const hash = base64(sha256(utf8ToBytes(WHAT_IF_SCRIPT)));
  return `default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`;
}

const BASE64 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

function base64(bytes: Uint8Array): string {
  let out = '';
  for (let at = 0; at < bytes.length; at += 3) {
    const group = ((bytes[at] ?? 0) << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0);
    for (let digit = 0; digit < 4; digit++)
      out += at + digit > bytes.length ? '=' : (BASE64[(group >> (18 - 6 * digit)) & 63] ?? '');
  }
  return out;
}

/** Comments are a draft's inside: the page never shows them. Their lines stay, so that line numbers keep their meaning. */
function withoutComments(markdown: string): string {
  return markdown.replace(/<!--[\s\S]*?(?:-->|$)/g, (comment) => comment.replace(/[^\n]/g, ''));
}

function contentsOf(sections: readonly Element[]): Element {
  const entries = sections.flatMap((section) => {
    const heading = section.children.find(
      (child): child is Element => child.type === 'element' && child.tagName === 'h2',
    );
    const words = heading?.children.map((child) => (child.type === 'text' ? child.value : '')).join('') ?? '';
    return heading ? [h('li', h('a', { href: `#${String(section.properties['id'])}` }, words))] : [];
  });
  return h('nav', { ariaLabel: 'On this page', className: ['toc-section'] }, [
    h('ul', { className: ['toc'] }, entries),
  ]);
}

function policySection(tree: Root, contents: readonly { id: string; text: string }[]): Element {
  return h('section', { id: 'policy' }, [
    h('h2', 'The policy'),
    contents.length > 3
      ? h('details', [
          h('summary', 'Contents of the policy'),
          h(
            'ul',
            { className: ['toc'] },
            contents.map(({ id, text }) => h('li', h('a', { href: `#${id}` }, text))),
          ),
        ])
      : null,
    h('div', { className: ['policy'] }, demoteHeadings(tree).children),
  ]);
}

/** The page has one first-level heading of its own: the policy's headings stand two levels lower. */
function demoteHeadings(tree: Root): Root {
  const waiting: (Root | Element)[] = [tree];
  for (let node = waiting.pop(); node; node = waiting.pop())
    for (const child of node.children) {
      if (child.type !== 'element') continue;
      const level = /^h([1-6])$/.exec(child.tagName)?.[1];
      if (level) child.tagName = `h${Math.min(6, Number(level) + 2)}`;
      waiting.push(child);
    }
  return tree;
}
