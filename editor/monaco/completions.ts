import { languages } from 'monaco-editor/editor';
import { type Completion, completionsAt, isInCodeTable } from '#core/language/completions.ts';
import { asOf, facts } from '../state.ts';

const KINDS: Record<Completion['kind'], languages.CompletionItemKind> = {
  code: languages.CompletionItemKind.EnumMember,
  role: languages.CompletionItemKind.Class,
  person: languages.CompletionItemKind.User,
  contact: languages.CompletionItemKind.Reference,
};

/** Offers codes, roles and the people that the policy names already, when asked (Ctrl+Space). */
export function registerCompletions(): void {
  languages.registerCompletionItemProvider('markdown', {
    provideCompletionItems(model, position) {
      const before = model.getLineContent(position.lineNumber).slice(0, position.column - 1);
      const found = completionsAt(
        before,
        facts.peek(),
        asOf.peek(),
        isInCodeTable((line) => model.getLineContent(line), position.lineNumber),
      );
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
