import { OPERATOR_WORDS } from '../policy/operator-words.ts';
import type { PolicyReading } from '../policy/parse.ts';
import type { Fact, TimeField } from '../policy/schema.ts';
import { longDate } from '../text/long-date.ts';
import { oneLine } from '../text/one-line.ts';
import type { Direction, MeaningChange, Side } from './change.ts';
import { sentenceOf } from './sentence-of.ts';

const TIME_NAMES: Record<TimeField, string> = {
  gatesOpen: 'Gates open',
  gatesClose: 'Gates close',
  arriveBy: 'Pupils arrive by',
  schoolDayStart: 'School day starts',
  schoolDayEnd: 'School day ends',
  amRegisterOpens: 'Morning register opens',
  amRegisterMarkedBy: 'Morning register: late from',
  amRegisterCloses: 'Morning register closes',
  pmRegisterOpens: 'Afternoon register opens',
  pmRegisterMarkedBy: 'Afternoon register: late from',
  pmRegisterCloses: 'Afternoon register closes',
  reportAbsenceBy: 'Parents report absence by',
  firstDayContactFrom: 'School makes contact from',
  breakStart: 'Break starts',
  lunchStart: 'Lunch starts',
  lunchEnd: 'Lunch ends',
};
/** Earlier is stricter for what pupils and parents must do by a time. */
const EARLIER_IS_STRICTER = new Set<TimeField>([
  'arriveBy',
  'schoolDayStart',
  'amRegisterMarkedBy',
  'amRegisterCloses',
  'pmRegisterMarkedBy',
  'pmRegisterCloses',
  'reportAbsenceBy',
  'gatesClose',
  'firstDayContactFrom',
]);
const MUST = new Set<Fact['kind']>(['penalty', 'retention', 'code', 'legalReference']);
const SHOULD = new Set<Fact['kind']>(['time', 'threshold', 'role', 'contact']);

/** What a fact is about, in words; two facts with the same words may contradict or replace each other. */
function subjectOf(fact: Fact): string {
  switch (fact.kind) {
    case 'time':
      return TIME_NAMES[fact.field] + (fact.scope ? ` (${fact.scope})` : '');
    case 'threshold':
      return `${LABELS[fact.label]}: ${METRICS[fact.metric]}${fact.window ? ` in ${fact.window}` : ''}`;
    case 'code':
      return `Code ${fact.code}`;
    case 'penalty':
      return fact.offence === 'second' ? 'Second penalty notice' : 'Penalty notice';
    case 'date':
      return {
        approved: 'Approved',
        lastReviewed: 'Last reviewed',
        nextReview: 'Next review',
        effective: 'In effect from',
      }[fact.field];
    case 'reviewCycle':
      return 'Review every';
    case 'role':
      return {
        attendanceChampion: 'Senior attendance champion',
        attendanceOfficer: 'Attendance officer',
        linkGovernor: 'Link governor',
        headteacher: 'Headteacher',
        contact: 'Contact',
      }[fact.role];
    case 'contact':
      return `Contact for ${fact.for === 'localAuthority' ? 'the local authority' : fact.for}${fact.phone ? ' (telephone)' : ' (e-mail)'}`;
    case 'target':
      return 'Attendance target';
    case 'mis':
      return 'Register system';
    case 'legalReference':
      return `Reference to ${fact.canonical ?? fact.title}`;
    case 'retention':
      return 'Registers are kept for';
    case 'duration':
      return fact.what.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase();
    case 'equivalence':
      return `${fact.attendancePercent ?? '?'}% attendance in days and sessions`;
  }
}

const LABELS = {
  persistentAbsence: 'Persistent absence',
  severeAbsence: 'Severe absence',
  target: 'Target',
  concern: 'Concern',
  penaltyNotice: 'Penalty notice threshold',
  missingEducation: 'Missing education',
  other: 'Threshold',
};
const METRICS = {
  attendance: 'attendance',
  absence: 'absence',
  unauthorisedSessions: 'unauthorised sessions',
  unauthorisedDays: 'unauthorised days',
  consecutiveAbsenceDays: 'days absent in a row',
  absenceDays: 'days absent',
  lateMarks: 'late marks',
  sessions: 'sessions',
  penaltyNotices: 'penalty notices',
};

/** A value as it is told to people: dates written out. */
function inWords(fact: Fact): string {
  return fact.kind === 'date' ? longDate(fact.value) : saidValue(fact);
}

function saidValue(fact: Fact): string {
  switch (fact.kind) {
    case 'time':
      return fact.value;
    case 'threshold':
      return `${OPERATOR_WORDS[fact.op]} ${fact.value}${fact.unit === 'percent' ? '%' : ` ${fact.unit}`}`;
    // The letter is what counts; its description may be worded in many ways.
    case 'code':
      return 'listed';
    case 'penalty':
      return `£${fact.amountGBP}${fact.withinDays === null ? '' : ` within ${fact.withinDays} days`}`;
    case 'date':
      return fact.value;
    case 'reviewCycle':
      return `${fact.months} months`;
    case 'role':
      return oneLine(fact.name);
    case 'contact':
      return (fact.phone ?? fact.email ?? '').replace(/\s+/g, '').toLowerCase();
    case 'target':
      return `${fact.value}%`;
    case 'mis':
      return fact.name;
    case 'legalReference':
      return 'named';
    case 'retention':
      return `${fact.years} years`;
    case 'duration':
      return `${fact.value} ${fact.unit}`;
    case 'equivalence':
      return [
        fact.days === undefined ? '' : `${fact.days} days`,
        fact.sessions === undefined ? '' : `${fact.sessions} sessions`,
      ]
        .filter(Boolean)
        .join(', ');
  }
}

