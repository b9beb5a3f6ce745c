import type { Figure } from '../readers/thresholds/figure.ts';
import { figuresIn } from '../readers/thresholds/figures.ts';
import { NOT_REACHED } from '../readers/thresholds/not-reached.ts';
import { clausesOf, waitIn } from './conditions.ts';
import { setsOff } from './figure-words.ts';
import { type Head, headOf } from './heads.ts';
import type { Line } from './lines.ts';
import { looksBack } from './looks-back.ts';
import { type Name, nameAt } from './names.ts';
import { schoolDoes } from './school-does.ts';
import { DEFINITION } from './wording.ts';

/**
 * Lines that are rungs by what they are called: "Phone call. Attendance is below 96%. …", "Letter. It has not come back
 * within two weeks of the phone call." A name alone makes no rung: each line must say when, and one of them with a figure.
 */
export const NAMED_FAMILY = 'named step';

// Between two rungs may stand what the first one does.
const MOST_BETWEEN = 6;

interface Named {
  readonly line: Line;
  readonly name: Name;
  /** The sentence behind the name: when the rung is reached. */
  readonly said: string;
  readonly figures: readonly Figure[];
  readonly back: string | null;
  /** The words of the arrow that leads here, which say how long after the rung before. */
  readonly arrow?: string;
}

/** The heads of such lines, where two or more of them stand in a row. */
export function namedInARow(lines: readonly Line[]): ReadonlyMap<Line, Head> {
  const found = new Map<Line, Head>();
  let row: Named[] = [];
  let between = 0;
  const close = (): void => {
    if (row.length > 1 && row.some(({ figures }) => figures.length > 0))
      for (const named of row) found.set(named.line, headFrom(named));
    row = [];
  };
  // "↓ two weeks later, no better": what an arrow says of the box that it leads to.
  let arrow: string | null = null;
  for (const line of lines) {
    const leads = wordsOfArrow(line);
    if (leads !== null && row.length > 0) {
      arrow = leads;
      continue;
    }
    const named = readNamed(line, row, arrow);
    arrow = null;
    const [first] = row;
    if (named && (!first || isSameLevel(first.line, line))) {
      row.push(named);
      between = 0;
    } else if (
      line.kind === 'heading' ||
      line.kind === 'row' ||
      (first && isSameLevel(first.line, line)) ||
      ++between > MOST_BETWEEN
    ) {
      close();
      if (named && line.kind !== 'heading') row.push(named);
    }
  }
  close();
  return found;
}

function isSameLevel(one: Line, other: Line): boolean {
  return one.kind === other.kind && one.depth === other.depth;
}

const ARROW = /^\s{0,4}(?:[↓⇓⬇▼→⇨]|&(?:d|r)arr;)\s{0,4}/i;

/** The words behind an arrow that stands at the head of its line; null for another line. */
export function wordsOfArrow({ kind, text }: Line): string | null {
  const arrow = kind === 'text' || kind === 'item' ? ARROW.exec(text)?.[0] : undefined;
  return arrow === undefined
    ? null
    : text
        .slice(arrow.length)
        .replace(/^[\s:–-]+/, '')
        .trim();
}

function readNamed(line: Line, row: readonly Named[], arrow: string | null): Named | null {
  if (line.kind !== 'item' && line.kind !== 'text') return null;
  const { text } = line;
  const name = MAY_BE_NAMED.test(text.slice(0, LONGEST_NAME)) ? nameAt(text, 0) : null;
  if (!name || headOf(line)) return null;
  const behind = text.slice(name.end);
  const said = /^[^.;!?]*(?:\.\d[^.;!?]*){0,4}/.exec(behind)?.[0].trim() ?? '';
  if (said.length < 6 || said.length > 220 || DEFINITION.isIn(said)) return null;
  // "Persistent absence – Mrs Ogle meets the family" among rungs with figures.
  if (STATUS.test(name.text) && row.length > 0 && schoolDoes(said) && !/\d/.test(said))
    return { line, name: { ...name, isStatus: true }, said, figures: [], back: null };
  if (arrow && row.length > 0 && (saysBack(arrow, row) !== null || AT_ONCE.test(arrow)))
    return { line, name, said, figures: [], back: arrow, arrow };
  const back = saysBack(said, row);
  const own = figuresIn(text).filter(
    (figure) => setsOff(figure) && figure.start >= name.end && figure.start < name.end + said.length,
  );
  const figures =
    back && !isBeside(said) ? [] : own.filter(({ unit, metric }) => unit === 'percent' || COUNTED.has(metric));
  if (figures.length === 0 && !back) return null;
  return { line, name, said, figures, back };
}

const STATUS = /^(?:persistent|severe)(?:ly)?\s+absen\w{1,4}(?:\s+(?:pupils|students|children))?$/i;
const LONGEST_NAME = 90;
/** A quick look: a capital, and a mark behind some words. */
const MAY_BE_NAMED = /^\s*["'“‘]?[A-Z][^.:–—\n]{2,80}?(?:[.:–—]|\s-)\s/;
const COUNTED = new Set(['unauthorisedSessions', 'sessions', 'lateMarks', 'absenceDays', 'unauthorisedDays']);
const SINCE =
  /\b(?:after|following|since|of|from|once)\s+(?:the|a|an|this|that|their|his|her)\s+((?:[a-z-]+\s){0,3}[a-z-]+)/gi;

/** "and the conversation has been had". */
const BEEN_DONE =
  /\b(?:the|a|an|this)\s+((?:[a-z-]+\s){0,3}?[a-z-]+)\s+(?:has|have)\s+(?:already\s+)?(?:been|taken\s+place|happened)\b/gi;

/** The words by which a rung looks back to one before it; null where it looks at the pupil alone. */
function saysBack(said: string, row: readonly Named[]): string | null {
  if (row.length === 0) return null;
  const clause = clausesOf(said).find(
    ({ words }) => looksBack(words) || NOT_REACHED.test(words) || namesOne(words, row),
  );
  if (clause) return clause.words;
  const words =
    said.includes(',') && !looksBack(said.slice(said.indexOf(','))) ? said.slice(0, said.indexOf(',')) : said;
  return NOT_REACHED.test(words) || looksBack(words) || namesOne(words, row) ? words.trim() : null;
}

/** Whether the figure says when beside what went before: "below 92% and Letter 1 has been sent". */
function isBeside(said: string): boolean {
  return !NOT_REACHED.test(said);
}

/** "ten school days after the letter": one of the rungs before, by its name or its last word. */
function namesOne(words: string, row: readonly Named[]): boolean {
  for (const [, thing = ''] of [...words.matchAll(SINCE), ...words.matchAll(BEEN_DONE)]) {
    const spoken = thing.toLowerCase();
    for (const { name } of row) {
      const whole = name.text.toLowerCase();
      const last = whole.split(' ').at(-1) ?? whole;
      if (spoken.includes(whole) || spoken.split(' ').includes(last)) return true;
    }
  }
  return false;
}

const AT_ONCE = /\b(?:straight\s?away|at\s+once|immediately|right\s+away)\b/i;

function headFrom({ line, name, figures, back, arrow }: Named): Head {
  const number = /^\(?(\d{1,2})[.)]$/.exec(line.placed.block.marker ?? '')?.[1];
  return {
    family: NAMED_FAMILY,
    number: number === undefined ? null : Number(number),
    figures,
    rest: 0,
    label: '',
    name,
    ...(back ? { back: { words: back, wait: waitIn(arrow ?? line.text.slice(name.end)) } } : {}),
  };
}
