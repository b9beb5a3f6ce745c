import type { FactDraft, Reader } from './reader.ts';

export const roles: Reader = {
  kinds: ['role'],
  mayRead: /$^/,
  read(): FactDraft[] {
    return [];
  },
};
