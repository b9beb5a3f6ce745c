import { ask } from './asking.ts';
import { importFile, kindOf } from './importing.ts';
import { editor, openDraft, text } from './state.ts';
import { fileOfDraft, openNew, savedToFile, tell } from './workspace.ts';

/** Files in and out: the File System Access API where the browser has it, else an input and a download. */

const TEXT_FILE = /\.(?:md|markdown|txt)$/i;
const LARGEST = 50_000_000;

const TYPES = [
  { description: 'Attendance policy', accept: { 'text/markdown': ['.md', '.markdown'], 'text/plain': ['.txt'] } },
];

const OPEN_TYPES = [
  {
    description: 'Attendance policy',
    accept: {
      'text/markdown': ['.md', '.markdown'],
      'text/plain': ['.txt'],
      'application/vnd.openxmlformats-officedocument.wordprocessingml.document': ['.docx'],
      'application/pdf': ['.pdf'],
      'text/html': ['.html', '.htm'],
    },
  },
];

/** Asks for a file and opens it as a draft. */
export async function openFile(): Promise<void> {
  if (window.showOpenFilePicker) {
    const [handle] = (await orCancelled(window.showOpenFilePicker({ types: OPEN_TYPES }))) ?? [];
    if (handle) await openPicked(await handle.getFile(), handle);
    return;
  }
  const input = Object.assign(document.createElement('input'), {
    type: 'file',
    accept: Object.values(OPEN_TYPES[0]?.accept ?? {})
      .flat()
      .join(','),
  });
  input.addEventListener('change', () => {
    const file = input.files?.[0];
    if (file) void openPicked(file);
  });
  input.click();
}

/** Opens a file that was picked or dropped; says in words why it cannot. */
export async function openPicked(file: File, handle?: FileSystemFileHandle): Promise<void> {
  if (file.size > LARGEST) {
    tell(`“${file.name}” is larger than 50 MB, which no policy is. Nothing was opened.`, 'problem');
    return;
  }
  const kind = kindOf(file.name);
  const bytes = new Uint8Array(await file.arrayBuffer());
  const name = file.name.replace(/\.[^.]+$/, '');
  if (kind === 'text') {
    const words = decode(bytes);
    if (words === null)
      tell(`“${file.name}” is not a text file, whatever its name says. Nothing was opened.`, 'problem');
    else await openNew({ name, text: words, source: 'file', fileName: file.name }, handle);
    return;
  }
  if (kind === null) {
    tell(
      `“${file.name}” cannot be opened. Rollmark opens Markdown, text, Word (.docx), PDF and HTML files.`,
      'problem',
    );
    return;
  }
  tell(`Reading “${file.name}”…`);
  const outcome = await importFile(kind, bytes, decode);
  if (outcome.is === 'refused') {
    tell(`“${file.name}” could not be opened. ${outcome.why}`, 'problem');
    return;
  }
  const { markdown, notes } = outcome.imported;
  await openNew({ name, text: markdown, source: 'import', fileName: null });
  tell(
    `“${file.name}” was read into text; the file itself stays as it is.`,
    'info',
    notes.map(({ message }) => message),
  );
}

/** Saves to the draft's own file, or asks where; a file that someone else changed meanwhile is never overwritten silently. */
export async function saveFile(): Promise<void> {
  const draft = openDraft.peek();
  if (!draft) return;
  const words = text.peek();
  const { handle, fileText } = await fileOfDraft();
  if (handle) {
    if (!(await mayWrite(handle))) return;
    const now = await orCancelled(textOf(handle));
    if (now !== null && now !== undefined && fileText !== null && now !== fileText && now !== words) {
      const answer = await ask({
        title: 'The file has changed',
        words: `Someone, or another program, changed “${handle.name}” since you opened it. What should happen?`,
        answers: [
          { id: 'theirs', name: 'Open their version beside mine' },
          { id: 'mine', name: 'Replace theirs with mine' },
        ],
      });
      if (answer === null) return;
      if (answer === 'theirs') {
        await openNew({
          name: `${draft.name} (from the file)`,
          text: now,
          source: 'copy',
          fileName: null,
        });
        return;
      }
    }
    await write(handle, words);
    return;
  }
  await saveFileAs();
}

