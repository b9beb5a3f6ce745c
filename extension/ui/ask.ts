import { browser } from 'wxt/browser';
import { isRecord, type LogExport, type Outcome, type Request, type Settings } from '../messages.ts';

/** What is said where the background is silent. */
const SILENCE = 'Rollmark did not answer. Close this page, open it again and try once more.';

/** The settings as the background knows them, or a sentence why they cannot be told. */
export async function askSettings(): Promise<Settings | { why: string }> {
  const answer = await send({ type: 'settings' });
  if (isRecord(answer) && typeof answer['why'] === 'string') return { why: answer['why'] };
  if (!isRecord(answer) || !Array.isArray(answer['sites'])) return { why: SILENCE };
  // The background is the only one that answers.
  return answer as unknown as Settings;
}

/** The log's entries for the pupils that are on a page, and how many there are of others; or a sentence why not. */
export async function askLog(pupils: { site: string; pupilId: string }[]): Promise<LogExport | { why: string }> {
  const answer = await send({ type: 'export-log', pupils });
  if (isRecord(answer) && typeof answer['why'] === 'string') return { why: answer['why'] };
  if (!isRecord(answer) || !Array.isArray(answer['rows'])) return { why: SILENCE };
  // The background is the only one that answers.
  return answer as unknown as LogExport;
}

/** Asks for a change; the settings afterwards, or a sentence why not. */
export async function askChange(request: Request): Promise<Outcome> {
  const answer = await send(request);
  if (!isRecord(answer) || typeof answer['ok'] !== 'boolean') return { ok: false, why: SILENCE };
  // The background is the only one that answers.
  return answer as unknown as Outcome;
}

/** Undefined where nobody answers: the worker was stopped, or the message is larger than a browser carries. */
function send(request: Request): Promise<unknown> {
  return browser.runtime.sendMessage(request).catch((error: unknown) => {
    console.error('Rollmark did not answer', error);
    return undefined;
  });
}
