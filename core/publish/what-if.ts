import { buildCalendar } from '../attendance/calendar.ts';
import type { Day } from '../attendance/day.ts';
import { compileTrigger } from '../escalation/compile.ts';
import { decide, prepareLadder } from '../escalation/decide.ts';
import type { StepRef } from '../escalation/decision.ts';
import type { Test } from '../escalation/test.ts';
import { persistentAbsencePercent, severeAbsencePercent } from '../guidance/thresholds.ts';
import type { Metric, Step, Trigger } from '../policy/schema.ts';

/** A stretch of attendance percentages on which the same steps hold. Ends in tenths of a percent. */
export interface WhatIfPiece {
  lowTenths: number;
  isLowIn: boolean;
  highTenths: number;
  isHighIn: boolean;
  /** The step that holds in each of the policy's ladders, the one of falling attendance first; empty where none does. */
  steps: WhatIfStep[];
}

/** A step by its name and place. */
export type WhatIfStep = Pick<StepRef, 'order' | 'sub' | 'sequence' | 'title' | 'line'>;

/** A full year of a school that opens on 190 days: the yardstick in which thresholds are told in days. */
export const FULL_YEAR_SESSIONS = 380;

// A thousand possible sessions make every tenth of a percent a whole number of sessions.
const POSSIBLE = 1000;

/**
 * What the engine says at and between every percentage that the policy's ladder names, from 100% down. Only steps by
 * attendance count: a step for ten days in a row says nothing about a pupil of whom only the percentage is known.
 */
export function whatIfPieces(all: readonly Step[], asOf: Day): WhatIfPiece[] {
  const steps = stepsByAttendance(all);
  const ladder = prepareLadder(steps);
  const calendar = buildCalendar([], []);
  const marks = [
    ...new Set([
      1000,
      // A step may begin at "persistent absence", without a figure.
      ...[persistentAbsencePercent, severeAbsencePercent].map(
        (missed) => 1000 - (missed.valueOn(asOf)?.value ?? 0) * 10,
      ),
      ...steps.flatMap(({ trigger }) => percentages(trigger)).map((percent) => Math.round(percent * 10)),
      0,
    ]),
  ]
    .filter((tenths) => tenths >= 0 && tenths <= 1000)
    .toSorted((a, b) => b - a);
  const stepsAt = (sessions: number, possible: number): WhatIfStep[] => {
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
    const { current, other } = decide(ladder, { pupilId: 'what-if', totals }, { asOf, calendar, actions: null });
    const held = [current, ...other.map((sequence) => sequence.current)].flatMap(({ step }) => step ?? []);
    return held.toSorted((a, b) => Number(b.sequence === 'main') - Number(a.sequence === 'main'));
  };
  const pieces: WhatIfPiece[] = [];
  const add = (piece: WhatIfPiece): void => {
    const last = pieces.at(-1);
    if (last && isSame(last.steps, piece.steps)) {
      last.lowTenths = piece.lowTenths;
      last.isLowIn = piece.isLowIn;
    } else pieces.push(piece);
  };
  marks.forEach((tenths, index) => {
    add({ lowTenths: tenths, isLowIn: true, highTenths: tenths, isHighIn: true, steps: stepsAt(tenths, POSSIBLE) });
    const next = marks[index + 1];
    if (next !== undefined)
      add({
        lowTenths: next,
        isLowIn: false,
        highTenths: tenths,
        isHighIn: false,
        steps: stepsAt(tenths + next, POSSIBLE * 2),
      });
  });
  return pieces;
}

/** The steps that a percentage of attendance decides, each with that part of its trigger. */
function stepsByAttendance(steps: readonly Step[]): Step[] {
  return steps.flatMap((step) => {
    const isDecided = (trigger: Trigger): boolean => byAttendance(compileTrigger({ ...step, trigger }));
    const { anyOf } = step.trigger;
    if (!anyOf) return isDecided(step.trigger) ? [step] : [];
    const kept = anyOf.filter(isDecided);
    return kept.length > 0 ? [{ ...step, trigger: { ...step.trigger, anyOf: kept } }] : [];
  });
}

function byAttendance(test: Test): boolean {
  switch (test.kind) {
    case 'percent':
    case 'band':
    case 'status':
    case 'everyone':
      return true;
    case 'all':
      // The figures decide; the words beside them are for a person to judge.
      return test.tests.some(byAttendance) && test.tests.every((part) => part.kind === 'words' || byAttendance(part));
    case 'any':
      return test.tests.every(byAttendance);
    default:
      return false;
  }
}

function isSame(some: readonly WhatIfStep[], others: readonly WhatIfStep[]): boolean {
  const keys = (steps: readonly WhatIfStep[]): string =>
    JSON.stringify(steps.map(({ sequence, order, sub, line }) => [sequence, order, sub ?? '', line]));
  return keys(some) === keys(others);
}

function percentages(trigger: Trigger): number[] {
  return [
    ...(trigger.band ?? []),
    ...(trigger.unit === 'percent' && trigger.value !== undefined ? attendanceOf(trigger.metric, trigger.value) : []),
    ...(trigger.anyOf ?? []).flatMap(percentages),
  ];
}

/** A share of sessions as attendance; that of unauthorised absence is none. */
function attendanceOf(metric: Metric | undefined, percent: number): number[] {
  return metric === 'attendance' ? [percent] : metric === 'absence' ? [100 - percent] : [];
}
