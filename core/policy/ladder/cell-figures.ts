import { countedHead } from '../readers/thresholds/counted-heads.ts';
import type { Figure } from '../readers/thresholds/figure.ts';
import { figuresIn } from '../readers/thresholds/figures.ts';
import { withHeadersUnit } from '../readers/thresholds/headed-cells.ts';
import type { Cell } from './cell.ts';
import { countedUnder, isOfATime } from './over-a-time.ts';
import type { Rung } from './rung.ts';
import { type ReadTrigger, triggerOf } from './triggers.ts';

/** What a cell says of when: its figures, its bare counts and its hour, by the head of its column. */

/** What the figures of a cell set off, under the head of its column; offsets in the cell. */
export function readCell(words: string, head: string, label = 0): (ReadTrigger & { figure: Figure | null }) | null {
  const text = withHeadersUnit(words, head) ?? withPercent(words, head);
  const ofAbsence = /\babsen/i.test(head) && !/\battend/i.test(`${head} ${words}`);
  const printed = ofAbsence ? figuresIn(text).flatMap(ofAllAbsence) : figuresIn(text);
  const figures = printed.filter(
    (figure) =>
      figure.sense === 'trigger' ||
      figure.sense === 'point' ||
      (figure.unit === 'percent' && figure.sense === 'bare' && words.slice(label).trim().length < 30),
  );
  const read = triggerOf(
    figures.map((figure) => (figure.sense === 'bare' ? { ...figure, sense: 'point' as const } : figure)),
    text,
  );
  if (!read) return null;
  const over = read.trigger.window || !isOfATime(read.trigger) ? null : countedUnder(head);
  const trigger = over ? { ...read.trigger, window: over } : read.trigger;
  return { ...read, trigger, figure: figures[0] ?? null };
}

const COUNT =
  /^\s*(?:(?:if|when|where|once|after)\s+)?(?:(?:a|the|your)\s+(?:pupil|child|student)\s+(?:has|reaches)\s+(?:had\s+|missed\s+)?)?(?:(?:at\s+least|(more\s+than|over))\s+)?(\d{1,3})(?:\s?\+|\s+(?:or|and)\s+(?:more|over)|\s?(?:-|to)\s?\d{1,3})?(?:\s+(sessions|(?:school\s+)?days|half[\s-]days))?(?:\s+(?:or|and)\s+(?:more|over))?\s*(?:\([^()]{1,30}\)\s*)?$/i;

/** "15 sessions" alone in its cell under "Absence so far", "10 days" under "Unauthorised absence", "12" under "Sessions missed". */
export function countIn(words: string, head: string): Rung['trigger'] | null {
  const counted = countedHead(head)?.figure ?? null;
  const match = counted || /\babsen|\bmissed\b/i.test(head) ? COUNT.exec(words) : null;
  const value = Number(match?.[2] ?? 0);
  const of = match?.[3] ? metricOf(match[3], UNAUTHORISED_HEAD.test(head)) : counted;
  if (!match || !of || value === 0) return null;
  const window = countedUnder(head);
  const { metric, unit } = of;
  return { metric, op: match[1] ? '>' : '>=', value, unit, ...(window ? { window } : {}) };
}

/** What a count of sessions or days is of. */
function metricOf(words: string, unauthorised: boolean): Pick<Figure, 'metric' | 'unit'> {
  return /^half|sessions/i.test(words)
    ? { metric: unauthorised ? 'unauthorisedSessions' : 'sessions', unit: 'sessions' }
    : { metric: unauthorised ? 'unauthorisedDays' : 'absenceDays', unit: 'days' };
}

const UNAUTHORISED_HEAD = /\bun-?authori[sz]ed\b/i;

const ONLY_UNIT = /^\W*(?:number\s+of\s+)?(?:sessions|days|half[\s-]days)\W*$/i;

/** What is over a cell: "Sessions" under "Unauthorised absence in any half term" counts those. */
export function headOver(header: string | undefined, heading: string): string {
  if (header === undefined || header === '') return heading;
  if (!ONLY_UNIT.test(header) || !/\babsen|\bmiss(?:ed|ing)\b/i.test(heading)) return header;
  const time = /\b(?:in|over|within|during)\s.{3,40}$/i.exec(heading)?.[0] ?? '';
  return `${UNAUTHORISED_HEAD.test(heading) ? 'Unauthorised ' : ''}${header.trim()} missed ${time}`.trim();
}

/** "70% or more" under "Absence in the last six weeks": never of attendance, whatever its height. */
function ofAllAbsence(figure: Figure): Figure[] {
  if (figure.unit !== 'percent' || figure.metric !== 'attendance') return [figure];
  return figure.op === '>' || figure.op === '>=' ? [{ ...figure, metric: 'absence' }] : [];
}

const BARE_PERCENT =
  /^\W*(?:(?:begins|if|when|where|is|falls|drops|to|attendance|below|under|above|over|less|more|than|between|from|at)\W+){0,7}(?:0|\d{2,3}(?:\.\d{1,2})?)\W*(?:(?:to|and|or)\W+)?(?:\d{2,3}(?:\.\d{1,2})?)?\W*(?:(?:and|or|less|lower|more|above|below|under|over|attendance)\W*){0,3}$/i;

/** A cell of bare numbers under "Attendance %" is of percentages. */
function withPercent(text: string, header: string): string {
  if (/%|per\s?cent/i.test(text) || !/%|per\s?cent|attendance/i.test(header) || !BARE_PERCENT.test(text)) return text;
  return text.replace(/(\d)(\D*)$/, '$1%$2');
}

const ONLY_HOUR =
  /^\W*(?:(?:by|at|from)\s)?(\d{1,2}[:.]\d\d(?:\s?[ap]\.?m\.?)?|\d{1,2}\s?[ap]\.?m\.?|noon|midday)(?:,?\s(?:and\s)?(?:still\s)?(?:no|nothing|not)\b.{0,30})?\W*$/i;
const OF_SILENCE =
  /\bheard\b|(?:n't|\bnot)\s+hear\b|\bno\s(?:contact|reply|reason|message|answer|response)\b|\babsen|\bfirst[\s-]day\b|\bmissing\b|(?:\bnot|n't)\s(?:in|here|arrived)\b|\b(?:no[\s-]?one|nobody)\shas\s(?:told|rung|let)\b|\bunexplained\b|\bunaccounted\b/i;

/** "9.50 | Call to first contact" under "If nothing has been heard": that nobody was reached by the hour; null for other rows. */
export function hourIn(cells: readonly Cell[], header: readonly string[], above: string): string | null {
  const about = `${above} ${header.join(' ')} ${cells[0]?.line.placed.headings.at(-1) ?? ''}`;
  const hour = OF_SILENCE.test(about)
    ? cells.map(({ text }) => ONLY_HOUR.exec(text)?.[1]).find((one) => one)
    : undefined;
  return hour ? `${NOT_HEARD_BY} ${hour}` : null;
}

export const NOT_HEARD_BY = 'no contact by';
