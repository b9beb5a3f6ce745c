import { decodeText } from './decode.ts';

/** A file format that a policy comes in. */
export interface PolicyKind {
  readonly name: string;
  readonly extensions: readonly string[];
  /** In a sentence: "a Word file". */
  readonly what: string;
  /** Policy Markdown from the bytes; null while Rollmark cannot read the format. */
  readonly read: ((bytes: Uint8Array, file: string) => Promise<ImportedPolicy>) | null;
}

export interface ImportedPolicy {
  readonly markdown: string;
  /** What a person should know about the import, one sentence each. */
  readonly notes: readonly string[];
}

async function readAsText(bytes: Uint8Array, file: string): Promise<ImportedPolicy> {
  const { text, note } = decodeText(bytes, file);
  return { markdown: text, notes: note ? [note] : [] };
}

const MARKDOWN: PolicyKind = {
  name: 'markdown',
  extensions: ['.md', '.markdown', '.mdown'],
  what: 'Markdown',
  read: readAsText,
};
const TEXT: PolicyKind = { name: 'text', extensions: ['.txt', '.text'], what: 'text', read: readAsText };
const DOCX: PolicyKind = { name: 'docx', extensions: ['.docx'], what: 'Word', read: null };
const PDF: PolicyKind = { name: 'pdf', extensions: ['.pdf'], what: 'PDF', read: null };
const HTML: PolicyKind = { name: 'html', extensions: ['.html', '.htm'], what: 'HTML', read: null };

/** Every format that a policy may come in: one row to add an importer. */
export const POLICY_KINDS: readonly PolicyKind[] = [MARKDOWN, TEXT, DOCX, PDF, HTML];

/** The format of a file: by its first bytes where they say, else by its name, else text. */
export function kindOf(bytes: Uint8Array, file: string): PolicyKind {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 1024));
  if (head.startsWith('%PDF-')) return PDF;
  const byName = POLICY_KINDS.find((kind) => kind.extensions.some((end) => file.toLowerCase().endsWith(end)));
  if (byName) return byName;
  if (head.startsWith('PK\x03\x04')) return DOCX;
  if (/^(?:\xef\xbb\xbf)?\s{0,80}<(?:!doctype html|html)\b/i.test(head)) return HTML;
  return TEXT;
}
