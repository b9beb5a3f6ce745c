import type { PlacedBlock } from '../document.ts';
import type { Figure } from '../readers/thresholds/figure.ts';
import { figuresIn } from '../readers/thresholds/figures.ts';
import { withHeadersUnit } from '../readers/thresholds/headed-cells.ts';
import { windowIn } from '../readers/thresholds/windows.ts';
import { actionsOf } from './actions.ts';
import { actorIn } from './actors.ts';
import { ladderInColumns, ladderInPairs } from './columns.ts';
import { clausesOf, waitIn } from './conditions.ts';
import { NOTHING_DONE, onlyDescribes, withoutWishes } from './describing.ts';
import { monitoringIn, targetIn } from './details.ts';
import { familyBrings } from './families-part.ts';
import { setsOff } from './figure-words.ts';
import { ladderOfFines } from './fine-rows.ts';
import { asksNothing, fromBelow, idleKind, withIdleLevels } from './idle-levels.ts';
import { DAY_FAMILY, type Label, labelAt } from './labels.ts';
import type { Line } from './lines.ts';
import { looksBack } from './looks-back.ts';
import { isReward, saysAction } from './measures.ts';
import { allOfAbsence } from './of-absence.ts';
import type { Ladder, Rung } from './rung.ts';
import { triggerOf } from './triggers.ts';

const ACTION_HEADER =
  /\b(?:actions?|procedures?|responses?|interventions?|consequences?|what\s+(?:will|we|you\s+do|staff\s+do|happens|the\s+school|school)|school\s+(?:will|does|response|action)|support|outcomes?|next\s+steps?|strateg\w+|process|sanctions?|follow[- ]up|we\s+will|contact|letters?|steps?\s+taken)\b/i;
const TRIGGER_HEADER =
  /\b(?:triggers?|thresholds?|criteria|attendance|percent\w*|%|absences?|when|level|number\s+of|lates?|lateness|sessions|days|note|stage|band)\b/i;
/** Over these heads a cell is what is done, in whatever words. */
const SURE_ACTION_HEADER =
  /\b(?:actions?|procedures?|responses?|interventions?|consequences?|sanctions?|steps?\s+taken|next\s+steps?|what\s+(?:we|will|you\s+do|staff\s+do|happens|the\s+school|school)|we\s+will|school\s+(?:will|does|response))\b/i;
const ACTOR_HEADER = /\b(?:who|staff|responsib\w+|lead|led\s+by|person|by\s+whom|role|actor)\b/i;

interface Cell {
  readonly text: string;
  /** Offset in the row. */
  readonly start: number;
  readonly column: number;
}

/** The ladders of a document's tables: rows with a trigger and something done. */
export function tableLadders(lines: readonly Line[]): Ladder[] {
  const ladders: Ladder[] = [];
  let rows: Line[] = [];
  let above: Line | null = null;
  const close = (): void => {
    const ladder = rows.length > 0 ? ladderOfTable(rows, above) : null;
    if (ladder) ladders.push(ladder);
    rows = [];
  };
  for (const line of lines) {
    const last = rows.at(-1);
    if (line.kind !== 'row') {
      close();
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
    start: cell.start,
    column,
  }));
}

