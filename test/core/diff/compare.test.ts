import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changedText, comparePolicies } from '#core/diff/compare.ts';
import { readPolicy } from '#core/policy/parse.ts';

/** "line: kept[-gone-]{+new+}" for each change. */
function shown(before: string, after: string): string[] {
  const marks = { same: ['', ''], removed: ['[-', '-]'], added: ['{+', '+}'] } as const;
  return (changedText(before, after) ?? []).map(
    ({ line, parts }) =>
      `${line}: ${parts.map(({ is, text }) => `${marks[is][0]}${text.trimEnd()}${marks[is][1]}`).join(' ')}`,
  );
}

describe('two texts compared word by word', () => {
  it.each([
    ['nothing for the same text', 'One.\nTwo.\n', 'One.\nTwo.\n', []],
    ['nothing for other line ends', 'One.\r\nTwo.\r\n', 'One.\nTwo.\n', []],
    ['nothing for a blank line more', 'One.\n\nTwo.\n', 'One.\n\n\nTwo.\n', []],
    ['a line that came', 'One.\n', 'One.\nTwo.\n', ['2: {+Two.+}']],
    ['a line that went', 'One.\nTwo.\nThree.\n', 'One.\nThree.\n', ['2: [-Two.-]']],
    [
      'the word that changed in its sentence',
      'The register closes at 9.10am each day.\n',
      'The register closes at 9.20am each day.\n',
      ['1: The register closes at 9. [-10am-] {+20am+}  each day.'],
    ],
    [
      'two sentences with nothing in common as two',
      'Gates open early.\n',
      'Parents write letters to us.\n',
      ['1: [-Gates open early.-] {+Parents write letters to us.+}'],
    ],
  ])('%s', (_, before, after, expected) => {
    expect(shown(before, after).map((line) => line.replace(/\s+/g, ' '))).toEqual(
      expected.map((line) => line.replace(/\s+/g, ' ')),
    );
  });

  it('says so when the texts have too little in common', () => {
    const lines = (word: string): string => Array.from({ length: 4200 }, (_, n) => `${word} ${n}`).join('\n');
    expect(changedText(lines('old'), lines('new'))).toBeNull();
  });

  it('never loses or invents a word of either side', () => {
    const text = fc.array(fc.constantFrom('a b', 'a c', 'd', 'e f g'), { maxLength: 8 }).map((all) => all.join('\n'));
    fc.assert(
      fc.property(text, text, (before, after) => {
        const parts = (changedText(before, after) ?? []).flatMap((change) => change.parts);
        const gone = parts.filter(({ is }) => is === 'removed').map(({ text: words }) => words);
        const came = parts.filter(({ is }) => is === 'added').map(({ text: words }) => words);
        for (const words of gone) expect(`${before}\n`).toContain(words.trim());
        for (const words of came) expect(`${after}\n`).toContain(words.trim());
        if (before === after) expect(parts).toEqual([]);
      }),
    );
  });
});

it('tells a changed time in meaning and in words', () => {
  const policy = (time: string): string => `# Attendance policy\n\nThe morning register closes at ${time}.\n`;
  const { meaning, text, tooMuch } = comparePolicies(readPolicy(policy('9.10am')), readPolicy(policy('9.20am')));
  expect(meaning.map(({ before, after }) => [before?.value, after?.value])).toEqual([['09:10', '09:20']]);
  expect(text.map(({ line }) => line)).toEqual([3]);
  expect(tooMuch).toBe(false);
});
