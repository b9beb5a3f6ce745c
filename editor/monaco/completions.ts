import { type editor, languages, type Position } from 'monaco-editor/editor';
import { type Completion, completionsAt } from '#core/language/completions.ts';
import { asOf, facts } from '../state.ts';

const KINDS: Record<Completion['kind'], languages.CompletionItemKind> = {
  code: languages.CompletionItemKind.EnumMember,
  role: languages.CompletionItemKind.Class,
  person: languages.CompletionItemKind.User,
  contact: languages.CompletionItemKind.Reference,
};

const TABLE_ROW = /^\s*\|/;
const CODE_HEADER = /\b(?:codes?|marks?|symbols?)\b/i;
const LONGEST_TABLE = 80;

/** Offers codes, roles and the people that the policy names already, when asked (Ctrl+Space). */
export function registerCompletions(): void {
  languages.registerCompletionItemProvider('markdown', {
    provideCompletionItems(model, position) {
      const before = model.getLineContent(position.lineNumber).slice(0, position.column - 1);
      const found = completionsAt(before, facts.peek(), asOf.peek(), isInCodeTable(model, position));
      return {
        suggestions: found.map(({ label, insert, detail, kind, replaces }, index) => ({
          label: { label, description: detail },
          insertText: insert,
          filterText: label,
          kind: KINDS[kind],
          // The order of the register, not of the alphabet.
          sortText: String(index).padStart(4, '0'),
          range: {
            startLineNumber: position.lineNumber,
            endLineNumber: position.lineNumber,
            startColumn: position.column - replaces,
            endColumn: position.column,
          },
        })),
      };
    },
  });
}

/** Whether the caret stands in a table whose first row speaks of codes. */
function isInCodeTable(model: editor.ITextModel, { lineNumber }: Position): boolean {
  if (!TABLE_ROW.test(model.getLineContent(lineNumber))) return false;
  let first = lineNumber;
  while (first > 1 && lineNumber - first < LONGEST_TABLE && TABLE_ROW.test(model.getLineContent(first - 1))) first--;
  return CODE_HEADER.test(model.getLineContent(first));
}
