/** The draft that was open when the last visit ended, for the worker that checks: it can begin before the page asks it. */

export const DATABASE = 'rollmark';
export const LAST_OPEN = 'lastOpen';

/** What of a draft is checked. */
export interface LastDraft {
  readonly text: string;
  readonly file: string;
}

/** The draft that was left open, as the database has it; null when there is none, or none that can be read. */
export async function readLastDraft(): Promise<LastDraft | null> {
  let database: IDBDatabase | undefined;
  try {
    database = await openIfThere();
    const stores = database.transaction(['settings', 'drafts']);
    const id: unknown = await answer(stores.objectStore('settings').get(LAST_OPEN));
    return typeof id === 'string' && id !== '' ? asDraft(await answer(stores.objectStore('drafts').get(id))) : null;
  } catch {
    // The page opens the same draft, and tells what is wrong.
    return null;
  } finally {
    // An open one would keep a newer Rollmark from changing its stores.
    database?.close();
  }
}

async function openIfThere(): Promise<IDBDatabase> {
  const opening = indexedDB.open(DATABASE);
  // To make the database is the page's part.
  opening.onupgradeneeded = () => opening.transaction?.abort();
  return await answer(opening);
}

function answer<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((done, fail) => {
    request.onsuccess = () => done(request.result);
    request.onerror = () => fail(request.error);
  });
}

/** A guess at what the page will ask, so it needs no schema: what is wrong here is checked once too often. */
function asDraft(record: unknown): LastDraft | null {
  if (typeof record !== 'object' || record === null || !('text' in record) || typeof record.text !== 'string')
    return null;
  const file = 'fileName' in record && typeof record.fileName === 'string' ? record.fileName : nameOf(record);
  return { text: record.text, file };
}

function nameOf(record: object): string {
  return 'name' in record && typeof record.name === 'string' ? record.name : '';
}
