import type { PageTruth } from '../fixtures/pages/truth.ts';
import type { Chance } from './chance.ts';
import {
  daysForSessions,
  lessonsForSessions,
  otherDates,
  removePeriod,
  swapHalves,
  withoutHalves,
  withoutSomeMarks,
} from './mutate-words.ts';

/**
 * A change of a page, as other systems and other days would have it: it changes the document, and gives back what the
 * changed page truly says; null where it changed nothing.
 */
export type Mutation = (page: Document, truth: PageTruth, luck: Chance) => PageTruth | null;

/** Every mutation by its name. */
export const MUTATIONS: Record<string, Mutation> = {
  'classes renamed': renameClasses,
  'columns reordered': reorderColumns,
  'a column dropped': (page, truth, luck) => dropColumn(page, truth, luck, (cell) => cell.remove()),
  'a column hidden': (page, truth, luck) =>
    dropColumn(page, truth, luck, (cell) => cell.setAttribute('style', 'display:none')),
  'a heading in another language': (page, truth, luck) => renameHeading(page, truth, luck, FOREIGN),
  'a heading of nonsense': (page, truth, luck) => renameHeading(page, truth, luck, NONSENSE),
  'headings of another column': swapHeadings,
  'rows truncated': truncateRows,
  'AM and PM swapped': swapHalves,
  'dates in another form': otherDates,
  'no halves of the day': withoutHalves,
  'days for sessions': daysForSessions,
  'lessons for sessions': lessonsForSessions,
  'the period removed': removePeriod,
  'headings removed': removeHeadings,
  'heading rows repeated': repeatHeadings,
  'a row of totals': addTotals,
  'attributes dropped': dropAttributes,
  'tables wrapped': wrapTables,
  'numbers with spaces and signs': dressNumbers,
  'a second table of another class': secondTable,
  'cells split into spans': splitCells,
};

const FOREIGN = [
  'Nieobecności',
  'Présence',
  'Absences justifiées',
  'Absenoldeb',
  'Uczeń',
  'Anwesend',
  'Élève',
  'Possibles',
];
const NONSENSE = ['Zb', 'Col 7', 'Quux', '', 'Flag', 'Total', 'Value', '%'];

function tables(page: Document): Element[] {
  return [...page.querySelectorAll('table')].filter(
    (table) => rowsOf(table).length > 2 && !table.querySelector('table'),
  );
}

function rowsOf(table: Element): Element[] {
  return [...table.querySelectorAll('tr')].filter((row) => row.closest('table') === table);
}

const cellsOf = (row: Element): Element[] => [...row.children];

/** Tables without spans, in which a column is the same place of each row. */
function plainTable(page: Document, luck: Chance): { rows: Element[]; width: number } | null {
  const even = tables(page).flatMap((table) => {
    const rows = rowsOf(table);
    const width = cellsOf(rows[0] ?? table).length;
    // The body of a split grid is no table of its own: its headings stand elsewhere.
    const plain =
      width > 2 &&
      (table.querySelector('th') !== null || page.querySelectorAll('table').length === 1) &&
      rows.every((row) => cellsOf(row).length === width && !row.querySelector('[colspan],[rowspan]'));
    return plain ? [{ rows, width }] : [];
  });
  return luck.pick(even) ?? null;
}

function renameClasses(page: Document, truth: PageTruth, luck: Chance): PageTruth | null {
  // Without its class a row that a style hid would be shown.
  if (page.querySelector('style')) return null;
  for (const element of page.querySelectorAll('[class],[id]')) {
    if (element.hasAttribute('class')) element.setAttribute('class', `c${luck.of(90_000)}`);
    if (element.hasAttribute('id') && !page.querySelector(`label[for="${element.id}"]`))
      element.setAttribute('id', `n${luck.of(90_000)}`);
  }
  // A split grid may be known by its classes alone, and a colour was its class: the truth stays the most that may be said.
  return truth;
}

function reorderColumns(page: Document, truth: PageTruth, luck: Chance): PageTruth | null {
  const table = plainTable(page, luck);
  if (!table) return null;
  const [from, to] = [luck.of(table.width), luck.of(table.width)];
  if (from === to) return null;
  for (const row of table.rows) {
    const cells = cellsOf(row);
    const [moved, before] = [cells[from], cells[to]];
    if (moved && before) row.insertBefore(moved, before);
  }
  return truth;
}

function dropColumn(page: Document, truth: PageTruth, luck: Chance, drop: (cell: Element) => void): PageTruth | null {
  const table = plainTable(page, luck);
  if (!table) return null;
  const at = luck.of(table.width);
  for (const row of table.rows) {
    const cell = cellsOf(row)[at];
    if (cell) drop(cell);
  }
  return withoutSomeMarks(truth);
}

function headingRow(table: { rows: Element[] }): Element | null {
  const [first] = table.rows;
  return first ?? null;
}

function renameHeading(page: Document, truth: PageTruth, luck: Chance, words: readonly string[]): PageTruth | null {
  const table = plainTable(page, luck);
  const row = table && headingRow(table);
  const cell = row && luck.pick(cellsOf(row));
  if (!cell) return null;
  if ((cell.textContent ?? '').trim() === '') return null;
  cell.textContent = luck.pick(words) ?? '';
  // A grid of days whose day was renamed lacks that day's marks.
  return withoutSomeMarks(truth);
}

