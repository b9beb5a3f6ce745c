// Runs after `npm ci`: builds the command and puts `rollmark` into node_modules/.bin, so that `npx --no-install rollmark`
// works here. package.json names no `bin`: npx would then install a second copy of the project into its own cache.
import { chmodSync, existsSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { stripVTControlCharacters } from 'node:util';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const BIN = join(ROOT, 'node_modules', '.bin');

/** Never fails an install: what could not be done is said, and `npm run build:cli` does it later. */
try {
  await build();
} catch (error) {
  console.warn(`rollmark: the command could not be built (${inShort(error)}). "npm run build:cli" tries again.`);
}
try {
  link();
} catch (error) {
  console.warn(`rollmark: "npx rollmark" was not set up (${inShort(error)}). "node cli/bin.mjs" does the same.`);
}

async function build() {
  const { build } = await import('vite');
  await build({ root: ROOT, configFile: join(ROOT, 'cli/vite.config.ts'), logLevel: 'warn' });
}

function link() {
  if (!existsSync(join(ROOT, 'node_modules'))) return;
  mkdirSync(BIN, { recursive: true });
  const names = process.platform === 'win32' ? ['rollmark', 'rollmark.cmd', 'rollmark.ps1'] : ['rollmark'];
  for (const name of names) rmSync(join(BIN, name), { force: true });
  if (process.platform === 'win32') {
    writeFileSync(join(BIN, 'rollmark.cmd'), '@node "%~dp0\\..\\..\\cli\\bin.mjs" %*\r\n');
    writeFileSync(join(BIN, 'rollmark.ps1'), '& node "$PSScriptRoot/../../cli/bin.mjs" @args\nexit $LASTEXITCODE\n');
    writeFileSync(join(BIN, 'rollmark'), '#!/bin/sh\nexec node "$(dirname "$0")/../../cli/bin.mjs" "$@"\n');
    return;
  }
  // A copy of the tree without modes (a zip file) would leave the link without a program.
  chmodSync(join(ROOT, 'cli', 'bin.mjs'), 0o755);
  symlinkSync('../../cli/bin.mjs', join(BIN, 'rollmark'));
}

function inShort(error) {
  const message = stripVTControlCharacters(error instanceof Error ? error.message : String(error));
  return message.split('\n').slice(0, 3).join(' ').trim();
}
