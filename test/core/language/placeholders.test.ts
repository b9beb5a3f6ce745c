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
const sections = fillSections(text, holes, snapshotOf(text).outline);

describe('a form over a template', () => {
  it('has a field for each meaning, under the heading where it is first asked for', () => {
    expect(
      sections.map(({ title, fields }) => [title, fields.map(({ label, places }) => `${label} ×${places.length}`)]),
    ).toEqual([
      ['At the start', ['insert school ×2']],
      ['Registers', ['They close at … ×1']],
    ]);
  });
  it('fills every place at once', () => {
    const field = sections[0]?.fields[0];
    expect(field && applyEdits(text, fillEdits(field, 'Hartsmere'))).toMatch(/^Hartsmere\n[\s\S]*At Hartsmere we care/);
  });
  it('keeps a note and a fill-in of one name apart', () => {
    const apart = fillSections(text, [hole(0, {}), hole(1, { kind: 'note' })], []);
    expect(apart.flatMap(({ fields }) => fields)).toHaveLength(2);
  });
  it.each([
    { name: 'the first cell of its row', words: '| Link governor | «[name]» |\n', label: 'Link governor' },
    {
      name: 'the next cell where it stands first',
      words: '| «[time]» | Morning register closes |\n',
      label: 'Morning register closes',
    },
    {
      name: 'the last words before it',
      words: 'Long before this. Parents tell us by «[time]» each day.\n',
      label: 'Parents tell us by …',
    },
    {
      name: 'the words after it at the start of a line',
      words: '«[name]» answers questions.\n',
      label: '… answers questions.',
    },
    { name: 'its own words where there are no others', words: '**«[insert name]»**\n', label: 'insert name' },
  ])('is labelled with $name', ({ words, label }) => {
    const { text: line, spans: holesOf } = marked(words);
    const [span] = holesOf;
    if (!span) throw new Error('one mark');
    const placeholder = { ...hole(0, { field: 'name' }), text: line.slice(span.start.offset, span.end.offset), span };
    expect(fillSections(line, [placeholder], [])[0]?.fields[0]?.label).toBe(label);
  });
  it('keeps two times apart: that both are times does not make them one', () => {
    const { text: rows, spans: holesOf } = marked('| «[time]» | Opens |\n| «[time]» | Closes |\n');
    const times = holesOf.map((span) => ({ ...hole(2, { field: 'time' }), text: '[time]', span }));
    expect(fillSections(rows, times, []).flatMap(({ fields }) => fields.map((field) => field.label))).toEqual([
      'Opens',
      'Closes',
    ]);
  });
  it('keeps a telephone number and an address of one person apart', () => {
    const contact = (index: number, words: string) => hole(index, { field: 'championContact', text: words });
    const both = fillSections(text, [contact(0, '[insert phone number]'), contact(1, '[insert email]')], []);
    expect(both.flatMap(({ fields }) => fields)).toHaveLength(2);
  });
});

describe('a text of very many fill-ins', () => {
  const MANY = 4000;
  const inOne = `# Template\n\n${Array.from({ length: MANY }, (_, index) => `Ring [name] about ${index}.`).join(' ')}\n`;
  const under = Array.from({ length: MANY }, (_, index) => `## Section ${index}\n\nRing [insert name] there.\n`).join(
    '\n',
  );

  it.each([
    { name: 'on one line', text: inOne },
    { name: 'under as many headings', text: under },
  ])('is gathered in the time of its letters $name', ({ text: words }) => {
    const read = snapshotOf(words);
    expect(read.parsed.placeholders.length).toBeGreaterThanOrEqual(MANY);
    const began = process.cpuUsage();
    const found = fillSections(words, read.parsed.placeholders, read.outline);
    const { user } = process.cpuUsage(began);
    expect(found.flatMap(({ fields }) => fields).flatMap(({ places }) => places)).toHaveLength(
      read.parsed.placeholders.length,
    );
    // All with all would be sixteen million looks; this allows a fifth of a millisecond for each.
    expect(user / MANY).toBeLessThan(200);
  });
});
