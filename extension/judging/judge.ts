import { buildCalendar } from '#core/attendance/calendar.ts';
import type { Day } from '#core/attendance/day.ts';
import type { PupilRecord } from '#core/attendance/pupil.ts';
import { type DecisionContext, decide, type Ladder, prepareLadder } from '#core/escalation/decide.ts';
import type { Decision } from '#core/escalation/decision.ts';
import type { Span } from '#core/text/span.ts';
import type { MarkLevel, ReaderPolicy } from '../messages.ts';
import type { GridReading, PageReading, PupilReading } from '../reading/page-reading.ts';
import { whyNotSchoolYear } from './coverage.ts';
import { labelOf, levelOf } from './labels.ts';

/** One pupil with the step that holds, or with why no step is shown. */
export interface JudgedPupil {
  /** Tells the pupils of one page apart, and finds the same one after the page has changed. */
  key: string;
  name: string;
  year: string | null;
  anchor: Element;
  /** A word or two: "Step 2", "No step", "Can’t tell". */
  label: string;
  level: MarkLevel;
  decision: Decision | null;
  /** Why there is no decision; null when there is one. */
  problem: string | null;
}

export interface JudgedTable {
  reading: GridReading;
  asOf: Day;
  pupils: JudgedPupil[];
}

export interface Judgement {
  tables: JudgedTable[];
  /** Why tables that are plainly about attendance were left alone. */
  refusals: string[];
}

/** A policy made ready for judging many pages. */
export interface Judge {
  policy: ReaderPolicy;
  ladder: Ladder;
}

/** The policy's whole sentence for a reason that quotes a part of it; the quoted part where the sentence is not known. */
export function sentenceFor(policy: ReaderPolicy, quoted: { quote: string; span: Span }): string {
  const index = policy.steps.findIndex(({ span }) => span.start.offset === quoted.span.start.offset);
  const sentence = policy.sentences[index];
  return sentence?.includes(quoted.quote) ? sentence : quoted.quote;
}

export function prepareJudge(policy: ReaderPolicy): Judge {
  return { policy, ladder: prepareLadder(policy.steps) };
}

/** The step of every pupil that was read, where the page's figures are the ones that the policy counts. */
export function judgePage(judge: Judge, reading: PageReading, today: Day): Judgement {
  const judgement: Judgement = { tables: [], refusals: [] };
  const seen = new Map<string, number>();
  for (const grid of reading.grids) {
    const refusal =
      grid.refusal ??
      (grid.period
        ? whyNotSchoolYear(grid.period, judge.policy.calendar)
        : 'The page does not say which dates these figures cover.');
    if (refusal !== null || !grid.period) {
      judgement.refusals.push(refusal ?? '');
      continue;
    }
    const asOf = [today, grid.period.to, grid.asAt ?? today].reduce((least, day) => (day < least ? day : least));
    const calendar = buildCalendar(
      judge.policy.calendar,
      grid.pupils.map(({ record }) => record),
    );
    const pupils = grid.pupils.map((pupil) => {
      const count = (seen.get(pupil.record.pupilId) ?? 0) + 1;
      seen.set(pupil.record.pupilId, count);
      const answer = pupil.problem ?? decideSafely(judge.ladder, pupil.record, { asOf, calendar, actions: null });
      return judged(pupil, `${pupil.record.pupilId} ${count}`, answer, judge.ladder);
    });
    judgement.tables.push({ reading: grid, asOf, pupils });
  }
  return judgement;
}

/** A fault with one pupil must not take the others with it, nor pass for "no step". */
function decideSafely(ladder: Ladder, pupil: PupilRecord, context: DecisionContext): Decision | string {
  try {
    return decide(ladder, pupil, context);
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    // No name and no figure goes into the console.
    console.error(`Rollmark: the engine failed. ${error.message}`);
    return 'Rollmark met a fault of its own with these figures, so it shows no step';
  }
}

function judged({ record, anchor }: PupilReading, key: string, answer: Decision | string, ladder: Ladder): JudgedPupil {
  const decision = typeof answer === 'string' ? null : answer;
  return {
    key,
    name: record.name ?? record.pupilId,
    year: record.year ?? null,
    anchor,
    label: labelOf(decision),
    level: levelOf(decision, ladder.steps),
    decision,
    problem: typeof answer === 'string' ? answer : null,
  };
}
