import { Random } from './random.ts';
import { TARGETS } from './targets/index.ts';
import type { Target } from './targets/target.ts';

/** Longer than this on one input of a page or two is a hang. */
const SLOW_MS = 1000;
const MOST_FAULTS = 20;

/** An input that went wrong, with what is needed to see it again. */
export interface Fault {
  readonly target: string;
  readonly seed: number;
  readonly input: string;
  readonly what: string;
}

/** Some of a target's inputs: those with the numbers from `from` to just below `to`. */
export interface Stretch {
  readonly target: string;
  readonly seed: number;
  readonly from: number;
  readonly to: number;
}

export interface StretchReport {
  readonly faults: readonly Fault[];
  readonly tried: number;
  readonly ms: number;
  readonly slowestMs: number;
  readonly slowestSeed: number;
}

/** How many of so many inputs in all are the target's. */
export function inputsOf({ share }: Target, inputs: number): number {
  return Math.max(1, Math.round((inputs * share) / 1000));
}

/** The target of a name. @throws when there is none */
export function targetOf(name: string): Target {
  const target = TARGETS.find((each) => each.name === name);
  if (!target)
    throw new Error(`No target is called "${name}"; there are: ${TARGETS.map((each) => each.name).join(', ')}`);
  return target;
}

/** Tries a stretch. Each input has a seed of its own, told to `watch` before it is tried, so that every fault can be had again. */
export async function fuzz(stretch: Stretch, watch: (seed: number) => void = () => {}): Promise<StretchReport> {
  const target = targetOf(stretch.target);
  const salt = TARGETS.indexOf(target);
  const faults: Fault[] = [];
  let [slowestMs, slowestSeed, tried] = [0, 0, 0];
  const begun = performance.now();
  for (let index = stretch.from; index < stretch.to && faults.length < MOST_FAULTS; index++, tried++) {
    const seed = (Math.imul(stretch.seed, 2_654_435_761) + index * 97 + salt) >>> 0;
    watch(seed);
    let { fault, ms } = await tryOne(target, seed);
    // The first of its kind may have to be loaded and compiled; a hang hangs every time.
    for (let again = 0; again < 2 && !fault && ms > SLOW_MS; again++) ({ fault, ms } = await tryOne(target, seed));
    if (!fault && ms > SLOW_MS) fault = await faultOf(target, seed, `took ${Math.round(ms)} ms`);
    if (fault) faults.push(fault);
    if (ms > slowestMs) [slowestMs, slowestSeed] = [ms, seed];
  }
  return { faults, tried, ms: performance.now() - begun, slowestMs, slowestSeed };
}

/** What went wrong with the input of a seed. */
export function faultOf(target: Target, seed: number, what: string): Fault {
  return { target: target.name, seed, input: target.attempt(new Random(seed)).input.slice(0, 2000), what };
}

async function tryOne(target: Target, seed: number): Promise<{ fault: Fault | null; ms: number }> {
  const { run } = target.attempt(new Random(seed));
  const begun = performance.now();
  const cpuBefore = process.cpuUsage();
  try {
    // Most targets answer at once; waiting for each of a million would cost more than they do.
    const result = run();
    if (result instanceof Promise) await result;
  } catch (error) {
    const what = error instanceof Error ? `${error.message}\n${error.stack ?? ''}` : String(error);
    return { fault: faultOf(target, seed, what), ms: 0 };
  }
  const { user, system } = process.cpuUsage(cpuBefore);
  // On a busy machine the clock runs on while nothing is done; other threads of this process can only add to the other.
  return { fault: null, ms: Math.min(performance.now() - begun, (user + system) / 1000) };
}
