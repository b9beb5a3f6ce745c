import type { PolicyDocument } from '../policy/document.ts';
import type { Span } from '../text/span.ts';

/** A heading of the policy and the part of the text that it heads. */
export interface OutlineEntry {
  /** Its words, without hashes or bold, with its printed number: "3. The school day". */
  readonly title: string;
  /** From 1, without holes: a heading stands at most one level below the one it belongs to. */
  readonly level: number;
  readonly heading: Span;
  /** From the heading to the line before the next one of its level. */
  readonly section: Span;
}

/** The headings of a policy in the order of the text. */
export function outlineOf(document: PolicyDocument): OutlineEntry[] {
  const all = document.blocks.filter(({ block }) => block.kind === 'heading');
  // Where Markdown marks the headings, a short line that only looks like one is none.
  const marked = all.some(({ block }) => block.depth <= 6);
  const headings = all.filter(({ block }) => !marked || block.depth < 9);
  const levels: number[] = [];
  const open: { depth: number; level: number }[] = [];
  for (const { block } of headings) {
    while (open.length > 0 && (open.at(-1)?.depth ?? 0) >= block.depth) open.pop();
    const level = (open.at(-1)?.level ?? 0) + 1;
    open.push({ depth: block.depth, level });
    levels.push(level);
  }
  const ends = sectionEnds(
    document,
    headings.map(({ offset }) => offset),
    levels,
  );
  return headings.map(({ block, offset }, index) => {
    const words = block.plain
      .slice(block.bodyAt)
      .replace(/(?<![#\s])[#\s]+$/, '')
      .replace(/\s+/g, ' ')
      .trim();
    return {
      title: [block.marker, words].filter(Boolean).join(' ') || 'Untitled',
      level: levels[index] ?? 1,
      heading: document.span(offset, offset + block.raw.length),
      section: document.span(offset, ends[index] ?? document.text.length),
    };
  });
}

/** Where each section ends: before the next heading of its own level or above, without trailing white space. */
function sectionEnds(document: PolicyDocument, offsets: readonly number[], levels: readonly number[]): number[] {
  const ends = offsets.map(() => document.text.length);
  const open: number[] = [];
  offsets.forEach((offset, index) => {
    while (open.length > 0 && (levels[open.at(-1) ?? 0] ?? 0) >= (levels[index] ?? 0)) {
      const closed = open.pop();
      if (closed !== undefined) ends[closed] = offset;
    }
    open.push(index);
  });
  return ends.map((end, index) => {
    const start = offsets[index] ?? 0;
    return start + document.text.slice(start, end).trimEnd().length;
  });
}

/** The headings that the offset stands under, outermost first: breadcrumbs. */
export function headingsAt(outline: readonly OutlineEntry[], offset: number): OutlineEntry[] {
  const above = parentsOf(outline);
  const under: OutlineEntry[] = [];
  for (let at: number | undefined = lastBefore(outline, offset); at !== undefined; at = above[at]) {
    const entry = outline[at];
    if (entry) under.push(entry);
  }
  return under.reverse();
}

/** The index of the last heading that begins at the offset or before it. */
function lastBefore(outline: readonly OutlineEntry[], offset: number): number | undefined {
  let low = 0;
  let high = outline.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((outline[middle]?.section.start.offset ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low === 0 ? undefined : low - 1;
}

const memory = new WeakMap<readonly OutlineEntry[], readonly (number | undefined)[]>();

/** Of each heading the index of the one that it stands under. Asked of every finding and fill-in, so worked out once. */
function parentsOf(outline: readonly OutlineEntry[]): readonly (number | undefined)[] {
  let parents = memory.get(outline);
  if (!parents) {
    const open: number[] = [];
    parents = outline.map(({ level }, index) => {
      while (open.length > 0 && (outline[open.at(-1) ?? 0]?.level ?? 0) >= level) open.pop();
      const parent = open.at(-1);
      open.push(index);
      return parent;
    });
    memory.set(outline, parents);
  }
  return parents;
}

/** A stretch of lines that can be folded under its first line; 1-based, last line included. */
export interface Fold {
  readonly firstLine: number;
  readonly lastLine: number;
}

/** The sections of more than one line. */
export function foldsOf(outline: readonly OutlineEntry[]): Fold[] {
  return outline
    .map(({ section }) => ({ firstLine: section.start.line, lastLine: section.end.line }))
    .filter(({ firstLine, lastLine }) => lastLine > firstLine);
}
