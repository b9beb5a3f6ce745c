import type { PolicyDocument } from './document.ts';
import { refineContacts } from './refine-contacts.ts';
import { refineTimes } from './refine-times.ts';
import type { Fact } from './schema.ts';

/** What only the whole document can decide about single facts: what times stand for, and whose a bare number is. */
export function refineFacts(document: PolicyDocument, facts: readonly Fact[]): Fact[] {
  return refineContacts(document, refineTimes(document, facts));
}
