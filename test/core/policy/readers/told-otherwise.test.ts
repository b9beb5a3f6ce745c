import { describe, expect, it } from 'vitest';
import { readPolicy } from '#core/policy/parse.ts';
import type { Fact } from '#core/policy/schema.ts';

const factsIn = (text: string): Fact[] => readPolicy(`# Attendance policy\n\n${text}\n`).parsed.facts;
const codesIn = (text: string): string =>
  factsIn(text)
    .flatMap((fact) => (fact.kind === 'code' ? [fact.code] : []))
    .join(' ');

describe('codes that sentences tell of', () => {
  it.each([
    [
      'by their verbs',
      'Code B is used off site. D is kept for pupils who are dual registered, C1 goes in for a performance and C2 where a reduced timetable is in place.',
      'B D C1 C2',
    ],
    [
      'with their words behind them',
      'The Y codes (Y1 no transport, Y2 travel disruption, Y3 part of the premises closed) are for other days.',
      'Y1 Y2 Y3',
    ],
    [
      'for either half of the day',
      'A pupil who is in the room is shown as / in the morning and \\ in the afternoon.',
      '/ \\',
    ],
    [
      'with a gloss over a line’s end',
      'We agree to: "M" (a dentist), "I" (illness of any\nkind), "R" (a day for religious\nobservance), "T" (travelling families).',
      'M I R T',
    ],
  ])('%s', (_, text, expected) => expect(codesIn(text)).toBe(expected));

  it.each([
    'B is the tutor group of Mr Larch and D that of Mrs Pine.',
    'Team G is used to long walks, and team R is kept for runners.',
  ])('but not letters of something else: %s', (text) => expect(codesIn(text)).toBe(''));
});

describe('what penalties cost', () => {
  const penalties = (text: string): string =>
    factsIn(text)
      .flatMap((fact) => (fact.kind === 'penalty' ? [`${fact.amountGBP}/${fact.withinDays ?? '-'}`] : []))
      .join(' ');
  it.each([
    [
      'weeks to pay',
      'A penalty notice costs £80 if paid within three weeks or £160 if paid within 28 days.',
      '80/21 160/28',
    ],
    [
      'a rate that is not to be had',
      'A second notice is £160, payable within 28 days. The £80 rate is not available.',
      '160/28',
    ],
    [
      'a half that is not printed',
      'The council fines each parent £160, halved if the money comes within three weeks.',
      '160/-',
    ],
  ])('%s', (_, text, expected) => expect(penalties(text)).toBe(expected));
});

describe('whose facts they are', () => {
  it.each([
    "The council's School Attendance Support Officer for our school is Bea Stannard.",
    "The local authority's attendance officer is Tom Reeve.",
  ])('of the council: %s', (text) => expect(factsIn(text).filter(({ kind }) => kind === 'role')).toEqual([]));
  it('of the school', () =>
    expect(factsIn('Our attendance officer is Bea Stannard.')).toMatchObject([{ role: 'attendanceOfficer' }]));
});

describe('targets, cycles and moves', () => {
  it.each([
    ['a target above last year’s figure', 'Target this year: 96.5%\nNational average last year 94.5%', [96.5]],
    [
      'a goal behind other figures',
      'Attendance last year: 94.2%    Persistent absence: 15.1%    Our goal for 2026-27: 96%',
      [96],
    ],
    ['a question above it', '**What attendance do you expect?**\n\n97%. Many children manage it.', [97]],
    ['a sum above it', '**What is persistent absence?**\n\n10% or more of sessions missed.', []],
  ])('%s', (_, text, expected) =>
    expect(factsIn(text).flatMap((fact) => (fact.kind === 'target' ? [fact.value] : []))).toEqual(expected),
  );
  it('a document that speaks of itself', () =>
    expect(factsIn('Code agreed by the council. It will be reviewed every two years.')).toMatchObject([
      { kind: 'reviewCycle', months: 24 },
    ]));
  it.each(['up by 5% or more', 'improved by at least 3%', 'dropped by 4%'])(
    'attendance that has %s is no line to reach',
    (moved) =>
      expect(
        factsIn(`A postcard goes to anybody whose attendance has ${moved} since the last set of letters.`),
      ).toEqual([]),
  );
  it.each([
    ['under 94% = letter home', 94],
    ['under 90% = meeting in school', 90],
  ])('"%s" sets something off', (text, value) =>
    expect(factsIn(`- ${text}`)).toMatchObject([{ kind: 'threshold', value }]),
  );
  it('"94% = 11 days" does not', () =>
    expect(factsIn('- 94% = 11 days off school').filter(({ kind }) => kind === 'threshold')).toEqual([]));
});
