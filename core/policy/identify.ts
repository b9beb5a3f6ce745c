import type { PolicyDocument } from './document.ts';
import type { DocumentKind, Fact, Placeholder, Step } from './schema.ts';

/** Title, school, trust and kind of a document, each null when it does not say. */
export function identifyDocument(
  _document: PolicyDocument,
  _facts: readonly Fact[],
  _steps: readonly Step[],
  _placeholders: readonly Placeholder[],
): { title: string | null; school: string | null; trust: string | null; kind: DocumentKind } {
  return { title: null, school: null, trust: null, kind: 'page' };
}
