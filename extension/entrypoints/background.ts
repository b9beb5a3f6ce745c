import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { z } from 'zod';
import { answer } from '../background/requests.ts';
import { registerReaders, turnOn } from '../background/sites.ts';
import { takePendingSite } from '../pending-site.ts';

export default defineBackground({
  type: 'module',
  main() {
    // An extension's content security policy forbids the code that zod would otherwise make for speed.
    z.config({ jitless: true });
    browser.runtime.onMessage.addListener((message, sender, reply) => {
      const fromPage = sender.url === undefined || !sender.url.startsWith(browser.runtime.getURL('/'));
      answer(message, fromPage).then(reply, (error: unknown) => {
        console.error('Rollmark could not answer a message', error);
        reply(undefined);
      });
      return true;
    });
    browser.runtime.onInstalled.addListener(() => void registerReaders());
    browser.runtime.onStartup.addListener(() => void registerReaders());
    browser.permissions.onRemoved.addListener(() => void registerReaders());
    // The browser's own question closes the popup, so the popup cannot finish what it began.
    browser.permissions.onAdded.addListener(async ({ origins = [] }) => {
      const pending = await takePendingSite();
      if (pending && origins.includes(pending.pattern)) await turnOn(pending.pattern, pending.tabId);
    });
  },
});
