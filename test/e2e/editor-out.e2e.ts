import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { readBundle } from '#core/bundle/read.ts';
import { importDocx } from '#core/import/docx.ts';
import { readPolicy } from '#core/policy/parse.ts';
import { publishPolicy } from '#core/publish/publication.ts';
import { RULEBOOK } from '#core/rules/rulebook.ts';
import { withoutScript } from '../../editor/printing.ts';
import { keptText, replaceText, showPane, waitForCheck, waitForText } from './editor-page.ts';
import { dropFile, freshSample, shareEditor, toStart } from './editor-shared.ts';

/** What leaves the editor, and what is held against what. */

const SOON = { timeout: 10_000 };
const POLICY = `# Attendance policy

Hollin Bank School

The morning register opens at 8.50 am and closes at 9.10 am.

Registers are kept for six years from the date of each entry.
`;

const shared = shareEditor();

/** What the chosen way of the export window downloads. */
async function exported(page: Page, name: string): Promise<{ fileName: string; bytes: Uint8Array }> {
  await page.getByRole('button', { name: 'Export', exact: true }).click();
  const coming = page.waitForEvent('download');
  await page
    .getByRole('dialog')
    .getByRole('button', { name: new RegExp(`^${name}`) })
    .click();
  const download = await coming;
  const bytes = new Uint8Array(await readFile(await download.path()));
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
  return { fileName: download.suggestedFilename(), bytes };
}

const words = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

describe('what leaves the editor', () => {
  it('is the page and the bundle that the command publishes', async () => {
    const { page } = shared;
    await freshSample(page);
    const asOf = await page.getByLabel('Rules of').inputValue();
    const expected = publishPolicy(readPolicy(await keptText(page)), { asOf, file: 'policy.md', rulebook: RULEBOOK });
    const index = await exported(page, 'Web page');
    expect(index.fileName).toBe('index.html');
    expect(words(index.bytes)).toBe(expected.page);
    const bundle = await exported(page, 'Bundle');
    expect(bundle.fileName).toBe('policy.json');
    await showPane(page, 'preview');
    await expect
      .poll(() => page.locator('.preview-frame').getAttribute('srcdoc'), SOON)
      .toBe(withoutScript(expected.page));
    expect(readBundle(words(bundle.bytes))).toMatchObject({ published: { on: asOf, state: 'draft' } });
  });

  it('is a Word file that reads as the text does', async () => {
    const { page } = shared;
    await freshSample(page);
    const text = await keptText(page);
    const { fileName, bytes } = await exported(page, 'Word');
    expect(fileName).toBe('hartsmere-primary-school.docx');
    const back = readPolicy((await importDocx(bytes)).markdown).parsed;
    const kinds = (facts: readonly { kind: string }[]): string[] => facts.map(({ kind }) => kind);
    expect(kinds(back.facts)).toEqual(kinds(readPolicy(text).parsed.facts));
  });

  it('is the list of problems, and the text as it is', async () => {
    const { page } = shared;
    await freshSample(page);
    const problems = await exported(page, 'Problems');
    expect(problems.fileName).toBe('hartsmere-primary-school-problems.md');
    expect(words(problems.bytes)).toContain('three years');
    const markdown = await exported(page, 'Markdown');
    expect(words(markdown.bytes)).toBe(await keptText(page));
  });
});

describe('a file whose name is hostile', () => {
  it.each([
    ['is markup', '<img src=x onerror=alert(1)>.md', 'img-src-x-onerror-alert-1.md'],
    ['is shown backwards', 'po\u202ecilop.md', 'po-cilop.md'],
    ['climbs out of its folder', '..\\..\\windows\\system.md', 'windows-system.md'],
    ['has the end of a line and a control character', 'one\r\ntwo\u0007.md', 'one-two.md'],
    ['has no letter at all', '….md', 'attendance-policy.md'],
    ['is longer than a file system takes', `${'long '.repeat(200)}.md`, /^(?:long-){15}long-?\.md$/],
  ])('and %s is a name like any other, and a plain one when it leaves', async (_, name, out) => {
    const { page } = shared;
    await toStart(page);
    await dropFile(page, name, POLICY);
    await waitForText(page);
    await waitForCheck(page);
    expect(await page.evaluate(() => document.querySelectorAll('img, script:not([src])').length)).toBe(0);
    const { fileName, bytes } = await exported(page, 'Markdown');
    expect(fileName).toMatch(out instanceof RegExp ? out : new RegExp(`^${out.replaceAll('.', '\\.')}$`));
    expect(words(bytes)).toBe(POLICY);
    for (const made of ['Web page', 'Bundle'])
      expect(words((await exported(page, made)).bytes)).not.toContain(name.slice(0, 6));
  });
});

