import { ABSENT, AFTER_CLOSE, HOLIDAY, LATE, UNAUTHORISED } from '../attendance/effect.ts';
import { penaltyThreshold } from '../guidance/thresholds.ts';
import { openEndOf } from '../policy/open-band.ts';
import { OPERATOR_WORDS } from '../policy/operator-words.ts';
import type { Metric, Operator, Step, Trigger } from '../policy/schema.ts';
import { PER_PERCENT } from './figures.ts';
import { readSpanOfTime, type SpanOfTime } from './span-of-time.ts';
import type { CountTest, Test } from './test.ts';
import {
  absenceNamed,
  improvementAsked,
  isOnlyAbsenceName,
  lateMarksMeant,
  meansEveryone,
  meansUnauthorised,
  namesHoliday,
  namesLateMarks,
  percentToReach,
  unauthorisedCountAsked,
} from './words.ts';

/** The step's trigger as a test, before bands and earlier steps of its ladder are known. */
export function compileTrigger(step: Step): Test {
  if (step.kind === 'universal' && !hasNumber(step.trigger)) return { kind: 'everyone' };
  const named = hasNumber(step.trigger) ? null : absenceNamed(step.title);
  const test = compile(step.trigger, step, named === null);
  if (named === null) return test;
  const rest = step.trigger.condition;
  const status: Test = { kind: 'status', status: named };
  if (test.kind === 'words' && (rest === undefined || isOnlyAbsenceName(rest) || absenceNamed(rest))) return status;
  return { kind: 'all', tests: [status, test] };
}

/** Whether any part of the trigger is a figure. */
export function hasNumber(trigger: Trigger): boolean {
  return (
    trigger.metric !== undefined || trigger.band !== undefined || (trigger.anyOf ?? []).some((part) => hasNumber(part))
  );
}

function compile(trigger: Trigger, step: Step, statusAllowed: boolean): Test {
  const tests: Test[] = [];
  const { condition } = trigger;
  const elsewhen = percentElsewhen(trigger);
  if (elsewhen) tests.push(elsewhen);
  else if (trigger.band) {
    const [one, other] = trigger.band;
    tests.push({
      kind: 'band',
      low: milli(Math.min(one, other)),
      high: milli(Math.max(one, other)),
      ...(openEndOf(trigger) === null ? {} : { below: true }),
    });
  }
  const after = trigger.afterStep === undefined ? null : compileAfter(trigger, step);
  const isNumber = trigger.metric !== undefined && !elsewhen && openEndOf(trigger) === null;
  const number = isNumber ? compileNumber(trigger, step) : null;
  if (number && condition !== undefined && reachedByAll(number, trigger) && !codeStates(condition, number))
    return { kind: 'words', condition };
  if (number) tests.push(number);
  if (after) tests.push(after);
  if (trigger.anyOf) tests.push(anyOfThem(trigger.anyOf.map((part) => compile(part, step, true))));
  if (condition !== undefined) {
    const decided =
      countBeside(trigger, step) ??
      compileCondition(condition, number, after !== null, statusAllowed && !hasNumber(trigger));
    if (decided) tests.push(decided);
  }
  const [only] = tests;
  if (!only) return { kind: 'words', condition: condition ?? step.title };
  return tests.length === 1 ? only : { kind: 'all', tests };
}

/** One way alone is no choice: a band among ways is not settled with its neighbours, one by itself is. */
function anyOfThem(ways: Test[]): Test {
  const [only, another] = ways;
  return only && !another ? only : { kind: 'any', tests: ways };
}

/**
 * A percentage of another time than this school year, "below 95% in any half term": attendance is known for the year, so
 * a person is asked. Null for any other trigger; what waits for an earlier step names its wait as a window.
 */
