import type { Mark } from '#core/attendance/pupil.ts';
import type { Basis } from './basis.ts';
import type { CellContent } from './cell.ts';
import type { PupilReading } from './page-reading.ts';

/** Blanks before the first mark and after the last say nothing; between them they are sessions without a mark. */
export function withinFirstAndLast(marks: readonly Mark[]): Mark[] {
  const sorted = [...marks].sort((a, b) => (a.date + a.session < b.date + b.session ? -1 : 1));
  const first = sorted.findIndex(({ code }) => code !== '-');
  const last = sorted.findLastIndex(({ code }) => code !== '-');
  return first < 0 ? [] : sorted.slice(first, last + 1);
}

/** Why letters are not read as the national ones: "A", which is none of them, stands among them. Null when it does not. */
export function foreignLetters(cells: readonly CellContent[]): string | null {
  const codes = new Set(cells.map(({ text }) => text).filter((text) => !/^[/\\✓✔☑\W]*$/.test(text)));
  const [only] = codes;
  // A cross beside strokes, and nothing else, is how absence is marked by hand.
  const crossed = codes.size === 1 && /^x$/i.test(only ?? '');
  return crossed || codes.has('x') || [...codes].some((text) => /^(?:A|Abs?)$/i.test(text))
    ? 'The marks are not those of the national register (“A”, or a cross for absence, is none of them), so the other letters may mean something else too.'
    : null;
}

/** Why marks cannot be counted, whatever shape they stood in; null when they can. */
export function marksRefusal(pupils: readonly PupilReading[], basis: Basis | null): string | null {
  if (basis?.unit === 'lessons')
    return 'These marks are for lessons. The policy counts sessions (half days), so no step is shown.';
  const marks = pupils.flatMap(({ record }) => record.marks ?? []);
  const present = marks.filter(({ code }) => code === '/' || code === '\\').length;
  const blank = marks.filter(({ code }) => code === '-').length;
  if (present === 0)
    return 'No present mark (/ or \\) is shown. A blank cell may mean present or not yet marked, so no step is shown.';
  if (againstStrokes(marks))
    return 'The strokes of the present marks are those of the other half of the day than the headings say.';
  return blank > marks.length / 3
    ? 'More than a third of the sessions are blank, and whether that means present or not yet marked is not shown.'
    : null;
}

/** Mornings of afternoon strokes and afternoons of morning strokes: the two are labelled the wrong way round. */
function againstStrokes(marks: readonly Mark[]): boolean {
  const strokes = (session: string, code: string): number =>
    marks.filter((mark) => mark.session === session && mark.code === code).length;
  return strokes('AM', '\\') > strokes('AM', '/') && strokes('PM', '/') > strokes('PM', '\\');
}
