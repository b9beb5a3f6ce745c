import { describe, expect, it } from 'vitest';
import { loose, phrase, WordIndex } from '#core/lint/phrase.ts';
import { readPolicy } from '#core/policy/parse.ts';

describe('a phrase', () => {
  it('refuses a pattern that would match once only', () => {
    expect(() => phrase(/register/i, 'register')).toThrow('flag g');
  });

  it.each([
    [/a b/g, 'a  \n b'],
    [/a ?b/g, 'ab'],
    [/a ?b/g, 'a   b'],
    [/a *b/g, 'ab'],
    [/a[ -]b/g, 'a\nb'],
    [/a\\ b/g, 'a\\  b'],
  ])('%s takes any blanks for its own', (pattern, text) => {
    expect([...text.matchAll(loose(pattern))]).toHaveLength(1);
  });

  it('finds what a search of every block finds, where its word stands', () => {
    const { document } = readPolicy(
      '# Registers\n\nThe Register\ncloses.\n\n- a\n- register, register\n\n```\nregister\n```',
    );
    const pattern = phrase(/\bregisters?\b/gi, 'register');
    const found = [...new WordIndex(document).search(pattern)].map(({ start }) => start);
    expect(found).toEqual([...document.search(pattern.pattern)].map(({ start }) => start));
    expect(found).toHaveLength(4);
  });

  it('finds a word of two words over a line break', () => {
    const { document } = readPolicy('We tell the social\nworker at once, whoever that is.');
    expect([...new WordIndex(document).search(phrase(/\bsocial\s+worker\b/g, 'social worker'))]).toHaveLength(1);
  });
});
