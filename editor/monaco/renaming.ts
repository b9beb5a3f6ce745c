import { languages } from 'monaco-editor/editor';
import { renamingAt } from '#core/language/rename.ts';
import { freshSnapshot } from '../checking.ts';
import { rangeOf } from './convert.ts';

/** F2 on a time, a figure or a name changes it wherever the policy says the same. */
export function registerRenaming(): void {
  languages.registerRenameProvider('markdown', {
    async resolveRenameLocation(model, position) {
      const read = await freshSnapshot();
      const renaming = read && !model.isDisposed() && renamingAt(read, model.getOffsetAt(position));
      if (renaming) return { range: rangeOf(renaming.span), text: renaming.words };
      const { lineNumber, column } = position;
      const nowhere = {
        startLineNumber: lineNumber,
        startColumn: column,
        endLineNumber: lineNumber,
        endColumn: column,
      };
      return {
        range: nowhere,
        text: '',
        rejectReason: 'Put the caret on a time, a figure or a name that Rollmark read.',
      };
    },
    async provideRenameEdits(model, position, newName) {
      const read = await freshSnapshot();
      const change =
        read && !model.isDisposed() ? renamingAt(read, model.getOffsetAt(position))?.change(newName) : undefined;
      if (!change) return { edits: [], rejectReason: 'The text has changed. Try again.' };
      if ('refused' in change) return { edits: [], rejectReason: change.refused };
      const versionId = model.getVersionId();
      return {
        edits: change.map(({ span, text }) => ({
          resource: model.uri,
          versionId,
          textEdit: { range: rangeOf(span), text },
        })),
      };
    },
  });
}
