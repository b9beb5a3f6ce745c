export interface Timed {
  name: string;
  /** The middle run, in milliseconds of processor time: what the work costs, its share of clearing up after it included. */
  median: number;
}

/** Times the given work in turn, round after round, so that whatever disturbs the machine disturbs all alike. */
export function race(work: Readonly<Record<string, () => unknown>>, rounds = 15, warmUp = 4): Timed[] {
  const entries = Object.entries(work);
  const times = new Map<string, number[]>(entries.map(([name]) => [name, []]));
  for (let round = 0; round < rounds + warmUp; round++) {
    for (const [name, run] of entries) {
      const began = process.cpuUsage();
      run();
      const { user, system } = process.cpuUsage(began);
      const took = (user + system) / 1000;
      if (round >= warmUp) times.get(name)?.push(took);
    }
  }
  return entries.map(([name]) => {
    const sorted = (times.get(name) ?? []).toSorted((a, b) => a - b);
    return { name, median: sorted[sorted.length >> 1] ?? 0 };
  });
}

export interface Row {
  what: string;
  value: number;
  unit: string;
  /** What the project asks for, "≤ 1.4". */
  goal?: string;
  met?: boolean;
}

/** How many times slower than the floor, with whether the goal is met. */
export function ratio(what: string, timed: readonly Timed[], name: string, floor: string, atMost?: number): Row {
  const of = (key: string): number => timed.find((one) => one.name === key)?.median ?? Number.NaN;
  const value = of(name) / of(floor);
  return {
    what,
    value,
    unit: `× ${floor}`,
    ...(atMost === undefined ? {} : { goal: `≤ ${atMost}`, met: value <= atMost }),
  };
}

export function printRows(title: string, rows: readonly Row[]): void {
  process.stdout.write(`\n${title}\n`);
  const width = Math.max(...rows.map(({ what }) => what.length));
  for (const { what, value, unit, goal, met } of rows)
    process.stdout.write(
      `  ${what.padEnd(width)}  ${value.toPrecision(3).padStart(9)} ${unit}${goal ? `   goal ${goal}: ${met ? 'met' : 'not met'}` : ''}\n`,
    );
}
