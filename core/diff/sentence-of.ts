import { type PolicyDocument, sentenceAt } from '../policy/document.ts';

/** The document's sentence around an offset, with line breaks as spaces and without comments; "" outside every block. */
export function sentenceOf(document: PolicyDocument, offset: number): string {
  let low = 0;
  let high = document.blocks.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((document.blocks[middle]?.offset ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  const placed = document.blocks[low];
  if (!placed) return '';
  const { start, end } = sentenceAt(placed.block, offset - placed.offset);
  return shownWords(placed.block.raw.slice(start, end));
}

/** A stretch of a document as readers see it: on one line, and without its authors' comments. */
export function shownWords(raw: string): string {
  return raw
    .replace(/<!--[\s\S]*?(?:-->|$)/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}
