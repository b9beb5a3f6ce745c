import { browser } from 'wxt/browser';
import type { RareShapes } from './reading/rare.ts';

/** Scripts of an older version may have left theirs in a page that was open while the extension was updated. */
const NAME = `rollmarkRareShapes ${browser.runtime?.getManifest?.().version}`;

/** What the script of the rare shapes left for the reader: both live in one world, which no script of the page can enter. */
export function offeredRareShapes(): RareShapes | null {
  const found: unknown = Reflect.get(globalThis, NAME);
  // Only `offerRareShapes` puts something there.
  return found ? (found as RareShapes) : null;
}

export function offerRareShapes(shapes: RareShapes): void {
  Reflect.set(globalThis, NAME, shapes);
}
