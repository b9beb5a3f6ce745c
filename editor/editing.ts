import type { PolicySnapshot } from '#core/language/snapshot.ts';
import type { Edit } from '#core/lint/finding.ts';
import { freshSnapshot } from './checking.ts';
import { editor } from './state.ts';
import { tell } from './workspace.ts';

/**
 * Makes edits that are worked out from the text as it is now: if it has changed since the button was drawn, they are
 * worked out again. Null from `find` means that there is nothing left to do.
 */
export async function edit(find: (snapshot: PolicySnapshot) => readonly Edit[] | null): Promise<void> {
  const read = await freshSnapshot();
  const edits = read ? find(read) : null;
  if (!read || !edits) {
    tell('The text has changed, and this no longer fits it.');
    return;
  }
  if (!editor.peek()?.applyEdits(edits, read.text)) tell('The text has just changed. Try again in a moment.');
}
