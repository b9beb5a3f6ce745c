import { describe, expect, it } from 'vitest';
import { codeClassText, completionsAt } from '#core/language/completions.ts';
import type { Fact } from '#core/policy/schema.ts';
import { stepOf } from './sample.ts';

const TODAY = '2026-11-21';
const place = { line: 1, quote: '', confidence: 'certain' as const, span: stepOf(1, {}).span };
const FACTS: Fact[] = [
  { kind: 'role', role: 'attendanceChampion', name: 'Mrs Helen Okafor', ...place },
  { kind: 'contact', for: 'absence', phone: '01632 960140', email: 'absence@school.example.org', ...place },
];
const labels = (before: string, inTable = false, day = TODAY) =>
  completionsAt(before, FACTS, day, inTable).map(({ label }) => label);

describe('completions', () => {
  it('are the codes in force behind “code”', () => {
    const offered = labels('is marked late (code ');
    expect(offered).toContain('L');
    expect(offered).toContain('Y7');
    expect(offered).not.toContain('H');
  });
  it('go by the day: H before August 2024, and no J1', () => {
    const offered = labels('code ', false, '2024-08-18');
    expect(offered).toContain('H');
    expect(offered).not.toContain('J1');
  });
  it('narrow down by what was typed', () =>
    expect(labels('code y')).toEqual(['Y1', 'Y2', 'Y3', 'Y4', 'Y5', 'Y6', 'Y7']));
  it('write the whole row in a table of codes', () => {
    const [first] = completionsAt('| U', FACTS, TODAY, true);
    expect(first).toMatchObject({ insert: 'U | Arrived after the register closed |', replaces: 1 });
  });
  it('are no codes in other tables', () => expect(labels('| L', false)).not.toContain('L'));
  it.each([
    { name: 'a role by its first letters', before: 'Our attend', offers: 'Attendance officer', replaces: 6 },
    { name: 'a role over two words', before: 'the senior att', offers: 'Senior attendance champion', replaces: 10 },
    { name: 'a person that the policy names', before: 'Please ask Mrs', offers: 'Mrs Helen Okafor', replaces: 3 },
    { name: 'a number that the policy gives', before: 'ring 0163', offers: '01632 960140', replaces: 4 },
    {
      name: 'an address that the policy gives',
      before: 'write to abs',
      offers: 'absence@school.example.org',
      replaces: 3,
    },
  ])('offer $name', ({ before, offers, replaces }) => {
    expect(completionsAt(before, FACTS, TODAY, false)).toContainEqual(
      expect.objectContaining({ label: offers, replaces }),
    );
  });
  it('offer nothing that what was typed does not begin', () => expect(labels('xyzzy')).toEqual([]));
  it('say each name once', () => {
    expect(completionsAt('', [...FACTS, ...FACTS], TODAY, false).filter(({ kind }) => kind === 'person')).toHaveLength(
      1,
    );
  });
});

describe('what a code counts as', () => {
  it.each([
    ['L', 'Late, before the register closed: counts as present.'],
    ['U', 'Arrived after the register closed: unauthorised absence.'],
    ['H', 'H is no longer in use; see C.'],
  ])('%s: %s', (code, words) => expect(codeClassText(code, TODAY)).toBe(words));
  it('is not known for a letter of the school’s own', () => expect(codeClassText('ZZ', TODAY)).toBeNull());
});
