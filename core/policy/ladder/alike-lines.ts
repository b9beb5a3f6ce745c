import { remembered } from '../../text/remembered.ts';
import { withIdleLevels } from './idle-levels.ts';
import { DAY_FAMILY, labelAt } from './labels.ts';
import type { Line, Stretch } from './lines.ts';
import { looksBack } from './looks-back.ts';
import { SCHOOL_WILL } from './measured.ts';
import { saysAction } from './measures.ts';
import { allOfAbsence } from './of-absence.ts';
import { type Cell, hasFigure, idleRow, rowRung, saysWhen } from './rows.ts';
import type { Ladder, Rung } from './rung.ts';
import { ADDRESSED_TO_PARENTS, DEFINITION, DUTIES, PARENTS_DO, STRONG } from './wording.ts';

/**
 * Lines that stand alike are a table without its lines: "Early concern – five sessions missed: a call", "Concern – ten
 * sessions missed: a letter". Each is cut at its marks into a name, when, and what is done, and read as a row.
 */

/** A ladder with the lines that it was read from. */
export interface AlikeLadder {
  readonly ladder: Ladder;
  readonly lines: ReadonlySet<Line>;
}

interface Row {
  readonly line: Line;
  readonly cut: Cut;
  readonly body: Line[];
}

// Two lines may be alike by chance.
const FEWEST = 3;
const LONGEST_BODY = 12;

/** The ladders of lines that stand alike, in order. */
export function alikeLadders(lines: readonly Line[]): AlikeLadder[] {
  const found: AlikeLadder[] = [];
  let run: Row[] = [];
  let above = '';
  let opened = '';
  const close = (): void => {
    const ladder = run.length >= FEWEST ? ladderOf(run, opened) : null;
    if (ladder) found.push({ ladder, lines: new Set(run.flatMap(({ line, body }) => [line, ...body])) });
    run = [];
  };
  for (const line of lines) {
    const first = run[0]?.line;
    const cut = first && !isAlike(first, line) ? null : cutOf(line, first ? opened : headOver(line, above));
    if (cut && (first || !cut.goesOn)) {
      if (!first) opened = headOver(line, above);
      run.push({ line, cut, body: [] });
    } else if (!(first && isBelow(first, line) && takes(run.at(-1), line))) {
      close();
      const again = first ? cutOf(line, headOver(line, above)) : null;
      if (again && !again.goesOn) {
        opened = headOver(line, above);
        run = [{ line, cut: again, body: [] }];
      }
    }
    if (line.kind === 'heading' || (line.kind === 'text' && line.text.length < 120)) above = line.text;
  }
  close();
  return found;
}

/** What stands over a line, as the head of its column. */
function headOver({ kind, placed }: Line, above: string): string {
  const heading = placed.headings.at(-1) ?? '';
  const head = kind === 'heading' || heading === above ? heading : `${heading}. ${above}`;
  // "Absence procedures" over a list counts nothing; "Absence rate" does.
  return /\babsen/i.test(head) && !/%|\b(?:rates?|percent\w*|levels?)\b/i.test(head) ? `${head} (attendance)` : head;
}

function isAlike(one: Line, other: Line): boolean {
  return one.kind === other.kind && one.depth === other.depth;
}

/** Whether a line stands under another by its form: a paragraph under a heading, an item under an outer one. */
function isBelow(first: Line, line: Line): boolean {
  if (line.kind === 'row') return false;
  if (first.kind === 'heading') return line.kind !== 'heading' || line.depth > first.depth;
  return line.kind === 'item' && (first.kind === 'text' || line.depth > first.depth);
}

function takes(row: Row | undefined, line: Line): boolean {
  if (!row || row.body.length >= LONGEST_BODY) return false;
  row.body.push(line);
  return true;
}

/** Where a line is cut: offsets in its text. */
interface Cut {
  readonly name: readonly [number, number];
  readonly when: readonly [number, number];
  readonly done: readonly [number, number];
  /** It says that the step before has not helped. */
  readonly goesOn: boolean;
}

