import type { Block } from '../../blocks.ts';
import type { BlockContext } from '../reader.ts';
import { assignRoles, type Topic } from './assign.ts';
import type { Assigned } from './assigned.ts';
import { isSubject } from './governor.ts';
import type { TimeReading } from './reading.ts';
import { scopeIn } from './scope.ts';
import { toReading } from './to-reading.ts';
import { type Token, tokenise } from './tokens.ts';

interface Cell {
  readonly start: number;
  readonly text: string;
  readonly header: string;
  readonly tokens: readonly Token[];
}

/** A wider row is no timetable but damage. */
const MOST_CELLS = 40;
const LONGEST_LABEL = 200;
const WEEKDAY = /^\s*(?:mon|tue|wed|thu|fri)/i;
/** "Time" over a column of times says nothing of them; behind "Clubs end" it would say too much. */
const MERE_TIME = /^\s*times?\s*$/i;
const RANGE_HEADER = /\b(?:to|end|ends|finish|finishes|until|close|closes|closing)\b/i;

/** The times of a row of a timetable: what its other cells and its column's heading say of each. */
export function rowReadings(block: Block, context: BlockContext): TimeReading[] {
  const cells = (block.cells ?? []).slice(0, MOST_CELLS).map((cell, index): Cell => {
    const text = block.plain.slice(cell.start, cell.end).replace(/\n/g, ' ');
    return { start: cell.start, text, header: block.header?.[index] ?? '', tokens: tokenise(text) };
  });
  const label = cells
    .filter((cell) => !hasTime(cell))
    .map((cell) => cell.text.trim())
    .filter((text) => text.length < 80)
    .map(firstOf)
    .join(' ')
    .slice(0, LONGEST_LABEL);
  const scope = scopeIn(label) ?? scopeIn(context.headings.at(-1) ?? '');
  // "| KS1 | 8.50 | 3.10 |" under "Start" and "Finish": what starts and ends, unnamed, is the day.
  const ofTheDay = label === '' || (scopeIn(label) !== undefined && label.length < 40) || WEEKDAY.test(label);
  const named = tokenise(label).some((token) => token.is !== 'time' && isSubject(token));
  const readings: TimeReading[] = [];
  const timed = cells.filter(hasTime);
  const called = callsAfterSilence(timed, label);
  for (let index = 0; index < timed.length; index++) {
    const cell = timed[index];
    if (!cell) continue;
    const speaks = cell.tokens.some(
      (token) =>
        token.is !== 'time' &&
        (isSubject(token) || token.is === 'report' || token.is === 'late' || token.is === 'absent'),
    );
    const own = label === '' && index === 0 && isBare(cell) ? firstClauseOf(timed[1]) : label;
    const lead = speaks ? '' : `${own} ${saysNothing(cell.header, named) ? '' : cell.header}: `;
    const pair = speaks ? undefined : otherEnd(cell, timed[index + 1], timed.length);
    const text = lead + cell.text + (pair ? ` - ${pair.text.trim()}` : '');
    const topic: Topic = { subject: ofTheDay ? 'day' : null, heading: null };
    const ownScope = scopeIn(cell.header) ?? scope;
    for (const found of assignRoles(text, tokenise(text), topic)) {
      const assigned = called.has(cell) ? heardBy(found) : found;
      const inPair = pair !== undefined && assigned.clock.start >= lead.length + cell.text.length;
      const shift = inPair
        ? (pair?.start ?? 0) + leadOf(pair?.text ?? '') - lead.length - cell.text.length - 3
        : cell.start - lead.length;
      readings.push(toReading(assigned, { start: shift, text }, ownScope, context));
    }
    if (pair) index++;
  }
  return readings;
}

