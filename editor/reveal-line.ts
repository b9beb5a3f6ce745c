import { SourceText } from '#core/text/span.ts';
import { editor, text } from './state.ts';

/** Shows a line (from 1) of the text as it is now, or the last one when the text has become shorter. */
export function revealLine(line: number): void {
  const lines = text.peek().split('\n');
  const start = lines.slice(0, line - 1).reduce((sum, words) => sum + words.length + 1, 0);
  const at = Math.min(start, text.peek().length);
  editor.peek()?.reveal(new SourceText(text.peek()).span(at, at + (lines[line - 1]?.trimEnd().length ?? 0)));
}
