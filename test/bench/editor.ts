import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../e2e/chromium.ts';
import { openEditor, waitForCheck, waitForText } from '../e2e/editor-page.ts';
import { serveFolders } from '../e2e/serve.ts';
import { buildForBench } from './editor-build.ts';
import type { Row } from './measure.ts';

/** What the editor costs in a real browser: from a key to its problems, from an address to the first squiggle, to load. */

const KEYS = 200;
const GAP_MS = 72;
/** A screen draws every 17 ms. Gaps that differ by up to that meet it at every stage, and no run by luck in step with it. */
const FRAME_MS = 17;
const ECHO_KEYS = 60;
const PARSES = 40;
const WARMING_PARSES = 10;
const LOADS = 7;
const KEY_GOAL = 0.25;
const READY_GOAL = 1.3;
const SCRIPT_GOAL = 180;
const VIEWPORT = { width: 1280, height: 720 };
const SAMPLE = readFileSync('samples/policies/hartsmere-primary.md', 'utf8');

/** Fifty kilobytes of policies, one behind the other. */
function longPolicy(): string {
  const files = [
    'test/corpus/pages/long-secondary-policy.md',
    'test/corpus/pages/long-primary-federation.md',
    'samples/templates/attendance-policy.md',
    'samples/policies/hartsmere-primary.md',
  ];
  return files.map((file) => readFileSync(file, 'utf8')).join('\n');
}

export async function benchEditor(): Promise<Row[]> {
  const built = await buildForBench();
  const served = await serveFolders({ mounts: { '/': built.editor, '/bare/': built.bare } });
  const browser = await launchBrowser();
  try {
    return [
      ...(await benchLoad(browser, served.url)),
      ...(await benchReady(browser, served.url)),
      ...(await benchKeys(browser, served.url, longPolicy())),
    ];
  } finally {
    await browser.close();
    await served.close();
    await built.remove();
  }
}

/** In milliseconds, a number for each key. */
interface Typed {
  /** From the key to the problems of the text with it. */
  readonly waits: readonly number[];
  /** From the key to the page's hearing of a message that the worker answered at once: what a browser itself takes. */
  readonly echoes: readonly number[];
  /** From then to the problems of the text with the same key. */
  readonly beyond: readonly number[];
  readonly longTasks: readonly number[];
  /** Of plain parses of the same text in the same worker. */
  readonly parses: readonly number[];
}

/**
 * A browser keeps whatever a worker says until it has drawn the letter, at the screen's next turn. That wait is part of
 * every key here, and stands by itself too: no checker can be faster.
 */
async function benchKeys(browser: Browser, url: string, text: string): Promise<Row[]> {
  const { waits, echoes, beyond, longTasks, parses } = await typeInTheMiddle(browser, url, text);
  const parse = quantile(parses, 0.5);
  const late = quantile(waits, 0.95) / parse;
  const longest = Math.max(0, ...longTasks);
  return [
    { what: 'one warm parse of 50 kB in the checking worker', value: parse, unit: 'ms' },
    { what: 'a key to its problems, median', value: quantile(waits, 0.5) / parse, unit: '× parse' },
    { what: 'a key to its problems, p95', value: late, unit: '× parse', goal: `≤ ${KEY_GOAL}`, met: late <= KEY_GOAL },
    { what: 'of this the browser alone, p95', value: quantile(echoes, 0.95) / parse, unit: '× parse' },
    { what: 'of this all else, p95', value: quantile(beyond, 0.95) / parse, unit: '× parse' },
    {
      what: 'longest task of the page over 50 ms while typing',
      value: longest,
      unit: 'ms',
      goal: '0',
      met: longest === 0,
    },
  ];
}

/** Opens the text and types in its middle, a key at a time, as fast as a quick typist. */
async function typeInTheMiddle(browser: Browser, url: string, text: string): Promise<Typed> {
  const context = await browser.newContext({ viewport: VIEWPORT });
  await context.addInitScript(inPage(watchPage));
  const { page } = await openEditor(context, url);
  await dropFile(page, text);
  await goToMiddle(page, text);
  // What is typed first makes the worker and the page warm.
  await type(page, 'here are some words to begin with ');
  await page.evaluate('watched.begin()');
  await type(page, 'a pupil who is late after the register '.repeat(6).slice(0, KEYS));
  const { waits, longTasks } = await page.evaluate<Typed>('({ waits: watched.waits(), longTasks: watched.longTasks })');
  if (waits.length !== KEYS) throw new Error(`The editor's bench saw problems for ${waits.length} of ${KEYS} keys.`);
  await page.evaluate('watched.beginEchoes()');
  await type(page, 'the register is taken at nine each morning '.repeat(2).slice(0, ECHO_KEYS));
  const { echoes, later } = await page.evaluate<{ echoes: number[]; later: number[] }>(
    '({ echoes: watched.echoes, later: watched.waits() })',
  );
  const beyond = echoes.map((echo, index) => Math.max(0, (later[index] ?? Number.NaN) - echo));
  const parses = await parseAtThePaceOfKeys(page, text);
  await context.close();
  return { waits, echoes, beyond, longTasks, parses };
}

