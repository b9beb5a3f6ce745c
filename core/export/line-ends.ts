import type { Paragraph, PhrasingContent } from 'mdast';

/** Nobody wraps text by hand this narrowly: a shorter line ended because its author ended it. */
const NARROWEST = 66;
/** A line longer than this is a paragraph that was written in one. */
const WIDEST = 160;
/** A sentence goes on below when it has this many letters and the next line begins with a small one. */
const GOES_ON = 40;
/** What begins an entry of its own: a bullet that Markdown does not know, a number, "L = ", "9.15am ". */
const ENTRY =
  /^(?:[•▪·●○◦–—\uf0b7\uf0a7☐✓-]\s|\(?(?:\d{1,3}(?:\.\d{1,3}){0,3}|[a-zA-Z]|[ivx]{1,4})[.):]\s|[^\s=:]{1,3}\s?[=:–]\s|\d{1,2}[.:]\d\d)/;

/**
 * A paragraph's words with its line ends as its author meant them: a line that was only full goes on after a blank, and one
 * that ended early ends. Markdown would run all of them together, but most policies were pasted, line by line.
 */
export function keptLineEnds(paragraph: Paragraph, source: readonly string[]): PhrasingContent[] {
  const first = paragraph.position?.start.line ?? 0;
  const last = paragraph.position?.end.line ?? first;
  if (first === last) return paragraph.children;
  const ends = new Set<number>();
  const lines = source.slice(first - 1, last).map((line) => line.trim());
  const longest = Math.max(NARROWEST, ...lines.map(({ length }) => length));
  // Where one line is a paragraph long, nobody wrapped the others.
  const width = longest > WIDEST ? Number.POSITIVE_INFINITY : longest;
  for (const [index, line] of lines.entries())
    if (index < lines.length - 1 && !isWrapped(line, lines[index + 1] ?? '', width)) ends.add(first + index);
  return ends.size === 0 ? paragraph.children : withBreaks(paragraph.children, ends);
}

/** A line is wrapped when the next word would not have fitted, give or take what letters of different widths make. */
function isWrapped(line: string, next: string, width: number): boolean {
  if (ENTRY.test(next) || line.includes('\t') || next.includes('\t')) return false;
  if (line.length >= GOES_ON && /^[a-z]/.test(next) && !/[.:;]$/.test(line)) return true;
  const word = next.search(/\s/);
  return line.length + 1 + (word < 0 ? next.length : word) > width * 0.88;
}

function withBreaks(nodes: readonly PhrasingContent[], ends: ReadonlySet<number>): PhrasingContent[] {
  return nodes.flatMap((node): PhrasingContent[] => {
    if ('children' in node) return [Object.assign({}, node, { children: withBreaks(node.children, ends) })];
    if (node.type !== 'text' || !/[\r\n]/.test(node.value)) return [node];
    const line = node.position?.start.line ?? 0;
    const pieces: PhrasingContent[] = [];
    let words = '';
    for (const [index, part] of node.value.split(/\r\n|\r|\n/).entries()) {
      if (index > 0 && ends.has(line + index - 1)) {
        pieces.push({ type: 'text', value: words }, { type: 'break' });
        words = part;
      } else words = index > 0 ? `${words}\n${part}` : part;
    }
    return [...pieces, { type: 'text', value: words }];
  });
}