function ladderOfTable(rows: readonly Line[], above: Line | null): Ladder | null {
  const inColumns = ladderInColumns(rows) ?? ladderInPairs(rows) ?? ladderOfFines(rows);
  if (inColumns) return inColumns;
  const below = rows.filter((row) => row.placed.block.header);
  const written = below[0]?.placed.block.header;
  const own = written && !isRowLikeOthers(written, below.map(cellsOf)) ? written : undefined;
  const header = own ?? (written ? [] : headerAbove(rows, above));
  const data = own ? below : rows;
  const table = data.map(cellsOf);
  const actionColumns = findActionColumns(header, table);
  if (actionColumns.size === 0) return null;
  const rungs: Rung[] = [];
  data.forEach((line, index) => {
    const cells = table[index] ?? [];
    const rung =
      rowRung(
        line,
        cells,
        header,
        actionColumns,
        rungs.some(({ trigger }) => hasFigure(trigger)),
      ) ?? idleRow(line, cells, header, actionColumns);
    const last = rungs.at(-1);
    if (rung) rungs.push(rung);
    else if (last && !last.idle) goOn(last.actions, cells, actionColumns);
  });
  const acting = rungs.filter(({ idle }) => !idle);
  const measured = acting.filter(({ trigger }) => hasFigure(trigger)).length;
  if (measured === 0 && !(acting.length >= 2 && acting.every((rung) => rung.printed !== null))) return null;
  const first = rows[0];
  return {
    family: 'table',
    about: [...(first?.placed.headings ?? []), ...header].join(' · '),
    rungs: withIdleLevels(allOfAbsence(rungs)),
  };
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

function hasFigure({ metric, band, anyOf }: Rung['trigger']): boolean {
  return metric !== undefined || band !== undefined || anyOf !== undefined;
}

const SHORT_CELL = 40;

/**
 * Whether what stands as a table's head is its first row: "Stage 1" over "Stage 2", "Below 96%" over "Below 93%".
 * Markdown knows no table without a head, so one that had none in Word or on paper comes with its first row there.
 */
function isRowLikeOthers(header: readonly string[], table: readonly Cell[][]): boolean {
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

// A table of more columns than this is no table that anyone reads.
const WIDEST = 12;

function findActionColumns(header: readonly string[], table: readonly Cell[][]): Set<number> {
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
  return found;
}

function rowRung(
  line: Line,
  cells: readonly Cell[],
  header: readonly string[],
  actionColumns: ReadonlySet<number>,
  follows: boolean,
): Rung | null {
  const acting = cells.filter((cell) => actionColumns.has(cell.column) && cell.text.trim() !== '');
  const words = withoutWishes(acting.map((cell) => cell.text).join('. '));
  const actions = acting.flatMap((cell) => actionsOf(cell.text));
  if (actions.length === 0 || NOTHING_DONE.test(words) || actions.every((action) => familyBrings(action))) return null;
  const others = cells.filter((cell) => !actionColumns.has(cell.column) && cell.text.trim() !== '');
  const label = others.map((cell) => labelOf(cell, header)).find((one) => one !== null) ?? null;
  if (acting.every((cell) => onlyDescribes(cell.text))) return null;
  const trigger = cellTrigger(others, header) ?? (label ? cellTrigger(acting, header) : null);
  // "Legal action | Further unauthorised absence | …" behind rows with figures: what the steps before it did not bring.
  const goesOn = follows && others.some(({ text }) => /^\W*[A-Z]/.test(text) && text.length < 120 && looksBack(text));
  if (!trigger && !label && !goesOn) return null;
  // Without a head the column is known by what is done in most of its cells.
  const surely =
    trigger !== null &&
    (header.length === 0 || acting.some((cell) => SURE_ACTION_HEADER.test(header[cell.column] ?? '')));
  if (!saysAction(words) && !(surely && /\s/.test(words.trim()) && !acting.every(({ text }) => asksNothing(text))))
    return null;
  const reward = isReward(`${others.map((cell) => cell.text).join(' ')} ${words}`);
  // "100% | Certificate": whole attendance has nothing to do but be praised, and not for another level's figure.
  if (trigger?.figure && isWholeAttendance(trigger.figure) && !(reward && figuresIn(words).length === 0)) return null;
  // A point that is praised is reached from below: "97% | letter of praise".
  if (reward && trigger?.trigger.op === '<=' && trigger.trigger.unit === 'percent') trigger.trigger.op = '>=';
  const said = others
    .filter((cell) => labelOf(cell, header) === null && !ACTOR_HEADER.test(header[cell.column] ?? ''))
    .map((cell) => cell.text.trim())
    .join(' ');
  const clause = clausesOf([...others, ...acting].map((cell) => cell.text).join(' ')).find(({ words }) =>
    looksBack(words),
  );
  // "No improvement after the meeting": a cell of a column of triggers needs no "if".
  const back = trigger ? undefined : looksBack(said) ? { words: said } : clause;
  const rowText = cells.map((cell) => cell.text).join(' ');
  const actorCell = cells.find((cell) => ACTOR_HEADER.test(header[cell.column] ?? ''));
  const actor = actorCell?.text.trim() || actorIn(words);
  const monitoring = monitoringIn(words);
  const target = targetIn(words);
  const first = others[0];
  const condition = said || first?.text.trim() || words.slice(0, 60);
  const place = trigger
    ? { line, start: trigger.start, end: trigger.end }
    : { line, start: first?.start ?? 0, end: (first?.start ?? 0) + (first?.text.length ?? 1) };
  return {
    title: titleOf(others, label?.text),
    printed: label && label.family !== DAY_FAMILY ? label.number : null,
    trigger: trigger?.trigger ?? { condition: back?.words ?? condition },
    ...(back ? { after: { wait: waitIn(rowText) } } : {}),
    ...(reward ? { kind: 'reward' as const } : {}),
    actions,
    ...(actor ? { actor } : {}),
    ...(monitoring ? { monitoring } : {}),
    ...(target === undefined ? {} : { target }),
    confidence: trigger ? 'likely' : 'unsure',
    place,
  };
}

/** "96–100% | Excellent | No action": a row of the mild end, where nothing is done. */
function idleRow(
  line: Line,
  cells: readonly Cell[],
  header: readonly string[],
  actionColumns: ReadonlySet<number>,
): Rung | null {
  const acting = cells.filter((cell) => actionColumns.has(cell.column) && cell.text.trim() !== '');
  const others = cells.filter((cell) => !actionColumns.has(cell.column) && cell.text.trim() !== '');
  const read = cellTrigger(others, header);
  const trigger = read && fromBelow(read.trigger, line.text.slice(read.start, read.end));
  if (!read || !trigger) return null;
  const label = others.map((cell) => labelOf(cell, header)).find((one) => one !== null) ?? null;
  const told = acting.length > 0 ? acting : others.filter(({ text }) => asksNothing(text));
  // Words with a figure of their own are about that one.
  if (told.length === 0 || !acting.every(({ text }) => asksNothing(text) && figuresIn(text).length === 0)) return null;
  const actions = told.map(({ text }) => text.trim());
  return {
    title: titleOf(others, label?.text),
    printed: label && label.family !== DAY_FAMILY ? label.number : null,
    trigger,
    kind: idleKind(cells.map((cell) => cell.text).join(' ')),
    idle: true,
    actions,
    confidence: 'likely',
    place: { line, start: read.start, end: read.end },
  };
}

const SERIES_HEADER =
  /^\s*(?:attendance\s+|school\s+)?(stage|tier|level|phase|step|letter|cohort|wave|route|day)\b[\s\w.#]{0,20}$/i;
const BARE_LABEL = /^\s*(?:\d{1,2}|[A-H]|I{1,3}|IV|V)\.?\s*$/;

/** The label of a cell; a bare "2" or "B" under "Stage" is one too. */
function labelOf({ text, column }: Cell, header: readonly string[]): Label | null {
  const series = SERIES_HEADER.exec(header[column] ?? '')?.[1];
  return labelAt(series && BARE_LABEL.test(text) ? `${series} ${text.trim()}` : text);
}

type CellTrigger = { trigger: Rung['trigger']; start: number; end: number; figure: Figure | null };

/** The first cell that says when, the columns whose headers promise it first. */
function cellTrigger(cells: readonly Cell[], header: readonly string[]): CellTrigger | null {
  const promised = [...cells].sort(
    (a, b) => Number(TRIGGER_HEADER.test(header[b.column] ?? '')) - Number(TRIGGER_HEADER.test(header[a.column] ?? '')),
  );
  for (const cell of promised) {
    const label = labelOf(cell, header);
    const head = header[cell.column] ?? '';
    const text = withHeadersUnit(cell.text, head) ?? withPercent(cell.text, head);
    const ofAbsence = /\babsen/i.test(head) && !/\battend/i.test(`${head} ${cell.text}`);
    const printed = ofAbsence ? figuresIn(text).flatMap(ofAllAbsence) : figuresIn(text);
    const figures = printed.filter(
      (figure) =>
        figure.sense === 'trigger' ||
        figure.sense === 'point' ||
        (figure.unit === 'percent' && figure.sense === 'bare' && cell.text.trim().length < 30),
    );
    const read = triggerOf(
      figures.map((figure) => (figure.sense === 'bare' ? { ...figure, sense: 'point' as const } : figure)),
      text,
    );
    if (read)
      return {
        trigger: read.trigger,
        start: cell.start + read.start,
        end: cell.start + Math.min(read.end, cell.text.length),
        figure: figures[0] ?? null,
      };
    if (label?.family === DAY_FAMILY && label.number !== null)
      return {
        trigger: { metric: 'consecutiveAbsenceDays', op: '>=', value: label.number, unit: 'days' },
        start: cell.start,
        end: cell.start + Math.max(1, cell.text.trimEnd().length),
        figure: null,
      };
  }
  return countedCell(cells, header);
}

const BARE_COUNT =
  /^\s*(?:(\d{1,3})(?:\s?\+|\s+or\s+more)?\s+(sessions|(?:school\s+)?days)|(\d{1,3})\s?\+?\s+half[\s-]days)\s*$/i;

/** "15 sessions" alone in its cell under "Absence so far". */
function countedCell(cells: readonly Cell[], header: readonly string[]): CellTrigger | null {
  for (const { text, start, column } of cells) {
    const match = /\babsen|\bmissed\b/i.test(header[column] ?? '') ? BARE_COUNT.exec(text) : null;
    const value = Number(match?.[1] ?? match?.[3] ?? 0);
    if (!match || value === 0) continue;
    const trigger =
      match[2] && /days/i.test(match[2])
        ? ({ metric: 'absenceDays', op: '>=', value, unit: 'days' } as const)
        : ({ metric: 'sessions', op: '>=', value, unit: 'sessions' } as const);
    const window = windowIn(header[column] ?? '')?.words;
    const end = start + text.trimEnd().length;
    return { trigger: { ...trigger, ...(window ? { window } : {}) }, start, end, figure: null };
  }
  return null;
}

/** "70% or more" under "Absence in the last six weeks": never of attendance, whatever its height. */
function ofAllAbsence(figure: Figure): Figure[] {
  if (figure.unit !== 'percent' || figure.metric !== 'attendance') return [figure];
  return figure.op === '>' || figure.op === '>=' ? [{ ...figure, metric: 'absence' }] : [];
}

/** A cell of bare numbers under "Attendance %" is of percentages. */
function withPercent(text: string, header: string): string {
  if (
    /%|per\s?cent/i.test(text) ||
    !/%|per\s?cent|attendance/i.test(header) ||
    !/^\s*\D{0,20}\d{2,3}(?:\.\d)?\D{0,20}(?:\d{2,3}(?:\.\d)?)?\D{0,12}$/.test(text.trimEnd())
  )
    return text;
  return text.replace(/(\d)(\D*)$/, '$1%$2');
}

function isWholeAttendance(figure: Figure): boolean {
  return figure.unit === 'percent' && figure.value === 100 && !figure.band;
}

function titleOf(cells: readonly Cell[], label: string | undefined): string {
  const first = cells[0]?.text ?? '';
  const words = (label !== undefined && BARE_LABEL.test(first) ? label : first || (label ?? ''))
    .replace(/\s+/g, ' ')
    .trim();
  return words.length <= 60 ? words || (label ?? '') : words.split(' ').slice(0, 8).join(' ');
}
