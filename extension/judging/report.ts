import type { SiteAdapter } from '../adapters/adapter.ts';
import type { Report } from '../messages.ts';
import { longDay } from '../reading/days.ts';
import type { JudgedPage } from './judged-page.ts';

/** What the panel and the popup are told of a page: no more than they show. */
export function reportOf(frame: string, page: JudgedPage, adapter: SiteAdapter | null): Report {
  const system = adapter ? { name: adapter.name, evidence: adapter.evidence } : null;
  if (!page.policy) return { frame, state: 'no-policy', system, reasons: [], tables: [], pupils: [] };
  const pupils = page.tables.flatMap((table) => table.pupils);
  return {
    frame,
    system,
    state: pupils.length > 0 ? 'judged' : page.refusals.length > 0 ? 'refused' : 'nothing',
    reasons: [...new Set(page.refusals)],
    tables: page.tables.map(({ reading, asOf, pupils: read }) => ({
      kind: reading.kind === 'register' ? 'Register' : 'Totals',
      period: reading.period?.words ?? '',
      asOf: longDay(asOf),
      read: read.length,
      declared: reading.declaredPupils,
    })),
    pupils: pupils.map(({ key, name, year, label, level, decision, problem }) => ({
      key,
      name,
      year,
      label,
      level,
      title: decision?.current.step?.title ?? problem ?? decision?.cannotTell[0] ?? 'No step of the policy holds',
      percent: decision?.attendance.percent ?? null,
      due: decision?.due.map(({ title }) => title) ?? [],
    })),
  };
}
