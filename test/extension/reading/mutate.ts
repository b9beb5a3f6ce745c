import type { PageTruth } from '../fixtures/pages/truth.ts';

/** A seeded stream of numbers, so that a failing run can be had again. */
export interface Chance {
  /** A whole number from 0 to below `below`. */
  of(below: number): number;
  pick<T>(items: readonly T[]): T | undefined;
}

/** Mulberry32: small, and the same everywhere. */
export function chance(seed: number): Chance {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  const of = (below: number): number => Math.floor(next() * below);
  return { of, pick: (items) => items[of(items.length)] };
}

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

/** Marks may be missing now: what stands there is still right, and a gap in the days is not the reader's. */
function withoutSomeMarks(truth: PageTruth): PageTruth {
  // Counts that disagree with a percentage do so no longer where either is gone.
  const pupils = truth.pupils.map((pupil) => ({
    ...pupil,
    marksMayLack: true,
    silent: pupil.silent === 'figures disagree' ? null : pupil.silent,
  }));
  return { ...truth, pupils, silent: pupils.some(({ silent }) => silent === null) ? null : truth.silent };
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
  const was = cell.textContent ?? '';
  cell.textContent = luck.pick(words) ?? '';
  // A grid of days whose day was renamed lacks that day's marks.
  return was.trim() === '' ? null : withoutSomeMarks(truth);
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

function swapHalves(page: Document, truth: PageTruth): PageTruth | null {
  let changed = false;
  // Ticks are present in either half: which stroke stands for one is not to be told from a swapped label.
  if (![...page.querySelectorAll('td,span,div')].some((one) => (one.textContent ?? '').trim() === '\\')) return null;
  for (const leaf of page.querySelectorAll('th,td,div,span')) {
    if (leaf.childElementCount > 0) continue;
    const text = (leaf.textContent ?? '').trim();
    if (text === 'AM' || text === 'PM') {
      leaf.textContent = text === 'AM' ? 'PM' : 'AM';
      changed = true;
    }
  }
  if (!changed) return null;
  const turn = (session: 'AM' | 'PM'): 'AM' | 'PM' => (session === 'AM' ? 'PM' : 'AM');
  const pupils = truth.pupils.map((pupil) => ({
    ...pupil,
    marks: pupil.marks?.map((mark) => ({ ...mark, session: turn(mark.session) })) ?? null,
    gaps: pupil.gaps.map((gap) => ({ ...gap, session: gap.session ? turn(gap.session) : null })),
  }));
  return { ...truth, pupils };
}

const MONTHS = 'January February March April May June July August September October November December'.split(' ');
const WEEKDAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const UK_DATE = /\b(\d{2})\/(\d{2})\/(20\d\d)\b/g;
const LONG_DATE = new RegExp(`\\b(\\d{1,2}) (${MONTHS.join('|')}) (20\\d\\d)\\b`, 'g');

/** One of the other ways to print a day; the same for the whole page, as systems do. */
function otherDates(page: Document, truth: PageTruth, luck: Chance): PageTruth | null {
  const forms: ((day: number, month: number, year: string) => string)[] = [
    (day, month, year) => `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`,
    (day, month, year) => `${day}.${month}.${year.slice(2)}`,
    (day, month, year) => `${MONTHS[month - 1]?.slice(0, 3)}/${day}/${year}`,
    (day, month, year) => `${MONTHS[month - 1]?.slice(0, 3)} ${day}, ${year}`,
    (day, month, year) =>
      `${day}${['th', 'st', 'nd', 'rd'][day % 10 > 3 || day === 11 || day === 12 || day === 13 ? 0 : day % 10]} ${MONTHS[month - 1]} ${year}`,
    (day, month, year) =>
      `${WEEKDAYS[new Date(Date.UTC(Number(year), month - 1, day)).getUTCDay()]} ${day} ${MONTHS[month - 1]?.slice(0, 3)} ${year}`,
    (day, month, year) => `${day}-${MONTHS[month - 1]?.slice(0, 3)}-${year.slice(2)}`,
    // American: right where the whole page shows that it is, silence where it does not.
    (day, month, year) => `${month}/${day}/${year}`,
  ];
  const form = luck.pick(forms);
  // A page of American dates is in another form already.
  if (!form || /\b\d{1,2}\/(?:1[3-9]|2\d|3[01])\/20\d\d\b/.test(page.body.innerHTML)) return null;
  const uk = replaceWords(page, UK_DATE, (_, day, month, year) => form(Number(day), Number(month), year ?? ''));
  const long = replaceWords(page, LONG_DATE, (_, day, month, year) =>
    form(Number(day), MONTHS.indexOf(month ?? '') + 1, year ?? ''),
  );
  return uk || long ? truth : null;
}

/** Without AM and PM above them, a grid's columns are told apart by their strokes or not at all. */
function withoutHalves(page: Document, truth: PageTruth): PageTruth | null {
  return replaceWords(page, /\b(?:AM|PM|morning|afternoon)\b/g, '') ? withoutSomeMarks(truth) : null;
}

type ByMatch = (match: string, ...groups: string[]) => string;

function replaceWords(page: Document, words: RegExp, by: string | ByMatch): boolean {
  let changed = false;
  const swap = (text: string): string => (typeof by === 'string' ? text.replace(words, by) : text.replace(words, by));
  const visit = (node: Node): void => {
    for (const child of [...node.childNodes]) {
      if (child.nodeType === 3) {
        const text = child.textContent ?? '';
        const other = swap(text);
        if (other !== text) {
          child.textContent = other;
          changed = true;
        }
      } else visit(child);
    }
  };
  visit(page.body);
  for (const element of page.querySelectorAll('[aria-label],[title],[value]')) {
    for (const name of ['aria-label', 'title', 'value']) {
      const text = element.getAttribute(name);
      if (text?.match(words)) element.setAttribute(name, swap(text));
    }
  }
  return changed;
}

/** Nothing of such a page may be taken for sessions. */
function silenced(truth: PageTruth, why: 'days' | 'lessons'): PageTruth {
  const pupils = truth.pupils.map((pupil) => ({ ...pupil, silent: pupil.marks ? pupil.silent : why }));
  const all = pupils.every(({ silent }) => silent !== null);
  return { ...truth, pupils, silent: truth.silent ?? (all ? `The figures are ${why}.` : null) };
}

function daysForSessions(page: Document, truth: PageTruth): PageTruth | null {
  if (truth.kind !== 'summary' || !replaceWords(page, /(?:statutory |half-?day )?sessions?\b/gi, 'days')) return null;
  return silenced(truth, 'days');
}

function lessonsForSessions(page: Document, truth: PageTruth): PageTruth | null {
  if (truth.kind !== 'summary' || !replaceWords(page, /(?:statutory |half-?day )?sessions?\b/gi, 'lessons'))
    return null;
  return silenced(truth, 'lessons');
}

const PERIOD_WORDS =
  /\d{1,2} (?:September|November|Sept?|Nov)\w* 20\d\d|\d{4}-\d{2}-\d{2}|\d{2}\/\d{2}\/\d{4}|year to date|(?:this )?school year|as at|since the start of (?:the )?(?:school )?year|since September|so far this year|academic year|20\d\d ?[/–-] ?(?:20)?\d\d/gi;

function removePeriod(page: Document, truth: PageTruth): PageTruth | null {
  if (truth.kind !== 'summary' || !replaceWords(page, PERIOD_WORDS, '')) return null;
  const pupils = truth.pupils.map((pupil) => ({
    ...pupil,
    noStep: pupil.noStep ?? 'the page no longer says its period',
    figures: pupil.figures.map((figure) => ({ ...figure, period: null })),
  }));
  return { ...truth, pupils, period: null };
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
