import type { PolicyDocument } from '../document.ts';
import type { Fact, Step } from '../schema.ts';

/** Every escalation step of the document, by sequence and order. */
export function readLadders(_document: PolicyDocument, _facts: readonly Fact[]): Step[] {
  return [];
}
