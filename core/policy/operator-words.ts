import type { Operator } from './schema.ts';

/** How a figure is compared, in words that stand before it: "at or below 90%". */
export const OPERATOR_WORDS: Readonly<Record<Operator, string>> = {
  '<': 'below',
  '<=': 'at or below',
  '>=': 'at or above',
  '>': 'above',
};
