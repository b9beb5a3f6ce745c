import { bandText, openEndOf } from '../policy/open-band.ts';
import type {
  Conflict,
  Fact,
  FactKind,
  Metric,
  Operator,
  Sequence,
  Step,
  TimeField,
  Trigger,
  Unit,
} from '../policy/schema.ts';

import { longDate } from '../text/long-date.ts';

/** How facts and steps are called in front of people. The only place that words them. */

const TIME_FIELDS: Record<TimeField, string> = {
  gatesOpen: 'Gates open',
  gatesClose: 'Gates close',
  arriveBy: 'Arrive by',
  schoolDayStart: 'School day starts',
  schoolDayEnd: 'School day ends',
  amRegisterOpens: 'Morning register opens',
  amRegisterMarkedBy: 'In class for the morning register by',
  amRegisterCloses: 'Morning register closes',
  pmRegisterOpens: 'Afternoon register opens',
  pmRegisterMarkedBy: 'In class for the afternoon register by',
  pmRegisterCloses: 'Afternoon register closes',
  reportAbsenceBy: 'Report an absence by',
  firstDayContactFrom: 'School gets in touch from',
  breakStart: 'Break starts',
  lunchStart: 'Lunch starts',
  lunchEnd: 'Lunch ends',
};

const ROLES: Record<Extract<Fact, { kind: 'role' }>['role'], string> = {
  attendanceChampion: 'Senior attendance champion',
  attendanceOfficer: 'Attendance officer',
  linkGovernor: 'Link governor',
  headteacher: 'Headteacher',
  contact: 'Contact',
};

const CONTACTS: Record<Extract<Fact, { kind: 'contact' }>['for'], string> = {
  absence: 'To report an absence',
  attendance: 'About attendance',
  localAuthority: 'Local authority',
};

const DATES: Record<Extract<Fact, { kind: 'date' }>['field'], string> = {
  approved: 'Approved',
  lastReviewed: 'Last reviewed',
  nextReview: 'Next review',
  effective: 'In effect from',
};

const THRESHOLDS: Record<Extract<Fact, { kind: 'threshold' }>['label'], string> = {
  persistentAbsence: 'Persistent absence',
  severeAbsence: 'Severe absence',
  target: 'Target',
  concern: 'Concern',
  penaltyNotice: 'Penalty notice',
  missingEducation: 'Missing education',
  other: 'Threshold',
};

const METRICS: Record<Metric, string> = {
  attendance: 'attendance',
  absence: 'absence',
  unauthorisedSessions: 'unauthorised sessions',
  unauthorisedDays: 'unauthorised days',
  consecutiveAbsenceDays: 'days of absence in a row',
  absenceDays: 'days of absence',
  lateMarks: 'late marks',
  sessions: 'sessions',
  penaltyNotices: 'penalty notices',
};

const KINDS: Record<FactKind, string> = {
  time: 'Times',
  threshold: 'Thresholds',
  code: 'Register codes',
  penalty: 'Penalty notices',
  date: 'Approval and review',
  reviewCycle: 'Approval and review',
  role: 'People',
  contact: 'How to get in touch',
  target: 'Targets',
  mis: 'Information system',
  legalReference: 'Law and guidance',
  retention: 'Records kept',
  duration: 'Periods',
  equivalence: 'Attendance in days',
};

export const SEQUENCE_NAMES: Record<Sequence, string> = {
  main: 'Attendance',
  firstDay: 'First day of absence',
  lateness: 'Lateness',
  penalty: 'Penalty notices',
  truancy: 'Truancy',
  missingPupil: 'Missing pupil',
  legal: 'Legal action',
  other: 'Other steps',
};

const PATHS: Record<string, TimeField> = {
  'day.gatesOpen': 'gatesOpen',
  'day.gatesClose': 'gatesClose',
  'day.arriveBy': 'arriveBy',
  'day.start': 'schoolDayStart',
  'day.end': 'schoolDayEnd',
  'day.breakStart': 'breakStart',
  'day.lunchStart': 'lunchStart',
  'day.lunchEnd': 'lunchEnd',
  'registers.am.opens': 'amRegisterOpens',
  'registers.am.markedBy': 'amRegisterMarkedBy',
  'registers.am.closes': 'amRegisterCloses',
  'registers.pm.opens': 'pmRegisterOpens',
  'registers.pm.markedBy': 'pmRegisterMarkedBy',
  'registers.pm.closes': 'pmRegisterCloses',
  'reporting.absenceBy': 'reportAbsenceBy',
  'reporting.firstDayContactFrom': 'firstDayContactFrom',
};

/** The group that a kind of fact is shown under. */
export function kindName(kind: FactKind): string {
  return KINDS[kind];
}

/** What a fact is about, "Morning register closes". */
export function factTitle(fact: Fact): string {
  switch (fact.kind) {
    case 'time':
      return withScope(TIME_FIELDS[fact.field], fact.scope);
    case 'threshold':
      return withScope(THRESHOLDS[fact.label], fact.scope);
    case 'code':
      return `Code ${fact.code}`;
    case 'penalty':
      return { first: 'First penalty notice', second: 'Second penalty notice', unspecified: 'Penalty notice' }[
        fact.offence
      ];
    case 'date':
      return DATES[fact.field];
    case 'reviewCycle':
      return 'Reviewed';
    case 'role':
      return fact.title ?? ROLES[fact.role];
    case 'contact':
      return CONTACTS[fact.for];
    case 'target':
      return 'Attendance target';
    case 'mis':
      return 'Information system';
    case 'legalReference':
      return 'Names';
    case 'retention':
      return 'Registers kept for';
    case 'duration':
      return fact.what;
    case 'equivalence':
      return 'Attendance in days';
  }
}

