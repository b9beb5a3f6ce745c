import { describe, expect, it } from 'vitest';
import { sessionsOf, TermDatesSchema, termsInForce } from '../../../extension/background/terms.ts';

const TYPED = { terms: [{ from: '2026-11-02', to: '2026-11-09' }], closed: ['2026-11-06'] };
const IT = { terms: [{ from: '2026-09-02', to: '2026-09-04' }], closed: [] };
const OWN = [{ date: '2026-09-01', session: 'AM' as const, open: true }];

describe('term dates', () => {
  it('are two sessions for each weekday, closed where they say so', () => {
    const entries = sessionsOf(TYPED);
    expect(entries).toHaveLength(12);
    expect(entries.filter(({ open }) => !open).map(({ date, session }) => `${date} ${session}`)).toEqual([
      '2026-11-06 AM',
      '2026-11-06 PM',
    ]);
    expect(entries.some(({ date }) => date === '2026-11-07' || date === '2026-11-08')).toBe(false);
  });
  it('count a day in two terms once', () => {
    const twice = {
      terms: [TYPED.terms[0] ?? { from: '', to: '' }, { from: '2026-11-05', to: '2026-11-09' }],
      closed: [],
    };
    expect(sessionsOf(twice)).toHaveLength(12);
  });
  it('are the policy’s own, else IT’s, else those typed, else none', () => {
    expect(termsInForce(OWN, IT, TYPED).from).toBe('policy');
    expect(termsInForce([], IT, TYPED).from).toBe('it');
    expect(termsInForce([], null, TYPED).from).toBe('typed');
    expect(termsInForce([], { terms: [], closed: [] }, { terms: [], closed: [] })).toEqual({ entries: [], from: null });
  });
  it.each([
    [{ terms: [{ from: '2026-11-09', to: '2026-11-02' }], closed: [] }],
    [{ terms: [{ from: '2025-09-01', to: '2026-11-02' }], closed: [] }],
    [{ terms: [{ from: '2026-11-31', to: '2026-12-02' }], closed: [] }],
    [{ terms: [], closed: ['tomorrow'] }],
  ])('are refused when they cannot be: %j', (dates) => expect(TermDatesSchema.safeParse(dates).success).toBe(false));
});
