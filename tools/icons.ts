import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { launchBrowser } from '../test/e2e/chromium.ts';
import { ROOT } from './run.ts';

/** `npx tsx tools/icons.ts`: draws the extension's icons from extension/icon.svg, once that has changed. */
const SIZES = [16, 32, 48, 96, 128];
const drawing = readFileSync(join(ROOT, 'extension/icon.svg'), 'utf8');

const browser = await launchBrowser();
for (const size of SIZES) {
  const page = await browser.newPage({ viewport: { width: size, height: size } });
  const sized = drawing.replace('width="64" height="64"', `width="${size}" height="${size}" style="display:block"`);
  await page.setContent(`<body style="margin:0">${sized}</body>`);
  writeFileSync(join(ROOT, `extension/public/icon/${size}.png`), await page.screenshot({ omitBackground: true }));
  await page.close();
}
await browser.close();
