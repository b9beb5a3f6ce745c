import { createDocumentReader } from '#core/policy/document.ts';
import type { FactDraft, Reader } from '#core/policy/readers/reader.ts';

/** What one reader drafts from a text, block by block, each with the words it stands on. */
export function readWith(reader: Reader, text: string): (FactDraft & { quote: string; line: number })[] {
  const document = createDocumentReader()(text);
  return document.blocks.flatMap((placed, index) => {
    if (placed.block.kind === 'comment' || placed.block.kind === 'code') return [];
    if (!reader.mayRead.test(placed.block.plain)) return [];
    const context = {
      headings: placed.headings,
      before: document.blocks[index - 1]?.block.plain ?? '',
      after: document.blocks[index + 1]?.block.plain ?? '',
    };
    return reader.read(placed, context).map((draft) => ({
      ...draft,
      quote: placed.block.raw.slice(draft.start, draft.end),
      line: document.source.lineAt(placed.offset + draft.start),
    }));
  });
}
