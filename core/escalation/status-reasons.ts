import type { Day } from '../attendance/day.ts';
import { ABSENT, UNAUTHORISED } from '../attendance/effect.ts';
import { both, keep } from '../attendance/kept.ts';
import {
  firstNoticeThatCounts,
  type PenaltyLimit,
  type PenaltyThreshold,
  penaltyLimit,
  penaltyThreshold,
  persistentAbsencePercent,
  severeAbsencePercent,
} from '../guidance/thresholds.ts';
import type { AbsenceStatus, Decision, PenaltyNoticesStatus, Reason, Verdict } from './decision.ts';
import { countBits, type Figures } from './figures.ts';
import { countNational, daysForReason } from './national.ts';
import { standingNotices } from './notices.ts';
import { eitherWay, inWords, list, plural } from './sentence.ts';
import { leastAbsence, marksWith } from './status.ts';
import type { NationalCount, View } from './view.ts';

/** Adds the reasons of the four national statuses, each with its citation, to the decision. */
export function statusReasons(decision: Decision, view: View): void {
  const { status } = decision;
  absenceReason(decision, view, 'Persistent absence', status.persistentAbsence, persistentAbsencePercent);
  absenceReason(decision, view, 'Severe absence', status.severeAbsence, severeAbsencePercent);
  thresholdReason(decision, view);
  noticesReason(decision, view);
}

function absenceReason(
  decision: Decision,
  view: View,
  name: string,
  status: AbsenceStatus,
  line: typeof persistentAbsencePercent,
): void {
  const entry = line.valueOn(decision.asOf);
  if (!entry) {
    decision.cannotTell.push(`${name}: no line for it is known on ${inWords(decision.asOf)}.`);
    return;
  }
  if (status.answer === 'cannot-tell') {
    decision.cannotTell.push(`Whether there is ${name.toLowerCase()} (${entry.value}% or more missed) cannot be told.`);
    return;
  }
  const reason: Reason = { text: textOf(decision, view, name, entry.value, status), citation: entry.citation };
  const marks = marksWith(view.figures, ABSENT, 0);
  if (marks.length > 0) reason.marks = marks;
  (status.answer === 'yes' ? decision.because : decision.notYet).push(reason);
}

function textOf(decision: Decision, { figures }: View, name: string, line: number, status: AbsenceStatus): string {
  const { answer, absent, possible } = status;
  if (absent === null || possible === null)
    return `${name} (${line}% or more missed): ${answer}; the rounded figure of ${decision.attendance.percent}% decides it.`;
  // Totals may be of any size, and marks in doubt are more than the figures.
  if (figures.totals || figures.doubts.length > 0) return inFull(name, line, answer, absent, possible, figures);
  const ofLine = sentences.get(line) ?? keep(sentences, line, new Map<number, string>());
  const key = both(absent, possible);
  return ofLine.get(key) ?? keep(ofLine, key, inFull(name, line, answer, absent, possible, figures));
}

/** Many pupils of a register have the same figures: each sentence is made once. By the line, then by the figures. */
const sentences = new Map<number, Map<number, string>>();

function inFull(
  name: string,
  line: number,
  answer: Verdict,
  absent: number,
  possible: number,
  { doubts }: Figures,
): string {
  const least = leastAbsence(possible, line);
  const short =
    absent < least ? `${least - absent} fewer than the ${least} that are` : `at least the ${least} that are`;
  const sign = absent * 100 < line * possible ? '<' : absent * 100 > line * possible ? '>' : '=';
  const either = absent >= least === (answer === 'yes') ? '' : `; ${eitherWay(doubts.length)} the answer is ${answer}`;
  return `${name} (${line}% or more missed): ${answer}; ${absent} of ${possible} possible sessions missed, ${short} ${line}% (${absent} × 100 ${sign} ${line} × ${possible})${either}.`;
}

const SCHOOL_AGE = 'The pupil is taken to be of compulsory school age.';

