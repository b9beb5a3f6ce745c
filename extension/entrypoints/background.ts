import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { z } from 'zod';
import { readManaged } from '../background/managed.ts';
import { refresh } from '../background/policies.ts';
import { answer } from '../background/requests.ts';
import { registerReaders, turnOn } from '../background/sites.ts';
import { takePendingSite } from '../pending-site.ts';
import { localDay } from '../today.ts';

export default defineBackground({
  type: 'module',
  main() {
    // An extension's content security policy forbids the code that zod would otherwise make for speed.
    z.config({ jitless: true });
    browser.runtime.onMessage.addListener((message, sender, reply) => {
      const fromPage = !(sender.url?.startsWith(browser.runtime.getURL('/')) ?? false);
      const from = { fromPage, tabId: sender.tab?.id ?? null, frameId: sender.frameId ?? null };
      answer(message, from).then(reply, (error: unknown) => {
        console.error('Rollmark could not answer a message', error);
        reply(undefined);
      });
      return true;
    });
    const start = async (): Promise<void> => {
      await registerReaders();
      await refresh(await readManaged(), localDay());
    };
    browser.runtime.onInstalled.addListener(() => void start());
    browser.runtime.onStartup.addListener(() => void start());
    browser.permissions.onRemoved.addListener(() => void registerReaders());
    browser.storage.onChanged.addListener((_, area) => {
      if (area === 'managed') void registerReaders();
    });
    // The browser's own question closes the popup, so the popup cannot finish what it began.
    browser.permissions.onAdded.addListener(async ({ origins = [] }) => {
      const pending = await takePendingSite();
      if (pending && origins.includes(pending.pattern)) await turnOn(pending.pattern, pending.tabId);
    });
  },
});
