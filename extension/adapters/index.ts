import type { SiteAdapter } from './adapter.ts';
import { arbor } from './arbor.ts';
import { bromcom } from './bromcom.ts';
import { isams } from './isams.ts';

/** Every adapter, in the order of the alphabet. */
export const ADAPTERS: readonly SiteAdapter[] = [arbor, bromcom, isams];

/** The adapter whose sites include the address; null: the recogniser reads the page alone. */
export function adapterFor(address: string): SiteAdapter | null {
  return ADAPTERS.find(({ matches }) => matches.some((pattern) => isMatch(pattern, address))) ?? null;
}

function isMatch(pattern: string, address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, hostname } = new URL(address);
  const host = pattern.replace(/^https:\/\//, '').replace(/\/\*$/, '');
  const within = host.startsWith('*.') ? hostname.endsWith(host.slice(1)) : hostname === host;
  return protocol === 'https:' && within;
}
