import { buildCalendar } from '#core/attendance/calendar.ts';
import { addDays, type Day } from '#core/attendance/day.ts';
import type { ActionTaken, PupilRecord } from '#core/attendance/pupil.ts';
import type { RegisterReading } from '#core/attendance/register.ts';
import { todayInLondon } from '#core/attendance/today.ts';
import { decide, prepareLadder } from '#core/escalation/decide.ts';
import type { Decision } from '#core/escalation/decision.ts';
import type { Step } from '#core/policy/schema.ts';
import type { Call, Option } from '../command.ts';
import { keepHeapsSmall } from '../engine.ts';
import { readDay } from '../input/day.ts';
import { shownName } from '../input/files.ts';
import { readActionsFile, readCalendarFile, readRegisterFile } from '../input/school-tables.ts';
import type { Io } from '../io.ts';
import { count, oneLine } from '../output/terminal-text.ts';

/** Row problems shown one by one; the rest are counted. */
const MOST_SHOWN = 20;

/** The options that tell of pupils, beside the register. */
export const PUPIL_OPTIONS: readonly Option[] = [
  { name: 'register', value: 'FILE', help: 'marks or totals of the pupils: .csv or .xlsx' },
  {
    name: 'actions',
    value: 'FILE',
    help: 'the steps already taken: pupil_id, step, date, outcome, sequence, parent_id',
  },
  { name: 'calendar', value: 'FILE', help: 'when the school is open: date, session, open' },
  { name: 'as-of', value: 'DATE', help: 'the day to judge on (default: the last date with a mark; today for totals)' },
];

/** The pupils of a call, and what they are judged by beside the policy. */
export interface Pupils {
  readonly asOf: Day;
  /** Why that day: a part of a sentence. */
  readonly asOfFrom: string;
  readonly pupils: readonly PupilRecord[];
  /** Judges one pupil after another by the steps of a policy. */
  judgeBy(steps: readonly Step[]): (pupil: PupilRecord) => Decision;
}

/** Reads register, actions and calendar; problems of single rows go to standard error. @throws InputProblem */
export async function readPupils(call: Call, io: Io): Promise<Pupils> {
  // A trust's register has millions of marks.
  keepHeapsSmall();
  const registerFile = call.required('register');
  const given = call.value('as-of');
  const asOfGiven = given === undefined ? null : readDay('as-of', given);
  const [actionsFile, calendarFile] = [call.value('actions'), call.value('calendar')];

  // The short files first: a mistake in them is told at once.
  const actions = actionsFile === undefined ? null : await readActionsFile(actionsFile, io);
  const entries = calendarFile === undefined ? [] : await readCalendarFile(calendarFile, io);
  const register = await readRegisterFile(registerFile, io);
  sayRowProblems(registerFile, register, io);
  const { pupils } = register;
  if (actionsFile !== undefined && actions) sayStrangers(actionsFile, actions, pupils, io);

  const today = todayInLondon(io.now());
  const { last: lastMark, slips } = asOfGiven ? { last: null, slips: [] } : lastDateWithAMark(pupils, today);
  for (const slip of slips)
    io.stderr.write(
      `rollmark: ${shownName(registerFile)}: marks of ${slip} lie in the future and long after the others, so they are not taken for the last; if they are right, say --as-of ${slip}.\n`,
    );
  const asOf = asOfGiven ?? lastMark ?? today;
  const asOfFrom = asOfGiven ? 'as asked' : lastMark ? 'the last date with a mark' : 'today';
  const calendar = buildCalendar(entries, pupils);
  const actionsOf = actions && groupByPupil(actions);
  const judgeBy: Pupils['judgeBy'] = (steps) => {
    const ladder = prepareLadder(steps);
    return (pupil) =>
      decide(ladder, pupil, { asOf, calendar, actions: actionsOf && (actionsOf.get(pupil.pupilId) ?? []) });
  };
  return { asOf, asOfFrom, pupils, judgeBy };
}

/**
 * The last date with a mark. Marks in the future that stand far after all others have a slip in their year, and would move
 * every answer into another school year.
 */
function lastDateWithAMark(pupils: readonly PupilRecord[], today: Day): { last: Day | null; slips: Day[] } {
  const dates = new Set<Day>();
  for (const { marks = [] } of pupils) {
    let added = '';
    for (const { date, code } of marks) {
      if (date === added || NO_MARKS.has(code.trim())) continue;
      dates.add(date);
      added = date;
    }
  }
  const days = [...dates].sort();
  const slips: Day[] = [];
  for (let last = days.pop(); last !== undefined; last = days.pop()) {
    const before = days.at(-1);
    if (last <= today || before === undefined || addDays(before, LONGEST_HOLIDAY) >= last) return { last, slips };
    slips.push(last);
  }
  return { last: null, slips };
}

/** No school is shut for longer, in days. */
const LONGEST_HOLIDAY = 70;

const NO_MARKS = new Set(['', '-', '.', '@']);

function groupByPupil(actions: readonly ActionTaken[]): Map<string, ActionTaken[]> {
  const groups = new Map<string, ActionTaken[]>();
  for (const action of actions) {
    const group = groups.get(action.pupilId);
    if (group) group.push(action);
    else groups.set(action.pupilId, [action]);
  }
  return groups;
}

function sayRowProblems(file: string, { problems }: RegisterReading, io: Io): void {
  for (const { row, message } of problems.slice(0, MOST_SHOWN)) {
    io.stderr.write(`rollmark: ${shownName(file)}, row ${row}: ${oneLine(message)}\n`);
  }
  if (problems.length > MOST_SHOWN) {
    io.stderr.write(`rollmark: ${shownName(file)}: ${problems.length - MOST_SHOWN} more rows have problems.\n`);
  }
}

/** A mistyped pupil in the actions file would make a step look as if it had not been taken. */
function sayStrangers(file: string, actions: readonly ActionTaken[], pupils: readonly PupilRecord[], io: Io): void {
  const known = new Set(pupils.map((pupil) => pupil.pupilId));
  const strangers = actions.filter((action) => !known.has(action.pupilId));
  for (const { row, pupilId } of strangers.slice(0, MOST_SHOWN)) {
    io.stderr.write(`rollmark: ${shownName(file)}, line ${row}: pupil "${oneLine(pupilId)}" is not in the register.\n`);
  }
  if (strangers.length > MOST_SHOWN) {
    const more = count(strangers.length - MOST_SHOWN, 'more row names', 'more rows name');
    io.stderr.write(`rollmark: ${shownName(file)}: ${more} pupils who are not in the register.\n`);
  }
}
