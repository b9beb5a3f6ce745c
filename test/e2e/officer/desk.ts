import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import {
  chooseBundle,
  type ExtensionUnderTest,
  sampleBundle,
  startExtension,
  tabIdOf,
  turnOnFor,
} from '../extension.ts';
import { OverlayView } from '../overlay-view.ts';

/** An officer's browser: the extension turned on for the sample MIS, the sample policy chosen, one page of the MIS open. */
export class Desk {
  readonly extension: ExtensionUnderTest;
  readonly page: Page;
  readonly overlay: OverlayView;

  private constructor(extension: ExtensionUnderTest, page: Page) {
    this.extension = extension;
    this.page = page;
    this.overlay = new OverlayView(page);
  }

  static async start(): Promise<Desk> {
    const extension = await startExtension();
    await (await chooseBundle(extension, JSON.stringify(await sampleBundle()))).close();
    const page = await extension.context.newPage();
    await page.goto(`${extension.site.url}/summary.html`);
    await (await turnOnFor(extension, page)).close();
    await page.bringToFront();
    return new Desk(extension, page);
  }

  /** One of the extension's own pages. */
  async open(path: string): Promise<Page> {
    const own = await this.extension.context.newPage();
    await own.goto(`${this.extension.home}/${path}`);
    return own;
  }

  async panel(): Promise<Page> {
    return this.open(`sidepanel.html?tab=${await tabIdOf(this.extension, this.page)}`);
  }

  /** Everything that the extension stores, as text. */
  async stored(): Promise<string> {
    const own = await this.open('it.html');
    const text = await own.evaluate(async () =>
      JSON.stringify([
        await chrome.storage.local.get(),
        await chrome.storage.session.get(),
        await chrome.storage.sync?.get(),
      ]),
    );
    await own.close();
    return text;
  }

  /** Makes this the page's body. */
  put(html: string): Promise<void> {
    return this.page.evaluate((body) => {
      document.body.innerHTML = body;
    }, html);
  }

  /** The words of the marks that are seen, once they are these. */
  async marksAre(expected: string[]): Promise<void> {
    await expect
      .poll(
        async () =>
          (await this.overlay.marks()).map(({ label }) =>
            label.replace(/[:,.].*?(Step \d|No step|Can’t tell).*$/, ': $1'),
          ),
        {
          timeout: 5000,
        },
      )
      .toEqual(expected);
  }
}
