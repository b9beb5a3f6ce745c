import { type Day, isDay } from '#core/attendance/day.ts';

const ISO = /^(\d{4})-(\d{2})-(\d{2})(?:[T ]\d{2}:\d{2}.{0,20})?$/;
const BRITISH = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})(?: \d{1,2}:\d{2}.{0,20})?$/;
const NAMED = /^(\d{1,2})(?:st|nd|rd|th)?[ -]([a-z]{3,9})[ -,]{1,2}(\d{4}|\d{2})$/i;
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** The day that a cell of a school's table means: 2026-09-07, 07/09/2026 (day first) or 7 Sep 2026; null for none. */
export function readDate(text: string): Day | null {
  const trimmed = text.trim();
  const iso = ISO.exec(trimmed);
  if (iso) return valid(iso[1], iso[2], iso[3]);
  const british = BRITISH.exec(trimmed);
  if (british) return valid(british[3], british[2], british[1]);
  const named = NAMED.exec(trimmed);
  const month = MONTHS.indexOf((named?.[2] ?? '').slice(0, 3).toLowerCase());
  return named && month >= 0 ? valid(named[3], String(month + 1), named[1]) : null;
}

function valid(year = '', month = '', date = ''): Day | null {
  const day = `${year.length === 2 ? `20${year}` : year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
  return isDay(day) ? day : null;
}
