import type { PolicyDocument } from '../document.ts';
import type { Placeholder } from '../schema.ts';

/** Every fill-in, choice, optional passage and note of a template, one for each occurrence. */
export function readPlaceholders(_document: PolicyDocument): Placeholder[] {
  return [];
}
