import type { Lesson } from '../reading/taught.ts';

/** The lessons as a file for another officer: the headings that were pointed at, and no cell of any row. */
export function lessonFile(lessons: readonly Lesson[]): string {
  return `${JSON.stringify({ rollmark: 'taught-pages', version: 1, lessons }, null, 2)}\n`;
}
