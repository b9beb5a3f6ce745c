import { MONTHS } from './months.ts';

/** "2026-09" or "2026-09-18" as "September 2026" or "18 September 2026". */
export function longDate(value: string): string {
  const [year = '', month = '', day] = value.split('-');
  return [day === undefined ? null : String(Number(day)), MONTHS[Number(month) - 1] ?? month, year]
    .filter((part) => part !== null)
    .join(' ');
}
