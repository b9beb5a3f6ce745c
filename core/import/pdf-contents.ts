const TITLE = /^(?:#{1,6} )?\**(?:table of )?contents(?: page| list)?:?\**$/i;
/** "Aims ........ 3", "Aims … 3": the dots lead to the number of a page. */
const LEADERS = /(?:\s{0,8}[._…·]){3,200}\s{0,20}(?:page )?\d{0,3}$|\s…\s{0,20}\d{1,3}$/i;
const PAGE = /[\s|]\s{0,20}(?:page )?\d{1,3}(?:\s{0,20}\|)?$/i;
const MOST_ENTRIES = 150;
const FEWEST_ENTRIES = 3;
const LONGEST_ENTRY = 140;

/**
 * The blocks of a document without its table of contents, whose titles would be read as sections, and whose pages as figures.
 * What stands under "Contents" is one when most of its lines come again below it, or lead to a page.
 */
export function withoutContents(blocks: readonly string[]): { blocks: string[]; hadContents: boolean } {
  const title = blocks.findIndex((block) => TITLE.test(block));
  if (title < 0) return { blocks: [...blocks], hadContents: false };
  const lastPlace = new Map<string, number>();
  for (const [at, block] of blocks.entries()) for (const line of linesOf(block)) lastPlace.set(plain(line), at);
  let entries = 0;
  let seen = 0;
  let end = title;
  for (let at = title + 1; at < blocks.length && seen < MOST_ENTRIES; at++) {
    const lines = linesOf(blocks[at] ?? '');
    if (lines.some((line) => line.length > LONGEST_ENTRY)) break;
    const found = lines.filter((line) => LEADERS.test(line) || (lastPlace.get(plain(line)) ?? at) > at).length;
    seen += lines.length;
    entries += found;
    if (found < lines.length * 0.6) {
      // A title may be worded otherwise in the list than in the text; two together are the text.
      if (seen - entries > Math.max(1, entries * 0.25)) break;
    } else end = at;
  }
  if (end === title || entries < FEWEST_ENTRIES) return { blocks: [...blocks], hadContents: false };
  return { blocks: [...blocks.slice(0, title), ...blocks.slice(end + 1)], hadContents: true };
}

/** The lines of a block; the rows of a table without its rule. */
function linesOf(block: string): string[] {
  return block.split('\n').filter((line) => !/^\|(?: -+ \|)+$/.test(line));
}

/** A title as it is compared: without marks of headings and lists, its number, its dots and its page. */
function plain(line: string): string {
  return line
    .replace(/^\|\s*|^#{1,6} |^- /g, '')
    .replace(LEADERS, '')
    .replace(PAGE, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .replace(/^ ?\d{1,2}(?: \d{1,2}){0,2} (?=\D)/, '')
    .trim()
    .toLowerCase();
}
