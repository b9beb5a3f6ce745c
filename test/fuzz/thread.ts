import { parentPort, workerData } from 'node:worker_threads';
import { z } from 'zod';
import { fuzz } from './fuzz.ts';

/** One thread of `npm run fuzz`: a stretch comes in, its report goes out; the seed being tried stands in shared memory. */
const seedNow = new Uint32Array(z.instanceof(SharedArrayBuffer).parse(workerData));
const StretchSchema = z.object({ target: z.string(), seed: z.number(), from: z.number(), to: z.number() });

parentPort?.on('message', (message: unknown) => {
  void fuzz(StretchSchema.parse(message), (seed) => {
    seedNow[0] = seed;
    seedNow[1] = (seedNow[1] ?? 0) + 1;
  }).then((report) => parentPort?.postMessage(report));
});
