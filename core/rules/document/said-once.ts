import { defineRule, type Place } from '../../lint/rule.ts';
import type { Block } from '../../policy/blocks.ts';
import type { PlacedBlock } from '../../policy/document.ts';
import { Notes } from '../../text/notes.ts';

// Shorter sentences come twice without harm: a number to ring, a line of thanks.
const LEAST_WORDS = 12;

/** Paragraphs that stand twice, word for word. */
export const saidOnce = defineRule({
  id: 'document/said-once',
  topic: 'duplicate',
  title: 'Nothing stands twice',
  duty: 'internal',
  citations: [],
  why: 'When one of the two is changed, the policy contradicts itself.',
  *check(context) {
    const seen = new Map<number, PlacedBlock[]>();
    const twice: { at: Place; first: Place }[] = [];
    for (const placed of context.document.blocks) {
      const { kind } = placed.block;
      if (kind !== 'paragraph' && kind !== 'item') continue;
      const mark = markOf(placed.block);
      if (mark === null) continue;
      const alike = seen.get(mark);
      const first = alike?.find(({ block }) => wordsOf(block) === wordsOf(placed.block));
      if (first) twice.push({ at: context.bodyOf(placed), first: context.bodyOf(first) });
      else if (alike) alike.push(placed);
      else seen.set(mark, [placed]);
    }
    const [told, ...others] = twice;
    if (!told) return;
    yield {
      message: `This stands twice${others.length > 0 ? `, as do ${others.length} more passages` : ''}.`,
      at: told.at,
      doubtful: true,
      related: [
        { at: told.first, message: 'It stands here before' },
        ...others.map(({ at }) => ({ at, message: 'and this' })),
      ],
    };
  },
  examples: {
    good: [
      {
        title: 'short words twice',
        markdown: 'Ring the office.\n\nWe will help you.\n\nRing the office.',
      },
    ],
    bad: [
      {
        title: 'a paragraph twice',
        markdown:
          'Governors look at the attendance of every group at each of their meetings.\n\nWords between.\n\n«Governors look at the attendance of every group at each of their meetings.»',
        says: 'This stands twice.',
      },
    ],
  },
});

/** A block's words and nothing else. */
function wordsOf({ plain, bodyAt }: Block): string {
  return plain.slice(bodyAt).replace(/\W+/g, ' ').trim().toLowerCase();
}

const memory = new Notes<number | null>();

/** A number that blocks of the same words have in common, and hardly any others; null where the words are few. */
function markOf(block: Block): number | null {
  const known = memory.get(block);
  if (known !== undefined) return known;
  let mark = 0;
  let count = 0;
  let isInWord = false;
  for (let at = block.bodyAt; at < block.plain.length; at++) {
    const unit = block.plain.charCodeAt(at);
    const isOfWord =
      (unit >= 97 && unit <= 122) || (unit >= 65 && unit <= 90) || (unit >= 48 && unit <= 57) || unit === 95;
    // A capital and its small letter differ in one bit.
    if (isOfWord) mark = (Math.imul(mark, 31) + (unit | 32)) | 0;
    if (isOfWord && !isInWord) count++;
    isInWord = isOfWord;
  }
  const told = count < LEAST_WORDS ? null : mark;
  memory.set(block, told);
  return told;
}
