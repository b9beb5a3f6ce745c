import { describe, expect, it } from 'vitest';
import { applyEdits } from '#core/language/actions.ts';
import { hoverAt } from '#core/language/hover.ts';
import { conflictOf, factKey, mentionsOf, nextMention } from '#core/language/mentions.ts';
import { resolutionsOf } from '#core/language/resolve.ts';
import type { PolicySnapshot } from '#core/language/snapshot.ts';
import type { Fact } from '#core/policy/schema.ts';
import { findingOn, marked, snapshotOf, timeOn } from './sample.ts';

/** A policy that gives the closing of the register in three places, two ways. */
function twoWays(words = 'Closes «9.20 am». Later: closes «9:15am». Again «9.20am».\n'): {
  snapshot: PolicySnapshot;
  facts: Fact[];
} {
  const { text, spans } = marked(words);
  const values = ['09:20', '09:15', '09:20'];
  const facts = spans.map((span, index) => timeOn(text, span, values[index] ?? '09:20'));
  const snapshot = snapshotOf(text, { facts });
  const conflicts = [
    {
      path: 'registers.am.closes',
      values: [
        { value: '09:20', facts: [0, 2] },
        { value: '09:15', facts: [1] },
      ],
    },
  ];
  const policy = { ...snapshot.parsed.policy, conflicts };
  return { snapshot: { ...snapshot, parsed: { ...snapshot.parsed, policy } }, facts };
}

describe('mentions of one thing', () => {
  it('are all facts of the field, whatever value they give', () => {
    const { facts } = twoWays();
    const [first] = facts;
    expect(first && mentionsOf(facts, first)).toEqual(facts);
  });
  it('leave out the same field for another group', () => {
    const { facts } = twoWays();
    const [first, second] = facts;
    if (first?.kind !== 'time' || !second) throw new Error('times');
    const nursery: Fact = { ...first, scope: 'Nursery' };
    expect(mentionsOf([nursery, second], second)).toEqual([second]);
  });
  it('follow one another round the document', () => {
    const { facts } = twoWays();
    const [first, second, third] = facts;
    if (!first || !second || !third) throw new Error('three');
    expect(nextMention(facts, first)).toBe(second);
    expect(nextMention(facts, third)).toBe(first);
    expect(nextMention([first], first)).toBeNull();
  });
  it('never join rows of an attendance-in-days table', () => {
    const { facts } = twoWays();
    const [first] = facts;
    if (!first) throw new Error('one');
    const { kind: _, ...place } = first;
    expect(factKey({ ...place, kind: 'equivalence', days: 10 } as Fact)).toBeNull();
  });
});

describe('a hover', () => {
  it('names the fact, its value and where the policy says otherwise', () => {
    const { snapshot, facts } = twoWays();
    const hover = hoverAt(snapshot, facts[0]?.span.start.offset ?? 0, '2026-11-21');
    expect(hover?.cards).toMatchObject([
      {
        is: 'fact',
        title: 'Morning register closes',
        value: '9:20am',
        notes: ['The policy also says 9:15am (line 1).', 'Also on line 1.'],
      },
    ]);
  });
  it('puts findings before facts, and spans the fact', () => {
    const { snapshot, facts } = twoWays();
    const [first] = facts;
    if (!first) throw new Error('one');
    const wide = { start: { line: 1, column: 1, offset: 0 }, end: first.span.end };
    const hover = hoverAt({ ...snapshot, findings: [findingOn(wide)] }, first.span.start.offset, '2026-11-21');
    expect(hover?.cards.map(({ is }) => is)).toEqual(['finding', 'fact']);
    expect(hover?.span).toEqual(first.span);
  });
  it('is nothing where nothing was read', () => expect(hoverAt(twoWays().snapshot, 0, '2026-11-21')).toBeNull());
  it('says when a reading is doubtful', () => {
    const { snapshot, facts } = twoWays();
    const [first] = facts;
    if (!first) throw new Error('one');
    const unsure: Fact = { ...first, confidence: 'unsure' };
    const only = { ...snapshot, parsed: { ...snapshot.parsed, facts: [unsure] } };
    expect(hoverAt(only, first.span.start.offset, '2026-11-21')?.cards[0]).toMatchObject({
      notes: expect.arrayContaining(['Rollmark is not sure that it read this rightly.']),
    });
  });
});

describe('settling a conflict', () => {
  it('offers each value, and edits every other mention', () => {
    const { snapshot, facts } = twoWays();
    const [first] = facts;
    const conflict = first && conflictOf(snapshot, first);
    if (!conflict) throw new Error('a conflict');
    const results = resolutionsOf(snapshot, conflict).map(({ title, edits }) => [
      title,
      applyEdits(snapshot.text, edits),
    ]);
    expect(results).toEqual([
      ['Say 9:20am everywhere', 'Closes 9.20 am. Later: closes 9.20 am. Again 9.20am.\n'],
      ['Say 9:15am everywhere', 'Closes 9:15am. Later: closes 9:15am. Again 9:15am.\n'],
    ]);
  });
  it('offers nothing where a mention is more than its figure, so that no sentence breaks', () => {
    const { snapshot, facts } = twoWays('Closes «9.20 am». Later: «closes 30 minutes after 8.45». Again «9.20am».\n');
    const [first] = facts;
    const conflict = first && conflictOf(snapshot, first);
    expect(conflict && resolutionsOf(snapshot, conflict)).toEqual([]);
  });
});
