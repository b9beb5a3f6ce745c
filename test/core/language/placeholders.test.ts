import { describe, expect, it } from 'vitest';
import { applyEdits } from '#core/language/actions.ts';
import { fillEdits, fillSections } from '#core/language/placeholders.ts';
import type { Placeholder } from '#core/policy/schema.ts';
import { marked, snapshotOf } from './sample.ts';

const { text, spans } = marked(
  '«[insert school]»\n\n# Aims\n\nAt «[insert school]» we care.\n\n## Registers\n\nThey close at «[time, e.g. 9am]».\n',
);
const hole = (index: number, part: Partial<Placeholder>): Placeholder => {
  const span = spans[index];
  if (!span) throw new Error('no such mark');
  const words = text.slice(span.start.offset, span.end.offset);
  return { kind: 'fill', field: 'school', expects: 'name', text: words, line: span.start.line, span, ...part };
};
const holes = [hole(0, {}), hole(1, {}), hole(2, { field: 'closes', expects: 'time' })];
const sections = fillSections(holes, snapshotOf(text).outline);

describe('a form over a template', () => {
  it('has a field for each meaning, under the heading where it is first asked for', () => {
    expect(
      sections.map(({ title, fields }) => [title, fields.map(({ label, places }) => `${label} ×${places.length}`)]),
    ).toEqual([
      ['At the start', ['insert school ×2']],
      ['Registers', ['time, e.g. 9am ×1']],
    ]);
  });
  it('fills every place at once', () => {
    const field = sections[0]?.fields[0];
    expect(field && applyEdits(text, fillEdits(field, 'Hartsmere'))).toMatch(/^Hartsmere\n[\s\S]*At Hartsmere we care/);
  });
  it('keeps a note and a fill-in of one name apart', () => {
    const apart = fillSections([hole(0, {}), hole(1, { kind: 'note' })], []);
    expect(apart.flatMap(({ fields }) => fields)).toHaveLength(2);
  });
});