/** Asks where to save; without the File System Access API the file goes to the downloads. */
export async function saveFileAs(): Promise<void> {
  const draft = openDraft.peek();
  if (!draft) return;
  const suggestedName = draft.fileName && TEXT_FILE.test(draft.fileName) ? draft.fileName : fileNameFor(draft.name);
  if (window.showSaveFilePicker) {
    const handle = await orCancelled(window.showSaveFilePicker({ suggestedName, types: TYPES }));
    if (handle) await write(handle, text.peek());
    return;
  }
  download(suggestedName, text.peek());
  await savedToFile(suggestedName, text.peek(), null);
  tell(`Downloaded as “${suggestedName}”.`);
}

/** Hands a text or a file to the browser's downloads. */
export function download(fileName: string, content: string | Uint8Array<ArrayBuffer>, type = 'text/markdown'): void {
  const full = typeof content === 'string' ? `${type};charset=utf-8` : type;
  const address = URL.createObjectURL(new Blob([content], { type: full }));
  Object.assign(document.createElement('a'), { href: address, download: fileName }).click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

/** "Hartsmere Primary School" as "hartsmere-primary-school.md". */
export function fileNameFor(name: string): string {
  const words =
    name
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu)
      ?.join('-') ?? 'attendance-policy';
  return `${words.slice(0, 80)}.md`;
}

/** Opens the first file that is dropped on the window. */
export function acceptDrops(onHover: (over: boolean) => void): void {
  window.addEventListener('dragover', (event) => {
    if (!event.dataTransfer?.types.includes('Files')) return;
    event.preventDefault();
    onHover(true);
  });
  window.addEventListener('dragleave', (event) => {
    if (!event.relatedTarget) onHover(false);
  });
  window.addEventListener('drop', (event) => {
    const file = event.dataTransfer?.files[0];
    onHover(false);
    if (!file) return;
    event.preventDefault();
    void openPicked(file);
  });
}

async function write(handle: FileSystemFileHandle, words: string): Promise<void> {
  try {
    const stream = await handle.createWritable();
    await stream.write(words);
    await stream.close();
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    tell(`“${handle.name}” could not be written (${why}). The draft is still kept in this browser.`, 'problem');
    return;
  }
  await savedToFile(handle.name, words, handle);
  tell(`Saved to “${handle.name}”.`);
  editor.peek()?.focus();
}

/** The text of the bytes in the encoding that they are in; null for what is no text. */
export function decode(bytes: Uint8Array): string | null {
  // A zero byte stands in pictures and Word files, never in text of these encodings.
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  if (bytes.subarray(0, 4096).includes(0)) return null;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/** The file's text as it is on disk now, in the encoding that it was opened in. */
async function textOf(handle: FileSystemFileHandle): Promise<string | null> {
  const file = await handle.getFile();
  return decode(new Uint8Array(await file.arrayBuffer()));
}

/** A handle kept since an earlier visit has to be allowed again. */
async function mayWrite(handle: FileSystemFileHandle): Promise<boolean> {
  if (!handle.requestPermission || (await handle.requestPermission({ mode: 'readwrite' })) === 'granted') return true;
  tell(`The browser did not allow writing to “${handle.name}”. The draft is still kept in this browser.`, 'problem');
  return false;
}

/** The value, or null when the user changed their mind. */
async function orCancelled<T>(promise: Promise<T>): Promise<T | null> {
  try {
    return await promise;
  } catch (error) {
    if (error instanceof DOMException && (error.name === 'AbortError' || error.name === 'NotFoundError')) return null;
    throw error;
  }
}
