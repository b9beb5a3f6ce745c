import { buildCalendar } from '../attendance/calendar.ts';
import type { Day } from '../attendance/day.ts';
import { decide, prepareLadder } from '../escalation/decide.ts';
import type { StepRef } from '../escalation/decision.ts';
import type { Step, Trigger } from '../policy/schema.ts';

/** A stretch of attendance percentages on which one step holds. Ends in tenths of a percent. */
export interface WhatIfPiece {
  lowTenths: number;
  isLowIn: boolean;
  highTenths: number;
  isHighIn: boolean;
  /** The step that holds; null where none does. */
  step: Pick<StepRef, 'order' | 'sub' | 'title' | 'line'> | null;
}

/** A full year of a school that opens on 190 days: the yardstick in which thresholds are told in days. */
export const FULL_YEAR_SESSIONS = 380;

// A thousand possible sessions make every tenth of a percent a whole number of sessions.
const POSSIBLE = 1000;

/** What the engine says at and between every percentage that the policy's ladder names, from 100% down. */
export function whatIfPieces(steps: readonly Step[], asOf: Day): WhatIfPiece[] {
  const ladder = prepareLadder(steps);
  const calendar = buildCalendar([], []);
  const marks = [
    ...new Set([
      1000,
      ...steps.flatMap(({ trigger }) => percentages(trigger)).map((percent) => Math.round(percent * 10)),
      0,
    ]),
  ]
    .filter((tenths) => tenths >= 0 && tenths <= 1000)
    .toSorted((a, b) => b - a);
  const stepAt = (sessions: number, possible: number): WhatIfPiece['step'] => {
    const totals = {
      possible,
      attended: sessions,
      authorised: possible - sessions,
      unauthorised: 0,
      late: null,
      percent: null,
      from: null,
      to: null,
    };
    const { current } = decide(ladder, { pupilId: 'what-if', totals }, { asOf, calendar, actions: null });
    return current.answer === 'step' ? current.step : null;
  };
  const pieces: WhatIfPiece[] = [];
  const add = (piece: WhatIfPiece): void => {
    const last = pieces.at(-1);
    if (last && isSame(last.step, piece.step)) {
      last.lowTenths = piece.lowTenths;
      last.isLowIn = piece.isLowIn;
    } else pieces.push(piece);
  };
  marks.forEach((tenths, index) => {
    add({ lowTenths: tenths, isLowIn: true, highTenths: tenths, isHighIn: true, step: stepAt(tenths, POSSIBLE) });
    const next = marks[index + 1];
    if (next !== undefined)
      add({
        lowTenths: next,
        isLowIn: false,
        highTenths: tenths,
        isHighIn: false,
        step: stepAt(tenths + next, POSSIBLE * 2),
      });
  });
  return pieces;
}

function isSame(one: WhatIfPiece['step'], other: WhatIfPiece['step']): boolean {
  return one?.order === other?.order && one?.sub === other?.sub && one?.line === other?.line;
}

function percentages(trigger: Trigger): number[] {
  return [
    ...(trigger.band ?? []),
    ...(trigger.unit === 'percent' && trigger.value !== undefined
      ? [trigger.metric === 'absence' ? 100 - trigger.value : trigger.value]
      : []),
    ...(trigger.anyOf ?? []).flatMap(percentages),
  ];
}
