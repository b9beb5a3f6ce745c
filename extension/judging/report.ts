import type { SiteAdapter } from '../adapters/adapter.ts';
import type { Report } from '../messages.ts';
import { longDay } from '../reading/days.ts';
import type { JudgedPage } from './judged-page.ts';

/** Which frame is spoken of, and what could be taught there. */
export interface ReportedFrame {
  frame: string;
  site: string;
  teachable: number;
}

/** What the panel and the popup are told of a page: no more than they show. */
export function reportOf(of: ReportedFrame, page: JudgedPage, adapter: SiteAdapter | null): Report {
  const system = adapter ? { name: adapter.name, evidence: adapter.evidence } : null;
  const nothing = { policy: null, tables: [], pupils: [], warnings: [] };
  if (!page.policy) {
    const reasons = page.why === null ? [] : [page.why];
    return { ...of, ...nothing, state: reasons.length > 0 ? 'no-policy' : 'nothing', system, reasons };
  }
  const { sentences: _, steps: __, ...policy } = page.policy;
  const pupils = page.tables.flatMap((table) => table.pupils);
  return {
    ...of,
    policy,
    system,
    warnings: [
      ...pupils.flatMap(({ key, name, warnings = [] }) =>
        warnings.map((sentence) => ({ frame: of.frame, key, name, sentence })),
      ),
      ...(page.codes ?? []).map((warning) => ({ frame: of.frame, key: '', ...warning })),
    ],
    state: pupils.length > 0 ? 'judged' : page.refusals.length > 0 ? 'refused' : 'nothing',
    reasons: [...new Set(page.refusals)],
    tables: page.tables.map(({ reading, asOf, pupils: read }) => ({
      kind: reading.kind === 'register' ? 'Register' : 'Totals',
      period: reading.period?.words ?? '',
      asOf: longDay(asOf),
      read: read.length,
      declared: reading.declaredPupils,
    })),
    pupils: pupils.map(({ key, pupilId, name, year, label, level, decision, problem }) => ({
      key,
      pupilId,
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
