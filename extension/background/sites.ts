import { browser } from 'wxt/browser';
import { z } from 'zod';
import { getStored, setStored } from './keep.ts';
import { isAllowed, readManaged } from './managed.ts';

const SITES_KEY = 'sites';
const SCRIPT: string = 'content-scripts/reader.js';
const PATTERN = /^https?:\/\/[a-z0-9.-]+\/\*$/;

/** Match patterns of the sites that someone turned on. A granted site that nobody turned on is not one. */
export async function readSites(): Promise<string[]> {
  const stored = z.array(z.string()).safeParse(await getStored(SITES_KEY));
  return stored.success ? stored.data.filter((pattern) => PATTERN.test(pattern)) : [];
}

/** One change at a time: the popup and the browser's own event both report a site that was just turned on. */
let queue: Promise<void> = Promise.resolve();
function inTurn(work: () => Promise<void>): Promise<void> {
  const mine = queue.then(work);
  queue = mine.catch(() => undefined);
  return mine;
}

/** Remembers a site and reads it from now on, in the tab that is open too. */
export function turnOn(pattern: string, tabId: number | null): Promise<void> {
  return inTurn(() => turnOnNow(pattern, tabId));
}

/** Forgets a site and gives its permission back. */
export function turnOff(pattern: string): Promise<void> {
  return inTurn(() => turnOffNow(pattern));
}

/**
 * Registers the reader for every site that is on, granted and not forbidden by IT, and for no other.
 * Run at every start: a browser may forget registrations, a person may have taken a permission back, and IT's settings
 * may have changed.
 */
export function registerReaders(): Promise<void> {
  return inTurn(registerNow);
}

/** Runs a script in one frame of one tab: the window in which a page is taught, that of a mark, or the rare shapes. */
export async function loadScript(name: 'teacher' | 'details' | 'rare', tabId: number, frameId: number): Promise<void> {
  const file: string = `content-scripts/${name}.js`;
  // WXT's types know only the scripts that a manifest lists.
  await browser.scripting.executeScript({
    target: { tabId, frameIds: [frameId] },
    files: [file as '/background.js'],
    // The reader that asks is there already, and a frame that its page has written into may never be done loading.
    injectImmediately: true,
  });
}

async function turnOnNow(pattern: string, tabId: number | null): Promise<void> {
  if (!PATTERN.test(pattern)) throw new Error(`Unexpected site pattern ${JSON.stringify(pattern)}`);
  if (!isAllowed(pattern, await readManaged())) return;
  const sites = await readSites();
  if (!sites.includes(pattern)) await setStored(SITES_KEY, [...sites, pattern].sort());
  await registerNow();
  // WXT's types know only the scripts that a manifest lists; this one is registered at run time.
  if (tabId !== null)
    await browser.scripting.executeScript({ target: { tabId, allFrames: true }, files: [SCRIPT as '/background.js'] });
}

async function turnOffNow(pattern: string): Promise<void> {
  const sites = await readSites();
  await setStored(
    SITES_KEY,
    sites.filter((site) => site !== pattern),
  );
  await registerNow();
  await browser.permissions.remove({ origins: [pattern] });
}

async function registerNow(): Promise<void> {
  const [sites, managed] = await Promise.all([readSites(), readManaged()]);
  const granted = await Promise.all(sites.map((pattern) => browser.permissions.contains({ origins: [pattern] })));
  const wanted = sites.filter((pattern, index) => granted[index] && isAllowed(pattern, managed));
  const registered = await browser.scripting.getRegisteredContentScripts();
  if (registered.length > 0) await browser.scripting.unregisterContentScripts({ ids: registered.map(({ id }) => id) });
  if (wanted.length === 0) return;
  await browser.scripting.registerContentScripts(
    wanted.map((pattern) => ({
      id: `reader ${pattern}`,
      js: [SCRIPT],
      matches: [pattern],
      allFrames: true,
      matchOriginAsFallback: true,
      persistAcrossSessions: true,
      runAt: 'document_idle' as const,
    })),
  );
}
