import { attendanceSide } from './figures.ts';
import { rungHolds } from './holds.ts';
import { eitherWay, percentText } from './sentence.ts';
import { attendanceOf } from './status.ts';
import type { Rung, Test } from './test.ts';
import { type View, YES } from './view.ts';

/** What is to be said where the pupil stands in two bands, in none, or below the lowest; null inside one band. */
export function betweenBands(rung: Rung, rungs: readonly Rung[], view: View): string | null {
  const said = rung.band ? ofTest(rung.test, rung, view) : null;
  if (said === null) return null;
  const enforced = rungs.some(
    (other) =>
      other.place > rung.place && other.enforcementOnly && other.percent !== null && rungHolds(other, view) === YES,
  );
  // Then the figure has a step, which is named where it is withheld.
  return enforced ? null : said;
}

function ofTest(test: Test, rung: Rung, view: View): string | null {
  if (test.kind === 'all' || test.kind === 'any') {
    for (const part of test.tests) {
      const said = ofTest(part, rung, view);
      if (said) return said;
    }
    return null;
  }
  if (test.kind !== 'band') return null;
  if (attendanceSide(view.figures, test.low, null).most < 0) {
    const where =
      test.reaches && test.reaches.percent >= 0
        ? 'in no band of the policy; the milder'
        : 'below the lowest band of its ladder; the lowest';
    return `${figure(view)} is ${where}, ${rung.name}, is taken.`;
  }
  for (const other of test.claims ?? [])
    if (attendanceSide(view.figures, other.upTo, null).most <= 0)
      return `${figure(view)} is in two steps of the policy, ${rung.name} and ${other.rung.name}; the pupil is taken to be in the milder.`;
  return null;
}

/** The attendance to two decimals, for show; no figure where marks in doubt are part of it. */
function figure({ figures }: View): string {
  const doubts = figures.doubts.length;
  if (doubts > 0) return `Attendance, ${eitherWay(doubts)}`;
  const { possible, attended, percent } = attendanceOf(figures);
  if (!possible || attended === null) return `Attendance of ${percent}%`;
  return `Attendance of ${percentText(Math.round((attended * 100_000) / possible / 10) * 10)}%`;
}