/** Two headings change places: now nothing under them is what it says, and only silence, or what sums prove, is right. */
function swapHeadings(page: Document, truth: PageTruth, luck: Chance): PageTruth | null {
  const table = plainTable(page, luck);
  const row = table && headingRow(table);
  if (!table || !row) return null;
  const cells = cellsOf(row);
  const at = 1 + luck.of(table.width - 2);
  const [one, other] = [cells[at], cells[at + 1]];
  const named = (cell: Element | undefined): boolean => /possib|attend|present/i.test(cell?.textContent ?? '');
  // A page that calls authorised what is unauthorised cannot be seen through by anyone; possible and attended can.
  if (truth.silent !== null || !one || !other || !(named(one) && named(other))) return null;
  const text = one.innerHTML;
  one.innerHTML = other.innerHTML;
  other.innerHTML = text;
  return truth;
}

function truncateRows(page: Document, truth: PageTruth, luck: Chance): PageTruth | null {
  const table = luck.pick(tables(page));
  if (!table) return null;
  const rows = rowsOf(table);
  const keep = 2 + luck.of(rows.length - 2);
  for (const row of rows.slice(keep)) row.remove();
  return withoutSomeMarks(truth);
}

function removeHeadings(page: Document, truth: PageTruth, luck: Chance): PageTruth | null {
  const table = luck.pick(tables(page));
  const head = table?.querySelector('thead') ?? (table && rowsOf(table)[0]);
  if (!head) return null;
  head.remove();
  return withoutSomeMarks(truth);
}

function repeatHeadings(page: Document, truth: PageTruth, luck: Chance): PageTruth | null {
  const table = luck.pick(tables(page).filter((one) => one.querySelector('thead') && one.querySelector('tbody')));
  const [head, body] = [table?.querySelector('thead'), table?.querySelector('tbody')];
  if (!head || !body) return null;
  const at = body.children[luck.of(body.children.length)] ?? null;
  for (const row of head.children) {
    const copy = row.cloneNode(true);
    body.insertBefore(copy, at);
  }
  return truth;
}

function addTotals(page: Document, truth: PageTruth, luck: Chance): PageTruth | null {
  const table = plainTable(page, luck);
  const last = table?.rows.at(-1);
  if (!table || !last) return null;
  const label =
    luck.pick(['Total', 'Average', 'Class total', 'Number present', 'Totals (12 pupils)', 'Overall', 'All pupils']) ??
    'Total';
  const copy = last.cloneNode(true) as Element;
  cellsOf(copy).forEach((cell, at) => {
    const number = Number(cell.textContent);
    const sum = table.rows.slice(1).reduce((all, row) => all + (Number(cellsOf(row)[at]?.textContent) || 0), 0);
    if (at > 0) cell.textContent = Number.isFinite(number) ? String(sum) : '';
  });
  const [first] = cellsOf(copy);
  if (!first) return null;
  first.textContent = label;
  for (const name of [...copy.attributes].map((one) => one.name)) copy.removeAttribute(name);
  last.parentElement?.append(copy);
  return { ...truth, notPupils: [...truth.notPupils, label] };
}

const KEPT = new Set([
  'colspan',
  'rowspan',
  'type',
  'checked',
  'selected',
  'value',
  'href',
  'style',
  'hidden',
  'name',
  'role',
]);

function dropAttributes(page: Document, truth: PageTruth, luck: Chance): PageTruth | null {
  if (page.querySelector('style')) return null;
  for (const element of page.body.querySelectorAll('*')) {
    // The parts of a split or virtual grid are told by attributes alone: without them no one can put it together.
    for (const { name } of [...element.attributes])
      if (!KEPT.has(name) && luck.of(3) > 0) element.removeAttribute(name);
  }
  return withoutSomeMarks({ ...truth, pupils: truth.pupils.map((pupil) => ({ ...pupil, idsGone: true })) });
}

function wrapTables(page: Document, truth: PageTruth, luck: Chance): PageTruth | null {
  const found = tables(page);
  for (const table of found) {
    for (let depth = luck.of(4); depth >= 0; depth--) {
      const wrap = page.createElement('div');
      table.parentElement?.insertBefore(wrap, table);
      wrap.append(table);
    }
  }
  return found.length > 0 ? truth : null;
}

function dressNumbers(page: Document, truth: PageTruth, luck: Chance): PageTruth | null {
  const cells = [...page.querySelectorAll('td')].filter((cell) => /^\d{1,3}$/.test((cell.textContent ?? '').trim()));
  for (const cell of cells)
    cell.innerHTML =
      luck.pick([` ${cell.textContent} `, `<span>${cell.textContent}</span>`, `&nbsp;${cell.textContent}`]) ?? '';
  return cells.length > 0 ? truth : null;
}

/** A table of behaviour points, of pupils of other names, stands before the first one. */
function secondTable(page: Document, truth: PageTruth): PageTruth | null {
  const [first] = tables(page);
  if (!first) return null;
  const other = page.createElement('div');
  const rows = ['Ada Merriweather', 'Tobias Finch', 'Orla Quinn'].map(
    (name, at) => `<tr><td>${name}</td><td>${at + 3}</td><td>${at}</td></tr>`,
  );
  other.innerHTML = `<h3>House points</h3><table><tr><th>Pupil</th><th>Points</th><th>Detentions</th></tr>${rows.join('')}</table>`;
  first.parentElement?.insertBefore(other, first);
  return { ...truth, notPupils: [...truth.notPupils, 'Ada Merriweather'] };
}

function splitCells(page: Document, truth: PageTruth): PageTruth | null {
  const cells = [...page.querySelectorAll('td')].filter(
    (cell) => cell.childElementCount === 0 && (cell.textContent ?? '').trim() !== '',
  );
  for (const cell of cells) {
    const span = page.createElement('span');
    span.textContent = cell.textContent;
    cell.textContent = '';
    cell.append(span);
  }
  return cells.length > 0 ? truth : null;
}
