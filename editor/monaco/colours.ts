import { editor } from 'monaco-editor/editor';
import type { PolicySnapshot } from '#core/language/snapshot.ts';
import { tokensOf } from '#core/language/tokens.ts';

/** Colours what Rollmark read, and marks what is to be filled in; the classes are in styles/text.css. */
export function colourText(collection: editor.IEditorDecorationsCollection, read: PolicySnapshot): void {
  collection.set(
    tokensOf(read).map(({ line, column, length, kind }) => ({
      range: { startLineNumber: line, startColumn: column, endLineNumber: line, endColumn: column + length },
      // Words that are typed beside it are not read yet.
      options: {
        inlineClassName: `read-${kind}`,
        stickiness: editor.TrackedRangeStickiness.NeverGrowsWhenTypingAtEdges,
      },
    })),
  );
}
