import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { abilitiesSection, withAbilities } from '../../tools/extension-docs.ts';

/** What the stores get. */
const run = promisify(execFile);
const shell = process.platform === 'win32';
let folder: string;
const files = new Map<string, Record<string, Uint8Array>>();
const text = (store: string, name: string): string => new TextDecoder().decode(files.get(store)?.[name]);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rollmark-zip-'));
  const env = { ...process.env, EXT_OUT: folder };
  // As `npm run zip` does, into a folder of its own.
  const { scripts } = JSON.parse(await readFile('package.json', 'utf8'));
  for (const command of String(scripts.zip).split('&&')) {
    const [program = '', ...options] = command.trim().split(/\s+/);
    await run('npx', [program, ...options, '--level', 'error'], { env, shell });
  }
  for (const name of await readdir(folder)) {
    if (name.endsWith('.zip'))
      files.set(name.replace(/^rollmark-[\d.]+-|\.zip$/g, ''), unzipSync(await readFile(join(folder, name))));
  }
}, 180_000);
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('the packages for the stores', () => {
  it('are one for Chrome, Edge and Firefox each, and the sources that Mozilla asks for', () => {
    expect([...files.keys()].sort()).toEqual(['chrome', 'edge', 'firefox', 'sources']);
  });

  describe.each(['chrome', 'edge', 'firefox'])('the one for %s', (store) => {
    it('has a manifest of version 3, with a least version of the browser', () => {
      const manifest = JSON.parse(text(store, 'manifest.json'));
      expect(manifest.manifest_version).toBe(3);
      expect(manifest.key).toBeUndefined();
      const least = manifest.minimum_chrome_version ?? manifest.browser_specific_settings?.gecko?.strict_min_version;
      expect(least).toMatch(/^\d{3}/);
    });
    it('has every icon in its size', () => {
      const manifest = JSON.parse(text(store, 'manifest.json'));
      for (const [size, name] of Object.entries<string>(manifest.icons)) {
        const icon = files.get(store)?.[name] ?? new Uint8Array();
        const view = new DataView(icon.buffer, icon.byteOffset);
        expect([view.getUint32(16), view.getUint32(20)]).toEqual([Number(size), Number(size)]);
      }
      expect(Object.keys(manifest.icons)).toEqual(['16', '32', '48', '96', '128']);
    });
    it('has its words in a file that can be translated, each within what the stores allow', () => {
      const manifest = text(store, 'manifest.json');
      const messages = JSON.parse(text(store, '_locales/en/messages.json'));
      const used = [...manifest.matchAll(/__MSG_(\w+)__/g)].map(([, name]) => name ?? '');
      expect(used.length).toBeGreaterThanOrEqual(3);
      for (const name of used) expect(messages[name]?.message).toBeTypeOf('string');
      expect(messages.extDescription.message.length).toBeLessThanOrEqual(132);
      expect(messages.extName.message.length).toBeLessThanOrEqual(45);
    });
    it('holds built files alone', () => {
      const odd = Object.keys(files.get(store) ?? {}).filter(
        (name) => !/(?:\.(?:js|html|css|json|png)|\/)$/.test(name),
      );
      expect(odd).toEqual([]);
      expect(Object.keys(files.get(store) ?? {})).toEqual(
        expect.arrayContaining([
          'options.html',
          'popup.html',
          'sidepanel.html',
          'it.html',
          'content-scripts/reader.js',
          'content-scripts/teacher.js',
        ]),
      );
    });
  });

  it('the sources hold what the build needs, and no document of anyone', () => {
    const names = Object.keys(files.get('sources') ?? {});
    expect(names).toEqual(
      expect.arrayContaining([
        'package.json',
        'package-lock.json',
        'wxt.config.ts',
        'extension/reader.ts',
        'core/policy/parse.ts',
      ]),
    );
    expect(names.filter((name) => /^(?:test|samples|editor|cli|dist|node_modules)\//.test(name))).toEqual([]);
  });

  it('the one for Firefox passes Mozilla’s own lint without an error', async () => {
    const webExt = findWebExt();
    if (webExt === null) {
      process.stdout.write('\nNOT RUN: web-ext lint. Put web-ext on the PATH or set WEB_EXT to it.\n\n');
      return;
    }
    const { stdout } = await run(
      webExt,
      ['lint', '--source-dir', join(folder, 'firefox-mv3'), '--output', 'json', '--no-config-discovery'],
      {
        maxBuffer: 10_000_000,
      },
    ).catch((error: { stdout?: string }) => ({ stdout: error.stdout ?? '' }));
    const report = JSON.parse(stdout);
    expect(report.errors).toEqual([]);
    process.stdout.write(`web-ext lint: ${report.summary.errors} errors, ${report.summary.warnings} warnings\n`);
  }, 120_000);
});

describe('the page for IT', () => {
  it('says what the built packages can do (else run `npm run docs`)', async () => {
    const written = await readFile('docs/extension-for-it.md', 'utf8');
    expect(written).toBe(withAbilities(written, abilitiesSection()));
  });
});

function findWebExt(): string | null {
  const named = process.env['WEB_EXT'];
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  return (
    [named, ...folders.map((path) => join(path, 'web-ext'))].find(
      (path) => path !== undefined && path !== '' && existsSync(path),
    ) ?? null
  );
}
