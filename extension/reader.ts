import { type Browser, browser } from 'wxt/browser';
import { addDays, type Day } from '#core/attendance/day.ts';
import { withAdapter } from './adapters/apply.ts';
import { adapterFor } from './adapters/index.ts';
import { Gathered, type GatheredTable } from './gathering/gathered.ts';
import { placeInList } from './gathering/list-place.ts';
import { OwnerChange } from './gathering/owner-change.ts';
import { routeOfList } from './gathering/route.ts';
import {
  type JudgedPage,
  type MarkedPupil,
  registersToLookAt,
  tablesToJudge,
  withAnswers,
} from './judging/judged-page.ts';
import { reportOf } from './judging/report.ts';
import {
  asDecision,
  asJudgeAnswer,
  asPageSettings,
  asPanelMessage,
  JUDGING_KEYS,
  type JudgeAnswer,
  LESSONS_KEY,
  PANEL_PORT,
  type PageRequest,
  type PageSettings,
  type Report,
} from './messages.ts';
import { OverlayLayer } from './overlay/layer.ts';
import { themeAround } from './overlay/theme.ts';
import { watchPage } from './overlay/watch.ts';
import { offeredRareShapes } from './rare-slot.ts';
import { longDay } from './reading/days.ts';
import { inOneTurn, inTurns } from './reading/in-turns.ts';
import type { PageReading } from './reading/page-reading.ts';
import { readPageInParts } from './reading/read-page.ts';
import { browserSight } from './reading/sight.ts';
import { routeOf } from './reading/taught.ts';
import { schoolsAround } from './schools/schools-on-page.ts';
import { localDay } from './today.ts';
import { patternOf } from './ui/site.ts';

const NOTHING: JudgedPage = { policy: null, why: null, tables: [], refusals: [], codes: [], stated: [] };
const NO_READING: PageReading = { grids: [], teachable: 0, wantsRare: false };
/** A page that changes in the middle of so many readings is read in one go. */
const MOST_TORN = 3;
/** A script that does not come is not asked for at every change of a page. */
const MOST_ASKED = 3;

