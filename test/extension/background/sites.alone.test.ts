import { beforeEach, describe, expect, it } from 'vitest';
import { installFakeBrowser } from '../fake-browser.ts';

const { stored, granted, managed, scripts } = installFakeBrowser();
const { registerReaders, turnOff, turnOn } = await import('../../../extension/background/sites.ts');
const { answer } = await import('../../../extension/background/requests.ts');

const MIS = 'https://hartsmere.mis.example/*';
const OTHER = 'https://elsewhere.example/*';
const OWN = { fromPage: false, tabId: null, frameId: null };
const PAGE = { fromPage: true, tabId: 1, frameId: 0 };
const allow = (...origins: string[]): unknown => Object.assign(managed, { allowedOrigins: origins });

beforeEach(() => {
  stored.clear();
  granted.clear();
  delete managed['allowedOrigins'];
  scripts.registered.splice(0);
  scripts.executed.splice(0);
  for (const site of [MIS, OTHER]) granted.add(site);
});

describe('a site that is turned on', () => {
  it('is read in the tab that is open, and from now on', async () => {
    await turnOn(MIS, 7);
    expect(scripts).toEqual({ registered: [MIS], executed: [7] });
  });
  it('is read no more once its permission is taken back, or once it is turned off', async () => {
    await turnOn(MIS, null);
    await turnOn(OTHER, null);
    granted.delete(MIS);
    await registerReaders();
    expect(scripts.registered).toEqual([OTHER]);
    await turnOff(OTHER);
    expect(scripts.registered).toEqual([]);
    expect(granted.has(OTHER)).toBe(false);
  });
});

describe('a site that IT does not allow', () => {
  it('is not turned on, by whatever way it is asked for', async () => {
    allow('https://hartsmere.mis.example');
    await turnOn(OTHER, 7);
    expect(await answer({ type: 'site-on', pattern: OTHER, tabId: 7 }, OWN)).toMatchObject({ ok: false });
    expect(scripts).toEqual({ registered: [], executed: [] });
  });
  it('is read no more where it was on before IT said so, not even in a page that is open', async () => {
    await turnOn(OTHER, null);
    allow('https://hartsmere.mis.example');
    await registerReaders();
    expect(scripts.registered).toEqual([]);
    const judge = { type: 'judge', today: '2026-11-22', site: OTHER, schools: [], tables: [], registers: [] };
    expect(await answer(judge, PAGE)).toMatchObject({ policy: null, why: expect.stringMatching(/has not allowed/) });
    expect(await answer({ type: 'settings' }, OWN)).toMatchObject({ sites: [] });
  });
  it('is none at all where the list is empty', async () => {
    await turnOn(MIS, null);
    allow();
    await registerReaders();
    expect(scripts.registered).toEqual([]);
  });
  it('is as it was when IT takes its word back', async () => {
    await turnOn(MIS, null);
    allow();
    await registerReaders();
    delete managed['allowedOrigins'];
    await registerReaders();
    expect(scripts.registered).toEqual([MIS]);
  });
});
