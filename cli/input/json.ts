import type { z } from 'zod';
import type { Io } from '../io.ts';
import { InputProblem } from '../problem.ts';
import { decodeText } from './decode.ts';
import { readBytes, shownName } from './files.ts';

/** A JSON file in the shape of the schema. @throws InputProblem that names the place that does not fit. */
export async function readJson<T>(file: string, schema: z.ZodType<T>, io: Io): Promise<T> {
  const { text } = decodeText(await readBytes(file, io), shownName(file));
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\ufeff/, ''));
  } catch (error) {
    const why = error instanceof Error ? error.message.replace(/\s+/g, ' ') : 'it cannot be read';
    throw new InputProblem(`${shownName(file)}: is not JSON (${why}).`);
  }
  const read = schema.safeParse(value);
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  const place = issue?.path.join('.') || 'the whole file';
  throw new InputProblem(`${shownName(file)}: ${place} does not fit: ${issue?.message ?? 'unexpected value'}.`);
}
