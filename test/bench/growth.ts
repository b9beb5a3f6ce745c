import { readPolicy } from '#core/policy/parse.ts';
import type { Row } from './measure.ts';
import { SHAPES, shaped } from './shapes.ts';

const SIZES = [0.6, 1.2, 2.5, 5].map((megabytes) => megabytes * 1_000_000);
const LONGEST_SECONDS = 10;
const MOST_BY_DOUBLING = 2.3;

/** How long five megabytes of each shape take, and how much longer than half of it: seconds of this processor's time. */
export function benchShapes(shapes: readonly string[] = SHAPES): Row[] {
  return shapes.flatMap((shape) => {
    const seconds = SIZES.map((size) => secondsFor(shaped(shape, size)));
    const whole = seconds.at(-1) ?? Number.NaN;
    // Over three doublings, so that one disturbed run says little.
    const byDoubling = (whole / (seconds[0] ?? Number.NaN)) ** (1 / (SIZES.length - 1));
    return [
      {
        what: `5 MB of ${shape}`,
        value: whole,
        unit: 's',
        goal: `≤ ${LONGEST_SECONDS}`,
        met: whole <= LONGEST_SECONDS,
      },
      {
        what: '  by each doubling',
        value: byDoubling,
        unit: '×',
        goal: `≤ ${MOST_BY_DOUBLING}`,
        met: byDoubling <= MOST_BY_DOUBLING,
      },
    ];
  });
}

function secondsFor(text: string): number {
  const began = process.cpuUsage();
  readPolicy(text);
  const { user, system } = process.cpuUsage(began);
  return (user + system) / 1_000_000;
}