/** Less than any difference that a policy prints. */
const HAIR = 1e-4;

/** A number that grows as the policy grows stricter; null where there is no such thing. */
function strictness(fact: Fact): number | null {
  switch (fact.kind) {
    case 'time':
      return EARLIER_IS_STRICTER.has(fact.field) ? -minutes(fact.value) : null;
    case 'threshold':
      // A line that counts itself is reached a little sooner than one that does not.
      return fact.metric === 'attendance'
        ? fact.value + (fact.op === '<=' ? HAIR : 0)
        : -fact.value - (fact.op === '>' ? HAIR : 0);
    case 'penalty':
      return fact.amountGBP - (fact.withinDays ?? 0) * HAIR;
    case 'target':
      return fact.value;
    default:
      return null;
  }
}

function minutes(clock: string): number {
  return Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3));
}

/** Changes of facts; those inside `coveredBefore` and `coveredAfter` (steps of ladders) are left to the steps. */
export function changedFacts(
  before: PolicyReading,
  after: PolicyReading,
  coveredBefore: ReadonlySet<number>,
  coveredAfter: ReadonlySet<number>,
): MeaningChange[] {
  const old = bySubject(before, coveredBefore);
  const now = bySubject(after, coveredAfter);
  const changes: MeaningChange[] = [];
  joinRenamed(old, now);
  for (const subject of new Set([...old.keys(), ...now.keys()])) {
    const was = old.get(subject) ?? new Map<string, Fact>();
    const is = now.get(subject) ?? new Map<string, Fact>();
    const gone = [...was].filter(([value]) => !is.has(value)).map(([, fact]) => fact);
    const come = [...is].filter(([value]) => !was.has(value)).map(([, fact]) => fact);
    for (let index = 0; index < Math.max(gone.length, come.length); index++) {
      const from = gone[index] ?? null;
      const to = come[index] ?? null;
      const fact = to ?? from;
      if (!fact) continue;
      changes.push({
        kind: fact.kind,
        what: subject,
        direction: directionOf(from, to),
        duty: MUST.has(fact.kind) ? 'must' : SHOULD.has(fact.kind) ? 'should' : null,
        before: from && sideOf(before, from),
        after: to && sideOf(after, to),
        text: sayChange(subject, from, to, was.size > 0 && is.size > 0),
      });
    }
  }
  return changes;
}

/**
 * A threshold that is now called something else ("severe absence" at another percentage) is still the same one, where it is
 * the only one of its measure to have gone and the only one to have come.
 */
function joinRenamed(old: Map<string, Map<string, Fact>>, now: Map<string, Map<string, Fact>>): void {
  const alone = (here: typeof old, there: typeof old): [string, Fact][] =>
    [...here].flatMap(([subject, facts]): [string, Fact][] => {
      const [fact] = facts.values();
      return fact?.kind === 'threshold' && facts.size === 1 && !there.has(subject) ? [[subject, fact]] : [];
    });
  const measureOf = (fact: Fact): string => (fact.kind === 'threshold' ? `${fact.metric} ${fact.window}` : '');
  const gone = alone(old, now);
  const come = alone(now, old);
  for (const [subject, fact] of gone) {
    const isSame = ([, other]: [string, Fact]): boolean => measureOf(other) === measureOf(fact);
    const [twin, ...more] = come.filter(isSame);
    const facts = twin && now.get(twin[0]);
    if (!facts || more.length > 0 || gone.filter(isSame).length > 1) continue;
    now.delete(twin[0]);
    now.set(subject, facts);
  }
}

function bySubject(reading: PolicyReading, covered: ReadonlySet<number>): Map<string, Map<string, Fact>> {
  const subjects = new Map<string, Map<string, Fact>>();
  reading.parsed.facts.forEach((fact, index) => {
    if (covered.has(index)) return;
    const subject = subjectOf(fact);
    let values = subjects.get(subject);
    if (!values) subjects.set(subject, (values = new Map()));
    const value = saidValue(fact);
    if (!values.has(value)) values.set(value, fact);
  });
  return subjects;
}

function directionOf(from: Fact | null, to: Fact | null): Direction {
  const was = from && strictness(from);
  const is = to && strictness(to);
  if (was === null || is === null || was === is) return 'neutral';
  return is > was ? 'stricter' : 'looser';
}

function sideOf(reading: PolicyReading, fact: Fact): Side {
  return {
    value: saidValue(fact),
    line: fact.line,
    span: fact.span,
    sentence: sentenceOf(reading.document, fact.span.start.offset),
  };
}

function sayChange(subject: string, from: Fact | null, to: Fact | null, saidBefore: boolean): string {
  const listed = (fact: Fact): boolean => fact.kind === 'code' || fact.kind === 'legalReference';
  if (from && to) return `${subject}: ${inWords(from)} becomes ${inWords(to)}.`;
  if (to)
    return listed(to)
      ? `${subject}: added.`
      : `${subject}: ${inWords(to)}${saidBefore ? ' is said as well' : ' is new'}.`;
  if (from) return listed(from) ? `${subject}: no longer there.` : `${subject}: ${inWords(from)} is no longer said.`;
  return subject;
}
