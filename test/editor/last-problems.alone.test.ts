import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createPolicyLinter } from '#core/lint/lint.ts';
import { createPolicyReader } from '#core/policy/parse.ts';
import { forgetProblems, keepProblems, keptProblems } from '../../editor/last-problems.ts';

const TEXT = '# Attendance policy\n\nRegisters are kept for three years.\n';
const ASKED = { text: TEXT, file: 'policy.md', asOf: '2026-11-22', settings: { schoolType: 'academy' as const } };
const FOUND = createPolicyLinter()(createPolicyReader()(TEXT), {
  ...ASKED.settings,
  file: 'policy.md',
  asOf: ASKED.asOf,
}).findings;

const kept = new Map<string, string>();
let isFull = false;

beforeEach(() => {
  kept.clear();
  isFull = false;
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    removeItem: (key: string) => kept.delete(key),
    setItem(key: string, value: string) {
      if (isFull) throw new DOMException('full', 'QuotaExceededError');
      kept.set(key, value);
    },
  });
});

describe('the problems of the last visit', () => {
  it('come back for the same text by the same rules, at their places', () => {
    keepProblems('checker-1.js', ASKED, FOUND);
    const back = keptProblems('checker-1.js', ASKED);
    expect(FOUND.length).toBeGreaterThan(0);
    expect(back?.map(({ ruleId, message, span }) => ({ ruleId, message, span }))).toEqual(
      FOUND.map(({ ruleId, message, span }) => ({ ruleId, message, span })),
    );
  });

  it.each([
    ['another text', 'checker-1.js', { ...ASKED, text: TEXT.replace('three', 'six') }],
    ['another day', 'checker-1.js', { ...ASKED, asOf: '2026-11-23' }],
    ['another kind of school', 'checker-1.js', { ...ASKED, settings: { schoolType: 'maintained' as const } }],
    ['another name of the file', 'checker-1.js', { ...ASKED, file: 'other.md' }],
    ['another version of Rollmark', 'checker-2.js', ASKED],
  ])('do not show for %s', (_, checker, asked) => {
    keepProblems('checker-1.js', ASKED, FOUND);
    expect(keptProblems(checker, asked)).toBeNull();
  });

  it.each(['', 'null', '{', '{"of":1}', '[]'])('do not come from damaged storage: %j', (words) => {
    kept.set('rollmark.problems', words);
    expect(keptProblems('checker-1.js', ASKED)).toBeNull();
  });

  it('do not come from a place that no text has', () => {
    keepProblems('checker-1.js', ASKED, FOUND);
    const [key, words] = [...kept][0] ?? ['', ''];
    kept.set(key, words.replace(/"line":\d+/, '"line":-1'));
    expect(keptProblems('checker-1.js', ASKED)).toBeNull();
  });

  it('are gone when they are forgotten, when there is no room, and for a text of that length', () => {
    keepProblems('checker-1.js', ASKED, FOUND);
    forgetProblems();
    expect(kept.size).toBe(0);
    keepProblems('checker-1.js', ASKED, FOUND);
    isFull = true;
    keepProblems('checker-1.js', { ...ASKED, text: `${TEXT} ` }, FOUND);
    expect(kept.size).toBe(0);
    isFull = false;
    keepProblems('checker-1.js', { ...ASKED, text: 'a'.repeat(300_001) }, []);
    expect(kept.size).toBe(0);
  });
});
