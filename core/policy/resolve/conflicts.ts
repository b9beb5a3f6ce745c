import { groupedBy } from '../../text/grouped.ts';
import type { AttendancePolicy, Conflict, Fact } from '../schema.ts';
import { type Sourced, scopeKey } from './gather.ts';
import { personKey } from './people.ts';

/** Where the document says two things for one field in one scope. */
export function conflictsOf(policy: AttendancePolicy, facts: readonly Fact[]): Conflict[] {
  const { day, registers, reporting, review } = policy;
  return [
    ...inOneScope('day.start', day.start),
    ...inOneScope('day.end', day.end),
    ...halves('day.gatesOpen', day.gatesOpen),
    ...halves('day.gatesClose', day.gatesClose),
    ...inOneScope('registers.am.opens', registers.am.opens),
    ...inOneScope('registers.am.markedBy', registers.am.markedBy),
    ...inOneScope('registers.am.closes', registers.am.closes),
    ...inOneScope('registers.pm.opens', registers.pm.opens),
    ...inOneScope('registers.pm.markedBy', registers.pm.markedBy),
    ...inOneScope('registers.pm.closes', registers.pm.closes),
    ...inOneScope('reporting.absenceBy', reporting.absenceBy),
    ...inOneScope('reporting.firstDayContactFrom', reporting.firstDayContactFrom),
    ...inOneScope('leave.requestNotice', policy.leave.requestNotice),
    ...inOneScope('review.next', review.next),
    ...inOneScope('review.cycleMonths', review.cycleMonths),
    ...inOneScope('retentionYears', policy.retentionYears),
    ...inOneScope('mis', policy.mis),
    ...inOneScope(
      'targets',
      policy.targets.filter((target) => target.facts.some((fact) => facts[fact]?.confidence !== 'unsure')),
    ),
    ...people(policy, facts),
    ...penalties(policy),
    ...definitions(policy),
  ];
}

function inOneScope(path: string, values: readonly Sourced<string | number>[]): Conflict[] {
  const scopes = groupedBy(values, ({ scope }) => scopeKey(scope));
  return [...scopes.values()].flatMap((said) => (said.length > 1 ? [conflict(path, said)] : []));
}

function conflict(path: string, said: readonly Sourced<string | number>[]): Conflict {
  return {
    path,
    values: said.map(({ value, scope, facts }) => ({ value: String(value), ...(scope ? { scope } : {}), facts })),
  };
}

/** Gates open in the morning and again for collection: only within a half of the day do two times differ. */
function halves(path: string, values: readonly Sourced<string>[]): Conflict[] {
  return [
    ...inOneScope(
      path,
      values.filter(({ value }) => value < '12:00'),
    ),
    ...inOneScope(
      path,
      values.filter(({ value }) => value >= '12:00'),
    ),
  ];
}

const ONE_PERSON = ['headteacher', 'attendanceChampion', 'linkGovernor'] as const;

/** Two people in one office, named in different places; named together they share it. */
function people(policy: AttendancePolicy, facts: readonly Fact[]): Conflict[] {
  return ONE_PERSON.flatMap((role) => {
    const holders = policy.people.filter((person) => person.role === role);
    const named = holders.filter((person) => !shares(person, holders, facts));
    return named.length > 1
      ? [{ path: `people.${role}`, values: named.map(({ name, facts: from }) => ({ value: name, facts: from })) }]
      : [];
  });
}

type Person = AttendancePolicy['people'][number];

function shares(person: Person, holders: readonly Person[], facts: readonly Fact[]): boolean {
  return holders.some(
    (other) =>
      other !== person &&
      (sameSurname(person.name, other.name) ||
        person.facts.some((at) => other.facts.some((with_) => facts[at]?.line === facts[with_]?.line))),
  );
}

/** "Mrs Lee" and "Mrs Anna Lee". */
function sameSurname(one: string, two: string): boolean {
  return personKey(one).split(' ').at(-1) === personKey(two).split(' ').at(-1);
}

/** One offence and one time to pay, two amounts. */
function penalties(policy: AttendancePolicy): Conflict[] {
  const groups = groupedBy(
    policy.penalties.filter(({ withinDays }) => withinDays !== null),
    ({ offence, withinDays }) => `penalties.${offence}.${withinDays}`,
  );
  return [...groups].flatMap(([path, said]) =>
    said.length > 1 ? [{ path, values: said.map(({ amountGBP, facts }) => ({ value: `£${amountGBP}`, facts })) }] : [],
  );
}

/** Persistent or severe absence drawn at two figures; 90% attendance and 10% absence are one figure. */
function definitions(policy: AttendancePolicy): Conflict[] {
  return (['persistentAbsence', 'severeAbsence'] as const).flatMap((label) => {
    const figures = new Map<number, number[]>();
    for (const threshold of policy.thresholds) {
      if (threshold.label !== label || threshold.unit !== 'percent') continue;
      const attendance = threshold.metric === 'absence' ? 100 - threshold.value : threshold.value;
      figures.set(attendance, [...(figures.get(attendance) ?? []), ...threshold.facts]);
    }
    return figures.size > 1
      ? [{ path: `thresholds.${label}`, values: [...figures].map(([value, facts]) => ({ value: `${value}%`, facts })) }]
      : [];
  });
}
