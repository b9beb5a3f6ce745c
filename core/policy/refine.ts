import type { PolicyDocument } from './document.ts';
import type { Fact } from './schema.ts';

/** What only the whole document can decide about single facts: roles of times by consequence, contents pages, repeats. */
export function refineFacts(_document: PolicyDocument, facts: readonly Fact[]): Fact[] {
  return [...facts];
}
