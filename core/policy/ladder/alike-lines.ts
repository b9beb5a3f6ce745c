import { Notes } from '../../text/notes.ts';
import { remembered } from '../../text/remembered.ts';
import type { Cell } from './cell.ts';
import { waitIn } from './conditions.ts';
import { withIdleLevels } from './idle-levels.ts';
import { DAY_FAMILY, labelAt } from './labels.ts';
import type { Line } from './lines.ts';
import { looksBack } from './looks-back.ts';
import { SCHOOL_WILL } from './measured.ts';
import { saysAction } from './measures.ts';
import { allOfAbsence } from './of-absence.ts';
import { onlyLooksBack } from './only-looks-back.ts';
import { hasFigure, idleRow, rowRung, saysWhen } from './rows.ts';
import type { Ladder, Rung } from './rung.ts';
import { addressesParents, DEFINITION, DUTIES, PARENTS_DO, STRONG } from './wording.ts';

/**
 * Lines that stand alike are a table without its lines: "Early concern – five sessions missed: a call", "Concern – ten
 * sessions missed: a letter". Each is cut at its marks into a name, when, and what is done, and read as a row.
 */

/** A ladder with the lines that it was read from. */
export interface AlikeLadder {
  readonly ladder: Ladder;
  /** Its lines, each with where the name that it begins with ends. */
  readonly names: ReadonlyMap<Line, number>;
  /** Each of them begins with a name that no series knows. */
  readonly named?: boolean;
}

interface Row {
  readonly line: Line;
  readonly cut: Cut;
  readonly body: Line[];
  /** The line before the first of them. */
  readonly before?: Line | undefined;
  /** That line is its name. */
  readonly named?: boolean;
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
  let before: Line | undefined;
  const close = (): void => {
    const rows = run.length >= FEWEST ? inBoxes(run) : [];
    const ladder = rows.length > 0 ? ladderOf(rows, opened) : null;
    if (ladder)
      found.push({
        ladder,
        named: rows.every(({ line, cut }) => /[a-z]{3}/i.test(line.text.slice(...cut.name))),
        names: new Map(
          rows.flatMap(({ line, cut, body, before: name, named }) => [
            [line, cut.name[1]],
            ...(named && name ? [[name, 0] as const] : []),
            ...body.map((one): [Line, number] => [one, 0]),
          ]),
        ),
      });
    run = [];
  };
  for (const line of lines) {
    const first = run[0]?.line;
    const mayBe = mayBeCut(line, first !== undefined);
    const cut = mayBe && (!first || isAlike(first, line)) ? cutOf(line, first ? opened : headOver(line, above)) : null;
    if (cut && (first || !cut.goesOn)) {
      if (!first) opened = headOver(line, above);
      run.push({ line, cut, body: [], before });
    } else if (!(first && isBelow(first, line) && takes(run.at(-1), line))) {
      close();
      const again = first && mayBe ? cutOf(line, headOver(line, above)) : null;
      if (again && !again.goesOn) {
        opened = headOver(line, above);
        run = [{ line, cut: again, body: [], before }];
      }
    }
    if (line.kind === 'heading' || (line.kind === 'text' && line.text.length < 120)) above = line.text;
    before = line;
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
  return (one.kind === other.kind && one.depth === other.depth) || (isLoose(one) && isLoose(other));
}

/** What is no heading by its marks: numbered clauses of a few words look like headings, longer ones do not. */
function isLoose({ kind, depth }: Line): boolean {
  return kind === 'text' || (kind === 'heading' && depth >= 7);
}

/** A line of running text; what only looks like a heading is one too. */
function isFlat({ kind, depth }: Line): boolean {
  return kind === 'text' || (kind === 'heading' && depth >= 9);
}

/** Whether a line stands under another by its form: a paragraph under a heading, an item under an outer one. */
function isBelow(first: Line, line: Line): boolean {
  if (line.kind === 'row') return false;
  if (isFlat(first)) return line.kind === 'item' || isFlat(line);
  if (first.kind === 'heading') return line.kind !== 'heading' || line.depth > first.depth;
  return line.kind === 'item' && line.depth > first.depth;
}

// A box of more lines is a section.
const LONGEST_BOX = 5;

function takes(row: Row | undefined, line: Line): boolean {
  if (!row || row.body.length >= LONGEST_BODY) return false;
  const isBox = isFlat(row.line) && isFlat(line);
  // Beside "Stage 1 – below 96%: a letter" a line of text is none of it; under "Below 96%" alone it is what is done.
  if (isBox && (row.body.length >= LONGEST_BOX || /[a-z]/i.test(row.line.text.slice(...row.cut.done)))) return false;
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
// A number, and what it may count: the first of a run names its figure.
const NUMBER =
  /\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|eighty|ninety|first|second|third)\b/i;
const COUNTED = /%|\d\d\b|\b(?:per\s?cent|sessions?|days?|lates?|absen|marks?\b|times\b)/i;
const MAY_GO_ON =
  /\b(?:no|not|little|still|without|continu\w{1,4}|further|unchanged|persist\w{0,4}|later|fail\w{0,3}|broken|breach\w{0,2}|missed|unsuccessful)\b/i;

interface KnownCut {
  readonly head: string;
  readonly cut: Cut | null;
}

const memory = new Notes<KnownCut>();

/** A quick look: false for most lines of a policy. */
function mayBeCut({ kind, text }: Line, inRun: boolean): boolean {
  if (kind !== 'row' && text.length > LONGEST_LINE) return false;
  const opening = text.slice(0, LONGEST_NAME + LONGEST_WHEN);
  return (NUMBER.test(opening) && COUNTED.test(opening)) || (inRun && MAY_GO_ON.test(opening));
}

// What is done at one step takes no more words.
const LONGEST_LINE = 700;

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
  const marks = marksIn(text.slice(from, Math.min(to, from + LONGEST_NAME + LONGEST_WHEN + 20)));
  const label = labelAt(text.slice(from, to));
  const name =
    label && label.family !== DAY_FAMILY ? label.end : (COUNTED_NAME.exec(text.slice(from, to))?.[0].length ?? 0);
  let start = from + name;
  for (const mark of [...marks, { start: to - from, end: to - from }]) {
    if (from + mark.start <= start) {
      start = Math.max(start, from + mark.end);
      continue;
    }
    const when = text.slice(start, from + mark.start);
    if (text[from + mark.start] === ',' && !CONDITION.test(when)) continue;
    if (when.length > LONGEST_WHEN) return null;
    const read = saysWhen(when, head);
    // "Where absence goes on, we …" is a sentence, and may be of anything.
    const goesOn = !read && text[from + mark.start] !== ',' && onlyLooksBack(when);
    if (read || goesOn) {
      if (read && saysAction(when) && !ASKS.test(when)) return null;
      return { name: [from, start], when: [start, from + mark.start], done: [from + mark.end, to], goesOn };
    }
    if (mark.end > LONGEST_NAME) return null;
    start = from + mark.end;
  }
  return null;
}