/** Reads the page, has it judged, draws, and starts again when page, policy or lessons change. Returns what stops it. */
export function startReader(): () => void {
  const frame = crypto.randomUUID();
  // A frame that is written by its page has the page's origin, and an address of its own.
  const { origin } = globalThis;
  const site = patternOf(origin) ?? origin;
  const ask = async (request: PageRequest): Promise<unknown> => {
    try {
      return await browser.runtime.sendMessage(request);
    } catch (error) {
      if (isOrphan()) throw error;
      // A browser may stop the worker in the middle of an answer; asking again starts it anew.
      return await browser.runtime.sendMessage(request);
    }
  };
  const ports = new Set<Browser.runtime.Port>();
  const gathered = new Gathered();
  const owners = new OwnerChange();
  let settings: PageSettings | null = null;
  let reading = NO_READING;
  let page = NOTHING;
  let all: readonly GatheredTable[] = [];
  let asked: Asked | null = null;
  let answer: JudgeAnswer = { policy: null, why: null, tables: [], codes: [] };
  let turn = 0;
  let torn = 0;
  let rareAsked = 0;
  let readAt = 0;
  let readOn: Day = localDay();
  let isReading = true;

  const newLayer = (): OverlayLayer =>
    new OverlayLayer({ ask, site, explain: (pupil) => void explain(pupil).catch(onError) });
  let layer = newLayer();
  const adapter = (): ReturnType<typeof adapterFor> => {
    const found = adapterFor(location.href);
    return found && settings?.disabledAdapters.includes(found.id) ? null : found;
  };
  const report = (): Report =>
    reportOf(
      { frame, site, teachable: reading.teachable, gathered: all, isBarred: layer.isBarred, isReading },
      page,
      adapter(),
    );
  const tell = (): void => {
    for (const port of ports) port.postMessage(report());
  };

  /** Gives for how long the page was held up. */
  const read = async (): Promise<number> => {
    const mine = ++turn;
    settings ??= asPageSettings(await ask({ type: 'page-settings', origin }));
    if (mine !== turn) return 0;
    // Before reading: what changes in the middle must be noticed.
    watch.add(browserSight.shadowsIn(document));
    const change = watch.changes();
    const today = (readOn = localDay());
    const route = routeOf(location.href);
    const lessons = settings.lessons.filter((lesson) => lesson.route === route);
    const shapes = offeredRareShapes();
    const work = readPageInParts(document, today, browserSight, lessons, shapes);
    const { value, held } =
      torn < MOST_TORN ? await inTurns(work, () => mine === turn && change === watch.changes()) : inOneTurn(work);
    // The page changed in the middle, so this is no one state of it; its change has another reading on the way.
    torn = value ? 0 : torn + 1;
    if (!value) return held;
    if (value.wantsRare && rareAsked < MOST_ASKED) {
      rareAsked++;
      await ask({ type: 'load-rare-shapes' }).catch(unlessOrphan);
      if (mine !== turn) return held;
      // Nothing is shown of what was read without them.
      if (offeredRareShapes()) return held + (await read());
    }
    const found = owners.check(withAdapter(value, adapter(), location.href, document, browserSight));
    if (found.grids.length > 0) {
      const schools = schoolsAround(globalThis.window, browserSight);
      const tables = tablesToJudge(found);
      const registers = registersToLookAt(found);
      const request = { type: 'judge', today, site, schools, tables, registers } satisfies PageRequest;
      const question = JSON.stringify(request);
      // The same figures have the same answer, however often a page draws its table again.
      if (question !== asked?.question) asked = { question, request, reply: ask(request) };
      const mineToo = asked;
      const reply = asJudgeAnswer(await mineToo.reply.catch(unlessOrphan));
      if (mine !== turn || mineToo !== asked) return held;
      // What is not answered is asked anew at the next change of the page.
      if (!reply) asked = null;
      answer = reply ?? UNANSWERED;
    }
    reading = found;
    if (found.grids.length > 0) page = withAnswers(found, answer);
    else page = found.wantsRare ? { ...NOTHING, why: HALF_READ } : NOTHING;
    const now = new Date().toTimeString().slice(0, 5);
    const places = page.tables.map((table) => ({ table, place: placeInList(table.reading, document) }));
    all = gathered.take(places, { route: routeOfList(location.href), now });
    readAt = change;
    isReading = false;
    show();
    return held;
  };
  const show = (): void => {
    const root = reading.grids[0]?.root;
    layer.show(
      {
        tables: page.tables,
        policy: page.policy,
        note: root ? noteFor(page, readOn) : null,
        theme: root ? themeAround(root) : 'light',
      },
      readAt,
    );
    tell();
  };
  /** The decision on one of very many pupils is asked for when somebody looks. */
  const explain = async ({ place: { table: at, pupil } }: MarkedPupil): Promise<void> => {
    const question = asked;
    const table = question?.request.tables[at];
    if (!question || !table) return;
    const { today, schools } = question.request;
    const decision = asDecision(await ask({ type: 'explain', today, site, schools, table, pupil }));
    const judged = answer.tables[at];
    const record = judged && 'pupils' in judged ? judged.pupils[pupil] : undefined;
    if (!decision || question !== asked || !record) return;
    record.decision = decision;
    page = withAnswers(reading, answer);
    show();
  };
  const onError = (error: unknown): void => {
    if (isOrphan()) leave();
    else console.error('Rollmark could not read this page', error);
  };
  const readSafely = async (): Promise<number> => {
    try {
      if (!isOrphan()) return await read();
      leave();
    } catch (error) {
      isReading = false;
      onError(error);
    }
    return 0;
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
    asked = null;
    gathered.forget();
    void readSafely();
  };
  const onLook = (): void => {
    if (isOrphan()) leave();
    // Midnight has passed, or somebody has set the clock.
    else if (localDay() !== readOn) void readSafely();
  };
  let looks = new AbortController();
  /** A frame that is taken off its page has nothing to show any more. */
  const onHide = (): void => {
    const gone = { gathered: [], isBarred: false, isReading: false, frame, site, teachable: 0 };
    for (const port of ports) port.postMessage(reportOf(gone, NOTHING, null));
  };
  const listen = (): void => {
    looks.abort();
    looks = new AbortController();
    for (const name of LOOKS) addEventListener(name, onLook, { capture: true, passive: true, signal: looks.signal });
    addEventListener('pagehide', onHide, { signal: looks.signal });
    addEventListener('pageshow', tell, { signal: looks.signal });
  };

  browser.runtime.onConnect.addListener(onConnect);
  browser.storage.onChanged.addListener(onStored);
  listen();
  const watch = watchPage({
    own: () => layer.host,
    onQuiet: readSafely,
    onMove: () => layer.place(),
    onChange: (records, change) => layer.touch(records, change),
    onTakenAway: () => {
      layer.comeBack();
      if (layer.isBarred) tell();
    },
    onNewDocument: () => {
      listen();
      layer.destroy();
      layer = newLayer();
    },
  });
  void readSafely();
  ask({ type: 'here' }).catch(onError);
  const quiet = (): void => {
    turn++;
    watch.stop();
    looks.abort();
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

interface Asked {
  question: string;
  request: Extract<PageRequest, { type: 'judge' }>;
  reply: Promise<unknown>;
}

/** When someone comes back to the page or touches it, a script left behind by an update sees that it is one. */
const LOOKS = ['pointerdown', 'pointerover', 'keydown', 'focus', 'visibilitychange'] as const;
const GONE = 'Rollmark was updated. Load this page again to see its marks.';

/** The worker does not answer, twice: a page that keeps its old marks would show steps of figures that are gone. */
const UNANSWERED: JudgeAnswer = {
  policy: null,
  why: 'Rollmark does not answer in this browser, so no step is shown. Load the page again; if that does not help, close the browser and open it.',
  tables: [],
  codes: [],
};

const HALF_READ =
  'A part of Rollmark could not be loaded, so pages about one pupil cannot be read here. Load the page again; if that does not help, close the browser and open it.';

/** For one that is left behind by an update, silence has another reason. */
function unlessOrphan(error: unknown): null {
  if (isOrphan()) throw error;
  console.error('Rollmark did not answer', error);
  return null;
}

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