function thresholdReason(decision: Decision, view: View): void {
  const { penaltyThreshold: status } = decision.status;
  const entry = penaltyThreshold.valueOn(decision.asOf);
  if (!entry) {
    decision.cannotTell.push(
      `There was no national threshold for penalty notices on ${inWords(decision.asOf)} that we know of.`,
    );
    return;
  }
  const { sessions, schoolWeeks } = entry.value;
  const name = nameOf(entry.value);
  if (view.figures.totals) {
    totalsThreshold(decision, view, name, entry.value);
    return;
  }
  const count = countNational(view);
  const others = shownByOthers(view, count, schoolWeeks);
  if (status.answer === 'cannot-tell') {
    const why = count.age
      ? `${count.age}, and it is for pupils of compulsory school age`
      : count.counted + count.awaiting >= sessions
        ? 'the codes N would tip it'
        : count.reachesBefore
          ? 'the window reaches back before the first mark that is known'
          : 'marks that cannot be counted would tip it';
    const counted = countedInWords(decision, count, others, schoolWeeks);
    decision.cannotTell.push(`${name} cannot be told: ${why}. Counted: ${counted}.${reachedBefore(decision)}`);
    return;
  }
  const text = `${thresholdText(decision, name, count, others, schoolWeeks)}${reachedBefore(decision)}`;
  const reason: Reason = { text, citation: entry.citation };
  if (status.marks.length > 0) reason.marks = status.marks;
  (status.answer === 'yes' ? decision.because : decision.notYet).push(reason);
}

/** What is added where an earlier window reached the threshold: it is passed, and may have been acted on. */
function reachedBefore({ status }: Decision): string {
  const before = status.penaltyThreshold.reachedBefore;
  return before
    ? ` It was reached before: ${before.unauthorised} from ${inWords(before.windowFirstDay)} to ${inWords(before.windowLastDay)}.`
    : '';
}

/** The sentences about the window of one day, made for a pupil before, by the figures in them. */
let told: { asOf: Day; firstDay: Day | null; sentences: Map<number, string> } | undefined;

function thresholdText(
  decision: Decision,
  name: string,
  count: NationalCount,
  others: number | null,
  weeks: number,
): string {
  const { answer, windowFirstDay } = decision.status.penaltyThreshold;
  if (told?.asOf !== decision.asOf || told.firstDay !== windowFirstDay)
    told = { asOf: decision.asOf, firstDay: windowFirstDay, sentences: new Map() };
  // Where the answer is given "yes" and "no" have other counts.
  const { sentences } = told;
  const key = both(both(count.counted, count.awaiting), others ?? -1);
  const known = sentences.get(key);
  if (known !== undefined) return known;
  const counted = countedInWords(decision, count, others, weeks);
  return keep(sentences, key, `${name}: ${answer}; ${counted}. ${SCHOOL_AGE}`);
}

function countedInWords(
  { asOf, status }: Decision,
  { counted, awaiting }: NationalCount,
  others: number | null,
  weeks: number,
): string {
  const { windowFirstDay } = status.penaltyThreshold;
  const window = windowFirstDay ? `from ${inWords(windowFirstDay)} to ${inWords(asOf)}` : `up to ${inWords(asOf)}`;
  const waiting =
    awaiting > 0
      ? `, and ${awaiting} more of code N still inside the ${plural(daysForReason(asOf), 'school day')} for their reason`
      : '';
  const shown =
    others === null
      ? ''
      : `; a system that counts ${weeks} weeks of the calendar shows ${others}, since it leaves no holidays out`;
  return `${plural(counted, 'unauthorised session')} ${window}${waiting}${shown}`;
}

const thresholds = new Map<PenaltyThreshold, string>();

function nameOf(threshold: PenaltyThreshold): string {
  const { sessions, schoolWeeks } = threshold;
  const known = thresholds.get(threshold);
  return (
    known ??
    keep(
      thresholds,
      threshold,
      `The national threshold (${sessions} unauthorised sessions in ${schoolWeeks} school weeks)`,
    )
  );
}