/** "Week 3 – two late marks": the third week, and no range. */
const COUNTED_NAME = /^\W{0,6}(?:weeks?|months?|flag|strike|alert|point|box|round|action)\s\d{1,2}(?=\s?[-–—:])/i;
// Only a condition ends at a comma.
const CONDITION = /^\W*(?:(?:begins|starts|applies)\s+)?(?:if|when|where|once|after)\b/i;
/** "What happens if …?" names no measure. */
const ASKS = /^\W*what\b/i;

interface Mark {
  readonly start: number;
  readonly end: number;
}

// A dash between two figures is a band.
const MARK =
  /,\s|\s{0,3}(?::(?!\d)|;|→|=>|=|\?|\.(?=\s+[A-Z]|\s*$)|[()])\s{0,3}|\s{1,3}[-–—]\s{1,3}(?!\d)|(?<=[A-Za-z)])\s{1,3}[-–—]\s{1,3}|\s{3,}/g;

const marksIn = remembered((text): readonly Mark[] =>
  [...text.matchAll(MARK)].map(({ index, 0: mark }) => ({ start: index, end: index + mark.length })),
);

const LONGEST_LABEL = 60;

/**
 * Boxes without their frames: "Stage 2", "Below 93%", "Letter home", each on its line. What stands before the first figure
 * is its name, and so the last line under each figure names the next, where all of them look like names.
 */
function inBoxes(run: readonly Row[]): readonly Row[] {
  const [first, ...others] = run;
  if (!first || !isFlat(first.line) || !first.before || !isName(first.before)) return run;
  const names = [first.before, ...run.slice(0, -1).map(({ body }) => body.at(-1))];
  if (others.length === 0 || !run.slice(0, -1).every(({ body }) => body.length > 1) || !names.every(isName)) return run;
  const last = run.length - 1;
  return run.map((row, index) => ({
    ...row,
    before: names[index],
    body: index < last ? row.body.slice(0, -1) : row.body.slice(0, Math.max(1, first.body.length - 1)),
    named: true,
  }));
}

function isName(line: Line | undefined): line is Line {
  if (!line || !isFlat(line)) return false;
  const text = line.text.trim();
  return text.length < LONGEST_LABEL && !/[.:;,]$/.test(text) && (labelAt(text) !== null || !saysAction(text));
}

const ARROWS = /[↓⇓⬇▼]/g;

function cellsOf({ line, cut, body, before, named }: Row): Cell[] {
  const { text } = line;
  const [name, when, done] = [cut.name, cut.when, cut.done].map(([start, end], column) => ({
    text: text.slice(start, end),
    line,
    start,
    column,
  }));
  const under = body.map((one) => ({ text: one.text.replace(ARROWS, ' '), line: one, start: 0, column: 2 }));
  if (!name || !when || !done) return [];
  if (named && before) return [{ text: before.text.trim(), line: before, start: 0, column: 0 }, when, done, ...under];
  // "Letter home (attendance below 95%)": what is done stands first.
  const isDoneFirst = done.text.trim() === '' && under.length === 0;
  return isDoneFirst ? [when, { ...name, column: 2 }] : [name, when, done, ...under];
}

