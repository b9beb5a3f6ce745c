import { type Browser, browser } from 'wxt/browser';
import { addDays, type Day } from '#core/attendance/day.ts';
import { withAdapter } from './adapters/apply.ts';
import { adapterFor } from './adapters/index.ts';
import { type JudgedPage, tablesToJudge, withAnswers } from './judging/judged-page.ts';
import { reportOf } from './judging/report.ts';
import { asJudgeAnswer, asPanelMessage, type JudgeAnswer, PANEL_PORT, POLICY_KEY, type Request } from './messages.ts';
import { OverlayLayer } from './overlay/layer.tsx';
import { themeAround } from './overlay/theme.ts';
import { watchPage } from './overlay/watch.ts';
import { longDay } from './reading/days.ts';
import { readPage } from './reading/read-page.ts';
import { browserSight } from './reading/sight.ts';

const NOTHING: JudgedPage = { policy: null, tables: [], refusals: [] };

/** Reads the page, has it judged, draws, and starts again when page or policy change. Returns what stops it. */
export function startReader(): () => void {
  const frame = crypto.randomUUID();
  const adapter = adapterFor(location.href);
  const layer = new OverlayLayer();
  const ports = new Set<Browser.runtime.Port>();
  let page = NOTHING;
  let asked = '';
  let answer: JudgeAnswer = { policy: null, tables: [] };
  let turn = 0;

  const read = async (): Promise<void> => {
    const mine = ++turn;
    const today = localDay(new Date());
    const reading = withAdapter(
      readPage(document, today, browserSight),
      adapter,
      location.href,
      document,
      browserSight,
    );
    const request: Request = { type: 'judge', today, tables: tablesToJudge(reading) };
    // The same figures have the same answer, however often a page draws its table again.
    const question = JSON.stringify(request);
    if (reading.grids.length > 0 && question !== asked) {
      const reply = asJudgeAnswer(await browser.runtime.sendMessage(request));
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
    for (const port of ports) port.postMessage(reportOf(frame, page, adapter));
  };
  const readSafely = (): void => {
    read().catch((error: unknown) => {
      // An update of the extension leaves its old scripts behind in open pages: they go.
      if (browser.runtime?.id === undefined) stop();
      else console.error('Rollmark could not read this page', error);
    });
  };

  const onConnect = (port: Browser.runtime.Port): void => {
    if (port.name !== PANEL_PORT) return;
    ports.add(port);
    port.onDisconnect.addListener(() => ports.delete(port));
    port.onMessage.addListener((message: unknown) => {
      const wish = asPanelMessage(message);
      if (wish?.frame === frame) layer.reveal(wish.key);
    });
    port.postMessage(reportOf(frame, page, adapter));
  };
  const onStored = (changes: Record<string, unknown>): void => {
    if (!(POLICY_KEY in changes)) return;
    asked = '';
    readSafely();
  };

  browser.runtime.onConnect.addListener(onConnect);
  browser.storage.onChanged.addListener(onStored);
  const unwatch = watchPage(layer.host, readSafely, layer.place);
  readSafely();
  const stop = (): void => {
    turn++;
    unwatch();
    layer.destroy();
    browser.runtime?.onConnect?.removeListener(onConnect);
    browser.storage?.onChanged?.removeListener(onStored);
  };
  return stop;
}

/** Figures this old are marked as such: a half-term holiday and a week. */
const STALE_AFTER_DAYS = 16;

function noteFor({ policy, tables, refusals }: JudgedPage, today: Day): string | null {
  if (!policy) return 'No policy is chosen yet. Open Rollmark’s options and choose your school’s policy bundle.';
  if (!tables.some(({ pupils }) => pupils.length > 0)) return refusals[0] ?? null;
  const oldest = tables.map(({ asOf }) => asOf).sort()[0];
  return oldest !== undefined && oldest < addDays(today, -STALE_AFTER_DAYS)
    ? `These figures stand at ${longDay(oldest)}, not at today. The steps are as at that day.`
    : null;
}

/** The day on the officer's own clock. */
function localDay(now: Date): string {
  const [month, date] = [now.getMonth() + 1, now.getDate()].map((number) => String(number).padStart(2, '0'));
  return `${now.getFullYear()}-${month}-${date}`;
}
