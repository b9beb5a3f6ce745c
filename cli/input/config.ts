import { z } from 'zod';
import { SeveritySchema } from '#core/lint/finding.ts';
import type { LintSettings } from '#core/lint/lint.ts';
import { RULES } from '#core/rules/index.ts';
import type { Io } from '../io.ts';
import { nearest } from '../nearest.ts';
import { InputProblem } from '../problem.ts';
import { readJson } from './json.ts';

const ConfigSchema = z.strictObject({
  schoolType: z.enum(['maintained', 'academy', 'independent', 'unknown']).optional(),
  phase: z.enum(['primary', 'secondary', 'special', 'all-through']).optional(),
  severities: z.record(z.string(), z.union([SeveritySchema, z.literal('off')])).optional(),
});

/** What a trust decides about linting, from the file of --config. @throws InputProblem for a rule that does not exist. */
export async function readConfig(file: string | undefined, io: Io): Promise<LintSettings> {
  if (file === undefined) return {};
  const settings = await readJson(file, ConfigSchema, io);
  const known = RULES.map((rule) => rule.id);
  for (const id of Object.keys(settings.severities ?? {})) {
    if (known.includes(id)) continue;
    const meant = nearest(id, known);
    throw new InputProblem(
      `${file}: severities names the rule "${id}", which does not exist${meant ? `; did you mean "${meant}"?` : ''} ("rollmark rules" lists them).`,
    );
  }
  return settings;
}
