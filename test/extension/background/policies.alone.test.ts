import { readFileSync } from 'node:fs';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { buildBundle } from '#core/bundle/build.ts';
import { readPolicy } from '#core/policy/parse.ts';
import { installFakeBrowser } from '../fake-browser.ts';

const { stored, granted } = installFakeBrowser();
const { asManaged } = await import('../../../extension/background/managed.ts');
const { allPolicies, assignPolicy, refresh, removePolicy, storeAddress, storePolicy } = await import(
  '../../../extension/background/policies.ts'
);

const SAMPLE = readFileSync('samples/policies/hartsmere-primary.md', 'utf8');
const bundleOf = (markdown: string): string => {
  const rulebook = { version: '1', checkedOn: '2026-11-21' };
  return JSON.stringify(buildBundle(readPolicy(markdown), { asOf: '2026-11-21', rulebook, suppressed: [] }).bundle);
};
const BUNDLE = bundleOf(SAMPLE);
const OTHER = bundleOf(SAMPLE.replaceAll('Hartsmere Primary School', 'Oak Lane Primary School'));
const ADDRESS = 'https://www.hartsmere.example/policy.json';
const NOBODY = asManaged({});
const answer = (text: string, status = 200): void =>
  void vi.stubGlobal('fetch', async () => new Response(text, { status }));
const schools = async (managed = NOBODY): Promise<string[]> =>
  (await allPolicies(managed)).usable.map(({ school }) => school);

beforeEach(() => {
  stored.clear();
  granted.clear();
  vi.useRealTimers();
  vi.stubGlobal('fetch', () => Promise.reject(new Error('nothing may be fetched here')));
});

describe('policies that a person chose', () => {
  it('stand beside each other, one for each school', async () => {
    await storePolicy(BUNDLE, 'a.json');
    await storePolicy(OTHER, 'b.json');
    await storePolicy(BUNDLE, 'newer.json');
    expect((await schools()).sort()).toEqual(['Hartsmere Primary School', 'Oak Lane Primary School']);
  });
  it('can be given one site, and be removed', async () => {
    await storePolicy(BUNDLE, 'a.json');
    const [first] = (await allPolicies(NOBODY)).usable;
    await assignPolicy(first?.id ?? '', 'https://a.example/*', true);
    expect((await allPolicies(NOBODY)).usable[0]).toMatchObject({ site: 'https://a.example/*', anySchool: true });
    await removePolicy(first?.id ?? '');
    expect(await schools()).toEqual([]);
  });
  it('step back behind those that IT sets', async () => {
    await storePolicy(BUNDLE, 'a.json');
    const managed = asManaged({ policies: [{ bundle: OTHER, origin: 'https://a.example' }] });
    expect((await allPolicies(managed)).usable).toMatchObject([
      { school: 'Oak Lane Primary School', byIt: true, site: 'https://a.example/*' },
    ]);
  });
  it('are none where IT’s text is no bundle, with the reason', async () => {
    await storePolicy(BUNDLE, 'a.json');
    const { usable, missing } = await allPolicies(asManaged({ policies: [{ bundle: 'oops' }] }));
    expect(usable).toEqual([]);
    expect(missing).toMatchObject([{ byIt: true, problem: expect.stringMatching(/not JSON/) }]);
  });
});

describe('policies by their address', () => {
  const managed = asManaged({ policies: [{ address: ADDRESS }] });

  it('are missing until they come, and say what the browser must be asked for', async () => {
    expect((await allPolicies(managed)).missing).toMatchObject([
      { from: ADDRESS, needs: 'https://www.hartsmere.example/*' },
    ]);
    granted.add('https://www.hartsmere.example/*');
    expect((await allPolicies(managed)).missing).toMatchObject([{ needs: null }]);
  });
  it('are used once they have come', async () => {
    answer(BUNDLE);
    await refresh(managed, '2026-11-22');
    expect((await allPolicies(managed)).usable).toMatchObject([
      { school: 'Hartsmere Primary School', fetchedOn: '2026-11-22', problem: null },
    ]);
  });
  it.each<[string, string, number, RegExp]>([
    ['not there', '', 404, /answered 404/],
    ['a web page', '<html>', 200, /web page/],
    ['no bundle', '{"a":1}', 200, /no policy bundle/],
  ])('stay as they were when the address now is %s', async (_, text, status, why) => {
    answer(BUNDLE);
    await refresh(managed, '2026-11-20');
    answer(text, status);
    await refresh(managed, '2026-11-22', true);
    expect((await allPolicies(managed)).usable).toMatchObject([
      { school: 'Hartsmere Primary School', fetchedOn: '2026-11-20', problem: expect.stringMatching(why) },
    ]);
  });
  it('are asked for once a day, and a quarter of an hour after a failure', async () => {
    vi.useFakeTimers({ now: Date.UTC(2026, 10, 22, 8) });
    let count = 0;
    vi.stubGlobal('fetch', async () => {
      count++;
      return new Response(count === 1 ? '' : BUNDLE, { status: count === 1 ? 500 : 200 });
    });
    const countAt = async (minutes: number): Promise<number> => {
      vi.setSystemTime(Date.UTC(2026, 10, 22, 8, minutes));
      await refresh(managed, '2026-11-22');
      return count;
    };
    expect([await countAt(0), await countAt(10), await countAt(16), await countAt(600), await countAt(1500)]).toEqual([
      1, 1, 2, 2, 3,
    ]);
  });
  it('are forgotten when nobody names them any more', async () => {
    answer(BUNDLE);
    await storeAddress(ADDRESS);
    await refresh(NOBODY, '2026-11-22', true);
    expect(await schools()).toEqual(['Hartsmere Primary School']);
    await removePolicy(ADDRESS);
    await refresh(NOBODY, '2026-11-22');
    expect(stored.get('fetched')).toEqual([]);
  });
});
