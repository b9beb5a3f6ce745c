import { parseHTML } from 'linkedom';
import type { GridReading } from '../../extension/reading/page-reading.ts';
import { markupSight } from '../../extension/reading/sight.ts';
import { readPage } from '../../extension/reading/whole-page.ts';

export const TODAY = '2026-11-21';
/** A period that begins with the school year, as most of these pages state it. */
export const PERIOD = '<p>Statutory sessions, 1 September 2026 to 20 November 2026</p>';

/** A document without a browser. */
export function documentOf(body: string): Document {
  // linkedom's document has what the reader uses; its types say less than it has.
  return parseHTML(`<!doctype html><html><body>${body}</body></html>`).document as unknown as Document;
}

export function gridsOf(body: string, today = TODAY): GridReading[] {
  return readPage(documentOf(body), today, markupSight).grids;
}

/** The only grid of a page. */
export function gridOf(body: string, today = TODAY): GridReading {
  const grids = gridsOf(body, today);
  const [grid] = grids;
  if (!grid || grids.length > 1) throw new Error(`Expected one grid, found ${grids.length}`);
  return grid;
}

/** A table with heading cells and rows of texts. */
export function table(headings: readonly string[], rows: readonly (readonly string[])[], more = ''): string {
  const head = headings.map((text) => `<th>${text}</th>`).join('');
  const body = rows.map((cells) => `<tr>${cells.map((text) => `<td>${text}</td>`).join('')}</tr>`).join('');
  return `<table ${more}><thead><tr>${head}</tr></thead><tbody>${body}</tbody></table>`;
}

/** Each pupil's figures on one line: "Amara Bello 106/100 a6 u0 l1 94.3". */
export function figuresOf(grid: GridReading): string[] {
  return grid.pupils.map(({ record: { name, totals }, problem }) => {
    const shown = (value: number | string | null | undefined): string => String(value ?? '-');
    const line = `${name} ${shown(totals?.possible)}/${shown(totals?.attended)} a${shown(totals?.authorised)} u${shown(totals?.unauthorised)} l${shown(totals?.late)} ${shown(totals?.percent)}`;
    return problem ? `${line} !` : line;
  });
}

/** Each pupil's marks on one line: "Amara Bello 09-02AM/ 09-02PM\". */
export function marksOf(grid: GridReading): string[] {
  return grid.pupils.map(({ record: { name, marks = [] } }) =>
    [name, ...marks.map(({ date, session, code }) => `${date.slice(5)}${session}${code}`)].join(' '),
  );
}
