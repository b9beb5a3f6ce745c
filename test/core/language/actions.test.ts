import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { actionsAt, applyEdits, fixAll } from '#core/language/actions.ts';
import { SourceText } from '#core/text/span.ts';
import { findingOn, fixOf, marked, snapshotOf } from './sample.ts';

describe('actions at a place', () => {
  const { text, spans } = marked('Kept for «three» years, and «£60».\n');
  const [years, sum] = spans;
  if (!years || !sum) throw new Error('two marks');
  const snapshot = snapshotOf(text, {
    findings: [
      findingOn(years, { fixes: [fixOf('Change to six', { span: years, text: 'six' })] }),
      findingOn(sum, {
        fixes: [fixOf('Change to £80', { span: sum, text: '£80' }), fixOf('Delete it', { span: sum, text: '' })],
      }),
    ],
  });
  const titles = (start: number, end: number) => actionsAt(snapshot, start, end).map(({ title }) => title);

  it.each([
    {
      name: 'are those of the finding under the caret',
      start: years.start.offset + 1,
      end: years.start.offset + 1,
      are: ['Change to six'],
    },
    { name: 'count a caret at its very end', start: years.end.offset, end: years.end.offset, are: ['Change to six'] },
    { name: 'are none beside it', start: 0, end: 0, are: [] },
    {
      name: 'are all of a selection across findings',
      start: 0,
      end: text.length,
      are: ['Change to six', 'Change to £80', 'Delete it'],
    },
    { name: 'leave out a finding that a selection only touches', start: 0, end: years.start.offset, are: [] },
  ])('$name', ({ start, end, are }) => expect(titles(start, end)).toEqual(are));

  it('prefers a fix only where it is the only one', () => {
    expect(actionsAt(snapshot, 0, text.length).map(({ preferred }) => preferred)).toEqual([true, false, false]);
  });

  it('offers no fix that reaches beyond the text', () => {
    const beyond = new SourceText(`${text}more of it`).span(0, text.length + 4);
    const late = snapshotOf(text, {
      findings: [findingOn(years, { fixes: [fixOf('x', { span: beyond, text: '' })] })],
    });
    expect(actionsAt(late, 0, text.length)).toEqual([]);
  });
});

describe('all simple fixes', () => {
  const { text, spans } = marked('«a» «b» «c»\n');
  const [a, b, c] = spans;
  if (!a || !b || !c) throw new Error('three marks');
  const simple = (span: typeof a, words: string) =>
    findingOn(span, { fixes: [fixOf(`to ${words}`, { span, text: words })] });

  it('makes each finding’s only fix in one go', () => {
    const all = fixAll(snapshotOf(text, { findings: [simple(a, 'A'), simple(b, 'B')] }));
    expect(all && applyEdits(text, all.edits)).toBe('A B c\n');
    expect(all?.title).toBe('Make all 2 simple fixes');
  });
  it('skips a finding with two fixes: which one is meant is not ours to say', () => {
    const open = findingOn(b, { fixes: [fixOf('x', { span: b, text: 'x' }), fixOf('y', { span: b, text: 'y' })] });
    const all = fixAll(snapshotOf(text, { findings: [simple(a, 'A'), open, simple(c, 'C')] }));
    expect(all && applyEdits(text, all.edits)).toBe('A b C\n');
  });
  it('keeps the first of two that overlap', () => {
    const wide = new SourceText(text).span(0, 3);
    const all = fixAll(snapshotOf(text, { findings: [simple(a, 'A'), simple(wide, 'W'), simple(c, 'C')] }));
    expect(all && applyEdits(text, all.edits)).toBe('A b C\n');
  });
  it('makes an edit that two findings ask for once', () => {
    const all = fixAll(snapshotOf(text, { findings: [simple(a, 'A'), simple(a, 'A')] }));
    expect(all && applyEdits(text, all.edits)).toBe('A b c\n');
  });
  it('keeps one of two insertions at one place', () => {
    const empty = new SourceText(text).span(2, 2);
    const all = fixAll(snapshotOf(text, { findings: [simple(empty, 'x'), simple(empty, 'y'), simple(c, 'C')] }));
    expect(all && applyEdits(text, all.edits)).toBe('a xb C\n');
  });
  it('is nothing for a single fix', () => {
    expect(fixAll(snapshotOf(text, { findings: [simple(a, 'A')] }))).toBeNull();
  });
});

describe('applying edits', () => {
  it('does not care in which order they come', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 30 }), fc.array(fc.nat(30), { maxLength: 6 }), (text, cuts) => {
        const source = new SourceText(text);
        const points = [...new Set(cuts.map((cut) => Math.min(cut, text.length)))].sort((a, b) => a - b);
        const edits = points.flatMap((start, index) =>
          index % 2 === 0 ? [{ span: source.span(start, points[index + 1] ?? start), text: `<${index}>` }] : [],
        );
        expect(applyEdits(text, [...edits].reverse())).toBe(applyEdits(text, edits));
      }),
    );
  });
  it('refuses two that overlap', () => {
    const source = new SourceText('abcdef');
    const edits = [
      { span: source.span(0, 3), text: 'x' },
      { span: source.span(2, 4), text: 'y' },
    ];
    expect(() => applyEdits('abcdef', edits)).toThrow(/overlapping/);
  });
});
