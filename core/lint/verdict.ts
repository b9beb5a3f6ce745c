import { matchesOf } from '../text/matches.ts';
import { phrase } from './phrase.ts';

/**
 * What a sentence says that a session, a pupil or a code counts as: by the words that count and the words of a class that
 * stand behind them, whatever stands between. Sets of words, since offices have many ways to say it.
 */

export type Verdict = 'present' | 'absent' | 'authorised' | 'unauthorised';

/** A verdict with where it stands in the text, and whether it is denied: "is not counted as present". */
export interface SaidVerdict {
  readonly is: Verdict;
  readonly start: number;
  readonly end: number;
  readonly isDenied: boolean;
}

const WORD = /[a-z]+(?:['’][a-z]+)?|[.;:]/gi;
const COUNTS = new Set(
  'count counts counted counting class classed classes classified record recorded records mark marked marks treat treated treats regard regarded code coded codes log logged logs register registered enter entered show shown shows deemed considered reckoned put entered given get gets receive receives keep keeps have has'.split(
    ' ',
  ),
);
// "Is a present mark", "is a type of authorised absence": a verb that says much else too.
const IS = new Set('is are be means mean'.split(' '));
const DENIES = new Set('not never no cannot neither nor without instead rather'.split(' '));
const TO_A_CLASS = new Set('as towards toward'.split(' '));
const REACH = 7;
const BEFORE = 4;

/** Every verdict of a text, in its order; of one verb only the nearest class. */
export function verdictsIn(text: string): readonly SaidVerdict[] {
  const words = matchesOf(text, WORD).map((match) => ({
    word: match[0].toLowerCase().replace('’', "'"),
    start: match.index,
    end: match.index + match[0].length,
  }));
  const found: SaidVerdict[] = [];
  const wordAt = (index: number): string => words[index]?.word ?? '';
  for (const [verb, { word, start }] of words.entries()) {
    const isWeak = IS.has(word);
    if (!isWeak && !COUNTS.has(word)) continue;
    for (let at = verb + 1; at <= verb + REACH && at < words.length; at++) {
      const next = wordAt(at);
      if (next === '.' || next === ';' || next === ':' || COUNTS.has(next)) break;
      const is = classAt(wordAt, verb, at, isWeak);
      if (is === null) continue;
      const isDenied = words.slice(Math.max(0, verb - BEFORE), at).some((one) => denies(one.word));
      found.push({ is, start, end: words[at]?.end ?? start, isDenied });
      break;
    }
  }
  return found;
}

/** The class that a word names behind a verb, or null. */
function classAt(wordAt: (index: number) => string, verb: number, at: number, isWeak: boolean): Verdict | null {
  const [word, next, before] = [wordAt(at), wordAt(at + 1), wordAt(at - 1)];
  const isAbsence = /^absences?$/.test(next);
  if (/^authori[sz]ed$/.test(word))
    return isAbsence || (!isWeak && (before === 'as' || at === verb + 1)) ? 'authorised' : null;
  if (/^unauthori[sz]ed$/.test(word)) return isAbsence || (!isWeak && before === 'as') ? 'unauthorised' : null;
  if (/^(?:present|attendance|attending|attended)$/.test(word) && /^(?:mark|marks|code|codes)$/.test(next))
    return 'present';
  if (isWeak) return null;
  if (word === 'present') return 'present';
  if (/^(?:attendance|attending|attended|attend)$/.test(word))
    return range(verb + 1, at).some((index) => TO_A_CLASS.has(wordAt(index))) ? 'present' : null;
  // "On the first day of absence" names no class; "as a form of absence" does.
  if (before === 'of' && !/^(?:type|kind|form|sort)s?$/.test(wordAt(at - 2))) return null;
  // "Absent but authorised", "as absent (authorised)".
  if (/^(?:absent|absences?)$/.test(word))
    return range(at + 1, at + 3).some((index) => /^authori[sz]ed$/.test(wordAt(index))) ? 'authorised' : 'absent';
  return null;
}

const range = (from: number, to: number): number[] =>
  Array.from({ length: Math.max(0, to - from) }, (_, index) => from + index);

const denies = (word: string): boolean => DENIES.has(word) || word.endsWith("n't");

/** That a figure is none the worse: "does not lower your child's attendance", "counts as present". */
export const COUNTS_ALL_THE_SAME = phrase(
  /\b(?:still )?an? (?:attendance|present) mark\b|\b(?:not|n['’]t|no) (?:lower|affect|harm|hurt|reduce|change|damage|spoil|bring down|count against|pull down)\b[^.;]{0,40}?\b(?:attendance|percentages?|figures?|record)\b|\bcounts? (?:as|towards) (?:present|attending|attendance|attended)\b|\b(?:still )?(?:get|gets|have|has|keep|keeps|receive|receives) (?:(?:their|its|his|her|your) (?:attendance |present |usual |normal )?|(?:an?|the) (?:attendance|present|usual|normal) )mark\b/gi,
  'attendance mark',
  'present mark',
  'attendance',
  'percentage',
  'figure',
  'record',
  'as present',
  'attend',
  ' mark',
);