/** "| 3.00 | End of P5, buses leave 3.10 |": what stands before the cell's own time is said of the one before it. */
function firstClauseOf(cell: Cell | undefined): string {
  const clause = /^[^,;(]{4,60}(?=[,;(])/.exec(cell?.text ?? '')?.[0] ?? '';
  return tokenise(clause).some(({ is }) => is === 'time') ? '' : clause.trim();
}

/** "| no reason received by 9.15 | text, then phone both parents by 10.00 |": the first is the parents' hour. */
function callsAfterSilence(timed: readonly Cell[], label: string): ReadonlySet<Cell> {
  const calls = (tokens: readonly Token[]): boolean => tokens.some(({ is }) => is === 'call');
  const isCall = (cell: Cell): boolean => calls(cell.tokens) || (isBare(cell) && calls(tokenise(label)));
  return new Set(
    timed.filter(
      (cell, index) =>
        cell.tokens.some(({ is }) => is === 'unheard') &&
        !calls(cell.tokens) &&
        timed.slice(index + 1).some((later) => isCall(later) && hourOf(later) > hourOf(cell)),
    ),
  );
}

function hourOf({ tokens }: Cell): number {
  return tokens.find((token) => token.is === 'time')?.clock.minutes ?? 0;
}

function heardBy(assigned: Assigned): Assigned {
  const isWaiting = assigned.role === 'firstDayContactFrom' && !UNMET.test(assigned.mention.leftText);
  return isWaiting ? { ...assigned, role: 'reportAbsenceBy', explicit: false } : assigned;
}

/** "still no contact by 9.45": asked before. */
const UNMET = /\b(?:still|yet|again|answer|reply|response)\b/i;

/** "School ends - pupils are taken to their parents": what is said of it behind the dash has other verbs. */
function firstOf(label: string): string {
  const dash = label.search(/\s-\s/);
  if (dash < 0) return SITE_OPENS.exec(label)?.[0] ?? label;
  const first = label.slice(0, dash);
  const has = (is: (token: Token) => boolean): boolean =>
    tokenise(first).some((token) => token.is !== 'time' && is(token));
  const speaks =
    has((token) => ENDS_OR_STARTS.has(token.is)) && has((token) => token.is === 'day' || token.is === 'gate');
  if (!speaks) return label;
  // "School starts - registration" says both.
  return REGISTERS.test(label) ? label.replace(/\s-\s/, ' and ') : first;
}

/** "Site opens, breakfast in the Hub": the meal is served in what has opened. */
const SITE_OPENS =
  /^(?:the )?(?:school |main )?(?:site|gates?|doors?|building|campus)\s(?:is\s)?opens?(?:\sto\s\w{2,10})?(?=,\s(?:breakfast|toast|wrap|clubs?)\b)/i;

const ENDS_OR_STARTS: ReadonlySet<Token['is']> = new Set<Token['is']>(['start', 'end', 'open', 'close']);
const REGISTERS = /\bregist/i;

/**
 * Whether the head of a column adds nothing to what its row names: "Time", whose time it is, "Infant School",
 * or a time itself: then the table has no head, and its first row is one like the others.
 */
function saysNothing(header: string, rowNames: boolean): boolean {
  if (MERE_TIME.test(header)) return true;
  const tokens = tokenise(header);
  return tokens.some((token) => token.is === 'time') || (rowNames && tokens.every((token) => token.is === 'day'));
}

/** "| Registration | 8.45am | 9.00am |" without headings, or with "Start" and "End", is a range in two cells. */
function otherEnd(cell: Cell, next: Cell | undefined, timed: number): Cell | undefined {
  if (!next || timed !== 2 || !isBare(cell) || !isBare(next)) return undefined;
  const first = cell.tokens[0];
  const second = next.tokens[0];
  if (first?.is !== 'time' || second?.is !== 'time' || second.clock.minutes <= first.clock.minutes) return undefined;
  return next.header === '' ||
    (RANGE_HEADER.test(next.header) && /\b(?:from|start|starts|begin|begins|opens?)\b/i.test(cell.header))
    ? next
    : undefined;
}

function isBare(cell: Cell): boolean {
  return cell.tokens.length === 1 && cell.text.trim().length < 12;
}

function hasTime(cell: Cell): boolean {
  return cell.tokens.some((token) => token.is === 'time');
}

function leadOf(text: string): number {
  return text.length - text.trimStart().length;
}
