import { keep, listOf } from '../background/keep.ts';
import { LESSONS_KEY } from '../messages.ts';
import type { Lesson } from '../reading/taught.ts';
import { LessonSchema } from './lesson-schema.ts';

const kept = keep(LESSONS_KEY, listOf(LessonSchema), []);

/** Everything that was taught, by origin and route. */
export function allLessons(): Promise<Lesson[]> {
  return kept.read();
}

/** Keeps lessons; one for the same origin, route and headings takes the place of the former. */
export async function keepLessons(lessons: readonly Lesson[]): Promise<void> {
  await kept.change((before) => [...before.filter((one) => !lessons.some((other) => isSame(one, other))), ...lessons]);
}

export async function forgetLesson(lesson: Pick<Lesson, 'origin' | 'route' | 'headers'>): Promise<void> {
  await kept.change((before) => before.filter((one) => !isSame(one, lesson)));
}

function isSame(
  one: Pick<Lesson, 'origin' | 'route' | 'headers'>,
  other: Pick<Lesson, 'origin' | 'route' | 'headers'>,
): boolean {
  return one.origin === other.origin && one.route === other.route && one.headers === other.headers;
}
