import { problemsReport } from '#core/export/problems.ts';
import { freshSnapshot } from './checking.ts';
import { download, fileNameFor } from './files.ts';
import { printPage } from './printing.ts';
import { publishText, wordFile } from './publishing.ts';
import { asOf, openDraft, text } from './state.ts';
import { tell } from './workspace.ts';

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** One way out of the editor. */
export interface Export {
  id: string;
  name: string;
  /** What it is for, in one sentence. */
  words: string;
  run(): Promise<void>;
}

/** Every way out, in the order in which the window offers them. */
export const EXPORTS: readonly Export[] = [
  {
    id: 'word',
    name: 'Word',
    words: 'A .docx file in Arial, to be read or signed off by others. Rollmark opens it again as it is.',
    run: () => give('docx', wordFile, WORD),
  },
  {
    id: 'page',
    name: 'Web page',
    words: 'index.html for the school’s website: one file, with the key facts, the ladder and the duties met.',
    run: () => give('index.html', async () => (await publishText()).page, 'text/html'),
  },
  {
    id: 'bundle',
    name: 'Bundle for the browser extension',
    words: 'policy.json, from which the extension works out each pupil’s step beside the register.',
    run: () => give('policy.json', async () => (await publishText()).bundle, 'application/json'),
  },
  {
    id: 'print',
    name: 'Print, or save as PDF',
    words: 'The web page, through the browser’s own print window.',
    run: () => attempt(async () => printPage((await publishText()).page)),
  },
  {
    id: 'problems',
    name: 'Problems',
    words: 'A Markdown file with every problem, its line, its paragraph of guidance and what would put it right.',
    run: () => give('problems.md', problems, 'text/markdown'),
  },
  {
    id: 'markdown',
    name: 'Markdown',
    words: 'The text itself, as a .md file.',
    run: () => give('md', async () => text.peek(), 'text/markdown'),
  },
];

async function problems(): Promise<string> {
  const read = await freshSnapshot(20_000);
  if (!read) throw new Error('The text could not be checked.');
  return problemsReport(openDraft.peek()?.name ?? 'the policy', asOf.peek(), read.findings);
}

/** Downloads what was made: under the draft's own name when `end` is no more than an ending. */
function give(end: string, make: () => Promise<string | Uint8Array<ArrayBuffer>>, type: string): Promise<void> {
  return attempt(async () => {
    const name = fileNameFor(openDraft.peek()?.name ?? '').replace(/\.md$/, '');
    const fileName = end.includes('.') ? (end === 'problems.md' ? `${name}-${end}` : end) : `${name}.${end}`;
    download(fileName, await make(), type);
    tell(`Downloaded as “${fileName}”.`);
  });
}

async function attempt(run: () => Promise<void>): Promise<void> {
  try {
    await run();
  } catch (error) {
    tell(`That could not be made: ${error instanceof Error ? error.message : String(error)}`, 'problem');
  }
}
