const ROMAN: readonly (readonly [number, string])[] = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
];

/** A count in small letters: behind z, Word doubles the letter: aa, bb. */
export function letters(number: number): string {
  if (number < 1) return '';
  return String.fromCharCode(97 + ((number - 1) % 26)).repeat(Math.min(10, Math.ceil(number / 26)));
}

/** A count in small Roman figures. */
export function roman(number: number): string {
  let rest = Math.min(number, 3999);
  let text = '';
  for (const [value, letter] of ROMAN) for (; rest >= value; rest -= value) text += letter;
  return text;
}

const RAISED = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** Figures as they stand above the line: the mark of a footnote is no part of the number before it. */
export function raised(figures: string): string {
  return figures.replace(/\d/g, (digit) => RAISED[Number(digit)] ?? digit);
}
