import { browser } from 'wxt/browser';
import type { Report } from '../../messages.ts';
import { howMany, together } from '../../ui/how-many.ts';
import { isBeingRead } from '../../ui/reports.ts';

export interface ReadHereProps {
  /** Null until the page has been heard of. */
  reports: Report[] | null;
  tabId: number;
  /** Several policies are in this browser, so the one used here is named. */
  several: boolean;
  /** Opens the window to teach in; null: IT has locked it. */
  onTeach: ((frame: string) => void) | null;
}

/** What the page in front gave: tables, their day, how many pupils of how many, and why some were left alone. */
export function ReadHere({ reports: heard, tabId, several, onTeach }: ReadHereProps) {
  const reports = heard ?? [];
  const tables = reports.flatMap((report) => report.tables);
  const systems = [
    ...new Set(reports.flatMap(({ system }) => (system ? [`${system.name}: ${system.evidence}.`] : []))),
  ];
  const reasons = [...new Set(reports.flatMap((report) => report.reasons))];
  const [largest] = [...reports].filter(({ teachable }) => teachable > 0).sort((a, b) => b.teachable - a.teachable);
  const schools = [...new Set(reports.flatMap(({ policy }) => (policy ? [policy.school] : [])))];
  return (
    <section class="card stack" aria-label="Read on this page">
      <h2>Read on this page</h2>
      {tables.length === 0 && reasons.length === 0 && (
        <p class="quiet" role="status">
          {isBeingRead(heard) ? 'Reading this page…' : reports.length === 0 ? NO_READER : NO_TABLE}
        </p>
      )}
      {several && schools.length > 0 && <p class="quiet">By the policy of {schools.join(', ')}</p>}
      {together(tables).map((table) => (
        <div key={table.kind + table.period}>
          <p>
            {howMany(table).whole}, as at {table.asOf}
          </p>
          <p class="quiet">
            {table.kind}, {table.period}
          </p>
        </div>
      ))}
      {systems.map((system) => (
        <p class="quiet" key={system}>
          {system}
        </p>
      ))}
      {reasons.map((reason) => (
        <p key={reason}>{reason}</p>
      ))}
      {tables.length > 0 && hasPanel() && (
        <button type="button" onClick={() => void openPanel(tabId)}>
          All pupils by step
        </button>
      )}
      {largest && onTeach && (
        <button type="button" onClick={() => onTeach(largest.frame)}>
          {tables.length > 0 ? 'Read wrongly? Teach this page' : 'This page is not read: teach it'}
        </button>
      )}
    </section>
  );
}

const NO_TABLE = 'No table of pupils and attendance was found.';
const NO_READER = 'Rollmark is not in this page. Load the page again to have it read.';

/** Chrome and Edge call it side panel, Firefox side bar. */
function hasPanel(): boolean {
  return browser.sidePanel !== undefined || sidebar() !== undefined;
}

async function openPanel(tabId: number): Promise<void> {
  if (browser.sidePanel !== undefined) await browser.sidePanel.open({ tabId });
  else await sidebar()?.open();
}

function sidebar(): { open(): Promise<void> } | undefined {
  // Firefox alone has it, and the types are Chrome's.
  return (browser as unknown as { sidebarAction?: { open(): Promise<void> } }).sidebarAction;
}
