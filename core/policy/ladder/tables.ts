import type { PlacedBlock } from '../document.ts';
import { figuresIn } from '../readers/thresholds/figures.ts';
import { actionsOf } from './actions.ts';
import { areBands, saysBelowTheNumbers } from './bare-heads.ts';
import type { Cell } from './cell.ts';
import { NOT_HEARD_BY } from './cell-figures.ts';
import { ladderInColumns, ladderInPairs } from './columns.ts';
import { setsOff } from './figure-words.ts';
import { ladderOfFines } from './fine-rows.ts';
import { withIdleLevels } from './idle-levels.ts';
import { labelAt } from './labels.ts';
import type { Line } from './lines.ts';
import { looksBack } from './looks-back.ts';
import { saysAction } from './measures.ts';
import { allOfAbsence } from './of-absence.ts';
import { ACTOR_HEADER, hasFigure, idleRow, LED_HEADER, rowRung } from './rows.ts';
import type { Ladder, Rung } from './rung.ts';
import { setStraight } from './turned-tables.ts';

const ACTION_HEADER =
  /\b(?:actions?|procedures?|responses?|interventions?|consequences?|what\s+(?:will|we|you\s+do|staff\s+do|happens|the\s+school|school|comes|goes|follows|is\s+(?:done|sent|offered)|else)|school\s+(?:will|does|response|action)|support|outcomes?|next\s+steps?|strateg\w+|process|sanctions?|follow[- ]up|we\s+will|contact|letters?|steps?\s+taken)\b/i;
/** The ladders of a document's tables: rows with a trigger and something done. */
export function tableLadders(lines: readonly Line[]): Ladder[] {
  const ladders: Ladder[] = [];
  let rows: Line[] = [];
  let above: Line | null = null;
  const close = (behind: Line | null = null): void => {
    const ladder = rows.length > 0 ? ladderOfTable(rows, above, behind) : null;
    if (ladder) ladders.push(ladder);
    rows = [];
  };
  for (const line of lines) {
    const last = rows.at(-1);
    if (line.kind !== 'row') {
      close(line);
      above = line;
    } else {
      if (last && startsTable(line.placed, last.placed)) close();
      rows.push(line);
    }
  }
  close();
  return ladders;
}

function startsTable(row: PlacedBlock, before: PlacedBlock): boolean {
  return row.block.header !== before.block.header && !(row.block.header && !before.block.header);
}

function cellsOf(line: Line): Cell[] {
  return (line.placed.block.cells ?? []).map((cell, column) => ({
    text: line.text.slice(cell.start, cell.end),
    line,
    start: cell.start,
    column,
  }));
}

function ladderOfTable(rows: readonly Line[], above: Line | null, behind: Line | null): Ladder | null {
  const inColumns = ladderInColumns(rows) ?? ladderInPairs(rows) ?? ladderOfFines(rows);
  if (inColumns) return inColumns;
  const below = rows.filter((row) => row.placed.block.header);
  const written = below[0]?.placed.block.header;
  const own = written && !isRowLikeOthers(written, below.map(cellsOf)) ? written : undefined;
  const top = own ? rows.find((row) => !row.placed.block.header) : undefined;
  const straight = setStraight(
    { header: own ?? (written ? [] : headerAbove(rows, above)), rows: (own ? below : rows).map(cellsOf) },
    top ? cellsOf(top) : null,
  );
  const { rows: table, action } = straight;
  const header = withBandColumn(straight.header, table);
  const actionColumns = action === undefined ? findActionColumns(header, table) : new Set([action]);
  if (actionColumns.size === 0) for (const column of ledColumn(header, table)) actionColumns.add(column);
  if (actionColumns.size === 0) return null;
  const rungs: Rung[] = [];
  for (const cells of table) {
    const follows = rungs.some(({ trigger }) => hasFigure(trigger));
    const rung = rowRung(cells, header, actionColumns, follows, above?.text) ?? idleRow(cells, header, actionColumns);
    const last = rungs.at(-1);
    if (rung) rungs.push(rung);
    else if (last && !last.idle) goOn(last.actions, cells, actionColumns);
  }
  const acting = rungs.filter(({ idle }) => !idle);
  const measured = acting.filter(({ trigger }) => hasFigure(trigger)).length;
  const byTheHour = acting.filter(({ trigger }) => trigger.condition?.startsWith(NOT_HEARD_BY)).length;
  if (measured === 0 && byTheHour < 2 && !(acting.length >= 2 && acting.every((rung) => rung.printed !== null)))
    return null;
  const first = rows[0];
  return {
    family: 'table',
    about: [...(first?.placed.headings ?? []), ...header].join(' · '),
    rungs: withIdleLevels(allOfAbsence(behind && saysBelowTheNumbers(behind.text) ? rungs.map(asLine) : rungs)),
  };
}

/** "96 %" where all of them are said to be lines to fall below. */
function asLine(rung: Rung): Rung {
  const { op, unit, band } = rung.trigger;
  return op === '<=' && unit === 'percent' && !band && !rung.kind
    ? { ...rung, trigger: { ...rung.trigger, op: '<' } }
    : rung;
}

