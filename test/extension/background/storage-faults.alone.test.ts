import { readFileSync } from 'node:fs';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { buildBundle } from '#core/bundle/build.ts';
import { readPolicy } from '#core/policy/parse.ts';
import type { Lesson } from '../../../extension/reading/taught.ts';
import { installFakeBrowser } from '../fake-browser.ts';

/** A browser whose storage is full, cannot be read, or holds what a crash left behind. */

const { stored, granted, faults } = installFakeBrowser();
const { answer } = await import('../../../extension/background/requests.ts');
const { allPolicies, refresh, storePolicy } = await import('../../../extension/background/policies.ts');
const { asManaged } = await import('../../../extension/background/managed.ts');
const { logState, logStep, setLog } = await import('../../../extension/log/log.ts');
const { allLessons, keepLessons } = await import('../../../extension/teaching/lessons.ts');

const SAMPLE = readFileSync('samples/policies/hartsmere-primary.md', 'utf8');
const bundleOf = (markdown: string): string => {
  const rulebook = { version: '1', checkedOn: '2026-11-21' };
  return JSON.stringify(buildBundle(readPolicy(markdown), { asOf: '2026-11-21', rulebook, suppressed: [] }).bundle);
};
const BUNDLE = bundleOf(SAMPLE);
const OTHER = bundleOf(SAMPLE.replaceAll('Hartsmere Primary School', 'Oak Lane Primary School'));
const ADDRESS = 'https://www.hartsmere.example/policy.json';
const TODAY = '2026-11-22';
const SITE = 'https://hartsmere.mis.example/*';
const OWN = { fromPage: false, tabId: null, frameId: null };
const PAGE = { fromPage: true, tabId: 1, frameId: 0 };
const ENTRY = { step: 'Step 1: a call home', date: '2026-11-20' };
const LESSON: Lesson = {
  origin: 'https://hartsmere.mis.example',
  route: '/attendance',
  headers: '0a1b2c3d',
  columns: [{ heading: 'Pupil', nth: 0, field: 'name' }],
  unit: 'sessions',
  period: { kind: 'on-page' },
  taughtOn: TODAY,
};
const JUDGE = { type: 'judge', today: TODAY, site: SITE, schools: [], tables: [], registers: [] };
const FULL: readonly [browser: string, fault: Error][] = [
  ['Chrome, at its limit', new Error('QUOTA_BYTES quota exceeded')],
  ['Chrome, on a full disk', new Error('IO error: /db/000012.log: No space left on device')],
  ['Firefox', Object.assign(new Error('storage.local API call exceeded its quota'), { name: 'QuotaExceededError' })],
];

beforeEach(() => {
  stored.clear();
  granted.clear();
  Object.assign(faults, { get: null, set: null });
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  vi.stubGlobal('fetch', () => Promise.reject(new Error('nothing may be fetched here')));
});

describe.each(FULL)('a storage that is full, in %s,', (_, fault) => {
  it.each([
    { type: 'store-policy', text: BUNDLE, name: 'a.json' },
    { type: 'policy-from', address: ADDRESS },
    { type: 'set-terms', terms: { terms: [{ from: '2026-09-02', to: '2026-10-23' }], closed: [] } },
    { type: 'site-on', pattern: SITE, tabId: null },
    { type: 'set-log', on: true, keepMonths: 13 },
  ])('is said of $type, and all stays as it was', async (request) => {
    await storePolicy(OTHER, 'b.json');
    const before = structuredClone([...stored]);
    faults.set = fault;
    expect(await answer(request, OWN)).toEqual({ ok: false, why: expect.stringMatching(/no room left/) });
    expect([...stored]).toEqual(before);
  });
  it('is said of a line for the log, which keeps the lines it had', async () => {
    await setLog(true, 13);
    await logStep(SITE, '1', ENTRY, TODAY);
    faults.set = fault;
    expect(await answer({ type: 'log-step', site: SITE, pupilId: '2', entry: ENTRY }, PAGE)).toMatch(/no room left/);
    faults.set = null;
    expect(await logState(TODAY)).toMatchObject({ entries: 1 });
  });
  it('keeps nobody from being judged, even where lines of the log have had their time', async () => {
    await storePolicy(BUNDLE, 'a.json');
    await setLog(true, 1);
    await logStep(SITE, '1', { ...ENTRY, date: '2026-01-09' }, TODAY);
    faults.set = fault;
    expect(await answer(JUDGE, PAGE)).toMatchObject({ why: null, policy: { school: 'Hartsmere Primary School' } });
  });
});

describe('a policy by its address, where there is no room for it,', () => {
  const managed = asManaged({ policies: [{ address: ADDRESS }] });
  it('says so in place of “it is being fetched”, and is not asked for again and again', async () => {
    const ask = vi.fn(async () => new Response(BUNDLE));
    vi.stubGlobal('fetch', ask);
    faults.set = new Error('QUOTA_BYTES quota exceeded');
    for (let time = 0; time < 5; time++) await refresh(managed, TODAY);
    expect(ask).toHaveBeenCalledTimes(1);
    expect((await allPolicies(managed)).missing).toMatchObject([{ problem: expect.stringMatching(/no room left/) }]);
    faults.set = null;
    await refresh(managed, TODAY, true);
    expect((await allPolicies(managed)).usable).toMatchObject([{ problem: null }]);
  });
  it('is asked for once, however many frames of a page want it at the same moment', async () => {
    const ask = vi.fn(async () => new Response(BUNDLE));
    vi.stubGlobal('fetch', ask);
    await Promise.all(Array.from({ length: 50 }, () => refresh(managed, TODAY)));
    expect(ask).toHaveBeenCalledTimes(1);
  });
});

describe('a storage that cannot be read', () => {
  beforeEach(() => {
    faults.get = new Error('IO error: Corruption: bad block in the database');
  });
  it('gives a page no step, and the reason', async () =>
    expect(await answer(JUDGE, PAGE)).toEqual({
      policy: null,
      why: expect.stringMatching(/cannot read what Rollmark keeps/),
      tables: [],
      codes: [],
    }));
  it.each([{ type: 'settings' }, { type: 'export-log', pupils: [] }, { type: 'remove-policy', id: 'a' }])(
    'is told to who asks for $type',
    async (request) =>
      expect(await answer(request, OWN)).toEqual({ ok: false, why: expect.stringMatching(/cannot read/) }),
  );
});

describe('one damaged entry', () => {
  it('of the policies takes no other policy with it, at the next change neither', async () => {
    await storePolicy(BUNDLE, 'a.json');
    stored.set('policies', [{ policy: 'torn' }, ...(stored.get('policies') as unknown[]), null]);
    await storePolicy(OTHER, 'b.json');
    const { usable } = await allPolicies(asManaged({}));
    expect(usable.map(({ school }) => school)).toEqual(['Hartsmere Primary School', 'Oak Lane Primary School']);
  });
  it('of the log takes no other line with it', async () => {
    await setLog(true, 13);
    await logStep(SITE, '1', ENTRY, TODAY);
    stored.set('log', [...(stored.get('log') as unknown[]), { pupil: 'torn' }]);
    await logStep(SITE, '2', ENTRY, TODAY);
    expect(await logState(TODAY)).toMatchObject({ entries: 2 });
  });
  it('of the taught pages takes no other page with it', async () => {
    await keepLessons([LESSON]);
    stored.set('lessons', [7, ...(stored.get('lessons') as unknown[])]);
    expect(await allLessons()).toEqual([LESSON]);
  });
});
