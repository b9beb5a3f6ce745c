import type { GridReading } from '../reading/page-reading.ts';
import { readShownRange } from '../reading/paging.ts';
import { browserSight } from '../reading/sight.ts';
import { surroundingsOf } from '../reading/surroundings.ts';
import { routeOfList } from './route.ts';

/** Where the part of a list that is on the screen stands in the whole. */
export interface ListPlace {
  /** Tells lists apart: another address, period, class, control, order or heading is another list. */
  list: string;
  /** The page shows a part of its list, and pages or scrolls to the others. */
  isPart: boolean;
  /** The place of the row of an element, in words: "row 51", "page 2, row 1"; null: the page does not say. */
  of(anchor: Element, index: number): string | null;
}

const PAGER =
  '[class*="pager" i],[class*="pagin" i],[class*="paging" i],[aria-label*="pagination" i],[aria-label*="page navigation" i]';
const CURRENT =
  '[aria-current],[aria-selected="true"],[class*="active" i],[class*="current" i],[class*="selected" i],input';
const CONTROLS =
  'select,input,textarea,[aria-selected="true"],[aria-current],[aria-pressed="true"],[aria-checked="true"],[aria-sort],[role="combobox"],[aria-haspopup],h1,h2,h3,h4,legend,caption,th,[role="heading"],[role="columnheader"]';
const OF_A_ROW = 'td,[role="gridcell"],[role="cell"],[role="rowheader"],[role="row"][aria-selected],tr[aria-selected]';
const NEVER = /^(?:hidden|password|submit|button|image|reset|file)$/;
/** What changes from page to page of one list: "1 to 50 of 57", "page 2 of 3", a number alone. */
const PAGING = /\bpage \d+(?: of \d+)?\b|\b\d+ ?(?:to|-|–|—) ?\d+ of \d+\b|^\d+$/gi;
const MOST_CONTROLS = 400;

/** Where the rows of a table stand in a list that the page shows in parts. */
export function placeInList(reading: GridReading, page: Document): ListPlace {
  const { root, pupils, declaredPupils, period, kind, asAt } = reading;
  const pagers = [...page.querySelectorAll(PAGER)].filter((pager) => !browserSight.isHidden(pager));
  const isPart = pagers.length > 0 || (declaredPupils !== null && declaredPupils > pupils.length);
  const list = isPart
    ? JSON.stringify([routeOfList(location.href), kind, period, asAt, declaredPupils, controlsOf(page)])
    : '';
  const range = isPart ? readShownRange(surroundingsOf(root, browserSight)) : null;
  const number = isPart && !range ? pageNumber(pagers) : null;
  return {
    list,
    isPart,
    of: (anchor, index) => {
      const row = anchor.closest('[aria-rowindex]')?.getAttribute('aria-rowindex');
      if (row) return `row ${row}`;
      if (range) return `row ${range.first + index}`;
      return number === null ? null : `page ${number}, row ${index + 1}`;
    },
  };
}

/** Everything that says which list this is, as one text: what is chosen, typed and pressed, and the headings. */
function controlsOf(page: Document): string[] {
  const said: string[] = [];
  for (const element of page.querySelectorAll(CONTROLS)) {
    if (said.length >= MOST_CONTROLS) break;
    if (element.closest(OF_A_ROW) || element.closest(PAGER) || isOfARow(element)) continue;
    const text = textOf(element)?.replace(PAGING, '').trim();
    if (text) said.push(text);
  }
  return said;
}

/** A heading cell that names its row and not its column. */
function isOfARow(element: Element): boolean {
  return (
    element.tagName === 'TH' && (element.getAttribute('scope') === 'row' || element.matches('td ~ th,th:has(~ td)'))
  );
}

function textOf(element: Element): string | null {
  if (element instanceof HTMLSelectElement) return element.value;
  if (element instanceof HTMLTextAreaElement) return null;
  if (element instanceof HTMLInputElement) {
    if (NEVER.test(element.type)) return null;
    if (element.type === 'checkbox' || element.type === 'radio')
      return element.checked ? `${element.name}=${element.value} ✓` : null;
    return element.value;
  }
  const order = element.getAttribute('aria-sort');
  return `${(element.textContent ?? '').slice(0, 120)}${order && order !== 'none' ? ` ${order}` : ''}`;
}

function pageNumber(pagers: readonly Element[]): string | null {
  for (const pager of pagers)
    for (const element of pager.querySelectorAll(CURRENT)) {
      const text = (element instanceof HTMLInputElement ? element.value : (element.textContent ?? '')).trim();
      if (/^\d{1,4}$/.test(text)) return text;
    }
  return null;
}
