import { type Browser, browser } from 'wxt/browser';
import { type Judge, type Judgement, judgePage, prepareJudge } from './judging/judge.ts';
import { reportOf } from './judging/report.ts';
import { asPanelMessage, asReaderPolicy, PANEL_PORT, POLICY_KEY, type Request } from './messages.ts';
import { OverlayLayer } from './overlay/layer.tsx';
import { themeAround } from './overlay/theme.ts';
import { watchPage } from './overlay/watch.ts';
import { readPage } from './reading/read-page.ts';
import { browserSight } from './reading/sight.ts';

/** Reads the page, judges, draws, and starts again when page or policy change. Returns what stops it. */
export function startReader(): () => void {
  const frame = crypto.randomUUID();
  const layer = new OverlayLayer();
  const ports = new Set<Browser.runtime.Port>();
  let judge: Judge | null = null;
  let judgement: Judgement | null = null;

  const read = (): void => {
    const today = localDay(new Date());
    const reading = readPage(document, today, browserSight);
    judgement = judge ? judgePage(judge, reading, today) : null;
    const root = reading.grids[0]?.root;
    layer.show({
      tables: judgement?.tables ?? [],
      policy: judge?.policy ?? null,
      note: root ? noteFor(judgement) : null,
      theme: root ? themeAround(root) : 'light',
    });
    for (const port of ports) port.postMessage(reportOf(frame, judgement));
  };

  const askPolicy = async (): Promise<void> => {
    const request: Request = { type: 'policy' };
    const policy = asReaderPolicy(await browser.runtime.sendMessage(request));
    judge = policy ? prepareJudge(policy) : null;
    read();
  };

  const onConnect = (port: Browser.runtime.Port): void => {
    if (port.name !== PANEL_PORT) return;
    ports.add(port);
    port.onDisconnect.addListener(() => ports.delete(port));
    port.onMessage.addListener((message: unknown) => {
      const wish = asPanelMessage(message);
      if (wish?.frame === frame) layer.reveal(wish.key);
    });
    port.postMessage(reportOf(frame, judgement));
  };
  const onStored = (changes: Record<string, unknown>): void => {
    if (POLICY_KEY in changes) void askPolicy();
  };

  browser.runtime.onConnect.addListener(onConnect);
  browser.storage.onChanged.addListener(onStored);
  const unwatch = watchPage(layer.host, read, layer.place);
  void askPolicy();
  return () => {
    unwatch();
    layer.destroy();
    browser.runtime.onConnect.removeListener(onConnect);
    browser.storage.onChanged.removeListener(onStored);
  };
}

function noteFor(judgement: Judgement | null): string | null {
  if (!judgement) return 'No policy is chosen yet. Open Rollmark’s options and choose your school’s policy bundle.';
  if (judgement.tables.some(({ pupils }) => pupils.length > 0)) return null;
  return judgement.refusals[0] ?? null;
}

/** The day on the officer's own clock. */
function localDay(now: Date): string {
  const [month, date] = [now.getMonth() + 1, now.getDate()].map((number) => String(number).padStart(2, '0'));
  return `${now.getFullYear()}-${month}-${date}`;
}
