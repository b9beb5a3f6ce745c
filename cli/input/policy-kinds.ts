import { ImportError } from '#core/import/imported.ts';
import { InputProblem } from '../problem.ts';
import { decodeText } from './decode.ts';

/** A file format that a policy comes in. */
export interface PolicyKind {
  readonly name: string;
  readonly extensions: readonly string[];
  /** Policy Markdown from the bytes. @throws InputProblem, or ImportError whose message names no file */
  read(bytes: Uint8Array, file: string): Promise<PolicyText>;
}

/** A policy as Markdown. */
export interface PolicyText {
  readonly markdown: string;
  /** Whether the Markdown is the file's own text: then lines, columns and fixes are of the file itself. */
  readonly isOwnText: boolean;
  /** What a person should know about the reading, one sentence each. */
  readonly notes: readonly string[];
}

const MARKDOWN: PolicyKind = {
  name: 'markdown',
  extensions: ['.md', '.markdown', '.mdown'],
  async read(bytes, file) {
    const { text, note } = decodeText(bytes, file);
    return { markdown: text, isOwnText: true, notes: note ? [note] : [] };
  },
};

const TEXT: PolicyKind = {
  name: 'text',
  extensions: ['.txt', '.text'],
  async read(bytes, file) {
    const { text, note } = decodeText(bytes, file);
    const { importText } = await import('#core/import/text.ts');
    const { markdown, notes } = importText(text);
    return { markdown, isOwnText: markdown === text, notes: [...(note ? [note] : []), ...sentences(notes)] };
  },
};

const DOCX: PolicyKind = {
  name: 'docx',
  extensions: ['.docx'],
  async read(bytes) {
    const { importDocx } = await import('#core/import/docx.ts');
    const { markdown, notes } = await importDocx(bytes);
    return { markdown, isOwnText: false, notes: sentences(notes) };
  },
};

const PDF: PolicyKind = {
  name: 'pdf',
  extensions: ['.pdf'],
  async read(bytes) {
    const [{ importPdf }, { loadPdfReader }] = await Promise.all([
      import('#core/import/pdf.ts'),
      import('./pdf-reader.ts'),
    ]);
    const { markdown, notes } = await importPdf(bytes, await loadPdfReader());
    return { markdown, isOwnText: false, notes: sentences(notes) };
  },
};

const HTML: PolicyKind = {
  name: 'html',
  extensions: ['.html', '.htm'],
  async read(bytes, file) {
    const { text, note } = decodeText(bytes, file);
    const { importHtml } = await import('#core/import/html.ts');
    const { markdown, notes } = importHtml(text);
    return { markdown, isOwnText: false, notes: [...(note ? [note] : []), ...sentences(notes)] };
  },
};

/** Every format that a policy may come in: one row to add an importer. */
export const POLICY_KINDS: readonly PolicyKind[] = [MARKDOWN, TEXT, DOCX, PDF, HTML];

/** The format of a file: a PDF by its first bytes, else by its name, else by its first bytes, else Markdown. */
export function kindOf(bytes: Uint8Array, file: string): PolicyKind {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 1024));
  if (head.startsWith('%PDF-')) return PDF;
  const byName = POLICY_KINDS.find((kind) => kind.extensions.some((end) => file.toLowerCase().endsWith(end)));
  const isPage = /^(?:\xef\xbb\xbf)?\s{0,80}<(?:!doctype html|html)\b/i.test(head);
  // Some systems export a web page under the name of a Word file.
  if (byName === DOCX && isPage) return HTML;
  if (byName) return byName;
  if (head.startsWith('PK\x03\x04') || head.startsWith('{\\rtf')) return DOCX;
  if (isPage) return HTML;
  // Standard input and the like have no ending: the text is taken as it is.
  return MARKDOWN;
}

/** Reads a policy's bytes. @throws InputProblem that names the file */
export async function readPolicyBytes(bytes: Uint8Array, file: string, name: string): Promise<PolicyText> {
  if (bytes.length === 0) throw new InputProblem(`${name}: is empty; save the policy again, or name another file.`);
  try {
    return await kindOf(bytes, file).read(bytes, name);
  } catch (error) {
    throw error instanceof ImportError ? new InputProblem(`${name}: ${error.message}`) : error;
  }
}

function sentences(notes: readonly { message: string }[]): string[] {
  return notes.map(({ message }) => message);
}