/** A row without its other cells goes on with what the row above it does; a small letter, with its very words. */
function goOn(actions: string[], cells: readonly Cell[], actionColumns: ReadonlySet<number>): void {
  const told = cells.filter(({ text }) => text.trim() !== '');
  if (told.length === 0 || !told.every(({ column }) => actionColumns.has(column))) return;
  const [first, ...more] = told.flatMap(({ text }) => actionsOf(text));
  if (first === undefined) return;
  const last = /^[a-z]/.test(first) ? actions.pop() : undefined;
  actions.push(last === undefined ? first : `${last}${last.endsWith('-') ? '' : ' '}${first}`, ...more);
}

const SHORT_CELL = 40;

/**
 * Whether what stands as a table's head is its first row: "Stage 1" over "Stage 2", "Below 96%" over "Below 93%".
 * Markdown knows no table without a head, so one that had none in Word or on paper comes with its first row there.
 */
function isRowLikeOthers(header: readonly string[], table: readonly (readonly Cell[])[]): boolean {
  return header.some((head, column) => {
    if (head.length > SHORT_CELL) return false;
    const cells = table.map((row) => row[column]?.text.trim() ?? '').filter((text) => text !== '');
    const family = labelAt(head)?.family;
    const isFigure = figuresIn(head).length > 0;
    const alike = cells.filter(
      (text) =>
        text.length <= SHORT_CELL &&
        ((family !== undefined && labelAt(text)?.family === family) || (isFigure && figuresIn(text).length > 0)),
    );
    return alike.length > 0 && alike.length * 2 >= cells.length;
  });
}

/** "Lates in a half term    What we do" over rows whose columns are told by spaces too. */
function headerAbove([first]: readonly Line[], above: Line | null): readonly string[] {
  const words = above && above.text.length < 120 ? above.text.trim().split(/ {3,}|\t/) : [];
  return words.length > 1 && words.length === first?.placed.block.cells?.length ? words : [];
}

/** "Range" over "98.5 to 100", "96 to 98.4", …: what falls from a hundred step by step is attendance. */
function withBandColumn(header: readonly string[], table: readonly (readonly Cell[])[]): readonly string[] {
  const widest = Math.min(WIDEST, Math.max(0, ...table.map((row) => row.length)));
  for (let column = 0; column < widest; column++)
    if (!/%|attendance/i.test(header[column] ?? '') && areBands(table.map((row) => row[column]?.text ?? '')))
      return Array.from({ length: Math.max(header.length, column + 1) }, (_, at) =>
        at === column ? `${header[at] ?? ''} (attendance %)` : (header[at] ?? ''),
      );
  return header;
}

/** "Step | Trigger | Lead": the column of those who lead, where no other says what is done and each row is a step by its name. */
function ledColumn(header: readonly string[], table: readonly (readonly Cell[])[]): number[] {
  const column = header.findIndex((words) => LED_HEADER.test(words));
  const figures = table.filter((row) => row.some(({ text }) => figuresIn(text).some(setsOff))).length;
  return column >= 0 && header.some((words) => STEP_HEADER.test(words)) && figures > 1 ? [column] : [];
}

const STEP_HEADER = /^\W*(?:stage|step|tier|level|phase|wave)s?\W*$/i;
const ROLE_HEADER =
  /^(?!.*\b(?:parents?|carers?|famil(?:y|ies)|pupils?|students?|child(?:ren)?)\b).{0,60}\b(?:tutor|teacher|head|officer|leader|lead|slt|manager|worker|senco|sendco|governors?|external|la|authority|council|office|pastoral|deputy|principal|school|staff|team)\b/i;

// A table of more columns than this is no table that anyone reads.
const WIDEST = 12;

function findActionColumns(header: readonly string[], table: readonly (readonly Cell[])[]): Set<number> {
  const found = new Set<number>();
  header.forEach((words, column) => {
    if (!ACTION_HEADER.test(words) || (ACTOR_HEADER.test(words) && !/what/i.test(words))) return;
    const cells = table.map((row) => row[column]?.text.trim() ?? '').filter((text) => text !== '');
    // "Procedure | Note | Action": a column of labels is none of actions.
    const labels = cells.filter((text) => labelAt(text) !== null && text.length < 25).length;
    if (cells.length > 0 && labels * 2 <= cells.length && cells.some(saysAction)) found.add(column);
  });
  // "Contact | Action" over "No contact in 5 days | Home visit": the column that says when is none of actions.
  if (found.size > 1)
    for (const column of found) {
      const cells = table.map((row) => row[column]?.text.trim() ?? '').filter((text) => text !== '');
      const when = cells.filter((text) => figuresIn(text).some(setsOff) || looksBack(text)).length;
      if (when * 2 > cells.length && found.size > 1) found.delete(column);
    }
  if (found.size > 0) return found;
  let widest = 0;
  for (const row of table) widest = Math.max(widest, Math.min(row.length, WIDEST));
  let best = -1;
  let most = 0;
  for (let column = 1; column < widest; column++) {
    const acting = table.filter((row) => saysAction(row[column]?.text ?? '')).length;
    if (acting > most) [best, most] = [column, acting];
  }
  if (best >= 0 && most * 2 >= table.length) found.add(best);
  // "Tutor | Head of Year | Attendance officer": what each of them does stands in a column of its own.
  if (best >= 0 && ROLE_HEADER.test(header[best] ?? ''))
    header.forEach((words, column) => {
      if (ROLE_HEADER.test(words) && table.some((row) => saysAction(row[column]?.text ?? ''))) found.add(column);
    });
  return found;
}
