import { describe, expect, it } from 'vitest';
import { codes } from '#core/policy/readers/codes.ts';
import { penalties } from '#core/policy/readers/penalties.ts';
import { times } from '#core/policy/readers/times.ts';
import { readWith } from './read-with.ts';

const MEGABYTE = 1_000_000;
const fill = (words: string): string => words.repeat(Math.ceil(MEGABYTE / words.length));

/** Each is a megabyte of one thing. A reader that looks back over all of it for each word would take hours. */
const HUGE: readonly (readonly [string, string])[] = [
  ['digits', fill('8.45')],
  ['pipes', fill('| 8.45 ')],
  ['codes in one row', fill('| L | Late ')],
  ['one endless sentence of times', fill('after 8.45am and ')],
  ['sentences of times', fill('Registers open at 8.45am. They close 10 minutes later. ')],
  ['lines of times', fill('8.45am Registers close\n')],
  ['one endless sentence of codes', fill('marked L or code U, ')],
  ['sums without end', fill('a fine of £80 within 21 days or ')],
  ['sentences of fines', fill('The fine is £80 if paid within 21 days. ')],
  ['spaces', fill('9am   \t   ')],
];

describe('a megabyte of anything is read in seconds', () => {
  it.each(HUGE)('%s', (_what, text) => {
    const before = process.cpuUsage();
    for (const reader of [times, codes, penalties]) readWith(reader, text);
    // Of the processor's time, which what else runs on the machine does not lengthen.
    const { user, system } = process.cpuUsage(before);
    expect((user + system) / 1_000_000).toBeLessThan(30);
  });
});
