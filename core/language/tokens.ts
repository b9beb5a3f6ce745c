import type { FactKind } from '../policy/schema.ts';
import type { PolicySnapshot } from './snapshot.ts';

/** What a stretch of the text is, for colouring. */
export type TokenKind = 'time' | 'figure' | 'code' | 'person' | 'source' | 'placeholder';

/** A stretch within one line; line and column from 1, in UTF-16 units. */
export interface Token {
  readonly line: number;
  readonly column: number;
  readonly length: number;
  readonly kind: TokenKind;
}

const KINDS: Record<FactKind, TokenKind> = {
  time: 'time',
  date: 'time',
  threshold: 'figure',
  target: 'figure',
  penalty: 'figure',
  retention: 'figure',
  duration: 'figure',
  reviewCycle: 'figure',
  equivalence: 'figure',
  code: 'code',
  role: 'person',
  contact: 'person',
  mis: 'source',
  legalReference: 'source',
};

/** What Rollmark read, as stretches that do not overlap, in the order of the text; what is to be filled in goes first. */
export function tokensOf({ text, parsed }: PolicySnapshot): Token[] {
  const spans = [
    ...parsed.placeholders.map(({ span }) => ({ span, kind: 'placeholder' as const, first: 0 })),
    ...parsed.facts.map(({ span, kind }) => ({ span, kind: KINDS[kind], first: 1 })),
  ].sort(
    (a, b) => a.first - b.first || a.span.end.offset - a.span.start.offset - (b.span.end.offset - b.span.start.offset),
  );
  const taken = new Uint8Array(text.length);
  const tokens: (Token & { at: number })[] = [];
  for (const { span, kind } of spans) {
    const [start, end] = [span.start.offset, span.end.offset];
    if (start >= end || taken.subarray(start, end).includes(1)) continue;
    taken.fill(1, start, end);
    let at = start;
    let { line, column } = span.start;
    for (const piece of text.slice(start, end).split('\n')) {
      const length = piece.endsWith('\r') ? piece.length - 1 : piece.length;
      if (length > 0) tokens.push({ line, column, length, kind, at });
      at += piece.length + 1;
      line++;
      column = 1;
    }
  }
  return tokens.sort((a, b) => a.at - b.at).map(({ line, column, length, kind }) => ({ line, column, length, kind }));
}
