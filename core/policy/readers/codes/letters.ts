import { matchesOf } from '../../../text/matches.ts';
import { explains, isCode } from './code-words.ts';

/** A letter that a sentence uses as a mark, without the word "code" or "mark" beside it. */
export interface Letter {
  readonly code: string;
  readonly at: number;
  readonly length: number;
}

const LETTER =
  /(?<![A-Za-z0-9'£&/\\.@#+-])["'(]{0,2}([B-Z]\d?)(?:s(?![A-Za-z]))?["')]{0,2}(?![A-Za-z0-9'&/\\@-]|\.[A-Za-z\d])/g;

/** "has a U", "gets an L", "the register then says U", "is an I", "into U": what leads to a mark. */
const LEAD =
  /\b(?:is|are|be|been|has|have|had|having|gets?|getting|receives?|earns?|means?|meaning|becomes?|says?|reads?|shows?|into|from|appears?|goes|uses?|using|writes?|gives?\s+way|puts?|enters?|marks?|marked|codes?|coded|records?|recorded|entered|shown|noted|logged|issued?|given?|gives|changed? to|turned to)\s+(?:(?:it|them|this|these|down|him|her)\s+)?(?:(?:as|by|with|to|in)\s+)?(?:an?\s+|the\s+)?$/i;
/** "the mark is an I", "the code will be C". */
const MARK_IS =
  /\b(?:mark|code|symbol|letter|entry)\s+(?:for\s+[a-z ]{3,24}\s)?(?:is|are|becomes|will\s+be|would\s+be|should\s+be|must\s+be)\s+(?:then\s+)?(?:an?\s+)?$/i;
/** "a U", "each L", "five Ls". */
const COUNTED = /\b(?:an?|the|each|every|another|any|no|one|two|three|four|five|six|seven|eight|nine|ten|\d{1,2})\s+$/i;
const AN = /\ban\s+$/i;
/** "use I for …", "mark I when …": no person can stand there. */
const USES =
  /\b(?:uses?|using|puts?|enters?|marks?|records?)\s+(?:(?:it|them)\s+)?(?:(?:as|with)\s+)?$|\b(?:recorded|marked|coded|shown|entered)\s+(?:as|with|by)\s+$/i;
/** What ends the letter's clause: nothing that a person says of herself follows. */
const ENDS = /^\s*(?:$|[,.;:)]|(?:and|or|for|until|if|when|where|in|on)\b)/;

/** Lateness, absence and the register: what the marks L, U, N and O are spoken of with. */
const OF_MARKS =
  /\b(?:late(?:r|s|ness|comers?)?|registers?|registered|registration|sessions?|absen\w*|unauthori[sz]ed|arriv\w*|reasons?|explain\w*|explanation|office|record\w*|marks?|marked|codes?|coded)\b|\d[:.]\d\d/i;
/** Grades and school subjects have letters too. */
const OF_GRADES = /\b(?:GCSEs?|A[ -]?levels?|grades?|exams?|results?|maths|science|English|art|spelling|phonics)\b/;
const LATE_LETTERS: ReadonlySet<string> = new Set(['L', 'U', 'N', 'O']);

const NOT_BEHIND =
  /^(?:-|\s(?:(?:block|band|side|group|set|form|class)\b|of E\b|shap|turn|bend|plate|road|Corp)|\s?[:.]?\s?(?:\+?\d|[\w.]{1,40}@|www\.)|\.?\s[A-Z][a-z'])/;
/** "Mr L", "Appendix U", "Miss Anna C": an initial, or the letter of something else. */
const NOT_BEFORE =
  /\b(?:Mr|Mrs|Ms|Miss|Dr|Mx)\.?\s$|(?<=[a-z,;] )(?!(?:Code|Mark|Letter|Symbol|Then|After)\b)[A-Z][A-Za-z]{1,20}\s$/;

const LEAD_REACH = 60;
const MEANING_REACH = 70;

/** The letters that a sentence gives as marks by its verbs; with one mark known, every other letter that stands alone. */
export function lettersAsMarks(words: string, isKnown: boolean, isOther: (before: string) => boolean): Letter[] {
  const letters = matchesOf(words, LETTER).flatMap(({ index, 0: whole, 1: code = '' }) => {
    const at = index + whole.indexOf(code);
    const before = words.slice(Math.max(0, index - LEAD_REACH), index);
    const behind = words.slice(index + whole.length, index + whole.length + MEANING_REACH);
    const meant = isCode(code) && !NOT_BEHIND.test(behind) && !NOT_BEFORE.test(before) && !isOther(before);
    return meant ? [{ code, at, length: code.length, before, behind }] : [];
  });
  if (letters.length === 0 || OF_GRADES.test(words)) return [];
  const late = new Set(letters.flatMap(({ code }) => (LATE_LETTERS.has(code) ? [code] : [])));
  const ofMarks = late.size > 1 || OF_MARKS.test(words);
  const given = new Set(letters.filter((letter) => isGiven(letter, ofMarks)));
  if (given.size === 0 && !isKnown) return [];
  return letters.filter((letter) => given.has(letter) || isSibling(letter));
}

interface Placed extends Letter {
  readonly before: string;
  readonly behind: string;
}

function isGiven({ code, before, behind }: Placed, ofMarks: boolean): boolean {
  const explained = explains(code, before) || explains(code, behind.split(/[.;,]/, 1)[0] ?? '');
  if (MARK_IS.test(before)) return code !== 'I' || ENDS.test(behind);
  if (code === 'I')
    return (
      ((explained || ofMarks) && LEAD.test(before) && AN.test(before)) ||
      (explained && USES.test(before) && ENDS.test(behind))
    );
  if (LATE_LETTERS.has(code) && ofMarks && (LEAD.test(before) || COUNTED.test(before))) return true;
  return explained && LEAD.test(before);
}

/** "with I, medical appointments with M", "or I for illness": among marks a letter that its own words explain. */
function isSibling({ code, before, behind }: Placed): boolean {
  // "If a Y7 student is at the dentist it is M": a year group.
  if (code !== 'I') return !/^Y\d/.test(code);
  return (
    AN.test(before) ||
    (/^\s+for\s/.test(behind) && explains(code, behind.slice(0, 24))) ||
    (/\b(?:as|with|is)\s$/.test(before) && ENDS.test(behind))
  );
}
