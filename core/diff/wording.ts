import { sentencesOf } from '../policy/document.ts';
import type { PolicyReading } from '../policy/parse.ts';
import { NUMBER_WORD, numberOf } from '../policy/readers/number-words.ts';
import type { MeaningChange, Side } from './change.ts';
import { shownWords } from './sentence-of.ts';

const STRONG = /\b(?:must|shall|will|required?|has to|have to|need(?:s|ed)? to)\b/gi;
const WEAK = /\b(?:may|might|can|could|should|consider(?:ed)?|where possible|normally|usually)\b/gi;
const NEGATION = /\b(?:not|never|no longer|cannot|nor|without|unless|except)\b|n't\b/gi;
const ONLY = /\b(?:only|solely|exclusively)\b/gi;
const NUMBER = new RegExp(`\\d+(?:[.:]\\d+)?|\\b(?:${NUMBER_WORD}|twice|once)\\b`, 'gi');
/** Months and years are told in months, so that twelve months are a year; a year group is none. */
const MONTHS = new RegExp(
  `\\b(?:(a|an|each|every|per|\\d{1,3}|${NUMBER_WORD})[ -](year|month)s?|(annual|year)ly)\\b(?! group)`,
  'gi',
);
/** How long and how many is compared apart, and tells nothing of what a sentence is about. */
const MEASURE = new RegExp(
  `^(?:${NUMBER_WORD}|twice|once|\\d.*|(?:half-?)?(?:minute|hour|day|week|month|term|year|session|time)s?|(?:annual|year|month|week|dai)ly)$`,
);

interface Said {
  text: string;
  /** The numbers that no fact holds: those of facts are compared as facts. */
  numbers: string;
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
    const said = turned(twin, sentence);
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
  const facts = reading.parsed.facts.map(({ span }) => [span.start.offset, span.end.offset] as const);
  const full = reading.document.text;
  return reading.document.blocks.flatMap((placed) =>
    placed.block.kind === 'comment' || placed.block.kind === 'code'
      ? []
      : sentencesOf(placed.block).map((sentence): Said => {
          const span = reading.document.spanIn(placed, sentence.start, sentence.end);
          const text = sentence.text.replace(/\s+/g, ' ').toLowerCase();
          return {
            text,
            numbers: numbersIn(full, span.start.offset, span.end.offset, facts),
            words: new Set(text.split(/[^a-z0-9%£:.]+/).filter((word) => word.length > 2 && !MEASURE.test(word))),
            side: {
              value: '',
              line: span.start.line,
              span,
              sentence: shownWords(reading.document.source.slice(span)),
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

/** The numbers of a stretch of text outside the facts in it, written alike: "three" is 3 and "8.45" is 8:45. */
function numbersIn(text: string, start: number, end: number, facts: readonly (readonly [number, number])[]): string {
  let rest = '';
  let at = start;
  for (const [from, to] of facts.filter(([from, to]) => from < end && to > start).toSorted((a, b) => a[0] - b[0])) {
    if (from > at) rest += `${text.slice(at, from)} `;
    at = Math.max(at, to);
  }
  if (at < end) rest += text.slice(at, end);
  const spans: string[] = [];
  const others = rest.replace(MONTHS, (_, count: string | undefined, unit: string | undefined) => {
    const many = count === undefined ? 1 : (numberOf(count) ?? 1);
    spans.push(`${unit?.toLowerCase() === 'month' ? many : many * 12} months`);
    return ' ';
  });
  const numbers = (others.match(NUMBER) ?? []).map((number) => {
    const word = number.toLowerCase();
    if (word === 'once' || word === 'twice') return word === 'once' ? '1' : '2';
    return /^\d/.test(word) ? word.replace('.', ':').replace(/^0(?=\d)/, '') : String(numberOf(word) ?? word);
  });
  return [...numbers, ...spans].toSorted().join(' ');
}

function turned(
  { text: from, numbers: was }: Said,
  { text: to, numbers: is }: Said,
): { what: string; text: string; direction: MeaningChange['direction'] } | null {
  const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;
  if (count(from, NEGATION) % 2 !== count(to, NEGATION) % 2)
    return { what: 'A “not”', text: 'A “not” has come or gone', direction: 'neutral' };
  if (count(from, ONLY) !== count(to, ONLY))
    return { what: 'An “only”', text: 'An “only” has come or gone', direction: 'neutral' };
  const strong = count(to, STRONG) - count(from, STRONG);
  const weak = count(to, WEAK) - count(from, WEAK);
  if (strong < 0 && weak > 0) return { what: 'Obligation', text: 'What was a must is now a may', direction: 'looser' };
  if (strong > 0 && weak < 0)
    return { what: 'Obligation', text: 'What was a may is now a must', direction: 'stricter' };
  if (was !== is)
    return { what: 'A number', text: `A number changed (${was || 'none'} → ${is || 'none'})`, direction: 'neutral' };
  return null;
}
