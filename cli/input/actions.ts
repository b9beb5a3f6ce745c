import type { ActionTaken } from '#core/attendance/pupil.ts';
import type { Io } from '../io.ts';
import { InputProblem } from '../problem.ts';
import { readColumns } from './columns.ts';
import { readDate } from './dates.ts';
import { shownName } from './files.ts';

const COLUMNS = {
  pupilId: { names: ['pupil_id', 'id', 'pupil', 'student id', 'upn', 'adno', 'admission number'], isRequired: true },
  step: { names: ['step', 'stage', 'action', 'letter'], isRequired: true },
  date: { names: ['date', 'date taken', 'date sent', 'taken on'], isRequired: true },
  outcome: { names: ['outcome', 'result', 'notes'], isRequired: false },
  sequence: { names: ['sequence', 'ladder'], isRequired: false },
  parentId: { names: ['parent_id', 'parent', 'contact id'], isRequired: false },
} as const;

/** The steps that a school has taken, from its actions file. @throws InputProblem that names the line */
export async function readActionsFile(file: string, io: Io): Promise<ActionTaken[]> {
  const rows = await readColumns(file, COLUMNS, io);
  return rows.map(({ line, cells }) => {
    const at = `${shownName(file)}, line ${line}`;
    if (cells.pupilId === '') throw new InputProblem(`${at}: has no pupil_id; write whose step it is.`);
    if (cells.step === '') throw new InputProblem(`${at}: has no step; write its number or its title.`);
    const date = readDate(cells.date);
    if (!date) throw new InputProblem(`${at}: "${cells.date}" is not a date; write YYYY-MM-DD.`);
    return {
      pupilId: cells.pupilId,
      step: cells.step,
      date,
      outcome: cells.outcome || undefined,
      sequence: cells.sequence || undefined,
      parentId: cells.parentId || undefined,
      row: line,
    };
  });
}
