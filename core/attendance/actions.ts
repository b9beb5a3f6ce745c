import { readDate } from './date-text.ts';
import type { ActionTaken } from './pupil.ts';
import { RegisterError } from './register.ts';
import { compact } from './register-columns.ts';
import type { RowProblem } from './row-problem.ts';

const HEADINGS: Record<string, readonly string[]> = {
  pupilId: ['pupilid', 'id', 'upn', 'adno', 'studentid', 'pupil', 'admissionnumber', 'student'],
  step: ['step', 'action', 'stage', 'letter', 'steptaken', 'actiontaken', 'intervention'],
  date: ['date', 'actiondate', 'datetaken', 'takenon', 'on', 'sent', 'datesent'],
  outcome: ['outcome', 'result', 'notes', 'note', 'comment'],
  sequence: ['sequence', 'ladder'],
  parentId: ['parentid', 'parent', 'carerid', 'parentcarerid', 'parentcarer'],
};

/** Reads the rows of an actions file (its header first). @throws RegisterError when the header lacks a needed column. */
export function readActions(rows: Iterable<readonly string[]>): { actions: ActionTaken[]; problems: RowProblem[] } {
  const actions: ActionTaken[] = [];
  const problems: RowProblem[] = [];
  let columns: Map<string, number> | null = null;
  let row = 0;
  for (const cells of rows) {
    row++;
    if (cells.every((cell) => cell.trim() === '')) continue;
    if (!columns) {
      columns = headerOf(cells);
      continue;
    }
    const action = readRow(cells, columns, row, problems);
    if (action) actions.push(action);
  }
  if (!columns) throw new RegisterError('The actions file is empty: expected the header "pupil_id, step, date".');
  return { actions, problems };
}

function headerOf(cells: readonly string[]): Map<string, number> {
  const columns = new Map<string, number>();
  for (const [column, heading] of cells.entries())
    for (const [field, words] of Object.entries(HEADINGS))
      if (words.includes(compact(heading)) && !columns.has(field)) columns.set(field, column);
  const missing = ['pupilId', 'step', 'date'].filter((field) => !columns.has(field));
  if (missing.length > 0)
    throw new RegisterError(
      `The actions file has no column for ${missing.join(', ')}: expected the header "pupil_id, step, date, outcome, sequence, parent_id" (the last three may be left out).`,
    );
  return columns;
}

function readRow(
  cells: readonly string[],
  columns: ReadonlyMap<string, number>,
  row: number,
  problems: RowProblem[],
): ActionTaken | null {
  const cell = (field: string): string => (cells[columns.get(field) ?? -1] ?? '').trim();
  const pupilId = cell('pupilId');
  const step = cell('step');
  const date = readDate(cell('date'))?.day;
  if (pupilId === '' || step === '' || date === undefined) {
    const why =
      pupilId === ''
        ? 'names no pupil'
        : step === ''
          ? 'names no step'
          : `has ${JSON.stringify(cell('date'))}, which is no date`;
    problems.push({ row, pupilId: pupilId || null, message: `The row ${why}; the action is left out.` });
    return null;
  }
  const action: ActionTaken = { pupilId, step, date, row };
  for (const field of ['outcome', 'sequence', 'parentId'] as const) if (cell(field) !== '') action[field] = cell(field);
  return action;
}
