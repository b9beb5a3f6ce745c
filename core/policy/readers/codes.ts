import type { PlacedBlock } from '../document.ts';
import { codesInProse } from './codes/prose.ts';
import { codeOfLine, codesInRow } from './codes/rows.ts';
import type { BlockContext, FactDraft, Reader } from './reader.ts';

const CODE_LIST = /\bcodes?\b|\bsymbols?\b|\bregister marks?\b/i;

/** Attendance codes and what the policy says they stand for: rows of lists and tables, and mentions in sentences. */
export const codes: Reader = {
  kinds: ['code'],
  mayRead:
    /(?:^|[^A-Za-z0-9£])(?:[B-Z]\d{0,2}(?![A-Za-z0-9])|[/\\#@!](?![A-Za-z0-9/]))|(?:^|\n)\s*[B-Z]\d{0,2}[A-Z][a-z]/,
  read(placed: PlacedBlock, context: BlockContext): FactDraft[] {
    const { block } = placed;
    if (block.kind === 'row') {
      const found = codesInRow(block);
      return found.length > 0 ? found : codesInProse(block);
    }
    const listed = CODE_LIST.test(context.headings.at(-1) ?? '') || CODE_LIST.test(context.before.slice(-300));
    const drafts: FactDraft[] = [];
    let at = 0;
    for (const line of block.plain.split('\n')) {
      const draft = codeOfLine(line, at, listed);
      if (draft) drafts.push(draft);
      at += line.length + 1;
    }
    for (const draft of codesInProse(block))
      if (!drafts.some((row) => row.start <= draft.start && draft.end <= row.end)) drafts.push(draft);
    return drafts;
  },
};
