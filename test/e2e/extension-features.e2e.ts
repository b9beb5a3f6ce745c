import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { violationsIn, violationsOn } from './axe.ts';
import {
  chooseBundle,
  type ExtensionUnderTest,
  openPopup,
  sampleBundle,
  startExtension,
  tabIdOf,
  turnOnFor,
} from './extension.ts';
import { OverlayView } from './overlay-view.ts';

/** What an officer does with the extension besides reading marks. */
let extension: ExtensionUnderTest;
let page: Page;
let overlay: OverlayView;

beforeAll(async () => {
  extension = await startExtension();
  await (await chooseBundle(extension, JSON.stringify(await sampleBundle()))).close();
  page = await extension.context.newPage();
  await page.goto(`${extension.site.url}/summary.html`);
  await (await turnOnFor(extension, page)).close();
  await page.bringToFront();
  overlay = new OverlayView(page);
});
afterAll(() => extension?.close());

const open = async (path: string): Promise<Page> => {
  const own = await extension.context.newPage();
  await own.goto(`${extension.home}/${path}`);
  return own;
};
const panelFor = async (): Promise<Page> => open(`sidepanel.html?tab=${await tabIdOf(extension, page)}`);
/** Everything that the extension stores, as text. */
const stored = async (): Promise<string> => {
  const own = await open('it.html');
  const text = await own.evaluate(async () =>
    JSON.stringify([
      await chrome.storage.local.get(),
      await chrome.storage.session.get(),
      await chrome.storage.sync?.get(),
    ]),
  );
  await own.close();
  return text;
};
const put = (html: string): Promise<void> =>
  page.evaluate((body) => {
    document.body.innerHTML = body;
  }, html);

describe('which policy, which day', () => {
  it('is said on every mark when it is a draft and past its review', async () => {
    await overlay.someMarks();
    const flags = await overlay.look<string[]>(
      `function () { return [...this.querySelectorAll('.mark .flag')].map((flag) => flag.textContent); }`,
    );
    expect(new Set(flags)).toEqual(new Set(['DRAFT, OVERDUE']));
    expect(flags).toHaveLength(18);
    const [first] = await overlay.marks();
    expect(first?.label).toContain('Amara Bello: No step DRAFT, OVERDUE');
  });

  it('is said in the window of a mark, with term dates or without', async () => {
    const text = await overlay.openMark('Jacob Hart');
    expect(text).toMatch(/Read from this page: totals of .*\. Without term dates/);
    await page.keyboard.press('Escape');
  });

  it('uses term dates once they are typed', async () => {
    const options = await open('options.html');
    await options.getByLabel('First day of half term 1').fill('2026-09-02');
    await options.getByLabel('Last day of half term 1').fill('2026-10-23');
    await options.getByLabel('First day of half term 2').fill('2026-11-02');
    const save = options.getByRole('button', { name: 'Save the term dates' });
    expect(await save.isDisabled()).toBe(true);
    await options.getByLabel('Last day of half term 2').fill('2026-12-18');
    await save.click();
    await options.getByRole('status').filter({ hasText: 'in use' }).waitFor();
    await options.close();
    await page.bringToFront();
    await expect.poll(async () => overlay.openMark('Jacob Hart'), { timeout: 5000 }).toContain('Term dates: as typed');
    await page.keyboard.press('Escape');
  });

  it('is none for a page that names another school, and says so', async () => {
    await page.evaluate(() => {
      const name = document.querySelector('.school');
      if (name) name.textContent = 'Oak Lane Academy';
    });
    await overlay.noteWith(/names Oak Lane Academy, and the policy chosen is that of Hartsmere Primary School/);
    expect(await overlay.marks()).toEqual([]);
    await page.reload();
    await overlay.someMarks();
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
    const options = await chooseBundle(extension, JSON.stringify(bundle));
    expect(await options.getByText('Oak Lane Academy').count()).toBeGreaterThan(0);
    await options.close();
    await page.bringToFront();
    await page.evaluate(() => {
      const name = document.querySelector('.school');
      if (name) name.textContent = 'Oak Lane Academy';
    });
    await expect
      .poll(async () => overlay.openMark('Jacob Hart'), { timeout: 5000 })
      .toContain('Oak Lane Academy, policy published 20 November 2026');
    await page.reload();
    expect(await overlay.openMark('Jacob Hart')).toContain('Hartsmere Primary School, policy published');
    await page.keyboard.press('Escape');
    const again = await open('options.html');
    await again.getByRole('button', { name: 'Remove the policy of Oak Lane Academy' }).click();
    await again.getByRole('status').filter({ hasText: 'removed' }).waitFor();
    await again.close();
  });
});

