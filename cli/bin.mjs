#!/usr/bin/env node
import { existsSync } from 'node:fs';

const built = new URL('../dist/cli/rollmark.mjs', import.meta.url);
if (!existsSync(built)) {
  process.stderr.write('rollmark is not built yet. Run "npm run build:cli" in its folder, then try again.\n');
  process.exit(2);
}
await import(built.href);
