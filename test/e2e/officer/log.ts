import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { violationsIn, violationsOn } from '../axe.ts';
import type { Desk } from './desk.ts';

/** The officer's own log. */
export function theLog(desk: Desk): void {
  describe('the log', () => {
    it('is off, offers nothing, and nothing of a pupil is stored', async () => {
      await desk.page.bringToFront();
      expect(await desk.overlay.openMark('Jacob Hart')).not.toContain('Your log');
      await desk.page.keyboard.press('Escape');
      expect(await desk.stored()).not.toMatch(/jacob|hart\b|bello|"log/i);
    });

    it('writes a step down, once it is on, under no name and no identifier', async () => {
      const options = await desk.open('options.html');
      await options.getByRole('button', { name: 'Turn the log on' }).click();
      await options.getByText('On: 0 lines').waitFor();
      await options.close();
      await desk.page.bringToFront();
      await desk.overlay.openMark('Jacob Hart', 'Your log');
      await desk.overlay.look(`function () {
      const list = this.querySelector('.record select');
      list.value = 'Step 2: a letter';
      list.dispatchEvent(new Event('change', { bubbles: true }));
      const day = this.querySelector('.record input');
      day.value = '2026-11-03';
      day.dispatchEvent(new Event('input', { bubbles: true }));
    }`);
      await desk.overlay.click('.record button');
      await expect.poll(() => desk.overlay.popover(), { timeout: 5000 }).toContain('Step 2: a letter, 3 November 2026');
      const text = await desk.stored();
      expect(text).toContain('Step 2: a letter');
      expect(text).not.toMatch(/jacob|hart\b/i);
    });

    it('feeds the steps: what was done is no longer due', async () => {
      const due =
        /Due, where not yet done([\s\S]*?)(?:Next|Held back|To leave|For a person)/.exec(
          (await desk.overlay.popover()) ?? '',
        )?.[1] ?? '';
      expect(due).toContain('Step 3');
      expect(due).not.toContain('Step 2: a letter');
      expect(await violationsIn(desk.overlay)).toEqual([]);
      await desk.page.keyboard.press('Escape');
    });

    it('goes out for the pupils on the page, and others are counted', async () => {
      const panel = await desk.panel();
      await panel.getByText('18 of 18 pupils read').waitFor();
      const download = panel.waitForEvent('download');
      await panel.getByRole('button', { name: 'Save what it holds of these pupils' }).click();
      const text = await readFile((await (await download).path()) ?? '', 'utf8');
      expect(text.split('\r\n')).toEqual([
        'pupil_id,step,date,outcome',
        expect.stringMatching(/^\S+,Step 2: a letter,2026-11-03,$/),
        '',
      ]);
      await panel.getByLabel('File of steps taken').setInputFiles({
        name: 'log.csv',
        mimeType: 'text/csv',
        buffer: Buffer.from('pupil_id,step,date\nQZ77712,Step 1: a call home,2026-11-02\nQZ77713,Step 1,not a day\n'),
      });
      await panel.getByText('1 taken in, 1 left out').waitFor();
      await panel.getByRole('button', { name: 'Save what it holds of these pupils' }).click();
      await panel.getByText('1 line saved. 1 more line is of pupils who are not on this page.').waitFor();
      expect(await desk.stored()).not.toContain('QZ777');
      expect(await violationsOn(panel)).toEqual([]);
      await panel.close();
    });

    it('is deleted when it is turned off', async () => {
      const options = await desk.open('options.html');
      await options.getByRole('button', { name: 'Turn the log off' }).click();
      expect(await violationsOn(options)).toEqual([]);
      await options.getByRole('button', { name: 'Delete them and turn it off' }).click();
      await options.getByRole('button', { name: 'Turn the log on' }).waitFor();
      await options.close();
      expect(await desk.stored()).not.toMatch(/"log|Step 1: a call home,/);
    });
  });
}
