import { defineRule, type Place } from '../../lint/rule.ts';
import { matchesOf } from '../../text/matches.ts';

const EMPTY = /\[([^[\]\n]{1,200})\]\((?:#|)\)/g;

/** Links that lost their targets. */
export const linksLeadSomewhere = defineRule({
  id: 'document/links-lead-somewhere',
  topic: 'empty-link',
  title: 'Links lead somewhere',
  duty: 'good',
  citations: [],
  why: 'Links are lost when a page is copied; the reader is left with a word that does nothing.',
  *check(context) {
    const places: Place[] = [];
    if (context.document.text.includes(']('))
      for (const { block, offset } of context.document.blocks)
        if (block.kind !== 'comment' && block.kind !== 'code' && block.raw.includes(']('))
          for (const match of matchesOf(block.raw, EMPTY))
            places.push({ start: offset + match.index, end: offset + match.index + match[0].length });
    const [first, ...others] = places;
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
