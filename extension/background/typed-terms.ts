import type { TermDates } from '../messages.ts';
import { keep } from './keep.ts';
import { TermDatesSchema } from './terms.ts';

const kept = keep<TermDates>('terms', TermDatesSchema, { terms: [], closed: [] });

/** The term dates that this officer typed; empty when none were. */
export function typedTerms(): Promise<TermDates> {
  return kept.read();
}

export function storeTerms(terms: TermDates): Promise<void> {
  return kept.write(terms);
}
