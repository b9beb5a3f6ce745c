import type { Surroundings } from './surroundings.ts';
import { type CountUnit, normalise, unitIn } from './words.ts';

/** What a page says its figures count: statutory sessions (half days), days or lessons. */
export interface Basis {
  unit: CountUnit;
  words: string;
}

const STATUTORY =
  /\bstatutory\b|\broll[- ]?call\b|\b(?:am|morning) ?(?:and|&|\/|,) ?(?:pm|afternoon)\b|\bsession(?:s| attendance| marks?)\b/;
/** Elsewhere a session is a school year, or a lesson of a course. */
const OTHER_SESSIONS = /\b(?:academic|school|current|taken|teaching|course|class|all|past|log) sessions?\b/g;
const LESSON = /\blessons?\b|\bby period\b|\bper period\b|\bperiod (?:attendance|marks?|registers?)\b/;

/** The unit that the nearest words around a grid state; null when none do or when they state two. */
export function readBasis(levels: Iterable<Surroundings>): Basis | null {
  for (const { texts } of levels) {
    const stated = texts
      .filter((text) => text.length < 200)
      .flatMap((text) => {
        const words = normalise(text).replace(OTHER_SESSIONS, ' ');
        const unit: CountUnit | null = LESSON.test(words)
          ? STATUTORY.test(words)
            ? null
            : 'lessons'
          : (inUnits(text) ?? (STATUTORY.test(words) ? 'sessions' : null));
        return unit ? [{ unit, words: text }] : [];
      });
    const units = new Set(stated.map(({ unit }) => unit));
    if (units.size === 1) return stated[0] ?? null;
    if (units.size > 1) return null;
  }
  return null;
}

/** "Figures in days", "Units: days": a day named as the unit, not in passing. */
function inUnits(text: string): CountUnit | null {
  return /\b(?:in|units?:?|counted in|shown (?:in|as)|by|count:?) (?:whole |school |full )?days\b|^(?:school |whole |full )?days(?:$|[ ]?[,:;(])|\bdays (?:absent|present|attended|possible|missed)\b|\b(?:possible|attended|absent|missed|percentages? of) (?:school )?days\b/i.test(
    text,
  )
    ? unitIn('days')
    : null;
}