describe('the preview', () => {
  it('shows the page, follows the text, and leads to its sections without leaving', async () => {
    const { page } = shared;
    await freshSample(page);
    await showPane(page, 'preview');
    const frame = page.frameLocator('.preview-frame');
    await frame.getByText('Hartsmere Primary School').first().waitFor();
    await frame.getByRole('link', { name: 'The policy', exact: true }).click();
    await frame.locator('#policy').waitFor();
    await replaceText(page, POLICY);
    await frame.getByText('Hollin Bank School').first().waitFor();
    expect(page.url()).toBe(`${shared.url}/`);
  });

  it('runs no script of a policy', async () => {
    const { page } = shared;
    await freshSample(page);
    await replaceText(
      page,
      `${POLICY}\n<script>parent.document.title = 'taken'</script>\n\n<img src=x onerror="parent.document.title = 'taken'">\n`,
    );
    await showPane(page, 'preview');
    await page.frameLocator('.preview-frame').getByText('Hollin Bank School').first().waitFor();
    expect(await page.title()).not.toContain('taken');
  });
});

describe('the comparison', () => {
  it('tells what changed since the draft was opened, in meaning and in words', async () => {
    const { page } = shared;
    await freshSample(page);
    const text = await keptText(page);
    await replaceText(page, text.replace('| 9.20 am |', '| 9.10 am |'));
    await showPane(page, 'compare');
    const meaning = page.getByRole('region', { name: /In meaning/ });
    await meaning.locator('.change').first().waitFor();
    expect(await meaning.innerText()).toMatch(/09:20|9\.20/);
    const inWords = page.getByRole('region', { name: /In words/ });
    expect(await inWords.locator('del').allInnerTexts()).toHaveLength(1);
    await inWords.locator('.change-jump').first().click();
    await page.locator('.spot-mark').filter({ hasText: 'Morning' }).first().waitFor();
  });

  it('reads a file to compare with', async () => {
    const { page } = shared;
    await freshSample(page);
    await replaceText(page, POLICY);
    await showPane(page, 'compare');
    await page.getByLabel('File to compare with').setInputFiles({
      name: 'last year.md',
      mimeType: 'text/markdown',
      buffer: Buffer.from(POLICY.replace('9.10', '9.15')),
    });
    await page.getByText('This text against “last year.md”').waitFor();
    await expect.poll(() => page.locator('.change-words').allInnerTexts(), SOON).toHaveLength(1);
  });
});

describe('the day of the rules', () => {
  it('can be another, and goes back to today', async () => {
    const { page } = shared;
    await freshSample(page);
    const before = await page.locator('.status-counts').innerText();
    await page.getByLabel('Rules of').fill('2024-01-15');
    await expect.poll(() => page.locator('.status-counts').innerText(), SOON).not.toBe(before);
    await page.getByRole('button', { name: 'Back to today' }).click();
    await expect.poll(() => page.locator('.status-counts').innerText(), SOON).toBe(before);
  });
});

describe('the template', () => {
  it('has a form for all that a school fills in, and fills every place at once', async () => {
    const { page } = shared;
    await toStart(page);
    await page.getByRole('button', { name: /Start from the template/ }).click();
    await waitForText(page);
    await waitForCheck(page);
    const name = page.locator('.fill').filter({ hasText: 'Insert School Name' });
    await name.getByRole('textbox').fill('Hollin Bank School');
    await page.keyboard.press('Enter');
    await expect.poll(() => keptText(page), SOON).not.toContain('«Insert School Name»');
    expect((await keptText(page)).split('Hollin Bank School').length - 1).toBe(2);
  });
});
