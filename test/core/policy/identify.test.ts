import { describe, expect, it } from 'vitest';
import { parsePolicy } from '#core/policy/parse.ts';

const identity = (text: string) => {
  const { title, school, trust, kind } = parsePolicy(text).document;
  return { title, school, trust, kind };
};

describe('title, school and trust', () => {
  it('reads a cover', () =>
    expect(
      identity(
        'Elm Bank Primary School\n\nPart of the Willow Learning Trust\n\n# Attendance and Punctuality Policy\n\nApproved: May 2025',
      ),
    ).toMatchObject({
      title: 'Attendance and Punctuality Policy',
      school: 'Elm Bank Primary School',
      trust: 'Willow Learning Trust',
    }));
  it('takes no link at the foot of a page for the title', () =>
    expect(
      identity(`School Day\n\n${'Pupils come in at the gate and walk to class.\n\n'.repeat(6)}Attendance Policy`).title,
    ).toBe('School Day'));
  it.each([
    ['St. Aidan’s Catholic Primary School welcomes you.', 'St. Aidan’s Catholic Primary School'],
    ['Pupils at John F Marsh Academy attend well.', 'John F Marsh Academy'],
    ['All pupils of the Primary School attend.', null],
    ['Our School and every School in the County', null],
    ['Attendance Policy for Secondary School', null],
  ])('%s', (text, school) => expect(identity(text).school).toBe(school?.replace('’', "'") ?? null));
  it('has no school while its name is still a fill-in', () =>
    expect(identity('At «Insert School Name» and at Elm Bank Primary School we care.').school).toBeNull());
  it('says null for an empty document', () =>
    expect(identity('')).toEqual({ title: null, school: null, trust: null, kind: 'page' }));
});

describe('kind of document', () => {
  it('knows a template by its fill-ins', () =>
    expect(
      identity('«School Name»\n\nOpens xxx a.m.\n\nCloses xxx p.m.\n\n[insert name]\n\n[a/b]\n\n[time, e.g. 9am]').kind,
    ).toBe('template'));
  it('keeps a policy with a leftover fill-in a policy', () =>
    expect(
      identity(
        'Registers close at 9.20am.\n\nParents ring 01632 960118 if a child is absent.\n\nA penalty notice is £80 if paid within 21 days.\n\nThe lead is [insert name].',
      ).kind,
    ).toBe('policy'));
  it('calls a note a page', () => expect(identity('Please come to school every day.').kind).toBe('page'));
});
