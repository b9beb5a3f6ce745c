import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from './chromium.ts';
import { type Served, serveFolders } from './serve.ts';

let served: Served;
let browser: Browser;
beforeAll(async () => {
  served = await serveFolders({ mounts: { '/': 'dist/language-server' } });
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
  await served?.close();
});

describe('the language server in a worker', () => {
  it('answers over messages, as a code editor in a browser asks', async () => {
    const page = await browser.newPage();
    await page.route('**/blank.html', (route) => route.fulfill({ contentType: 'text/html', body: '<title>x</title>' }));
    await page.goto(`${served.url}/blank.html`);
    const codes = await page.evaluate(
      () =>
        new Promise<string[]>((done, fail) => {
          const worker = new Worker('/worker.js', { type: 'module' });
          const say = (message: object): void => worker.postMessage({ jsonrpc: '2.0', ...message });
          worker.onerror = ({ message }) => fail(new Error(message));
          worker.onmessage = ({ data }) => {
            if (data.id === 1) {
              say({ method: 'initialized', params: {} });
              const text = '# Attendance policy\n\nRegister entries are kept for three years.\n';
              const textDocument = { uri: 'file:///policy.md', languageId: 'markdown', version: 1, text };
              say({ method: 'textDocument/didOpen', params: { textDocument } });
            } else if (data.method === 'textDocument/publishDiagnostics') {
              done(data.params.diagnostics.map((each: { code: string }) => each.code));
            }
          };
          say({ id: 1, method: 'initialize', params: { processId: null, rootUri: null, capabilities: {} } });
        }),
    );
    expect(codes).toContain('registers/kept-six-years');
    await page.close();
  });
});
