import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Draft,
  isWorthKeeping,
  readStoredDraft,
  type Version,
  versionsToDrop,
} from '../../editor/drafts/draft.ts';
import { clearJournal, newestText, readJournal, writeJournal } from '../../editor/drafts/journal.ts';

const DRAFT: Draft = {
  id: 'one',
  name: 'Our policy',
  source: 'sample',
  fileName: null,
  createdAt: 1,
  updatedAt: 2,
  text: '# Policy',
  fileText: null,
};
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const NOW = Date.UTC(2026, 10, 21, 12);
const version = (agoMs: number, why: Version['why'] = 'while writing'): Version => ({
  draftId: 'one',
  at: NOW - agoMs,
  why,
  text: String(agoMs),
});

describe('a record of the store', () => {
  it('is a draft when it is whole', () => expect(readStoredDraft('one', DRAFT)).toEqual({ is: 'draft', draft: DRAFT }));
  it.each([
    { name: 'a field of the wrong kind', record: { ...DRAFT, updatedAt: 'yesterday' }, text: '# Policy' },
    { name: 'no name', record: { text: '# Policy' }, text: '# Policy' },
    { name: 'no text', record: { ...DRAFT, text: 7 }, text: null },
    { name: 'an empty text beside a fault', record: { text: '' }, text: null },
    { name: 'a word', record: 'nonsense', text: null },
    { name: 'nothing', record: null, text: null },
  ])('is damaged with $name, and keeps what text there is', ({ record, text }) =>
    expect(readStoredDraft('one', record)).toEqual({ is: 'damaged', id: 'one', text }),
  );
});

describe('versions', () => {
  it.each([
    { name: 'the first is always kept', last: undefined, text: 'x', is: true },
    { name: 'none for the same text', last: { ...version(HOUR), text: 'x' }, text: 'x', is: false },
    { name: 'none soon after the last', last: version(MINUTE), text: 'x', is: false },
    { name: 'one after a while', last: version(2 * MINUTE), text: 'x', is: true },
  ])('$name', ({ last, text, is }) => expect(isWorthKeeping(last, text, NOW)).toBe(is));

  it('keeps all of the last hour, one an hour for a day, one a day before', () => {
    const minutes = [1, 5, 30, 59, 61, 70, 75, 200, 201, 2000, 2010, 5000];
    const kept = new Set(minutes.map((ago) => version(ago * MINUTE)));
    for (const dropped of versionsToDrop([...kept], NOW)) kept.delete(dropped);
    expect([...kept].map(({ at }) => (NOW - at) / MINUTE)).toEqual([1, 5, 30, 59, 61, 200, 2000, 5000]);
  });

  it('never drops one that was kept for a reason', () => {
    const reasons = (['opened', 'saved to a file', 'before going back', 'before all fixes'] as const).map((why) =>
      version(9e9, why),
    );
    expect(versionsToDrop([...reasons, version(9e9)], NOW)).toEqual([]);
  });

  it('drops nothing more when asked again', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(40 * 24 * 60), { maxLength: 60 }), (minutes) => {
        const all = minutes.map((ago) => version(ago * MINUTE));
        const dropped = new Set(versionsToDrop(all, NOW));
        const rest = all.filter((one) => !dropped.has(one));
        expect(versionsToDrop(rest, NOW)).toEqual([]);
        expect(all.length === 0 || rest.length > 0).toBe(true);
      }),
    );
  });
});

/** localStorage as far as the journal needs it. */
function storage(broken = false): Storage {
  const kept = new Map<string, string>();
  const fail = (): never => {
    throw Object.assign(new Error('no'), { name: 'QuotaExceededError' });
  };
  return {
    get length() {
      return kept.size;
    },
    clear: () => kept.clear(),
    key: () => null,
    getItem: (key) => (broken ? fail() : (kept.get(key) ?? null)),
    setItem: (key, value) => (broken ? fail() : void kept.set(key, value)),
    removeItem: (key) => (broken ? fail() : void kept.delete(key)),
  };
}

describe('the journal of last words', () => {
  it('gives back what was noted, until it is cleared', () => {
    const kept = storage();
    expect(writeJournal({ id: 'one', text: 'last', at: 5 }, kept)).toBe(true);
    expect(readJournal(kept)).toEqual({ id: 'one', text: 'last', at: 5 });
    clearJournal(kept);
    expect(readJournal(kept)).toBeNull();
  });
  it.each(['{', 'null', '{"id":1}', '"text"'])('takes %s for no note', (words) => {
    const kept = storage();
    kept.setItem('rollmark.journal', words);
    expect(readJournal(kept)).toBeNull();
  });
  it('does without storage where there is none', () => {
    const none = storage(true);
    expect(writeJournal({ id: 'one', text: 'x', at: 1 }, none)).toBe(false);
    expect(readJournal(none)).toBeNull();
    expect(() => clearJournal(none)).not.toThrow();
  });
  it.each([
    { name: 'a newer note of the draft wins', journal: { id: 'one', text: 'new', at: 3 }, is: 'new' },
    { name: 'an older note loses', journal: { id: 'one', text: 'old', at: 2 }, is: '# Policy' },
    { name: 'a note of another draft is none of ours', journal: { id: 'two', text: 'other', at: 9 }, is: '# Policy' },
    { name: 'no note, no change', journal: null, is: '# Policy' },
  ])('$name', ({ journal, is }) => expect(newestText(DRAFT, journal)).toBe(is));
});
