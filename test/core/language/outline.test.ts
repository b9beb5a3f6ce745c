import { describe, expect, it } from 'vitest';
import { foldsOf, headingsAt, outlineOf } from '#core/language/outline.ts';
import { readPolicy } from '#core/policy/parse.ts';

const outline = (text: string) => outlineOf(readPolicy(text).document);
const shape = (text: string) => outline(text).map(({ level, title }) => `${level} ${title}`);

describe('the outline', () => {
  it.each([
    {
      name: 'takes Markdown headings with their levels',
      text: '# A\n\n## B\n\n### C\n\n## D\n',
      is: ['1 A', '2 B', '3 C', '2 D'],
    },
    { name: 'closes a level that was left out', text: '# A\n\n#### B\n\n## C\n', is: ['1 A', '2 B', '2 C'] },
    { name: 'begins at one even where the document begins lower', text: '### A\n\n### B\n', is: ['1 A', '1 B'] },
    { name: 'drops bold, closing hashes and trailing space', text: '## **Bold** words ##  \n', is: ['1 Bold words'] },
    { name: 'keeps printed numbers', text: '## 4.1 Lateness\n', is: ['1 4.1 Lateness'] },
    {
      name: 'takes numbered lines where nothing is marked',
      text: '1. Aims\n\nText of it here, at some length.\n\n2. Registers\n\nMore text follows here.\n',
      is: ['1 1. Aims', '1 2. Registers'],
    },
    {
      name: 'leaves out lines that only look like headings where others are marked',
      text: '# Policy\n\nA short line\n\nThen a sentence that is long enough to be one.\n',
      is: ['1 Policy'],
    },
    { name: 'is empty for an empty text', text: '', is: [] },
  ])('$name', ({ text, is }) => expect(shape(text)).toEqual(is));

  it('gives each heading the text up to the next of its level, without the blank lines before it', () => {
    const text = '# A\n\none\n\n## B\n\ntwo\n\n## C\n\nthree\n\n\n';
    const sections = outline(text).map(({ section }) => text.slice(section.start.offset, section.end.offset));
    expect(sections).toEqual(['# A\n\none\n\n## B\n\ntwo\n\n## C\n\nthree', '## B\n\ntwo', '## C\n\nthree']);
  });

  it('says which headings an offset stands under, outermost first', () => {
    const text = '# A\n\none\n\n## B\n\ntwo\n\n## C\n\nthree\n';
    const under = (words: string) => headingsAt(outline(text), text.indexOf(words)).map(({ title }) => title);
    expect(under('one')).toEqual(['A']);
    expect(under('two')).toEqual(['A', 'B']);
    expect(under('three')).toEqual(['A', 'C']);
    expect(headingsAt(outline('before\n\n# A\n'), 0)).toEqual([]);
  });

  it('keeps the caret in a section to the very end of the text', () => {
    const text = '# A\n\none\n\n\n';
    expect(headingsAt(outline(text), text.length).map(({ title }) => title)).toEqual(['A']);
  });

  it('folds sections of more than one line', () => {
    expect(foldsOf(outline('# A\n\none\n\n## B\n'))).toEqual([{ firstLine: 1, lastLine: 5 }]);
  });
});
