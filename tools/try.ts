import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { QUIET_ARGS } from '../test/e2e/chromium.ts';
import { serveFolders } from '../test/e2e/serve.ts';
import { ensureBrowser } from './browser.ts';
import { prepareSamples } from './prepare-samples.ts';
import { ROOT } from './run.ts';

/**
 * `npm run try`: a Chromium of its own, with the built extension and the sample policy, on the sample MIS.
 * With --check it runs unseen, says what the page shows, and ends: for machines without a screen.
 */
const isCheck = process.argv.includes('--check');
const isRoot = process.getuid?.() === 0;

await prepareSamples();
const executablePath = await ensureBrowser();
const site = await serveFolders({ mounts: { '/': join(ROOT, 'samples/mis') } });
const profile = await mkdtemp(join(tmpdir(), 'rollmark-try-'));
const extension = join(ROOT, 'dist/extension/chrome-mv3');
const context = await chromium.launchPersistentContext(profile, {
  executablePath,
  headless: isCheck,
  viewport: null,
  // A browser started by root, as in a container, runs only without its sandbox; a person's keeps it.
  args: [
    ...(isRoot ? QUIET_ARGS : ['--no-first-run']),
    `--disable-extensions-except=${extension}`,
    `--load-extension=${extension}`,
  ],
  ...(isRoot ? {} : { chromiumSandbox: true }),
});
const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
const home = `chrome-extension://${new URL(worker.url()).host}`;
const options = context.pages()[0] ?? (await context.newPage());
await options.goto(`${home}/options.html`);
await options.getByLabel('Policy bundle file').setInputFiles(join(ROOT, 'dist/samples/policy.json'));
await options.getByRole('status').filter({ hasText: /\S/ }).waitFor();
const mis = await context.newPage();
await mis.goto(`${site.url}/summary.html`);

if (isCheck) {
  process.stdout.write(`The extension is loaded, the sample policy chosen, and ${await mis.title()} is open.\n`);
  await context.close();
} else {
  process.stdout.write(
    [
      '',
      `Sample MIS   ${site.url}  is open, and the sample policy is chosen.`,
      'Turn it on   Click the Rollmark icon (the puzzle piece in the toolbar shows it), then “Turn on for this site”.',
      'Try others   register-grid.html for a register by date, traps.html for pages where Rollmark must stay silent.',
      '',
      'Close the browser to stop.',
      '',
    ].join('\n'),
  );
  await new Promise((done) => context.on('close', done));
}
await site.close();
await rm(profile, { recursive: true, force: true });