const LONGEST_NAME = 50;
const LONGEST_WHEN = 110;
const MAY_SAY_WHEN =
  /\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|ninety|eighty|no|not|little|still|without|continu\w+|further|unchanged)\b/i;

interface KnownCut {
  readonly head: string;
  readonly cut: Cut | null;
}

const memory = new WeakMap<Stretch, KnownCut>();

function cutOf(line: Line, head: string): Cut | null {
  const known = memory.get(line.stretch);
  if (known?.head === head) return known.cut;
  const cut = readCut(line, head);
  memory.set(line.stretch, { head, cut });
  return cut;
}

function readCut({ kind, text, placed }: Line, head: string): Cut | null {
  const cells = kind === 'row' ? (placed.block.cells ?? []).filter((one) => text.slice(one.start, one.end).trim()) : [];
  const [only] = cells;
  if (kind === 'row' && (cells.length !== 1 || !only)) return null;
  const [from, to] = only ? [only.start, only.end] : [0, text.length];
  if (!MAY_SAY_WHEN.test(text.slice(from, from + 200))) return null;
  const marks = marksIn(text.slice(from, Math.min(to, from + LONGEST_NAME + LONGEST_WHEN + 20)));
  const label = labelAt(text.slice(from, to));
  const name = label && label.family !== DAY_FAMILY ? label.end : 0;
  let start = from + name;
  for (const mark of [...marks, { start: to - from, end: to - from }]) {
    if (from + mark.start <= start) {
      start = Math.max(start, from + mark.end);
      continue;
    }
    const when = text.slice(start, from + mark.start);
    if (when.length > LONGEST_WHEN) return null;
    const read = saysWhen(when, head);
    const goesOn = !read && looksBack(when) && !saysAction(when);
    if (read || goesOn) {
      if (saysAction(when) && !ASKS.test(when)) return null;
      return { name: [from, start], when: [start, from + mark.start], done: [from + mark.end, to], goesOn };
    }
    if (mark.end + from - from > LONGEST_NAME) return null;
    start = from + mark.end;
  }
  return null;
}

/** "What happens if …?" names no measure. */
const ASKS = /^\W*what\b/i;

interface Mark {
  readonly start: number;
  readonly end: number;
}

// A dash between two figures is a band.
const MARK =
  /\s{0,3}(?::(?!\d)|;|→|=>|=|\?|\.(?=\s+[A-Z]|\s*$)|[()])\s{0,3}|\s{1,3}[-–—]\s{1,3}(?!\d)|(?<=[A-Za-z)])\s{1,3}[-–—]\s{1,3}|\s{3,}/g;

const marksIn = remembered((text): readonly Mark[] =>
  [...text.matchAll(MARK)].map(({ index, 0: mark }) => ({ start: index, end: index + mark.length })),
);

function cellsOf({ line, cut, body }: Row): Cell[] {
  const { text } = line;
  const [name, when, done] = [cut.name, cut.when, cut.done].map(([start, end], column) => ({
    text: text.slice(start, end),
    line,
    start,
    column,
  }));
  const under = body.map((one) => ({ text: one.text, line: one, start: 0, column: 2 }));
  if (!name || !when || !done) return [];
  // "Letter home (attendance below 95%)": what is done stands first.
  const isDoneFirst = done.text.trim() === '' && under.length === 0;
  return isDoneFirst ? [when, { ...name, column: 2 }] : [name, when, done, ...under];
}

const ACTION_COLUMN: ReadonlySet<number> = new Set([2]);
const LEAVES = /\b(?:leav\w+|coming\s+off|comes?\s+off|step\w*\s+down|exit\w*|rewards?|prizes?|celebrat\w+)\b/i;
/** "Attendance back at 95%", "at least 96% for four weeks": the way out. */
const WAY_OUT = /\b(?:back|again|improves?|improved|ris(?:es?|en)|rose|recover\w*|returns?|sustain\w*|maintain\w*)\b/i;

