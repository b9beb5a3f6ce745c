import type { PupilRecord } from '#core/attendance/pupil.ts';
import type { Decision } from '#core/escalation/decision.ts';
import { stepNumber } from './decisions-table.ts';

const COLUMNS = [
  'pupil_id',
  'name',
  'as_of',
  'possible',
  'attended',
  'authorised',
  'unauthorised',
  'late',
  'percent',
  'answer',
  'step',
  'step_title',
  'due',
  'next',
  'persistent_absence',
  'severe_absence',
  'penalty_threshold',
  'asks',
  'cannot_tell',
] as const;

/** The header of the CSV that `rollmark escalate` prints. */
export function csvHead(): string {
  return `${COLUMNS.join(',')}\r\n`;
}

export function csvRow(pupil: PupilRecord, decision: Decision): string {
  const { attendance, current, status } = decision;
  const cells: Record<(typeof COLUMNS)[number], string | number | null> = {
    pupil_id: decision.pupilId,
    name: pupil.name ?? '',
    as_of: decision.asOf,
    possible: attendance.possible,
    attended: attendance.attended,
    authorised: attendance.authorised,
    unauthorised: attendance.unauthorised,
    late: attendance.late,
    percent: attendance.percent === null ? null : attendance.percent.toFixed(1),
    answer: current.answer,
    step: current.step ? stepNumber(current.step) : '',
    step_title: current.step?.title ?? '',
    due: decision.due.map(stepNumber).join('; '),
    next: decision.next?.text ?? '',
    persistent_absence: status.persistentAbsence.answer,
    severe_absence: status.severeAbsence.answer,
    penalty_threshold: status.penaltyThreshold.answer,
    asks: decision.asks.map(({ question }) => question).join('; '),
    cannot_tell: decision.cannotTell.join('; '),
  };
  return `${COLUMNS.map((column) => cell(cells[column])).join(',')}\r\n`;
}

function cell(value: string | number | null): string {
  if (value === null) return '';
  const text = String(value);
  // A spreadsheet would run such a cell as a formula; the mark shows it as text.
  const safe = /^[=+@\t\r]|^-[^\d.]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
