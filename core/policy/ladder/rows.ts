import { oneLine } from '../../text/one-line.ts';
import type { Figure } from '../readers/thresholds/figure.ts';
import { figuresIn } from '../readers/thresholds/figures.ts';
import { actionsOf } from './actions.ts';
import { actorIn } from './actors.ts';
import type { Cell } from './cell.ts';
import { countIn, headOver, hourIn, readCell } from './cell-figures.ts';
import { clausesOf, waitIn } from './conditions.ts';
import { NOTHING_DONE, onlyDescribes, withoutWishes } from './describing.ts';
import { monitoringIn, targetIn } from './details.ts';
import { familyBrings } from './families-part.ts';
import { namesOnlyFigures, setsOff } from './figure-words.ts';
import { asksNothing, fromBelow, idleKind } from './idle-levels.ts';
import { DAY_FAMILY, type Label, labelAt } from './labels.ts';
import type { Line } from './lines.ts';
import { looksBack } from './looks-back.ts';
import { belowIt, isReward, isToFallTo, saysAction } from './measures.ts';
import { onlyLooksBack } from './only-looks-back.ts';
import { withOwnTime } from './over-a-time.ts';
import { yearsOnly } from './qualified.ts';
import type { Rung } from './rung.ts';
import { unheardBehind } from './triggers.ts';
import { besideBack, isAlternative, otherWayOn } from './way-on.ts';

/** Steps that rows set out: one cell says when, another what is done. */

const TRIGGER_HEADER =
  /\b(?:triggers?|thresholds?|criteria|attendance|percent\w*|%|absences?|when|level|number\s+of|lates?|lateness|sessions|days|note|stage|band)\b/i;
/** Over these heads a cell is what is done, in whatever words. */
const SURE_ACTION_HEADER =
  /\b(?:actions?|procedures?|responses?|interventions?|consequences?|sanctions?|steps?\s+taken|next\s+steps?|what\s+(?:we|will|you\s+do|staff\s+do|happens|the\s+school|school|comes|goes|follows|is\s+(?:done|sent|offered)|else)|we\s+will|school\s+(?:will|does|response)|from\s+(?:us|(?:the\s+)?school))\b/i;
/** Over these a cell that names no figure says when all the same. */
const WHEN_HEADER = /^\W*(?:(?:is\s+)?reached\s+|used\s+|starts?\s+)?(?:when|if|triggers?|criteria)\b/i;
/** Who leads a step, where a table says no more of what is done. */
export const LED_HEADER = /^\W*(?:lead|led\s+by|who|by\s+whom|responsible|responsibility|staff(?:\s+member)?)\W*$/i;
export const ACTOR_HEADER = /\b(?:who|staff|responsib\w+|lead|led\s+by|person|by\s+whom|role|actor)\b/i;

/** Whether a trigger is decided by a figure. */
export function hasFigure({ metric, band, anyOf }: Rung['trigger']): boolean {
  return metric !== undefined || band !== undefined || anyOf !== undefined;
}

