import type { Citation, DutyLevel } from '../lint/finding.ts';
import { longDate } from '../text/long-date.ts';
import { citationText } from './citation.ts';
import type { HoverCard } from './hover.ts';

/** How each duty is called beside a finding. */
const DUTIES: Record<DutyLevel, string> = {
  must: 'Law',
  should: 'Statutory guidance',
  good: 'Good practice',
  internal: 'The policy against itself',
};

/** A hover's card as Markdown. What a policy says stands in it as plain words: none of it is markup. */
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
