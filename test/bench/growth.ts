import { buildCalendar } from '#core/attendance/calendar.ts';
import { addDays, weekday } from '#core/attendance/day.ts';
import { readRegister } from '#core/attendance/register.ts';
import { decide, type Ladder, prepareLadder } from '#core/escalation/decide.ts';
import { readPolicy } from '#core/policy/parse.ts';
import type { Row } from './measure.ts';
import { SHAPES, shaped } from './shapes.ts';

const MEGABYTE = 1_000_000;
const MOST_SECONDS_A_MEGABYTE = 2;
const MOST_BY_DOUBLING = 2.3;

/** Processor seconds that the work takes. */
function secondsFor(work: () => unknown): number {
  const began = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(began);
  return (user + system) / 1_000_000;
}

/** How much longer twice as much takes, over so many doublings that one disturbed run says little. */
function byDoubling(seconds: readonly number[], doublings: number): Row {
  const value = ((seconds.at(-1) ?? Number.NaN) / (seconds[0] ?? Number.NaN)) ** (1 / doublings);
  return {
    what: '  by each doubling',
    value,
    unit: '×',
    goal: `≤ ${MOST_BY_DOUBLING}`,
    met: value <= MOST_BY_DOUBLING,
  };
}

/** What a kilobyte of a policy costs to read, from a page of one kilobyte to many policies in one. */
export function benchSizes(policy: string, largest: number): Row[] {
  const sizes = [1_000, 10_000, 100_000, MEGABYTE, 5 * MEGABYTE].filter((size) => size <= largest);
  const long = Array.from({ length: Math.ceil(largest / policy.length) }, (_, at) =>
    policy.replaceAll('Hartsmere', `Hartsmere${at}`),
  ).join('\n\n');
  for (let warm = 0; warm < 40; warm++) readPolicy(long.slice(warm, 20_000 + warm));
  const seconds = sizes.map((size) => {
    // No two texts alike, so that nothing is remembered of the last.
    const texts = Array.from({ length: Math.max(1, Math.ceil(200_000 / size)) }, (_, at) =>
      long.slice(at * 37, at * 37 + size),
    );
    return secondsFor(() => texts.map((text) => readPolicy(text))) / texts.length;
  });
  return [
    ...sizes.map((size, at) => ({
      what: `read ${size / 1000} kB`,
      value: ((seconds[at] ?? Number.NaN) * 1e6) / size,
      unit: 'ms per kB',
    })),
    // From a whole policy on: of a single page, most that a policy has is not there to be read.
    byDoubling(seconds.slice(2), Math.log2(largest / 100_000)),
  ];
}

/** How long a text of each shape takes, and how much longer than half of it. */
export function benchShapes(largest: number): Row[] {
  const sizes = [largest / 8, largest / 4, largest / 2, largest];
  return SHAPES.flatMap((shape) => {
    const seconds = sizes.map((size) => {
      const text = shaped(shape, size);
      return secondsFor(() => readPolicy(text));
    });
    const whole = seconds.at(-1) ?? Number.NaN;
    const most = (MOST_SECONDS_A_MEGABYTE * largest) / MEGABYTE;
    return [
      { what: `${largest / MEGABYTE} MB of ${shape}`, value: whole, unit: 's', goal: `≤ ${most}`, met: whole <= most },
      byDoubling(seconds, sizes.length - 1),
    ];
  });
}

/** Reading a register and deciding on each of its pupils, by the mark. */
export function benchRegisters(policy: string, largest: number): Row[] {
  const ladder = prepareLadder(readPolicy(policy).parsed.escalation);
  const sizes = [100, 1_000, 10_000, 100_000, MEGABYTE, 5 * MEGABYTE].filter((size) => size <= largest);
  for (let warm = 0; warm < 3; warm++) decideAll(ladder, 10_000);
  const seconds = sizes.map((size) => {
    const times = Math.max(1, Math.ceil(20_000 / size));
    return secondsFor(() => Array.from({ length: times }, () => decideAll(ladder, size))) / times;
  });
  return [
    ...sizes.map((size, at) => ({
      what: `a register of ${size.toLocaleString('en-GB')} marks`,
      value: ((seconds[at] ?? Number.NaN) * 1e6) / size,
      unit: 'µs per mark',
    })),
    // From a class on: a handful of marks is a pupil or two, each of whom is decided in full.
    byDoubling(seconds.slice(2), Math.log2(largest / 10_000)),
  ];
}

const DAYS_A_YEAR = 190;

/** @throws when a mark was not read */
function decideAll(ladder: Ladder, marks: number): void {
  const { pupils, problems } = readRegister(registerOf(marks));
  const read = pupils.reduce((sum, pupil) => sum + (pupil.marks?.length ?? 0), 0);
  if (read !== marks || problems.length > 0) throw new Error(`The bench's register gave ${read} of ${marks} marks.`);
  const calendar = buildCalendar([], pupils);
  const asOf = pupils[0]?.marks?.at(-1)?.date ?? '2025-09-01';
  for (const pupil of pupils) decide(ladder, pupil, { asOf, calendar, actions: null });
}

/** The rows of a register, a school year of two marks a day for each pupil, made as they are asked for. */
function* registerOf(marks: number): Generator<string[]> {
  yield ['pupil_id', 'date', 'session', 'code'];
  const days: string[] = [];
  for (let day = '2025-09-01'; days.length < DAYS_A_YEAR; day = addDays(day, 1)) if (weekday(day) < 5) days.push(day);
  for (let at = 0; at < marks; at++) {
    const pupil = Math.floor(at / (2 * DAYS_A_YEAR));
    const session = at % 2 ? 'PM' : 'AM';
    // One mark in thirteen is an absence, at another place for each pupil.
    const code = (at * 7 + pupil) % 13 === 0 ? ('IOUG'[at % 4] ?? 'I') : session === 'AM' ? '/' : '\\';
    yield [`P${pupil}`, days[(at >> 1) % DAYS_A_YEAR] ?? '', session, code];
  }
}
