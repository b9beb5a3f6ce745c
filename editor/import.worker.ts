import { expose } from 'comlink';
import { importDocx } from '#core/import/docx.ts';
import { importHtml } from '#core/import/html.ts';
import { ImportError, type Imported } from '#core/import/imported.ts';

/** What came of a file, or the sentence that says why nothing did; errors lose their kind at a worker's border. */
export type ImportOutcome = { is: 'done'; imported: Imported } | { is: 'refused'; why: string };

/** Reads Word and HTML files away from the page. */
const api = {
  docx: (bytes: Uint8Array): Promise<ImportOutcome> => outcomeOf(() => importDocx(bytes)),
  html: (text: string): Promise<ImportOutcome> => outcomeOf(async () => importHtml(text)),
};
export type ImportWorker = typeof api;

expose(api);

async function outcomeOf(run: () => Promise<Imported>): Promise<ImportOutcome> {
  try {
    return { is: 'done', imported: await run() };
  } catch (error) {
    if (error instanceof ImportError) return { is: 'refused', why: error.message };
    throw error;
  }
}
