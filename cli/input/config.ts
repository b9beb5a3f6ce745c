import { z } from 'zod';
import { SeveritySchema } from '#core/lint/finding.ts';
import type { LintSettings } from '#core/lint/lint.ts';
import type { Io } from '../io.ts';
import { nearest } from '../nearest.ts';
import { oneLine } from '../output/terminal-text.ts';
import { InputProblem } from '../problem.ts';
import { readJson } from './json.ts';

const ChosenSchema = z.union([SeveritySchema, z.literal('off')]);

const ConfigSchema = z.strictObject({
  schoolType: z.enum(['maintained', 'academy', 'independent', 'unknown']).optional(),
  phase: z.enum(['primary', 'secondary', 'special', 'all-through']).optional(),
  localAuthority: z.string().trim().min(1).optional(),
  severities: z
    .record(
      z.string(),
      z.union([ChosenSchema, z.strictObject({ severity: ChosenSchema, reason: z.string().trim().min(1) })]),
    )
    .optional(),
});

/** What a trust decides about linting, and what a report says of it: each rule that it set, with its reason. */
export interface Config {
  readonly settings: LintSettings;
  readonly notes: readonly string[];
}

/** What the file of --config decides. @throws InputProblem for a rule that does not exist. */
export async function readConfig(file: string, io: Io): Promise<Config> {
  const { severities = {}, ...settings } = await readJson(file, ConfigSchema, io);
  // All that lints, and needless without such a file.
  const { RULES } = await import('#core/rules/index.ts');
  const known = RULES.map((rule) => rule.id);
  const chosen: Record<string, z.infer<typeof ChosenSchema>> = {};
  const notes: string[] = [];
  for (const [id, choice] of Object.entries(severities)) {
    if (!known.includes(id)) {
      const meant = nearest(id, known);
      throw new InputProblem(
        `${file}: severities names the rule "${id}", which does not exist${meant ? `; did you mean "${meant}"?` : ''} ("rollmark rules" lists them).`,
      );
    }
    const { severity, reason } = typeof choice === 'string' ? { severity: choice, reason: 'no reason given' } : choice;
    chosen[id] = severity;
    notes.push(`${oneLine(file)} sets ${id} to ${severity}: ${oneLine(reason)}`);
  }
  return { settings: { ...settings, severities: chosen }, notes };
}
