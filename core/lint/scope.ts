import type { Block } from '../policy/blocks.ts';
import type { PlacedBlock, PolicyDocument } from '../policy/document.ts';
import { Notes } from '../text/notes.ts';
import { type Phrase, phrase, type WordIndex } from './phrase.ts';

/** What an attendance policy treats of. A document that treats of most of it is judged by what it leaves out. */
export const SUBJECTS = [
  'law',
  'roles',
  'definitions',
  'school day',
  'register',
  'codes',
  'lateness',
  'reporting absence',
  'leave',
  'illness',
  'support',
  'persistent absence',
  'penalties',
  'monitoring',
  'review',
] as const;
export type Subject = (typeof SUBJECTS)[number];

export interface Scope {
  readonly isWhole: boolean;
  /** Whether it calls itself a policy and has the parts of one, in a few hundred words: what it leaves out is doubtful. */
  readonly isBrief: boolean;
  /** Where each subject is treated: its heading, else the first block about it. */
  readonly headings: ReadonlyMap<Subject, PlacedBlock>;
}

const ABOUT: Record<Subject, Phrase> = {
  law: phrase(
    /\b(?:legal framework|legislation|statutory (?:framework|guidance)|education act 1996)/gi,
    'legal',
    'legislation',
    'statutory',
    'act 1996',
  ),
  roles: phrase(/\b(?:roles? (?:and|&) )?responsibilit(?:y|ies)\b|\bresponsible for\b/gi, 'responsib'),
  definitions: phrase(/\bdefinitions?\b|\btypes of absence\b/gi, 'definition', 'types of absence'),
  'school day': phrase(/\b(?:school|academy) day\b|\bstart of (?:the )?day\b|\btimings?\b/gi, 'day', 'timing'),
  register: phrase(/\bregist(?:ers?|ration)\b/gi, 'regist'),
  codes: phrase(/\bcodes?\b/gi, 'code'),
  lateness: phrase(/\b(?:lateness|late arrivals?|punctuality|arriv\w+ late)\b/gi, 'late', 'punctual'),
  'reporting absence': phrase(
    /\b(?:report\w*|notify\w*|unexplained|unplanned|following up|first[- ]day)\b[^.\n]{0,40}\babsences?\b|\babsences? (?:procedures?|reporting)\b|\b(?:absent|absence)\b[^.\n]{0,60}\b(?:contact|ring|telephone|call)\b|\bif (?:your|a) child is (?:absent|ill)/gi,
    'absen',
    'your child is ill',
  ),
  leave: phrase(
    /\b(?:leave of absence|term[- ]time|holidays?|exceptional leave|authoris\w+ absence)\b/gi,
    'leave',
    'holiday',
    'term',
    'authoris',
  ),
  illness: phrase(/\b(?:illness|medical|health)\b/gi, 'illness', 'medical', 'health'),
  support: phrase(
    /\b(?:support|intervention|strateg(?:y|ies)|escalation|improv\w+ attendance)\b/gi,
    'support',
    'interven',
    'strateg',
    'escalat',
    'improv',
  ),
  'persistent absence': phrase(/\b(?:persistent|severe)(?:ly)? absen\w+/gi, 'absen'),
  penalties: phrase(
    /\b(?:penalty|legal (?:intervention|sanctions?|action|measures?)|prosecution|fines?|enforcement)\b/gi,
    'penalty',
    'legal',
    'prosecut',
    'fine',
    'enforce',
  ),
  monitoring: phrase(/\bmonitor\w*|\banalys\w+/gi, 'monitor', 'analys'),
  review: phrase(/\b(?:policy|document|next|last|date)\b[^.\n]{0,40}\breview\w*|\breview (?:date|cycle)\b/gi, 'review'),
};

// Five real policies and templates ran from 5,500 to 9,000 words; pages and letters from 100 to 500.
const WHOLE_WORDS = 900;
const WHOLE_SUBJECTS = 10;
// A policy of one or two pages has a section for most things, but extracts and web pages rarely do.
const BRIEF_WORDS = 150;
const BRIEF_SUBJECTS = 7;
const BRIEF_SECTIONS = 4;
const TITLE_BLOCKS = 4;
const TITLE =
  /\b(?:attendance|absence|punctuality)\b[^.\n]{0,40}\bpolicy\b|\bpolicy (?:on|for)\b[^.\n]{0,30}\b(?:attendance|absence)\b/i;
const LONGEST_TITLE = 120;

/** Reads what a document treats of, and where. */
export function readScope(document: PolicyDocument, words: WordIndex): Scope {
  const headings = new Map<Subject, PlacedBlock>();
  for (const subject of SUBJECTS) {
    let first: PlacedBlock | undefined;
    let heading: PlacedBlock | undefined;
    for (const { placed } of words.blocksWith(ABOUT[subject])) {
      first ??= placed;
      if (placed.block.kind === 'heading' && !isContentsLine(document, placed)) {
        heading = placed;
        break;
      }
    }
    const place = heading ?? first;
    if (place) headings.set(subject, place);
  }
  const isWhole = headings.size >= WHOLE_SUBJECTS && hasWords(document, WHOLE_WORDS);
  return { isWhole, isBrief: !isWhole && isBrief(document, headings.size), headings };
}

function isBrief(document: PolicyDocument, subjects: number): boolean {
  if (subjects < BRIEF_SUBJECTS || !hasWords(document, BRIEF_WORDS)) return false;
  const { blocks } = document;
  const isTitled = blocks
    .slice(0, TITLE_BLOCKS)
    .some(({ block }) => block.plain.length <= LONGEST_TITLE && TITLE.test(block.plain));
  if (!isTitled) return false;
  const sections = blocks.filter((placed, index) => {
    const next = blocks[index + 1]?.block.kind;
    return (
      placed.block.kind === 'heading' && next !== undefined && next !== 'heading' && !isContentsLine(document, placed)
    );
  });
  return sections.length >= BRIEF_SECTIONS;
}

function hasWords({ blocks }: PolicyDocument, least: number): boolean {
  let count = 0;
  for (const { block } of blocks) {
    count += wordCount(block);
    if (count >= least) return true;
  }
  return false;
}

const counts = new Notes<number>();

/** How many words of two letters or more the block has; a number is no word. */
function wordCount(block: Block): number {
  let count = counts.get(block);
  if (count !== undefined) return count;
  count = 0;
  let length = 0;
  for (let at = 0; at < block.plain.length; at++) {
    const unit = block.plain.charCodeAt(at);
    length = (unit >= 97 && unit <= 122) || (unit >= 65 && unit <= 90) ? length + 1 : 0;
    if (length === 2) count++;
  }
  counts.set(block, count);
  return count;
}

/** A line of a list of contents looks like a heading, but nothing follows it. */
function isContentsLine(document: PolicyDocument, placed: PlacedBlock): boolean {
  if (/\.{3,}|\s\d{1,2}\s*$/.test(placed.block.plain)) return true;
  const next = document.blocks[placed.index + 1];
  return next?.block.kind === 'heading' && next.block.depth === placed.block.depth && placed.block.depth >= 7;
}
