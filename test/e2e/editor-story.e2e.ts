import { existsSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Locator, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { readBundle } from '#core/bundle/read.ts';
import { readPolicy } from '#core/policy/parse.ts';
import { keptText, showPane, waitForCheck, waitForText } from './editor-page.ts';
import { shareEditor, toStart } from './editor-shared.ts';

/** The whole way of a policy, from an empty template to the page that parents read. */

const SOON = { timeout: 15_000 };
const CAMBRIAN = fileURLToPath(new URL('../../../shared/policies/real/cambrian-template.md', import.meta.url));

// The browser's own window for choosing a file cannot be answered; without it the editor uses a plain input.
const shared = shareEditor((context) =>
  context.addInitScript(() => {
    Reflect.deleteProperty(window, 'showOpenFilePicker');
    Reflect.deleteProperty(window, 'showSaveFilePicker');
  }),
);

/** What a school might write into a field: the example that the template gives, else something of its kind. */
function answer(asks: string): string {
  const example = /e\.g\. (.+)$/.exec(asks)?.[1];
  if (example) return example;
  if (/e-?mail/i.test(asks)) return 'office@hollin-bank.example.org';
  if (/number|telephone|phone/i.test(asks)) return '01632 960 171';
  if (/school name/i.test(asks)) return 'Hollin Bank Secondary School';
  if (/trust/i.test(asks)) return 'Fallow Hill Learning Trust';
  if (/authority/i.test(asks)) return 'Westmarch County Council';
  if (/describe/i.test(asks)) return 'Each class celebrates the week in which its attendance rose most.';
  return 'Mrs Ines Calder';
}

/** Answers one field of the form as a person does. */
async function fillIn(form: Locator): Promise<void> {
  const choice = form.locator('select');
  const words = form.locator('input');
  if ((await choice.count()) > 0) await choice.selectOption({ index: 1 });
  else if ((await words.count()) > 0) {
    const label = await form.locator('label').innerText();
    const hint = (await words.getAttribute('placeholder')) ?? '';
    await words.fill(answer(`${label} ${hint}`));
    await words.press('Enter');
  } else await form.locator('.fill-row button').click();
}

async function openFile(page: Page, name: string, bytes: Uint8Array, mimeType: string): Promise<void> {
  const choosing = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: /Open a policy/ }).click();
  await (await choosing).setFiles({ name, mimeType, buffer: Buffer.from(bytes) });
  await waitForText(page);
  await waitForCheck(page);
}

async function exported(page: Page, name: RegExp): Promise<Uint8Array> {
  await page.getByRole('button', { name: 'Export', exact: true }).click();
  const coming = page.waitForEvent('download');
  await page.getByRole('dialog').getByRole('button', { name }).click();
  const bytes = new Uint8Array(await readFile(await (await coming).path()));
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
  return bytes;
}

describe('a policy, from the template to the published page', () => {
  it('is filled in by the form, checked to no problem, tried, exported to Word, opened again and published', async () => {
    const { page } = shared;
    await toStart(page);
    await page.getByRole('button', { name: /Start from the template/ }).click();
    await waitForText(page);
    await waitForCheck(page);
    const forms = page.locator('.fill');
    for (let left = await forms.count(); left > 0; left = await forms.count()) {
      expect(left).toBeLessThan(100);
      await fillIn(forms.first());
      await expect.poll(() => forms.count(), { ...SOON, interval: 20 }).toBeLessThan(left);
    }
    await page.getByText('Every place of the template has been filled in.').waitFor();

    await showPane(page, 'problems');
    await waitForCheck(page);
    const problems = await page
      .locator('.problem[data-severity="error"], .problem[data-severity="warning"]')
      .allInnerTexts();
    expect(problems).toEqual([]);

    await showPane(page, 'try');
    await page.getByLabel('Sessions attended').fill('90');
    await page.keyboard.press('Tab');
    await page
      .locator('.answer-title')
      .filter({ hasText: /Step \d/ })
      .waitFor();
    await page.locator('.lit-mark').first().waitFor(SOON);
    await page.getByRole('button', { name: 'Keep as an example in the policy' }).click();
    await expect.poll(() => keptText(page), SOON).toContain('## Worked examples');

    const written = await keptText(page);
    const word = await exported(page, /^Word/);
    await page.getByRole('button', { name: /close this draft/ }).click();
    await openFile(
      page,
      'hollin-bank.docx',
      word,
      'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    );
    const facts = (text: string) => readPolicy(text).parsed.facts.map(({ kind, quote }) => `${kind} ${quote}`);
    await expect.poll(async () => facts(await keptText(page)), SOON).toEqual(facts(written));

    const bundle = readBundle(new TextDecoder().decode(await exported(page, /^Bundle/)));
    expect(bundle).toMatchObject({ published: { state: 'approved' } });
    const html = new TextDecoder().decode(await exported(page, /^Web page/));
    expect(html).toContain('Hollin Bank Secondary School');
  }, 180_000);
});

describe('the template of a real trust', () => {
  it('opens as it is, with every placeholder in the form', async () => {
    if (!existsSync(CAMBRIAN)) {
      console.log('The shared policies are not here: the real template was not opened.');
      return;
    }
    const { page } = shared;
    await toStart(page);
    await openFile(page, 'cambrian.md', readFileSync(CAMBRIAN), 'text/markdown');
    await showPane(page, 'fill');
    const { placeholders } = readPolicy(await keptText(page)).parsed;
    expect(placeholders.length).toBeGreaterThan(20);
    const places = await page.locator('.fill-jump').allInnerTexts();
    const shown = places.reduce((sum, words) => sum + Number(/(\d+) places/.exec(words)?.[1] ?? 1), 0);
    expect(shown).toBe(placeholders.length);
  });
});
