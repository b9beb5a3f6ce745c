import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, hexToBytes, randomBytes, utf8ToBytes } from '@noble/hashes/utils.js';
import { z } from 'zod';
import type { Day } from '#core/attendance/day.ts';
import { keep, listOf, StorageFault } from '../background/keep.ts';
import { DaySchema } from '../background/terms.ts';
import type { LogExport, LoggedStep } from '../messages.ts';

/**
 * The officer's own log of letters and meetings: off until it is turned on, on this computer alone. A pupil stands in
 * it as a keyed hash of site and identifier; whoever has the whole of the browser's storage could still try out
 * identifiers one by one, which docs/privacy.md says.
 */
const SettingsSchema = z.object({
  on: z.boolean(),
  keepMonths: z.int().min(1).max(60),
  /** 16 bytes as hex, made when the log is turned on and gone when it is turned off. */
  salt: z
    .string()
    .regex(/^[0-9a-f]{32}$/)
    .nullable(),
});
const OFF: z.infer<typeof SettingsSchema> = { on: false, keepMonths: 13, salt: null };
const settings = keep('logSettings', SettingsSchema, OFF);

const EntrySchema = z.strictObject({
  pupil: z.string().regex(/^[0-9a-f]{32}$/),
  step: z.string().max(300),
  date: DaySchema,
  outcome: z.string().max(300).optional(),
});
type Entry = z.infer<typeof EntrySchema>;
const entries = keep('log', listOf(EntrySchema), []);

/** Whether the log is kept, for how many months an entry stays, and how many there are. */
export async function logState(today: Day): Promise<{ on: boolean; keepMonths: number; entries: number }> {
  const { on, keepMonths } = await settings.read();
  return { on, keepMonths, entries: on ? (await freshEntries(today)).length : 0 };
}

/** Turns the log on, or off with everything in it deleted. */
export async function setLog(on: boolean, keepMonths: number): Promise<void> {
  if (!on) {
    await entries.clear();
    await settings.clear();
    return;
  }
  await settings.change((before) => ({ on, keepMonths, salt: before.salt ?? bytesToHex(randomBytes(16)) }));
}

/** A look-up from a pupil of a site to what the log holds; null while the log is off. */
export async function openLog(today: Day): Promise<((site: string, pupilId: string) => LoggedStep[]) | null> {
  const { on, salt } = await settings.read();
  if (!on || salt === null) return null;
  const byPupil = new Map<string, LoggedStep[]>();
  for (const { pupil, ...entry } of await freshEntries(today)) {
    const same = byPupil.get(pupil);
    if (same) same.push(entry);
    else byPupil.set(pupil, [entry]);
  }
  if (byPupil.size === 0) return () => [];
  return (site, pupilId) => byPupil.get(keyOf(salt, site, pupilId)) ?? [];
}

/** Writes one step down; a sentence when it cannot be. */
export async function logStep(site: string, pupilId: string, entry: LoggedStep, today: Day): Promise<string | null> {
  const { on, salt } = await settings.read();
  if (!on || salt === null) return 'The log is off. Turn it on in Rollmark’s options.';
  if (entry.date > today) return 'The day is still to come: the log holds what was done.';
  const kept = EntrySchema.safeParse({ pupil: keyOf(salt, site, pupilId), ...entry });
  if (!kept.success) return 'The step cannot be written down: it has no day, or is too long.';
  await entries.change((before) => [...before.filter((one) => !isSame(one, kept.data)), kept.data]);
  return null;
}

/** Takes one entry out again. */
export async function unlogStep(site: string, pupilId: string, entry: LoggedStep): Promise<void> {
  const { salt } = await settings.read();
  if (salt === null) return;
  const wanted: Entry = { pupil: keyOf(salt, site, pupilId), ...entry };
  await entries.change((before) => before.filter((one) => !isSame(one, wanted)));
}

/** The entries of the pupils that are on the page, with their identifiers; others are counted and stay unnamed. */
export async function exportLog(pupils: readonly { site: string; pupilId: string }[], today: Day): Promise<LogExport> {
  const look = await openLog(today);
  if (!look) return { rows: [], others: 0 };
  const distinct = [...new Map(pupils.map((pupil) => [`${pupil.site} ${pupil.pupilId}`, pupil])).values()];
  const rows = distinct.flatMap(({ site, pupilId }) => look(site, pupilId).map((entry) => ({ pupilId, ...entry })));
  return { rows, others: (await freshEntries(today)).length - rows.length };
}

/** Takes rows with identifiers in and keeps their hashes alone. Returns how many were taken. */
export async function importLog(
  site: string,
  rows: readonly (LoggedStep & { pupilId: string })[],
  today: Day,
): Promise<number> {
  const { on, salt } = await settings.read();
  if (!on || salt === null) return 0;
  const taken = rows.flatMap(({ pupilId, step, date, outcome }) => {
    const entry = EntrySchema.safeParse({
      pupil: keyOf(salt, site, pupilId),
      step,
      date,
      ...(outcome ? { outcome } : {}),
    });
    return entry.success && date <= today ? [entry.data] : [];
  });
  await entries.change((before) => [...before.filter((one) => !taken.some((other) => isSame(one, other))), ...taken]);
  return taken.length;
}

/** The entries that have not expired; those that have are deleted. */
async function freshEntries(today: Day): Promise<Entry[]> {
  const [{ keepMonths }, all] = await Promise.all([settings.read(), entries.read()]);
  const fresh = all.filter(({ date }) => monthsAfter(date, keepMonths) > today);
  if (fresh.length < all.length)
    await entries
      .change((before) => before.filter(({ date }) => monthsAfter(date, keepMonths) > today))
      .catch((error: unknown) => {
        // A full disk keeps nobody from being judged; they are deleted the next time.
        if (!(error instanceof StorageFault)) throw error;
      });
  return fresh;
}

function keyOf(salt: string, site: string, pupilId: string): string {
  return bytesToHex(hmac(sha256, hexToBytes(salt), utf8ToBytes(`${site}\n${pupilId.trim()}`))).slice(0, 32);
}

function isSame(one: Entry, other: Entry): boolean {
  return one.pupil === other.pupil && one.step === other.step && one.date === other.date;
}

function monthsAfter(day: Day, months: number): Day {
  const count = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + months;
  return `${Math.floor(count / 12)}-${String((count % 12) + 1).padStart(2, '0')}${day.slice(7)}`;
}
