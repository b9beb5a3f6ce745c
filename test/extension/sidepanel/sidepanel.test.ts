import { describe, expect, it } from 'vitest';
import { inOrder, isWanted } from '../../../extension/entrypoints/sidepanel/groups.ts';
import { tableText } from '../../../extension/entrypoints/sidepanel/table-text.ts';
import type { ReportedPupil } from '../../../extension/messages.ts';
import { howMany, together } from '../../../extension/ui/how-many.ts';

const pupil = (name: string, percent: number | null, more: Partial<ReportedPupil> = {}): ReportedPupil => ({
  key: name,
  pupilId: name,
  name,
  year: '4K',
  label: 'Step 1',
  level: 1,
  title: 'Step 1: a call home',
  percent,
  due: [],
  seen: null,
  ...more,
});
const PUPILS = [pupil('Amara Bello', 95.3), pupil('Owen Abbot', 91.2), pupil('Zofia Castle', null)];

describe('the list of pupils', () => {
  it('stands by surname', () => {
    expect(inOrder(PUPILS, 'name')[0]?.pupils.map(({ name }) => name)).toEqual([
      'Owen Abbot',
      'Amara Bello',
      'Zofia Castle',
    ]);
  });
  it('stands by attendance, lowest first, and those without a figure last', () => {
    expect(inOrder(PUPILS, 'attendance')[0]?.pupils.map(({ percent }) => percent)).toEqual([91.2, 95.3, null]);
  });
  it('is empty when nobody is in it', () => expect(inOrder([], 'name')).toEqual([]));
  it.each([
    ['bello', true],
    ['  4k  amara ', true],
    ['owen', false],
    ['', true],
  ])('holds Amara Bello of 4K when someone types “%s”: %s', (words, held) => {
    expect(isWanted(pupil('Amara Bello', null), words)).toBe(held);
  });
});

describe('the table to paste', () => {
  const odd = pupil('Bo <b>Ng</b>\tJr', 90, { year: null, due: ['a letter', '=2+2'], title: '=SUM(A1)', label: '-1' });
  const { plain, html } = tableText([odd]);
  it('has one line for each pupil, in seven cells', () => {
    const lines = plain.split('\n');
    expect(lines).toHaveLength(2);
    expect(lines.map((line) => line.split('\t').length)).toEqual([7, 7]);
  });
  it('has no cell that a spreadsheet would run', () => {
    for (const cell of plain.split(/[\t\n]/)) expect(cell).not.toMatch(/^[=+@-]/);
  });
  it('has no markup of a page in it', () => {
    expect(html).toContain('Bo &lt;b&gt;Ng&lt;/b&gt; Jr');
    expect(html).not.toContain('<b>');
  });
});

describe('how many pupils were read', () => {
  const one = {
    kind: 'Totals',
    period: 'to 20 November',
    asOf: '20 November',
    read: 1,
    onPage: 1,
    declared: null,
    isPart: false,
  };
  it('is said of one', () => expect(howMany(one).whole).toBe('1 of 1 pupil'));
  it('is one number for a print-out of a table a pupil', () => {
    const all = together([one, { ...one, read: 2, onPage: 2 }, { ...one, period: 'this week' }]);
    expect(all.map((list) => howMany(list).whole)).toEqual(['3 of 3 pupils', '1 of 1 pupil']);
  });
  it('adds what a page says there is', () => {
    const all = together([
      { ...one, read: 10, declared: 12 },
      { ...one, read: 5 },
    ]);
    expect(all.map((list) => howMany(list).whole)).toEqual(['15 of 17 pupils']);
  });
  it('stays apart for lists that the page shows in parts', () => {
    const part = { ...one, read: 10, declared: 40, isPart: true };
    expect(together([part, part])).toHaveLength(2);
  });
});
