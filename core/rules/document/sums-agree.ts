import { citeProvision } from '../../guidance/provisions.ts';
import { sessionsOfAYear } from '../../guidance/thresholds.ts';
import type { RuleContext } from '../../lint/context.ts';
import { phrase } from '../../lint/phrase.ts';
import { defineRule, type Place } from '../../lint/rule.ts';
import { sentenceAt } from '../../policy/document.ts';
import { CARDINAL, cardinalOf } from '../../text/numbers.ts';

// Authors round half days up or down, so two sessions either way are no slip.
const ROUNDING = 2;
const AGREEING = 3;

const DAYS_AND_SESSIONS = phrase(
  new RegExp(
    `\\b(${CARDINAL}) (?:school )?days?(?: of absence| missed)? (?:is|are|=|means?|equals?|makes?) (${CARDINAL}) sessions\\b`,
    'gi',
  ),
  'sessions',
);
const SESSIONS_AND_DAYS = phrase(
  new RegExp(
    `\\b(${CARDINAL}) (?:half[- ]day )?sessions? (?:of absence |missed )?(?:\\(|=|is|are|equals?|means?|makes?) ?(?:usually |normally |equivalent to |equal to |the same as |i\\.?e\\.? )?(${CARDINAL}) (?:school |full |whole )?days\\b`,
    'gi',
  ),
  'session',
);
const OUT_OF = phrase(
  /\b(\d{1,3}) sessions? (?:of absence |missed |absent )?(?:in|out of|of|from) (\d{2,3})\b[^.;]{0,60}?\battendance (?:of|is|at) (?:about )?(\d{1,3}(?:\.\d{1,2})?) ?%/gi,
  'session',
);

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
    for (const hit of context.find(DAYS_AND_SESSIONS)) {
      const [days, sessions] = [cardinalOf(hit.match[1] ?? ''), cardinalOf(hit.match[2] ?? '')];
      if (days === null || sessions === null || sessions === days * 2) continue;
      yield {
        message: `${days} days are ${days * 2} sessions; ${sessions} is printed.`,
        at: { start: hit.start, end: hit.end },
      };
    }
    for (const hit of context.find(SESSIONS_AND_DAYS)) {
      const [sessions, days] = [cardinalOf(hit.match[1] ?? ''), cardinalOf(hit.match[2] ?? '')];
      if (days === null || sessions === null || sessions === days * 2) continue;
      yield {
        message: `${days} days are ${days * 2} sessions; ${sessions} is printed.`,
        at: { start: hit.start, end: hit.end },
      };
    }
    for (const hit of context.find(OUT_OF)) {
      const [missed, possible, printed] = [hit.match[1], hit.match[2], hit.match[3]].map(Number);
      if (missed === undefined || !possible || printed === undefined || missed > possible) continue;
      const due = Math.round((1000 * (possible - missed)) / possible) / 10;
      if (Math.abs(due - printed) <= 0.5) continue;
      yield {
        message: `${missed} of ${possible} sessions missed is an attendance of ${due}%; ${printed}% is printed.`,
        at: { start: hit.start, end: hit.end },
      };
    }
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
        const saysYear =
          /\b(?:in|over|across|per) (?:a|the|one|each) (?:whole |full )?(?:school |academic )?year\b/i.test(
            sentenceAround(context, at),
          );
        if (!saysYear && (missed < due * 0.6 || missed > due * 1.6)) continue;
        if (Math.abs(missed - due) <= Math.max(ROUNDING, due * 0.06)) continue;
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

/** The sentence that a fact stands in. */
function sentenceAround(context: RuleContext, place: Place): string {
  const placed = context.blockAt(place);
  return placed ? sentenceAt(placed.block, place.start - placed.offset).text : '';
}
