import { seriesNumberOf } from '../../text/numbers.ts';
import { figuresIn } from '../readers/thresholds/figures.ts';
import { type Head, headOf } from './heads.ts';
import type { Line } from './lines.ts';
import { nameAt } from './names.ts';

/**
 * Labels of a series that only this school has: "Stop 1", "Stop 2", "Stop 3"; "L1 (computer generated)", "L2", "L3". A word
 * with a number may be anything; three of them that count from one are labels.
 */

const WORD =
  /^[\s\-*•·(]{0,6}([A-Z][a-z]{2,12})\s(\d{1,2}|[A-H]|One|Two|Three|Four|Five|Six)(?=\s{0,3}[:.(),–—-]|\s{1,4}[A-Z]|\s{0,4}$)/;
// "B1." numbers a clause of part B.
const SHORT =
  /^[\s\-*•·(]{0,6}([A-Z]{1,3})(\d)(?=\s{0,3}[:(–—]|\s{1,3}-\s|\s{1,3}(?:\d{2,3}(?:\.\d)?\s?%|[Bb]elow\s|[Uu]nder\s|[Ll]ess\s)|\s{0,4}$)/;
/** What is numbered in a policy and is no step: parts of the document, of the school and of the year, codes of the register. */
const NO_SERIES = new Set(
  `year key section page chapter appendix annex clause paragraph table figure room class period lesson term question answer
  part item note rule week month day unit aim objective version site campus form team house principle standard priority
  c y j q ks`.split(/\s+/),
);
export const SERIES_FAMILY = 'series ';

const FEWEST = 3;
// So many lines may stand between two labels.
const FARTHEST = 14;

interface Labelled {
  readonly line: Line;
  readonly at: number;
  readonly word: string;
  readonly number: number;
  readonly end: number;
}

/** The heads of lines that such labels begin. */
export function seriesInARow(lines: readonly Line[]): ReadonlyMap<Line, Head> {
  const found = new Map<Line, Head>();
  const open = new Map<string, Labelled[]>();
  const close = (run: readonly Labelled[]): void => {
    if (run.length >= FEWEST) for (const one of run) found.set(one.line, headFrom(one));
  };
  for (const [at, line] of lines.entries()) {
    const one = labelled(line, at);
    if (!one) continue;
    const run = open.get(one.word) ?? [];
    const last = run.at(-1);
    if (last && one.number === last.number + 1 && at - last.at <= FARTHEST && isAlike(last.line, line)) run.push(one);
    else {
      close(run);
      open.set(one.word, one.number === 1 ? [one] : []);
    }
  }
  for (const run of open.values()) close(run);
  return found;
}

function labelled(line: Line, at: number): Labelled | null {
  if (line.kind === 'row' || headOf(line)) return null;
  const match = WORD.exec(line.text) ?? SHORT.exec(line.text);
  const word = match?.[1]?.toLowerCase();
  const number = seriesNumberOf(match?.[2] ?? '');
  if (!match || !word || number === null || NO_SERIES.has(word)) return null;
  return { line, at, word, number, end: match[0].length };
}

function isAlike(one: Line, other: Line): boolean {
  return one.kind === other.kind || (one.kind !== 'item' && other.kind !== 'item');
}

function headFrom({ line: { text }, word, number, end }: Labelled): Head {
  const name = nameAt(text, end);
  return {
    family: `${SERIES_FAMILY}${word}`,
    number,
    figures: figuresIn(' '.repeat(end) + text.slice(end)),
    rest: end,
    label: text
      .slice(0, end)
      .replace(/^[\s\-*•·(]+/, '')
      .trim(),
    ...(name ? { name } : {}),
  };
}
