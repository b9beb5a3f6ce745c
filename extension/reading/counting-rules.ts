import type { Surroundings } from './surroundings.ts';
import { normalise } from './words.ts';

/** "are counted as present", "treated as attendance", "shown as late": a mark is moved from one class to another. */
const MOVED =
  /\b(?:count(?:s|ed|ing)?|treat(?:s|ed|ing)?|class(?:es|ed|ified)?|regard(?:s|ed)?|record(?:s|ed)?|includ(?:es|ed|e|ing)|report(?:s|ed)?|shown?|consider(?:s|ed)?)\b(?: [a-z]{1,12}){0,3} (?:as|in|with|within|among|towards?) (?:[a-z]{1,12} ){0,2}(?:present|attend[a-z]*|absen[a-z]*|authori[sz]ed|unauthori[sz]ed|the figures?|percentages?|possible)\b/;
/** "excludes authorised absence", "does not include medical appointments": a mark is left out. */
const LEFT_OUT =
  /\b(?:exclud(?:es|ed|ing|e)|omit(?:s|ted|ting)?|ignor(?:es|ed|ing)|leaves? out|(?:not|never|without) (?:includ(?:e|ed|ing)|count(?:ed|ing)?)|discount(?:s|ed)|disregard(?:s|ed)?)\b.{0,60}?\b(?:absen[a-z]*|authori[sz]ed|unauthori[sz]ed|ill(?:ness)?|medical|holidays?|lates?|lateness|sessions? (?:of|for|with)|sick[a-z]*|exclusions?|suspensions?|covid|religious|pupils? (?:with|who|on)|after the register|code [a-z]\b|[a-z] codes?)\b/;
/** What the national rules say too, so that saying it changes nothing. */
const AS_EVERYWHERE =
  /\b(?:approved|aea|educational activit|off-?site|visits?|sporting|work experience|before the register|not yet|no mark|not (?:a )?possible|no code|unmarked|not required|code [dxyzq#]|[dxyzq#] codes?)/;

const ELSEWHERE =
  /\b(?:clubs?|dinners?|meals?|lunches|school lunch|interventions?|tuition|tutoring|homework|detentions?|rehearsals?|parents?['’]? evening|staff (?:absence|attendance)|employees?|therapy|clinic|wrap-?around|enrichment|exams?|assembly|assemblies|swimming|(?:remote|online|distance) (?:learning|lessons)|previous schools?|trips?|transport|mentoring|revision|boarding|workshops?)\b/;
/** One half of each day, or one day of each week, is all that the page shows. */
const ONE_PART =
  /^(?:(?:session|day|half|register|registration)s?:? ?)*(?:am|pm|mornings?|afternoons?|(?:mon|tues|wednes|thurs|fri)days?)(?: (?:sessions?|registration|register|only))?$/;
const FILTER = /^(?:subject|lesson|course|code|reason)s?(?:: ?(.*))?$/i;
const UNFILTERED = /^(?:$|all\b|any\b|every|none\b|no\b|[-–—]|select|choose|please)/;
/** A key of letters that mean something else in the national register. */
const OWN_LETTERS =
  /(?:^|[^\p{L}\d])(?:A ?[=:(–-]? ?[Aa]bs|P ?[=:(–-]? ?[Pp]resent|T ?[=:(–-]? ?(?:[Tt]ard|[Tt]ruan)|E ?[=:(–-]? ?(?:[Ee]xcus|[Ee]arl)|S ?[=:(–-]? ?[Ss]ick|L ?[=:(–-]? ?(?:[Ll]eft|[Ll]eav)|U ?[=:(–-]? ?(?:[Uu]nex|[Uu]nver)|X ?[=:(–-]? ?[Aa]bs|V ?[=:(–-]? ?[Vv]ac)/u;

/** Why figures or marks beside such words are not those of the register; null when nothing speaks against them. */
export function notOfTheRegister(levels: readonly Surroundings[], kind: 'summary' | 'register'): string | null {
  const texts = levels.flatMap((level) => level.texts);
  const other = texts.find((text) => text.length < 80 && ELSEWHERE.test(normalise(text)));
  if (other) return `The page is about “${other}” and not the attendance register, so no step is shown.`;
  if (kind === 'summary') {
    const part = narrowed(texts);
    if (part) return `The page shows “${part}” only, and the policy counts all sessions, so no step is shown.`;
    const rules = ownRules(levels);
    return rules && `The page counts by rules of its own (“${rules}”), so no step is shown.`;
  }
  const key = texts.find((text) => text.length < 300 && OWN_LETTERS.test(text));
  return key ? `The page’s key gives letters a meaning of its own (“${key}”), so no step is shown.` : null;
}

/** Words without which figures are of something else: marks of a test, homework, money. */
const OF_ATTENDANCE =
  /attend|absen|\bpresent|session|\bregist|half[- ]?day|\broll ?call|authori[sz]|\bam ?[/&] ?pm\b|\blates?\b/i;

/** Whether a table, or anything around it, says that it is about attendance. */
export function isOfAttendance(headings: readonly (readonly string[])[], levels: readonly Surroundings[]): boolean {
  const words = headings.flat();
  return (
    words.some((text) => /^[/\\]$/.test(text)) ||
    [...words, ...levels.flatMap(({ texts }) => texts)].some((text) => OF_ATTENDANCE.test(text))
  );
}

/** Whether letters below dates may be of a register: the words around them, if any, are not of meals or rewards. */
export function isOfRegister(headings: readonly (readonly string[])[], levels: readonly Surroundings[]): boolean {
  const texts = levels.flatMap((level) => level.texts);
  return (
    (texts.length === 0 || isOfAttendance(headings, levels)) &&
    !texts.some((text) => text.length < 80 && ELSEWHERE.test(normalise(text)))
  );
}

/** What a chosen filter leaves of the sessions, in the page's words; null where none does. */
function narrowed(texts: readonly string[]): string | null {
  for (const [at, text] of texts.entries()) {
    if (text.length > 60) continue;
    const words = normalise(text);
    if (ONE_PART.test(words)) return text;
    const [filter, inside = ''] = FILTER.exec(text) ?? [];
    // The filter's label and its value may be one text or two.
    const value = normalise(inside || (texts[at + 1] ?? ''));
    if (filter !== undefined && value.length < 30 && !UNFILTERED.test(value))
      return `${text} ${inside ? '' : (texts[at + 1] ?? '')}`.trim();
  }
  return null;
}

/** The page's own sentence where it counts otherwise than the register's rules; null when it says nothing of the kind. */
export function ownRules(levels: readonly Surroundings[]): string | null {
  for (const { texts } of levels) {
    for (const text of texts) {
      if (text.length > 300) continue;
      for (const sentence of normalise(text).split(/[.;!](?:\s|$)/)) {
        if ((MOVED.test(sentence) || LEFT_OUT.test(sentence)) && !AS_EVERYWHERE.test(sentence)) return text;
      }
    }
  }
  return null;
}
