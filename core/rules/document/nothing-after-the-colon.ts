import { phrase } from '../../lint/phrase.ts';
import { defineRule } from '../../lint/rule.ts';

const ANNOUNCED = phrase(
  /\b(?:as follows|the following(?: \w+){0,4}|(?:laid|set) out below|listed (?:below|here)|below is an? \w+[^.;:]{0,80}|see (?:the )?(?:table|list|chart|diagram) below)\s*[.:]?\s*$/gi,
  'follow',
  'below',
  'listed here',
);

/** Something announced that does not come. */
export const nothingAfterTheColon = defineRule({
  id: 'document/nothing-after-the-colon',
  topic: 'lost-content',
  title: 'What is announced follows',
  duty: 'good',
  citations: [],
  why: 'Lists, tables and pictures are lost when a document is copied or converted.',
  *check(context) {
    for (const hit of context.find(ANNOUNCED)) {
      const { placed } = hit;
      if ((placed.block.kind === 'heading' && placed.block.depth < 7) || placed.block.kind === 'row') continue;
      const next = context.blockBehind(placed);
      const follows =
        next && (next.block.kind !== 'heading' || next.block.depth > 8) && next.block.kind !== 'paragraph';
      if (
        follows ||
        (next?.block.kind === 'paragraph' && /^\s*(?:["'(\d•*-]|\w{1,3}[.):]|[^.]{2,120}$)/.test(next.block.plain))
      )
        continue;
      const at = { start: hit.start, end: hit.end };
      yield { message: `“${context.quote(at)}” is followed by nothing that it could mean.`, at };
    }
  },
  examples: {
    good: [{ title: 'a list', markdown: 'The steps are as follows:\n\n- First a letter\n- Then a meeting' }],
    bad: [
      {
        title: 'nothing',
        markdown: '# Registers\n\nRegisters are taken «as follows:»\n\n# Leave\n\nAsk in writing.',
        says: '“as follows:” is followed by nothing that it could mean.',
      },
    ],
  },
});
