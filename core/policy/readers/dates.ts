import type { PlacedBlock } from '../document.ts';
import type { Confidence } from '../schema.ts';
import { bounds } from './around.ts';
import { type PrintedDate, printedDates } from './dates/calendar.ts';
import { readCycle } from './dates/cycle.ts';
import { type DateLabel, dateLabels, type FoundLabel } from './dates/labels.ts';
import type { BlockContext, FactDraft, Reader } from './reader.ts';

type DateField = 'approved' | 'lastReviewed' | 'nextReview' | 'effective';

/** When the policy was approved, last reviewed, is due again and takes effect; and how often it is reviewed. */
export const dates: Reader = {
  kinds: ['date', 'reviewCycle'],
  mayRead:
    /\b(?:19|20)\d\d\b|\b\d{1,2}[/.-]\d{1,2}[/.-]\d\d\b|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?[ ,]{1,3}'?\d\d\b|year|annual|month|biennial|triennial|(?:each|every)\s+(?:autumn|spring|summer|jan|feb|mar|apr|may|june|july|aug|sep|oct|nov|dec)/i,
  read(placed, context) {
    return [...readDates(placed, context), ...readCycle(placed, context)];
  },
};

/** Rows of a history table tell of earlier versions. */
const HISTORY = /\b(?:version|revision|change|amendment|summary|description|comment)s?\b/i;
/** A law, a scheme or another document has its own dates. */
const FOREIGN =
  /\b(?:guidance|regulations?|acts?|dfe|department|statutory|legislation|law|framework|kcsie|fines?|penalt(?:y|ies)|notices?|(?<!\bthis\s(?:local\s)?)codes?|ofsted|working together|website|page)\b/i;
const OWN =
  /\b(?:policy|this\s(?:local\s)?(?:code|protocol|section|document)|procedures?|governors?|governing|trustees?|directors|proprietors?|board|committee|lgb|lgc|aab)\b/i;
const FARTHEST_LABEL = 110;

function readDates(placed: PlacedBlock, context: BlockContext): FactDraft[] {
  const { block } = placed;
  if (block.header?.some((cell) => HISTORY.test(cell))) return [];
  const text = block.plain.replace(/\n/g, ' ');
  const found = printedDates(text);
  if (found.length === 0) return [];
  return found.flatMap((date, index) => {
    const reading = block.cells
      ? labelInRow(placed, text, found, index)
      : (labelInSentence(placed, text, found, index) ?? labelBefore(placed, text, date, context));
    if (!reading) return [];
    const field = fieldOf(reading.is, text, context);
    if (!field || (date.needsLabel && reading.confidence !== 'certain')) return [];
    const { start, end, value } = date;
    return [{ kind: 'date', field, value, confidence: reading.confidence, start, end } satisfies FactDraft];
  });
}

interface Reading {
  is: DateLabel;
  confidence: Confidence;
}

/** The nearest label to the left in the same sentence, with no other date between unless the label repeats. */
function labelInSentence(
  { block }: PlacedBlock,
  text: string,
  found: readonly PrintedDate[],
  index: number,
): Reading | null {
  const date = found[index];
  if (!date) return null;
  const sentence = bounds(block, date.start);
  const from = Math.max(sentence.start, found[index - 1]?.end ?? 0);
  const columns = inColumns(block.plain, found, index);
  if (columns) return columns.is ? { is: columns.is, confidence: 'likely' } : null;
  const label = nearest(text, from, date.start) ?? listed(text, found, index, sentence.start);
  if (!label) return null;
  const gap = text.slice(label.end, date.start);
  if (label.is === 'lastReviewed' && DEADLINE_GAP.test(gap)) return { is: 'nextReview', confidence: 'certain' };
  const lead = block.plain.slice(Math.max(sentence.start, label.start - 120), label.start);
  const opensLine = LINE_START.test(lead.slice(-40));
  const words = lead.replace(/\n/g, ' ');
  if (!opensLine && isForeign(words) && !BY_GOVERNORS.test(gap)) return null;
  // "Cycle: every 2 years Date of Next Review: May 2026": a table that lost its lines; capital and colon still make a label.
  const isMarked = /^[A-Z]/.test(text.slice(label.start)) && /^\s?:\s*$/.test(gap);
  const standsAsLabel = opensLine || isMarked || LABEL_POSITION.test(lead.slice(-40));
  const isOurs = OWN.test(text.slice(label.start, label.end));
  if (!standsAsLabel && !isOurs && !isOwn(words, gap, text.slice(date.end, Math.min(sentence.end, date.end + 120))))
    return null;
  return { is: label.is, confidence: standsAsLabel && TIGHT_GAP.test(gap) ? 'certain' : 'likely' };
}

