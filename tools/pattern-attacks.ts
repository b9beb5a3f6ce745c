import type { Pattern } from './pattern-sources.ts';

/** What may make any pattern look back over what it has read. */
const UNITS = [
  ' ',
  '\t',
  '\n',
  ' \n',
  'a',
  'A',
  'a ',
  'Aa ',
  '1',
  '1 ',
  '1.',
  '0.0',
  '-',
  ' - ',
  '.',
  ',',
  ', ',
  ':',
  ';',
  '|',
  '| ',
  '/',
  '\\',
  '*',
  '_',
  '#',
  '(',
  '()',
  '[',
  '[a',
  '<',
  '<a ',
  '"',
  "'",
  '=',
  '@',
  'a@a.',
  '%',
  '1% ',
  '\u00a0',
  'é',
];
const SHORT = 2000;
const LONG = 4 * SHORT;
const FEW = 300;
/** What stands before and behind a run: the run matches to its end, or fails there. */
const ENDS = ['', 'x!'];
const repeated = (unit: string, end: string, length: number): string =>
  `${end}${unit.repeat(length / unit.length)}${end}`;
const COMMON = UNITS.flatMap((unit) => ENDS.map((end) => ({ unit, end, text: repeated(unit, end, SHORT) })));

/** The unit on whose repetition a pattern takes far more than four times the time for four times the length; null if none was found. */
export function slowText({ source, flags }: Pattern): { unit: string; milliseconds: number } | null {
  const run = flags.includes('y')
    ? runAfterWords(new RegExp(source, flags))
    : runOver(new RegExp(source, withG(flags)));
  // The quickest of three runs: the machine may have been busy with something else.
  const best = (text: string): number => Math.min(run(text), run(text), run(text));
  const own = wordsOf(source).flatMap((unit) => ENDS.map((end) => ({ unit, end, text: repeated(unit, end, SHORT) })));
  for (const { unit, end, text } of [...COMMON, ...own]) {
    // What grows with the cube of the length shows in a text of a few hundred letters, and must not be given more.
    const few = run(text.slice(0, FEW) + end);
    if (few > 8 && best(text.slice(0, FEW) + end) > 8) return { unit, milliseconds: few };
    if (run(text) < 1) continue;
    const one = best(text);
    const four = best(repeated(unit, end, LONG));
    if (four < 25 || four < one * 8) continue;
    // Bounded looking ahead reaches its bound: only what goes on growing is slow.
    if (four > 500 || best(repeated(unit, end, 4 * LONG)) > four * 8) return { unit, milliseconds: four };
  }
  return null;
}

const withG = (flags: string): string => (flags.includes('g') ? flags : `${flags}g`);

/** Every match, as a reader asks for them. */
function runOver(pattern: RegExp): (text: string) => number {
  return (text) => {
    const began = performance.now();
    for (const _ of text.matchAll(pattern));
    return performance.now() - began;
  };
}

/** Where a word or a number ends, and at the beginning: a sticky pattern says what may follow something that was found. */
function runAfterWords(pattern: RegExp): (text: string) => number {
  return (text) => {
    const places = [0, ...[...text.matchAll(/(?<=\w)(?!\w)/g)].map(({ index }) => index)];
    const began = performance.now();
    for (const place of places) {
      pattern.lastIndex = place;
      pattern.test(text);
    }
    return performance.now() - began;
  };
}

/** The words that a pattern looks for, each followed by a space: what it begins with it may begin with again and again. */
function wordsOf(source: string): string[] {
  const words = source.replace(/\\[a-zA-Z]|\\u[\da-f]{4}/g, ' ').match(/[A-Za-z]{2,}/g) ?? [];
  return [...new Set(words)].slice(0, 25).map((word) => `${word} `);
}
