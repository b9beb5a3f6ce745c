import { describe, expect, it } from 'vitest';
import { violationsOn } from '../axe.ts';
import { openPopup } from '../extension.ts';
import type { Desk } from './desk.ts';

/** The side panel and the extension's other pages. */
export function sidePanel(desk: Desk): void {
  describe('the side panel', () => {
    it('filters, sorts and copies what it shows', async () => {
      await desk.extension.context.grantPermissions(['clipboard-read', 'clipboard-write']);
      await desk.page.bringToFront();
      await desk.page.goto(`${desk.extension.site.url}/register-grid.html`);
      await desk.overlay.someMarks();
      const panel = await desk.panel();
      await panel.getByText('18 of 18 pupils read').waitFor();
      await panel.getByLabel('Order').selectOption('name');
      expect(await panel.locator('.pupils li').first().innerText()).toContain('Amara Bello');
      await panel.getByLabel('Order').selectOption('attendance');
      expect(await panel.locator('.pupils li').first().innerText()).toContain('Aarav Patel');
      await panel.getByLabel('Search by name').fill('hart');
      await panel.getByRole('button', { name: 'Copy as a table' }).click();
      await panel.getByText('1 pupil copied, with the name.').waitFor();
      const text = await panel.evaluate(() => navigator.clipboard.readText());
      expect(text.split('\n').map((line) => line.split('\t')[0])).toEqual(['Name', 'Jacob Hart']);
      await panel.getByLabel('Search by name').fill('');
      await panel.getByLabel('Order').selectOption('step');
      await panel.getByLabel('with something due').check();
      expect(await panel.locator('.pupils li').count()).toBeLessThan(18);
      expect(await violationsOn(panel)).toEqual([]);
      await panel.close();
    });

    it('lists codes to look at, with a way to each pupil', async () => {
      await desk.page.bringToFront();
      await desk.page.evaluate(() => {
        const cell = [...document.querySelectorAll('tbody tr td')].find((one) => one.textContent?.trim() === '/');
        if (cell) cell.textContent = 'H';
      });
      const panel = await desk.panel();
      await panel.getByRole('heading', { name: /Codes to look at/ }).waitFor();
      expect(await panel.locator('.codes').innerText()).toMatch(/Amara Bello H was withdrawn on 19 August 2024; now C/);
      await panel.locator('.codes button').first().click();
      await desk.page.bringToFront();
      await expect.poll(() => desk.overlay.popover()).toContain('Amara Bello');
      await desk.page.keyboard.press('Escape');
      await panel.close();
    });

    it('can be used by keyboard alone', async () => {
      const panel = await desk.panel();
      await panel.getByText('18 of 18 pupils read').waitFor();
      const reached = new Set<string>();
      for (let at = 0; at < 12; at++) {
        await panel.keyboard.press('Tab');
        reached.add(
          await panel.evaluate(
            () =>
              document.activeElement?.getAttribute('aria-label') ??
              document.activeElement?.textContent?.slice(0, 16) ??
              '',
          ),
        );
      }
      for (const name of ['Search by name', 'Step', 'Order', 'Copy as a table', 'Print'])
        expect([...reached]).toContain(name);
      await panel.keyboard.press('Enter');
      await panel.close();
    });
  });

  describe('the other pages of the extension', () => {
    it('tell IT exactly what the built manifest holds', async () => {
      const it = await desk.open('it.html');
      const rows = await it.locator('[aria-labelledby=can] tbody th').allInnerTexts();
      expect(rows).toEqual(['storage', 'scripting', 'activeTab', 'sidePanel', 'optional: *://*/*']);
      expect(await it.locator('[aria-labelledby=cannot] li').count()).toBe(5);
      expect(await violationsOn(it)).toEqual([]);
      await it.close();
    });

    it('say in the popup what could not be read', async () => {
      await desk.page.bringToFront();
      await desk.page.goto(`${desk.extension.site.url}/traps.html?case=days`);
      const popup = await openPopup(desk.extension, desk.page);
      await popup.getByText(/in days/).waitFor();
      expect(await violationsOn(popup)).toEqual([]);
      await popup.close();
    });
  });
}
