import { fileURLToPath } from 'node:url';
import { type Plugin, runnerImport } from 'vite';

const CORE = fileURLToPath(new URL('../core/', import.meta.url));
const PREPARED = /\/core\/lint\/prepared\.ts$/;

/** Prepares the phrases of all rules when the command is built: at each start it would be a twentieth of a short run. */
export const preparedPhrases = (): Plugin => ({
  name: 'rollmark:prepared-phrases',
  load: {
    filter: { id: PREPARED },
    async handler() {
      const { module } = await runnerImport<typeof import('../core/lint/lint.ts')>(`${CORE}lint/lint.ts`);
      const json = JSON.stringify(module.preparePhrases());
      // As a text, which is read much faster than code.
      return `export const PREPARED = new Map(JSON.parse(${JSON.stringify(json)}));`;
    },
  },
});
