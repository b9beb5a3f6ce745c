import { browser } from 'wxt/browser';
import { isRecord, type Outcome, type Request, type Settings } from '../messages.ts';

/** The settings as the background knows them. */
export async function askSettings(): Promise<Settings> {
  const answer: unknown = await browser.runtime.sendMessage({ type: 'settings' } satisfies Request);
  if (!isRecord(answer) || !Array.isArray(answer['sites'])) throw new Error('Unexpected answer to "settings"');
  // The background is the only one that answers.
  return answer as unknown as Settings;
}

/** Asks for a change; the settings afterwards, or a sentence why not. */
export async function askChange(request: Request): Promise<Outcome> {
  const answer: unknown = await browser.runtime.sendMessage(request);
  if (!isRecord(answer) || typeof answer['ok'] !== 'boolean') {
    return { ok: false, why: 'Rollmark did not answer. Close this page, open it again and try once more.' };
  }
  // The background is the only one that answers.
  return answer as unknown as Outcome;
}

/** The match pattern of an address, "https://hartsmere.mis.example/*"; null for pages that no extension may read. */
export function patternOf(address: string | undefined): string | null {
  if (address === undefined || !URL.canParse(address)) return null;
  const { protocol, hostname } = new URL(address);
  return /^https?:$/.test(protocol) && hostname !== '' ? `${protocol}//${hostname}/*` : null;
}

/** "hartsmere.mis.example". */
export function siteName(pattern: string): string {
  return pattern.replace(/^https?:\/\//, '').replace(/\/\*$/, '');
}
