import * as z from 'zod/mini';

/**
 * The last words before the tab went away. The database may not finish a write while the page is being torn down;
 * localStorage does. Read once when the draft is opened again, then cleared.
 */

const KEY = 'rollmark.journal';
const JournalSchema = z.object({ id: z.string(), text: z.string(), at: z.number() });
export type Journal = z.infer<typeof JournalSchema>;

/** Notes the text of a draft; false when the browser would not keep it (no room, or storage switched off). */
export function writeJournal(journal: Journal, storage: Storage = localStorage): boolean {
  try {
    storage.setItem(KEY, JSON.stringify(journal));
    return true;
  } catch {
    return false;
  }
}

/** The note, or null when there is none or it cannot be read. */
export function readJournal(storage: Storage = localStorage): Journal | null {
  try {
    const parsed = JournalSchema.safeParse(JSON.parse(storage.getItem(KEY) ?? 'null'));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

/** Forgets the note. */
export function clearJournal(storage: Storage = localStorage): void {
  try {
    storage.removeItem(KEY);
  } catch {
    // Where storage is switched off there is nothing to forget.
    return;
  }
}

/** The newest text of a draft: the note's when it belongs to the draft and is newer, else the draft's own. */
export function newestText(draft: { id: string; text: string; updatedAt: number }, journal: Journal | null): string {
  return journal && journal.id === draft.id && journal.at > draft.updatedAt ? journal.text : draft.text;
}
