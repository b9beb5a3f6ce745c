import { browser } from 'wxt/browser';
import { z } from 'zod';

/** What IT sets for everyone who uses the browser. */
const ManagedSchema = z.object({
  allowedOrigins: z.array(z.string()).optional(),
  policyBundle: z.string().optional(),
  lockSettings: z.boolean().optional(),
});
export type Managed = z.infer<typeof ManagedSchema>;

/** IT's settings; none where there are none, or where a value is not of its kind. */
export async function readManaged(): Promise<Managed> {
  let stored: unknown;
  try {
    stored = await browser.storage.managed.get();
  } catch (error) {
    // Firefox refuses to answer when no policy file exists.
    if (!(error instanceof Error)) throw error;
    return {};
  }
  const read = ManagedSchema.safeParse(stored);
  return read.success ? read.data : {};
}

/** Whether IT lets the site be turned on: an origin such as "https://hartsmere.mis.example". */
export function isAllowed(pattern: string, { allowedOrigins }: Managed): boolean {
  return (
    allowedOrigins === undefined || allowedOrigins.some((origin) => `${origin.replace(/\/+\*?$/, '')}/*` === pattern)
  );
}
