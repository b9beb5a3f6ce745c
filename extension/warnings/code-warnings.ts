import type { SchoolCalendar } from '#core/attendance/calendar.ts';
import { addDays, type Day, dayFromNumber, requireDayNumber } from '#core/attendance/day.ts';
import type { Mark, PupilRecord } from '#core/attendance/pupil.ts';
import { schoolDayBack } from '#core/attendance/school-weeks.ts';
import { isInForce, registerCode } from '#core/guidance/codes.ts';
import { schoolDaysForReason } from '#core/guidance/thresholds.ts';
import { longDay } from '../reading/days.ts';

/** What is odd about the codes of one pupil's marks, in sentences; nothing where a register has nothing to look at. */
export function codeWarnings({ marks = [] }: PupilRecord, calendar: SchoolCalendar, asOf: Day): string[] {
  return [...retired(marks), ...unknown(marks), ...unexplained(marks, calendar, asOf)];
}

/** Codes that were withdrawn before the day on which they stand, with what took their place. */
function retired(marks: readonly Mark[]): string[] {
  return [...grouped(marks, ({ code, date }) => isWithdrawn(code, date))].map(([code, days]) => {
    const { replacedBy = [], to = null } = registerCode(code) ?? {};
    const instead = replacedBy.length > 0 ? `; now ${either(replacedBy)}` : '';
    return `${code} was withdrawn${to ? ` on ${longDay(addDays(to, 1))}` : ''}${instead}: ${place(days)}.`;
  });
}

function isWithdrawn(code: string, date: Day): boolean {
  const known = registerCode(code);
  return known !== undefined && !isInForce(known, date);
}

/** Marks that are no national code. */
function unknown(marks: readonly Mark[]): string[] {
  const strange = grouped(marks, ({ code }) => /^[A-Z]\d?$/.test(code) && registerCode(code) === undefined);
  return [...strange].map(([code, days]) => `${code} is no national code: ${place(days)}.`);
}

/** N that has stood for longer than the time in which a reason is to be found. */
function unexplained(marks: readonly Mark[], calendar: SchoolCalendar, asOf: Day): string[] {
  const limit = schoolDaysForReason.valueOn(asOf)?.value;
  if (limit === undefined) return [];
  const earliest = schoolDayBack(calendar, requireDayNumber(asOf), limit + 1);
  if (!Number.isFinite(earliest)) return [];
  const line = dayFromNumber(earliest);
  const old = marks.filter(({ code, date }) => code === 'N' && date < line);
  return old.length > 0 ? [`N has stood for more than ${limit} school days: ${place(old)}.`] : [];
}

function grouped(marks: readonly Mark[], isMeant: (mark: Mark) => boolean): Map<string, Mark[]> {
  const groups = new Map<string, Mark[]>();
  for (const mark of marks) if (isMeant(mark)) groups.set(mark.code, [...(groups.get(mark.code) ?? []), mark]);
  return groups;
}

const NAMED = 3;

/** "3 November 2026 AM, 4 November 2026 PM and 5 more". */
function place(marks: readonly Mark[]): string {
  const named = marks.slice(0, NAMED).map(({ date, session }) => `${longDay(date)} ${session}`);
  const more = marks.length - named.length;
  return more > 0 ? `${named.join(', ')} and ${more} more` : named.join(', ');
}

function either(codes: readonly string[]): string {
  return codes.length > 3 ? `${codes[0]} to ${codes.at(-1)}` : codes.join(' or ');
}
