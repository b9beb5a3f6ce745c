import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import type { Finding } from '#core/lint/finding.ts';
import { lintPolicy } from '#core/lint/lint.ts';
import { readPolicy } from '#core/policy/parse.ts';

const FOLDER = fileURLToPath(new URL('./lint/', import.meta.url));

const LineSchema = z.object({ line: z.number().nullable(), lines: z.array(z.number()).optional() });
const ExpectedSchema = z.object({
  asOf: z.string(),
  findings: z.array(
    LineSchema.extend({
      id: z.string(),
      topic: z.string(),
      also: z.array(z.string()).optional(),
      status: z.enum(['violation', 'stale', 'missing', 'internal', 'doubtful']),
      optional: z.boolean().optional(),
      least: z.literal('advice').optional(),
      what: z.string(),
    }),
  ),
  // Without topics: nothing whatever is wrong there.
  doNotFlag: z.array(LineSchema.extend({ topics: z.array(z.string()).optional(), why: z.string() })),
});
type Expected = z.infer<typeof ExpectedSchema>;
type Line = z.infer<typeof LineSchema>;

/** How a page's findings compare with what a careful reader expects of it. */
export interface LintScore {
  readonly name: string;
  readonly met: number;
  readonly expected: number;
  /** Errors and warnings, and those of them that meet an expectation. */
  readonly strong: number;
  readonly right: number;
  /** Errors and warnings on what the reader says is sound, in words. */
  readonly false: readonly string[];
  readonly missed: readonly string[];
}

/** The scores of the annotated pages beside this file, by name. */
export function lintScores(): LintScore[] {
  return readdirSync(FOLDER)
    .filter((name) => name.endsWith('.md'))
    .map((name) => {
      const text = readFileSync(join(FOLDER, name), 'utf8');
      const expected = ExpectedSchema.parse(
        JSON.parse(readFileSync(join(FOLDER, name.replace(/\.md$/, '.findings.json')), 'utf8')),
      );
      return score(name, lintPolicy(readPolicy(text), { asOf: expected.asOf, file: name }).findings, expected);
    });
}

/** Compares findings with expectations: each finding meets one expectation, each expectation wants one finding. */
export function score(
  name: string,
  findings: readonly Finding[],
  { findings: wanted, doNotFlag }: Expected,
): LintScore {
  const unused = new Set(findings);
  const missed: string[] = [];
  const matched = new Set<Finding>();
  let met = 0;
  // Required ones choose first.
  const required = wanted.filter(({ optional }) => !optional);
  for (const want of [...required, ...wanted.filter(({ optional }) => optional)]) {
    const isAdviceEnough =
      want.optional || want.least === 'advice' || want.status === 'missing' || want.status === 'doubtful';
    const topics = [want.topic, ...(want.also ?? [])];
    const found = [...unused].find(
      (finding) =>
        topics.includes(finding.topic) && standsAt(finding, want) && (isAdviceEnough || finding.severity !== 'advice'),
    );
    if (found) {
      unused.delete(found);
      matched.add(found);
      if (!want.optional) met++;
    } else if (!want.optional) missed.push(`${name}:${want.line ?? '-'} ${want.topic}: ${want.what}`);
  }
  const strong = findings.filter(({ severity }) => severity !== 'advice');
  return {
    name,
    met,
    expected: required.length,
    strong: strong.length,
    right: strong.filter((finding) => matched.has(finding)).length,
    false: strong
      .filter(
        (finding) =>
          !matched.has(finding) &&
          doNotFlag.some((each) => covers(each.topics, finding.topic) && standsAt(finding, each)),
      )
      .map(({ span, topic, message }) => `${name}:${span.start.line} ${topic}: ${message}`),
    missed,
  };
}

function covers(topics: readonly string[] | undefined, topic: string): boolean {
  return (topics ?? [topic]).some((each) => each === topic || (each === '*-missing' && topic.endsWith('-missing')));
}

/** Whether a finding, or a place that it names, stands within a line of what is said; null is anywhere. */
function standsAt({ span, related }: Finding, { line, lines }: Line): boolean {
  if (line === null) return true;
  const places = [span.start.line, ...related.slice(0, 6).map((each) => each.line)];
  return [line, ...(lines ?? [])].some((one) => places.some((place) => Math.abs(place - one) <= 1));
}
