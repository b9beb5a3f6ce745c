import type { FactDraft, Reader } from './reader.ts';

export const thresholds: Reader = {
  kinds: ['threshold'],
  mayRead: /$^/,
  read(): FactDraft[] {
    return [];
  },
};
