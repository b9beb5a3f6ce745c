const QUIET_MS = 200;
const LONGEST_WAIT_MS = 1000;
/** A page that never rests is read for at most a twentieth of the time. */
const REST_FACTOR = 20;

/**
 * Calls back when the page has changed and been quiet for a moment, or a second after the change began.
 * Own changes, a replaced body, changed fields and navigation without a load are covered. Returns what stops it.
 */
export function watchPage(own: Element, onChange: () => void, onMove: () => void): () => void {
  const stop = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let since: number | null = null;
  let restUntil = 0;
  let address = location.href;
  const schedule = (): void => {
    since ??= performance.now();
    clearTimeout(timer);
    const now = performance.now();
    const wait = Math.max(0, Math.min(QUIET_MS, LONGEST_WAIT_MS - (now - since)), restUntil - now);
    timer = setTimeout(() => {
      since = null;
      const began = performance.now();
      onChange();
      const ended = performance.now();
      restUntil = ended + (ended - began) * REST_FACTOR;
    }, wait);
  };
  const observer = new MutationObserver((records) => {
    if (records.every((record) => isOwn(record, own))) return;
    onMove();
    schedule();
  });
  observer.observe(document, {
    subtree: true,
    childList: true,
    characterData: true,
    attributes: true,
    attributeFilter: ['class', 'style', 'hidden', 'value', 'aria-selected', 'aria-rowcount', 'aria-rowindex'],
  });
  const { signal } = stop;
  for (const name of ['change', 'popstate', 'hashchange', 'pageshow'])
    addEventListener(name, schedule, { capture: true, signal });
  for (const name of ['transitionend', 'animationend', 'load', 'toggle'])
    addEventListener(name, onMove, { capture: true, signal });
  const onAddress = (): void => {
    if (address === location.href) return;
    address = location.href;
    schedule();
  };
  // Single-page systems push addresses without any event of the window; older browsers say so nowhere, so they are asked.
  const navigation = navigationOf(globalThis);
  navigation?.addEventListener('currententrychange', onAddress, { signal });
  const poll = navigation ? undefined : setInterval(onAddress, QUIET_MS * 5);
  return () => {
    stop.abort();
    observer.disconnect();
    clearTimeout(timer);
    clearInterval(poll);
  };
}

/** The browser's own record of where a page has gone, where it keeps one. */
function navigationOf(scope: object): EventTarget | null {
  const found: unknown = Reflect.get(scope, 'navigation');
  return found instanceof EventTarget ? found : null;
}

function isOwn(record: MutationRecord, own: Element): boolean {
  if (record.target === own) return true;
  const nodes = [...record.addedNodes, ...record.removedNodes];
  return record.type === 'childList' && nodes.length > 0 && nodes.every((node) => node === own);
}
