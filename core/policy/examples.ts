import { oneLine } from '../text/one-line.ts';
import type { Span } from '../text/span.ts';
import type { PlacedBlock, PolicyDocument } from './document.ts';
import { readExampleCell } from './examples/cells.ts';
import { columnsOf, type ExampleColumn } from './examples/columns.ts';
import type { ExampleFigures } from './examples/figures.ts';

/** One row of a table of worked examples: what a pupil's figures are, and the step that the author expects for them. */
export interface WorkedExample {
  figures: ExampleFigures;
  /** What stands in the column of the step: "Step 2", "none". */
  expected: string;
  /** Cells that name no figure, as printed; the row cannot be computed. */
  unread: string[];
  span: Span;
  line: number;
}

const WORKED = /\bworked examples?\b/i;
const EXAMPLES = /^\W*(?:\d{1,2}(?:\.\d{1,2}){0,3}\W{1,3})?(?:some |more |our )?examples?\b/i;
const EXPECTED = /\bexpected\b/i;
/** "Step 2", "3b", "none": what stands in a table that is called "Examples" and no more. */
const NAMES_STEP =
  /^\W*(?:(?:step|stage|tier|level|phase|wave|letter)\s*\d{1,2}[a-z]?\b|\d{1,2}[a-z]?\W*$|none\b|no (?:step|stage|action)\b|nothing\b)/i;

/** Every worked example of the document, in the order of the text. */
export function workedExamplesOf(document: PolicyDocument): WorkedExample[] {
  return exampleTables(document).flatMap(({ rows, columns }) =>
    rows.flatMap((row) => exampleOf(document, row, columns) ?? []),
  );
}

/** What does not stand in a table of worked examples: an example is no fact, and no step of its own. */
export function outsideExamples<T extends { readonly span: Span }>(document: PolicyDocument, found: readonly T[]): T[] {
  const tables = exampleTables(document);
  if (tables.length === 0) return [...found];
  return found.filter(
    ({ span }) => !tables.some(({ start, end }) => span.start.offset >= start && span.start.offset < end),
  );
}

/** A table of worked examples; offsets in the document, the heading row included. */
export interface ExampleTable {
  columns: readonly ExampleColumn[];
  rows: readonly PlacedBlock[];
  start: number;
  end: number;
}

const known = new WeakMap<PolicyDocument, readonly ExampleTable[]>();

/** The tables of worked examples: under a heading or behind a line that calls them so, or with a column of what is expected. */
export function exampleTables(document: PolicyDocument): readonly ExampleTable[] {
  let tables = known.get(document);
  if (!tables) known.set(document, (tables = findTables(document)));
  return tables;
}

function findTables({ blocks }: PolicyDocument): ExampleTable[] {
  const tables: ExampleTable[] = [];
  for (let index = 0; index < blocks.length; index++) {
    const placed = blocks[index];
    if (placed?.block.kind !== 'row' || !placed.block.header) continue;
    const { header } = placed.block;
    const rows: PlacedBlock[] = [];
    for (let row = blocks[index]; row?.block.header === header; row = blocks[++index]) rows.push(row);
    index--;
    const first = blocks[placed.index - 1];
    const head = first?.block.kind === 'row' ? first : placed;
    const last = rows.at(-1) ?? placed;
    const columns = columnsOf(header);
    if (!columns || !areExamples(head, blocks[head.index - 1], header, columns, rows)) continue;
    tables.push({ columns, rows, start: head.offset, end: last.offset + last.block.raw.length });
  }
  return tables;
}

function areExamples(
  head: PlacedBlock,
  before: PlacedBlock | undefined,
  header: readonly string[],
  columns: readonly ExampleColumn[],
  rows: readonly PlacedBlock[],
): boolean {
  const caption = before && before.block.kind !== 'row' ? before.block.plain : '';
  const heading = head.headings.at(-1) ?? '';
  if (WORKED.test(heading) || WORKED.test(caption)) return true;
  if (header.some((cell) => EXPECTED.test(cell))) return true;
  if (!EXAMPLES.test(heading) && !EXAMPLES.test(caption)) return false;
  const step = columns.indexOf('expected');
  return rows.every((row) => NAMES_STEP.test(cellText(row, step)));
}

function exampleOf(
  document: PolicyDocument,
  row: PlacedBlock,
  columns: readonly ExampleColumn[],
): WorkedExample | null {
  const figures: ExampleFigures = {};
  const unread: string[] = [];
  let expected = '';
  for (const [index, column] of columns.entries()) {
    const text = cellText(row, index);
    if (column === 'expected') expected = text;
    else if (column !== null && text !== '' && !readExampleCell(column, text, figures)) unread.push(text);
  }
  if (expected === '' && Object.keys(figures).length === 0 && unread.length === 0) return null;
  const from = row.block.raw.length - row.block.raw.trimStart().length;
  const span = document.spanIn(row, from, row.block.raw.trimEnd().length);
  return { figures, expected, unread, span, line: span.start.line };
}

function cellText({ block }: PlacedBlock, index: number): string {
  const cell = block.cells?.[index];
  return cell ? oneLine(block.plain.slice(cell.start, cell.end)) : '';
}
