import { Worker } from 'node:worker_threads';
import { type Fault, faultOf, type Stretch, type StretchReport, targetOf } from './fuzz.ts';

/** No input takes so many seconds of processor time, all threads together: its thread is stopped and the input told. */
const HANG_SECONDS = 120;
const LOOK_EVERY_MS = 5000;
/** What one input may hold, on top of the readers themselves: more is memory without bounds. */
const MEMORY_MB = 1500;

/** Tries the stretches on as many threads, and tells of each when it is done. A hang or a lack of memory ends its stretch alone. */
export async function fuzzInThreads(
  stretches: readonly Stretch[],
  threads: number,
  tell: (stretch: Stretch, report: StretchReport) => void,
): Promise<void> {
  let next = 0;
  const runThread = async (): Promise<void> => {
    let thread = startThread();
    for (let stretch = stretches[next++]; stretch; stretch = stretches[next++]) {
      const begun = performance.now();
      const answer = await thread.tries(stretch);
      if (!('what' in answer)) tell(stretch, answer);
      else {
        const fault: Fault = faultOf(targetOf(stretch.target), answer.seed, answer.what);
        tell(stretch, { faults: [fault], tried: 0, ms: performance.now() - begun, slowestMs: 0, slowestSeed: 0 });
        await thread.end();
        thread = startThread();
      }
    }
    await thread.end();
  };
  await Promise.all(Array.from({ length: threads }, runThread));
}

interface Thread {
  /** The report, or the input at which the thread had to be given up and why. */
  tries(stretch: Stretch): Promise<StretchReport | { seed: number; what: string }>;
  end(): Promise<unknown>;
}

/** What runs the sources in this thread does not do so in others by itself. */
const START = `import('tsx/esm/api').then(({ register }) => (register(), import(${JSON.stringify(new URL('./thread.ts', import.meta.url).href)})))`;

function startThread(): Thread {
  const shared = new SharedArrayBuffer(8);
  const seedNow = new Uint32Array(shared);
  const worker = new Worker(START, {
    eval: true,
    workerData: shared,
    resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB },
  });
  return {
    tries: (stretch) =>
      new Promise((resolve) => {
        let [count, since] = [seedNow[1], process.cpuUsage()];
        const watch = setInterval(() => {
          const { user, system } = process.cpuUsage(since);
          if (seedNow[1] !== count) [count, since] = [seedNow[1], process.cpuUsage()];
          else if (user + system > HANG_SECONDS * 1e6)
            done({ seed: seedNow[0] ?? 0, what: `took over ${HANG_SECONDS} s` });
        }, LOOK_EVERY_MS);
        const done = (answer: StretchReport | { seed: number; what: string }): void => {
          clearInterval(watch);
          worker.off('message', done);
          worker.off('error', failed);
          resolve(answer);
        };
        const failed = ({ message }: Error): void =>
          done({ seed: seedNow[0] ?? 0, what: `the thread ended: ${message}` });
        worker.on('message', done);
        worker.on('error', failed);
        worker.postMessage(stretch);
      }),
    end: () => worker.terminate(),
  };
}
