import { dayFromNumber } from '../attendance/day.ts';
import { UNAUTHORISED } from '../attendance/effect.ts';
import type { Mark } from '../attendance/pupil.ts';
import { penaltyThreshold, persistentAbsencePercent, severeAbsencePercent } from '../guidance/thresholds.ts';
import type { AbsenceStatus, Attendance, PenaltyNoticesStatus, PenaltyThresholdStatus, Verdict } from './decision.ts';
import type { CountedMark, Figures } from './figures.ts';
import { statusHolds } from './holds.ts';
import { allSchoolWeeks, countNational } from './national.ts';
import { nationalFromTotals } from './national-status.ts';
import { limitReached, standingNotices } from './notices.ts';
import { type Held, type NationalCount, NO, type View, YES } from './view.ts';
import type { AbsenceName } from './words.ts';

/** The answer of the engine as the word that is printed. */
export function verdictOf(held: Held): Verdict {
  return held === YES ? 'yes' : held === NO ? 'no' : 'cannot-tell';
}

/** The sessions of this school year, from the marks that are certain or from the totals. */
export function attendanceOf(figures: Figures): Attendance {
  figures.attendance ??= count(figures);
  return figures.attendance;
}

function count(figures: Figures): Attendance {
  if (figures.totals) {
    const { possible, attended, authorised, unauthorised, late, percent } = figures.totals;
    const [first = null] = attended;
    const shown = percent ? Number(percent.text.replace(',', '.')) : null;
    return {
      possible,
      attended: possible === null ? null : first,
      authorised,
      unauthorised,
      late,
      percent: possible && first !== null ? toOneDecimal(first, possible) : shown,
    };
  }
  const { possible, absent, unauthorised, late } = figures;
  return {
    possible,
    attended: possible - absent,
    authorised: absent - unauthorised,
    unauthorised,
    late,
    percent: possible === 0 ? null : toOneDecimal(possible - absent, possible),
  };
}

/** For show only: tenths of a percent, halves up, worked out in integers. */
export function toOneDecimal(attended: number, possible: number): number {
  return Math.floor((attended * 2000 + possible) / (2 * possible)) / 10;
}

/** Persistent or severe absence, with how far the absence is past the line. */
export function absenceStatus(status: AbsenceName, view: View): AbsenceStatus {
  const { possible, attended } = attendanceOf(view.figures);
  const line = (status === 'persistent' ? persistentAbsencePercent : severeAbsencePercent).valueOn(view.figures.asOf);
  const absent = possible === null ? null : possible - (attended ?? 0);
  const answer = verdictOf(statusHolds(status, view));
  const margin = !possible || !line ? null : (absent ?? 0) - leastAbsence(possible, line.value);
  // Where marks in doubt decide, whatever they were, the certain ones do not say how far it is past the line.
  const isOfCertain = answer === 'cannot-tell' || margin === null || margin >= 0 === (answer === 'yes');
  return { answer, absent, possible, margin: isOfCertain ? margin : null };
}

/** The least absence that is that share of the possible sessions. */
export function leastAbsence(possible: number, percent: number): number {
  return Math.ceil((possible * percent) / 100);
}

/** The national threshold, with the marks counted. */
export function thresholdStatus(view: View): PenaltyThresholdStatus {
  const { figures } = view;
  if (figures.totals)
    return {
      answer: verdictOf(nationalFromTotals(view)),
      unauthorisedInWindow: null,
      awaitingReason: null,
      windowFirstDay: null,
      windowLastDay: null,
      marks: [],
    };
  const count = countNational(view);
  const status: PenaltyThresholdStatus = {
    answer: verdictOf(count.answer),
    unauthorisedInWindow: count.counted,
    awaitingReason: count.awaiting,
    windowFirstDay: count.firstDay === null ? null : dayFromNumber(count.firstDay),
    windowLastDay: dayFromNumber(count.lastDay),
    marks: unauthorisedMarks(figures, count.countedFrom),
  };
  const before = count.answer === YES ? null : reachedBefore(view, count);
  if (before) status.reachedBefore = before;
  return status;
}

