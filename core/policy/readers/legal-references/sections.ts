import { matchAt } from '../../../text/match-at.ts';
import { matchesOf } from '../../../text/matches.ts';

const UNIT =
  '(?:(?:sub-?)?sections?|sect?\\.?|ss?\\.?|parts?|regulations?|regs?\\.?|schedules?|chapters?|paragraphs?|articles?)';
const UNITS = new RegExp(`\\b${UNIT}`, 'gi');
const UNIT_HERE = new RegExp(`${UNIT}\\s{0,3}`, 'iy');
const NUMBER = /\d{1,4}[A-Z]{0,2}(?:\s?&?\s?\([0-9A-Z]{1,4}\)){0,5}/iy;
const JOINT = /\s{0,2}(?:,|and|&|or|to|-)\s{0,2}/iy;
const BRACKET = /\([0-9A-Z]{1,4}\)/iy;
const TO_THE_TITLE = /^\s{0,3}(?:(?:of|in|under|to)\s{1,3})?(?:the\s{1,4})?[\s'"]{0,6}$/i;
const MOST_SECTIONS = 6;
const REACH = 90;

/** "sections 444 and 444A of the ", the sections that are cited before an Act's title; "" where there are none. */
export function sectionsBefore(text: string, at: number): string {
  const lead = text.slice(Math.max(0, at - REACH), at);
  for (const { index } of matchesOf(lead, UNITS)) {
    const end = sectionsEnd(lead, index);
    if (end !== null && TO_THE_TITLE.test(lead.slice(end))) return lead.slice(index);
  }
  return '';
}

/** ", section 7", the sections that are cited behind an Act's title; "" where there are none. */
export function sectionsBehind(text: string, at: number): string {
  const rest = text.slice(at, at + REACH);
  const start = /^,?\s{0,3}\(?/.exec(rest)?.[0].length ?? 0;
  const end = sectionsEnd(rest, start);
  // "… Act 1996, section 23 of the …": the sections of the next title.
  if (end !== null && /^\s{1,3}of\b/i.test(rest.slice(end))) return '';
  return end === null ? '' : rest.slice(0, rest[end] === ')' ? end + 1 : end);
}

/** Where the sections end whose unit begins at a place; null where none stand there. */
function sectionsEnd(text: string, at: number): number | null {
  const unit = matchAt(text, at, UNIT_HERE);
  const first = unit && matchAt(text, at + unit[0].length, NUMBER);
  if (!unit || !first) return null;
  let end = at + unit[0].length + first[0].length;
  for (let count = 1; count < MOST_SECTIONS; count++) {
    const joint = matchAt(text, end, JOINT);
    if (!joint) break;
    const from = end + joint[0].length;
    const named = matchAt(text, from, UNIT_HERE)?.[0].length ?? 0;
    const next = matchAt(text, from + named, NUMBER) ?? matchAt(text, from + named, BRACKET);
    if (!next) break;
    end = from + named + next[0].length;
  }
  return end;
}
