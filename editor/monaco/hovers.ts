import { languages } from 'monaco-editor/editor';
import { citationText } from '#core/language/citation.ts';
import { type HoverCard, hoverAt } from '#core/language/hover.ts';
import { longDate } from '#core/language/words.ts';
import type { Citation, DutyLevel } from '#core/lint/finding.ts';
import { freshSnapshot } from '../checking.ts';
import { asOf } from '../state.ts';
import { rangeOf } from './convert.ts';

const DUTIES: Record<DutyLevel, string> = {
  must: 'Law',
  should: 'Statutory guidance',
  good: 'Good practice',
  internal: 'The policy against itself',
};

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

/** A card as Markdown. The marker's own hover prints the finding's message above it. */
export function cardMarkdown(card: HoverCard): string {
  switch (card.is) {
    case 'finding': {
      const { duty, citations } = card.finding;
      if (citations.length === 0) return `**${DUTIES[duty]}**`;
      return citations.map((citation) => `**${DUTIES[duty]}** · ${citationMarkdown(citation)}`).join('\n\n');
    }
    case 'fact':
      return [
        `Rollmark read: **${escapeMarkdown(card.title)}** ${escapeMarkdown(card.value)}`,
        ...card.notes.map(escapeMarkdown),
      ].join('\n\n');
    case 'step':
      return `Rollmark read: **${escapeMarkdown(card.title)}**${card.when === '' ? '' : `, when ${escapeMarkdown(card.when)}`}`;
  }
}

function citationMarkdown(citation: Citation): string {
  const place = citationText(citation);
  const force = citation.inForceFrom ? ` In force from ${longDate(citation.inForceFrom)}.` : '';
  const checked = citation.verified
    ? ` Checked on ${longDate(citation.checkedOn)}.`
    : ' We have not been able to check this paragraph against its source.';
  const name = citation.url === '' ? escapeMarkdown(place) : `[${escapeMarkdown(place)}](${citation.url})`;
  return `${name}.${force}${checked}`;
}

function escapeMarkdown(words: string): string {
  return words.replace(/[\\`*_{}[\]()#+\-!<>|~$]/g, '\\$&');
}
