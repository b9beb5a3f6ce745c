import { browser } from 'wxt/browser';
import type { z } from 'zod';

/** One value of the browser's storage for this extension, checked each time that it is read. */
export interface Kept<T> {
  read(): Promise<T>;
  write(value: T): Promise<void>;
  /** Reads, changes and writes without another change in between. */
  change(how: (value: T) => T): Promise<void>;
  clear(): Promise<void>;
}

/** The value under the key; `empty` where there is none or it is not of its kind. */
export function keep<T>(key: string, schema: z.ZodType<T>, empty: T): Kept<T> {
  let queue: Promise<unknown> = Promise.resolve();
  const read = async (): Promise<T> => {
    const found = schema.safeParse((await browser.storage.local.get(key))[key]);
    return found.success ? found.data : empty;
  };
  const write = (value: T): Promise<void> => browser.storage.local.set({ [key]: value });
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
