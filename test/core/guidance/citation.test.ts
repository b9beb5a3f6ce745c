import { describe, expect, it } from 'vitest';
import { type Citation, dated } from '#core/guidance/citation.ts';

describe('a value that changes with the law', () => {
  const citation: Citation = {
    document: 'A circular',
    edition: '2',
    provision: 'paragraph 3',
    url: 'https://example.org/circular',
    inForceFrom: null,
    checkedOn: '2026-11-22',
    verified: true,
  };
  const amount = dated(
    { from: '2024-08-19', value: 80, citation },
    { from: '2013-09-01', to: '2024-07-31', value: 60, citation },
    { from: '2004-02-27', value: 50, citation },
  );

  it.each([
    ['the day on which the newest began', '2024-08-19', 80],
    ['a day between the end of one and the beginning of the next', '2024-08-18', undefined],
    ['the last day of one that ended', '2024-07-31', 60],
    ['the day before the second began', '2013-08-31', 50],
    ['a day before any that is known', '2004-02-26', undefined],
  ])('%s', (_, day, expected) => {
    expect(amount.valueOn(day)?.value).toBe(expected);
  });

  it('the earliest is the one that reaches back furthest', () => {
    expect(amount.earliest.value).toBe(50);
    expect(dated({ from: null, value: 'always', citation }).earliest.value).toBe('always');
  });
});
