import { defineRule, type Place } from '../../lint/rule.ts';
import type { Block } from '../../policy/blocks.ts';

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
    const seen = new Map<string, Place>();
    const twice: { at: Place; first: Place }[] = [];
    for (const placed of context.document.blocks) {
      const { kind } = placed.block;
      if (kind !== 'paragraph' && kind !== 'item') continue;
      const words = wordsOf(placed.block);
      if (words === null) continue;
      const first = seen.get(words);
      const at = context.bodyOf(placed);
      if (first) twice.push({ at, first });
      else seen.set(words, at);
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

const memory = new WeakMap<Block, string | null>();

/** A block's words and nothing else; null where they are few. */
function wordsOf(block: Block): string | null {
  const known = memory.get(block);
  if (known !== undefined) return known;
  const words = hasWords(block.plain, block.bodyAt)
    ? block.plain.slice(block.bodyAt).replace(/\W+/g, ' ').trim().toLowerCase()
    : null;
  memory.set(block, words);
  return words;
}

/** Whether there are as many words from there on as a sentence of its own has. */
function hasWords(text: string, from: number): boolean {
  let count = 0;
  let isInWord = false;
  for (let at = from; at < text.length; at++) {
    const isLetter = isOfWord(text.charCodeAt(at));
    if (isLetter && !isInWord && ++count === LEAST_WORDS) return true;
    isInWord = isLetter;
  }
  return false;
}

/** Whether a unit is what a pattern takes for part of a word: a plain letter, a digit or a low line. */
function isOfWord(unit: number): boolean {
  return (unit >= 97 && unit <= 122) || (unit >= 65 && unit <= 90) || (unit >= 48 && unit <= 57) || unit === 95;
}
