import type { Day } from '../attendance/day.ts';
import { keep } from '../attendance/kept.ts';

/** Small pieces of the sentences in which decisions are explained. */

const MONTHS = 'January February March April May June July August September October November December'.split(' ');

/** "3 February 2026". */
export function inWords(day: Day): string {
  return known.get(day) ?? keep(known, day, written(day));
}

function written(day: Day): string {
  return `${Number(day.slice(8))} ${MONTHS[Number(day.slice(5, 7)) - 1]} ${day.slice(0, 4)}`;
}

/** The days of a register are few, and each is named in the reasons of many pupils. */
const known = new Map<Day, string>();

const OWN_NUMBER = /^\W{0,3}(step|stage|tier|level|phase|wave) (\d{1,3}[a-z]?)(?:[\s:.,)–—-]+|$)/i;

/** What names a step: of the policy, or of a decision. */
interface Named {
  order: number;
  sub?: string | undefined;
  title: string;
}

/** How a step is numbered, "stage 3", and its title without the number that it begins with: "Stage 3: a meeting". */
export function numberAndTitle({ order, sub = '', title }: Named): [string, string] {
  const number = `${order}${sub}`;
  const own = OWN_NUMBER.exec(title);
  if (own?.[2]?.toLowerCase() !== number) return [`step ${number}`, title];
  return [`${own[1]?.toLowerCase()} ${number}`, title.slice(own[0].length)];
}

/** The step in a sentence, 'step 3 ("Letter 2")'. */
export function nameOf(step: Named): string {
  const [number, title] = numberAndTitle(step);
  if (title === '') return number;
  return `${number} (${JSON.stringify(title.length > 60 ? `${title.slice(0, 57)}...` : title)})`;
}

/** The words as a sentence begins with them. */
export function atHead(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** "1 session", "2 sessions". */
export function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

/** What decides where the certain marks alone would say otherwise: "with 1 session in doubt, counted either way,". */
export function eitherWay(doubts: number): string {
  return `with ${plural(doubts, 'session')} in doubt, counted either way,`;
}

/** A percentage held in thousandths, as it is printed: 96900 is "96.9". */
export function percentText(thousandths: number): string {
  return String(thousandths / 1000);
}

/** "a, b and c". */
export function list(items: readonly string[]): string {
  return items.length < 2 ? items.join() : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;
}
