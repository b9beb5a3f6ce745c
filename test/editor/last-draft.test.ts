import { afterEach, describe, expect, it, vi } from 'vitest';
import { readLastDraft } from '../../editor/drafts/last-draft.ts';

type Stores = Readonly<Record<'settings' | 'drafts', Readonly<Record<string, unknown>>>>;

/** What the browser's database was asked to do beside reading. */
const done = { closed: 0, aborted: 0 };

/** A request that is answered a moment later, as the browser's are. */
function later(result: unknown, fails = false) {
  const request: { result: unknown; error: unknown; onsuccess?: () => void; onerror?: () => void } = {
    result,
    error: fails ? new Error('It cannot be read.') : null,
  };
  queueMicrotask(() => (fails ? request.onerror?.() : request.onsuccess?.()));
  return request;
}

/** Puts such a database in place of the browser's; null where there was none. */
function stubDatabase(stores: Stores | null): void {
  done.closed = done.aborted = 0;
  const database = {
    transaction: () => ({
      objectStore: (name: keyof Stores) => ({ get: (key: string) => later(stores?.[name][key]) }),
    }),
    close: () => done.closed++,
  };
  const open = () => {
    const opening = Object.assign(later(database, stores === null), {
      transaction: { abort: () => done.aborted++ },
      onupgradeneeded: undefined as (() => void) | undefined,
    });
    if (!stores) queueMicrotask(() => opening.onupgradeneeded?.());
    return opening;
  };
  vi.stubGlobal('indexedDB', { open });
}

afterEach(() => vi.unstubAllGlobals());

describe('the draft that was left open', () => {
  it.each([
    ['by the name of its file', { text: '# A', name: 'A', fileName: 'a.md' }, { text: '# A', file: 'a.md' }],
    ['by its own name when it has no file', { text: '# A', name: 'A', fileName: null }, { text: '# A', file: 'A' }],
    ['when its name was lost', { text: '# A' }, { text: '# A', file: '' }],
    ['not when its text was lost', { name: 'A' }, null],
    ['not when the record is no draft', 'damaged', null],
    ['not when it was deleted', undefined, null],
  ])('is read %s', async (_, record, expected) => {
    stubDatabase({ settings: { lastOpen: 'one' }, drafts: { one: record } });
    expect(await readLastDraft()).toEqual(expected);
    expect(done.closed).toBe(1);
  });

  it('is none when the last visit ended on the start screen', async () => {
    stubDatabase({ settings: { lastOpen: '' }, drafts: { '': { text: '# A' } } });
    expect(await readLastDraft()).toBeNull();
    expect(done.closed).toBe(1);
  });

  it('is none where there is no database yet, and none is made', async () => {
    stubDatabase(null);
    expect(await readLastDraft()).toBeNull();
    expect(done.aborted).toBe(1);
  });
});
