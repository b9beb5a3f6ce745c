import type { RuleContext } from '../../lint/context.ts';
import { phrase } from '../../lint/phrase.ts';
import { defineRule, type Place } from '../../lint/rule.ts';
import { lastSection } from '../../lint/sections.ts';
import type { PlacedBlock } from '../../policy/document.ts';

const CONTENTS = phrase(/\b(?:table of )?contents\b/gi, 'contents');
const LONGEST_HEADING = 40;
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
    const last = context.answer(lastSection);
    const end = numbers.at(-1);
    if (end && last !== null && last > end.number)
      yield {
        message: `The contents end with ${end.number}; the sections go on to ${last}.`,
        at: end.at,
        doubtful: true,
      };
    const beyond = numbers.find(({ number }) => last !== null && number > last);
    if (beyond)
      yield {
        message: `The contents have a section ${beyond.number}; the sections end with ${last}.`,
        at: beyond.at,
        doubtful: true,
      };
  },
  examples: {
    good: [{ title: 'in order', markdown: '# Contents\n\n1. Aims\n2. Law\n3. Registers\n4. Leave\n\n# Aims' }],
    bad: [
      {
        title: 'a section more than the contents',
        markdown:
          '# Contents\n\n1. Aims\n2. Registers\n3. Absence\n«4. Leave»\n\n# 1. Aims\n\nSchool matters.\n\n# 2. Registers\n\nThey are electronic.\n\n# 3. Absence\n\nRing us.\n\n# 4. Leave\n\nAsk us.\n\n# 5. Review\n\nEach year.',
        says: 'The contents end with 4; the sections go on to 5.',
        asIs: true,
      },
      {
        title: 'a section that is not there',
        markdown:
          '# Contents\n\n1. Aims\n2. Law\n3. Registers\n4. Leave\n«5. Complaints»\n\n# 1. Aims\n\nWords.\n\n# 2. Law\n\nWords.\n\n# 3. Registers\n\nWords.\n\n# 4. Leave\n\nWords.',
        says: 'The contents have a section 5; the sections end with 4.',
      },
      {
        title: 'a jump',
        markdown: '# Contents\n\n1. Aims\n2. Law\n«5. Registers»\n6. Leave in term time\n\n# Aims',
        says: 'The contents go from 2 to 5.',
      },
    ],
  },
});

function contentsOf(context: RuleContext): { number: number; at: Place }[] {
  const heading = headingOfContents(context);
  if (!heading) return [];
  const numbers: { number: number; at: Place }[] = [];
  const [, ...blocks] = context.blocksAround(heading, 0, LONGEST_LIST - 1);
  for (const placed of blocks) {
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

function headingOfContents(context: RuleContext): PlacedBlock | undefined {
  for (const { placed, match } of context.find(CONTENTS)) {
    const { plain, bodyAt } = placed.block;
    if (plain.length < LONGEST_HEADING && match.index >= bodyAt && plain.slice(bodyAt, match.index).trim() === '')
      return placed;
  }
  return undefined;
}
