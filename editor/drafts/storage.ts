import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import { z } from 'zod';
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
  const db = await openDB<Schema>(name, 1, {
    upgrade(database) {
      database.createObjectStore('drafts');
      database.createObjectStore('versions', { autoIncrement: true }).createIndex('draftId', 'draftId');
      database.createObjectStore('handles');
      database.createObjectStore('settings');
    },
  });
  return {
    async list() {
      const [keys, records] = await Promise.all([db.getAllKeys('drafts'), db.getAll('drafts')]);
      const stored = keys.map((id, index) => readStoredDraft(id, records[index]));
      return stored.sort((a, b) => ageOf(b) - ageOf(a));
    },
    async load(id) {
      const record = await db.get('drafts', id);
      return record === undefined ? null : readStoredDraft(id, record);
    },
    async save(draft) {
      await db.put('drafts', draft, draft.id);
    },
    async remove(id) {
      const keys = await db.getAllKeysFromIndex('versions', 'draftId', id);
      const transaction = db.transaction(['drafts', 'versions', 'handles'], 'readwrite');
      await Promise.all([
        transaction.objectStore('drafts').delete(id),
        transaction.objectStore('handles').delete(id),
        ...keys.map((key) => transaction.objectStore('versions').delete(key)),
        transaction.done,
      ]);
    },
    async versions(id) {
      return (await keyedVersions(db, id)).map(({ version }) => version);
    },
    async keepVersion(version) {
      const known = await keyedVersions(db, version.draftId);
      if (version.why === 'while writing' && !isWorthKeeping(known[0]?.version, version.text, version.at)) return;
      if (known[0]?.version.text === version.text && version.why !== 'saved to a file') return;
      await db.add('versions', version);
      const drop = new Set(
        versionsToDrop(
          known.map((entry) => entry.version),
          version.at,
        ),
      );
      await Promise.all(
        known.filter((entry) => drop.has(entry.version)).map((entry) => db.delete('versions', entry.key)),
      );
    },
    async handleOf(id) {
      return (await db.get('handles', id)) ?? null;
    },
    async setHandle(id, handle) {
      await db.put('handles', handle, id);
    },
    async setting(key) {
      const value = z.string().safeParse(await db.get('settings', key));
      return value.success ? value.data : null;
    },
    async setSetting(key, value) {
      await db.put('settings', value, key);
    },
  };
}

async function keyedVersions(db: IDBPDatabase<Schema>, id: string): Promise<{ key: number; version: Version }[]> {
  const transaction = db.transaction('versions');
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
