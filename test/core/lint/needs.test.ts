import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { alternativesOf } from '#core/lint/needs.ts';
import { Vocabulary } from '#core/lint/vocabulary.ts';

const needsOf = (pattern: RegExp) => alternativesOf(pattern).map(({ needs }) => needs);

describe('what a pattern needs', () => {
  it.each<[string, RegExp, string[][][]]>([
    ['a word', /\bregister\b/gi, [[['register']]]],
    ['letters with a choice between them', /unauthori[sz]ed/gi, [[['unauthorised', 'unauthorized']]]],
    ['words with an end that may be missing', /\bparents?\b/gi, [[['parent']]]],
    [
      'one of several words',
      /\b(?:fines?|penalt(?:y|ies)|prosecution)\b/gi,
      [[['fine', 'penalty', 'penalties', 'prosecution']]],
    ],
    ['two words with a gap', /\bleave\b[^.;]{0,60}\bholidays?\b/gi, [[['leave'], ['holiday']]]],
    ['blanks part words', /social {1,8}worker/gi, [[['social'], ['worker']]]],
    ['alternatives at the top, each by itself', /\bsick note\b|\bdoctor\b/gi, [[['sick'], ['note']], [['doctor']]]],
    ['a word looked for ahead', /\bcode\b(?=[^.]{0,40}\bholiday\b)/gi, [[['holiday'], ['code']]]],
    ['nothing of what must not follow', /\bregister\b(?! office)/gi, [[['register']]]],
    ['nothing of what may be missing', /(?:first )?(?:\w+ ){0,3}day\b/gi, [[['day']]]],
    ['a word that comes again', /(?:very ){2,3}late/gi, [[['very'], ['late']]]],
    ['a named group', /(?<who>office|head) rings/gi, [[['office', 'head'], ['rings']]]],
    ['nothing where one alternative is open', /(?:\w+|office) \d+/gi, [[]]],
    ['nothing of words of two letters', /\b(?:la|council)\b/gi, [[]]],
    ['nothing of letters from beyond the plain ones', /Pâté/gi, [[]]],
    ['nothing with the flag u, where s stands for ſ too', /register/giu, [[]]],
    ['signs that are escaped', /\(england\)/gi, [[['(england)']]]],
  ])('%s', (_, pattern, needs) => {
    expect(needsOf(pattern)).toEqual(needs);
  });

  it('stands in every text that the pattern matches', () => {
    const words = fc.constantFrom('late', 'fine', 'leave', 'code', ' ', '-', 'U', 'e', '9', '. ');
    const piece = fc.constantFrom(
      'late',
      'fine',
      'leaves?',
      '(?:code|fine)',
      '(?:late|\\w)',
      '[eU]',
      '[^.]{0,9}',
      '(?=late)',
      '(?!fine)',
      '(?:code ){1,2}',
      '|',
      '\\b',
      '\\s?',
      'e{2}',
      '(?:late|code)?',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 6 }), fc.array(words, { maxLength: 12 }), (pieces, all) => {
        const pattern = new RegExp(pieces.join(''), 'i');
        const text = all.join('');
        if (!pattern.test(text)) return;
        const ways = needsOf(pattern);
        const small = text.toLowerCase();
        expect(ways.some((lists) => lists.every((list) => list.some((word) => small.includes(word))))).toBe(true);
        expect(new Vocabulary(ways).mayBeIn(small)).not.toEqual([]);
      }),
      { numRuns: 400 },
    );
  });
});

describe('a vocabulary', () => {
  const vocabulary = new Vocabulary([[['leave', 'holiday'], ['term']], [['la', 'council']], [], [['authorised']]]);

  it.each<[string, string, number[]]>([
    ['finds a thing where each of its lists gives a word', 'no holiday in term time', [2, 0]],
    ['and not where one gives none', 'leave and holidays', [2]],
    ['finds a short word', 'we ask the la', [2, 1]],
    ['finds a thing by another word of its list', 'the council', [2, 1]],
    ['finds a word within a word', 'unauthorised', [2, 3]],
    ['gives what needs nothing for an empty text', '', [2]],
    ['tells each thing once', 'term holiday leave term', [2, 0]],
  ])('%s', (_, text, found) => {
    expect(vocabulary.mayBeIn(text)).toEqual(found);
  });

  it('knows only the text that it was asked about', () => {
    expect(vocabulary.mayBeIn('leave')).toEqual([2]);
    expect(vocabulary.mayBeIn('term')).toEqual([2]);
  });
});
