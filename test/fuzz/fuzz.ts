import { Random } from './random.ts';
import { TARGETS, type Target } from './targets.ts';

/** Longer than this on one input of a page or two is a hang. */
const SLOW_MS = 1000;

/** An input that went wrong, with what is needed to see it again. */
export interface Fault {
  readonly target: string;
  readonly seed: number;
  readonly input: string;
  readonly what: string;
}

export interface FuzzReport {
  readonly inputs: number;
  readonly faults: readonly Fault[];
  readonly slowestMs: number;
  readonly slowest: string;
  /** By target: how many inputs, and milliseconds in all. */
  readonly by: ReadonlyMap<string, { inputs: number; ms: number }>;
}

/** Tries each target with its share of so many inputs. A seed of its own for each input makes every fault repeatable. */
export async function fuzz(inputs: number, seed: number, only?: string): Promise<FuzzReport> {
  const faults: Fault[] = [];
  const by = new Map<string, { inputs: number; ms: number }>();
  let slowestMs = 0;
  let slowest = '';
  let tried = 0;
  for (const target of TARGETS.filter(({ name }) => only === undefined || name === only)) {
    const many = Math.max(1, Math.round((inputs * target.share) / 1000));
    const begun = performance.now();
    for (let index = 0; index < many; index++) {
      const own = (seed * 2_654_435_761 + index * 97 + target.share) >>> 0;
      let { fault, ms } = await tryOne(target, own);
      // On a busy machine anything may have to wait; a hang hangs every time.
      for (let again = 0; again < 2 && !fault && ms > SLOW_MS; again++) ({ fault, ms } = await tryOne(target, own));
      if (ms > SLOW_MS) fault ??= { target: target.name, seed: own, input: '', what: `took ${Math.round(ms)} ms` };
      if (fault) faults.push(fault);
      if (ms > slowestMs) [slowestMs, slowest] = [ms, `${target.name}, seed ${own}`];
      if (faults.length >= 20) break;
    }
    tried += many;
    by.set(target.name, { inputs: many, ms: performance.now() - begun });
  }
  return { inputs: tried, faults, slowestMs, slowest, by };
}

async function tryOne(target: Target, seed: number): Promise<{ fault: Fault | null; ms: number }> {
  const { input, run } = target.attempt(new Random(seed));
  const fault = (what: string): Fault => ({ target: target.name, seed, input: input.slice(0, 600), what });
  const begun = performance.now();
  try {
    // Most targets answer at once; waiting for each of a million would cost more than they do.
    const result = run();
    if (result instanceof Promise) await result;
  } catch (error) {
    return { fault: fault(error instanceof Error ? `${error.message}\n${error.stack ?? ''}` : String(error)), ms: 0 };
  }
  const ms = performance.now() - begun;
  return { fault: null, ms };
}