/** What a system shows that counts weeks of the calendar; null where the school weeks have as many. */
function shownByOthers(view: View, { counted, most, awaiting }: NationalCount, weeks: number): number | null {
  const { asOfDay } = view.figures;
  const shown = countBits(view.figures, UNAUTHORISED, (asOfDay - 7 * weeks + 1) * 2, asOfDay * 2 + 1, null).most;
  return shown === counted + awaiting || shown === most + awaiting ? null : shown;
}

function totalsThreshold(
  decision: Decision,
  view: View,
  name: string,
  { sessions, schoolWeeks }: PenaltyThreshold,
): void {
  const { totals, pupil } = view.figures;
  const unauthorised = totals?.unauthorised ?? pupil.totals?.unauthorised ?? null;
  const entry = penaltyThreshold.valueOn(decision.asOf);
  if (decision.status.penaltyThreshold.answer === 'no' && entry) {
    decision.notYet.push({
      text: `${name}: no; the totals have ${plural(unauthorised ?? 0, 'unauthorised session')} in all. ${SCHOOL_AGE}`,
      citation: entry.citation,
    });
    return;
  }
  const why =
    unauthorised === null
      ? 'the totals have no unauthorised sessions'
      : unauthorised >= sessions
        ? `the totals have ${unauthorised} unauthorised sessions, and not when they were`
        : `the totals do not cover the ${plural(schoolWeeks, 'school week')}, or no calendar shows that they do`;
  decision.cannotTell.push(`${name} cannot be told from totals: ${why}.`);
}

function noticesReason(decision: Decision, view: View): void {
  const { penaltyNotices: status } = decision.status;
  const entry = penaltyLimit.valueOn(decision.asOf);
  const { tooEarly } = standingNotices(view);
  if (tooEarly > 0) {
    const from = firstNoticeThatCounts.valueOn(decision.asOf) ?? firstNoticeThatCounts.earliest;
    decision.cannotTell.push(
      `${plural(tooEarly, 'penalty notice')} issued before ${inWords(from.value)} ${tooEarly === 1 ? 'is' : 'are'} not counted: as far as we know, earlier ones do not count.`,
    );
  }
  if (!entry) return;
  const { name, noneStands } = limitInWords(entry.value);
  if (status.answer === 'cannot-tell') {
    const unknown = status.byParent.find((parent) => parent.parentId === null);
    decision.cannotTell.push(
      unknown
        ? `${name}: the parent to whom the notice of ${list(unknown.dates.map(inWords))} went is not in the actions, so whether another may follow cannot be told.`
        : `${name}: no actions file was given, so the notices to each parent are not known.`,
    );
    return;
  }
  const noMore = status.answer === 'yes' ? '; no more may follow to that parent' : '';
  const text = status.byParent.length === 0 ? noneStands : `${name}: ${noticesInWords(status)}${noMore}.`;
  const reason: Reason = { text, citation: entry.citation };
  (status.answer === 'yes' ? decision.because : decision.notYet).push(reason);
}

function noticesInWords({ byParent }: PenaltyNoticesStatus): string {
  const each = byParent.map(({ parentId, dates }) => {
    const to = parentId === null ? 'a parent not named' : `parent ${parentId}`;
    return `${dates.length} to ${to} (${list(dates.map(inWords))})`;
  });
  return each.join(', ');
}

interface LimitInWords {
  name: string;
  noneStands: string;
}

const limits = new Map<PenaltyLimit, LimitInWords>();

function limitInWords(limit: PenaltyLimit): LimitInWords {
  const known = limits.get(limit);
  if (known) return known;
  const name = `At most ${limit.notices} penalty notices to one parent for one child in ${limit.years} years`;
  return keep(limits, limit, { name, noneStands: `${name}: none stands.` });
}