describe('the log', () => {
  it('is off, offers nothing, and nothing of a pupil is stored', async () => {
    await page.bringToFront();
    expect(await overlay.openMark('Jacob Hart')).not.toContain('Your log');
    await page.keyboard.press('Escape');
    expect(await stored()).not.toMatch(/jacob|hart\b|bello|"log/i);
  });

  it('writes a step down, once it is on, under no name and no identifier', async () => {
    const options = await open('options.html');
    await options.getByRole('button', { name: 'Turn the log on' }).click();
    await options.getByText('On: 0 lines').waitFor();
    await options.close();
    await page.bringToFront();
    await expect.poll(() => overlay.openMark('Jacob Hart'), { timeout: 5000 }).toContain('Your log');
    await overlay.look(`function () {
      const list = this.querySelector('.record select');
      list.value = 'Step 2: a letter';
      list.dispatchEvent(new Event('change', { bubbles: true }));
      const day = this.querySelector('.record input');
      day.value = '2026-11-03';
      day.dispatchEvent(new Event('input', { bubbles: true }));
    }`);
    await overlay.click('.record button');
    await expect.poll(() => overlay.popover(), { timeout: 5000 }).toContain('Step 2: a letter, 3 November 2026');
    const text = await stored();
    expect(text).toContain('Step 2: a letter');
    expect(text).not.toMatch(/jacob|hart\b/i);
  });

  it('feeds the steps: what was done is no longer due', async () => {
    const due =
      /Due, where not yet done([\s\S]*?)(?:Next|Held back|To leave|For a person)/.exec(
        (await overlay.popover()) ?? '',
      )?.[1] ?? '';
    expect(due).toContain('Step 3');
    expect(due).not.toContain('Step 2: a letter');
    expect(await violationsIn(overlay)).toEqual([]);
    await page.keyboard.press('Escape');
  });

  it('goes out for the pupils on the page, and others are counted', async () => {
    const panel = await panelFor();
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
    expect(await stored()).not.toContain('QZ777');
    expect(await violationsOn(panel)).toEqual([]);
    await panel.close();
  });

  it('is deleted when it is turned off', async () => {
    const options = await open('options.html');
    await options.getByRole('button', { name: 'Turn the log off' }).click();
    expect(await violationsOn(options)).toEqual([]);
    await options.getByRole('button', { name: 'Delete them and turn it off' }).click();
    await options.getByRole('button', { name: 'Turn the log on' }).waitFor();
    await options.close();
    expect(await stored()).not.toMatch(/"log|Step 1: a call home,/);
  });
});

const ODD = (
  headings: string[],
): string => `<p>Statutory sessions</p><div style="height:160px;overflow:auto"><table style="border-collapse:collapse" cellpadding="12">
<thead><tr>${headings.map((text) => `<th>${text}</th>`).join('')}</tr></thead><tbody>
<tr><td><a href="/learner/7">Quillfeather, Zebedee</a></td><td>106</td><td>106</td><td>0</td></tr>
<tr><td><a href="/learner/8">Oxenhope, Marmaduke</a></td><td>106</td><td>97</td><td>9</td></tr></tbody></table></div>`;
const HEADINGS = ['Who', 'In all', 'Here', 'Off'];

describe('teach this page', () => {
  let teacher: OverlayView;

  it('is offered where a page is not read', async () => {
    await page.bringToFront();
    await page.goto(`${extension.site.url}/index.html`);
    await put(ODD(HEADINGS));
    await page.waitForTimeout(600);
    expect(await overlay.marks()).toEqual([]);
    const popup = await openPopup(extension, page);
    await popup.getByRole('button', { name: 'This page is not read: teach it' }).click();
    await popup.close();
    await page.bringToFront();
    teacher = new OverlayView(page, 'ROLLMARK-TEACHER');
    await teacher.placeOf('h2', 'Teach this page');
  });

  it('takes a click on the page as pointing, and the page never gets it', async () => {
    await page.evaluate(() =>
      addEventListener(
        'click',
        (event) => document.body.setAttribute('data-clicked', String((event.target as Element).tagName)),
        true,
      ),
    );
    const link = page.getByText('Oxenhope, Marmaduke');
    const box = await link.boundingBox();
    if (!box) throw new Error('no link');
    await page.mouse.click(box.x + 4, box.y + 4);
    expect(page.url()).toMatch(/index\.html$/);
    expect(await page.evaluate(() => document.body.getAttribute('data-clicked'))).toBe('ROLLMARK-TEACHER');
    expect(await teacher.look(`function () { return this.querySelector('.column select').value; }`)).toBe('name');
  });

  it('says what is still wanted, and shows what is then read', async () => {
    const status = (): Promise<string | null> =>
      teacher.look(`function () { return this.querySelector('[role=status]').textContent; }`);
    expect(await status()).toMatch(/which columns hold/);
    await teacher.choose('In all', 'possible');
    await teacher.choose('Here', 'attended');
    await teacher.choose('Off', 'authorised');
    expect(await status()).toMatch(/what the figures count/);
    await teacher.click('input[name=unit]');
    await teacher.click('label', 'the school year until now');
    const read = (): Promise<string | null> =>
      teacher.look(`function () { return this.querySelector('[aria-label="What is read"]')?.innerText ?? null; }`);
    await expect.poll(read).toContain('Marmaduke Oxenhope');
    expect(await read()).toContain('106 possible, 97 attended, 9 authorised');
    expect(await violationsIn(teacher)).toEqual([]);
  });

  it('is kept without a cell of any row, and the page is read from then on', async () => {
    await teacher.click('button.main', 'Keep this');
    await expect
      .poll(async () => (await overlay.marks()).map(({ label }) => /^.*?(?:No step|Step \d)/.exec(label)?.[0]), {
        timeout: 5000,
      })
      .toEqual(['Zebedee Quillfeather: No step', 'Marmaduke Oxenhope: Step 3']);
    const text = await stored();
    expect(text).toContain('"heading":"in all"');
    expect(text).not.toMatch(/zebedee|quillfeather|marmaduke|oxenhope/i);
    await page.reload();
    await put(ODD(HEADINGS));
    expect((await overlay.someMarks()).length).toBe(2);
  });

  it('is read there alone: not at another address that the page pushes without a load', async () => {
    await page.evaluate(() => history.pushState(null, '', '/elsewhere'));
    await expect.poll(async () => (await overlay.marks()).length, { timeout: 5000 }).toBe(0);
    await page.evaluate(() => history.back());
    expect((await overlay.someMarks()).length).toBe(2);
  });

  it('is asked about again when the headings change', async () => {
    await put(ODD(['Pupil', 'In all', 'Here', 'Absent sessions']));
    await overlay.noteWith(/Teach this page again/);
    expect(await overlay.marks()).toEqual([]);
  });

  it('shows no step when the page names other days than were taught', async () => {
    await put(`<p>2 November 2026 to 20 November 2026</p>${ODD(HEADINGS)}`);
    await overlay.noteWith(/not the period that was taught/);
    expect(await overlay.marks()).toEqual([]);
  });

  it('is listed, saved as a file and forgotten on the options page', async () => {
    const options = await open('options.html');
    const download = options.waitForEvent('download');
    await options.getByRole('button', { name: 'Save as a file' }).click();
    const text = await readFile((await (await download).path()) ?? '', 'utf8');
    expect(text).not.toMatch(/zebedee|quillfeather|106|97/i);
    await options.getByRole('button', { name: /^Forget / }).click();
    await options.getByRole('status').filter({ hasText: 'forgotten' }).waitFor();
    await options
      .getByLabel('File of taught pages')
      .setInputFiles({ name: 'p.json', mimeType: 'application/json', buffer: Buffer.from(text) });
    await options.getByText('1 taught page taken in.').waitFor();
    await options.getByRole('button', { name: /^Forget / }).click();
    await options.close();
  });

  it('closes by Escape and leaves nothing behind', async () => {
    await page.bringToFront();
    await put(ODD(HEADINGS));
    const popup = await openPopup(extension, page);
    await popup.getByRole('button', { name: /teach it/ }).click();
    await popup.close();
    await page.bringToFront();
    await teacher.placeOf('h2', 'Teach this page');
    await page.keyboard.press('Escape');
    await expect.poll(() => page.evaluate(() => document.querySelector('rollmark-teacher'))).toBeNull();
  });
});

describe('the side panel', () => {
  it('filters, sorts and copies what it shows', async () => {
    await extension.context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.bringToFront();
    await page.goto(`${extension.site.url}/register-grid.html`);
    await overlay.someMarks();
    const panel = await panelFor();
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
    await page.bringToFront();
    await page.evaluate(() => {
      const cell = [...document.querySelectorAll('tbody tr td')].find((one) => one.textContent?.trim() === '/');
      if (cell) cell.textContent = 'H';
    });
    const panel = await panelFor();
    await panel.getByRole('heading', { name: /Codes to look at/ }).waitFor();
    expect(await panel.locator('.codes').innerText()).toMatch(/Amara Bello H was withdrawn on 19 August 2024; now C/);
    await panel.locator('.codes button').first().click();
    await page.bringToFront();
    await expect.poll(() => overlay.popover()).toContain('Amara Bello');
    await page.keyboard.press('Escape');
    await panel.close();
  });

  it('can be used by keyboard alone', async () => {
    const panel = await panelFor();
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
    const it = await open('it.html');
    const rows = await it.locator('[aria-labelledby=can] tbody th').allInnerTexts();
    expect(rows).toEqual(['storage', 'scripting', 'activeTab', 'sidePanel', 'optional: *://*/*']);
    expect(await it.locator('[aria-labelledby=cannot] li').count()).toBe(5);
    expect(await violationsOn(it)).toEqual([]);
    await it.close();
  });

  it('say in the popup what could not be read', async () => {
    await page.bringToFront();
    await page.goto(`${extension.site.url}/traps.html?case=days`);
    const popup = await openPopup(extension, page);
    await popup.getByText(/in days/).waitFor();
    expect(await violationsOn(popup)).toEqual([]);
    await popup.close();
  });
});

describe('an extension that is stopped or updated', () => {
  it('answers again after its worker was stopped', async () => {
    await page.bringToFront();
    await page.goto(`${extension.site.url}/index.html`);
    const session = await extension.context.browser()?.newBrowserCDPSession();
    const { targetInfos } = (await session?.send('Target.getTargets')) ?? { targetInfos: [] };
    const workers = targetInfos.filter(({ type }) => type === 'service_worker');
    expect(workers.length).toBeGreaterThan(0);
    for (const { targetId } of workers) await session?.send('Target.closeTarget', { targetId });
    await put(
      '<p>Statutory sessions, 2 September 2026 to 20 November 2026</p><table><thead><tr><th>Pupil</th><th>Possible</th><th>Attended</th><th>Authorised</th><th>Unauthorised</th></tr></thead><tbody><tr><td>Jacob Hart</td><td>106</td><td>97</td><td>9</td><td>0</td></tr></tbody></table>',
    );
    expect((await overlay.someMarks()).map(({ label }) => label)).toEqual([
      expect.stringMatching(/^Jacob Hart: Step 3/),
    ]);
  });

  it('takes its marks away from open pages with one sentence, and stops', async () => {
    const own = await open('it.html');
    await own.evaluate(() => chrome.runtime.reload()).catch(() => undefined);
    await page.bringToFront();
    await page.waitForTimeout(500);
    await page.mouse.click(5, 5);
    expect(await overlay.noteWith(/was updated\. Load this page again/)).toBeTruthy();
    expect(await overlay.marks()).toEqual([]);
    // Nothing of it runs any more: a change of the page is not answered.
    await page.evaluate(() => document.querySelector('table')?.remove());
    await page.waitForTimeout(500);
    expect(await overlay.marks()).toEqual([]);
  });
});
