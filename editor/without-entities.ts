import type { Plugin } from 'vite';

const CHECKING_WORKER = /\/editor\/lint\.worker\.ts/;
const TABLE = 'character-entities';
const NO_TABLE = '\0rollmark:no-entities';
/** The modules that read what stands within lines, where "&eacute;" means something. */
const WITHIN_LINES = /\/core\/policy\/markdown\.ts$|\/remark-parse\//;

/**
 * Leaves the two thousand named characters of HTML out of the worker that checks: it asks the Markdown parser for blocks
 * alone, and no block depends on a name. A twentieth of that worker's code.
 */
export const withoutEntities = (): Plugin => {
  let isChecking = false;
  return {
    name: 'rollmark:without-entities',
    enforce: 'pre',
    buildStart({ input }) {
      isChecking = (typeof input === 'string' ? [input] : Object.values(input)).some((file) =>
        CHECKING_WORKER.test(file),
      );
    },
    resolveId: (id) => (isChecking && id === TABLE ? NO_TABLE : null),
    load: (id) => (id === NO_TABLE ? 'export const characterEntities = {};' : null),
    moduleParsed({ id }) {
      if (isChecking && WITHIN_LINES.test(id))
        throw new Error(
          `The worker that checks now reads within lines, by ${id}: it needs the characters’ names again.`,
        );
    },
  };
};
