import type { FactDraft, Reader } from './reader.ts';

export const contacts: Reader = {
  kinds: ['contact'],
  mayRead: /$^/,
  read(): FactDraft[] {
    return [];
  },
};
