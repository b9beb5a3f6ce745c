import type { editor, IRange } from 'monaco-editor/editor';
import type { Span } from '#core/text/span.ts';

/** Spans of core and ranges of Monaco both count lines and columns from 1 in UTF-16 units. */
export function rangeOf(span: Span): IRange {
  return {
    startLineNumber: span.start.line,
    startColumn: span.start.column,
    endLineNumber: span.end.line,
    endColumn: span.end.column,
  };
}

/** The range as offsets in the model's text. */
export function offsetsOf(model: editor.ITextModel, range: IRange): { start: number; end: number } {
  return {
    start: model.getOffsetAt({ lineNumber: range.startLineNumber, column: range.startColumn }),
    end: model.getOffsetAt({ lineNumber: range.endLineNumber, column: range.endColumn }),
  };
}
