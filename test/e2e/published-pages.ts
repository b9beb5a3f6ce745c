import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { readPolicy } from '#core/policy/parse.ts';
import { publishPolicy } from '#core/publish/publication.ts';
import { RULEBOOK } from '#core/rules/rulebook.ts';

const SAMPLES = 'samples/policies';
/** Real policies that may lie beside the project; they are not part of it. */
const SHARED = '../shared/policies/real';

/** A policy to publish: one of the samples, or a shared document where there are any. */
export interface Document {
  name: string;
  file: string;
}

/** Every policy to look at. Says so where the shared ones are missing. */
export function documents(): Document[] {
  const inFolder = (folder: string): Document[] =>
    readdirSync(folder)
      .filter((name) => name.endsWith('.md'))
      .map((name) => ({ name: basename(name, '.md'), file: join(folder, name) }));
  if (existsSync(SHARED)) return [...inFolder(SAMPLES), ...inFolder(SHARED)];
  console.log(`The pages of shared documents are not looked at: ${SHARED} is not there.`);
  return inFolder(SAMPLES);
}

/** Pages on disk, as a school's website or a governor's folder has them. */
export class PagesOnDisk {
  readonly #folder = mkdtempSync(join(tmpdir(), 'rollmark-pages-'));
  #count = 0;

  /** The page of a policy, published on a day of autumn 2026, and where it was written. */
  publish(markdown: string, name: string): { html: string; url: string } {
    const { page } = publishPolicy(readPolicy(markdown), { asOf: '2026-11-20', file: name, rulebook: RULEBOOK });
    return { html: page, url: this.write(page) };
  }

  publishFile({ file, name }: Document): { html: string; url: string } {
    return this.publish(readFileSync(file, 'utf8'), name);
  }

  /** Writes a page and gives its address. */
  write(html: string): string {
    const path = join(this.#folder, `page-${++this.#count}.html`);
    writeFileSync(path, html);
    return pathToFileURL(path).href;
  }

  remove(): void {
    rmSync(this.#folder, { recursive: true, force: true });
  }
}

/** A page in a context of its own, with everything that it asked for and complained of; its own file left out. */
export interface OpenPage {
  page: Page;
  requests: string[];
  errors: string[];
  close(): Promise<void>;
}

export async function openPage(browser: Browser, url: string, options: BrowserContextOptions = {}): Promise<OpenPage> {
  const context = await browser.newContext({ viewport: { width: 1100, height: 900 }, ...options });
  const page = await context.newPage();
  const requests: string[] = [];
  const errors: string[] = [];
  page.on('request', (request) => {
    if (request.url().split('#')[0] !== url) requests.push(request.url());
  });
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  page.on('pageerror', (error) => errors.push(error.message));
  await page.goto(url);
  return { page, requests, errors, close: () => context.close() };
}
