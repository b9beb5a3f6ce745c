import { browser } from 'wxt/browser';
import { isRecord } from './messages.ts';

const KEY = 'pendingSite';

/** The site that someone is about to be asked about by the browser. */
export interface PendingSite {
  pattern: string;
  tabId: number | null;
}

/** Remembers the site before the browser's question, which closes the popup that asked. */
export async function rememberPendingSite(site: PendingSite): Promise<void> {
  await browser.storage.session.set({ [KEY]: site });
}

/** The remembered site, once. */
export async function takePendingSite(): Promise<PendingSite | null> {
  const value = (await browser.storage.session.get(KEY))[KEY];
  await browser.storage.session.remove(KEY);
  if (!isRecord(value) || typeof value['pattern'] !== 'string') return null;
  return { pattern: value['pattern'], tabId: typeof value['tabId'] === 'number' ? value['tabId'] : null };
}
