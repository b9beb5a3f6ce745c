import { matchesOf } from './matches.ts';
import { remembered } from './remembered.ts';

/**
 * How policies write numbers: digits, words, ordinals, percentages. Patterns are sources, to be built into others; where
 * many patterns hang on a number, ask for the numbers of the text once and look on both sides of each.
 */

const UNITS = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];
const TEENS = [
  'eleven',
  'twelve',
  'thirteen',
  'fourteen',
  'fifteen',
  'sixteen',
  'seventeen',
  'eighteen',
  'nineteen',
  'twenty',
];
const TENS: Record<string, number> = {
  twenty: 20,
  thirty: 30,
  forty: 40,
  fifty: 50,
  sixty: 60,
  seventy: 70,
  eighty: 80,
  ninety: 90,
  hundred: 100,
};
const ORDINALS = [
  'first',
  'second',
  'third',
  'fourth',
  'fifth',
  'sixth',
  'seventh',
  'eighth',
  'ninth',
  'tenth',
  'eleventh',
  'twelfth',
];

const WORDS = new Map<string, number>([
  ...[...UNITS, ...TEENS].map((word, index) => [word, index + 1] as const),
  ...Object.entries(TENS),
]);

const UNIT_WORDS = UNITS.slice(0, 9).join('|');
const TENS_WORDS = Object.keys(TENS).slice(0, 8).join('|');

/** A cardinal: up to three digits, or a word up to ninety-nine or "hundred". */
export const CARDINAL = `(?:\\d{1,3}|(?:${TENS_WORDS})(?:[- ](?:${UNIT_WORDS}))?|(?:one )?hundred|${[...UNITS, ...TEENS].reverse().join('|')})`;

/** An ordinal from 1st to 99th, in digits or (to the twelfth) in words. */
export const ORDINAL = `(?:\\d{1,2}(?:st|nd|rd|th)|${ORDINALS.join('|')})`;

/** A number as a text prints it, with its place there; the end is exclusive. */
export interface PrintedNumber {
  readonly start: number;
  readonly end: number;
  readonly value: number;
}

const NUMBERS = new RegExp(
  `\\d+(?:\\.\\d+)?|\\b(?:(?:one )?hundred|(?:${TENS_WORDS})(?:[- ](?:${UNIT_WORDS}))?|${[...TEENS, ...UNITS].join('|')})\\b`,
  'gi',
);
const IS_CARDINAL = /^(?:\d{1,3}$|\D)/;
const IS_PERCENT = /^(?:\d{1,3}(?:\.\d{1,2})?$|(?:five|ten|fifteen)$|(?:one )?hundred|\w+ty\b)/i;

interface Printed extends PrintedNumber {
  readonly words: string;
}

/** Every number of a text in its order. */
const numbersIn = remembered((text): readonly Printed[] => {
  const numbers = matchesOf(text, NUMBERS).map(({ 0: words, index }): Printed => {
    return { start: index, end: index + words.length, value: cardinalOf(words) ?? 0, words };
  });
  return text.includes('(') ? numbers.flatMap((number, index) => withItsGloss(text, numbers, number, index)) : numbers;
});

/** "three (3)", "10 (ten)": a number that a bracket behind it says again is one. */
function withItsGloss(text: string, numbers: readonly Printed[], number: Printed, index: number): Printed[] {
  const isGloss = (one: Printed | undefined, other: Printed | undefined): boolean =>
    one?.value === other?.value &&
    /^\s?\($/.test(text.slice(one?.end, other?.start)) &&
    text[other?.end ?? text.length] === ')';
  if (isGloss(numbers[index - 1], number)) return [];
  const next = numbers[index + 1];
  return [next && isGloss(number, next) ? { ...number, end: next.end + 1 } : number];
}

/** Every cardinal of a text in its order: figures of up to three digits, and words up to ninety-nine or "hundred". */
export const cardinalsIn = remembered((text): readonly PrintedNumber[] =>
  numbersIn(text).filter(({ words }) => IS_CARDINAL.test(words)),
);

/** Every number of a text that may stand before a percent sign, in order: figures of up to two decimals, and round words. */
export const percentValuesIn = remembered((text): readonly PrintedNumber[] =>
  numbersIn(text).filter(({ words }) => IS_PERCENT.test(words)),
);

const ORDINAL_WORDS = new RegExp(`\\b(?:\\d{1,2}(?:st|nd|rd|th)|${ORDINALS.join('|')})\\b`, 'gi');

/** Every ordinal of a text in its order, from 1st to 99th. */
export const ordinalsIn = remembered((text): readonly PrintedNumber[] =>
  matchesOf(text, ORDINAL_WORDS).map(({ 0: words, index }) => {
    return { start: index, end: index + words.length, value: ordinalOf(words) ?? 0 };
  }),
);

/** The value of a cardinal ("10", "ten", "ninety-five"); null for anything else. */
export function cardinalOf(text: string): number | null {
  const words = text.trim().toLowerCase();
  if (/^\d+(?:\.\d+)?$/.test(words)) return Number(words);
  const whole = words.replace(/^one hundred$/, 'hundred');
  const known = WORDS.get(whole);
  if (known !== undefined) return known;
  const parts = whole.split(/[- ]+/);
  const tens = TENS[parts[0] ?? ''];
  const unit = UNITS.slice(0, 9).indexOf(parts[1] ?? '') + 1;
  return parts.length === 2 && tens !== undefined && tens < 100 && unit > 0 ? tens + unit : null;
}

/** The value of an ordinal ("1st", "third"); null for anything else. */
export function ordinalOf(text: string): number | null {
  const words = text.trim().toLowerCase();
  const digits = /^(\d{1,2})(?:st|nd|rd|th)$/.exec(words)?.[1];
  if (digits) return Number(digits);
  const at = ORDINALS.indexOf(words);
  return at < 0 ? null : at + 1;
}

const ROMAN: Record<string, number> = { i: 1, ii: 2, iii: 3, iv: 4, v: 5, vi: 6, vii: 7, viii: 8 };

/** The place in a series that a printed label names: "2", "two", "II" and "B" are all 2; null when it names none. */
export function seriesNumberOf(text: string): number | null {
  const words = text.trim().toLowerCase();
  const letter = /^[a-h]$/.test(words) ? words.charCodeAt(0) - 96 : null;
  return cardinalOf(words) ?? ordinalOf(words) ?? ROMAN[words] ?? letter;
}
