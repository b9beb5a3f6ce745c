import { browser } from 'wxt/browser';
import type { Report } from '../../messages.ts';

/** What the page in front gave: tables, their day, how many pupils of how many, and why some were left alone. */
export function ReadHere({ reports, tabId }: { reports: Report[]; tabId: number }) {
  const tables = reports.flatMap((report) => report.tables);
  const systems = [...new Set(reports.flatMap(({ system }) => (system ? `${system.name}: ${system.evidence}.` : [])))];
  const reasons = [...new Set(reports.flatMap((report) => report.reasons))];
  return (
    <section class="card stack" aria-label="Read on this page">
      <h2>Read on this page</h2>
      {tables.length === 0 && reasons.length === 0 && <p class="quiet">No table of pupils and attendance was found.</p>}
      {tables.map((table) => (
        <div key={table.kind + table.period}>
          <p>
            {table.read} of {table.declared ?? table.read} pupils, as at {table.asOf}
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
      {tables.length > 0 && browser.sidePanel && (
        <button type="button" onClick={() => void browser.sidePanel.open({ tabId })}>
          All pupils by step
        </button>
      )}
    </section>
  );
}
