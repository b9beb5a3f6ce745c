import { describe, expect, it } from 'vitest';
import { fetchBundle } from '../../../extension/background/fetch-bundle.ts';

const ADDRESS = 'https://www.hartsmere.example/policy.json';
type Asked = [url: string, options: RequestInit];
const asked: Asked[] = [];
const answering =
  (answer: () => Response | Promise<Response>): typeof fetch =>
  async (url, options = {}) => {
    asked.push([String(url), options]);
    return answer();
  };
const ask = (answer: () => Response | Promise<Response>) => fetchBundle(ADDRESS, answering(answer), 100);
const megabytes = (count: number): ReadableStream<Uint8Array> => {
  let left = count;
  return new ReadableStream({
    pull: (stream) => (left-- > 0 ? stream.enqueue(new Uint8Array(1_000_000).fill(0x20)) : stream.close()),
  });
};

describe('a policy by its address', () => {
  it('is the text that the address gives', async () => {
    expect(await ask(() => new Response('{"schemaVersion":1}'))).toEqual({ text: '{"schemaVersion":1}' });
  });
  it('is asked for without cookies, without saying from where, and never elsewhere', async () => {
    const [url, options] = asked.at(-1) ?? ['', {}];
    expect(url).toBe(ADDRESS);
    expect(options).toMatchObject({ credentials: 'omit', referrerPolicy: 'no-referrer', redirect: 'manual' });
  });
  it.each<[string, () => Response, RegExp]>([
    ['not there', () => new Response('', { status: 404 }), /answered 404/],
    ['a web page', () => new Response('<p>', { headers: { 'content-type': 'text/html' } }), /web page/],
    ['a web page that says it is text', () => new Response('\n<!doctype html><p>'), /web page/],
    ['said to be 50 MB', () => new Response('{}', { headers: { 'content-length': '50000000' } }), /larger than 5 MB/],
    ['50 MB without saying so', () => new Response(megabytes(50)), /larger than 5 MB/],
    [
      'elsewhere',
      () => new Response(null, { status: 302, headers: { location: 'https://evil.example/' } }),
      /sends to another address/,
    ],
  ])('is refused in a sentence when it is %s', async (_, answer, why) => {
    expect(await ask(answer)).toEqual({ problem: expect.stringMatching(why) });
  });
  it('is refused when nothing ever answers', async () => {
    const never: typeof fetch = (_, options) =>
      new Promise((_done, fail) => options?.signal?.addEventListener('abort', () => fail(options.signal?.reason)));
    expect(await fetchBundle(ADDRESS, never, 30)).toEqual({ problem: expect.stringMatching(/did not answer/) });
  });
  it('is refused when the answer begins and never ends', async () => {
    const drip: typeof fetch = async (_, options) => {
      const body = new ReadableStream<Uint8Array>({
        start(stream) {
          stream.enqueue(new Uint8Array([0x7b]));
          options?.signal?.addEventListener('abort', () => stream.error(options.signal?.reason));
        },
      });
      return new Response(body);
    };
    expect(await fetchBundle(ADDRESS, drip, 30)).toEqual({ problem: expect.stringMatching(/did not answer/) });
  });
  it('is refused when the host cannot be reached', async () => {
    const answer = await ask(() => Promise.reject(new TypeError('Failed to fetch')));
    expect(answer).toEqual({ problem: expect.stringMatching(/could not be reached/) });
  });
  it.each(['http://www.hartsmere.example/policy.json', 'ftp://a.example/p', 'policy.json'])(
    'is never asked for at %s',
    async (address) => {
      const before = asked.length;
      expect(
        await fetchBundle(
          address,
          answering(() => new Response('{}')),
        ),
      ).toEqual({
        problem: expect.stringMatching(/no https address/),
      });
      expect(asked).toHaveLength(before);
    },
  );
});
