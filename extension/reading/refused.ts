import type { GridReading } from './page-reading.ts';

/** A table of which no pupil may be judged, with the sentence that says why. */
export function refused(root: Element, refusal: string): GridReading {
  const nothing = { pupils: [], period: null, asAt: null, declaredPupils: null, provenance: [] };
  return { kind: 'summary', root, ...nothing, refusal };
}
