import type { GridReading, PageReading } from '../reading/page-reading.ts';
import type { Sight } from '../reading/sight.ts';
import type { SiteAdapter } from './adapter.ts';
import { checkHealth } from './health.ts';

/** A reading with what is known of the system: knowledge can only make it more careful, never bolder. */
export function withAdapter(
  reading: PageReading,
  adapter: SiteAdapter | null,
  address: string,
  page: ParentNode,
  sight: Sight,
): PageReading {
  if (!adapter || reading.grids.length === 0) return reading;
  const health = checkHealth(adapter, address, page, sight);
  const why = (grid: GridReading): string | null => {
    if (grid.kind === 'register' && adapter.codes === 'own') {
      return `Schools define their own register codes in ${adapter.name}, so the marks are not read as the national ones.`;
    }
    if (health.state === 'broken') {
      const missing = health.missing.map(({ note }) => note).join(', ');
      return `This ${adapter.name} page (${health.page.what}) is not built as Rollmark knows it: ${missing} is missing. No step is shown.`;
    }
    if (health.state === 'not-this-page' || !health.page.counts || health.page.counts === 'sessions') return null;
    return `${adapter.name}’s ${health.page.what} page counts ${health.page.counts}. The policy counts sessions (half days), so no step is shown.`;
  };
  return {
    ...reading,
    grids: reading.grids.map((grid) => {
      const pupils = grid.pupils.map((pupil) => ({
        ...pupil,
        record: { ...pupil.record, pupilId: idOf(pupil.anchor, adapter) ?? pupil.record.pupilId },
      }));
      return { ...grid, pupils, refusal: why(grid) ?? grid.refusal };
    }),
  };
}

function idOf(anchor: Element, { pupilInLink }: SiteAdapter): string | null {
  if (!pupilInLink) return null;
  for (const link of anchor.querySelectorAll('a[href]')) {
    const id = pupilInLink.exec(link.getAttribute('href') ?? '')?.[1];
    if (id) return id;
  }
  return null;
}
