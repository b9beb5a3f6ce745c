import type { RuleContext } from '../../lint/context.ts';
import { defineRule, type Place } from '../../lint/rule.ts';

const CONTENTS = /^\s*(?:table of )?contents\b/i;
const NUMBERED = /^\s*(\d{1,2})[.)]?\s+[A-Z].{2,80}$/;
const LONGEST_LIST = 60;

/** A list of contents whose numbers skip. */
export const contentsInOrder = defineRule({
  id: 'document/contents-in-order',
  topic: 'contents-mismatch',
  title: 'The contents are numbered without a gap',
  duty: 'internal',
  citations: [],
  why: 'A jump in the numbers is what is left when a section was moved or lost.',
  *check(context) {
    const numbers = contentsOf(context);
    for (let index = 1; index < numbers.length; index++) {
      const [before, here] = [numbers[index - 1], numbers[index]];
      if (!before || !here || here.number === before.number + 1) continue;
      yield { message: `The contents go from ${before.number} to ${here.number}.`, at: here.at, doubtful: true };
      return;
    }
  },
  examples: {
    good: [{ title: 'in order', markdown: '# Contents\n\n1. Aims\n2. Law\n3. Registers\n4. Leave\n\n# Aims' }],
    bad: [
      {
        title: 'a jump',
        markdown: '# Contents\n\n1. Aims\n2. Law\n«5. Registers»\n6. Leave in term time\n\n# Aims',
        says: 'The contents go from 2 to 5.',
      },
    ],
  },
});

function contentsOf({ document }: RuleContext): { number: number; at: Place }[] {
  const heading = document.blocks.find(
    ({ block }) =>
      block.kind !== 'comment' && CONTENTS.test(block.plain.slice(block.bodyAt)) && block.plain.length < 40,
  );
  if (!heading) return [];
  const numbers: { number: number; at: Place }[] = [];
  for (const placed of document.blocks.slice(heading.index + 1, heading.index + LONGEST_LIST)) {
    let offset = placed.offset;
    for (const line of placed.block.plain.split('\n')) {
      const match = NUMBERED.exec(line);
      const number = Number(match?.[1]);
      if (match && number > (numbers.at(-1)?.number ?? 0)) {
        const lead = line.length - line.trimStart().length;
        numbers.push({ number, at: { start: offset + lead, end: offset + line.trimEnd().length } });
      } else if (match && numbers.length > 2) return numbers;
      offset += line.length + 1;
    }
    if (placed.block.kind === 'paragraph' && placed.block.plain.length > 200) break;
  }
  return numbers[0]?.number === 1 && numbers.length >= 4 ? numbers : [];
}