/**
 * A worker that rests between two keys begins each with cold caches and a slow clock, so the parses that its keys are
 * measured by rest as long. One behind another they take about half the time, as nothing does that follows a key.
 */
async function parseAtThePaceOfKeys(page: Page, text: string): Promise<number[]> {
  await page.evaluate(`watched.text = ${JSON.stringify(text)}`);
  const parses: number[] = [];
  for (let round = 0; round < WARMING_PARSES + PARSES; round++) {
    const took = await page.evaluate<number>('watched.parse()');
    if (round >= WARMING_PARSES) parses.push(took);
    await page.waitForTimeout(gapAfter(round));
  }
  return parses;
}

function gapAfter(round: number): number {
  return GAP_MS + ((round * 7) % FRAME_MS);
}

/** The end of a long line in the middle of the text. */
async function goToMiddle(page: Page, text: string): Promise<void> {
  const lines = text.split('\n');
  const half = lines.length >> 1;
  const line = lines.findIndex((words, index) => index >= half && /^[A-Z][^|]{150,}$/.test(words));
  await page.locator('.monaco-editor').first().click();
  await page.keyboard.press('Control+g');
  await page.keyboard.type(String(line + 1));
  await page.keyboard.press('Enter');
  await page.keyboard.press('Home');
  for (let step = 0; step < 12; step++) await page.keyboard.press('Control+ArrowRight');
  await page.waitForTimeout(1000);
}

async function type(page: Page, words: string): Promise<void> {
  for (const [index, key] of [...words].entries()) {
    await page.keyboard.press(key === ' ' ? 'Space' : key);
    await page.waitForTimeout(gapAfter(index));
  }
  await page.waitForTimeout(500);
}

/** A function as a script of its own; what runs this file names inner functions by a helper that a page does not have. */
function inPage(run: () => void): { content: string } {
  return { content: `globalThis.__name ??= (named) => named; (${run.toString()})();` };
}

/** Runs in the page: notes when keys go down, when the problems of which version show, and tasks that are too long. */
function watchPage(): void {
  const keys: number[] = [];
  const shown: { version: number; at: number }[] = [];
  const longTasks: number[] = [];
  const echoes: number[] = [];
  let versionBefore = 0;
  let echoing = false;
  let lint: Worker | null = null;
  window.Worker = class extends Worker {
    constructor(address: string | URL, options?: WorkerOptions) {
      super(address, options);
      if (options?.name === 'rollmark-lint') lint = this;
    }
  };
  /** Asks the checking worker something that it has an answer to at once. */
  const ask = <T>(question: object, answerIn: (data: Record<string, unknown>) => T | undefined): Promise<T> =>
    new Promise((done) => {
      lint?.addEventListener('message', function hear({ data }) {
        const answer = answerIn(Object(data));
        if (answer === undefined) return;
        lint?.removeEventListener('message', hear);
        done(answer);
      });
      lint?.postMessage(question);
    });
  window.addEventListener(
    'keydown',
    ({ timeStamp, key }) => {
      if (key.length !== 1) return;
      keys.push(timeStamp);
      if (!echoing) return;
      void ask({ echoForBench: timeStamp }, ({ echoedForBench }) =>
        echoedForBench === timeStamp ? performance.now() : undefined,
      ).then((heard) => echoes.push(heard - timeStamp));
    },
    true,
  );
  new PerformanceObserver((list) => {
    for (const { name, startTime: at, detail } of list.getEntries() as PerformanceMark[])
      if (name === 'rollmark: problems shown') shown.push({ version: detail, at });
  }).observe({ type: 'mark' });
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) longTasks.push(duration);
  }).observe({ type: 'longtask' });
  Object.assign(window, {
    watched: {
      longTasks,
      begin() {
        versionBefore = shown.at(-1)?.version ?? 0;
        keys.length = longTasks.length = 0;
      },
      /** Each key makes one version; the problems of a later one are as good. */
      waits: () =>
        keys.flatMap((key, index) => {
          const own = shown.find(({ version }) => version > versionBefore + index);
          return own ? [own.at - key] : [];
        }),
      echoes,
      beginEchoes() {
        this.begin();
        echoing = true;
      },
      text: '',
      parse(): Promise<number> {
        return ask({ parseForBench: this.text }, ({ parsedForBench }) =>
          typeof parsedForBench === 'number' ? parsedForBench : undefined,
        );
      },
    },
  });
}

