import { describe, expect, it } from 'vitest';
import { citationText } from '#core/language/citation.ts';
import { clock, conflictTitle, factTitle, factValue, stepName, triggerText } from '#core/language/words.ts';
import { type Fact, type FactKind, FactSchema, TIME_FIELDS, type Trigger } from '#core/policy/schema.ts';
import { longDate } from '#core/text/long-date.ts';
import { stepOf } from './sample.ts';

const place = { line: 1, quote: '', confidence: 'certain' as const, span: stepOf(1, {}).span };
const say = (fact: Fact): string => `${factTitle(fact)}: ${factValue(fact)}`;

describe('a fact in words', () => {
  it.each<{ says: string; fact: Fact }>([
    {
      says: 'Morning register closes: 9:20am',
      fact: { kind: 'time', field: 'amRegisterCloses', value: '09:20', ...place },
    },
    {
      says: 'School day ends (Nursery): 3:05pm',
      fact: { kind: 'time', field: 'schoolDayEnd', value: '15:05', scope: 'Nursery', ...place },
    },
    {
      says: 'Persistent absence: absence 10% or more',
      fact: {
        kind: 'threshold',
        metric: 'absence',
        op: '>=',
        value: 10,
        unit: 'percent',
        window: null,
        label: 'persistentAbsence',
        ...place,
      },
    },
    {
      says: 'Penalty notice: 10 or more unauthorised sessions in 10 school weeks',
      fact: {
        kind: 'threshold',
        metric: 'unauthorisedSessions',
        op: '>=',
        value: 10,
        unit: 'sessions',
        window: '10 school weeks',
        label: 'penaltyNotice',
        ...place,
      },
    },
    {
      says: 'Threshold: 3 or more late marks in a half term',
      fact: {
        kind: 'threshold',
        metric: 'lateMarks',
        op: '>=',
        value: 3,
        unit: 'occurrences',
        window: 'half term',
        label: 'other',
        ...place,
      },
    },
    { says: 'Code L: Late', fact: { kind: 'code', code: 'L', meaning: 'Late', ...place } },
    {
      says: 'Second penalty notice: £160 within 28 days',
      fact: { kind: 'penalty', amountGBP: 160, withinDays: 28, offence: 'second', ...place },
    },
    {
      says: 'Penalty notice: £80',
      fact: { kind: 'penalty', amountGBP: 80, withinDays: null, offence: 'unspecified', ...place },
    },
    { says: 'Next review: September 2026', fact: { kind: 'date', field: 'nextReview', value: '2026-09', ...place } },
    { says: 'Reviewed: every year', fact: { kind: 'reviewCycle', months: 12, ...place } },
    { says: 'Reviewed: every 3 years', fact: { kind: 'reviewCycle', months: 36, ...place } },
    { says: 'Reviewed: every 18 months', fact: { kind: 'reviewCycle', months: 18, ...place } },
    {
      says: 'Senior attendance champion: Mrs H Okafor',
      fact: { kind: 'role', role: 'attendanceChampion', name: 'Mrs H Okafor', ...place },
    },
    {
      says: 'Attendance lead: Mrs H Okafor',
      fact: { kind: 'role', role: 'attendanceChampion', name: 'Mrs H Okafor', title: 'Attendance lead', ...place },
    },
    {
      says: 'To report an absence: 01632 960140',
      fact: { kind: 'contact', for: 'absence', phone: '01632 960140', ...place },
    },
    { says: 'Attendance target: 97%', fact: { kind: 'target', value: 97, ...place } },
    { says: 'Information system: Arbor', fact: { kind: 'mis', name: 'Arbor', ...place } },
    { says: 'Names: Education Act 1996', fact: { kind: 'legalReference', title: 'Education Act 1996', ...place } },
    { says: 'Registers kept for: 1 year', fact: { kind: 'retention', years: 1, ...place } },
    {
      says: 'monitoring: 6 school weeks',
      fact: { kind: 'duration', what: 'monitoring', value: 6, unit: 'schoolWeeks', ...place },
    },
    {
      says: 'Attendance in days: 90% = 19 days = 38 sessions',
      fact: { kind: 'equivalence', attendancePercent: 90, days: 19, sessions: 38, ...place },
    },
  ])('“$says”', ({ says, fact }) => expect(say(fact)).toBe(says));

  it('has words for every kind that there is', () => {
    const kinds = FactSchema.options.map((option) => option.shape.kind.value) satisfies FactKind[];
    expect(new Set(kinds).size).toBe(kinds.length);
    for (const field of TIME_FIELDS) expect(factTitle({ kind: 'time', field, value: '09:00', ...place })).not.toBe('');
  });
});