/** The step that a row sets out: a cell that says when, or a label, and what is done; null for none. */
export function rowRung(
  cells: readonly Cell[],
  header: readonly string[],
  actionColumns: ReadonlySet<number>,
  follows: boolean,
  above = '',
): Rung | null {
  const acting = cells.filter((cell) => actionColumns.has(cell.column) && cell.text.trim() !== '');
  const words = withoutWishes(acting.map((cell) => cell.text).join('. '));
  const actions = acting.flatMap((cell) => actionsOf(cell.text));
  if (actions.length === 0 || NOTHING_DONE.test(words) || actions.every((action) => familyBrings(action))) return null;
  const others = cells.filter((cell) => !actionColumns.has(cell.column) && cell.text.trim() !== '');
  const label = others.map((cell) => labelOf(cell, header)).find((one) => one !== null) ?? null;
  if (acting.every(({ text }) => onlyDescribes(text) && !NAMES_MEASURE.test(text))) return null;
  const found = cellTrigger(others, header) ?? (label ? cellTrigger(acting, header) : null);
  const timed = found && withOwnTime(found, others, header);
  const trigger = timed && ofSomeYears(timed, others);
  // "Legal action | Further unauthorised absence | …" behind rows with figures: what the steps before it did not bring.
  const goesOn = follows && others.some((cell) => tellsWhatIsNext(cell, header[cell.column] ?? ''));
  const hour = trigger || label ? null : hourIn(others, header, above);
  if (!trigger && !label && !goesOn && !hour) return null;
  // Without a head the column is known by what is done in most of its cells.
  const surely =
    trigger !== null &&
    (header.length === 0 ||
      acting.some(
        ({ column }) => SURE_ACTION_HEADER.test(header[column] ?? '') || LED_HEADER.test(header[column] ?? ''),
      ));
  // Where rows above say what is done, a row with a figure does too, in whatever words.
  const inWords = (surely && /\s/.test(words.trim())) || (trigger !== null && follows && /[a-z]{2}/i.test(words));
  if (
    !saysAction(words) &&
    !(trigger && isReward(words)) &&
    !(inWords && !acting.every(({ text }) => asksNothing(text)))
  )
    return null;
  // "96%" over "a letter when attendance falls below this": nobody is at it who has just reached it.
  if (trigger) trigger.trigger = belowIt(trigger.trigger, words);
  const falls = trigger && isToFallTo(trigger.trigger, trigger.line.text.slice(trigger.start, trigger.end));
  const reward = !falls && isReward(...others.map((cell) => cell.text), words);
  // "100% | Certificate": whole attendance has nothing to do but be praised, and not for another level's figure.
  if (trigger?.figure && isWholeAttendance(trigger.figure) && !(reward && figuresIn(words).length === 0)) return null;
  // A point that is praised is reached from below: "97% | letter of praise".
  if (reward && trigger?.trigger.op === '<=' && trigger.trigger.unit === 'percent') trigger.trigger.op = '>=';
  const said = others
    .filter((cell) => !ACTOR_HEADER.test(header[cell.column] ?? ''))
    .map((cell) => withoutLabel(cell, header))
    .join(' ')
    .trim();
  const clause = clausesOf([...others, ...acting].map((cell) => cell.text).join(' ')).find(({ words }) =>
    looksBack(words),
  );
  // "No improvement after the meeting": a cell of a column of triggers needs no "if".
  const beside = trigger ? backBeside(trigger, others) : null;
  // "below 90%, or no improvement four weeks after the letter"
  const other =
    trigger && !beside && !trigger.trigger.band && !trigger.trigger.anyOf
      ? otherWayOn({ line: trigger.line, read: trigger })
      : null;
  // "90% – 93%, and Step One tried with no success"
  const told = trigger?.trigger.condition && looksBack(trigger.trigger.condition) ? trigger.trigger.condition : null;
  const back = trigger ? undefined : looksBack(said) ? { words: said } : clause;
  const rowText = cells.map((cell) => cell.text).join(' ');
  const actorCell = cells.find((cell) => ACTOR_HEADER.test(header[cell.column] ?? ''));
  const actor = actorCell?.text.trim() || actorIn(words);
  const monitoring = monitoringIn(words);
  const target = targetIn(words);
  const first = others[0];
  const condition = hour || said || first?.text.trim() || words.slice(0, 60);
  const place = trigger
    ? { line: trigger.line, start: trigger.start, end: trigger.end }
    : placeOf((back && others.find(({ text }) => looksBack(text))) ?? first ?? acting[0]);
  if (!place) return null;
  return {
    title: titleOf(nameBelow(others, acting) ?? others, label?.text),
    printed: label && label.family !== DAY_FAMILY ? label.number : null,
    trigger: trigger
      ? { ...trigger.trigger, ...(beside ? { condition: beside } : {}) }
      : { condition: back?.words ?? condition },
    ...(back
      ? { after: { wait: waitIn(rowText) } }
      : (beside ?? told)
        ? { after: { wait: waitIn(beside ?? told ?? '') } }
        : other
          ? { after: { wait: other.wait, instead: other.words } }
          : {}),
    ...(reward ? { kind: 'reward' as const } : {}),
    actions,
    ...(actor ? { actor } : {}),
    ...(monitoring ? { monitoring } : {}),
    ...(target === undefined ? {} : { target }),
    confidence: trigger ? 'likely' : 'unsure',
    place,
  };
}

