import type { CellValue } from 'exceljs';

const MS_PER_DAY = 86_400_000;
/** 1970-01-01 as Excel counts days. */
const UNIX_EPOCH = 25_569;

/** What a cell of a workbook says, as a person reads it there: dates as YYYY-MM-DD, percentages as percentages. */
export function cellText(value: CellValue, format: string | undefined): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return numberText(value, format ?? '');
  if (typeof value === 'boolean') return value ? 'true' : 'false';
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? '' : dateText(value);
  if ('richText' in value) return value.richText.map((part) => part.text).join('');
  if ('error' in value) return value.error;
  if ('result' in value || 'formula' in value || 'sharedFormula' in value) {
    return cellText(value.result ?? null, format);
  }
  return 'text' in value ? value.text : '';
}

function numberText(value: number, format: string): string {
  if (!Number.isFinite(value)) return '';
  // The first section of a format is for numbers above nothing; what stands in quotes or brackets is no pattern.
  const pattern = (format.split(';')[0] ?? '').replace(/"[^"]*"|\[[^[\]]*\]|\\./g, '');
  if (pattern.includes('%')) {
    // As many decimals as are shown, or as are stored: the more exact of the two.
    const shown = /\.([0#?]+)/.exec(pattern)?.[1]?.length ?? 0;
    const stored = plain(value * 100);
    const decimals = stored.split('.')[1]?.length ?? 0;
    return `${decimals >= shown ? stored : Number(stored).toFixed(shown)}%`;
  }
  if (/[dy]|m(?!\s*$)|^m+$/i.test(pattern) && !/^General$/i.test(pattern)) {
    return dateText(new Date(Math.round((value - UNIX_EPOCH) * MS_PER_DAY)));
  }
  return plain(value);
}

/** Without the last digits, which are noise of binary fractions (0.07 × 100 = 7.000000000000001), and no exponent. */
function plain(value: number): string {
  return Number(value.toPrecision(15)).toLocaleString('en-GB', { useGrouping: false, maximumFractionDigits: 15 });
}

function dateText(date: Date): string {
  // To the second: a serial number keeps parts of a day only roughly.
  const text = new Date(Math.round(date.getTime() / 1000) * 1000).toISOString();
  return text.endsWith('T00:00:00.000Z') ? text.slice(0, 10) : `${text.slice(0, 10)} ${text.slice(11, 16)}`;
}