const STROKE = /\s[/|]\s/;

/**
 * "Approved / Next review" over "March 2024 / March 2026": labels and dates of two lines that strokes part, each with its
 * own; null where the date stands in no such lines, and no label where they do not come out even.
 */
function inColumns(plain: string, found: readonly PrintedDate[], index: number): { is: DateLabel | null } | null {
  const date = found[index];
  if (!date) return null;
  const start = plain.lastIndexOf('\n', date.start) + 1;
  const end = plain.indexOf('\n', date.start);
  const line = plain.slice(start, end < 0 ? plain.length : end);
  const above = plain.slice(plain.lastIndexOf('\n', start - 2) + 1, Math.max(0, start - 1));
  if (start === 0 || !STROKE.test(line) || !STROKE.test(above) || dateLabels(line).length > 0) return null;
  const labels = above.split(STROKE).map((words) => dateLabels(`${words}:`).at(-1)?.is ?? null);
  const values = line.split(STROKE);
  const place = values.length === labels.length ? line.slice(0, date.start - start).split(STROKE).length - 1 : -1;
  return { is: labels[place] ?? null };
}

/** "Reviewed by: December 2026" sets a deadline; "Reviewed by: H. Pellow, 15 August 2025" tells of a review. */
const DEADLINE_GAP = /^\s*by\s*(?::\s*)?$/i;
/** No law or guidance is approved by a school's governors, whatever was spoken of before. */
const BY_GOVERNORS = /^\s*by\s+(?:[\w']+\s+){0,3}(?:govern\w+|trustees|board|committee|proprietors?)\b/i;
const TIGHT_GAP = /^[\s:;,.|=-]*(?:(?:on|in|by|date|is|due|the|for|this|policy|from|was)[\s:;,.|=-]*){0,5}$/i;
/** What may stand before a label that opens its line, or its clause. */
const LINE_START =
  /(?:^|\n)(?:[^\S\n]|[•*-])*(?:(?:this|the|our|school|attendance|document|section|page|appendix|protocol|version|date|policy|was|is|it|has|been|falls|and|then|status|of|last|reviewed|revised|updated|approved)\s+){0,6}$/i;
const LABEL_POSITION =
  /[|:;,.()/-]\s*(?:(?:this|the|our|school|attendance|document|section|page|appendix|protocol|version|date|policy|was|is|it|has|been|falls|and|then|status|of|last|reviewed|revised|updated|approved)\s+){0,6}$|\b\d{2,4}\s+(?:and\s+)?$/i;

/** The last label between two places, no farther from the second than a label can be from its date. */
function nearest(text: string, from: number, to: number): FoundLabel | undefined {
  const first = Math.max(from, to - FARTHEST_LABEL);
  const label = dateLabels(text.slice(first, to)).at(-1);
  return label && { is: label.is, start: first + label.start, end: first + label.end };
}

const LONGEST_LIST = 8;

/** "Re-adopted June 2020, June 2021 and June 2022": a list of dates shares its label. */
function listed(text: string, found: readonly PrintedDate[], index: number, from: number): FoundLabel | undefined {
  let at = index;
  while (
    at > 0 &&
    index - at < LONGEST_LIST &&
    /^\s*(?:,|and|&|,\s*and|;)\s*$/i.test(text.slice(found[at - 1]?.end, found[at]?.start))
  )
    at--;
  if (at === index) return undefined;
  const label = nearest(text, Math.max(from, found[at - 1]?.end ?? 0), found[at]?.start ?? 0);
  return label?.is === 'approved' || label?.is === 'lastReviewed' ? label : undefined;
}

/** A sentence about this policy rather than about a law or another document. */
function isOwn(lead: string, gap: string, rest: string): boolean {
  return (
    lastIndexOf(OWN, lead.slice(-90)) >= 0 ||
    OWN.test(gap) ||
    (!FOREIGN.test(gap) && /\bby\s+(?:the\s+)?\w+/i.test(gap) && OWN.test(rest))
  );
}

function isForeign(lead: string): boolean {
  const near = lead.slice(-90);
  return lastIndexOf(FOREIGN, near) > lastIndexOf(OWN, near);
}

function lastIndexOf(pattern: RegExp, text: string): number {
  let last = -1;
  let at = 0;
  for (let match = pattern.exec(text); match; match = pattern.exec(text.slice(at))) {
    last = at + match.index;
    at = last + match[0].length;
  }
  return last;
}

/** In a row: the cell's own words, then the cells to its left, then the head of its column. */
function labelInRow(
  { block }: PlacedBlock,
  text: string,
  found: readonly PrintedDate[],
  index: number,
): Reading | null {
  const date = found[index];
  if (!date) return null;
  const cells = block.cells ?? [];
  const column = cells.findIndex((cell) => date.start >= cell.start && date.start < cell.end);
  const own = nearest(text, Math.max(cells[column]?.start ?? 0, found[index - 1]?.end ?? 0), date.start);
  if (own && (own.is !== 'lastReviewed' || !DEADLINE_GAP.test(text.slice(own.end, date.start))))
    return accept(own, text, date);
  if (own) return { is: 'nextReview', confidence: 'likely' };
  const headed = labelOfHeader(block.header, column);
  const left = nearest(text, found[index - 1]?.end ?? 0, date.start);
  // A first column that names the thing ("Attendance policy | June 2024 | June 2025") leaves the meaning to the heads.
  if (left && !(headed && !isLabelCell(text, cells, left))) return accept(left, text, date);
  return headed ? { is: headed, confidence: 'likely' } : null;
}

function accept(label: FoundLabel, text: string, date: PrintedDate): Reading {
  return { is: label.is, confidence: TIGHT_GAP.test(text.slice(label.end, date.start)) ? 'certain' : 'likely' };
}

function isLabelCell(text: string, cells: readonly { start: number; end: number }[], label: FoundLabel): boolean {
  const cell = cells.find((one) => label.start >= one.start && label.end <= one.end);
  return cell !== undefined && text.slice(cell.start, label.start).trim().length < 25;
}

function labelOfHeader(header: readonly string[] | undefined, column: number): DateLabel | null {
  const head = header?.[column];
  if (!head || head.length > 60) return null;
  // "Review" at the head of a column is a label as it is with a colon.
  const named = dateLabels(`${head}:`).at(-1)?.is;
  if (named) return named;
  // "Approved by | Date": the date is of what stands before it.
  const before = /^\s*(?:date|when|on)\b/i.test(head) ? header?.[column - 1] : undefined;
  return before ? (dateLabels(before).at(-1)?.is ?? null) : null;
}

/** A value alone in its block takes its label from the block before: "Next review date:" above "September 2026". */
function labelBefore({ block }: PlacedBlock, text: string, date: PrintedDate, context: BlockContext): Reading | null {
  if (date.start - block.bodyAt > 40) return null;
  const lead = text.slice(block.bodyAt, date.start);
  if (!/^[\s:|-]*(?:(?:(?:mon|tues|wednes|thurs|fri)day|date|on|,)[\s:,|-]*)?$/i.test(lead)) return null;
  if (text.slice(date.end, date.end + 200).trim().length > 40) return null;
  const before = context.before.trimEnd();
  const line = before.slice(before.lastIndexOf('\n') + 1).trim();
  // Labels in columns that only strokes part: which is whose cannot be told.
  if (line.length > 80 || printedDates(line).length > 0 || /\s\/\s/.test(line)) return null;
  const label = dateLabels(line).at(-1);
  if (!label || label.start > 30 || /[.!?]$/.test(line)) return null;
  return { is: label.is, confidence: line.length - label.end < 12 ? 'certain' : 'likely' };
}

/** "Review date" is the next one, unless "next review" stands beside it. */
function fieldOf(label: DateLabel, text: string, context: BlockContext): DateField | null {
  if (label === 'other') return null;
  if (label !== 'review') return label;
  return /\bnext\s+(?:policy\s+)?review/i.test(`${text.slice(0, 2000)}\n${context.before}\n${context.after}`)
    ? 'lastReviewed'
    : 'nextReview';
}
