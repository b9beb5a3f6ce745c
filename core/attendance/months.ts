import { dayFromNumber } from './day.ts';
import { dayNumberFast } from './session.ts';

/** The same date so many months later (earlier, when negative), or the last of that month where it is shorter. Day numbers. */
export function addMonths(day: number, months: number): number {
  const text = dayFromNumber(day);
  const month = Number(text.slice(0, 4)) * 12 + Number(text.slice(5, 7)) - 1 + months;
  const year = Math.floor(month / 12);
  const prefix = `${String(year).padStart(4, '0')}-${String((month % 12) + 1).padStart(2, '0')}`;
  for (let date = Number(text.slice(8)); date > 28; date--) {
    const found = dayNumberFast(`${prefix}-${date}`);
    if (!Number.isNaN(found)) return found;
  }
  return dayNumberFast(`${prefix}-${String(Math.min(28, Number(text.slice(8)))).padStart(2, '0')}`);
}
