import type { Browser, BrowserContext } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { HOSTILE } from '#test/core/publish/hostile-texts.ts';
import { launchBrowser } from './chromium.ts';
import { someOf } from './extent.ts';
import { PagesOnDisk } from './published-pages.ts';

const pages = new PagesOnDisk();
let browser: Browser;
let context: BrowserContext;
beforeAll(async () => {
  browser = await launchBrowser();
  context = await browser.newContext({ viewport: { width: 900, height: 700 } });
  await context.addInitScript(() => {
    Object.assign(globalThis, { alert: (what: unknown) => console.error(`alert ${String(what)}`) });
  });
});
afterAll(async () => {
  await browser?.close();
  pages.remove();
});

/** What a page did that it must not: each as a sentence. */
async function misdeedsOf(html: string): Promise<string[]> {
  const url = pages.write(html);
  const misdeeds: string[] = [];
  const page = await context.newPage();
  page.on('request', (request) => {
    if (request.url().split('#')[0] !== url) misdeeds.push(`asked for ${request.url().slice(0, 100)}`);
  });
  page.on('dialog', async (dialog) => {
    misdeeds.push(`opened a dialog: ${dialog.message()}`);
    await dialog.dismiss();
  });
  page.on('popup', () => misdeeds.push('opened a window'));
  page.on('pageerror', (error) => misdeeds.push(`failed: ${error.message}`));
  page.on('console', (message) => {
    // What the page’s own policy of content had to stop should not have been there.
    if (message.type() === 'error') misdeeds.push(`was stopped: ${message.text().slice(0, 120)}`);
  });
  page.on('framenavigated', (frame) => {
    if (frame.url().split('#')[0] !== url && frame.url() !== 'about:blank') misdeeds.push(`went to ${frame.url()}`);
  });
  await page.goto(url);
  // A press on everything that can be pressed: each link is one of the web, of mail, of the telephone, or of the page.
  const schemes = await page.evaluate(() => {
    for (const element of document.querySelectorAll('*'))
      for (const type of ['focus', 'mouseover', 'click', 'load', 'error', 'toggle'])
        if (element.localName !== 'a' || type !== 'click') element.dispatchEvent(new Event(type, { bubbles: true }));
    return [...document.querySelectorAll<HTMLAnchorElement>('a[href]')].map(({ protocol }) => protocol);
  });
  for (const scheme of new Set(schemes))
    if (!['file:', 'http:', 'https:', 'mailto:', 'tel:'].includes(scheme)) misdeeds.push(`links to ${scheme}`);
  const kept = await page.evaluate(() => ({
    state: document.querySelector('.state')?.checkVisibility(),
    sections: document.querySelectorAll('main > section').length,
    scripts: document.scripts.length,
    styles: document.styleSheets.length,
    elsewhere: [...document.querySelectorAll<HTMLAnchorElement>('a[href^="#"]')].filter(
      (link) => !document.getElementById(decodeURIComponent(link.hash.slice(1))),
    ).length,
  }));
  if (kept.state !== true) misdeeds.push('hid its state');
  if (kept.sections < 5) misdeeds.push('lost its sections');
  if (kept.scripts !== 1 || kept.styles !== 1) misdeeds.push(`has ${kept.scripts} scripts and ${kept.styles} styles`);
  if (kept.elsewhere > 0) misdeeds.push(`has ${kept.elsewhere} links that lead nowhere`);
  await page.waitForTimeout(50);
  await page.close();
  return misdeeds;
}

describe('a hostile policy in a browser', () => {
  it.each(someOf(HOSTILE, 3, 'hostile texts'))(
    '%s: runs nothing, asks for nothing, goes nowhere',
    async (_, markdown) => {
      expect(await misdeedsOf(pages.publish(`# Attendance policy\n\n${markdown}\n`, 'hostile.md').html)).toEqual([]);
    },
  );

  it('and its words as its school and its title', async () => {
    const { html } = pages.publish(
      '# "><img src=x onerror=alert(1)> Attendance policy\n\n**School:** </style><script>alert(2)</script> Primary School\n',
      '"><script>alert(3)</script>.md',
    );
    expect(await misdeedsOf(html)).toEqual([]);
  });

  it('would be caught: the same page with one thing let through', async () => {
    const { html } = pages.publish('# Attendance policy\n\nText.\n', 'plain.md');
    const open = html.replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/i, '');
    expect(open).not.toBe(html);
    for (const [bad, words] of [
      ['<img src="https://evil.example.org/x.png">', 'asked for'],
      ['<p onclick="alert(1)">x</p>', 'alert 1'],
      ['<a href="javascript:alert(1)">x</a>', 'links to javascript:'],
      ['<script>1</script>', '2 scripts'],
      ['<style>.state{display:none}</style>', 'hid its state'],
    ] as const)
      expect((await misdeedsOf(open.replace('</main>', `${bad}</main>`))).join('\n')).toContain(words);
  });
});

describe('what authors wrote for themselves', () => {
  it('stays out of the page and the bundle, but for the reasons of exceptions', async () => {
    const { html } = pages.publish(
      '# Attendance policy\n\n<!-- the chair doubts this -->\n\n<!-- rollmark-ignore registers/kept-six-years: agreed with the trust (Head, until 2027-09-01) -->\n\nRegisters are kept for three years. <!-- who says? -->\n',
      'draft.md',
    );
    expect(html).not.toMatch(/the chair doubts|who says|rollmark-ignore/);
    const page = await context.newPage();
    await page.goto(pages.write(html));
    expect(await page.locator('#exceptions').innerText()).toMatch(
      /agreed with the trust[\s\S]*Head[\s\S]*1 September 2027/,
    );
    await page.close();
  });
});
