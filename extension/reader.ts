import { type Browser, browser } from 'wxt/browser';
import { addDays, type Day } from '#core/attendance/day.ts';
import { withAdapter } from './adapters/apply.ts';
import { adapterFor } from './adapters/index.ts';
import { type JudgedPage, tablesToJudge, withAnswers } from './judging/judged-page.ts';
import { reportOf } from './judging/report.ts';
import {
  asJudgeAnswer,
  asPageSettings,
  asPanelMessage,
  JUDGING_KEYS,
  type JudgeAnswer,
  LESSONS_KEY,
  PANEL_PORT,
  type PageRequest,
  type PageSettings,
} from './messages.ts';
import { OverlayLayer } from './overlay/layer.tsx';
import { themeAround } from './overlay/theme.ts';
import { watchPage } from './overlay/watch.ts';
import { longDay } from './reading/days.ts';
import { readPage } from './reading/read-page.ts';
import { browserSight } from './reading/sight.ts';
import { routeOf } from './reading/taught.ts';
import { schoolsAround } from './schools/schools-on-page.ts';
import { localDay } from './today.ts';
import { patternOf } from './ui/site.ts';

const NOTHING: JudgedPage = { policy: null, why: null, tables: [], refusals: [] };

/** Reads the page, has it judged, draws, and starts again when page, policy or lessons change. Returns what stops it. */
export function startReader(): () => void {
  const frame = crypto.randomUUID();
  // A frame that is written by its page has the page's origin, and an address of its own.
  const { origin } = globalThis;
  const site = patternOf(origin) ?? origin;
  const layer = new OverlayLayer({ ask: (request) => browser.runtime.sendMessage(request), site });
  const ports = new Set<Browser.runtime.Port>();
  let settings: PageSettings | null = null;
  let page = NOTHING;
  let teachable = 0;
  let asked = '';
  let answer: JudgeAnswer = { policy: null, why: null, tables: [] };
  let turn = 0;

  const adapter = (): ReturnType<typeof adapterFor> => {
    const found = adapterFor(location.href);
    return found && settings?.disabledAdapters.includes(found.id) ? null : found;
  };
  const report = (): ReturnType<typeof reportOf> => reportOf({ frame, site, teachable }, page, adapter());
  const ask = (request: PageRequest): Promise<unknown> => browser.runtime.sendMessage(request);

  const read = async (): Promise<void> => {
    const mine = ++turn;
    const today = localDay();
    settings ??= asPageSettings(await ask({ type: 'page-settings', origin }));
    if (mine !== turn) return;
    const route = routeOf(location.href);
    const lessons = settings.lessons.filter((lesson) => lesson.route === route);
    const found = readPage(document, today, browserSight, lessons);
    teachable = found.teachable;
    const reading = withAdapter(found, adapter(), location.href, document, browserSight);
    const schools = reading.grids.length > 0 ? schoolsAround(globalThis.window, browserSight) : [];
    const request: PageRequest = { type: 'judge', today, site, schools, tables: tablesToJudge(reading) };
    // The same figures have the same answer, however often a page draws its table again.
    const question = JSON.stringify(request);
    if (reading.grids.length > 0 && question !== asked) {
      const reply = asJudgeAnswer(await ask(request));
      if (mine !== turn || !reply) return;
      [answer, asked] = [reply, question];
    }
    page = reading.grids.length > 0 ? withAnswers(reading, answer) : NOTHING;
    const root = reading.grids[0]?.root;
    layer.show({
      tables: page.tables,
      policy: page.policy,
      note: root ? noteFor(page, today) : null,
      theme: root ? themeAround(root) : 'light',
    });
    for (const port of ports) port.postMessage(report());
  };
  const readSafely = (): void => {
    if (isOrphan()) {
      leave();
      return;
    }
    read().catch((error: unknown) => {
      if (isOrphan()) leave();
      else console.error('Rollmark could not read this page', error);
    });
  };

  const onConnect = (port: Browser.runtime.Port): void => {
    if (port.name !== PANEL_PORT) return;
    ports.add(port);
    port.onDisconnect.addListener(() => ports.delete(port));
    port.onMessage.addListener((message: unknown) => {
      const wish = asPanelMessage(message);
      if (wish?.frame !== frame) return;
      if (wish.type === 'show') layer.reveal(wish.key);
      else void ask({ type: 'load-teacher' });
    });
    port.postMessage(report());
  };
  const onStored = (changes: Record<string, unknown>): void => {
    if (LESSONS_KEY in changes) settings = null;
    else if (!JUDGING_KEYS.some((key) => key in changes)) return;
    asked = '';
    readSafely();
  };
  const onLook = (): void => {
    if (isOrphan()) leave();
  };

  browser.runtime.onConnect.addListener(onConnect);
  browser.storage.onChanged.addListener(onStored);
  for (const name of LOOKS) addEventListener(name, onLook, true);
  const unwatch = watchPage(layer.host, readSafely, layer.place);
  readSafely();
  const quiet = (): void => {
    turn++;
    unwatch();
    for (const name of LOOKS) removeEventListener(name, onLook, true);
    browser.runtime?.onConnect?.removeListener(onConnect);
    browser.storage?.onChanged?.removeListener(onStored);
  };
  /** An update of the extension leaves its old scripts behind in open pages: they go, with a word where they had marks. */
  const leave = (): void => {
    quiet();
    layer.farewell(page.tables.length > 0 ? GONE : null);
  };
  return () => {
    // WXT stops a script when its extension is gone, and when a newer script has taken its place.
    if (isOrphan()) leave();
    else {
      quiet();
      layer.destroy();
    }
  };
}

/** When someone comes back to the page or touches it, a script left behind by an update sees that it is one. */
const LOOKS = ['pointerdown', 'keydown', 'focus', 'visibilitychange'] as const;
const GONE = 'Rollmark was updated. Load this page again to see its marks.';

function isOrphan(): boolean {
  return browser.runtime?.id === undefined;
}

/** Figures this old are marked as such: a half-term holiday and a week. */
const STALE_AFTER_DAYS = 16;

function noteFor({ policy, why, tables, refusals }: JudgedPage, today: Day): string | null {
  if (!policy) return why;
  if (!tables.some(({ pupils }) => pupils.length > 0)) return refusals[0] ?? null;
  const oldest = tables.map(({ asOf }) => asOf).sort()[0];
  return oldest !== undefined && oldest < addDays(today, -STALE_AFTER_DAYS)
    ? `These figures stand at ${longDay(oldest)}, not at today. The steps are as at that day.`
    : null;
}
