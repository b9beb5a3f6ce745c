import { decodeText } from './decode.ts';

/** A file format that a policy comes in. */
export interface PolicyKind {
  readonly name: string;
  readonly extensions: readonly string[];
  /** Whether the file's own text is the Markdown: then lines are the file's. */
  readonly isText: boolean;
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
  isText: true,
  read: readAsText,
};
const TEXT: PolicyKind = { name: 'text', extensions: ['.txt', '.text'], isText: true, read: readAsText };
const DOCX: PolicyKind = { name: 'docx', extensions: ['.docx'], isText: false, read: null };
const PDF: PolicyKind = { name: 'pdf', extensions: ['.pdf'], isText: false, read: null };
const HTML: PolicyKind = { name: 'html', extensions: ['.html', '.htm'], isText: false, read: null };

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
