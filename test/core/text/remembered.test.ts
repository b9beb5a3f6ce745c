import { describe, expect, it } from 'vitest';
import { remembered } from '#core/text/remembered.ts';

describe('a remembered function', () => {
  it('computes a text once, null and undefined included', () => {
    const seen: string[] = [];
    const first = remembered((text) => {
      seen.push(text);
      return text === 'none' ? null : text.length;
    });
    expect([first('one'), first('one'), first('none'), first('none')]).toEqual([3, 3, null, null]);
    expect(seen).toEqual(['one', 'none']);
  });

  it('forgets rather than grows without end, and still answers', () => {
    const length = remembered((text) => text.length);
    for (let count = 0; count < 10_000; count++) length(`text ${count}`);
    expect(length('text 1')).toBe(6);
  });
});
