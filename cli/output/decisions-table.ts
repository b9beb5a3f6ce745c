import type { Day } from '#core/attendance/day.ts';
import type { PupilRecord } from '#core/attendance/pupil.ts';
import type { Decision, NextStep, StepRef } from '#core/escalation/decision.ts';
import { table } from './table.ts';
import { count } from './terminal-text.ts';

const LONGEST_TITLE = 44;

/** A table of pupils that takes one decision at a time and keeps only what it prints of it. */
export class DecisionsTable {
  readonly #rows: string[][] = [];
  #due = 0;
  #open = 0;

  add(pupil: PupilRecord, decision: Decision): void {
    this.#rows.push(row(pupil, decision));
    if (decision.due.length > 0) this.#due++;
    if (decision.current.answer === 'cannot-tell') this.#open++;
  }

  /** All pupils, with a line that counts them. */
  render(asOf: Day, asOfFrom: string): string {
    const summary = `${count(this.#rows.length, 'pupil')} as of ${asOf} (${asOfFrom}): ${this.#due} with a step due, ${this.#open} where the data cannot tell.`;
    if (this.#rows.length === 0) return `${summary}\n`;
    return `${table(['pupil', 'name', 'missed', 'attendance', 'step now', 'due', 'next'], this.#rows)}\n${summary}\n`;
  }
}

function row(pupil: PupilRecord, { pupilId, attendance, current, due, next }: Decision): string[] {
  const { possible, attended, percent } = attendance;
  return [
    pupilId,
    pupil.name ?? '',
    possible === null || attended === null ? '' : `${possible - attended} of ${possible}`,
    percent === null ? '' : `${percent.toFixed(1)}%`,
    current.answer === 'cannot-tell' ? 'cannot tell' : current.step ? shortened(stepName(current.step)) : 'none',
    due.map(stepNumber).join(', '),
    next ? `${needsWords(next.needs)} → ${stepNumber(next.step)}` : '',
  ];
}

/** "3 Letter 2"; "Stage 3", where the title has the number. */
export function stepName(step: StepRef): string {
  const number = stepNumber(step);
  return step.title.split(/[^A-Za-z0-9]+/).includes(number) ? step.title : `${number} ${step.title}`;
}

/** "3", "9a"; with its sequence's name when that is not the main one. */
export function stepNumber({ order, sub, sequence }: StepRef): string {
  return `${sequence === 'main' ? '' : `${sequence} `}${order}${sub ?? ''}`;
}

/** "3 absent", "2 unauthorised, 2026-11-20" */
function needsWords({ absent, unauthorised, late, action, on }: NextStep['needs']): string {
  const parts = [
    absent === undefined ? null : `${absent} absent`,
    unauthorised === undefined ? null : `${unauthorised} unauthorised`,
    late === undefined ? null : `${late} late`,
    action === undefined ? null : shortened(action),
    on ?? null,
  ];
  return parts.filter((part) => part !== null).join(', ');
}

function shortened(text: string): string {
  return text.length > LONGEST_TITLE ? `${text.slice(0, LONGEST_TITLE - 1).trimEnd()}…` : text;
}
