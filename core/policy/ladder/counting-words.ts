import { cardinalOf } from '../../text/numbers.ts';

/** What is counted, and over what time: "of unauthorised absence in any ten school weeks". */
const OF_COUNTS = new Set(
  `of or more and the a an any each one ten this in within over during per rolling period school half term terms week weeks month
  months year years session sessions absence absences unauthorised unauthorized missed late marks mark day days off so far
  percent per cent attendance`.split(/\s+/),
);

/** Whether the words behind a figure only say what it counts. */
export function onlyCounts(words: string): boolean {
  return (words.match(/[a-z]+/gi) ?? []).every(
    (word) => OF_COUNTS.has(word.toLowerCase()) || cardinalOf(word) !== null,
  );
}
