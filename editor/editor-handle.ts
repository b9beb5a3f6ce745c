import type { Edit } from '#core/lint/finding.ts';
import type { Span } from '#core/text/span.ts';

/** What the rest of the window may ask of the text editor, so that nothing else needs to know Monaco. */
export interface EditorHandle {
  /** Shows the stretch in the middle, selects it and puts the caret there. */
  reveal(span: Span): void;
  /** Lights up the stretches that an answer rests on, and brings the first into view; none takes the light away. */
  light(spans: readonly Span[]): void;
  /** Makes the edits as one step of undo. False when the text has changed since they were worked out. */
  applyEdits(edits: readonly Edit[], basedOn: string): boolean;
  /** To the next problem of the text as it is now, or the one before. */
  goToProblem(direction: 'next' | 'previous'): Promise<void>;
  /** Where the caret stands and which line is the first in view, from 1. */
  place(): { caret: { line: number; column: number }; topLine: number };
  /** Puts the caret and the view back where they were. */
  returnTo(place: { caret: { line: number; column: number }; topLine: number }): void;
  focus(): void;
  showCommands(): void;
  undo(): void;
}
