import { existsSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { fixedId, openPopup, sampleBundle, startExtension } from './extension.ts';
import { FIREFOX_ID, findFirefox, openOwnPage, startFirefox } from './firefox.ts';

/** What IT sets through the browser's own policies, which stand in files for the whole machine. */
const CHROMIUM = '/etc/chromium/policies/managed/rollmark-test.json';
const FIREFOX = '/etc/firefox/policies/policies.json';
const mayWrite = process.getuid?.() === 0 && !existsSync(FIREFOX) && !existsSync(CHROMIUM);

const settings = async () => ({
  policies: [{ bundle: JSON.stringify(await sampleBundle()) }],
  allowedOrigins: ['http://127.0.0.1'],
  terms: [{ from: '2026-09-02', to: '2026-10-23' }],
  locked: ['sites', 'log'],
  disabledAdapters: ['isams'],
});
const put = async (file: string, content: unknown): Promise<void> => {
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, JSON.stringify(content));
};

if (!mayWrite) {
  process.stdout.write(
    '\nNOT RUN: settings by IT in real browsers. They stand in files for the whole machine, which these tests may not write here.\n\n',
  );
  it('by IT was NOT tried in real browsers: these tests may not write the machine’s policies', () =>
    expect(mayWrite).toBe(false));
} else {
  afterEach(() => Promise.all([rm(CHROMIUM, { force: true }), rm(FIREFOX, { force: true })]));
  afterAll(() => Promise.all([rm(CHROMIUM, { force: true }), rm(FIREFOX, { force: true })]));

  describe('what IT sets', () => {
    it('is in force in Chromium, and what is locked is shown as locked', async () => {
      await put(CHROMIUM, { '3rdparty': { extensions: { [fixedId()]: await settings() } } });
      const extension = await startExtension();
      try {
        const options = await extension.context.newPage();
        await options.goto(`${extension.home}/options.html`);
        await options.getByText('set by your IT team').waitFor();
        expect(await options.locator('h2', { hasText: 'locked' }).allInnerTexts()).toEqual([
          expect.stringContaining('Your school’s policy'),
          expect.stringContaining('Sites that are on'),
          expect.stringContaining('Term dates'),
          expect.stringContaining('Your log'),
        ]);
        expect(await options.getByText('2 September 2026 to 23 October 2026').count()).toBe(1);
        expect(await options.getByLabel('Policy bundle file').count()).toBe(0);
        const page = await extension.context.newPage();
        await page.goto(`${extension.site.url}/summary.html`);
        const popup = await openPopup(extension, page);
        const button = popup.getByRole('button', { name: 'Turn on for this site' });
        await button.waitFor();
        expect(await button.isDisabled()).toBe(true);
        const it = await extension.context.newPage();
        await it.goto(`${extension.home}/it.html`);
        await it.getByText('http://127.0.0.1').waitFor();
        expect(await it.getByText('isams').count()).toBe(1);
      } finally {
        await extension.close();
      }
    });

    it('is in force in Firefox', async () => {
      const program = findFirefox();
      if (program === null) {
        process.stdout.write('\nNOT RUN: settings by IT in Firefox. No Firefox was found.\n\n');
        return;
      }
      await put(FIREFOX, { policies: { '3rdparty': { Extensions: { [FIREFOX_ID]: await settings() } } } });
      const browser = await startFirefox(program);
      try {
        const options = await openOwnPage(browser, 'options.html', '.lock');
        const text = await options.evaluate(() => document.body.innerText);
        expect(text).toContain('set by your IT team');
        expect(text).toContain('2 September 2026 to 23 October 2026');
        expect(await options.evaluate(() => document.querySelectorAll('.lock').length)).toBe(4);
      } finally {
        await browser.close();
      }
    });
  });
}