function percentElsewhen(trigger: Trigger): Test | null {
  const { metric = 'attendance', value, band, window, afterStep } = trigger;
  const { op = metric === 'attendance' ? '<' : '>=', unit = metric === 'sessions' ? 'sessions' : 'percent' } = trigger;
  const isPercent = band !== undefined || (SHARES.has(metric) && value !== undefined && unit === 'percent');
  if (!isPercent || window == null || afterStep !== undefined) return null;
  if (readSpanOfTime(window)?.unit === 'schoolYear') return null;
  const figure = band ? `between ${Math.min(...band)}% and ${Math.max(...band)}%` : `${OPERATOR_WORDS[op]} ${value}%`;
  return {
    kind: 'words',
    condition: `${metric === 'sessions' ? 'absence' : metric} ${figure}, counted over: ${window}`,
  };
}

const SHARES: ReadonlySet<Metric> = new Set(['attendance', 'absence', 'sessions']);

/** What the condition adds to the test; null when the other parts of the trigger already decide it. */
function compileCondition(condition: string, number: Test | null, isAfter: boolean, status: boolean): Test | null {
  if (number?.kind === 'count' && number.byCode) return null;
  if (number?.kind === 'count' && number.bits === UNAUTHORISED && meansUnauthorised(condition)) return null;
  if (number?.kind === 'count' && number.metric === 'lateMarks' && namesLateMarks(condition)) return null;
  if (namesHoliday(condition)) return codeG();
  // The number already says where persistent or severe absence begins in this policy.
  if (number && isOnlyAbsenceName(condition)) return null;
  if (isAfter && improvementAsked(condition)) return null;
  const named = status ? absenceNamed(condition) : null;
  if (named) return { kind: 'status', status: named };
  if (!number && !isAfter && meansEveryone(condition)) return { kind: 'everyone' };
  return { kind: 'words', condition };
}

/** "Below 90% and 8 or more unauthorised sessions": the codes decide such a condition, so nobody is asked. */
function countBeside(trigger: Trigger, step: Step): Test | null {
  if (trigger.condition === undefined || !hasNumber(trigger)) return null;
  const asked = unauthorisedCountAsked(trigger.condition);
  if (!asked || (asked.window !== undefined && !readSpanOfTime(asked.window))) return null;
  const { op, sessions: value, window } = asked;
  return compileNumber(
    { metric: 'unauthorisedSessions', op, value, unit: 'sessions', ...(window && { window }) },
    step,
  );
}

function codeG(): CountTest {
  return {
    kind: 'count',
    id: 0,
    metric: 'unauthorisedSessions',
    bits: HOLIDAY,
    op: '>=',
    sessions: 1,
    window: null,
    inARow: false,
    byCode: 'G',
  };
}

/** "The first day of any absence": with a condition in words, only the condition decides. */
function reachedByAll(number: Test, trigger: Trigger): boolean {
  return number.kind === 'count' && (trigger.value ?? 0) <= (trigger.op === '>' ? 0 : 1) && isAtLeast(trigger.op);
}

function codeStates(condition: string, number: Test): boolean {
  return namesHoliday(condition) && number.kind === 'count';
}

function isAtLeast(op: Operator | undefined): boolean {
  return op === '>=' || op === '>' || op === undefined;
}

