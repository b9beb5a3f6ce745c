import { execFileSync } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answerPermissionQuestion, type ExtensionUnderTest, sampleBundle, startExtension } from './extension.ts';

/** A policy by its https address, from a server that answers in every way that servers do. */
const folder = await mkdtemp(join(tmpdir(), 'rollmark-tls-'));
const [key, cert] = ['key.pem', 'cert.pem'].map((name) => join(folder, name));
const hasCertificate = makeCertificate();

if (!hasCertificate) {
  process.stdout.write(
    '\nNOT RUN: a policy by its address in a real browser. A certificate is made with openssl, which is not here.\n\n',
  );
  it('by its address was NOT tried in a real browser: openssl is not here', () => expect(hasCertificate).toBe(false));
} else {
  describe('a policy by its https address', () => byAddress());
}

function byAddress(): void {
  let extension: ExtensionUnderTest;
  let server: Server;
  let options: Page;
  let home = '';
  let answerWith = 'bundle';
  let asked: { url: string; cookie: string | undefined; referer: string | undefined }[] = [];

  beforeAll(async () => {
    const bundle = JSON.stringify(await sampleBundle());
    server = createServer({ key: await readFile(key ?? ''), cert: await readFile(cert ?? '') }, (request, response) => {
      asked.push({ url: request.url ?? '', cookie: request.headers.cookie, referer: request.headers.referer });
      if (answerWith === 'bundle') response.setHeader('set-cookie', 'a=b; Secure; SameSite=None').end(bundle);
      else if (answerWith === 'nothing there') response.writeHead(404).end();
      else if (answerWith === 'a web page')
        response.setHeader('content-type', 'text/html').end('<!doctype html><p>Sign in');
      else if (answerWith === 'elsewhere') response.writeHead(302, { location: '/elsewhere.json' }).end();
      else if (answerWith === '50 MB') {
        const chunk = Buffer.alloc(1_000_000, 0x20);
        let left = 50;
        const send = (): void => {
          while (left-- > 0) if (!response.write(chunk)) return void response.once('drain', send);
          response.end();
        };
        send();
      }
      // "never": no answer at all.
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    // Bound to a TCP port, so the address is never a pipe's name.
    home = `https://127.0.0.1:${(server.address() as AddressInfo).port}`;
    extension = await startExtension({ args: ['--ignore-certificate-errors'], patience: 1 });
    await answerPermissionQuestion(extension, 'https://127.0.0.1/*');
    options = await extension.context.newPage();
    await options.goto(`${extension.home}/options.html`);
  });
  afterAll(async () => {
    await extension?.close();
    server?.closeAllConnections();
    server?.close();
    await rm(folder, { recursive: true, force: true });
  });

  const text = (): Promise<string> => options.locator('[aria-labelledby=policy]').innerText();
  const again = async (): Promise<void> => {
    asked = [];
    await options.getByRole('button', { name: 'Fetch again now' }).click();
  };

  it('is fetched once it is named, without cookies and without saying from where', async () => {
    await options.getByLabel('Address of a policy bundle').fill(`${home}/policy.json`);
    await options.getByRole('button', { name: 'Fetch', exact: true }).click();
    await options.getByText('Hartsmere Primary School').waitFor();
    expect(await text()).toContain(`from ${home}/policy.json, fetched `);
    await again();
    await expect.poll(() => asked.length).toBe(1);
    expect(asked[0]).toEqual({ url: '/policy.json', cookie: undefined, referer: undefined });
  });

  it.each<[string, RegExp]>([
    ['nothing there', /answered 404/],
    ['a web page', /answered with a web page/],
    ['50 MB', /larger than 5 MB/],
    ['elsewhere', /sends to another address, which is not followed/],
    ['never', /did not answer in 1 seconds/],
  ])('stays in use when the address has %s, with a sentence', async (answer, sentence) => {
    answerWith = answer;
    await again();
    await expect.poll(text, { timeout: 25_000 }).toMatch(sentence);
    expect(await text()).toContain('Hartsmere Primary School');
    expect(await text()).toContain('The last good policy stays in use.');
    // A redirect is told of and not followed.
    expect(asked.map(({ url }) => url)).toEqual(['/policy.json']);
  });

  it('is well again when the address is', async () => {
    answerWith = 'bundle';
    await again();
    await expect.poll(text, { timeout: 5000 }).not.toContain('The last good policy');
  });

  it('is refused by http, and nothing is asked for', async () => {
    asked = [];
    await options.getByLabel('Address of a policy bundle').fill('http://127.0.0.1/policy.json');
    await options.getByRole('button', { name: 'Fetch', exact: true }).click();
    await options.getByText('The address must begin with https://.').waitFor();
    expect(asked).toEqual([]);
  });
}

function makeCertificate(): boolean {
  try {
    const options = ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', '-subj', '/CN=127.0.0.1'];
    execFileSync('openssl', [...options, '-keyout', key ?? '', '-out', cert ?? ''], { stdio: 'ignore' });
    return true;
  } catch (error) {
    // No program of that name, or one that is something else.
    if (!(error instanceof Error)) throw error;
    return false;
  }
}
