import type { FactDraft, Reader } from './reader.ts';

export const mis: Reader = {
  kinds: ['mis'],
  mayRead: /$^/,
  read(): FactDraft[] {
    return [];
  },
};
