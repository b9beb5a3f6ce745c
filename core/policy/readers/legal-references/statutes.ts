import { type Alternative, alternativesIn } from '../../../text/alternatives.ts';
import { Claims } from '../../../text/claims.ts';
import { matchAt } from '../../../text/match-at.ts';
import { sectionsBefore, sectionsBehind } from './sections.ts';

/** An Act or a set of regulations as printed, with offsets in the text; a list of years gives one for each. */
export interface PrintedStatute {
  readonly start: number;
  readonly end: number;
  readonly title: string;
  /** The instrument's own name without sections, in lower case: "education act 1996". */
  readonly name: string;
  /** Whether sections between 434 and 447, or section 7, are cited: the attendance parts of the 1996 Act. */
  readonly aboutAttendance: boolean;
}

const GAP = '\\s{1,8}';
const BRACKETED = "\\([A-Za-z][A-Za-z ,'&-]{2,60}\\)";
/** Acts that are named in small letters, and without their year. */
const KNOWN_ACT = [
  `education(?:${GAP}(?:and|&)${GAP}(?:inspections?|skills|adoption))?`,
  'equalit(?:y|ies)',
  `(?:the${GAP})?children(?:'s)?(?:${GAP}(?:and|&)${GAP}(?:families|young${GAP}persons?|social${GAP}work))?`,
  `anti-?${'\\s?'}social${GAP}behaviour`,
  `crime${GAP}and${GAP}disorder`,
  `data${GAP}protection`,
  `human${GAP}rights`,
  `freedom${GAP}of${GAP}information`,
  `disability${GAP}discrimination`,
].join('|');
const KNOWN_REGULATIONS = [
  `(?:the${GAP})?(?:education|school${GAP}attendance|children)${GAP}${BRACKETED}(?:\\s{0,8}${BRACKETED}){0,3}`,
  `(?:education${GAP})?penalty${GAP}notices?(?:\\s{0,8}${BRACKETED}){0,2}`,
  `(?:education${GAP})?pupil${GAP}registration(?:\\s{0,8}${BRACKETED}){0,2}`,
].join('|');
const CAPITALISED = `[A-Z][A-Za-z'-]{2,24}(?:${GAP}(?:[A-Z][A-Za-z'-]{1,24}|and|of|the|for|in|to|&|${BRACKETED})){0,9}`;
const YEAR = '(?:19|20)\\d\\d';
const YEARS = new RegExp(
  `,?\\s{0,3}\\(?(${YEAR}(?:\\s{0,3}(?:,|and|&|\\/|,\\s?and)\\s{0,3}${YEAR}(?!\\s{0,3}\\()){0,5})\\)?`,
  'iy',
);
const AMENDED = /\s{1,8}\((?:as\s{1,8}(?:last\s{1,8})?amended|and\b[^()]{0,60}\bamend|amended\b)[^()]{0,40}\)/iy;

/** How an Act's title is told: by its known name, by its year before it, or, for any other, by its capitals. */
type Told = 'known' | 'yearFirst' | 'other';

const ACT = /\bacts?(?![a-z])/i;
const REGULATIONS = /regulations?(?![a-z])/i;
const NAMED: readonly Alternative<Told>[] = [
  { is: 'known', needs: ACT, pattern: new RegExp(`\\b(?:the${GAP})?(?:${KNOWN_ACT})${GAP}acts?(?![a-z])`, 'gi') },
  {
    is: 'known',
    needs: REGULATIONS,
    pattern: new RegExp(`\\b(?:the${GAP})?(?:${KNOWN_REGULATIONS})${GAP}regulations?(?![a-z])`, 'gi'),
  },
  {
    is: 'yearFirst',
    needs: /\d{4}\s/,
    pattern: new RegExp(
      `\\b(?:the${GAP})?${YEAR}${GAP}(?:(?:(?:${KNOWN_ACT})${GAP})?(?:acts?|regulations?)|(?:${KNOWN_REGULATIONS})${GAP}regulations)(?![a-z])`,
      'gi',
    ),
  },
];
/** Any other title counts with its year: capitals alone may be a heading. */
const OTHER: readonly Alternative<Told>[] = [
  {
    is: 'other',
    needs: /(?:Act|Regulations?|Order)\b/,
    pattern: new RegExp(`\\b${CAPITALISED}${GAP}(?:Act|Regulations?|Order)\\b`, 'g'),
  },
];

