import { defineRule, type Place } from '../../lint/rule.ts';
import type { Block } from '../../policy/blocks.ts';
import { matchesOf } from '../../text/matches.ts';

const EMPTY = /\[([^[\]\n]{1,200})\]\((?:#|)\)/g;

/** Links of a block that lost their targets, at their places in it. */
function emptyLinks({ kind, raw }: Block): readonly Place[] | null {
  if (kind === 'comment' || kind === 'code' || !raw.includes('](')) return null;
  const found = matchesOf(raw, EMPTY).map(({ index, 0: words }) => ({ start: index, end: index + words.length }));
  return found.length > 0 ? found : null;
}

/** Links that lost their targets. */
export const linksLeadSomewhere = defineRule({
  id: 'document/links-lead-somewhere',
  topic: 'empty-link',
  title: 'Links lead somewhere',
  duty: 'good',
  citations: [],
  why: 'Links are lost when a page is copied; the reader is left with a word that does nothing.',
  *check(context) {
    const [first, ...others] = context
      .gather(emptyLinks)
      .flatMap(({ placed: { offset }, found }) =>
        found.map(({ start, end }): Place => ({ start: offset + start, end: offset + end })),
      );
    if (!first) return;
    yield {
      message: `${others.length === 0 ? 'This link has' : `This link and ${others.length} more have`} no target.`,
      at: first,
      related: others.map((at) => ({ at, message: 'and here' })),
    };
  },
  examples: {
    good: [{ title: 'a target', markdown: 'See [our site](https://www.example.org/attendance).' }],
    bad: [
      {
        title: 'none',
        markdown: 'See «[the guidance](#)» and [the form]().',
        says: 'This link and 1 more have no target.',
        asIs: true,
      },
    ],
  },
});