const ACTION_COLUMN: ReadonlySet<number> = new Set([2]);
const LEAVES = /\b(?:leav\w+|coming\s+off|comes?\s+off|step\w*\s+down|exit\w*|rewards?|prizes?|celebrat\w+)\b/i;
/** "Attendance back at 95%", "at least 96% for four weeks": the way out. */
const WAY_OUT = /\b(?:back|again|improves?|improved|ris(?:es?|en)|rose|recover\w*|returns?|sustain\w*|maintain\w*)\b/i;

function ladderOf(run: readonly Row[], opened: string): Ladder | null {
  if (LEAVES.test(opened) || addressesParents(opened) || DUTIES.test(opened)) return null;
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
    const of = band || metric === 'attendance' ? 'attendance' : `${metric} ${unit}`;
    const here = band ? band[1] : value;
    if (here === undefined || (metric === undefined && !band)) continue;
    const before = last.get(of);
    const rises = before ? here > before.value : undefined;
    if (before && (here === before.value || (before.rises !== undefined && before.rises !== rises))) return false;
    last.set(of, {
      value: here,
      ...(rises === undefined ? {} : { rises }),
    });
  }
  return true;
}

/** Whether a line says when a step begins, so that others like it may stand around it. */
export function saysWhenAtHead(line: Line): boolean {
  return isFlatOrHeading(line) && mayBeCut(line, false) && cutOf(line, line.placed.headings.at(-1) ?? '') !== null;
}

function isFlatOrHeading({ kind, text }: Line): boolean {
  return kind === 'heading' || (kind === 'text' && text.length < LONGEST_LABEL);
}

/**
 * The ladders with those of lines that stand alike in the place of what was read from them, where that was less: fewer of
 * their lines set a step off by a figure, or by the one before.
 */
export function withAlike(ladders: readonly Ladder[], alike: readonly AlikeLadder[]): Ladder[] {
  let all = [...ladders];
  for (const { ladder, names, named } of alike) {
    const known = all.flatMap(({ family, rungs }) =>
      rungs.filter(({ place }) => names.has(place.line)).map((rung) => ({ rung, family })),
    );
    const whole = known.filter(({ rung }) => isWhole(rung) && !isOfName(rung, names)).length;
    const better = ladder.rungs.filter(isWhole).length - whole;
    // Sentences take "Early concern – below 96%: a call" whole; by its marks it is told apart what is done.
    const isTold = named === true && known.every(({ family }) => family === 'prose');
    if (better < 0 || (better === 0 && !isTold)) continue;
    const next: Rung[] = [];
    all = all.flatMap((one) => {
      const left = one.rungs.filter(({ place }) => !names.has(place.line));
      if (left.length === one.rungs.length) return [one];
      const rungs = left.filter((rung) => !isNextLine(rung, ladder));
      next.push(...left.filter((rung) => !rungs.includes(rung)));
      return rungs.length > 0 ? [{ ...one, rungs }] : [];
    });
    all.push(next.length > 0 ? { ...ladder, rungs: [...ladder.rungs, ...next.map(asNext)] } : ladder);
  }
  return all;
}

/** "If there is no improvement six weeks later: a meeting" right behind such lines, standing as they do, goes on with them. */
function isNextLine({ trigger, place }: Rung, { rungs }: Ladder): boolean {
  const last = rungs.at(-1);
  if (!last || !isAlike(last.place.line, place.line)) return false;
  const apart = place.line.placed.index - last.place.line.placed.index;
  if (!(apart === 1 || (apart === 0 && place.line.start > last.place.line.start))) return false;
  return hasFigure(trigger) ? isLower(trigger, last.trigger) : looksBack(trigger.condition ?? '');
}

/** Whether attendance falls further for the one: "89.9% or less, or the targets have been missed" behind "91.9% or less". */
function isLower(one: Rung['trigger'], other: Rung['trigger']): boolean {
  const figure = one.anyOf?.[0] ?? one;
  const falls = (trigger: Rung['trigger']): boolean =>
    trigger.metric === 'attendance' && trigger.unit === 'percent' && (trigger.op === '<' || trigger.op === '<=');
  return falls(figure) && falls(other) && (figure.value ?? 0) < (other.value ?? 0);
}

function asNext(rung: Rung): Rung {
  if (hasFigure(rung.trigger)) return rung;
  return { ...rung, after: rung.after ?? { wait: waitIn(rung.trigger.condition ?? '') } };
}

/** Whether a figure was read from a name: "Week 3 – two late marks" as three to two. */
function isOfName({ trigger, place: { line, start } }: Rung, names: ReadonlyMap<Line, number>): boolean {
  return trigger.metric !== undefined && trigger.unit !== 'percent' && start < (names.get(line) ?? 0);
}

/** Whether a step has both what sets it off and what is done. */
function isWhole({ trigger, after, actions }: Rung): boolean {
  return (hasFigure(trigger) || after !== undefined) && !actions.every((action) => FIELD_ONLY.test(action));
}

const FIELD_ONLY = /^\W*(?:triggers?|when|criteria|threshold)\s*:/i;
