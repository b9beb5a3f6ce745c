import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { z } from 'zod';
import type { Row } from './measure.ts';
import { TEXTLINT_CONFIG } from './peers.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const ROUNDS = 7;
const ROLLMARK = [`${ROOT}dist/cli/rollmark.mjs`, 'lint'];
const MOST_MEGABYTES = 600;

/** What a process (not each of its threads) says of itself when it ends, on a pipe of its own: processor seconds, most memory. */
const TELL = `data:text/javascript,import{writeSync}from'node:fs';import{isMainThread}from'node:worker_threads';isMainThread&&process.on('exit',()=>{const{userCPUTime:u,systemCPUTime:s,maxRSS:m}=process.resourceUsage();writeSync(3,JSON.stringify({cpu:(u+s)/1e6,megabytes:m/1024}))})`;
const ToldSchema = z.object({ cpu: z.number(), megabytes: z.number() });

const buildCommand = (): Promise<unknown> =>
  build({ root: ROOT, configFile: `${ROOT}cli/vite.config.ts`, logLevel: 'error' });

interface Run extends z.infer<typeof ToldSchema> {
  /** Seconds from start to end. */
  readonly wall: number;
}

function run(name: string, words: readonly string[]): Run {
  const began = performance.now();
  const { status, output } = spawnSync(process.execPath, ['--import', TELL, ...words], {
    cwd: ROOT,
    encoding: 'utf8',
    maxBuffer: 1 << 30,
    stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
  });
  const wall = (performance.now() - began) / 1000;
  // 1 says that problems were found, as there should be; anything else would time a failure.
  if (status !== 0 && status !== 1) throw new Error(`${name} ended with ${status}: ${output[2]?.slice(0, 400)}`);
  return { wall, ...ToldSchema.parse(JSON.parse(output[3] ?? '')) };
}

/** `rollmark lint`, built and with its start-up, against the command lines of general linters on the same files, in turn. */
export async function benchProcesses(files: readonly string[]): Promise<Row[]> {
  await buildCommand();
  const commands: Readonly<Record<string, readonly string[]>> = {
    'rollmark lint': ROLLMARK,
    'markdownlint-cli2': [`${ROOT}node_modules/markdownlint-cli2/markdownlint-cli2-bin.mjs`],
    textlint: [`${ROOT}node_modules/textlint/bin/textlint.js`, '--config', TEXTLINT_CONFIG],
  };
  const runs = new Map<string, Run[]>(Object.keys(commands).map((name) => [name, []]));
  // The first round brings the files into memory.
  for (let round = 0; round <= ROUNDS; round++)
    for (const [name, command] of Object.entries(commands)) {
      const one = run(name, [...command, ...files]);
      if (round > 0) runs.get(name)?.push(one);
    }
  const best = (name: string, of: 'cpu' | 'wall'): number => Math.min(...(runs.get(name) ?? []).map((one) => one[of]));
  const against = (name: string, goal?: number): Row[] =>
    (['wall', 'cpu'] as const).map((of) => {
      const value = best('rollmark lint', of) / best(name, of);
      const row = {
        what: `  against ${name}, ${of === 'cpu' ? 'processor time' : 'from start to end'}`,
        value,
        unit: '×',
      };
      return goal === undefined ? row : { ...row, goal: `≤ ${goal}`, met: value <= goal };
    });
  return [
    { what: `rollmark lint, ${files.length} policies`, value: best('rollmark lint', 'wall'), unit: 's' },
    ...against('markdownlint-cli2', 1),
    ...against('textlint'),
  ];
}

/** A folder of many policies, each unlike the others: whether all cores are used, and how much memory is held. */
export async function benchFolder(texts: readonly string[], many: number): Promise<Row[]> {
  await buildCommand();
  const folder = mkdtempSync(join(tmpdir(), 'rollmark-bench-'));
  try {
    for (let at = 0; at < many; at++) writeFileSync(join(folder, `policy-${at}.md`), likeNoOther(texts, at));
    const { wall, cpu, megabytes } = run('rollmark lint', [...ROLLMARK, folder]);
    const cores = cpu / wall;
    const goal = 0.8 * Math.min(4, availableParallelism());
    return [
      { what: `a folder of ${many} policies`, value: wall, unit: 's' },
      { what: '  cores kept busy', value: cores, unit: 'cores', goal: `≥ ${goal.toFixed(1)}`, met: cores >= goal },
      {
        what: '  memory at its most',
        value: megabytes,
        unit: 'MB',
        goal: `≤ ${MOST_MEGABYTES}`,
        met: megabytes <= MOST_MEGABYTES,
      },
    ];
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** One of the texts with every fifth paragraph changed: the policies of a trust share most of their words, and no two all. */
function likeNoOther(texts: readonly string[], at: number): string {
  return (texts[at % texts.length] ?? '')
    .split('\n\n')
    .map((part, index) => ((index + at) % 5 === 0 ? `${part} (School ${at})` : part))
    .join('\n\n');
}
