const MOST_BYTES = 5_000_000;
const MOST_MS = 15_000;

/** What an address gave: the text of a bundle, or a sentence why not. */
export type Fetched = { text: string } | { problem: string };

/**
 * Asks for a bundle at an https address: the only request that the extension makes. At most 5 MB and 15 seconds;
 * nothing of the person goes with it, and it never follows to another address. `ask` stands for the browser's own fetch.
 */
export async function fetchBundle(address: string, ask: typeof fetch = fetch, longest = MOST_MS): Promise<Fetched> {
  if (!URL.canParse(address) || new URL(address).protocol !== 'https:') {
    return { problem: `“${address}” is no https address.` };
  }
  const { host } = new URL(address);
  try {
    const response = await ask(address, {
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      cache: 'no-cache',
      redirect: 'manual',
      signal: AbortSignal.timeout(longest),
    });
    if (response.type === 'opaqueredirect' || (response.status >= 300 && response.status < 400)) {
      return {
        problem: `${host} sends to another address, which is not followed: name the address where the bundle is.`,
      };
    }
    if (!response.ok) return { problem: `${host} answered ${response.status}: there is no bundle at that address.` };
    if (Number(response.headers.get('content-length') ?? 0) > MOST_BYTES) return { problem: tooLarge(host) };
    const text = await readAtMost(response);
    if (text === null) return { problem: tooLarge(host) };
    const page = /\bhtml\b/i.test(response.headers.get('content-type') ?? '') || /^\s*</.test(text);
    return page
      ? { problem: `${host} answered with a web page and not with a bundle; it may ask for a password there.` }
      : { text };
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    return {
      problem:
        error.name === 'TimeoutError' || error.name === 'AbortError'
          ? `${host} did not answer in ${longest / 1000} seconds.`
          : `${host} could not be reached, or does not let a browser extension read it.`,
    };
  }
}

function tooLarge(host: string): string {
  return `What ${host} sends is larger than 5 MB, far more than any policy bundle.`;
}

/** The text of a response; null as soon as it grows too large. */
async function readAtMost(response: Response): Promise<string | null> {
  const reader = response.body?.getReader();
  if (!reader) return '';
  const decoder = new TextDecoder();
  let [text, bytes] = ['', 0];
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    bytes += value.byteLength;
    if (bytes > MOST_BYTES) {
      await reader.cancel();
      return null;
    }
    text += decoder.decode(value, { stream: true });
  }
}