describe('a time', () => {
  it.each([
    ['00:05', '12:05am'],
    ['09:00', '9:00am'],
    ['12:00', '12 noon'],
    ['12:15', '12:15pm'],
    ['13:10', '1:10pm'],
    ['23:59', '11:59pm'],
  ])('%s is %s', (value, words) => expect(clock(value)).toBe(words));
});

describe('a date', () => {
  it.each([
    ['2026-09', 'September 2026'],
    ['2025-09-08', '8 September 2025'],
    ['2024-12-31', '31 December 2024'],
  ])('%s is %s', (value, words) => expect(longDate(value)).toBe(words));
});

describe('a trigger in words', () => {
  it.each<{ says: string; trigger: Trigger }>([
    { says: 'attendance below 94%', trigger: { metric: 'attendance', op: '<', value: 94, unit: 'percent' } },
    { says: 'attendance 90% or less', trigger: { metric: 'attendance', op: '<=', value: 90, unit: 'percent' } },
    { says: 'attendance 93% to 95%', trigger: { band: [93, 95] } },
    {
      says: 'attendance 90% to below 95%',
      trigger: { band: [90, 95], metric: 'attendance', op: '<', value: 95, unit: 'percent' },
    },
    { says: 'after step 2, three weeks', trigger: { afterStep: 2, window: 'three weeks' } },
    {
      says: 'attendance below 90% and after step 9a',
      trigger: { metric: 'attendance', op: '<', value: 90, unit: 'percent', afterStep: '9a' },
    },
    { says: 'the head is concerned', trigger: { condition: 'the head is concerned' } },
    {
      says: 'attendance below 92%, or after step 2',
      trigger: { anyOf: [{ metric: 'attendance', op: '<', value: 92, unit: 'percent' }, { afterStep: 2 }] },
    },
    { says: '', trigger: {} },
  ])('“$says”', ({ says, trigger }) => expect(triggerText(trigger)).toBe(says));
});

describe('a step’s name', () => {
  it.each([
    ['Step 2: a letter', 'A letter'],
    ['Stage 3 – panel', 'Panel'],
    ['Step 4', 'Step 4'],
    ['Meeting with the head', 'Meeting with the head'],
    ['Stepped support', 'Stepped support'],
  ])('“%s” is “%s”', (title, name) => expect(stepName({ title })).toBe(name));
});

describe('what a conflict is about', () => {
  it.each([
    ['registers.am.closes', 'Morning register closes'],
    ['reporting.absenceBy', 'Report an absence by'],
    ['leave.requestNotice', 'Request notice'],
    ['retentionYears', 'Retention years'],
  ])('%s is “%s”', (path, words) => expect(conflictTitle({ path })).toBe(words));
});

describe('a citation', () => {
  const citation = { url: '', inForceFrom: null, checkedOn: '2026-11-21', verified: true };
  it('leaves out an edition that the title says already', () =>
    expect(
      citationText({ document: 'Some Regulations 2024', edition: '2024', provision: 'regulation 7', ...citation }),
    ).toBe('Some Regulations 2024, regulation 7'));
  it('says the edition otherwise', () =>
    expect(
      citationText({ document: 'Working together', edition: 'July 2026', provision: 'paragraph 42', ...citation }),
    ).toBe('Working together (July 2026), paragraph 42'));
});
