import { Notes } from '../../text/notes.ts';
import type { Block } from '../blocks.ts';
import type { ReadChunk } from '../chunk-reader.ts';
import { matchesIn, type PolicyDocument } from '../document.ts';
import type { Placeholder } from '../schema.ts';

// Letters of European names; a class of all letters there are would be compiled to a hundred times this.
const LETTER = 'A-Za-zÀ-ÖØ-öø-ɏ';
/** The noun that ends a name; the words before it are read backwards from there. */
const SCHOOL_NOUN = new RegExp(
  `(?<![${LETTER}'])(?:Schools?|Academy|College|Nursery)(?:\\s{1,3}(?:and|&)\\s{1,3}(?:Nursery|Sixth Form|Pre-?[Ss]chool)(?:\\s{1,3}School)?)?(?![${LETTER}])`,
  'g',
);
const TRUST_NOUN = new RegExp(
  `(?<![${LETTER}'])(?:Multi[- ]Academy\\s{1,3}Trust|Trust|Federation|MAT)(?![${LETTER}])`,
  'g',
);
const WORD = `(?:St\\.?|[A-Z][${LETTER}'&-]{1,24}|[A-Z]\\.?|\\([A-Z][${LETTER} ]{1,20}\\))`;
const JOINING = '(?:of|the|and|&|in|on|upon|with)';
const WORDS_BEFORE = new RegExp(`(?<![${LETTER}'])${WORD}(?:\\s{1,3}(?:${WORD}|${JOINING})){0,8}\\s{1,3}$`);
const LONGEST_NAME = 80;

const INSTITUTION = /School|Academy|College|Nursery|Trust|Federation|MAT/;
/** Words that make no school's name by themselves. */
const GENERIC: ReadonlySet<string> = new Set(
  "The A An Our All Any Every Each This These Your Their Its Local Primary Secondary Infants Infant Junior Nursery High Grammar First Middle Upper Special Community Catholic Church England Of of the and in School Schools Academy Academies College Sixth Form State Maintained Independent Other Previous New Whole Home Pre Boarding Trust Trusts Multi Multi-Academy Learning Education Educational Academy's Federation National NHS Foundation For At To By From With In On If When Where While As And Or Both Most Some Many No Only C E CE RC VA VC".split(
    ' ',
  ),
);
const NO_NAME: ReadonlySet<string> = new Set(
  'Miss Mr Mrs Attendance Absence Policy Officer Teacher Headteacher Head Governor Governors Act Regulations Department Authority Council Census Nurse Support Day Year Key Stage Parents Parent Pupils Pupil Staff Children Dear Welcome Improving Improve Working Together Registration Leadership Virtual Missing Leave Every Approved Reviewed Name Insert Lead Contacts Contact Dates Date Term Link Links Out Behaviour Child Why What How Is Are Will Must Should Section Appendix Late Lateness Punctuality After Before Being During Starting Too Ill Coming Leaving Request Prospectus Website Timings Timing Illness Codes Code Opening Times Useful Newsletter Letter Good Present Morning Afternoon'.split(
    ' ',
  ),
);
const LEADING = /^(?:(?:The|At|In|Here|All|Of|For|By|From|To|And|Both|When|If|Proud|Belong|Welcome)\s+)+(?=\S+\s)/i;
const MEMBERSHIP = /^.{0,40}\b(?:part|member|family|one|school|academy)s? of /i;
/** The name on the cover counts more than a name met in the text. */
const COVER_BLOCKS = 14;

/** The school's name as printed, null when it is a fill-in or nowhere to be found. */
export function schoolName(document: PolicyDocument, placeholders: readonly Placeholder[]): string | null {
  if (placeholders.some((hole) => hole.field === 'schoolName')) return null;
  return mostNamed(document, SCHOOL_NOUN);
}

/** The trust's name as printed. */
export function trustName(document: PolicyDocument): string | null {
  return mostNamed(document, TRUST_NOUN);
}

function mostNamed(document: PolicyDocument, pattern: RegExp): string | null {
  const votes = new Map<string, { name: string; weight: number }>();
  let first = 0;
  for (const chunk of document.chunks) {
    for (const { name, index } of namesIn(chunk, pattern)) {
      // "STAR MAT" and "STAR Multi-Academy Trust" are one: the longer print stands.
      const key = name.toLowerCase().replace(/multi[- ]academy trust$/, 'mat');
      const vote = votes.get(key) ?? { name, weight: 0 };
      if (name.length > vote.name.length) vote.name = name;
      vote.weight += first + index < COVER_BLOCKS ? 3 : 1;
      votes.set(key, vote);
    }
    first += chunk.blocks.length;
  }
  let best: { name: string; weight: number } | null = null;
  for (const vote of votes.values()) if (!best || vote.weight > best.weight) best = vote;
  return best?.name ?? null;
}

/** A name with the place of its block in the chunk. */
interface Named {
  readonly name: string;
  readonly index: number;
}

const named = new WeakMap<ReadChunk, Map<RegExp, readonly Named[]>>();

/** The names of a chunk in order, remembered with it. */
function namesIn(chunk: ReadChunk, pattern: RegExp): readonly Named[] {
  let byPattern = named.get(chunk);
  if (!byPattern) named.set(chunk, (byPattern = new Map()));
  let names = byPattern.get(pattern);
  if (!names) {
    const all: Named[] = [];
    for (const [index, block] of chunk.blocks.entries())
      for (const name of namesOf(block, pattern)) all.push({ name, index });
    byPattern.set(pattern, (names = all));
  }
  return names;
}

const namedIn = new Notes<Map<RegExp, readonly string[]>>();
const NO_NAMES: readonly string[] = [];

/** The names of a block, remembered with it where it may have any: its chunk may be edited elsewhere. */
function namesOf(block: Block, pattern: RegExp): readonly string[] {
  const known = namedIn.get(block)?.get(pattern);
  if (known) return known;
  if (!INSTITUTION.test(block.plain)) return NO_NAMES;
  const names = readNames(block, pattern);
  const byPattern = namedIn.get(block) ?? new Map<RegExp, readonly string[]>();
  namedIn.set(block, byPattern.set(pattern, names));
  return names;
}

function readNames(block: Block, pattern: RegExp): string[] {
  return matchesIn(block, pattern).flatMap((match) => {
    const lead = WORDS_BEFORE.exec(block.plain.slice(Math.max(0, match.index - LONGEST_NAME), match.index))?.[0];
    const name = lead ? nameOf(lead + match[0]) : null;
    return name ? [name] : [];
  });
}

function nameOf(printed: string): string | null {
  const name = printed.replace(/\s+/g, ' ').replace(MEMBERSHIP, '').replace(LEADING, '').trim();
  const words = name.split(' ');
  const own = words.slice(0, -1).filter((word) => !GENERIC.has(word.replace(/[().]/g, '')));
  if (own.length === 0 || isNoName(name) || / (?:of|in|the) (?:the )?(?:School|Academy|Trust)$/.test(name)) return null;
  return name;
}

function isNoName(name: string): boolean {
  return name.includes('Home-School') || (name.match(/\w+/g) ?? []).some((word) => NO_NAME.has(word));
}
