import { sentence } from './grammar.ts';
import { ODD } from './odd.ts';
import type { Random } from './random.ts';

/** A stretch of a real text with some places cut out, doubled, moved, or changed for odd signs and other sentences. */
export function mutated(random: Random, text: string, mostLength = 1500): string {
  const from = random.below(Math.max(1, text.length - mostLength));
  return edited(random, text.slice(from, from + 100 + random.below(mostLength)), () => sentence(random));
}

/** A text with up to six places changed; `another` gives words to put in. */
export function edited(random: Random, text: string, another: () => string): string {
  let result = text;
  for (let edits = 1 + random.below(6); edits > 0; edits--) {
    const at = random.below(result.length + 1);
    const length = random.below(40);
    const change = random.below(5);
    const cut = result.slice(at, at + length);
    if (change === 0) result = result.slice(0, at) + result.slice(at + length);
    else if (change === 1) result = result.slice(0, at) + cut + result.slice(at);
    else if (change === 2) result = result.slice(0, at) + random.of(ODD) + result.slice(at);
    else if (change === 3) result = result.slice(0, at) + another() + result.slice(at + length);
    else {
      const to = random.below(result.length + 1);
      const without = result.slice(0, at) + result.slice(at + length);
      result = without.slice(0, to) + cut + without.slice(to);
    }
  }
  return result;
}

/** Markup or XML in which whole tags, or what stands between them, are lost, doubled, swapped or changed. */
export function mutatedMarkup(random: Random, markup: string, words: readonly string[]): string {
  const parts = markup.split(/(?<=>)|(?=<)/);
  for (let edits = 1 + random.below(8); edits > 0; edits--) {
    const at = random.below(parts.length);
    const length = 1 + random.below(random.chance(0.2) ? 40 : 3);
    const change = random.below(6);
    if (change === 0) parts.splice(at, length);
    else if (change === 1) parts.splice(at, 0, ...parts.slice(at, at + length));
    else if (change === 2) parts.splice(random.below(parts.length), 0, ...parts.splice(at, length));
    else if (change === 3) parts[at] = random.of(words);
    else if (change === 4) parts[at] = (parts[at] ?? '').replace(/\d+/, () => random.of(['0', '-1', '7', '999', 'x']));
    else parts[at] = (parts[at] ?? '').slice(0, random.below(12)) + random.of(ODD);
  }
  return parts.join('');
}

/** Bytes with some changed, and sometimes the end cut off. */
export function damaged(random: Random, bytes: Uint8Array, most = 12): Uint8Array {
  const copy = new Uint8Array(bytes);
  for (let flips = 1 + random.below(most); flips > 0; flips--) copy[random.below(copy.length)] = random.below(256);
  return random.chance(0.2) ? copy.slice(0, random.below(copy.length)) : copy;
}

const VALUES: readonly unknown[] = [
  null,
  0,
  -1,
  1.5,
  1e308,
  '',
  'x',
  [],
  {},
  true,
  false,
  '__proto__',
  [[[]]],
  '2026-02-30',
  '2026-09-01',
  'https://mis.example',
];
const KEYS = ['__proto__', 'constructor', 'toString', '', 'value', 'op'];

/** JSON like the given one, with one to four places changed: deep enough that most of it stays what it was. */
export function mutatedJson(random: Random, value: unknown): unknown {
  let result = value;
  for (let edits = random.below(5); edits > 0; edits--) result = changedSomewhere(random, result);
  return result;
}

function changedSomewhere(random: Random, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || random.chance(0.06)) return otherValue(random, value);
  if (Array.isArray(value)) {
    const copy: unknown[] = [...value];
    const at = random.below(copy.length + 1);
    const change = random.below(10);
    if (change === 0) copy.splice(at, 1);
    else if (change === 1) copy.splice(at, 0, random.of(VALUES));
    else if (change === 2 && at < copy.length) copy.splice(random.below(copy.length), 0, copy[at]);
    else if (at < copy.length) copy[at] = changedSomewhere(random, copy[at]);
    return copy;
  }
  const entries = Object.entries(value);
  const at = random.below(entries.length + 1);
  const entry = entries[at];
  if (!entry) entries.push([random.of(KEYS), random.of(VALUES)]);
  else {
    const change = random.below(12);
    if (change === 0) entries.splice(at, 1);
    else if (change === 1) entry[0] = random.chance(0.5) ? random.of(KEYS) : `${entry[0]}x`;
    else entry[1] = changedSomewhere(random, entry[1]);
  }
  // Not assignment, for which the key "__proto__" is no key.
  return Object.fromEntries(entries);
}

function otherValue(random: Random, value: unknown): unknown {
  if (random.chance(0.3)) return random.of(VALUES);
  if (typeof value === 'number') return value + random.of([-1, 1, 0.5, -value, value * 1e6]);
  if (typeof value === 'string') return edited(random, value, () => random.of(['<', '2026-13-01', 'AM', '5', 'none']));
  if (typeof value === 'boolean') return !value;
  return random.chance(0.1) ? nested(random.below(900)) : random.of(VALUES);
}

/** Lists in triggers in lists, as deep as a hostile file may have them. */
function nested(depth: number): unknown {
  let value: unknown = [];
  for (let at = 0; at < depth; at++) value = at % 2 ? { anyOf: [value] } : [value];
  return value;
}
