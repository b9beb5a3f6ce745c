import { browser } from 'wxt/browser';
import { asReport, PANEL_PORT, type PanelMessage, type Report } from '../messages.ts';

/** A line to the readers in the frames of one tab. */
export interface ReportLine {
  show(frame: string, key: string): void;
  /** Opens the window to teach in, over the page of that frame. */
  teach(frame: string): void;
  close(): void;
}

/** Hears what the frames of a tab read, each time that they read again. `onReports` gets one report a frame. */
export function listenToTab(tabId: number, onReports: (reports: Report[]) => void): ReportLine {
  const reports = new Map<string, Report>();
  const port = browser.tabs.connect(tabId, { name: PANEL_PORT });
  port.onMessage.addListener((message: unknown) => {
    const report = asReport(message);
    if (!report) return;
    reports.set(report.frame, report);
    onReports([...reports.values()]);
  });
  port.onDisconnect.addListener(() => {
    // Reading the error tells the browser that a page without a reader is no surprise.
    void browser.runtime.lastError;
    onReports([]);
  });
  return {
    show: (frame, key) => port.postMessage({ type: 'show', frame, key } satisfies PanelMessage),
    teach: (frame) => port.postMessage({ type: 'teach', frame } satisfies PanelMessage),
    close: () => port.disconnect(),
  };
}

/** The tab to speak of: the one in front, or the one that the page's own address names ("?tab=12&address=https://…"). */
export async function currentTab(): Promise<{ id: number; url: string | undefined } | null> {
  const named = new URLSearchParams(location.search);
  const id = Number(named.get('tab'));
  if (id > 0) return { id, url: named.get('address') ?? (await browser.tabs.get(id)).url };
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  return tab?.id === undefined ? null : { id: tab.id, url: tab.url };
}
