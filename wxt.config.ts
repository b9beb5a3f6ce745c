import { fileURLToPath } from 'node:url';
import { defineConfig } from 'wxt';

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  srcDir: 'extension',
  publicDir: 'extension/public',
  // Tests build beside the build for people, with a fixed id.
  outDir: process.env['EXT_OUT'] ?? 'dist/extension',
  outDirTemplate: '{{browser}}-mv{{manifestVersion}}{{modeSuffix}}',
  manifestVersion: 3,
  imports: false,
  suppressWarnings: { firefoxDataCollection: true },
  vite: () => ({
    resolve: {
      alias: { 'decode-named-character-reference': at('./node_modules/decode-named-character-reference/index.js') },
    },
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
    worker: { format: 'es' },
    build: { target: 'es2022' },
  }),
  manifest: ({ browser }) => ({
    name: '__MSG_extName__',
    description: '__MSG_extDescription__',
    default_locale: 'en',
    permissions: ['storage', 'scripting', 'activeTab', ...(browser === 'firefox' ? [] : ['sidePanel'])],
    optional_host_permissions: ['*://*/*'],
    ...(browser === 'firefox' ? {} : { storage: { managed_schema: 'managed-schema.json' } }),
    // A fixed id for browser tests; a store build has none.
    ...(browser === 'chrome' && process.env['EXT_KEY'] ? { key: process.env['EXT_KEY'] } : {}),
    ...(browser === 'firefox'
      ? { browser_specific_settings: { gecko: { id: 'rollmark@rollmark.example', strict_min_version: '128.0' } } }
      : {}),
  }),
});
