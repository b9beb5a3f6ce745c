import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { check } from 'recheck';
import { globSync } from 'tinyglobby';
import { slowText } from './pattern-attacks.ts';
import { type Pattern, patternsOf } from './pattern-sources.ts';

/**
 * `npm run check:patterns`: every regular expression of the sources, and those that some text could make slow.
 * recheck proves what it can in a short time; the others are run on texts that make patterns look back. What was found
 * is kept by the pattern's text, so that only new ones cost time.
 */

const MEMORY = 'node_modules/.cache/check-patterns.json';
const PROOF_MS = 300;
const KEEP_EVERY = 20;
type Answer = 'proved' | 'measured' | { slow: string };

const named = process.argv.slice(2);
const files = globSync(named.length > 0 ? named : ['{core,cli,extension,editor}/**/*.{ts,tsx}'], {
  ignore: ['**/node_modules/**', '**/dist/**'],
}).sort();
const { patterns, late } = await patternsOf(files);
const memory = recall();
const found = new Map<string, Answer>();
const problems: string[] = [];
for (const pattern of patterns) {
  const key = keyOf(pattern);
  const answer = found.get(key) ?? memory[key] ?? (await judge(pattern));
  found.set(key, answer);
  // A run that is stopped has not asked in vain.
  if (!(key in memory) && found.size % KEEP_EVERY === 0) remember();
  if (typeof answer === 'object') problems.push(`${pattern.file}:${pattern.line} ${answer.slow}: ${key.slice(0, 120)}`);
}
remember();
for (const problem of problems.sort()) process.stdout.write(`${problem}\n`);
const proved = [...found.values()].filter((answer) => answer === 'proved').length;
process.stdout.write(
  `${found.size} patterns in ${files.length} files: ${problems.length} can be made slow; ${proved} proved linear, ${found.size - proved - problems.length} measured.\n`,
);
if (late.length > 0)
  process.stdout.write(
    `Not checked, for they are built after loading: ${late.map(({ file, line }) => `${file}:${line}`).join(', ')}.\n`,
  );
if (problems.length > 0) process.exitCode = 1;

function keyOf({ source, flags }: Pattern): string {
  return `/${source}/${flags}`;
}

async function judge(pattern: Pattern): Promise<Answer> {
  // Most are proved in a millisecond; only the others need be run on hundreds of texts.
  const answer = await check(pattern.source, pattern.flags, { timeout: PROOF_MS, checker: 'automaton' });
  if (answer.status === 'safe') return 'proved';
  if (answer.status === 'vulnerable') return { slow: answer.complexity.summary };
  const measured = slowText(pattern);
  if (!measured) return 'measured';
  return { slow: `took ${Math.round(measured.milliseconds)} ms on ${JSON.stringify(measured.unit)} again and again` };
}

/** What this run did not come to stays known. */
function remember(): void {
  mkdirSync('node_modules/.cache', { recursive: true });
  const isWhole = named.length === 0 && found.size === new Set(patterns.map(keyOf)).size;
  writeFileSync(MEMORY, JSON.stringify({ ...(isWhole ? {} : memory), ...Object.fromEntries(found) }));
}

function recall(): Record<string, Answer> {
  try {
    // Written by this tool, and rebuilt whenever it is not there.
    const known = JSON.parse(readFileSync(MEMORY, 'utf8')) as Record<string, Answer>;
    // What was slow is asked again: the machine may have been busy, and the pattern is to be mended anyway.
    return Object.fromEntries(Object.entries(known).filter(([, answer]) => typeof answer === 'string'));
  } catch (error) {
    if (error instanceof SyntaxError || (error instanceof Error && 'code' in error && error.code === 'ENOENT'))
      return {};
    throw error;
  }
}
