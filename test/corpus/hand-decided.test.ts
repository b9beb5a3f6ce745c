import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';

/**
 * Pupils of invented schools whose steps were decided by hand, from the policy, the register and the actions alone, by
 * people who had seen nothing of Rollmark: policy, register and answer go through the built command as a school's would.
 */

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const SCHOOLS = fileURLToPath(new URL('hand-decided', import.meta.url));
const COMMAND = join(ROOT, 'cli/bin.mjs');

const Expected = z.array(
  z.object({
    pupilId: z.string(),
    asOf: z.string(),
    answer: z.string().optional(),
    step: z.int().nullable().optional(),
    due: z.array(z.int()).optional(),
    penalty: z.string().optional(),
    persistent: z.string().optional(),
    why: z.string(),
  }),
);
type Expected = z.infer<typeof Expected>[number];
const StepRef = z.object({ order: z.int() });
const Decided = z.array(
  z.object({
    pupilId: z.string(),
    current: z.object({ answer: z.string(), step: StepRef.nullable() }),
    due: z.array(StepRef),
    status: z.object({
      penaltyThreshold: z.object({ answer: z.string() }),
      persistentAbsence: z.object({ answer: z.string() }),
    }),
  }),
);

function decided(school: string, asOf: string): z.infer<typeof Decided> {
  const file = (name: string): string => join(SCHOOLS, school, name);
  const given = ['actions', 'calendar'].filter((name) => existsSync(file(`${name}.csv`)));
  const args = [
    ...['escalate', '--policy', file('policy.md'), '--register', file('register.csv'), '--as-of', asOf],
    ...['--format', 'json', ...given.flatMap((name) => [`--${name}`, file(`${name}.csv`)])],
  ];
  const { stdout, stderr, status } = spawnSync(process.execPath, [COMMAND, ...args], { encoding: 'utf8' });
  expect(status, stderr).toBe(0);
  return Decided.parse(JSON.parse(stdout));
}

/** What is asserted of a pupil, from what the command says. */
function told({ pupilId, asOf, why, ...asserted }: Expected, all: z.infer<typeof Decided>): object {
  const found = all.find((one) => one.pupilId === pupilId);
  const answers = {
    answer: found?.current.answer,
    step: found?.current.step?.order ?? null,
    due: found?.due.map(({ order }) => order).sort((a, b) => a - b),
    penalty: found?.status.penaltyThreshold.answer,
    persistent: found?.status.persistentAbsence.answer,
  };
  const wanted = new Set(Object.keys(asserted));
  return { pupilId, asOf, why, ...Object.fromEntries(Object.entries(answers).filter(([key]) => wanted.has(key))) };
}

describe('pupils decided by hand', () => {
  it.each(readdirSync(SCHOOLS).sort())('at %s', (school) => {
    const expected = Expected.parse(JSON.parse(readFileSync(join(SCHOOLS, school, 'expected.json'), 'utf8')));
    for (const asOf of new Set(expected.map((one) => one.asOf))) {
      const all = decided(school, asOf);
      const there = expected.filter((one) => one.asOf === asOf);
      expect(there.map((one) => told(one, all))).toEqual(there);
    }
  });
});
