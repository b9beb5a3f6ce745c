import type { Element, Root, RootContent } from 'hast';
import { toString as wordsOf } from 'hast-util-to-string';
import rehypeParse from 'rehype-parse';
import { unified } from 'unified';
import { lintPolicy } from '#core/lint/lint.ts';
import { readPolicy } from '#core/policy/parse.ts';
import { renderPage } from '#core/publish/page.ts';
import type { PageInput } from '#core/publish/page-input.ts';

/** The page of a policy as a browser would read it. */
export interface Published {
  html: string;
  elements: Element[];
  /** The words of the section with that id; "" when there is none. */
  section(id: string): string;
  /** All words of the body, without style and script. */
  words: string;
}

export function publish(markdown: string, changes: Partial<PageInput> = {}): Published {
  const reading = readPolicy(markdown);
  const asOf = changes.asOf ?? '2026-10-05';
  const html = renderPage({
    reading,
    report: lintPolicy(reading, { asOf, file: 'policy.md' }),
    asOf,
    state: 'draft',
    rulebook: { version: '2026.11', checkedOn: '2026-11-01' },
    ...changes,
  });
  const elements = elementsOf(unified().use(rehypeParse).parse(html));
  const byId = (id: string) => elements.find(({ properties }) => properties['id'] === id);
  return {
    html,
    elements,
    section: (id) => {
      const section = byId(id);
      return section ? wordsOf(section) : '';
    },
    words: elements
      .filter(({ tagName }) => tagName === 'body')
      .flatMap(({ children }) => children)
      .filter((child) => !(child.type === 'element' && child.tagName === 'script'))
      .map((child) => (child.type === 'element' ? wordsOf(child) : ''))
      .join('\n'),
  };
}

function elementsOf(root: Root): Element[] {
  const found: Element[] = [];
  const waiting: RootContent[] = [...root.children];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (node.type !== 'element') continue;
    found.push(node);
    waiting.push(...node.children.toReversed());
  }
  return found;
}
