import { type Browser, browser } from 'wxt/browser';
import { asReport, isHere, PANEL_PORT, type PanelMessage, type Report } from '../messages.ts';

/** A line to the readers in the frames of one tab. */
export interface ReportLine {
  show(frame: string, key: string): void;
  /** Opens the window to teach in, over the page of that frame. */
  teach(frame: string): void;
  close(): void;
}

/** Frames come in crowds: all of them are asked together, this long after the last came. */
const CROWD_MS = 200;

/** Hears what the frames of a tab read, each time that they read again. `onReports` gets one report a frame. */
export function listenToTab(tabId: number, onReports: (reports: Report[]) => void): ReportLine {
  let reports = new Map<string, Report>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const connect = (): Browser.runtime.Port => {
    const opened = browser.tabs.connect(tabId, { name: PANEL_PORT });
    reports = new Map();
    opened.onMessage.addListener((message: unknown) => {
      const report = asReport(message);
      if (!report || opened !== port) return;
      reports.set(report.frame, report);
      onReports([...reports.values()]);
    });
    opened.onDisconnect.addListener(() => {
      // Reading the error tells the browser that a page without a reader is no surprise.
      void browser.runtime.lastError;
      if (opened === port) onReports([]);
    });
    return opened;
  };
  const onMessage = (message: unknown, sender: Browser.runtime.MessageSender): void => {
    if (!isHere(message) || sender.tab?.id !== tabId) return;
    clearTimeout(timer);
    timer = setTimeout(() => {
      const before = port;
      port = connect();
      before.disconnect();
    }, CROWD_MS);
  };
  let port = connect();
  browser.runtime.onMessage.addListener(onMessage);
  return {
    show: (frame, key) => port.postMessage({ type: 'show', frame, key } satisfies PanelMessage),
    teach: (frame) => port.postMessage({ type: 'teach', frame } satisfies PanelMessage),
    close: () => {
      clearTimeout(timer);
      browser.runtime.onMessage.removeListener(onMessage);
      port.disconnect();
    },
  };
}

/** Whether more may still come of a page: it has not been heard of, or is read for the first time. */
export function isBeingRead(reports: readonly Report[] | null): boolean {
  return reports === null || reports.some(({ isReading }) => isReading);
}

/** The tab to speak of: the one in front, or the one that the page's own address names ("?tab=12&address=https://…"). */
export async function currentTab(): Promise<{ id: number; url: string | undefined } | null> {
  const named = new URLSearchParams(location.search);
  const id = Number(named.get('tab'));
  if (id > 0) return { id, url: named.get('address') ?? (await browser.tabs.get(id)).url };
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  return tab?.id === undefined ? null : { id: tab.id, url: tab.url };
}
