import { describe, expect, it } from 'vitest';
import { OwnerChange } from '../../../extension/gathering/owner-change.ts';
import type { PageReading } from '../../../extension/reading/page-reading.ts';
import { markupSight } from '../../../extension/reading/sight.ts';
import { readPage } from '../../../extension/reading/whole-page.ts';
import { documentOf, PERIOD, TODAY, table } from '../page.ts';

const block = (attended: number): string =>
  `<dt>Possible sessions</dt><dd>106</dd><dt>Attended</dt><dd>${attended}</dd><dt>Absent</dt><dd>${106 - attended}</dd>`;

function pageOf(body: string): { page: Document; read: () => string[]; change: (at: string, html: string) => void } {
  const page = documentOf(body);
  const owners = new OwnerChange();
  const told = ({ grids }: PageReading): string[] =>
    grids.flatMap(({ refusal, pupils }) => refusal ?? pupils.map(({ record }) => record.name ?? ''));
  return {
    page,
    read: () => told(owners.check(readPage(page, TODAY, markupSight))),
    change: (at, html) => {
      const element = page.querySelector(at);
      if (element) element.innerHTML = html;
    },
  };
}

describe('a page about one pupil', () => {
  const body = `<h1>Idris Penrose</h1>${PERIOD}<dl>${block(90)}</dl>`;
  it('that writes the next name first says nothing until the figures have come', () => {
    const { read, change } = pageOf(body);
    expect(read()).toEqual(['Idris Penrose']);
    change('h1', 'Nesta Penrose');
    expect(read().join(' ')).toMatch(/may still be those of the pupil before/);
    expect(read().join(' ')).toMatch(/may still be those of the pupil before/);
    change('dl', block(106));
    expect(read()).toEqual(['Nesta Penrose']);
  });
  it('that draws the name anew is still about that pupil', () => {
    const { read, change } = pageOf(body);
    read();
    change('h1', '<span>Idris Penrose</span>');
    expect(read()).toEqual(['Idris Penrose']);
  });
  it('that goes back before the figures have come is about the first again', () => {
    const { read, change } = pageOf(body);
    read();
    change('h1', 'Nesta Penrose');
    read();
    change('h1', 'Idris Penrose');
    expect(read()).toEqual(['Idris Penrose']);
  });
  it('is not a list of one, where the name stands in the row of its figures', () => {
    const rows = (name: string): string => `<td>${name}</td><td>106</td><td>90</td>`;
    const list = table(['Pupil', 'Possible', 'Attended'], [['Bello, Amara', '106', '90']]);
    const { read, change } = pageOf(PERIOD + list);
    expect(read()).toEqual(['Amara Bello']);
    change('tbody tr', rows('Okello, Simon'));
    expect(read()).toEqual(['Simon Okello']);
  });
});
