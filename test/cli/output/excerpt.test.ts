import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SourceText } from '#core/text/span.ts';
import { createExcerpts } from '../../../cli/output/excerpt.ts';

function excerpt(text: string, marked: string, width = 40) {
  const start = text.indexOf(marked);
  const {
    text: line,
    before,
    marked: length,
  } = createExcerpts(text)(new SourceText(text).span(start, start + marked.length), width);
  return { line, under: line.slice(before, before + length) };
}

describe('the line of a finding', () => {
  it.each([
    [
      'a short line as it is',
      'One.\nThe register closes at 9.15am.\nThree.',
      '9.15am',
      'The register closes at 9.15am.',
    ],
    ['without its indentation', '    - closes at 9.15am', '9.15am', '- closes at 9.15am'],
    ['without the line break of Windows', 'closes at 9.15am\r\nmore', '9.15am', 'closes at 9.15am'],
    ['with a tab as one blank, so that the caret stands right', 'a\tcloses at 9.15am', '9.15am', 'a closes at 9.15am'],
  ])('%s', (_, text, marked, line) => {
    expect(excerpt(text, marked)).toEqual({ line, under: marked });
  });

  it('is cut around the marked words when it is long', () => {
    const text = `${'before '.repeat(30)}closes at 9.45am${' after'.repeat(30)}`;
    const { line, under } = excerpt(text, '9.45am');
    expect(under).toBe('9.45am');
    expect(line).toMatch(/^….*9\.45am.*…$/);
    expect(line.length).toBeLessThanOrEqual(42);
  });

  it('marks at least one letter of an empty stretch, and no further than its first line', () => {
    expect(excerpt('abc', '').under).toBe('a');
    expect(excerpt('first line\nsecond', 'line\nsecond').under).toBe('line');
    const atEnd = createExcerpts('abc')(new SourceText('abc').span(3, 3), 40);
    expect({ before: atEnd.before, marked: atEnd.marked }).toEqual({ before: 3, marked: 1 });
  });

  it('has the marked words under the caret wherever they stand in whatever line', () => {
    fc.assert(
      fc.property(
        fc.stringMatching(/^[a-z .]{0,200}$/),
        fc.stringMatching(/^[A-Z]{1,20}$/),
        fc.stringMatching(/^[a-z .]{0,200}$/),
        fc.integer({ min: 30, max: 100 }),
        (before, marked, after, width) => {
          const { line, under } = excerpt(`x\n${before}${marked}${after}\ny`, marked, width);
          expect(under).toBe(marked);
          expect(line.length).toBeLessThanOrEqual(width + 1);
        },
      ),
    );
  });
});
