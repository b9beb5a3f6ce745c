import { matchAt } from './match-at.ts';

/** One way to match among several. */
export interface Alternative<T> {
  readonly is: T;
  /** A quick test of the text without which the alternative is not tried; none: it always is. */
  readonly needs?: RegExp;
  /** A global pattern; no match of it is empty. */
  readonly pattern: RegExp;
  /** A sticky pattern of what has to follow: shared among alternatives, it is compiled once. */
  readonly rest?: RegExp;
}

/** Where one of the alternatives stands in a text, end exclusive. */
export interface Found<T> {
  readonly is: T;
  readonly start: number;
  readonly end: number;
}

/**
 * What one pattern of all the alternatives would find, in order: always the one that begins first, and of those that begin
 * together the one listed first. Compiled, such a pattern would be many times its parts, and most texts hold no word of
 * most of them.
 */
export function alternativesIn<T>(text: string, alternatives: readonly Alternative<T>[]): Found<T>[] {
  const found: Found<T>[] = [];
  const open = alternatives.flatMap((one) =>
    !one.needs || one.needs.test(text) ? [{ one, next: next(text, 0, one) }] : [],
  );
  for (;;) {
    let first: Found<T> | null = null;
    for (const { next: its } of open) if (its && (!first || its.start < first.start)) first = its;
    if (!first) return found;
    found.push(first);
    for (const each of open) if (each.next && each.next.start < first.end) each.next = next(text, first.end, each.one);
  }
}

function next<T>(text: string, from: number, { is, pattern, rest }: Alternative<T>): Found<T> | null {
  pattern.lastIndex = from;
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    const end = match.index + match[0].length;
    const behind = rest ? matchAt(text, end, rest) : null;
    if (!rest || behind) return { is, start: match.index, end: end + (behind?.[0].length ?? 0) };
    pattern.lastIndex = match.index + 1;
  }
  return null;
}
