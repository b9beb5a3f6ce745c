import type { PolicyDocument } from './document.ts';
import { refineTimes } from './refine-times.ts';
import type { Fact } from './schema.ts';

/** What only the whole document can decide about single facts: roles of times by consequence, and what else they stand for. */
export function refineFacts(document: PolicyDocument, facts: readonly Fact[]): Fact[] {
  return refineTimes(document, facts);
}
