import type { FactDraft, Reader } from './reader.ts';

export const legalReferences: Reader = {
  kinds: ['legalReference'],
  mayRead: /$^/,
  read(): FactDraft[] {
    return [];
  },
};
