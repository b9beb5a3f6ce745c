import type { Edit } from '../lint/finding.ts';
import type { Fact } from '../policy/schema.ts';
import { matchesOf } from '../text/matches.ts';
import type { Span } from '../text/span.ts';
import { factsAt } from './facts.ts';
import { mentionsOf } from './mentions.ts';
import type { PolicySnapshot } from './snapshot.ts';
import { factTitle, factValue } from './words.ts';

/** A value that can be changed everywhere at once. */
export interface Renaming {
  /** Where the value stands at the caret. */
  readonly span: Span;
  /** The value as it is printed there. */
  readonly words: string;
  /** What it is, "Morning register closes". */
  readonly title: string;
  readonly change: (words: string) => Edit[] | RenameRefused;
}

/** Why new words cannot take a value's place, in a sentence. */
export interface RenameRefused {
  readonly refused: string;
}

const CLOCKS = /\b\d{1,2}(?:[.:]\d{2})?\s?(?:[ap]\.?m\b\.?)?/gi;
const FIGURES = /\d+(?:\.\d+)?/g;
const A_CLOCK = /^\d{1,2}[.:]\d{2}\s?(?:[ap]\.?m\.?)?$|^\d{1,2}\s?[ap]\.?m\.?$/i;
const A_FIGURE = /^\d+(?:\.\d+)?$/;

/**
 * The value under the caret and what changes with it: every mention of the same thing that says the same. A mention with
 * another value is a conflict for a person to settle, and stays. Null where no single value stands, such as in a sentence
 * that gives the meaning of a code.
 */
export function renamingAt(snapshot: PolicySnapshot, offset: number): Renaming | null {
  for (const fact of factsAt(snapshot.parsed.facts, offset)) {
    const here = valueSpan(snapshot, fact);
    if (!here) continue;
    const same = mentionsOf(snapshot.parsed.facts, fact).filter((other) => factValue(other) === factValue(fact));
    return {
      span: here,
      words: snapshot.text.slice(here.start.offset, here.end.offset),
      title: factTitle(fact),
      change(words) {
        const tidy = words.trim();
        const problem = problemWith(fact, tidy);
        if (problem) return { refused: problem };
        const spans = same.map((other) => valueSpan(snapshot, other)).filter((span) => span !== null);
        return onePerPlace(spans).map((span) => ({ span, text: tidy }));
      },
    };
  }
  return null;
}

function problemWith(fact: Fact, words: string): string | null {
  if (words === '' || /[\n|]/.test(words)) return 'Write the new value on one line, without a bar.';
  if (fact.kind === 'time' && !A_CLOCK.test(words)) return 'Write a time of day, such as 9:20am or 15:15.';
  if (isFigure(fact) && !A_FIGURE.test(words)) return 'Write a figure, such as 95 or 92.5.';
  return null;
}

type FigureFact = Extract<Fact, { kind: 'threshold' | 'target' | 'penalty' | 'retention' }>;

function isFigure(fact: Fact): fact is FigureFact {
  return fact.kind === 'threshold' || fact.kind === 'target' || fact.kind === 'penalty' || fact.kind === 'retention';
}

/** Where the value itself stands inside a fact's words; null when it is spelt out or stands there twice. */
function valueSpan(snapshot: PolicySnapshot, fact: Fact): Span | null {
  const { quote } = fact;
  switch (fact.kind) {
    case 'time':
      return only(
        fact,
        matchesOf(quote, CLOCKS).filter(([words]) => words.trim() !== '' && saysClock(words, fact.value)),
      );
    case 'role':
      return wordsIn(fact, fact.name);
    case 'mis':
      return wordsIn(fact, fact.name);
    case 'contact':
      return wordsIn(fact, fact.phone ?? fact.email ?? '');
    default: {
      if (!isFigure(fact)) return null;
      const figure = fact.kind === 'penalty' ? fact.amountGBP : fact.kind === 'retention' ? fact.years : fact.value;
      return only(
        fact,
        matchesOf(quote, FIGURES).filter(([words]) => Number(words) === figure),
      );
    }
  }

  function only(of: Fact, matches: readonly RegExpExecArray[]): Span | null {
    const [match] = matches;
    if (!match || matches.length > 1) return null;
    return spanWithin(of, match.index, match[0].trimEnd().length);
  }
  function wordsIn(of: Fact, words: string): Span | null {
    const at = words === '' ? -1 : of.quote.indexOf(words);
    return at < 0 || of.quote.indexOf(words, at + 1) >= 0 ? null : spanWithin(of, at, words.length);
  }
  function spanWithin(of: Fact, at: number, length: number): Span {
    const start = of.span.start.offset + at;
    return {
      start: positionAt(snapshot.text, of.span, start),
      end: positionAt(snapshot.text, of.span, start + length),
    };
  }
}

/** The position of an offset at or after the start of a span. */
function positionAt(text: string, span: Span, offset: number): Span['start'] {
  let { line, column } = span.start;
  for (let at = span.start.offset; at < offset; at++) {
    if (text[at] === '\n') {
      line++;
      column = 1;
    } else column++;
  }
  return { line, column, offset };
}

/** Whether "9.20am" or "3:15" is the clock time "09:20" or "15:15". */
function saysClock(words: string, value: string): boolean {
  const [hours = '', minutes = '0'] = words.replace(/[^\d.:]/g, '').split(/[.:]/);
  const [hour, minute] = [Number(value.slice(0, 2)), Number(value.slice(3, 5))];
  return Number(minutes || '0') === minute && (Number(hours) === hour || Number(hours) + 12 === hour);
}

function onePerPlace(spans: readonly Span[]): Span[] {
  const byStart = new Map(spans.map((span) => [span.start.offset, span]));
  return [...byStart.values()].sort((a, b) => a.start.offset - b.start.offset);
}