/** "Further unauthorised absence", "target missed after the 3 weeks": a cell that looks back to the rows above it. */
function tellsWhatIsNext({ text }: Cell, head: string): boolean {
  if (text.length >= 120) return false;
  if (!/^\W*[A-Z\d]/.test(text)) return !/\b(?:or|and|if|when|where|once)\b/i.test(text) && onlyLooksBack(text);
  return looksBack(text) || (WHEN_HEADER.test(head) && /\w\s\w+\s\w/.test(text));
}

/** "A friendly reminder with the dates missed so far". */
const NAMES_MEASURE =
  /^\W*(?:(?:an?|our|the)\s)?(?:[a-z]+\s){0,2}(?:reminder|letter|text|call|note|message|postcard|meeting|visit|chat)\b/i;

/** The trigger with the years that the row is for: "Year 11 only | below 96%". */
function ofSomeYears(found: CellTrigger, cells: readonly Cell[]): CellTrigger {
  const { trigger, line, start } = found;
  if (trigger.condition !== undefined || trigger.anyOf) return found;
  const years = cells
    .filter((cell) => !(cell.line === line && cell.start <= start && start < cell.start + cell.text.length))
    .map(({ text }) => yearsOnly(text))
    .find((one) => one !== null);
  return years ? { ...found, trigger: { ...trigger, condition: years } } : found;
}

/** "Stage 2 has been held and attendance is under 90%": the step before, named beside the figure of a cell; null where it is not. */
function backBeside({ trigger, line, start, end }: CellTrigger, cells: readonly Cell[]): string | null {
  const cell = cells.find((one) => one.line === line && start >= one.start && end <= one.start + one.text.length);
  if (!cell || trigger.band || trigger.anyOf || trigger.condition) return null;
  const [before, behind] = [cell.text.slice(0, start - cell.start), cell.text.slice(end - cell.start)];
  if (isAlternative(cell.text, { trigger, start: start - cell.start, end: end - cell.start })) return null;
  if (DONE_BEFORE.test(before))
    return before
      .replace(/\s+/g, ' ')
      .replace(/^[\s:–-]+/, '')
      .trim();
  return besideBack(behind)?.words ?? null;
}

const DONE_BEFORE = /\b(?:has|have)\s+(?:already\s+)?(?:been|taken|not|had|received)\b[^.;]{0,40}\b(?:and|but)\b/i;

/** "96–100% | Excellent | No action": a row of the mild end, where nothing is done. */
export function idleRow(
  cells: readonly Cell[],
  header: readonly string[],
  actionColumns: ReadonlySet<number>,
): Rung | null {
  const acting = cells.filter((cell) => actionColumns.has(cell.column) && cell.text.trim() !== '');
  const others = cells.filter((cell) => !actionColumns.has(cell.column) && cell.text.trim() !== '');
  const read = cellTrigger(others, header);
  const trigger = read && fromBelow(read.trigger, read.line.text.slice(read.start, read.end));
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
    place: { line: read.line, start: read.start, end: read.end },
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

/** "Level B: still below target": what a cell says behind its label. */
function withoutLabel(cell: Cell, header: readonly string[]): string {
  const label = labelOf(cell, header);
  return label
    ? cell.text
        .slice(label.end)
        .replace(/^[\s:.)–-]+/, '')
        .trim()
    : cell.text.trim();
}

type CellTrigger = { trigger: Rung['trigger']; line: Line; start: number; end: number; figure: Figure | null };

