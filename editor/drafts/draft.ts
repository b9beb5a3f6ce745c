import * as z from 'zod/mini';

export const DRAFT_SOURCES = ['sample', 'file', 'template', 'import', 'copy'] as const;
export const DraftSourceSchema = z.enum(DRAFT_SOURCES);
export type DraftSource = z.infer<typeof DraftSourceSchema>;

/** A policy being written, as kept in this browser. Times in milliseconds since 1970. */
export const DraftSchema = z.object({
  id: z.string().check(z.minLength(1)),
  name: z.string(),
  source: DraftSourceSchema,
  fileName: z.nullable(z.string()),
  createdAt: z.number(),
  updatedAt: z.number(),
  text: z.string(),
  /** The text as last read from or written to its file; null when it has none. */
  fileText: z.nullable(z.string()),
});
export type Draft = z.infer<typeof DraftSchema>;

/** A draft as it once was. */
export const VersionSchema = z.object({
  draftId: z.string(),
  at: z.number(),
  why: z.enum(['opened', 'while writing', 'before going back', 'saved to a file', 'before all fixes']),
  text: z.string(),
});
export type Version = z.infer<typeof VersionSchema>;

/** A draft that can be listed, or a damaged record with whatever text it still holds. */
export type StoredDraft = { is: 'draft'; draft: Draft } | { is: 'damaged'; id: string; text: string | null };

/** Reads a record of the store, which an older version or a crash may have left in any state. */
export function readStoredDraft(id: string, record: unknown): StoredDraft {
  const parsed = DraftSchema.safeParse(record);
  if (parsed.success) return { is: 'draft', draft: parsed.data };
  const salvage = z.object({ text: z.string().check(z.minLength(1)) }).safeParse(record);
  return { is: 'damaged', id, text: salvage.success ? salvage.data.text : null };
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Whether enough time has passed and enough has changed since the last version to keep another. */
export function isWorthKeeping(last: Version | undefined, text: string, now: number): boolean {
  if (!last) return true;
  return last.text !== text && now - last.at >= 2 * MINUTE;
}

/**
 * The versions to let go of, oldest thinned most: all of the last hour, one for each hour of the last day, one for each
 * day before. Versions with a reason other than "while writing" always stay.
 */
export function versionsToDrop<T extends Pick<Version, 'at' | 'why'>>(versions: readonly T[], now: number): T[] {
  const kept = new Set<string>();
  const drop: T[] = [];
  for (const version of [...versions].sort((a, b) => b.at - a.at)) {
    const age = now - version.at;
    if (version.why !== 'while writing' || age < HOUR) continue;
    const slot = age < DAY ? `hour ${Math.floor(version.at / HOUR)}` : `day ${Math.floor(version.at / DAY)}`;
    if (kept.has(slot)) drop.push(version);
    else kept.add(slot);
  }
  return drop;
}
