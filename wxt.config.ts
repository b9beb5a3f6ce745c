import { fileURLToPath } from 'node:url';
import { defineConfig } from 'wxt';

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** 121: checkVisibility with its present names; 116 opens a side panel and 119 runs in frames without an address. */
const LEAST_CHROME = '121';
/** 128: scripts that are registered at run time reach frames without an address. */
const LEAST_FIREFOX = '128.0';
/** Of its own package alone, and no address but a policy's over https. */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  'connect-src https:',
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');
const FIREFOX_ID = 'rollmark@rollmark.example';

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
    // Every browser that is meant loads modules by itself; what stands in for it would be a second call to a network.
    build: { target: 'es2022', modulePreload: { polyfill: false } },
  }),
  zip: {
    artifactTemplate: 'rollmark-{{version}}-{{browser}}.zip',
    sourcesTemplate: 'rollmark-{{version}}-sources.zip',
    // What Mozilla's reviewers need to build the same files, and no more.
    excludeSources: ['editor/**', 'cli/**', 'test/**', 'samples/**', 'dist/**', 'docs/**', 'reports/**', 'coverage/**'],
  },
  hooks: {
    'build:manifestGenerated': (_, manifest) => {
      // Left to itself, the title of the popup's document stands here, in one language.
      if (manifest.action) manifest.action.default_title = '__MSG_actionTitle__';
      // Firefox shows it in its menu of side bars; its types are not Chrome's.
      const bar: unknown = Reflect.get(manifest, 'sidebar_action');
      if (typeof bar === 'object' && bar !== null) Reflect.set(bar, 'default_title', '__MSG_panelTitle__');
    },
  },
  manifest: ({ browser }) => ({
    name: '__MSG_extName__',
    description: '__MSG_extDescription__',
    default_locale: 'en',
    permissions: ['storage', 'scripting', 'activeTab', ...(browser === 'firefox' ? [] : ['sidePanel'])],
    optional_host_permissions: ['*://*/*'],
    content_security_policy: { extension_pages: CONTENT_SECURITY_POLICY },
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: {
              id: FIREFOX_ID,
              strict_min_version: LEAST_FIREFOX,
              data_collection_permissions: { required: ['none'] },
            },
          },
        }
      : { minimum_chrome_version: LEAST_CHROME, storage: { managed_schema: 'managed-schema.json' } }),
  }),
});
