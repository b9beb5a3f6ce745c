import type { ExampleFigures } from './figures.ts';

/** What a column of a table of worked examples holds; null for names and remarks. */
export type ExampleColumn = 'expected' | 'days' | 'unauthorisedDays' | 'daysInARow' | keyof ExampleFigures | null;

const EXPECTED =
  /\bexpected\b|\b(?:which|what) (?:step|stage|happens|follows|we do|comes)\b|^\W*(?:step|stage|tier|level|phase|wave|outcome|result|what happens|response)s?\b/i;
const IN_A_ROW = /\bin a row\b|\bconsecutive\b|\brunning\b/i;
const UNAUTHORISED = /\bun-?authori[sz]ed\b/i;
const LATE = /\blate(?:ness|s)?\b|\bcode L\b/i;
const POSSIBLE = /\bpossible\b|\bout of\b|\bof how many\b|\bsessions so far\b/i;
const MISSED = /\bmissed\b|\babsen(?:t|ces?)\b/i;
const ATTENDED = /\battended\b|\bpresent\b/i;
const ATTENDANCE = /\battendance\b|^\W*%|\bper ?cent/i;
const DAYS = /\bdays?\b/i;

/** What each column holds, by the words of its heading; null when the table has no step to expect, or no figure. */
export function columnsOf(header: readonly string[]): ExampleColumn[] | null {
  const columns = header.map(columnOf);
  const steps = columns.filter((column) => column === 'expected').length;
  const figures = columns.some((column) => column !== null && column !== 'expected');
  return steps === 1 && figures ? columns : null;
}

function columnOf(heading: string): ExampleColumn {
  const days = DAYS.test(heading);
  if (EXPECTED.test(heading)) return 'expected';
  if (IN_A_ROW.test(heading)) return days ? 'daysInARow' : 'inARow';
  if (UNAUTHORISED.test(heading)) return days ? 'unauthorisedDays' : 'unauthorised';
  if (LATE.test(heading)) return 'late';
  if (POSSIBLE.test(heading)) return 'possible';
  if (MISSED.test(heading)) return days ? 'days' : 'missed';
  if (ATTENDED.test(heading)) return 'attended';
  return ATTENDANCE.test(heading) ? 'percent' : null;
}
