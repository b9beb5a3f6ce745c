import { describe, expect, it } from 'vitest';
import { fuzz } from './fuzz.ts';
import { TARGETS } from './targets.ts';

/** A twentieth of what `npm run fuzz` tries, always the same. */
const INPUTS = 50_000;

describe('whatever comes in from outside', () => {
  it.each(TARGETS.map(({ name }) => name))(
    '%s: is read or refused in words, and soon',
    { timeout: 300_000 },
    async (name) => {
      const { faults } = await fuzz(INPUTS, 7, name);
      expect(faults).toEqual([]);
    },
  );
});
