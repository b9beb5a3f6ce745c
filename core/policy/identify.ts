import type { PlacedBlock, PolicyDocument } from './document.ts';
import { documentKind } from './identify/kind.ts';
import { schoolName, trustName } from './identify/names.ts';
import type { DocumentKind, Fact, Placeholder, Step } from './schema.ts';

/** Title, school, trust and kind of a document, each null when it does not say. */
export function identifyDocument(
  document: PolicyDocument,
  facts: readonly Fact[],
  steps: readonly Step[],
  placeholders: readonly Placeholder[],
): { title: string | null; school: string | null; trust: string | null; kind: DocumentKind } {
  return {
    title: titleOf(document.blocks),
    school: schoolName(document, placeholders),
    trust: trustName(document),
    kind: documentKind(document, facts, steps, placeholders),
  };
}

/** The title stands among the first lines, before the contents or the first long paragraph. */
const TITLE_BLOCKS = 14;
const NAMES_POLICY =
  /\b(?:attendance|absence|punctuality|lateness)\b.{0,120}\b(?:policy|policies|procedures?|strategy|handbook|guide|code of (?:conduct|practice))\b|\b(?:policy|procedures?|strategy)\b.*\b(?:attendance|absence|punctuality)\b/i;
const NAMES_TOPIC = /\b(?:attendance|absence|punctuality|late(?:ness)?|school day|holidays?|opening times|timings)\b/i;
const CONTENTS = /^(?:table of )?contents\b/i;

function titleOf(blocks: readonly PlacedBlock[]): string | null {
  const lines: { words: string; index: number }[] = [];
  let markdown: string | null = null;
  for (const { block, index } of blocks.slice(0, TITLE_BLOCKS)) {
    if (block.kind !== 'heading' && block.kind !== 'paragraph') continue;
    const words = block.plain
      .slice(block.bodyAt)
      .replace(/\s+/g, ' ')
      .replace(/(?<![#\s:])[#\s:]+$/, '')
      .trim();
    if (CONTENTS.test(words)) break;
    if (words.length < 3 || words.length > 100 || NO_TITLE.test(words)) continue;
    if (block.raw.trim().includes('\n') || words.split(' ').length > (block.kind === 'heading' ? 14 : 8)) continue;
    lines.push({ words, index });
    if (block.kind === 'heading' && block.depth <= 6) markdown ??= words;
  }
  const policy = lines.find(({ words }) => NAMES_POLICY.test(words));
  const topic = lines.find(({ words }) => NAMES_TOPIC.test(words));
  // "Attendance Policy" among the links at a page's foot is no title.
  const found = policy && policy.index - (topic?.index ?? 0) <= SAME_COVER ? policy : topic;
  return found?.words ?? markdown;
}

const SAME_COVER = 4;
const NO_TITLE = /[.!?]$|:\s|@|%|»|\b(?:dear|governor|champion|officer|lead)\b|^\d+$/i;
