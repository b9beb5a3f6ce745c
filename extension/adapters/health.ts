import { visibleText } from '../reading/cell.ts';
import type { Sight } from '../reading/sight.ts';
import type { KnownPage, Landmark, SiteAdapter } from './adapter.ts';

/** Whether an adapter's knowledge holds for the page in front. */
export type Health =
  | { state: 'healthy'; page: KnownPage }
  | { state: 'not-this-page' }
  | { state: 'broken'; page: KnownPage; missing: Landmark[] };

/** Compares the page with what the adapter knows of its system; quick, and never waits. */
export function checkHealth(adapter: SiteAdapter, address: string, page: ParentNode, sight: Sight): Health {
  const { pathname, search, hash } = new URL(address);
  const headings = [...page.querySelectorAll('title,h1,h2,[role="heading"]')]
    .filter((element) => element.tagName.toUpperCase() === 'TITLE' || !sight.isHidden(element))
    .map((element) => visibleText(element, sight));
  const known = adapter.pages.find(
    (one) =>
      (one.address?.test(pathname + search + hash) ?? true) &&
      (one.heading === undefined || headings.some((text) => one.heading?.test(text) ?? false)),
  );
  if (!known) return { state: 'not-this-page' };
  const missing = known.landmarks.filter(({ selector, atLeast }) => page.querySelectorAll(selector).length < atLeast);
  return missing.length > 0 ? { state: 'broken', page: known, missing } : { state: 'healthy', page: known };
}

/** What may be sent to the people who keep the adapters: no name, no figure, no address. */
export function healthReport(adapter: SiteAdapter, health: Health): string {
  const missing = health.state === 'broken' ? health.missing.map(({ selector, note }) => `${note} (${selector})`) : [];
  return [`${adapter.id}, revised ${adapter.revised}: ${health.state}`, ...missing].join('\n');
}
