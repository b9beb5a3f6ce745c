const BRACKETS = /\([^()]{0,40}\)/g;
const WORD = /^[\p{L}][\p{L}\p{M}.'’`-]*,?$/u;
const CAPITAL = /\p{Lu}/u;
/** Words of headings, statuses and footers that can stand two together with capitals, as a name does. */
const NOT_A_NAME =
  /\b(?:mrs?|miss|ms|dr|total|totals|average|mean|present|absent|absence|attendance|authori[sz]ed|unauthori[sz]ed|late|year|class|form|group|school|pupils?|students?|sessions?|period|lesson|course|am|pm|term|summary|daily|weekly|monthly|annual|reports?|details|overview|dashboard|settings|calendar|timetable|history|profile|search|filter|list|view|data|academy|primary|secondary|college|trust|staff|teacher|roll call|statutory|lessons|legal|parents?|admin|administration|behaviour|welcome|log|sign|menu|help|current|total|monday|tuesday|wednesday|thursday|friday|step|stage|letter|register|registration|illness|medical|holiday|persistent|severe|medium|high|low|no|not|yes|none|pending|issued|waived|on|off|the|of|and|in)\b/i;

/** Whether a text reads as a person's name: "Yusuf Bellamy", "Bellamy, Yusuf", "O'CONNOR Siân". */
export function looksLikeName(text: string): boolean {
  const plain = text.replace(BRACKETS, ' ').trim();
  if (plain.length < 4 || plain.length > 60 || NOT_A_NAME.test(plain)) return false;
  const words = plain.split(/\s+/);
  if (words.length < 2 || words.length > 6 || !words.every((word) => WORD.test(word))) return false;
  return words.filter((word) => CAPITAL.test(word)).length >= 2;
}

/** Whether a text can be one half of a name, in a column of surnames or forenames. */
export function looksLikeOneName(text: string): boolean {
  const words = text.split(/\s+/);
  return words.length <= 3 && words.every((word) => WORD.test(word)) && CAPITAL.test(text) && !NOT_A_NAME.test(text);
}

/** One key for the same name in other letter case or spacing. */
export function nameKey(name: string): string {
  return name.toLowerCase().replace(/\s+/g, ' ').trim();
}

/** "Bellamy, Yusuf" as it is spoken: "Yusuf Bellamy". Other texts stay as they are. */
export function spokenName(name: string): string {
  // A class or a note behind the name, "(4K)" or "(leaver)", is no part of it; a name that someone is called by, "(Amy)", is.
  const bare = name.replace(/ ?\((?:[^()]{0,20}\d[^()]{0,20}|\p{Ll}[^()]{0,30})\)$/u, '');
  const parts = bare.split(',');
  const [surname, forenames] = [parts[0]?.trim() ?? '', parts[1]?.trim() ?? ''];
  return parts.length === 2 && surname !== '' && forenames !== '' ? `${forenames} ${surname}` : bare;
}