/** What a fact says, "9:20am". */
export function factValue(fact: Fact): string {
  switch (fact.kind) {
    case 'time':
      return clock(fact.value);
    case 'threshold':
      return `${measure(fact.metric, fact.op, fact.value, fact.unit)}${inWindow(fact.window)}`;
    case 'code':
      return fact.meaning;
    case 'penalty':
      return `£${fact.amountGBP}${fact.withinDays === null ? '' : ` within ${count(fact.withinDays, 'day')}`}`;
    case 'date':
      return longDate(fact.value);
    case 'reviewCycle':
      return fact.months % 12 === 0
        ? `every ${fact.months === 12 ? 'year' : `${fact.months / 12} years`}`
        : `every ${count(fact.months, 'month')}`;
    case 'role':
      return fact.name;
    case 'contact':
      return [fact.phone, fact.email].filter((part) => part !== undefined).join(', ');
    case 'target':
      return `${fact.value}%`;
    case 'mis':
      return fact.name;
    case 'legalReference':
      return fact.title;
    case 'retention':
      return count(fact.years, 'year');
    case 'duration':
      return count(fact.value, spaced(fact.unit).replace(/s$/, ''));
    case 'equivalence':
      return [
        fact.attendancePercent === undefined ? null : `${fact.attendancePercent}%`,
        fact.days === undefined ? null : count(fact.days, 'day'),
        fact.sessions === undefined ? null : count(fact.sessions, 'session'),
        fact.weeks === undefined ? null : count(fact.weeks, 'week'),
        fact.lessons === undefined ? null : count(fact.lessons, 'lesson'),
      ]
        .filter((part) => part !== null)
        .join(' = ');
  }
}

/** When a step begins, in a phrase: "attendance below 94%"; the empty string when the text does not say. */
export function triggerText(trigger: Trigger): string {
  const parts: string[] = [];
  if (trigger.band) parts.push(`attendance ${bandText(trigger)}`);
  if (openEndOf(trigger) === null && trigger.metric && trigger.op && trigger.value !== undefined && trigger.unit)
    parts.push(`${measure(trigger.metric, trigger.op, trigger.value, trigger.unit)}${inWindow(trigger.window)}`);
  if (trigger.afterStep !== undefined)
    parts.push(`after step ${trigger.afterStep}${trigger.metric || !trigger.window ? '' : `, ${trigger.window}`}`);
  if (trigger.condition) parts.push(trigger.condition);
  if (trigger.anyOf) parts.push(trigger.anyOf.map(triggerText).filter(Boolean).join(', or '));
  return parts.filter(Boolean).join(' and ');
}

const PRINTED_NUMBER = /^(?:step|stage|tier|level|phase)\s*\d{1,2}[a-z]?\s*[:.)–-]?\s*/i;

/** A step's title without the number that stands beside it anyway: "Step 2: a letter" as "A letter". */
export function stepName({ title }: Pick<Step, 'title'>): string {
  const name = title.replace(PRINTED_NUMBER, '').trim();
  return name === '' ? title : name.charAt(0).toUpperCase() + name.slice(1);
}

/** What a conflict is about, "Morning register closes". */
export function conflictTitle({ path }: Pick<Conflict, 'path'>): string {
  const field = PATHS[path];
  if (field) return TIME_FIELDS[field];
  const last = path.split('.').at(-1) ?? path;
  return spaced(last).replace(/^./, (letter) => letter.toUpperCase());
}

/** "09:20" as people write it, "9:20am". */
export function clock(value: string): string {
  const hours = Number(value.slice(0, 2));
  if (value === '12:00') return '12 noon';
  return `${((hours + 11) % 12) + 1}:${value.slice(3, 5)}${hours < 12 ? 'am' : 'pm'}`;
}

/** "attendance below 94%", "3 or more late marks". */
function measure(metric: Metric, op: Operator, value: number, unit: Unit): string {
  const isShare = unit === 'percent';
  const figure = isShare ? `${value}%` : String(value);
  const bound = {
    '<': isShare ? `below ${figure}` : `fewer than ${figure}`,
    '<=': isShare ? `${figure} or less` : `${figure} or fewer`,
    '>=': `${figure} or more`,
    '>': `more than ${figure}`,
  }[op];
  return isShare ? `${METRICS[metric]} ${bound}` : `${bound} ${METRICS[metric]}`;
}

const ONE_PERIOD = /^(?:half[- ]?term|term|year|school year|academic year|month|week)$/i;

function inWindow(window: string | null | undefined): string {
  if (!window) return '';
  return ONE_PERIOD.test(window) ? ` in a ${window}` : ` in ${window}`;
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}

function withScope(title: string, scope: string | undefined): string {
  return scope ? `${title} (${scope})` : title;
}

/** "requestNotice" as "request notice". */
function spaced(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}
