import { citeProvision } from '../../guidance/provisions.ts';
import { sessionsOfAYear } from '../../guidance/thresholds.ts';
import { defineRule } from '../../lint/rule.ts';

// Authors round half days up or down, so two sessions either way are no slip.
const ROUNDING = 2;
const AGREEING = 3;

/** A row of an attendance table whose figures do not agree. */
export const sumsAgree = defineRule({
  id: 'document/sums-agree',
  topic: 'arithmetic',
  title: 'Days, sessions and percentages agree',
  duty: 'internal',
  citations: [citeProvision('attendance-baseline')],
  why: 'Parents read such tables first; a day is two sessions, and a school year has 190 days.',
  *check(context) {
    const year = sessionsOfAYear.valueOn(context.asOf)?.value;
    if (year === undefined) return;
    const facts = context.facts('equivalence');
    // Where other lines have the sums of a year, a line that has not is a slip, and no sum of a term.
    const isOfAYear =
      facts.filter(({ attendancePercent, days, sessions }) => {
        const missed = sessions ?? (days ?? Number.NaN) * 2;
        return (
          attendancePercent !== undefined && Math.abs(missed - (year * (100 - attendancePercent)) / 100) <= ROUNDING
        );
      }).length >= AGREEING;
    for (const { attendancePercent, days, sessions, span } of facts) {
      const at = { start: span.start.offset, end: span.end.offset };
      if (days !== undefined && sessions !== undefined && Math.abs(sessions - days * 2) > ROUNDING - 1)
        yield { message: `${days} days are ${days * 2} sessions; ${sessions} is printed.`, at };
      else if (attendancePercent !== undefined && (sessions !== undefined || days !== undefined)) {
        const missed = sessions ?? (days ?? 0) * 2;
        const due = (year * (100 - attendancePercent)) / 100;
        // A table for a term or a week has other sums; only a year's is checked.
        if (missed < due * 0.6 || missed > due * 1.6 || Math.abs(missed - due) <= Math.max(ROUNDING, due * 0.06))
          continue;
        yield {
          message: `At ${attendancePercent}% a pupil misses ${due} of ${year} sessions in a year (${due / 2} days); ${sessions !== undefined ? `${sessions} sessions` : `${days} days`} is printed.`,
          at,
          doubtful: !isOfAYear,
        };
      }
    }
  },
  examples: {
    good: [
      {
        title: 'a row that agrees',
        markdown:
          '| Attendance | Days missed | Sessions missed |\n|---|---|---|\n| 90% | 19 days | 38 sessions |\n| 80% | 38 days | 76 sessions |',
      },
    ],
    bad: [
      {
        title: 'a row that does not',
        markdown:
          '| Attendance | Days missed | Sessions missed |\n|---|---|---|\n| 90% | 19 days | 38 sessions |\n| «80% | 38 days | 72 sessions» |',
        says: '38 days are 76 sessions; 72 is printed.',
      },
    ],
  },
});
