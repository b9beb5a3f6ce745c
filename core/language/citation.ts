import type { Citation } from '../lint/finding.ts';

/** A citation in one line: the document with its edition, then the provision. */
export function citationText({ document, edition, provision }: Citation): string {
  const title = edition === '' || document.includes(edition) ? document : `${document} (${edition})`;
  return provision === '' ? title : `${title}, ${provision}`;
}
