import { z } from 'zod';
import { BundleError } from '#core/bundle/read.ts';
import type { Outcome, Request, Settings } from '../messages.ts';
import { judgePage, TableToJudgeSchema } from './judge-page.ts';
import { isAllowed, type Managed, readManaged } from './managed.ts';
import { removePolicy, storedPolicy, storePolicy, summaryOf } from './policy-store.ts';
import { readSites, turnOff, turnOn } from './sites.ts';

const RequestSchema: z.ZodType<Request> = z.discriminatedUnion('type', [
  z.object({ type: z.literal('judge'), today: z.string(), tables: z.array(TableToJudgeSchema) }),
  z.object({ type: z.literal('settings') }),
  z.object({ type: z.literal('store-policy'), text: z.string(), name: z.string() }),
  z.object({ type: z.literal('remove-policy') }),
  z.object({ type: z.literal('site-on'), pattern: z.string(), tabId: z.number().nullable() }),
  z.object({ type: z.literal('site-off'), pattern: z.string() }),
]);

/** Answers one message; undefined when it is none of ours. Pages may only ask to be judged. */
export async function answer(message: unknown, fromPage: boolean): Promise<unknown> {
  const read = RequestSchema.safeParse(message);
  if (!read.success || (fromPage && read.data.type !== 'judge')) return undefined;
  const request = read.data;
  const managed = await readManaged();
  if (request.type === 'judge') return judgePage(await storedPolicy(managed), request.tables, request.today);
  if (request.type === 'settings') return readSettings(managed);
  const why = await change(request, managed);
  const outcome: Outcome = why === null ? { ok: true, settings: await readSettings(managed) } : { ok: false, why };
  return outcome;
}

type Change = Exclude<Request, { type: 'judge' | 'settings' }>;

/** Does what was asked; a sentence when it may or can not be done. */
async function change(request: Change, managed: Managed): Promise<string | null> {
  if (managed.lockSettings) return 'Your IT team looks after these settings, so they cannot be changed here.';
  switch (request.type) {
    case 'store-policy':
      try {
        await storePolicy(request.text, request.name);
        return null;
      } catch (error) {
        if (error instanceof BundleError) return error.message;
        throw error;
      }
    case 'remove-policy':
      await removePolicy();
      return null;
    case 'site-on':
      if (!isAllowed(request.pattern, managed)) return 'Your IT team has not allowed Rollmark on this site.';
      await turnOn(request.pattern, request.tabId);
      return null;
    case 'site-off':
      await turnOff(request.pattern);
      return null;
  }
}

async function readSettings(managed: Managed): Promise<Settings> {
  const [stored, sites] = await Promise.all([storedPolicy(managed), readSites()]);
  return {
    policy: stored ? summaryOf(stored) : null,
    sites,
    locked: managed.lockSettings ?? false,
    allowedOrigins: managed.allowedOrigins ?? null,
  };
}
