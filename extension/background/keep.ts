import { browser } from 'wxt/browser';
import { z } from 'zod';

/** One value of the browser's storage for this extension, checked each time that it is read. */
export interface Kept<T> {
  read(): Promise<T>;
  write(value: T): Promise<void>;
  /** Reads, changes and writes without another change in between. */
  change(how: (value: T) => T): Promise<void>;
  clear(): Promise<void>;
}

/** The browser's storage is full or broken; the message is a sentence for the person. */
export class StorageFault extends Error {
  override name = 'StorageFault';
}

/** The value under the key; `empty` where there is none or it is not of its kind. @throws StorageFault */
export function keep<T>(key: string, schema: z.ZodType<T>, empty: T): Kept<T> {
  let queue: Promise<unknown> = Promise.resolve();
  const read = async (): Promise<T> => {
    const found = schema.safeParse(await getStored(key));
    return found.success ? found.data : empty;
  };
  const write = (value: T): Promise<void> => setStored(key, value);
  const inTurn = (work: () => Promise<void>): Promise<void> => {
    const mine = queue.then(work);
    queue = mine.catch(() => undefined);
    return mine;
  };
  return {
    read,
    write: (value) => inTurn(() => write(value)),
    change: (how) => inTurn(async () => write(how(await read()))),
    clear: () => inTurn(() => browser.storage.local.remove(key)),
  };
}

/** A list of which one damaged entry takes none of the others with it. */
export function listOf<T>(entry: z.ZodType<T>): z.ZodType<T[]> {
  return z.array(z.unknown()).transform((entries) =>
    entries.flatMap((one) => {
      const found = entry.safeParse(one);
      return found.success ? [found.data] : [];
    }),
  );
}

/** What is stored under the key, whatever it is. @throws StorageFault */
export async function getStored(key: string): Promise<unknown> {
  try {
    return (await browser.storage.local.get(key))[key];
  } catch (error) {
    throw faultOf(error, UNREADABLE);
  }
}

/** Stores the value; what stood there before stays where it cannot be. @throws StorageFault */
export async function setStored(key: string, value: unknown): Promise<void> {
  try {
    await browser.storage.local.set({ [key]: value });
  } catch (error) {
    throw faultOf(error, error instanceof Error && NO_ROOM.test(`${error.name} ${error.message}`) ? FULL : UNWRITABLE);
  }
}

/** As Chrome, Edge and Firefox say it, of their own limit and of the disk. */
const NO_ROOM = /quota|no.?space|disk.?full/i;
const FULL =
  'This browser has no room left, so nothing was changed. Make room on the disk, or remove policies that nobody uses, and try again.';
const UNWRITABLE =
  'This browser could not keep the change, so nothing was changed. Close the browser, open it again and try once more.';
const UNREADABLE =
  'This browser cannot read what Rollmark keeps in it, so no step is shown. Close the browser and open it again; if it says so again, remove Rollmark and install it anew.';

function faultOf(error: unknown, sentence: string): unknown {
  return error instanceof Error ? new StorageFault(sentence, { cause: error }) : error;
}
