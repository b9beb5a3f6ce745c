import { transfer, wrap } from 'comlink';
import type { ImportOutcome, ImportWorker } from './import.worker.ts';

/** Word and HTML files that turn into something huge are given up on. */
const PATIENCE_MS = 60_000;

/** How a file is read, by the end of its name; null for a kind that cannot be opened. */
export function kindOf(fileName: string): 'text' | 'docx' | 'html' | 'pdf' | null {
  const end = /\.([a-z]+)$/i.exec(fileName)?.[1]?.toLowerCase() ?? '';
  if (['md', 'markdown', 'txt', 'text'].includes(end)) return 'text';
  if (end === 'docx' || end === 'pdf') return end;
  return end === 'html' || end === 'htm' ? 'html' : null;
}

/** A Word, PDF or HTML file as policy Markdown, with what was lost or changed on the way. */
export async function importFile(
  kind: 'docx' | 'html' | 'pdf',
  bytes: Uint8Array<ArrayBuffer>,
  decode: (bytes: Uint8Array) => string | null,
): Promise<ImportOutcome> {
  if (kind === 'pdf') return (await import('./pdf-import.ts')).importPdfFile(bytes);
  const worker = new Worker(new URL('./import.worker.ts', import.meta.url), {
    type: 'module',
    name: 'rollmark-import',
  });
  let timer: ReturnType<typeof setTimeout> | undefined;
  const lost = new Promise<ImportOutcome>((done) => {
    const give = (why: string) => () => done({ is: 'refused', why });
    timer = setTimeout(give('Reading it took too long.'), PATIENCE_MS);
    worker.addEventListener('error', give('The part of Rollmark that reads such files could not start.'));
  });
  try {
    const remote = wrap<ImportWorker>(worker);
    if (kind === 'docx') return await Promise.race([remote.docx(transfer(bytes, [bytes.buffer])), lost]);
    const text = decode(bytes);
    if (text === null) return { is: 'refused', why: 'It is named .html but is not text.' };
    return await Promise.race([remote.html(text), lost]);
  } finally {
    clearTimeout(timer);
    worker.terminate();
  }
}
