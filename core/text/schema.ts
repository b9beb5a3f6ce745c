import { z } from 'zod';

export const PositionSchema = z.object({
  line: z.int().min(1),
  column: z.int().min(1),
  offset: z.int().min(0),
});

export const SpanSchema = z.object({ start: PositionSchema, end: PositionSchema });
