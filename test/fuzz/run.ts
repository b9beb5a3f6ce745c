import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { type Fault, inputsOf, type Stretch } from './fuzz.ts';
import { TARGETS } from './targets/index.ts';
import { fuzzInThreads } from './threads.ts';

/**
 * `npm run fuzz`: a million inputs, or --inputs N, from a new seed or --seed N, of every target or --only NAME, on all
 * cores or --threads N.
 */
const { values } = parseArgs({
  options: {
    inputs: { type: 'string' },
    seed: { type: 'string' },
    only: { type: 'string' },
    threads: { type: 'string' },
  },
});
const inputs = Number(values.inputs ?? 1_000_000);
const seed = Number(values.seed ?? Math.floor(Math.random() * 1_000_000));
const threads = Number(values.threads ?? availableParallelism());
const targets = TARGETS.filter(({ name }) => values.only === undefined || name === values.only);
/** Twenty stretches of each target, in turn, so that every minute tries something of all. */
const PARTS = 20;
const stretches = Array.from({ length: PARTS }, (_, part) =>
  targets.map((target): Stretch => {
    const many = inputsOf(target, inputs);
    const at = (of: number): number => Math.floor((many * of) / PARTS);
    return { target: target.name, seed, from: at(part), to: at(part + 1) };
  }),
).flat();

console.log(`${inputs} inputs, seed ${seed}, ${threads} threads`);
const sums = new Map(targets.map(({ name }) => [name, { tried: 0, ms: 0, slowestMs: 0, slowestSeed: 0 }]));
const faults: Fault[] = [];
const before = process.memoryUsage().rss;
let most = before;
await fuzzInThreads(stretches, threads, (stretch, report) => {
  most = Math.max(most, process.memoryUsage().rss);
  for (const fault of report.faults) {
    faults.push(fault);
    console.log(`\n${fault.target}, seed ${fault.seed}: ${fault.what}\n  input: ${JSON.stringify(fault.input)}`);
  }
  const sum = sums.get(stretch.target);
  if (!sum) return;
  sum.tried += report.tried;
  sum.ms += report.ms;
  if (report.slowestMs > sum.slowestMs) Object.assign(sum, report, { tried: sum.tried, ms: sum.ms });
});
for (const [name, { tried, ms, slowestMs, slowestSeed }] of sums)
  console.log(
    `${name.padEnd(40)} ${String(tried).padStart(7)} inputs ${(ms / 1000).toFixed(1).padStart(7)} s, slowest ${slowestMs.toFixed(0).padStart(4)} ms (seed ${slowestSeed})`,
  );
console.log(`memory: at most ${Math.round((most - before) / 1e6)} MB more than at the start`);
const tried = [...sums.values()].reduce((sum, each) => sum + each.tried, 0);
console.log(`${tried} inputs tried, ${faults.length} faults`);
process.exitCode = faults.length > 0 ? 1 : 0;
