import type { FactDraft, Reader } from './reader.ts';

export const penalties: Reader = {
  kinds: ['penalty'],
  mayRead: /$^/,
  read(): FactDraft[] {
    return [];
  },
};
