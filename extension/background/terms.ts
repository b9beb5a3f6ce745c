import { z } from 'zod';
import { addDays, type Day, dayNumber, isDay, weekday } from '#core/attendance/day.ts';
import type { CalendarEntry } from '#core/attendance/pupil.ts';
import type { TermDates, TermDatesFrom } from '../messages.ts';

const LONGEST_TERM_DAYS = 200;

export const DaySchema = z.string().refine(isDay);

/** Term dates as someone gives them; terms may stand in any order. */
export const TermDatesSchema: z.ZodType<TermDates> = z.object({
  terms: z.array(z.object({ from: DaySchema, to: DaySchema }).refine(({ from, to }) => isTerm(from, to))).max(40),
  closed: z.array(DaySchema).max(400),
});

/** Term dates with their source. */
export interface TermsInForce {
  entries: CalendarEntry[];
  from: TermDatesFrom | null;
}

/** The term dates that count: the policy's own, else IT's, else those typed; none is an answer too. */
export function termsInForce(
  ofPolicy: readonly CalendarEntry[],
  ofIt: TermDates | null,
  typed: TermDates | null,
): TermsInForce {
  if (ofPolicy.length > 0) return { entries: [...ofPolicy], from: 'policy' };
  if (ofIt && ofIt.terms.length > 0) return { entries: sessionsOf(ofIt), from: 'it' };
  if (typed && typed.terms.length > 0) return { entries: sessionsOf(typed), from: 'typed' };
  return { entries: [], from: null };
}

function isTerm(from: Day, to: Day): boolean {
  const [first, last] = [dayNumber(from), dayNumber(to)];
  return first !== null && last !== null && first <= last && last - first <= LONGEST_TERM_DAYS;
}

/** Each session of the weekdays in the terms; closed days are listed as closed. */
export function sessionsOf({ terms, closed }: TermDates): CalendarEntry[] {
  const shut = new Set(closed);
  const days = new Map<Day, boolean>();
  for (const { from, to } of terms)
    for (let day = from; day <= to; day = addDays(day, 1)) if (weekday(day) < 5) days.set(day, !shut.has(day));
  return [...days].flatMap(([date, open]) => [
    { date, session: 'AM' as const, open },
    { date, session: 'PM' as const, open },
  ]);
}
