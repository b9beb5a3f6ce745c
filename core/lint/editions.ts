import { documentsNamed, type GuidanceDocument } from '../guidance/documents.ts';
import type { Hit } from '../policy/document.ts';
import { wordsAfter, wordsBefore } from './guards.ts';
import type { Place } from './rule.ts';

const YEAR_IN_BRACKETS =
  /^['")\]]{0,2}\s{0,2}(?:\([A-Z]{2,6}\)\s{0,2})?[([][^()[\]\d;]{0,40}\b((?:19|20)\d{2})\b[^()[\]]{0,30}[)\]]/i;
const YEAR_AFTER = /^['")\]]{0,2}[^;,.:([\d]{0,40}?\b((?:19|20)\d{2})\b(?!\s*(?:act|regulations?)\b)/i;
// ", statutory guidance for local authorities, 2016", ": guidance for schools (2023)", ", DfE 2022", ", September 2022".
const YEAR_AFTER_DETAILS =
  /^['")\]]{0,2}\s{0,2}[,:–-]\s{0,2}(?:(?:DfE|Department for Education|(?:statutory )?guidance(?: for [a-z ,]{4,60})?|(?:Jan|Feb|March|April|May|June|July|Aug|Sept?|Oct|Nov|Dec)[a-z]{0,6})[\s,(–-]{1,3}){1,3}((?:19|20)\d{2})\b/i;
// A list of what a policy rests on: "Children missing education, 2016".
const YEAR_AT_THE_END = /^['")\]]{0,2}\s{0,2},\s{1,2}\(?((?:19|20)\d{2})\)?[.;,]?\s{0,4}$/;
const TELLS = /\b(?:are|were|was|found|than|since|until)\b/i;
// "Regulations 2013 and Working together" gives the year of the regulations.
const YEAR_BEFORE = /(?<!(?:act|regulations?|order)[ ,(]{1,3})\b((?:19|20)\d{2})\)?[^A-Za-z\d]{0,6}$/i;

// A passage quoted from the guidance, with its source behind: … “title” says “…” (DfE Guidance, September 2022).
const YEAR_OF_QUOTATION =
  /[”"’']\s{0,2}\((?:DfE|Department for Education|statutory guidance|guidance)[^()\d]{0,40}\b((?:19|20)\d{2})\)\W{0,3}$/i;
const LONGEST_QUOTATION = 400;

/** The year that a reference gives beside a title, and the stretch from the title to it. */
export function editionYearAt(hit: Hit): { year: number; at: Place } | null {
  const words = wordsAfter(hit);
  const after =
    YEAR_IN_BRACKETS.exec(words) ??
    YEAR_AFTER.exec(words) ??
    YEAR_AFTER_DETAILS.exec(words) ??
    YEAR_AT_THE_END.exec(words);
  if (after?.[1] && !TELLS.test(after[0])) {
    const end = hit.end + after.index + after[0].length;
    return { year: Number(after[1]), at: { start: hit.start, end } };
  }
  const quoted = words.length <= LONGEST_QUOTATION ? YEAR_OF_QUOTATION.exec(words) : null;
  if (quoted?.[1]) return { year: Number(quoted[1]), at: { start: hit.start, end: hit.end } };
  const before = YEAR_BEFORE.exec(wordsBefore(hit));
  return before?.[1] ? { year: Number(before[1]), at: { start: hit.start, end: hit.end } } : null;
}

/** The edition of a series to cite on a day. */
export function currentEdition(series: string, asOf: string): GuidanceDocument | undefined {
  return documentsNamed(series).findLast(({ inForceFrom }) => inForceFrom === null || inForceFrom <= asOf);
}

/** Whether an edition of that year had been overtaken by the day. */
export function isOvertaken(series: string, year: number, asOf: string): boolean {
  const current = currentEdition(series, asOf)?.inForceFrom;
  return current !== undefined && current !== null && year < Number(current.slice(0, 4));
}
