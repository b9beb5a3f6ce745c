import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import type { OverlayView } from './overlay-view.ts';

const axe = readFile('node_modules/axe-core/axe.min.js', 'utf8');

/** What axe finds wrong on a page, each with the first place. */
export async function violationsOn(page: Page): Promise<string[]> {
  await page.evaluate(await axe);
  return page.evaluate(async () => {
    // biome-ignore lint/suspicious/noExplicitAny: axe adds itself to the page.
    const { violations } = await (globalThis as any).axe.run();
    return violations.map(({ id, nodes }: { id: string; nodes: { html: string }[] }) => `${id}: ${nodes[0]?.html}`);
  });
}

/** The same of a closed shadow root, which axe cannot enter: of a copy of it on a page of its own. */
export async function violationsIn(view: OverlayView): Promise<string[]> {
  const copy = await view.look<{ html: string; css: string }>(`function () {
    const css = this.adoptedStyleSheets.flatMap((sheet) => [...sheet.cssRules].map((rule) => rule.cssText)).join('\\n');
    return { html: this.innerHTML, css: css.replaceAll(':host', '.host-of-copy') };
  }`);
  if (!copy || copy.html === '') throw new Error('there is nothing to look at');
  const page = await view.page.context().newPage();
  try {
    await page.setContent(
      `<!doctype html><html lang="en"><title>Copy</title><style>${copy.css}</style><main><h1>Copy</h1>${copy.html}</main>`,
    );
    return await violationsOn(page);
  } finally {
    await page.close();
  }
}
