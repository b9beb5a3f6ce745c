import { sentencesOf } from '../policy/document.ts';
import type { PolicyReading } from '../policy/parse.ts';
import type { MeaningChange, Side } from './change.ts';

const STRONG = /\b(?:must|shall|will|required?|has to|have to|need(?:s|ed)? to)\b/gi;
const WEAK = /\b(?:may|might|can|could|should|consider(?:ed)?|where possible|normally|usually)\b/gi;
const NEGATION = /\b(?:not|never|no longer|cannot|nor|without|unless|except)\b|n't\b/gi;
const NUMBER = /\d+(?:[.:]\d+)?|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|twice|once)\b/gi;

interface Said {
  text: string;
  words: Set<string>;
  side: Side;
}

/**
 * Sentences that stayed but for a word that turns their meaning: must to may, a "not" come or gone, another number.
 * Those that a changed fact or step already tells of (their lines are given) are left out.
 */
export function changedWording(
  before: PolicyReading,
  after: PolicyReading,
  toldBefore: ReadonlySet<number>,
  toldAfter: ReadonlySet<number>,
): MeaningChange[] {
  const old = sentences(before);
  const now = sentences(after);
  const known = new Set(old.map(({ text }) => text));
  const kept = new Set(now.map(({ text }) => text));
  const candidates = old.filter(({ text, side }) => !kept.has(text) && !toldBefore.has(side.line));
  const changes: MeaningChange[] = [];
  for (const sentence of now) {
    if (known.has(sentence.text) || toldAfter.has(sentence.side.line)) continue;
    const twin = mostAlike(sentence, candidates);
    if (!twin) continue;
    candidates.splice(candidates.indexOf(twin), 1);
    const said = turned(twin.text, sentence.text);
    if (said)
      changes.push({
        kind: 'wording',
        what: said.what,
        direction: said.direction,
        duty: null,
        before: twin.side,
        after: sentence.side,
        text: `${said.text}: “${sentence.side.sentence}”`,
      });
  }
  return changes;
}

function sentences(reading: PolicyReading): Said[] {
  return reading.document.blocks.flatMap((placed) =>
    placed.block.kind === 'comment' || placed.block.kind === 'code'
      ? []
      : sentencesOf(placed.block).map((sentence): Said => {
          const span = reading.document.spanIn(placed, sentence.start, sentence.end);
          const text = sentence.text.replace(/\s+/g, ' ').toLowerCase();
          return {
            text,
            words: new Set(text.split(/[^a-z0-9%£:.]+/).filter((word) => word.length > 2)),
            side: {
              value: '',
              line: span.start.line,
              span,
              sentence: reading.document.source.slice(span).replace(/\s+/g, ' '),
            },
          };
        }),
  );
}

function mostAlike(sentence: Said, candidates: readonly Said[]): Said | null {
  let best: Said | null = null;
  let bestShare = 0.6;
  for (const candidate of candidates) {
    let both = 0;
    for (const word of sentence.words) if (candidate.words.has(word)) both++;
    const share = both / (sentence.words.size + candidate.words.size - both || 1);
    if (share > bestShare) {
      bestShare = share;
      best = candidate;
    }
  }
  return best;
}

function turned(
  from: string,
  to: string,
): { what: string; text: string; direction: MeaningChange['direction'] } | null {
  const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;
  if (count(from, NEGATION) % 2 !== count(to, NEGATION) % 2)
    return { what: 'A “not”', text: 'A “not” has come or gone', direction: 'neutral' };
  const strong = count(to, STRONG) - count(from, STRONG);
  const weak = count(to, WEAK) - count(from, WEAK);
  if (strong < 0 && weak > 0) return { what: 'Obligation', text: 'What was a must is now a may', direction: 'looser' };
  if (strong > 0 && weak < 0)
    return { what: 'Obligation', text: 'What was a may is now a must', direction: 'stricter' };
  const numbers = (text: string): string => (text.match(NUMBER) ?? []).toSorted().join(' ');
  if (numbers(from) !== numbers(to))
    return {
      what: 'A number',
      text: `A number changed (${numbers(from) || 'none'} → ${numbers(to) || 'none'})`,
      direction: 'neutral',
    };
  return null;
}
