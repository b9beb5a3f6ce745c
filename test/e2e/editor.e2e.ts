import { Document, HeadingLevel, Packer, Paragraph } from 'docx';
import { describe, expect, it } from 'vitest';
import { keptText, openEditor, openSample, replaceText, showPane, waitForCheck, waitForText } from './editor-page.ts';
import { dropFile, freshSample, newVisitor, shareEditor, toStart } from './editor-shared.ts';

const POLICY = `# Attendance policy

Registers are kept for three years from the date of each entry.
`;

/** The browsers share the computer with everything else that is going on. */
const SOON = { timeout: 10_000 };

const shared = shareEditor();

describe('the editor', () => {
  it('shows its start screen, and no request leaves this computer', async () => {
    const { page } = shared;
    await page.getByRole('heading', { name: /attendance policy, checked as you write/i }).waitFor();
    await openSample(page);
  });

  it('draws a squiggle under what is wrong, and the hover cites the paragraph', async () => {
    const { page } = shared;
    await freshSample(page);
    await replaceText(page, POLICY);
    await page.locator('.squiggly-error').first().waitFor();
    await page.getByText('three years').first().hover();
    const hover = page.locator('.monaco-hover-content').first();
    await hover
      .getByText(/Regulations 2024/)
      .first()
      .waitFor();
    expect(await hover.innerText()).toMatch(/Law/);
    const [card, panel] = await Promise.all([
      page.locator('.monaco-hover').first().boundingBox(),
      page.locator('.side').boundingBox(),
    ]);
    expect((card?.x ?? 0) + (card?.width ?? 0)).toBeLessThanOrEqual(panel?.x ?? 0);
    expect(await page.locator('.monaco-hover').getByText('View Problem').first().isVisible()).toBe(false);
    expect(await hover.locator('a[data-href^="https://"], a[href^="https://"]').count()).toBeGreaterThan(0);
  });

  it('makes a quick fix by keyboard, and undo takes it back', async () => {
    const { page } = shared;
    await freshSample(page);
    await replaceText(page, POLICY);
    await page.locator('.squiggly-error').first().waitFor();
    await page.keyboard.press('F8');
    await page.locator('.spot-mark').filter({ hasText: 'three years' }).first().waitFor();
    await page.keyboard.press('ControlOrMeta+.');
    await page.locator('.action-widget').getByText('Change to 6 years').waitFor();
    await page.keyboard.press('Enter');
    await expect.poll(() => keptText(page), SOON).toContain('kept for 6 years from');
    await expect.poll(() => page.locator('.squiggly-error').count(), SOON).toBe(0);
    await page.keyboard.press('ControlOrMeta+z');
    await expect.poll(() => keptText(page), SOON).toContain('kept for three years from');
  });

  it('makes the same fix from the problems pane', async () => {
    const { page } = shared;
    await freshSample(page);
    await replaceText(page, POLICY);
    await page.locator('.side').getByRole('button', { name: 'Change to 6 years' }).click();
    await expect.poll(() => keptText(page), SOON).toContain('kept for 6 years from');
  });

  it('jumps from a problem to its place', async () => {
    const { page } = shared;
    await freshSample(page);
    const problem = page.locator('.problem').filter({ hasText: 'three years' }).first();
    await problem.locator('.problem-jump').click();
    await page.locator('.spot-mark').filter({ hasText: 'three years' }).first().waitFor();
    expect(await problem.getAttribute('data-here')).toBe('true');
  });

  it('leads from a fact to its words, and from words to their fact', async () => {
    const { page } = shared;
    await freshSample(page);
    await showPane(page, 'read');
    await page.locator('.fact-jump').filter({ hasText: 'Registers kept for' }).click();
    await page.locator('.spot-mark').filter({ hasText: 'three years' }).first().waitFor();
    await page.locator('.fact[data-here="true"]').filter({ hasText: 'Registers kept for' }).waitFor();
    await page
      .locator('.fact-mark')
      .filter({ hasText: /^three.years/ })
      .first()
      .waitFor();
  });

  it('keeps a draft through a closed tab, without waiting for anything, and opens it as it was left', async () => {
    const context = await newVisitor(shared.browser);
    const { page } = await openEditor(context, shared.url);
    await page.getByRole('button', { name: /Start from the template/ }).click();
    await waitForText(page);
    await waitForCheck(page);
    const progress = '.fill-progress .soft';
    const [, all] = /of (\d+)/.exec(await page.locator(progress).innerText()) ?? [];
    const name = page.locator('.fill').filter({ hasText: 'Insert School Name' }).getByRole('textbox');
    await name.fill('Hollin Bank School');
    await name.press('Enter');
    await expect.poll(() => page.locator(progress).innerText(), SOON).toBe(`1 of ${all}`);
    await page.locator('.outline-entry').filter({ hasText: 'Lateness' }).click();
    await page.locator('.spot-mark').filter({ hasText: 'Lateness' }).first().waitFor();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.type(' and these last words');
    await page.close({ runBeforeUnload: false });
    const again = await openEditor(context, shared.url);
    await waitForText(again.page);
    await waitForCheck(again.page);
    await again.page
      .locator('.view-line')
      .filter({ hasText: /Lateness.and.these.last.words/ })
      .waitFor(SOON);
    await again.page.locator('.outline-entry[aria-current]').filter({ hasText: 'Lateness' }).waitFor(SOON);
    expect(await again.page.locator(progress).innerText()).toBe(`1 of ${all}`);
    expect(again.troubles).toEqual([]);
    await context.close();
  });

  it('saves each keystroke within a second', async () => {
    const { page } = shared;
    await freshSample(page);
    await replaceText(page, '# Saved');
    for (const letter of ' one two three four five six seven') {
      await page.keyboard.type(letter);
      await page.waitForTimeout(15);
    }
    await page.waitForTimeout(1000);
    expect(await keptText(page)).toBe('# Saved one two three four five six seven');
  });

  it('keeps several drafts and opens the one that is asked for', async () => {
    const { page } = shared;
    await freshSample(page);
    await replaceText(page, '# The first of two');
    await page.locator('.title-bar .wordmark').click();
    await page.getByRole('button', { name: /Start from the template/ }).click();
    await waitForText(page);
    await page.locator('.title-bar .wordmark').click();
    await page.locator('.recent').filter({ hasText: 'Hartsmere' }).first().click();
    await waitForText(page);
    expect(await page.locator('.view-lines').innerText()).toMatch(/The.first.of.two/);
  });

  it('says so when a draft is damaged, and recovers its text', async () => {
    const { page } = shared;
    await freshSample(page);
    await page.locator('.title-bar .wordmark').click();
    await page.locator('.recent').first().waitFor();
    await page.evaluate(
      () =>
        new Promise<void>((done) => {
          const opening = indexedDB.open('rollmark');
          opening.onsuccess = () => {
            const store = opening.result.transaction('drafts', 'readwrite').objectStore('drafts');
            store.put({ id: 'broken', text: '# What is left', updatedAt: 'not a number' }, 'broken');
            store.put('nonsense', 'worse').onsuccess = () => {
              opening.result.close();
              done();
            };
          };
        }),
    );
    await page.reload();
    await page.getByText('nothing of it can be read').waitFor();
    await page.getByRole('button', { name: 'Recover the text' }).click();
    await waitForText(page);
    expect(await page.locator('.view-lines').innerText()).toMatch(/What.is.left/);
  });

  it('does not open one draft in two tabs', async () => {
    const { page } = shared;
    await freshSample(page);
    const second = await openEditor(shared.context, shared.url);
    await second.page.getByText(/open in another tab/).waitFor();
    await second.page.getByRole('button', { name: /Try the sample/ }).waitFor();
    await second.page.close();
  });

  it('moves through problems with F8 from anywhere, and through panes with the arrow keys', async () => {
    const { page } = shared;
    await freshSample(page);
    await page.locator('#tab-problems').focus();
    await page.keyboard.press('F8');
    await page.locator('.monaco-hover').first().waitFor();
    await page.locator('.problem[data-here="true"]').first().waitFor();
    await page.keyboard.press('Escape');
    await page.locator('#tab-problems').focus();
    await page.keyboard.press('ArrowRight');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('tab-read');
    await page.getByRole('heading', { name: 'What Rollmark read' }).waitFor();
  });

  it('opens a file that is dropped on it, and refuses what is no text', async () => {
    const { page } = shared;
    await toStart(page);
    await dropFile(page, 'picture.md', new Uint8Array([137, 80, 78, 71, 0, 0, 1]));
    await page.getByText(/not a text file/).waitFor();
    await dropFile(page, 'figures.xlsx', new Uint8Array([80, 75, 3, 4]));
    await page.getByText(/cannot be opened/).waitFor();
    await dropFile(page, 'torn.docx', new Uint8Array([80, 75, 3, 4, 9, 9]));
    await page.getByText(/“torn.docx” could not be opened/).waitFor();
    await dropFile(page, 'our policy.md', '# Dropped here');
    await waitForText(page);
    await waitForCheck(page);
    expect(await page.locator('#draft-name').inputValue()).toBe('our policy');
    expect(await page.locator('.view-lines').innerText()).toMatch(/Dropped.here/);
  });

  it('reads a Word, an HTML and a PDF file into text', async () => {
    const { page } = shared;
    await toStart(page);
    const docx = await Packer.toBuffer(
      new Document({
        sections: [{ children: [new Paragraph({ text: 'Word policy', heading: HeadingLevel.HEADING_1 })] }],
      }),
    );
    const html = '<html><body><main><h1>Web policy</h1><p>Registers close at 9.20am.</p></main></body></html>';
    const paper = await shared.context.newPage();
    await paper.setContent(
      '<h1>Paper policy</h1><p>The morning register closes at 9.20am on every school day of the year.</p>',
    );
    const pdf = await paper.pdf();
    await paper.close();
    for (const [fileName, bytes, words] of [
      ['a.docx', docx, /Word.policy/],
      ['b.html', Buffer.from(html), /Web.policy/],
      ['c.pdf', pdf, /Paper.policy/],
    ] as const) {
      await dropFile(page, fileName, bytes);
      await page.getByText(`“${fileName}” was read into text`).waitFor();
      await waitForText(page);
      expect(await page.locator('.view-lines').innerText()).toMatch(words);
    }
  });

  it('tries a pupil: the step follows the slider, and its reason leads to the text', async () => {
    const { page } = shared;
    await freshSample(page);
    await showPane(page, 'try');
    const title = page.locator('.answer-title');
    await page.getByLabel('Sessions attended').fill('110');
    await page.getByLabel('Sessions attended').press('Tab');
    await expect.poll(() => title.innerText(), SOON).toBe('No step');
    await page.getByRole('slider').fill('101');
    await expect.poll(() => title.innerText(), SOON).toMatch(/^Step 3/);
    await page.locator('.quote').first().click();
    await page.locator('.spot-mark').first().waitFor();
  });

  it('settles a conflict with one click that edits every mention', async () => {
    const { page } = shared;
    await freshSample(page);
    await showPane(page, 'read');
    await page.getByRole('button', { name: 'Say 9:15am everywhere' }).click();
    await expect.poll(() => keptText(page), SOON).toContain('| 9.15 am | Morning register closes |');
    await expect.poll(() => page.getByRole('heading', { name: /Said more than one way/ }).count(), SOON).toBe(0);
  });

  it('fills in a placeholder from the form', async () => {
    const { page } = shared;
    await freshSample(page);
    await showPane(page, 'fill');
    await page.getByLabel('Link governor for attendance').fill('Ms Ines Falk');
    await page.locator('.fill').getByRole('button', { name: 'Fill in' }).click();
    await expect.poll(() => keptText(page), SOON).toContain('| Link governor for attendance | Ms Ines Falk |');
    await page.getByText('Nothing is left open').waitFor();
  });

  it('offers register codes on request', async () => {
    const { page } = shared;
    await freshSample(page);
    await replaceText(page, 'A pupil who comes later is marked with code ');
    await page.keyboard.press('Control+Space');
    await page
      .locator('.suggest-widget')
      .getByText('Late, before the register closed', { exact: false })
      .first()
      .waitFor();
    await page.keyboard.type('U');
    await page.keyboard.press('Enter');
    await expect.poll(() => keptText(page), SOON).toBe('A pupil who comes later is marked with code U');
  });

  it('goes back to an earlier version, and undo returns', async () => {
    const { page } = shared;
    await freshSample(page);
    await replaceText(page, '# Something else');
    await page.getByRole('button', { name: 'Versions' }).click();
    await page.getByRole('button', { name: 'Go back to this' }).last().click();
    await expect.poll(() => keptText(page), SOON).toContain('Hartsmere Primary School, part of');
    await page.locator('.monaco-editor').first().click();
    await page.keyboard.press('ControlOrMeta+z');
    await expect.poll(() => keptText(page), SOON).toBe('# Something else');
  });

  it('keeps the line ends of a Windows file, and places fixes rightly in it', async () => {
    const { page } = shared;
    await toStart(page);
    const words = POLICY.replaceAll('\n', '\r\n');
    await dropFile(page, 'windows.md', words);
    await waitForText(page);
    await page.locator('.side').getByRole('button', { name: 'Change to 6 years' }).click();
    await expect.poll(() => keptText(page), SOON).toBe(words.replace('three years', '6 years'));
  });

  it('downloads the policy where the browser has no file picker', async () => {
    const { page } = shared;
    await toStart(page);
    await page.evaluate(() => Reflect.deleteProperty(window, 'showSaveFilePicker'));
    await openSample(page);
    await replaceText(page, '# To keep');
    const coming = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Save file' }).click();
    const download = await coming;
    expect(download.suggestedFilename()).toBe('hartsmere-primary-school.md');
    expect(await (await download.createReadStream()).toArray().then((parts) => Buffer.concat(parts).toString())).toBe(
      '# To keep',
    );
  });
});
