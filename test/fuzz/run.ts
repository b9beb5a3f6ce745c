import { parseArgs } from 'node:util';
import { fuzz } from './fuzz.ts';

/** `npm run fuzz`: a million inputs, or --inputs N, from a new seed or --seed N. */
const { values } = parseArgs({
  options: { inputs: { type: 'string' }, seed: { type: 'string' }, only: { type: 'string' } },
});
const inputs = Number(values.inputs ?? 1_000_000);
const seed = Number(values.seed ?? Math.floor(Math.random() * 1_000_000));
console.log(`${inputs} inputs, seed ${seed}`);
const before = process.memoryUsage().rss;
const report = await fuzz(inputs, seed, values.only);
for (const [name, { inputs: many, ms }] of report.by)
  console.log(`${name.padEnd(34)} ${String(many).padStart(8)} inputs ${(ms / 1000).toFixed(1).padStart(7)} s`);
console.log(`slowest: ${report.slowestMs.toFixed(0)} ms (${report.slowest})`);
console.log(`memory: ${Math.round((process.memoryUsage().rss - before) / 1e6)} MB more than at the start`);
for (const { target, seed: own, what, input } of report.faults)
  console.log(`\n${target}, seed ${own}: ${what}\n  input: ${JSON.stringify(input)}`);
console.log(`${report.inputs} inputs tried, ${report.faults.length} faults`);
process.exitCode = report.faults.length > 0 ? 1 : 0;
