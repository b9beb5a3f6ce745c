import type { SiteAdapter } from '../adapters/adapter.ts';
import type { GatheredTable } from '../gathering/gathered.ts';
import type { Report } from '../messages.ts';
import { longDay } from '../reading/days.ts';
import type { JudgedPage } from './judged-page.ts';

/** Which frame is spoken of, and what could be taught there. */
export interface ReportedFrame {
  frame: string;
  site: string;
  teachable: number;
  /** For each table all pupils that were read of its list so far. */
  gathered: readonly GatheredTable[];
  /** The page takes the marks away. */
  isBarred: boolean;
  isReading: boolean;
}

/** What the panel and the popup are told of a page: no more than they show. */
export function reportOf(
  { gathered, isBarred, ...of }: ReportedFrame,
  page: JudgedPage,
  adapter: SiteAdapter | null,
): Report {
  const system = adapter ? { name: adapter.name, evidence: adapter.evidence } : null;
  const nothing = { policy: null, tables: [], pupils: [], stated: [], warnings: [] };
  if (!page.policy) {
    return { ...of, ...nothing, system, reasons: page.why === null ? [] : [page.why] };
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
      ...page.codes.map((warning) => ({ frame: of.frame, key: '', ...warning })),
    ],
    reasons: [...new Set([...page.refusals, ...(isBarred ? [BARRED] : [])])],
    tables: page.tables.map(({ reading, asOf, pupils: onPage }, at) => ({
      kind: reading.kind === 'register' ? 'Register' : 'Totals',
      period: reading.period?.words ?? '',
      asOf: longDay(asOf),
      read: gathered[at]?.pupils.length ?? onPage.length,
      onPage: onPage.length,
      declared: reading.declaredPupils,
      isPart: gathered[at]?.isPart ?? false,
    })),
    pupils: gathered.flatMap((table) => table.pupils),
    stated: page.stated,
  };
}

const BARRED =
  'This page takes Rollmark’s marks away, so they are left out for a minute. All that was read is in the side panel.';
