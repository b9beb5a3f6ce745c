/** What a number says in a cell of some format, as a person reads it there: dates as YYYY-MM-DD, percentages as percentages. */
export type NumberFormat = (value: number) => string;

const MS_PER_DAY = 86_400_000;
/** 1970-01-01 as Excel counts days. */
const UNIX_EPOCH = 25_569;
/** A workbook that counts days from 1904, as old Macs did, is so many behind. */
const DAYS_TO_1904 = 1_462;
const MOST_DATES_KEPT = 5_000;
/** What stands in quotes or brackets, or behind a backslash, is no pattern. */
const LITERAL = /"[^"]*"|\[[^[\]]*\]|\\./g;

/** How numbers are read under a format code such as "dd/mm/yyyy" or "0.0%". */
export function numberFormat(code: string, from1904: boolean): NumberFormat {
  // The first section of a format is for numbers above nothing.
  const pattern = (code.split(';')[0] ?? '').replace(LITERAL, '');
  if (pattern.includes('%')) return percentage(pattern);
  if (/^General$/i.test(pattern)) return plain;
  if (/[dy]|^m+$/i.test(pattern) || (/m(?!\s*$)/i.test(pattern) && !/[hs]/i.test(pattern)))
    return dates(from1904 ? DAYS_TO_1904 : 0);
  return /h/i.test(pattern) ? timeOfDay : plain;
}

/** The codes that a style may name by number alone. */
export const BUILT_IN_FORMATS: ReadonlyMap<number, string> = new Map([
  [9, '0%'],
  [10, '0.00%'],
  ...[14, 15, 16, 17, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58].map((id): [number, string] => [
    id,
    'yyyy-mm-dd',
  ]),
  ...[18, 19, 20, 21, 32, 33, 34, 35, 55, 56].map((id): [number, string] => [id, 'h:mm']),
  [22, 'yyyy-mm-dd h:mm'],
]);

/** As many decimals as are shown, or as are stored: the more exact of the two. */
function percentage(pattern: string): NumberFormat {
  const shown = /\.([0#?]+)/.exec(pattern)?.[1]?.length ?? 0;
  return (value) => {
    const stored = plain(value * 100);
    const decimals = stored.split('.')[1]?.length ?? 0;
    return `${decimals >= shown ? stored : Number(stored).toFixed(shown)}%`;
  };
}

/** Without the last digits, which are noise of binary fractions (0.07 × 100 = 7.000000000000001), and no exponent. */
function plain(value: number): string {
  if (Number.isSafeInteger(value)) return String(value);
  return Number(value.toPrecision(15)).toLocaleString('en-GB', { useGrouping: false, maximumFractionDigits: 15 });
}

function dates(offset: number): NumberFormat {
  // A register has few days, each thousands of times.
  const known = new Map<number, string>();
  return (value) => {
    const text = known.get(value) ?? dateText(value + offset);
    if (known.size < MOST_DATES_KEPT) known.set(value, text);
    return text;
  };
}

function dateText(serial: number): string {
  // To the second: a serial number keeps parts of a day only roughly.
  const date = new Date(Math.round(((serial - UNIX_EPOCH) * MS_PER_DAY) / 1000) * 1000);
  if (Number.isNaN(date.getTime()) || Math.abs(serial) > 2_958_465) return plain(serial);
  const text = date.toISOString();
  return text.endsWith('T00:00:00.000Z') ? text.slice(0, 10) : `${text.slice(0, 10)} ${text.slice(11, 16)}`;
}

/** A time with no day: a part of one. With a day in front it is the whole. */
function timeOfDay(value: number): string {
  if (value >= 1 || value < 0) return dateText(value);
  const minutes = Math.round(value * 24 * 60);
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}
