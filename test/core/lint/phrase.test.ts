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
    expect(found).toEqual([...document.search(pattern.pattern, /^/)].map(({ start }) => start));
    expect(found).toHaveLength(4);
  });

  it('finds a word of two words over a line break', () => {
    const { document } = readPolicy('We tell the social\nworker at once, whoever that is.');
    expect([...new WordIndex(document).search(phrase(/\bsocial\s+worker\b/g, 'social worker'))]).toHaveLength(1);
  });

  it.each([
    ['one alternative after the other', /\b(late)\b|\b(leave)\b/g, 'late, leave, leave, late'],
    ['the first of two at one place', /\b(late)\b|\b(late)ness|\b(lat)/g, 'lateness late latest'],
    ['nothing inside of what another has taken', /\bleave (of absence)|\b(absence)/g, 'leave of absence; absence'],
    ['what begins inside of it and ends behind', /\b(leave of)|\b(of absence)/g, 'leave of absence of absence'],
    ['what refers back to a group', /\b(late) \1|\b(leave)/g, 'late late leave'],
  ])('gives the matches of its pattern, alternatives or not: %s', (_, pattern, text) => {
    const { document } = readPolicy(text);
    const matches = [...new WordIndex(document).search(phrase(pattern, 'la', 'leave', 'absence'))];
    expect(matches.map(({ match }) => [match.index, match[0], match[1], match[2], match[3]])).toEqual(
      [...text.matchAll(pattern)].map((match) => [match.index, match[0], match[1], match[2], match[3]]),
    );
  });
});
