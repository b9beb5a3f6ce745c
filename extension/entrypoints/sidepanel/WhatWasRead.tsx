import type { Report } from '../../messages.ts';
import { longDay } from '../../reading/days.ts';
import { howMany, together } from '../../ui/how-many.ts';

/** How many pupils of how many, of which days, by which policy; or why nothing was read. */
export function WhatWasRead({ reports, isReading }: { reports: readonly Report[]; isReading: boolean }) {
  const tables = reports.flatMap((report) => report.tables);
  const reasons = [...new Set(reports.flatMap((report) => report.reasons))];
  const policies = [
    ...new Map(
      reports.flatMap(({ policy }) => (policy ? [[policy.school + policy.on, policy] as const] : [])),
    ).values(),
  ];
  const systems = [
    ...new Set(reports.flatMap(({ system }) => (system ? [`${system.name}: ${system.evidence}.`] : []))),
  ];
  if (tables.length === 0) {
    return (
      <p class="card" role="status">
        {reasons[0] ?? (isReading ? 'Reading the page in front…' : NOTHING_READ)}
      </p>
    );
  }
  return (
    <section class="read" aria-label="What was read">
      {together(tables).map((table) => {
        const { whole, now } = howMany(table);
        return (
          <p key={table.kind + table.period}>
            <strong>
              {whole} read, as at {table.asOf}
            </strong>
            <br />
            <span class="quiet">
              {table.kind}, {table.period}. {now}
            </span>
          </p>
        );
      })}
      {policies.map(({ school, on, state, reviewOverdue, termDates }) => (
        <p class="quiet" key={school + on}>
          {school}, policy published {longDay(on)} {state === 'draft' && <span class="draft">Draft</span>}{' '}
          {reviewOverdue !== null && <span class="draft">Review overdue</span>}
          {termDates === null && ' Without term dates, steps that count school weeks cannot be told.'}
        </p>
      ))}
      {[...reasons, ...systems].map((text) => (
        <p class="quiet" key={text}>
          {text}
        </p>
      ))}
    </section>
  );
}

const NOTHING_READ = 'Nothing is read on the page in front. Turn Rollmark on for your MIS and open an attendance page.';
