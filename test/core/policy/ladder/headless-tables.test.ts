import { describe, expect, it } from 'vitest';
import { stepsIn } from './words.ts';

/** Markdown gives every table a head: one that had none on paper has its first rung there. Line numbers count the empty first line. */
describe('a table without a head begins with its first step', () => {
  it.each<[string, string, string[]]>([
    [
      'figures of one kind below each other',
      `
| Under 95% | Tutor telephones home |
| - | - |
| Under 92% | Letter from the head of year |
| Under 88% | Meeting in school |
`,
      ['2 main 1: attendance < 95 percent', '4 main 2: attendance < 92 percent', '5 main 3: attendance < 88 percent'],
    ],
    [
      'labels of one family',
      `
| Stage 1 | 4 days of absence | Form tutor telephones home |
| - | - | - |
| Stage 2 | 8 days of absence | Letter from the head of year |
`,
      ['2 main 1: absenceDays >= 4 days', '4 main 2: absenceDays >= 8 days'],
    ],
    [
      'a head of words is a head, though its column holds figures',
      `
| Attendance | What we do |
| - | - |
| Under 95% | Tutor telephones home |
| Under 92% | Letter from the head of year |
`,
      ['4 main 1: attendance < 95 percent', '5 main 2: attendance < 92 percent'],
    ],
  ])('%s', (_name, text, steps) => {
    expect(stepsIn(text)).toEqual(steps);
  });
});

it('a table and words right below another, without a blank line, are none of it', () => {
  expect(
    stepsIn(`
| Attendance | What we do |
| - | - |
| Under 95% | Tutor telephones home |
| Under 90% | Meeting in school |
The table below only tells what is lost.
| Attendance | Days lost |
| - | - |
| 80% | 38 days, one grade lost |
`),
  ).toEqual(['4 main 1: attendance < 95 percent', '5 main 2: attendance < 90 percent']);
});