const ATTENDANCE_SECTIONS = /\b(?:4(?:3[4-9]|4[0-7])[A-Z]{0,2}|7)\b/;

const MAY_CITE = /\bacts?(?![a-z])|regulations?\b|\bOrder\b/i;

/** Every Act and instrument that a text cites. */
export function printedStatutes(text: string): PrintedStatute[] {
  const found: PrintedStatute[] = [];
  if (!MAY_CITE.test(text)) return found;
  const claims = new Claims(text.length);
  for (const { is, start, end } of [...alternativesIn(text, NAMED), ...alternativesIn(text, OTHER)]) {
    const words = trimmed(text.slice(start, end));
    const body = is === 'known' ? words.replace(/^the /i, '') : words;
    const years = is === 'yearFirst' ? null : matchAt(text, end, YEARS);
    if (is === 'other' && !years) continue;
    if (isPlainWords(text.slice(Math.max(0, start - 12), start), body, is, years !== null)) continue;
    const yearsEnd = end + (years?.[0].length ?? 0);
    const to = is === 'yearFirst' ? end : yearsEnd + (matchAt(text, yearsEnd, AMENDED)?.[0].length ?? 0);
    if (claims.take(start, to)) found.push(...split(text, { start, end: to, body, years: years?.[1] }));
  }
  return found.sort((a, b) => a.start - b.start);
}

/** "parents and children act", "in 2024 regulations changed": small letters are a title only with what makes one. */
function isPlainWords(before: string, body: string, told: Told, isDated: boolean): boolean {
  if (isDated) return /^(?:The|This|In|Under|An?|Any)\s+(?:Act|Regulations?|Order)$/i.test(body);
  if (told === 'yearFirst') {
    const bare = /^(the\s+)?\d{4}\s+(acts?|regulations?)$/i.exec(body);
    return bare !== null && !bare[1] && !/\b(?:the|to|of|under|these|those)\s{1,4}$/i.test(before);
  }
  // ("the Penalty Notice Regulations"): the short name that a text gives to what it has just cited.
  if (/\(\s?["']\s?$/.test(before)) return true;
  return !/[A-Z]/.test(body) || /\bacts?$/.test(body);
}

/** A title with its place, the years behind it and what says that it was amended. */
interface Cited {
  readonly start: number;
  readonly end: number;
  readonly body: string;
  readonly years: string | undefined;
}

function split(text: string, cited: Cited): PrintedStatute[] {
  const { body } = cited;
  const before = sectionsBefore(text, cited.start);
  const after = sectionsBehind(text, cited.end);
  const aboutAttendance = ATTENDANCE_SECTIONS.test(before + after);
  const start = cited.start - before.length;
  const end = cited.end + after.length;
  const years = cited.years?.match(/\d{4}/g) ?? [];
  if (years.length < 2) {
    const bare = body.replace(/^the\s+/i, '');
    const name = `${bare}${years[0] && !bare.includes(years[0]) ? ` ${years[0]}` : ''}`.toLowerCase();
    return [{ start, end, title: trimmed(text.slice(start, end)), name, aboutAttendance }];
  }
  const yearsAt = text.lastIndexOf(cited.years ?? '', cited.end);
  const singular = body.replace(/\bActs$/, 'Act').replace(/\bacts$/, 'act');
  let from = yearsAt;
  return years.map((year, index) => {
    const at = text.indexOf(year, from);
    from = at + 4;
    const title = `${index === 0 ? trimmed(before) : ''} ${singular} ${year}`.trim();
    const name = `${singular.replace(/^the\s+/i, '')} ${year}`.toLowerCase();
    return { start: index === 0 ? start : at, end: from, title, name, aboutAttendance };
  });
}

function trimmed(words: string): string {
  return words
    .replace(/\s+/g, ' ')
    .replace(/ ([,;)])/g, '$1')
    .replace(/\( /g, '(')
    .trim();
}
