import { z } from 'zod';
import { isDay } from '#core/attendance/day.ts';
import { type Lesson, TAUGHT_FIELDS } from '../reading/taught.ts';

const day = z.string().refine(isDay);
const MOST_COLUMNS = 200;

/** A lesson as it is stored, exported and imported: headings and what they mean, and no room for anything else. */
export const LessonSchema: z.ZodType<Lesson> = z.strictObject({
  origin: z.string().regex(/^https?:\/\/[a-z0-9.-]{1,253}(?::\d{1,5})?$/),
  route: z.string().max(500),
  headers: z.string().regex(/^[0-9a-f]{8}$/),
  columns: z
    .array(
      z.strictObject({
        heading: z.string().max(120),
        nth: z.int().min(0).max(MOST_COLUMNS),
        field: z.enum(TAUGHT_FIELDS),
      }),
    )
    .min(1)
    .max(MOST_COLUMNS),
  unit: z.enum(['sessions', 'days', 'lessons']),
  period: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('on-page') }),
    z.strictObject({ kind: z.literal('school-year') }),
    z.strictObject({ kind: z.literal('since'), from: day }),
  ]),
  taughtOn: day,
});

/** The file that people exchange. */
const LessonFileSchema = z.strictObject({
  rollmark: z.literal('taught-pages'),
  version: z.literal(1),
  lessons: z.array(LessonSchema).max(500),
});

/** The lessons of such a file, or a sentence why it is none. */
export function readLessonFile(text: string): { lessons: Lesson[] } | { problem: string } {
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\ufeff/, ''));
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return { problem: 'The file is not JSON; choose the file of taught pages that Rollmark wrote.' };
  }
  const read = LessonFileSchema.safeParse(value);
  if (read.success) return { lessons: read.data.lessons };
  const place = read.error.issues[0]?.path.join('.') || 'the whole';
  return { problem: `The file is not one of taught pages, or is damaged (at ${place}).` };
}
