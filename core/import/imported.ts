/** What an import made of a file: policy Markdown, and what a person should know was changed or lost on the way. */
export interface Imported {
  markdown: string;
  notes: ImportNote[];
}

export interface ImportNote {
  kind: 'lost' | 'changed' | 'kept';
  /** One sentence for a trust lead. */
  message: string;
}

/** A file that cannot be imported. The message says what is wrong and what to do, and names no file. */
export class ImportError extends Error {
  override name = 'ImportError';
}
