import { describe, expect, it } from 'vitest';
import { createPolicyReader } from '#core/policy/parse.ts';
import type { Fact } from '#core/policy/schema.ts';

function facts(text: string): Fact[] {
  return createPolicyReader()(text).parsed.facts;
}

/** "line field value" for each time of a document. */
function read(text: string): string[] {
  return facts(text).flatMap((fact) => (fact.kind === 'time' ? [`${fact.line} ${fact.field} ${fact.value}`] : []));
}

describe('times weighed over a whole document', () => {
  it('a register that "closes" when lateness begins does not close then', () => {
    const text = [
      'Our registers close at 8.50am.',
      '',
      'L is given from 8.50am to 9.20am.',
      '',
      'Whoever comes after 9.20am is recorded as an unauthorised absence.',
    ].join('\n');
    expect(read(text)).toEqual(['3 amRegisterMarkedBy 08:50', '3 amRegisterCloses 09:20', '5 amRegisterCloses 09:20']);
  });

  it('a registration period of one phase keeps its guess when only another phase says when it closes', () => {
    const text = '| Reception register | 12.45pm - 1.00pm |\n\n| Year 1 register closes | 1.20pm |';
    expect(read(text)).toEqual(['1 pmRegisterOpens 12:45', '1 pmRegisterCloses 13:00', '3 pmRegisterCloses 13:20']);
  });

  it('two closing times that contradict each other are both kept', () => {
    expect(read('Pupils arriving after 9.00am are marked U.\n\nPupils arriving after 9.15am are marked U.')).toEqual([
      '1 amRegisterCloses 09:00',
      '3 amRegisterCloses 09:15',
    ]);
  });

  it('a registration period suggests the close only where nothing else says it', () => {
    expect(read('Registration: 8.45am - 8.55am')).toEqual(['1 amRegisterOpens 08:45', '1 amRegisterCloses 08:55']);
    expect(read('Registration: 8.45am - 8.55am\n\nRegisters close at 9.15am.')).toEqual([
      '1 amRegisterOpens 08:45',
      '3 amRegisterCloses 09:15',
    ]);
  });

  it('being in school by a time begins the day where nothing else does', () => {
    expect(read('Everyone must be in school by 8.50am.')).toEqual(['1 arriveBy 08:50', '1 schoolDayStart 08:50']);
    expect(read('Everyone must be in school by 8.45am.\n\nSchool starts at 8.50am.')).toEqual([
      '1 arriveBy 08:45',
      '3 schoolDayStart 08:50',
    ]);
  });

  it('the latest time to arrive is no start once the register has opened', () => {
    expect(read('Registers open at 8.40am.\n\nEveryone must be in school by 8.50am.')).toEqual([
      '1 amRegisterOpens 08:40',
      '3 arriveBy 08:50',
    ]);
  });

  it('what follows in the next paragraph decides what a time meant', () => {
    expect(read('The registers close at 8.55am.\n\nAnyone arriving after this time is marked late (L).')).toEqual([
      '1 amRegisterMarkedBy 08:55',
    ]);
  });

  it('a numbered clause is no clock time', () => {
    const text = [
      '8.10 Registers are taken twice a day.',
      '',
      '8.11 Pupils who arrive after 9.15am are marked U.',
      '',
      '8.12 Registers are kept for six years.',
    ].join('\n');
    expect(read(text)).toEqual(['3 amRegisterCloses 09:15']);
  });

  it('a timetable keeps its lines apart', () => {
    const text = [
      '8.30am Gates open',
      '8.45am Registration, when all children should be at their tables',
      '9.00am Registers close',
      '12.15pm Lunch',
      '3.15pm Home time',
    ].join('\n');
    expect(read(text)).toEqual([
      '1 gatesOpen 08:30',
      '2 amRegisterOpens 08:45',
      '3 amRegisterCloses 09:00',
      '4 lunchStart 12:15',
      '5 schoolDayEnd 15:15',
    ]);
  });

  it('a table with a column for each time keeps the phases', () => {
    const text = [
      '| Phase | Gates open | Registration | Home time |',
      '|---|---|---|---|',
      '| KS1 | 8.35am | 8.45am | 3.10pm |',
      '| KS2 | 8.40am | 8.50am | 3.20pm |',
    ].join('\n');
    const scoped = facts(text).flatMap((fact) =>
      fact.kind === 'time' ? [`${fact.scope} ${fact.field} ${fact.value}`] : [],
    );
    expect(scoped).toEqual([
      'KS1 gatesOpen 08:35',
      'KS1 amRegisterOpens 08:45',
      'KS1 schoolDayEnd 15:10',
      'KS2 gatesOpen 08:40',
      'KS2 amRegisterOpens 08:50',
      'KS2 schoolDayEnd 15:20',
    ]);
  });

  it('a heading says what the times of its phases are', () => {
    const text = [
      '## Start of the day',
      '',
      'Nursery: 9.00am',
      'KS1: 8.50am',
      '',
      '## Home time',
      '',
      '- KS1 3.10pm',
      '- KS2 3.15pm',
    ];
    const scoped = facts(text.join('\n')).flatMap((fact) =>
      fact.kind === 'time' ? [`${fact.scope} ${fact.field} ${fact.value}`] : [],
    );
    expect(scoped).toEqual([
      'Nursery schoolDayStart 09:00',
      'KS1 schoolDayStart 08:50',
      'KS1 schoolDayEnd 15:10',
      'KS2 schoolDayEnd 15:15',
    ]);
  });

  it('a table of starts and finishes is about the day', () => {
    expect(
      read('| | Start | Finish |\n|---|---|---|\n| KS1 | 8.50 | 3.10 |\n| Fridays | 8.50 | 1.30 |').slice(0, 2),
    ).toEqual(['3 schoolDayStart 08:50', '3 schoolDayEnd 15:10']);
  });

  it('the sessions of the day begin and end it only where nothing else does', () => {
    const sessions = 'Morning session: 8.55am – 12.00pm\n\nAfternoon session: 1.00pm – 3.20pm';
    expect(read(sessions)).toEqual([
      '1 schoolDayStart 08:55',
      '1 lunchStart 12:00',
      '3 lunchEnd 13:00',
      '3 schoolDayEnd 15:20',
    ]);
    expect(read(`${sessions}\n\nSchool starts at 8.45am and ends at 3.20pm.`)).not.toContain('1 schoolDayStart 08:55');
  });

  it('a verb that a hard wrap has parted from its time still governs it', () => {
    expect(read('Parents who keep a child at home must telephone the school\nby 9.00am on the first day.')).toEqual([
      '2 reportAbsenceBy 09:00',
    ]);
  });

  it('each fact stands on its own words', () => {
    const text = 'Doors open at **8.40am**; registers close at *9.10 a.m.* sharp.';
    expect(facts(text).map((fact) => fact.quote)).toEqual(['8.40am', '9.10 a.m.']);
  });

  it('a turned suffix is never certain', () => {
    const [fact] = facts('The morning register closes at 9:10 PM.');
    expect(fact).toMatchObject({ field: 'amRegisterCloses', value: '09:10', confidence: 'unsure' });
  });

  it('reading an edit gives what reading afresh gives', () => {
    const reader = createPolicyReader();
    const before = 'Registers close at 9.00am.\n\nPupils arriving after this time are marked U.';
    const after = before.replace('marked U', 'marked late');
    reader(before);
    expect(reader(after).parsed.facts).toEqual(facts(after));
    expect(read(after)).toEqual(['1 amRegisterMarkedBy 09:00']);
  });
});
