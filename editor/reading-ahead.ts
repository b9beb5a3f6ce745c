/** How the page asks a new worker to begin with the draft that was left open: behind the worker's address, so that nothing has to be sent. */
export const READING_AHEAD = '#ahead';

/** Whether the worker that has this address is to begin at once. */
export function readsAhead({ hash }: { readonly hash: string }): boolean {
  return hash === READING_AHEAD;
}
