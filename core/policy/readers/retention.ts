import type { FactDraft, Reader } from './reader.ts';

export const retention: Reader = {
  kinds: ['retention'],
  mayRead: /$^/,
  read(): FactDraft[] {
    return [];
  },
};
