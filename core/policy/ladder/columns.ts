import type { Figure } from '../readers/thresholds/figure.ts';
import { figuresIn } from '../readers/thresholds/figures.ts';
import { actionsOf } from './actions.ts';
import { actorIn } from './actors.ts';
import { NOTHING_DONE } from './describing.ts';
import { monitoringIn, targetIn } from './details.ts';
import { asksNothing, fromBelow, idleKind, withIdleLevels } from './idle-levels.ts';
import { type Label, labelAt } from './labels.ts';
import type { Line } from './lines.ts';
import { isReward, isToFallTo, saysAction } from './measures.ts';
import { allOfAbsence } from './of-absence.ts';
import { offenceIn } from './offences.ts';
import type { Ladder, Rung } from './rung.ts';
import { type ReadTrigger, triggerOf } from './triggers.ts';

/** Ladders that run across a table: "Stage 1 | Stage 2 | Stage 3" above, and under each when and what. */

interface Placed {
  readonly text: string;
  readonly line: Line;
  readonly start: number;
}

// A table of more columns than this is no table that anyone reads.
const WIDEST = 12;

/** The ladder of a table whose columns are its rungs; null where they are not. */
export function ladderInColumns(rows: readonly Line[]): Ladder | null {
  if (rows.length < 2) return null;
  const columns = columnsOf(rows);
  if (columns.length < 2) return null;
  const rungs = columns.map(rungOfColumn);
  if (rungs.some((rung) => rung === null)) return null;
  const first = rows[0];
  const about = [...(first?.placed.headings ?? []), ...columns.map(([top]) => top?.text ?? '')].join(' · ');
  return laddered(
    about,
    rungs.flatMap((rung) => rung ?? []),
  );
}

/** A ladder of more than levels at which nothing is done. */
function laddered(about: string, rungs: readonly Rung[]): Ladder | null {
  return rungs.every(({ idle }) => idle)
    ? null
    : { family: 'table', about, rungs: withIdleLevels(allOfAbsence(rungs)) };
}

/** "Below 96% | letter | Below 93% | meeting": a row that holds several rungs, each a figure and what is done. */
export function ladderInPairs(rows: readonly Line[]): Ladder | null {
  const rungs: Rung[] = [];
  for (const line of rows) {
    const cells = (line.placed.block.cells ?? [])
      .slice(0, WIDEST)
      .map(({ start, end }): Placed => ({ text: line.text.slice(start, end), line, start }))
      .filter(({ text }) => text.trim() !== '');
    if (cells.length < 4 || cells.length % 2 === 1) return null;
    for (let at = 0; at < cells.length; at += 2) {
      const [when, what] = cells.slice(at, at + 2);
      if (!when || !what || !figureOf(when.text) || saysAction(when.text) || figureOf(what.text)) return null;
      const rung = rungOfColumn([when, what]);
      if (rung) rungs.push(rung);
    }
  }
  const about = rows[0]?.placed.headings.join(' · ') ?? '';
  return rungs.length > 1 ? laddered(about, rungs) : null;
}

/** The columns that a label, a figure or an offence heads; none where one of the others is headed by words. */
function columnsOf(rows: readonly Line[]): Placed[][] {
  const columns: Placed[][] = [];
  for (const line of rows)
    for (const [column, { start, end }] of (line.placed.block.cells ?? []).slice(0, WIDEST).entries())
      if (line.text.slice(start, end).trim() !== '')
        (columns[column] ??= []).push({ text: line.text.slice(start, end), line, start });
  const rungs = columns.filter(([top]) => top !== undefined && top.line === rows[0] && headsRung(top.text));
  // The names of the rows stand in the first column.
  const isNamed = columns.length - rungs.length === 1 && !rungs.includes(columns[0] ?? []);
  return rungs.length === columns.length || isNamed ? rungs : [];
}

function headsRung(text: string): boolean {
  return text.length < 80 && (labelOf(text) !== null || figureOf(text) !== null || offenceOf(text) !== null);
}

