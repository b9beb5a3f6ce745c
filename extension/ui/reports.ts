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
/** The frames of a page answer one after the other: what the first says is not all. */
const TOGETHER_MS = 60;
/** A page that was turned on just now, or is being left for another, has its reader within this time. */
const COMING_MS = 3000;

/**
 * Hears what the frames of a tab read, each time that they read again. `onReports` gets one report a frame; null while a
 * reader may still come; none where there is no reader.
 */
export function listenToTab(tabId: number, onReports: (reports: Report[] | null) => void): ReportLine {
  let reports = new Map<string, Report>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let telling: ReturnType<typeof setTimeout> | undefined;
  let coming: ReturnType<typeof setTimeout> | undefined;
  let isClosed = false;
  const awaitReader = (): void => {
    clearTimeout(coming);
    coming = setTimeout(async () => {
      const tab = await browser.tabs.get(tabId).catch(() => null);
      if (isClosed || reports.size > 0) return;
      if (tab?.status === 'loading') awaitReader();
      else onReports([]);
    }, COMING_MS);
  };
  const tellSoon = (): void => {
    clearTimeout(coming);
    telling ??= setTimeout(() => {
      telling = undefined;
      if (reports.size > 0) onReports([...reports.values()]);
    }, TOGETHER_MS);
  };
  const connect = (): Browser.runtime.Port => {
    const opened = browser.tabs.connect(tabId, { name: PANEL_PORT });
    reports = new Map();
    opened.onMessage.addListener((message: unknown) => {
      const report = asReport(message);
      if (!report || opened !== port) return;
      reports.set(report.frame, report);
      tellSoon();
    });
    opened.onDisconnect.addListener(() => {
      // Reading the error tells the browser that a page without a reader is no surprise.
      void browser.runtime.lastError;
      if (opened !== port) return;
      reports = new Map();
      onReports(null);
      awaitReader();
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
      isClosed = true;
      for (const one of [timer, telling, coming]) clearTimeout(one);
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
