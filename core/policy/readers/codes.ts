import type { FactDraft, Reader } from './reader.ts';

export const codes: Reader = {
  kinds: ['code'],
  mayRead: /$^/,
  read(): FactDraft[] {
    return [];
  },
};