function labelOf(text: string): Label | null {
  const label = labelAt(text);
  return label?.number == null ? null : label;
}

function figureOf(text: string): Figure | null {
  return figuresIn(text).find(({ sense }) => sense === 'trigger' || sense === 'point') ?? null;
}

/** "Second offence", "2nd notice": the head of a column says no more. */
function offenceOf(text: string): ReturnType<typeof offenceIn> {
  return offenceIn(`${text} is issued`);
}

/** "Green 97–100% | No action": a column of the mild end, where nothing is done. */
function idleColumn(cells: readonly Placed[], when: Placed | undefined, read: ReadTrigger | null): Rung | null {
  const told = cells.filter(({ text }) => asksNothing(text));
  const trigger = when && read && fromBelow(read.trigger, when.text);
  const [top] = cells;
  if (!top || !when || !read || !trigger || told.length === 0) return null;
  return {
    title: titleOf(cells),
    printed: labelOf(top.text)?.number ?? null,
    trigger,
    kind: idleKind(cells.map(({ text }) => text).join(' ')),
    idle: true,
    actions: told.map(({ text }) => text.trim()),
    confidence: 'unsure',
    place: { line: when.line, start: when.start + read.start, end: when.start + read.end },
  };
}

const NAME = /^\s*[A-Z][a-z'’-]{1,20}(?:\s[A-Za-z\d'’-]{1,20}){0,3}\s*$/;

/** "95%" over "Yellow card" is called so: a figure alone is no name. */
function titleOf([top, next]: readonly Placed[]): string {
  const name = top && next && labelAt(top.text) === null && figureOf(top.text) && NAME.test(next.text) ? next : top;
  return (name?.text ?? '').replace(/\s+/g, ' ').trim();
}

function rungOfColumn(cells: readonly Placed[]): Rung | null {
  const [top, ...below] = cells;
  if (!top) return null;
  const told = below.filter(({ text }) => !NOTHING_DONE.test(text));
  const when = [top, ...below].find(({ text }) => figureOf(text) !== null && (text === top.text || !saysAction(text)));
  const read = when ? triggerOf(figuresIn(when.text), when.text) : null;
  const offence = when ? null : offenceOf(top.text);
  if (!(when && read) && !offence) return null;
  const acting = told.filter((cell) => cell !== when);
  const words = acting.map(({ text }) => text).join('. ');
  // A sum alone is what the notice costs.
  const sum = offence !== null && /£/.test(words);
  const done = acting.flatMap(({ text }) => actionsOf(text));
  const actions = done.length === 0 && sum ? [words.trim()] : done;
  if (actions.length === 0 || !(saysAction(words) || sum)) return idleColumn(cells, when, read);
  const place = when && read ? when : top;
  const start = place.start + (read?.start ?? 0);
  const actor = actorIn(words);
  const monitoring = monitoringIn(words);
  const target = targetIn(words);
  const falls = when && read ? isToFallTo(read.trigger, when.text.slice(read.start, read.end)) : false;
  const reward = !falls && isReward(`${top.text} ${words}`);
  // A point that is praised is reached from below.
  if (reward && read?.trigger.op === '<=' && read.trigger.unit === 'percent') read.trigger.op = '>=';
  return {
    title: titleOf(cells),
    printed: offence?.number ?? labelOf(top.text)?.number ?? null,
    trigger: read?.trigger ?? { condition: offence?.words ?? top.text.trim() },
    ...(offence && offence.number > 1 ? { after: { wait: null } } : {}),
    ...(reward ? { kind: 'reward' as const } : {}),
    actions,
    ...(actor ? { actor } : {}),
    ...(monitoring ? { monitoring } : {}),
    ...(target === undefined ? {} : { target }),
    confidence: 'unsure',
    place: { line: place.line, start, end: read ? place.start + read.end : place.start + top.text.trimEnd().length },
  };
}
