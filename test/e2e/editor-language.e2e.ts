import { describe, expect, it } from 'vitest';
import { keptText, replaceText, waitForCheck } from './editor-page.ts';
import { freshSample, shareEditor } from './editor-shared.ts';

const POLICY = `# Attendance policy

## The school day

The morning register closes at 9.20am.

## Registers

A pupil who arrives after the register closes at 9.20am is marked U.

Register entries are kept for three years by [name of the office manager].
`;

const SOON = { timeout: 10_000 };
const shared = shareEditor();

describe('the text of a policy in the editor', () => {
  it('says over a heading how many problems stand under it, and leads to the first', async () => {
    const { page } = shared;
    await freshSample(page);
    await replaceText(page, POLICY);
    await waitForCheck(page);
    await page
      .locator('.codelens-decoration a')
      .filter({ hasText: /1 error/ })
      .first()
      .click();
    await page.locator('.spot-mark').filter({ hasText: 'three years' }).waitFor(SOON);
  });

  it('says so too when somebody goes to a pane before it is said', async () => {
    const { page } = shared;
    await freshSample(page);
    await replaceText(page, POLICY);
    await waitForCheck(page);
    await page.locator('#tab-read').click();
    await page
      .locator('.codelens-decoration a')
      .filter({ hasText: /1 error/ })
      .first()
      .waitFor(SOON);
    await page.locator('#tab-problems').click();
  });

  it('changes a time wherever the policy says it, with F2', async () => {
    const { page } = shared;
    await freshSample(page);
    await replaceText(page, POLICY);
    await waitForCheck(page);
    await page
      .locator('.read-time')
      .filter({ hasText: /^9\.20am$/ })
      .first()
      .click();
    await page.keyboard.press('F2');
    const box = page.locator('.rename-box input');
    await box.fill('9.15am');
    await box.press('Enter');
    await expect.poll(() => keptText(page), SOON).toBe(POLICY.replaceAll('9.20am', '9.15am'));
  });

  it('marks what is to be filled in', async () => {
    const { page } = shared;
    await freshSample(page);
    await replaceText(page, POLICY);
    await waitForCheck(page);
    await page
      .locator('.read-placeholder')
      .filter({ hasText: /office/ })
      .waitFor(SOON);
  });
});