function unauthorisedMarks(figures: Figures, firstDay: number): PenaltyThresholdStatus['marks'] {
  if (firstDay >= figures.yearStart) return marksWith(figures, UNAUTHORISED, firstDay * 2);
  return gather(figures, UNAUTHORISED, firstDay * 2, 0);
}

/** The latest earlier window of as many school weeks that reached the threshold. */
function reachedBefore(view: View, now: NationalCount): PenaltyThresholdStatus['reachedBefore'] | null {
  const { figures } = view;
  const { log, calendar, asOfDay, notable } = figures;
  const threshold = penaltyThreshold.valueOn(figures.asOf)?.value;
  let { unauthorised } = figures;
  for (let index = 0; (notable[index] ?? log.size) < figures.first; index++)
    if (isUnauthorised(log.effects[index] ?? 0)) unauthorised++;
  if (!threshold || unauthorised - now.awaiting < threshold.sessions) return null;
  const mondays = allSchoolWeeks(calendar, asOfDay);
  const counts = new Array<number>(mondays.length).fill(0);
  let week = mondays.length - 1;
  for (let index = 0; index < notable.length; index++) {
    if (!isUnauthorised(log.effects[index] ?? 0)) continue;
    const day = (log.slots[notable[index] ?? 0] ?? 0) >> 1;
    while (week > 0 && (mondays[week - 1] ?? 0) <= day) week--;
    counts[week] = (counts[week] ?? 0) + 1;
  }
  let sum = 0;
  for (let last = 1; last <= threshold.schoolWeeks; last++) sum += counts[last] ?? 0;
  for (let last = 1; last < mondays.length; last++) {
    if (sum >= threshold.sessions) {
      const first = mondays[Math.min(last + threshold.schoolWeeks, mondays.length) - 1] ?? 0;
      return {
        windowFirstDay: dayFromNumber(first),
        windowLastDay: dayFromNumber((mondays[last] ?? 0) + 6),
        unauthorised: sum,
      };
    }
    sum += (counts[last + threshold.schoolWeeks] ?? 0) - (counts[last] ?? 0);
  }
  return null;
}

function isUnauthorised(effect: number): boolean {
  return (effect & UNAUTHORISED) !== 0;
}

/** Penalty notices that stand, parent by parent. "yes": two stand to one parent, so that no third may follow. */
export function noticesStatus(view: View): PenaltyNoticesStatus {
  const { byParent } = standingNotices(view);
  return {
    answer: verdictOf(limitReached(view)),
    byParent: byParent.map(({ parentId, days }) => ({ parentId, dates: days.map(dayFromNumber) })),
  };
}

/** The marks of this school year with any of the bits, for a reason. Reasons for the same marks share one list. */
export function marksWith(figures: Figures, bits: number, fromSlot: number): CountedMark[] {
  const from = Math.max(fromSlot, figures.yearStart * 2);
  for (const known of figures.gathered) if (known.from === from && known.bits === bits) return known.marks;
  const marks = gather(figures, bits, from, figures.first);
  figures.gathered.push({ from, bits, marks });
  return marks;
}

function gather({ log, notable }: Figures, bits: number, fromSlot: number, first: number): CountedMark[] {
  const { slots, effects } = log;
  let count = 0;
  for (let index = notable.length - 1; index >= 0; index--) {
    const at = notable[index] ?? 0;
    if (at < first || (slots[at] ?? 0) < fromSlot) break;
    if (counts(effects[index] ?? 0, bits)) places[count++] = at;
  }
  const marks = new Array<CountedMark>(count);
  for (let next = 0; next < marks.length; next++) {
    const mark = log.marks[places[--count] ?? 0];
    if (mark) marks[next] = mark.row === undefined ? mark : withoutRow(mark);
  }
  return marks;
}

/** Where the marks that are being gathered stand, the last of them first; kept, since a list that grows is made over and over. */
const places: number[] = [];

function withoutRow({ date, session, code }: Mark): CountedMark {
  return { date, session, code };
}

function counts(effect: number, bits: number): boolean {
  return (effect & bits) !== 0;
}
