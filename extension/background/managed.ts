import { browser } from 'wxt/browser';
import { z } from 'zod';
import { LOCKABLE, type Lockable, type TermDates } from '../messages.ts';
import { DaySchema, TermDatesSchema } from './terms.ts';

/** A policy that IT names: as text, or by its https address. */
const ManagedPolicySchema = z
  .object({
    /** The only site that it is for, "https://hartsmere.mis.example"; absent: every site. */
    origin: z.string().optional(),
    anySchool: z.boolean().optional(),
    bundle: z.string().optional(),
    address: z.url({ protocol: /^https$/ }).optional(),
  })
  .refine(({ bundle, address }) => (bundle === undefined) !== (address === undefined));
export type ManagedPolicy = z.infer<typeof ManagedPolicySchema>;

const FIELDS = {
  policies: z.array(ManagedPolicySchema).max(200),
  allowedOrigins: z.array(z.string()),
  terms: z.array(z.object({ from: DaySchema, to: DaySchema })),
  closedDays: z.array(DaySchema),
  locked: z.array(z.enum(LOCKABLE)),
  disabledAdapters: z.array(z.string()),
};

/** What IT sets for everyone who uses the browser. */
export interface Managed {
  policies: ManagedPolicy[];
  allowedOrigins: string[] | null;
  terms: TermDates | null;
  locked: Lockable[];
  disabledAdapters: string[];
  /** One sentence for each setting that cannot be used. */
  problems: string[];
}

/** IT's settings; none where there are none. */
export async function readManaged(): Promise<Managed> {
  try {
    return asManaged(await browser.storage.managed.get());
  } catch (error) {
    // Firefox refuses to answer when no policy file exists.
    if (!(error instanceof Error)) throw error;
    return asManaged({});
  }
}

/** Reads each setting for itself. One that is not of its kind is named, and what it would forbid stays forbidden. */
export function asManaged(stored: Record<string, unknown>): Managed {
  const problems: string[] = [];
  const read = <Name extends keyof typeof FIELDS>(name: Name): z.infer<(typeof FIELDS)[Name]> | null | 'unfit' => {
    const value = stored[name];
    if (value === undefined) return null;
    const found = FIELDS[name].safeParse(parsedWhereText(value));
    // zod keeps no link between a name and its schema's type in a generic look-up.
    if (found.success) return found.data as z.infer<(typeof FIELDS)[Name]>;
    const place = found.error.issues[0]?.path.join('.');
    problems.push(`The managed setting “${name}” cannot be used${place ? ` (at ${place})` : ''}; ask your IT team.`);
    return 'unfit';
  };
  const orElse = <T>(value: T | null | 'unfit', absent: T, unfit: T = absent): T =>
    value === null ? absent : value === 'unfit' ? unfit : value;
  const terms = read('terms');
  const closed = read('closedDays');
  const dates = TermDatesSchema.safeParse({ terms: orElse(terms, []), closed: orElse(closed, []) });
  if (!dates.success) problems.push('The managed setting “terms” cannot be used: a term ends before it begins.');
  return {
    policies: orElse(read('policies'), []),
    allowedOrigins: orElse<string[] | null>(read('allowedOrigins'), null, []),
    terms: dates.success && dates.data.terms.length > 0 ? dates.data : null,
    locked: orElse<Lockable[]>(read('locked'), [], [...LOCKABLE]),
    disabledAdapters: orElse(read('disabledAdapters'), []),
    problems,
  };
}

/** Said of a site that IT does not allow. */
export const NOT_ALLOWED = 'Your IT team has not allowed Rollmark on this site.';

/** Whether IT lets the site be turned on: an origin such as "https://hartsmere.mis.example". */
export function isAllowed(pattern: string, { allowedOrigins }: Managed): boolean {
  return allowedOrigins === null || allowedOrigins.some((origin) => patternOfOrigin(origin) === pattern);
}

/** "https://hartsmere.mis.example/*"; a port is no part of it, since match patterns have none. */
export function patternOfOrigin(origin: string): string {
  return `${origin
    .trim()
    .replace(/(?<!\/)\/+\*?$/, '')
    .replace(/:\d+$/, '')
    .toLowerCase()}/*`;
}

/** Windows keeps lists as text in JSON where it was set by a plain registry value. */
function parsedWhereText(value: unknown): unknown {
  if (typeof value !== 'string' || !/^\s*[[{]/.test(value)) return value;
  try {
    return JSON.parse(value);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return value;
  }
}
