import { readDate } from './date-text.ts';
import type { Totals } from './pupil.ts';
import type { Role } from './register-columns.ts';
import type { RegisterLayout } from './register-layout.ts';

const WHOLE = /^(\d{1,6}|\d{1,3}(?:,\d{3}){1,2})(?:\.0{1,6})?$/;
const NUMBER = /^\d{1,6}\.\d{1,6}$/;
const BLANK = /^(?:|-|n\/a|null|–|—)$/i;
const SHARE = /^(?:0?\.\d{1,15}|1(?:\.0{1,15})?)$/;

/** Reads the totals of a row; figures that are no whole numbers of sessions are left out and said. */
export function readTotalsRow(
  cell: (role: Role) => string,
  layout: RegisterLayout,
): { totals: Totals; problems: string[] } {
  const problems: string[] = [];
  const whole = (role: Role): number | null => {
    const text = cell(role);
    if (BLANK.test(text)) return null;
    const match = WHOLE.exec(text);
    if (match) return Number((match[1] ?? '').replaceAll(',', ''));
    problems.push(
      NUMBER.test(text)
        ? `${role} is ${text}: expected whole sessions; a half may mean that the figures are days. It is left out.`
        : `${role} is ${JSON.stringify(text)}: expected a number of sessions. It is left out.`,
    );
    return null;
  };
  const date = (role: 'from' | 'to'): string | null => {
    const text = cell(role);
    if (BLANK.test(text)) return null;
    const read = readDate(text);
    if (!read) problems.push(`${role} is ${JSON.stringify(text)}, which is no date. It is left out.`);
    return read?.day ?? null;
  };
  const totals: Totals = {
    possible: whole('possible'),
    attended: attendedOf(layout, whole),
    authorised: whole('authorised'),
    unauthorised: whole('unauthorised'),
    late: whole('late'),
    percent: percentOf(cell('percent'), problems),
    from: date('from'),
    to: date('to'),
  };
  return { totals, problems };
}

/** Attended as printed, else present and approved educational activity together. */
function attendedOf(layout: RegisterLayout, whole: (role: Role) => number | null): number | null {
  if (layout.columns.attended !== undefined) return whole('attended');
  const present = whole('present');
  return present === null ? null : present + (whole('educational') ?? 0);
}

function percentOf(text: string, problems: string[]): string | null {
  if (BLANK.test(text)) return null;
  const plain = text.replace(/\s+/g, '');
  // A spreadsheet keeps 94% as 0.94: without the sign the two cannot be told apart.
  if (SHARE.test(plain)) {
    problems.push(
      `percent is ${JSON.stringify(text)}: a percentage below 1, or a share of 1? Write it as 94.0%. It is left out.`,
    );
    return null;
  }
  if (/^\d{1,3}(?:[.,]\d{1,6})?%?$/.test(plain)) return plain.replace('%', '').replace(',', '.');
  problems.push(`percent is ${JSON.stringify(text)}: expected a percentage. It is left out.`);
  return null;
}