function compileNumber(trigger: Trigger, step: Step): Test {
  const { metric = 'attendance', op = metric === 'attendance' ? '<' : '>=', value = 0, unit } = trigger;
  if (metric === 'attendance' && (unit ?? 'percent') === 'percent') return percentTest(op, milli(value));
  if (metric === 'absence' ? (unit ?? 'percent') === 'percent' : metric === 'sessions' && unit === 'percent')
    return percentTest(MIRRORED[op], milli(100) - milli(value));
  if (metric === 'penaltyNotices') return { kind: 'notices', op, notices: value };
  const window = trigger.afterStep !== undefined && metric === 'attendance' ? null : readWindow(trigger);
  const inDays = unit === 'days' || (unit === undefined && metric.endsWith('Days'));
  const holiday = trigger.condition !== undefined && namesHoliday(trigger.condition);
  const sessions = inDays ? value * 2 : value;
  if (!holiday && isNational(metric, op, sessions, window)) return { kind: 'national' };
  const count: CountTest = {
    kind: 'count',
    id: 0,
    metric,
    bits: holiday ? HOLIDAY : bitsOf(metric, trigger, step),
    op,
    sessions,
    window,
    inARow: metric === 'consecutiveAbsenceDays',
  };
  if (inDays) count.days = value;
  if (step.sequence === 'penalty' && (count.bits & (UNAUTHORISED | AFTER_CLOSE)) !== 0) count.looksBack = true;
  if (unit === 'percent' || metric === 'attendance')
    count.unclear = `${value}${unit === 'percent' ? '%' : ` ${unit ?? ''}`} of ${metric}`;
  else if (trigger.window && !readSpanOfTime(trigger.window) && trigger.afterStep === undefined)
    count.unclear = trigger.window;
  if (holiday) count.byCode = 'G';
  return count;
}

function percentTest(op: Operator, percent: number): Test {
  return op === '>='
    ? { kind: 'band', low: percent, high: milli(100), oneSided: true }
    : { kind: 'percent', op, percent };
}

function readWindow(trigger: Trigger): SpanOfTime | null {
  const window = trigger.window ? readSpanOfTime(trigger.window) : null;
  return window?.unit === 'schoolYear' ? null : window;
}

/** The national threshold, as it stands or stood; weeks without "school" is how many policies print the same. */
function isNational(metric: string, op: Operator, sessions: number, window: SpanOfTime | null): boolean {
  const unauthorised = metric === 'unauthorisedSessions' || metric === 'unauthorisedDays';
  return (
    unauthorised &&
    op === '>=' &&
    (window?.unit === 'schoolWeeks' || window?.unit === 'weeks') &&
    penaltyThreshold.entries.some(({ value }) => value.sessions === sessions && value.schoolWeeks === window.count)
  );
}

function bitsOf(metric: string, trigger: Trigger, step: Step): number {
  if (metric === 'lateMarks') {
    const meant = lateMarksMeant(`${trigger.condition ?? ''} ${step.title} ${step.quote}`);
    return meant === 'both' ? LATE | AFTER_CLOSE : meant === 'U' ? AFTER_CLOSE : LATE;
  }
  if (metric === 'unauthorisedSessions' || metric === 'unauthorisedDays') return UNAUTHORISED;
  return trigger.condition !== undefined && meansUnauthorised(trigger.condition) ? UNAUTHORISED : ABSENT;
}

function compileAfter(trigger: Trigger, step: Step): Test {
  const ofCount = trigger.metric !== undefined && trigger.unit !== 'percent';
  const window = trigger.window && !ofCount ? readSpanOfTime(trigger.window) : null;
  const improvement = trigger.condition === undefined ? null : improvementAsked(trigger.condition);
  const reach = trigger.condition === undefined ? null : percentToReach(trigger.condition);
  const target = reach ?? step.target;
  const reference = String(trigger.afterStep);
  // Notices "within three years" and searches "after 20 minutes" are no waiting times that a register can measure.
  const cannotMeasure = window?.unit === 'years' || window?.unit === 'minutes';
  const measurable = improvement !== null || (window !== null && !cannotMeasure) || hasNumber(trigger);
  if (!measurable)
    return {
      kind: 'words',
      condition: trigger.condition ?? `after step ${reference}${trigger.window ? `, ${trigger.window}` : ''}`,
    };
  return {
    kind: 'after',
    reference,
    window: cannotMeasure ? null : window,
    improvement,
    target: target === undefined ? null : milli(target),
  };
}

const MIRRORED: Record<Operator, Operator> = { '>=': '<=', '>': '<', '<=': '>=', '<': '>' };

/** A percentage in thousandths: policies print at most two decimals. */
export function milli(percent: number): number {
  return Math.round(percent * PER_PERCENT);
}
