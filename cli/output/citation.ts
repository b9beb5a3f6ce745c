import type { Citation } from '#core/lint/finding.ts';
import { oneLine } from './terminal-text.ts';

/** A citation in one line: what, which edition, where in it, and whether we have checked it against the source. */
export function cite({ document, edition, provision, url, verified }: Citation): string {
  const named = edition === '' || document.includes(edition) ? document : `${document} (${edition})`;
  const where = provision === '' ? named : `${named}, ${provision}`;
  return oneLine([where, url, verified ? '' : 'not checked against the source'].filter(Boolean).join(' · '));
}