/**
 * The time from an address to the first squiggle, of a draft that is opened again, against Monaco alone. Of a draft that
 * was left on the same day the editor has kept the problems, and shows them while it looks for them anew.
 */
async function benchReady(browser: Browser, url: string): Promise<Row[]> {
  const context = await browser.newContext({ viewport: VIEWPORT });
  await context.addInitScript(inPage(watchSquiggles));
  const { page } = await openEditor(context, url);
  await dropFile(page, `# Attendance policy\n\nRegisters are kept for three years.\n\n${SAMPLE}`);
  await page.close();
  const times: Record<'bare' | 'kept' | 'fresh', number[]> = { bare: [], kept: [], fresh: [] };
  const pages = [['bare', '/bare/'] as const, ['kept', '/'] as const, ['fresh', '/'] as const];
  for (let round = 0; round < LOADS + 1; round++) {
    for (const [which, path] of pages) {
      const shown = await context.newPage();
      // As on another day, or with a newer Rollmark: the problems that were kept are not those of today's rules.
      if (which === 'fresh') await shown.addInitScript(() => localStorage.removeItem('rollmark.problems'));
      await shown.goto(`${url}${path}`);
      const ready = await shown.evaluate<number>('firstSquiggle');
      if (round > 0) times[which].push(ready);
      // What is left while it is checked is not kept.
      if (which !== 'bare') await waitForCheck(shown);
      await shown.close();
    }
  }
  await context.close();
  const bare = quantile(times.bare, 0.5);
  const row = (what: string, editor: number): Row => ({
    what,
    value: editor / bare,
    unit: '× bare',
    goal: `≤ ${READY_GOAL}`,
    met: editor / bare <= READY_GOAL,
  });
  return [
    { what: 'Monaco alone to its first squiggle', value: bare, unit: 'ms' },
    row('a policy left today, to its first squiggle', quantile(times.kept, 0.5)),
    row('a policy left on another day, to its first squiggle', quantile(times.fresh, 0.5)),
  ];
}

/** Runs in the page: notes when the first squiggle stands in it. */
function watchSquiggles(): void {
  const firstSquiggle = new Promise<number>((done) => {
    new MutationObserver((_, watch) => {
      if (!document.querySelector('[class*="squiggly-"]')) return;
      watch.disconnect();
      done(performance.now());
    }).observe(document, { subtree: true, childList: true, attributeFilter: ['class'] });
  });
  Object.assign(window, { firstSquiggle });
}

/** The scripts that a first visit fetches, gzipped, in kilobytes: for the start screen, and beyond Monaco for a policy. */
async function benchLoad(browser: Browser, url: string): Promise<Row[]> {
  const context = await browser.newContext({ viewport: VIEWPORT });
  const fetched = new Map<string, Promise<number>>();
  context.on('response', (response) => {
    const address = response.url();
    if (address.endsWith('.js'))
      fetched.set(
        address,
        response.body().then((body) => gzipSync(body).length / 1000),
      );
  });
  const total = async (): Promise<number> => (await Promise.all(fetched.values())).reduce((sum, size) => sum + size, 0);
  const page = await context.newPage();
  await page.goto(`${url}/bare/`);
  await waitForSquiggle(page);
  const monaco = await total();
  fetched.clear();
  await page.goto(`${url}/`);
  await page.getByRole('button', { name: /Try the sample/ }).waitFor();
  await page.waitForLoadState('networkidle');
  const start = await total();
  await page.getByRole('button', { name: /Try the sample/ }).click();
  await waitForText(page);
  await waitForCheck(page);
  const beyond = (await total()) - monaco;
  await context.close();
  const row = (what: string, value: number): Row => ({
    what,
    value,
    unit: 'kB',
    goal: `≤ ${SCRIPT_GOAL}`,
    met: value <= SCRIPT_GOAL,
  });
  return [row('scripts of the start screen', start), row('scripts of an open policy beyond Monaco', beyond)];
}

async function waitForSquiggle(page: Page): Promise<void> {
  await page.locator('[class*="squiggly-"]').first().waitFor({ state: 'attached' });
}

async function dropFile(page: Page, words: string): Promise<void> {
  await page.getByRole('button', { name: /Try the sample/ }).waitFor();
  await page.evaluate((content) => {
    const data = new DataTransfer();
    data.items.add(new File([content], 'policy.md'));
    window.dispatchEvent(new DragEvent('drop', { dataTransfer: data, cancelable: true }));
  }, words);
  await waitForText(page);
  await waitForCheck(page);
}

function quantile(times: readonly number[], share: number): number {
  const sorted = times.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}
