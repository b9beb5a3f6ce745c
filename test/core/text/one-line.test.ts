import { describe, expect, it } from 'vitest';
import { oneLine } from '#core/text/one-line.ts';

describe('a text as one line', () => {
  it.each([
    ['stays as it is', 'A letter home.', 'A letter home.'],
    ['loses its breaks', 'A letter\nhome\r\n  today', 'A letter home today'],
    ['loses tabs and hard spaces', 'A\tletter\u00a0home', 'A letter home'],
    ['loses what stands at its ends', '  A  letter ', 'A letter'],
    ['may be nothing', ' \n ', ''],
  ])('%s', (_, text, expected) => expect(oneLine(text)).toBe(expected));
});