/** Whether words by themselves say when, under a head that may say what they count. */
export function saysWhen(words: string, head: string): boolean {
  return readCell(words, head) !== null || countIn(words, head) !== null || labelAt(words)?.family === DAY_FAMILY;
}

/** The first cell that says when, the columns whose headers promise it first. */
function cellTrigger(cells: readonly Cell[], header: readonly string[]): CellTrigger | null {
  const promised = [...cells].sort(
    (a, b) => Number(TRIGGER_HEADER.test(header[b.column] ?? '')) - Number(TRIGGER_HEADER.test(header[a.column] ?? '')),
  );
  for (const cell of promised) {
    const label = labelOf(cell, header);
    const read = readCell(cell.text, header[cell.column] ?? '', Math.min(label?.end ?? 0, cell.text.length));
    if (read)
      return {
        trigger: read.trigger,
        line: cell.line,
        start: cell.start + read.start,
        end: cell.start + Math.min(read.end, cell.text.length),
        figure: read.figure,
      };
    if (label?.family === DAY_FAMILY && label.number !== null)
      return {
        trigger: {
          metric: 'consecutiveAbsenceDays',
          op: '>=',
          value: label.number,
          unit: 'days',
          ...unheardBehind(cell.text.slice(label.end)),
        },
        line: cell.line,
        start: cell.start,
        end: cell.start + Math.max(1, cell.text.trimEnd().length),
        figure: null,
      };
  }
  return countedCell(cells, header);
}

function countedCell(cells: readonly Cell[], header: readonly string[]): CellTrigger | null {
  for (const { text, line, start, column } of cells) {
    const trigger = countIn(text, headOver(header[column], line.placed.headings.at(-1) ?? ''));
    if (trigger) return { trigger, line, start, end: start + text.trimEnd().length, figure: null };
  }
  return null;
}

function placeOf(cell: Cell | undefined): Rung['place'] | null {
  return cell ? { line: cell.line, start: cell.start, end: cell.start + cell.text.length } : null;
}

function isWholeAttendance(figure: Figure): boolean {
  return figure.unit === 'percent' && figure.value === 100 && !figure.band;
}

/** The cell that names the step: the first, but for a bare figure beside a label ("90% to 94% | Orange letter"). */
function titleCell(cells: readonly Cell[]): Cell | undefined {
  const [first, ...others] = cells;
  if (!first || labelAt(first.text)) return first;
  // "12 | Home visit": a number alone is no name.
  if (!/[a-z]/i.test(first.text)) return others.find(({ text }) => NAME_CELL.test(text)) ?? first;
  if (!figuresIn(first.text).some(setsOff)) return first;
  const named = (cell: Cell): boolean => cell.text.length <= LONGEST_LABEL && labelAt(cell.text) !== null;
  return (
    others.find(named) ??
    (namesOnlyFigures(first.text) ? others.find(({ text }) => NAME_CELL.test(text)) : null) ??
    first
  );
}
const LONGEST_LABEL = 30;
const NAME_CELL = /^\s{0,4}[A-Z][a-z'-]{1,20}(?:\s[A-Za-z'-]{1,20}){0,4}\s{0,4}$/;

/** "97% – 95%" over "Steady" and what is done: its name stands first of what is below; null where it has one, or none does. */
function nameBelow(cells: readonly Cell[], acting: readonly Cell[]): readonly Cell[] | null {
  const [first, ...more] = acting;
  return first && more.length > 0 && !cells.some(({ text }) => /[a-z]/i.test(text)) && NAME_CELL.test(first.text)
    ? [first]
    : null;
}

function titleOf(cells: readonly Cell[], label: string | undefined): string {
  const first = titleCell(cells)?.text ?? '';
  const words = oneLine(label !== undefined && BARE_LABEL.test(first) ? label : first || (label ?? ''));
  return words.length <= 60 ? words || (label ?? '') : words.split(' ').slice(0, 8).join(' ');
}
