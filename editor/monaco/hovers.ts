import { languages } from 'monaco-editor/editor';
import { cardMarkdown } from '#core/language/card.ts';
import { hoverAt } from '#core/language/hover.ts';
import { freshSnapshot } from '../checking.ts';
import { asOf } from '../state.ts';
import { rangeOf } from './convert.ts';

/** Shows what Rollmark read at the pointer, and the paragraph that a finding rests on. */
export function registerHovers(): void {
  languages.registerHoverProvider('markdown', {
    async provideHover(model, position) {
      const snapshot = await freshSnapshot();
      if (!snapshot || model.isDisposed()) return null;
      const hover = hoverAt(snapshot, model.getOffsetAt(position), asOf.peek());
      if (!hover) return null;
      return { range: rangeOf(hover.span), contents: hover.cards.map((card) => ({ value: cardMarkdown(card) })) };
    },
  });
}
