import { compileTrigger } from './compile.ts';
import { percentOf } from './severity.ts';
import type { PercentTest, Rung } from './test.ts';

/** A percentage among the steps of a ladder that no step was read from. */
export interface Unread {
  readonly test: PercentTest;
  /** The place of the rung that it stands behind. */
  readonly behind: number;
  readonly line: number;
  readonly quote: string;
}

/** The unread percentages of a ladder's steps. A count that was not read is asked of the author alone: it has no place among percentages. */
export function unreadOf(rungs: readonly Rung[]): Unread[] {
  return rungs.flatMap(({ step: { kind: _, ...step }, place }) =>
    (step.unread ?? []).flatMap(({ trigger, line, quote }): Unread[] => {
      const test = compileTrigger({ ...step, title: quote, trigger });
      const percent = percentOf(test);
      if (percent === null) return [];
      return [
        { test: test.kind === 'percent' ? test : { kind: 'percent', op: '<=', percent }, behind: place, line, quote },
      ];
    }),
  );
}
