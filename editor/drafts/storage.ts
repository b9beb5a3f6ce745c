import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import * as z from 'zod/mini';
import {
  type Draft,
  isWorthKeeping,
  readStoredDraft,
  type StoredDraft,
  type Version,
  VersionSchema,
  versionsToDrop,
} from './draft.ts';

interface Schema extends DBSchema {
  drafts: { key: string; value: unknown };
  versions: { key: number; value: unknown; indexes: { draftId: string } };
  /** File handles cannot be checked by a schema, so they stand apart from what can. */
  handles: { key: string; value: FileSystemFileHandle };
  settings: { key: string; value: unknown };
}

/** Drafts in this browser's own database. Nothing here leaves the computer. */
export interface DraftStore {
  /** Newest first; damaged ones last. */
  list(): Promise<StoredDraft[]>;
  load(id: string): Promise<StoredDraft | null>;
  save(draft: Draft): Promise<void>;
  remove(id: string): Promise<void>;
  /** Newest first. */
  versions(id: string): Promise<Version[]>;
  /** Keeps the text as a version; while writing only when it is worth one. */
  keepVersion(version: Version): Promise<void>;
  handleOf(id: string): Promise<FileSystemFileHandle | null>;
  setHandle(id: string, handle: FileSystemFileHandle): Promise<void>;
  setting(key: string): Promise<string | null>;
  setSetting(key: string, value: string): Promise<void>;
}

/** Opens the store. @throws when the browser keeps none, as in some private windows. */
export async function openDraftStore(name = 'rollmark'): Promise<DraftStore> {
  let db = await openDatabase(name);
  /** The newest version of each draft that this tab has offered, whether it was kept or not. */
  const lastKept = new Map<string, Version>();
  /** The work, and once more on a new connection where the browser has closed the old one, as when it clears its storage. */
  const on = async <T>(work: (database: Database) => Promise<T>): Promise<T> => {
    try {
      return await work(db);
    } catch (error) {
      if (!(error instanceof DOMException) || !CONNECTION_LOST.has(error.name)) throw error;
      db = await openDatabase(name);
      return await work(db);
    }
  };
  return {
    list: () =>
      on(async (database) => {
        const [keys, records] = await Promise.all([database.getAllKeys('drafts'), database.getAll('drafts')]);
        const stored = keys.map((id, index) => readStoredDraft(id, records[index]));
        return stored.sort((a, b) => ageOf(b) - ageOf(a));
      }),
    load: (id) =>
      on(async (database) => {
        const record = await database.get('drafts', id);
        return record === undefined ? null : readStoredDraft(id, record);
      }),
    save: (draft) => on(async (database) => void (await database.put('drafts', draft, draft.id))),
    remove: (id) =>
      on(async (database) => {
        const keys = await database.getAllKeysFromIndex('versions', 'draftId', id);
        const transaction = database.transaction(['drafts', 'versions', 'handles'], 'readwrite');
        await Promise.all([
          transaction.objectStore('drafts').delete(id),
          transaction.objectStore('handles').delete(id),
          ...keys.map((key) => transaction.objectStore('versions').delete(key)),
          transaction.done,
        ]);
      }),
    versions: (id) => on(async (database) => (await keyedVersions(database, id)).map(({ version }) => version)),
    async keepVersion(version) {
      // Reading every version back at each save would cost more than the save.
      if (version.why === 'while writing' && !isWorthKeeping(lastKept.get(version.draftId), version.text, version.at))
        return;
      await on((database) => keepVersion(database, version));
      lastKept.set(version.draftId, version);
    },
    handleOf: (id) => on(async (database) => (await database.get('handles', id)) ?? null),
    setHandle: (id, handle) => on(async (database) => void (await database.put('handles', handle, id))),
    setting: (key) =>
      on(async (database) => {
        const value = z.string().safeParse(await database.get('settings', key));
        return value.success ? value.data : null;
      }),
    setSetting: (key, value) => on(async (database) => void (await database.put('settings', value, key))),
  };
}

type Database = IDBPDatabase<Schema>;
const CONNECTION_LOST = new Set(['InvalidStateError', 'NotFoundError', 'AbortError']);

function openDatabase(name: string): Promise<Database> {
  return openDB<Schema>(name, 1, {
    upgrade(database) {
      database.createObjectStore('drafts');
      database.createObjectStore('versions', { autoIncrement: true }).createIndex('draftId', 'draftId');
      database.createObjectStore('handles');
      database.createObjectStore('settings');
    },
  });
}

async function keepVersion(database: Database, version: Version): Promise<void> {
  const known = await keyedVersions(database, version.draftId);
  if (version.why === 'while writing' && !isWorthKeeping(known[0]?.version, version.text, version.at)) return;
  if (known[0]?.version.text === version.text && version.why !== 'saved to a file') return;
  await database.add('versions', version);
  const drop = new Set(
    versionsToDrop(
      known.map((entry) => entry.version),
      version.at,
    ),
  );
  await Promise.all(
    known.filter((entry) => drop.has(entry.version)).map((entry) => database.delete('versions', entry.key)),
  );
}

async function keyedVersions(database: Database, id: string): Promise<{ key: number; version: Version }[]> {
  const transaction = database.transaction('versions');
  const index = transaction.store.index('draftId');
  const [keys, records] = await Promise.all([index.getAllKeys(id), index.getAll(id)]);
  return keys
    .flatMap((key, at) => {
      const version = VersionSchema.safeParse(records[at]);
      return version.success ? [{ key, version: version.data }] : [];
    })
    .sort((a, b) => b.version.at - a.version.at);
}

function ageOf(stored: StoredDraft): number {
  return stored.is === 'draft' ? stored.draft.updatedAt : Number.NEGATIVE_INFINITY;
}
