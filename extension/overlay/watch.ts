const QUIET_MS = 200;
const LONGEST_WAIT_MS = 1000;
/** A page that never rests is read for at most a twentieth of the time. */
const REST_FACTOR = 20;

/** Who is told of a page's changes. */
export interface Watcher {
  /** Rollmark's own element on the page. */
  own(): Element;
  /** The page has been quiet for a moment, or a second has gone since it began to change. Gives for how long it held the page up. */
  onQuiet(): Promise<number>;
  /** Things may stand elsewhere now. */
  onMove(): void;
  /** What changed, before anybody can see it; `change` counts up. */
  onChange(records: readonly MutationRecord[], change: number): void;
  /** The page took Rollmark's own element away. */
  onTakenAway(): void;
  /** The page wrote itself anew, which takes every listener off it and off all that stood on it. */
  onNewDocument(): void;
}

export interface Watch {
  /** How many times the page has changed so far. */
  changes(): number;
  /** Watches these parts of the page too, which tell their changes to nobody outside. */
  add(shadows: readonly ShadowRoot[]): void;
  stop(): void;
}

/**
 * Watches for changes of the page: its nodes, a replaced body, fields, and navigation without a load; Rollmark's own are
 * left out. Runs nothing while nothing changes.
 */
export function watchPage(watcher: Watcher): Watch {
  let stop = new AbortController();
  const gone = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let since: number | null = null;
  let restUntil = 0;
  let changes = 0;
  let address = location.href;
  let root: Element | null = document.documentElement;
  const schedule = (): void => {
    changes++;
    since ??= performance.now();
    clearTimeout(timer);
    const now = performance.now();
    const wait = Math.max(0, Math.min(QUIET_MS, LONGEST_WAIT_MS - (now - since)), restUntil - now);
    timer = setTimeout(() => {
      since = null;
      void watcher.onQuiet().then((held) => {
        restUntil = performance.now() + held * REST_FACTOR;
      });
    }, wait);
  };
  const onAddress = (): void => {
    if (address === location.href) return;
    address = location.href;
    schedule();
  };
  const observer = new MutationObserver((records) => {
    const own = watcher.own();
    if (document.documentElement !== root) {
      root = document.documentElement;
      listen();
      watcher.onNewDocument();
    }
    if (records.some(({ removedNodes }) => [...removedNodes].includes(own))) watcher.onTakenAway();
    if (records.every((record) => isOwn(record, own))) return;
    schedule();
    watcher.onChange(records, changes);
    watcher.onMove();
    onAddress();
  });
  const listen = (): void => {
    stop.abort();
    stop = new AbortController();
    const { signal } = stop;
    for (const name of ['change', 'popstate', 'hashchange', 'pageshow'])
      addEventListener(name, schedule, { capture: true, signal });
    for (const name of ['transitionend', 'animationend', 'load', 'toggle'])
      addEventListener(name, watcher.onMove, { capture: true, signal });
    // Single-page systems push addresses without any event of the window; older browsers say so nowhere, and a push
    // follows a press of something.
    const navigation = navigationOf(globalThis);
    navigation?.addEventListener('currententrychange', onAddress, { signal });
    for (const name of navigation ? [] : ['click', 'keyup'])
      addEventListener(name, () => setTimeout(onAddress, QUIET_MS), { capture: true, signal });
  };
  listen();
  observer.observe(document, WATCHED);
  const known = new WeakSet<ShadowRoot>();
  return {
    changes: () => changes,
    add: (shadows) => {
      for (const shadow of shadows) {
        if (known.has(shadow)) continue;
        known.add(shadow);
        observer.observe(shadow, WATCHED);
        const { signal } = gone;
        shadow.addEventListener('change', schedule, { capture: true, signal });
        for (const name of ['scroll', 'transitionend', 'animationend', 'load', 'toggle'])
          shadow.addEventListener(name, watcher.onMove, { capture: true, passive: true, signal });
      }
    },
    stop: () => {
      stop.abort();
      gone.abort();
      observer.disconnect();
      clearTimeout(timer);
    },
  };
}

const WATCHED: MutationObserverInit = {
  subtree: true,
  childList: true,
  characterData: true,
  attributes: true,
  attributeFilter: ['class', 'style', 'hidden', 'value', 'aria-selected', 'aria-rowcount', 'aria-rowindex'],
};

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
