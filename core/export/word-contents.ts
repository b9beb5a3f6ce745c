import { type FileChild, Paragraph, TableOfContents } from 'docx';
import type { Root } from 'mdast';

/** A document with fewer sections is found its way in without a table of contents. */
const FEWEST_SECTIONS = 4;
const MOST_LEVELS = 2;

/** A table of contents, and the index among the document's blocks before which it stands. */
export interface Contents {
  readonly before: number;
  readonly blocks: readonly FileChild[];
}

/**
 * The table of contents, before the first section: Word's own field, its entries filled in and linked. Page numbers are
 * left out, for nobody knows them before Word has laid the pages out. Null for a document without enough sections.
 */
export function wordContents(root: Root): Contents | null {
  const depths = root.children.flatMap((node) => (node.type === 'heading' ? [node.depth] : []));
  // One heading above all others is the title and no section.
  const top = depths.filter((depth) => depth === 1).length === 1 ? 2 : 1;
  const last = top + MOST_LEVELS - 1;
  if (depths.filter((depth) => depth >= top && depth <= last).length < FEWEST_SECTIONS) return null;
  return {
    before: root.children.findIndex((node) => node.type === 'heading' && node.depth >= top),
    blocks: [
      new Paragraph({ style: 'TOCHeading', text: 'Contents' }),
      new TableOfContents('Contents', {
        hyperlink: true,
        headingStyleRange: `${top}-${last}`,
        pageNumbersEntryLevelsRange: '1-9',
        beginDirty: false,
      }),
    ],
  };
}
