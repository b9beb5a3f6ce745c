import { statuteId, titleId } from './legal-references/canonical.ts';
import { printedStatutes } from './legal-references/statutes.ts';
import { printedTitles } from './legal-references/titles.ts';
import type { FactDraft, Reader } from './reader.ts';

/** The Acts, regulations and guidance that the policy rests on, with the titles as it prints them. */
export const legalReferences: Reader = {
  kinds: ['legalReference'],
  mayRead:
    /\bacts?(?![a-z])|regulations?\b|\border\b|\brules\b|DfE|guidance|together|keeping children|KCSIE|WTT?ISA|convention|missing|remote|summary table|measures|securing|mental health|suspension|cannot attend|medical conditions|code of practice|departmental advice/i,
  read({ block }) {
    const text = block.plain.replace(/\n/g, ' ');
    const drafts: FactDraft[] = [];
    for (const statute of printedStatutes(text)) {
      const { start, end, title } = statute;
      const canonical = statuteId(statute);
      const dated = /\d{4}/.test(title);
      drafts.push({
        kind: 'legalReference',
        title,
        ...(canonical ? { canonical } : {}),
        confidence: canonical && dated ? 'certain' : 'likely',
        ...exactly(text, start, end),
      });
    }
    for (const printed of printedTitles(text, block.raw)) {
      const { start, end, title } = printed;
      const canonical = titleId(printed);
      drafts.push({
        kind: 'legalReference',
        title,
        ...(canonical ? { canonical } : {}),
        confidence: canonical ? 'likely' : 'unsure',
        ...exactly(text, start, end),
      });
    }
    return drafts.sort((a, b) => a.start - b.start);
  },
};

/** The span without the spaces and punctuation at its edges. */
function exactly(text: string, start: number, end: number): { start: number; end: number } {
  const words = text.slice(start, end);
  const lead = words.length - words.trimStart().length;
  return { start: start + lead, end: start + words.replace(/(?<![\s,])[\s,]+$/, '').length };
}
