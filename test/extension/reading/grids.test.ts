import { describe, expect, it } from 'vitest';
import { figuresOf, gridOf, gridsOf, PERIOD, table } from '../page.ts';

const HEADINGS = ['Pupil', 'Possible', 'Attended'];
const ROWS = [
  ['Bello, Amara', '106', '106'],
  ['Castle, Owen', '106', '90'],
];
const READ = ['Amara Bello 106/106 a- u- l- -', 'Owen Castle 106/90 a- u- l- -'];
const cells = (tag: string, role: string, texts: readonly string[], more = (_: number) => ''): string =>
  texts.map((text, at) => `<${tag} role="${role}" ${more(at)}>${text}</${tag}>`).join('');

describe('grids that are not one plain table', () => {
  it.each<[string, string]>([
    [
      'roles on plain boxes',
      `<div role="table"><div role="rowgroup"><div role="row">${cells('span', 'columnheader', HEADINGS)}</div></div><div role="rowgroup">${ROWS.map((row) => `<div role="row">${cells('span', 'cell', row)}</div>`).join('')}</div></div>`,
    ],
    [
      'pinned and scrolling halves that share row numbers',
      `<div role="grid" aria-rowcount="3">
      <div><div role="row" aria-rowindex="1">${cells('div', 'columnheader', ['Pupil'], () => 'aria-colindex="1"')}</div><div role="row" aria-rowindex="1">${cells('div', 'columnheader', ['Possible', 'Attended'], (at) => `aria-colindex="${at + 2}"`)}</div></div>
      <div>${ROWS.map((row, at) => `<div role="row" aria-rowindex="${at + 2}">${cells('div', 'gridcell', row.slice(0, 1), () => 'aria-colindex="1"')}</div>`).join('')}</div>
      <div>${[...ROWS.entries()]
        .reverse()
        .map(
          ([at, row]) =>
            `<div role="row" aria-rowindex="${at + 2}">${cells('div', 'gridcell', row.slice(1), (column) => `aria-colindex="${column + 2}"`)}</div>`,
        )
        .join('')}</div></div>`,
    ],
    [
      'a header table above a body table',
      `<div class="k-grid"><div class="k-grid-header"><table><thead><tr>${HEADINGS.map((text) => `<th>${text}</th>`).join('')}</tr></thead></table></div><div class="k-grid-content"><table><tbody>${ROWS.map((row) => `<tr>${row.map((text) => `<td>${text}</td>`).join('')}</tr>`).join('')}</tbody></table></div></div>`,
    ],
    [
      'locked columns in tables of their own',
      `<div class="k-grid">
      <div class="k-grid-header"><div class="k-grid-header-locked"><table><thead><tr><th>Pupil</th></tr></thead></table></div><div class="k-grid-header-wrap"><table><thead><tr><th>Possible</th><th>Attended</th></tr></thead></table></div></div>
      <div class="k-grid-content-locked"><table><tbody>${ROWS.map(([name], at) => `<tr data-uid="r${at}"><td>${name}</td></tr>`).join('')}</tbody></table></div>
      <div class="k-grid-content"><table><tbody>${ROWS.map(([, a, b], at) => `<tr data-uid="r${at}"><td>${a}</td><td>${b}</td></tr>`).join('')}</tbody></table></div></div>`,
    ],
    [
      'one table for each row',
      `<div class="x-grid"><div><table><thead><tr>${HEADINGS.map((text) => `<th>${text}</th>`).join('')}</tr></thead></table></div><div class="x-grid-item-container">${ROWS.map((row) => `<table class="x-grid-item"><tbody><tr>${row.map((text) => `<td>${text}</td>`).join('')}</tr></tbody></table>`).join('')}</div></div>`,
    ],
    ['a layout table around it', `<table><tr><td>Menu</td><td>${table(HEADINGS, ROWS)}</td></tr></table>`],
  ])('are read: %s', (_, html) => {
    const grid = gridOf(PERIOD + html);
    expect(grid.refusal).toBeNull();
    expect(figuresOf(grid)).toEqual(READ);
  });

  it('does not join two lists of pupils that stand side by side', () => {
    const grids = gridsOf(
      `${PERIOD}<div class="columns"><div>${table(HEADINGS, ROWS)}</div><div>${table(HEADINGS, ROWS)}</div></div>`,
    );
    expect(grids.map(figuresOf)).toEqual([READ, READ]);
  });

  it('says how many rows a virtual grid has in all', () => {
    const html = `<div role="grid" aria-rowcount="240"><div role="row">${cells('div', 'columnheader', HEADINGS)}</div>${ROWS.map((row) => `<div role="row">${cells('div', 'gridcell', row)}</div>`).join('')}</div>`;
    expect(gridOf(PERIOD + html).declaredPupils).toBe(239);
  });

  it('reads a thousand rows without delay', () => {
    const rows = Array.from({ length: 1000 }, (_, at) => [
      `Pupil ${String.fromCharCode(65 + (at % 26))}${'abcdefghij'.charAt(at % 10)}`,
      '106',
      '100',
    ]);
    const started = performance.now();
    expect(gridOf(PERIOD + table(HEADINGS, rows)).pupils).toHaveLength(1000);
    expect(performance.now() - started).toBeLessThan(3000);
  });
});
