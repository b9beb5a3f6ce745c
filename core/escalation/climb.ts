import { isWithheld } from './gate.ts';
import { rungHolds } from './holds.ts';
import type { Ladder, Sequence } from './ladder.ts';
import type { Rung } from './test.ts';
import { UNKNOWN, type View, YES } from './view.ts';

/** Which step of a sequence holds at a moment: a rung, none (null), or undefined where the data cannot decide. */
export function currentRung(ladder: Ladder, sequence: Sequence, view: View): Rung | null | undefined {
  const { rungs } = sequence;
  for (let place = rungs.length - 1; place >= 0; place--) {
    const rung = rungs[place];
    if (!rung) continue;
    const held = rungHolds(rung, view);
    if (held !== YES && held !== UNKNOWN) continue;
    // A step of enforcement alone that is withheld is not the current one, whatever its trigger says.
    if (!isWithheld(ladder, rung, view)) return held === YES ? rung : undefined;
  }
  return null;
}
