import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { chooseBundle } from '../extension.ts';
import type { Desk } from './desk.ts';

/** Which policy is used, and as at which day. */
export function whichPolicy(desk: Desk): void {
  describe('which policy, which day', () => {
    it('is said on every mark when it is a draft and past its review', async () => {
      await desk.overlay.someMarks();
      const flags = await desk.overlay.look<string[]>(
        `function () { return [...this.querySelectorAll('.mark .flag')].map((flag) => flag.textContent); }`,
      );
      expect(new Set(flags)).toEqual(new Set(['DRAFT, OVERDUE']));
      expect(flags).toHaveLength(18);
      const [first] = await desk.overlay.marks();
      expect(first?.label).toContain('Amara Bello: No step DRAFT, OVERDUE');
    });

    it('is said in the window of a mark, with term dates or without', async () => {
      const text = await desk.overlay.openMark('Jacob Hart');
      expect(text).toMatch(/Read from this page: totals of .*\. Without term dates/);
      await desk.page.keyboard.press('Escape');
    });

    it('uses term dates once they are typed', async () => {
      const options = await desk.open('options.html');
      await options.getByLabel('First day of half term 1').fill('2026-09-02');
      await options.getByLabel('Last day of half term 1').fill('2026-10-23');
      await options.getByLabel('First day of half term 2').fill('2026-11-02');
      const save = options.getByRole('button', { name: 'Save the term dates' });
      expect(await save.isDisabled()).toBe(true);
      await options.getByLabel('Last day of half term 2').fill('2026-12-18');
      await save.click();
      await options.getByRole('status').filter({ hasText: 'in use' }).waitFor();
      await options.close();
      await desk.page.bringToFront();
      await desk.overlay.openMark('Jacob Hart', 'Term dates: as typed');
      await desk.page.keyboard.press('Escape');
    });

    it('is none for a page that names another school, and says so', async () => {
      await desk.page.evaluate(() => {
        const name = document.querySelector('.school');
        if (name) name.textContent = 'Oak Lane Academy';
      });
      await desk.overlay.noteWith(/names Oak Lane Academy, and the policy chosen is that of Hartsmere Primary School/);
      expect(await desk.overlay.marks()).toEqual([]);
      await desk.page.reload();
      await desk.overlay.someMarks();
    });

    it('is that of the school that the page names, where there are two', async () => {
      const other = (await readFile('samples/policies/hartsmere-primary.md', 'utf8')).replaceAll(
        'Hartsmere Primary School',
        'Oak Lane Academy',
      );
      const { buildBundle } = await import('#core/bundle/build.ts');
      const { readPolicy } = await import('#core/policy/parse.ts');
      const rulebook = { version: '1', checkedOn: '2026-11-21' };
      const { bundle } = buildBundle(readPolicy(other), { asOf: '2026-11-20', rulebook, suppressed: [] });
      const options = await chooseBundle(desk.extension, JSON.stringify(bundle));
      expect(await options.getByText('Oak Lane Academy').count()).toBeGreaterThan(0);
      await options.close();
      await desk.page.bringToFront();
      await desk.page.evaluate(() => {
        const name = document.querySelector('.school');
        if (name) name.textContent = 'Oak Lane Academy';
      });
      await desk.overlay.openMark('Jacob Hart', 'Oak Lane Academy, policy published 20 November 2026');
      await desk.page.reload();
      expect(await desk.overlay.openMark('Jacob Hart')).toContain('Hartsmere Primary School, policy published');
      await desk.page.keyboard.press('Escape');
      const again = await desk.open('options.html');
      await again.getByRole('button', { name: 'Remove the policy of Oak Lane Academy' }).click();
      await again.getByRole('status').filter({ hasText: 'removed' }).waitFor();
      await again.close();
    });
  });
}
