import { browser } from 'wxt/browser';
import { isRecord, type LogExport, type Outcome, type Request, type Settings } from '../messages.ts';

/** The settings as the background knows them. */
export async function askSettings(): Promise<Settings> {
  const answer: unknown = await browser.runtime.sendMessage({ type: 'settings' } satisfies Request);
  if (!isRecord(answer) || !Array.isArray(answer['sites'])) throw new Error('Unexpected answer to "settings"');
  // The background is the only one that answers.
  return answer as unknown as Settings;
}

/** The log's entries for the pupils that are on a page, and how many there are of others. */
export async function askLog(pupils: { site: string; pupilId: string }[]): Promise<LogExport> {
  const answer: unknown = await browser.runtime.sendMessage({ type: 'export-log', pupils } satisfies Request);
  if (!isRecord(answer) || !Array.isArray(answer['rows'])) throw new Error('Unexpected answer to "export-log"');
  // The background is the only one that answers.
  return answer as unknown as LogExport;
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
