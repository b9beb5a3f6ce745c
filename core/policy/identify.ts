import { Notes } from '../text/notes.ts';
import type { Block } from './blocks.ts';
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
  const lines: { line: TitleLine; index: number }[] = [];
  let markdown: string | null = null;
  for (const { block, index } of blocks.slice(0, TITLE_BLOCKS)) {
    const line = titleLineOf(block);
    if (line === 'contents') break;
    if (!line) continue;
    lines.push({ line, index });
    if (block.kind === 'heading' && block.depth <= 6) markdown ??= line.words;
  }
  const policy = lines.find(({ line }) => line.namesPolicy);
  const topic = lines.find(({ line }) => line.namesTopic);
  // "Attendance Policy" among the links at a page's foot is no title.
  const found = policy && policy.index - (topic?.index ?? 0) <= SAME_COVER ? policy : topic;
  return found?.line.words ?? markdown;
}

/** The words of a block that may be a title. */
interface TitleLine {
  readonly words: string;
  readonly namesPolicy: boolean;
  readonly namesTopic: boolean;
}

const titleLines = new Notes<TitleLine | 'contents' | null>();

function titleLineOf(block: Block): TitleLine | 'contents' | null {
  let line = titleLines.get(block);
  if (line === undefined) titleLines.set(block, (line = readTitleLine(block)));
  return line;
}

function readTitleLine(block: Block): TitleLine | 'contents' | null {
  if (block.kind !== 'heading' && block.kind !== 'paragraph') return null;
  const words = block.plain
    .slice(block.bodyAt)
    .replace(/\s+/g, ' ')
    .replace(/(?<![#\s:])[#\s:]+$/, '')
    .trim();
  if (CONTENTS.test(words)) return 'contents';
  if (words.length < 3 || words.length > 100 || NO_TITLE.test(words)) return null;
  if (block.raw.trim().includes('\n') || words.split(' ').length > (block.kind === 'heading' ? 14 : 8)) return null;
  return { words, namesPolicy: NAMES_POLICY.test(words), namesTopic: NAMES_TOPIC.test(words) };
}

const SAME_COVER = 4;
const NO_TITLE = /[.!?]$|:\s|@|%|»|\b(?:dear|governor|champion|officer|lead)\b|^\d+$/i;
