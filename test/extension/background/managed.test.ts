import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { asManaged, isAllowed } from '../../../extension/background/managed.ts';
import { LOCKABLE } from '../../../extension/messages.ts';

const MIS = 'https://hartsmere.mis.example/*';

describe('what IT sets', () => {
  it('is nothing where nothing is set', () => {
    expect(asManaged({})).toEqual({
      policies: [],
      allowedOrigins: null,
      terms: null,
      locked: [],
      disabledAdapters: [],
      problems: [],
    });
  });
  it('is read as set', () => {
    const managed = asManaged({
      policies: [{ address: 'https://www.hartsmere.example/policy.json', origin: 'https://hartsmere.mis.example' }],
      allowedOrigins: ['https://hartsmere.mis.example'],
      terms: [{ from: '2026-09-02', to: '2026-10-23' }],
      closedDays: ['2026-10-09'],
      locked: ['policies', 'log'],
      disabledAdapters: ['isams'],
    });
    expect(managed.problems).toEqual([]);
    expect(managed.terms).toEqual({ terms: [{ from: '2026-09-02', to: '2026-10-23' }], closed: ['2026-10-09'] });
    expect(isAllowed(MIS, managed)).toBe(true);
  });
  it('is read where Windows keeps a list as text', () => {
    expect(asManaged({ locked: '["sites"]', allowedOrigins: '["https://a.example"]' })).toMatchObject({
      locked: ['sites'],
      allowedOrigins: ['https://a.example'],
      problems: [],
    });
  });
});

describe('what IT sets and cannot be used', () => {
  it.each<[string, Record<string, unknown>, object]>([
    ['origins that are no list allow none', { allowedOrigins: 7 }, { allowedOrigins: [] }],
    ['locks that are no list lock everything', { locked: 'everything' }, { locked: [...LOCKABLE] }],
    ['a lock that does not exist locks everything', { locked: ['policy'] }, { locked: [...LOCKABLE] }],
    ['a policy by http is none', { policies: [{ address: 'http://a.example/policy.json' }] }, { policies: [] }],
    ['a policy both ways is none', { policies: [{ address: 'https://a.example/p', bundle: '{}' }] }, { policies: [] }],
    [
      'a term that ends before it begins is none',
      { terms: [{ from: '2026-10-23', to: '2026-09-02' }] },
      { terms: null },
    ],
    ['a term in no year is none', { terms: [{ from: '2 Sep', to: '23 Oct' }] }, { terms: null }],
  ])('%s, and a sentence says so', (_, stored, read) => {
    const managed = asManaged(stored);
    expect(managed).toMatchObject(read);
    expect(managed.problems).toHaveLength(1);
  });
  it('leaves the other settings as they are', () => {
    expect(asManaged({ terms: 4, locked: ['sites'] })).toMatchObject({ locked: ['sites'], terms: null });
  });
});

describe('which origins are allowed', () => {
  it.each<[string, boolean]>([
    ['https://hartsmere.mis.example', true],
    ['https://HARTSMERE.mis.example/', true],
    ['https://hartsmere.mis.example/*', true],
    ['https://hartsmere.mis.example:8443', true],
    ['http://hartsmere.mis.example', false],
    ['https://mis.example', false],
    ['https://*.mis.example', false],
  ])('%s: %s', (origin, allowed) => expect(isAllowed(MIS, asManaged({ allowedOrigins: [origin] }))).toBe(allowed));
});

describe('the schema that browsers are given', () => {
  const schema = JSON.parse(readFileSync('extension/public/managed-schema.json', 'utf8'));
  it('names every setting and no other', () => {
    const all = { policies: 1, allowedOrigins: 1, terms: 1, closedDays: 1, locked: 1, disabledAdapters: 1 };
    expect(Object.keys(schema.properties).sort()).toEqual(Object.keys(all).sort());
    expect(asManaged(all).problems).toHaveLength(Object.keys(all).length);
  });
  it('has the same words for what can be locked', () => {
    expect(schema.properties.locked.items.enum).toEqual([...LOCKABLE]);
  });
});
