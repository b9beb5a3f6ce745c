import type { PolicyDocument } from '../document.ts';
import { type ExampleTable, exampleTables } from '../examples.ts';
import type { ExampleColumn } from './columns.ts';
import type { ExampleFigures } from './figures.ts';

/** A worked example to be written into a policy. */
export interface ExampleToWrite {
  /** Who or what it is about, in a few words. */
  label?: string;
  figures: ExampleFigures;
  /** The step, by its number or title, or "none". */
  expected: string;
}

const HEADINGS: Record<keyof ExampleFigures, string> = {
  percent: 'Attendance',
  possible: 'Sessions possible',
  attended: 'Sessions attended',
  missed: 'Sessions missed',
  unauthorised: 'Unauthorised sessions',
  late: 'Late marks',
  inARow: 'Sessions missed in a row',
};
const FIGURES: readonly (keyof ExampleFigures)[] = [
  'percent',
  'possible',
  'attended',
  'missed',
  'unauthorised',
  'late',
  'inARow',
];

/** The examples as a table in Markdown, with a column for each figure that any of them has: what `workedExamplesOf` reads back. */
export function writeExamples(examples: readonly ExampleToWrite[]): string {
  const figures = FIGURES.filter((figure) => examples.some((example) => example.figures[figure] !== undefined));
  const columns: ExampleColumn[] = [null, ...(figures.length > 0 ? figures : (['percent'] as const)), 'expected'];
  const headings = columns.map((column) => headingOf(column));
  return [
    rowOf(headings),
    rowOf(headings.map(() => '---')),
    ...examples.map((example) => writeRow(example, columns)),
  ].join('\n');
}

/**
 * Where, and with what text, the document keeps one more example: a row of the last table of worked examples that has a
 * column for each of its figures, else a section of its own at the end. An offset, and what to insert there.
 */
export function keepExample(document: PolicyDocument, example: ExampleToWrite): { offset: number; text: string } {
  const newline = document.text.includes('\r\n') ? '\r\n' : '\n';
  const table = exampleTables(document).findLast((one) => holdsAll(one, example.figures));
  if (table) return { offset: table.end, text: `${newline}${writeRow(example, table.columns)}` };
  const { length } = document.text.trimEnd();
  const section = `${length === 0 ? '' : '\n\n'}## Worked examples\n\n${writeExamples([example])}`;
  return { offset: length, text: section.replaceAll('\n', newline) };
}

function holdsAll({ columns }: ExampleTable, figures: ExampleFigures): boolean {
  return FIGURES.every((figure) => figures[figure] === undefined || columns.includes(figure));
}

function headingOf(column: ExampleColumn): string {
  if (column === null) return 'Example';
  if (column === 'expected') return 'Step';
  return column === 'days' || column === 'unauthorisedDays' || column === 'daysInARow' ? 'Days' : HEADINGS[column];
}

function writeRow({ label = '', figures, expected }: ExampleToWrite, columns: readonly ExampleColumn[]): string {
  const named = columns.indexOf(null);
  return rowOf(
    columns.map((column, index) => {
      if (column === 'expected') return expected === '' ? 'none' : expected;
      if (column === null) return index === named ? label : '';
      if (column === 'days' || column === 'unauthorisedDays' || column === 'daysInARow') return '';
      const figure = figures[column];
      if (figure === undefined) return '';
      return column === 'percent' ? `${figure / 1000}%` : String(figure);
    }),
  );
}

/** One row; what would end a cell or a line is left out. */
function rowOf(cells: readonly string[]): string {
  return `| ${cells.map((cell) => cell.replace(/[|\\\s]+/g, ' ').trim()).join(' | ')} |`;
}