function ladderOf(run: readonly Row[], opened: string): Ladder | null {
  if (LEAVES.test(opened) || ADDRESSED_TO_PARENTS.test(opened) || DUTIES.test(opened)) return null;
  const rungs: Rung[] = [];
  const header = ['', opened, ''];
  for (const row of run) {
    const cells = cellsOf(row);
    if (isOthers(cells)) return null;
    const rung = rowRung(cells, header, ACTION_COLUMN, rungs.length > 0) ?? idleRow(cells, header, ACTION_COLUMN);
    if (!rung || !(rung.idle || hasFigure(rung.trigger) || (rung.after && rungs.length > 0))) return null;
    if (!rung.kind && (isRising(rung) || (!rung.after && WAY_OUT.test(cells.at(1)?.text ?? '')))) return null;
    rungs.push(rung);
  }
  if (rungs.filter(({ kind, idle }) => !kind && !idle).length < 2 || !goOneWay(rungs)) return null;
  const about = [...(run[0]?.line.placed.headings ?? []), ...run.map(({ line }) => line.text.slice(0, 80))];
  return { family: 'alike', about: about.join(' · '), rungs: withIdleLevels(allOfAbsence(rungs)) };
}

/** What families have to do, or what a word means: nothing that the school does. */
function isOthers(cells: readonly Cell[]): boolean {
  const done = cells.filter(({ column }) => column === 2).map(({ text }) => text);
  const words = done.join('. ');
  return (PARENTS_DO.test(words) && !SCHOOL_WILL.test(words)) || (DEFINITION.isIn(words) && !STRONG.isIn(words));
}

function isRising({ trigger: { metric, op, band } }: Rung): boolean {
  return metric === 'attendance' && !band && (op === '>' || op === '>=');
}

/** Whether the figures of a ladder go up or down throughout, those of each metric by themselves. */
function goOneWay(rungs: readonly Rung[]): boolean {
  const last = new Map<string, { readonly value: number; readonly rises?: boolean }>();
  for (const { trigger } of rungs) {
    const { metric, band, value, unit } = trigger;
    const of = band ? 'attendance' : `${metric} ${unit}`;
    const here = band ? band[0] : value;
    if (here === undefined || (metric === undefined && !band)) continue;
    const before = last.get(band || metric === 'attendance' ? 'attendance' : of);
    const rises = before ? here > before.value : undefined;
    if (before && (here === before.value || (before.rises !== undefined && before.rises !== rises))) return false;
    last.set(band || metric === 'attendance' ? 'attendance' : of, {
      value: here,
      ...(rises === undefined ? {} : { rises }),
    });
  }
  return true;
}

/** Whether a heading says when a step begins, as one of several that stand alike. */
export function saysWhenAtHead(line: Line): boolean {
  return line.kind === 'heading' && line.depth <= 8 && cutOf(line, line.placed.headings.at(-1) ?? '') !== null;
}

/**
 * The ladders with those of lines that stand alike in the place of what was read from them, where that was less: fewer of
 * their lines set a step off by a figure, or by the one before.
 */
export function withAlike(ladders: readonly Ladder[], alike: readonly AlikeLadder[]): Ladder[] {
  let all = [...ladders];
  for (const { ladder, lines } of alike) {
    const known = all.flatMap(({ rungs }) => rungs).filter(({ place }) => lines.has(place.line));
    if (known.filter(isWhole).length >= ladder.rungs.filter(isWhole).length) continue;
    all = all.flatMap((one) => {
      const rungs = one.rungs.filter(({ place }) => !lines.has(place.line));
      return rungs.length === one.rungs.length ? [one] : rungs.length > 0 ? [{ ...one, rungs }] : [];
    });
    all.push(ladder);
  }
  return all;
}

/** Whether a step has both what sets it off and what is done. */
function isWhole({ trigger, after, actions }: Rung): boolean {
  return (hasFigure(trigger) || after !== undefined) && !actions.every((action) => FIELD_ONLY.test(action));
}

const FIELD_ONLY = /^\W*(?:triggers?|when|criteria|threshold)\s*:/i;
