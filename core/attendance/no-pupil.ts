import { dateCellOf, type Role, roleOf } from './register-columns.ts';
import type { RegisterLayout } from './register-layout.ts';
import { isYearlessDate } from './yearless-dates.ts';

/** Words that stand where a pupil's would and sum up many. */
const TOTALS =
  /^(?:(?:grand |sub-? ?)?totals?|averages?|mean|median|whole school|all (?:pupils|students|children|learners)|overall|count|summary)\b|\b(?:totals?|average|mean)$/i;
/** What exports print below or between tables. */
const FOOTER =
  /^(?:page \d|(?:printed|produced|generated|exported|created|downloaded|extracted|run|report(?:ed)?)\b.{0,30}(?:\b(?:by|on|at|from)\b|\d|:)|end of (?:report|register|list)\b|(?:key|notes?|filters?|legend)\b ?:)/i;
/** A class or a year in the pupil's place: "7A", "Year 7", "Class 3B", "Reg group 9C". */
const GROUP =
  /^(?:(?:year|yr|y|class|form|set|house|(?:reg(?:istration)?|tutor|year) ?group|key stage|ks) ?[a-z0-9]{1,12}|(?:1[0-3]|[1-9]|[rn])[ -]?[a-z]{1,3})$/i;
const NUMBER = /^\d{1,6}(?:[.,]\d{1,4})?%?$/;
/** A line of words with a number, a colon or a sign is no name of somebody. */
const REMARK = /^[^\p{L}\d]|[:=©]|\p{L}[^\p{L}\d]{1,3}\d|\d \p{L}{2}/u;

const FIGURES: readonly Role[] = [
  'date',
  'session',
  'code',
  'amCode',
  'pmCode',
  'weekStart',
  'markString',
  'possible',
  'attended',
  'present',
  'educational',
  'authorised',
  'unauthorised',
  'late',
  'percent',
];

/** Whether the row is a heading: it says what at least two columns hold, or has a date where the marks of one stand. */
export function isHeading(cells: readonly string[], { columns, dates }: RegisterLayout): boolean {
  const overFirst = cells[dates[0]?.column ?? -1] ?? '';
  if (dateCellOf(overFirst) || isYearlessDate(overFirst)) return true;
  let named = 0;
  for (const [role, column] of Object.entries(columns)) if (roleOf(cells[column] ?? '') === role) named++;
  if (named >= 2) return true;
  const place = columns.id ?? columns.name ?? columns.surname ?? -1;
  return (
    isOfPupils(cells[place] ?? '') && cells.filter((cell) => roleOf(cell) !== null || dateCellOf(cell)).length >= 2
  );
}

function isOfPupils(cell: string): boolean {
  const role = roleOf(cell);
  return role === 'id' || role === 'name' || role === 'surname' || role === 'forename';
}

/** Why a row names no pupil, though something stands where one would: totals, the name of a class, a page number; else null. */
export function whyNoPupil(
  { id, name }: { id: string; name: string },
  cells: readonly string[],
  layout: RegisterLayout,
): string | null {
  const text = JSON.stringify(id);
  if (TOTALS.test(id) || (name !== '' && TOTALS.test(name))) return `${text} is a row of totals, not a pupil.`;
  if (FOOTER.test(id)) return `${text} is a remark, not a pupil.`;
  const { columns } = layout;
  const hasBoth = columns.id !== undefined && (columns.name ?? columns.surname ?? columns.forename) !== undefined;
  const isHalfNamed = hasBoth && (name === '' || (cells[columns.id ?? -1] ?? '').trim() === '');
  const data = dataOf(cells, layout);
  if (isHalfNamed && data.length === 0)
    return `${text} has no marks or totals, and is taken for a remark, not a pupil.`;
  if (isHalfNamed && GROUP.test(id)) return `${text} names a class or a year, not a pupil.`;
  const isOfMarks = layout.dates.length > 0 || layout.week.length > 0;
  if (isHalfNamed && isOfMarks && data.every((cell) => NUMBER.test(cell)))
    return `${text} has numbers instead of marks: a row of totals, not a pupil.`;
  const isAlone = cells.every((cell) => cell.trim() === '' || cell.trim() === id);
  if (data.length === 0 && isAlone && REMARK.test(id)) return `${text} is a remark, not a pupil.`;
  return null;
}

/** What stands in the columns of marks or totals; blanks are left out. */
function dataOf(cells: readonly string[], { columns, week, dates }: RegisterLayout): string[] {
  const places = [
    ...FIGURES.flatMap((role) => columns[role] ?? []),
    ...week.map(({ column }) => column),
    ...dates.map(({ column }) => column),
  ];
  return places.map((column) => (cells[column] ?? '').trim()).filter((cell) => cell !== '');
}
