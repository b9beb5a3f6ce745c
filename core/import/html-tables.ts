import type { Element, ElementContent, Root } from 'hast';
import { toText } from './hast-text.ts';
import { visit } from './hast-visit.ts';

const BLOCKS = new Set(
  'p div ul ol li dl dt dd table tbody thead tfoot tr td th h1 h2 h3 h4 h5 h6 blockquote section article header pre hr'.split(
    ' ',
  ),
);
const HEADING = /^h[1-6]$/;
/** A cell with so many blocks is a column of a page, when the table has but one row. */
const A_COLUMN = 3;
/** And this many make it one in any table, when headings stand among them. */
const A_PAGE = 12;

/** Every table as Markdown can hold it: layout tables taken apart, titles before them, cells in one line, a header row first. */
export function plainTables(root: Root): void {
  const tables: Element[] = [];
  visit(root, (node) => {
    if (node.type === 'element' && node.tagName === 'table') tables.push(node);
  });
  // Inner tables first: what they become may show that the outer one only lays out a page.
  for (const table of tables.toReversed()) {
    const rows = rowsOf(table);
    if (isLayout(table, rows)) takeApart(table, rows);
    else {
      for (const { cells } of rows) for (const cell of cells) flatten(cell);
      withTitleBefore(table, rows);
    }
  }
}

interface Row {
  readonly row: Element;
  readonly parent: Element;
  readonly cells: readonly Element[];
}

/** The rows of a table itself, not of those in its cells. */
function rowsOf(table: Element): Row[] {
  const rows: Row[] = [];
  const walk = (parent: Element): void => {
    for (const child of parent.children) {
      if (child.type !== 'element') continue;
      if (child.tagName === 'tr') rows.push({ row: child, parent, cells: child.children.filter(isCell) });
      else if (/^t(?:body|head|foot)$/.test(child.tagName)) walk(child);
    }
  };
  walk(table);
  return rows.filter(({ cells }) => cells.length > 0);
}

function isCell(node: ElementContent): node is Element {
  return node.type === 'element' && (node.tagName === 'td' || node.tagName === 'th');
}

function isLayout(table: Element, rows: readonly Row[]): boolean {
  if (rows.every(({ cells }) => cells.length === 1 && !spans(cells[0]))) return true;
  const role = table.properties['role'];
  const fewest = rows.length === 1 || role === 'presentation' || role === 'none' ? A_COLUMN : A_PAGE;
  return rows.some(({ cells }) => cells.some((cell) => isPage(cell, fewest)));
}

/** Whether a cell holds a part of a page: many blocks, and headings or tables among them where the row is not alone. */
function isPage(cell: Element, fewest: number): boolean {
  let blocks = 0;
  let hasHeading = false;
  visit(cell, (node) => {
    if (node.type !== 'element' || node === cell) return;
    if (HEADING.test(node.tagName)) hasHeading = true;
    if (/^(?:p|li|h[1-6]|tr|div)$/.test(node.tagName) && toText(node).trim() !== '') blocks++;
  });
  return (hasHeading && blocks >= Math.min(fewest, A_PAGE)) || (fewest === A_COLUMN && blocks >= A_COLUMN);
}

function takeApart(table: Element, rows: readonly Row[]): void {
  table.tagName = 'div';
  table.properties = {};
  table.children = rows.flatMap(({ cells }) =>
    cells.map((cell): Element => ({ type: 'element', tagName: 'div', properties: {}, children: cell.children })),
  );
}

const spans = (cell: Element | undefined): boolean => Number(cell?.properties['colSpan'] ?? 1) > 1;

/** A caption, or a first row that is one cell over all columns, is a line before the table; then the header row is named. */
function withTitleBefore(table: Element, rows: readonly Row[]): void {
  const title: ElementContent[] = [];
  const caption = table.children.find((child) => child.type === 'element' && child.tagName === 'caption');
  if (caption?.type === 'element') title.push(...caption.children);
  const [first, second] = rows;
  let head = first;
  if (first && second && first.cells.length === 1 && spans(first.cells[0]) && second.cells.length > 1) {
    title.push(...(first.cells[0]?.children ?? []));
    first.parent.children = first.parent.children.filter((child) => child !== first.row);
    head = second;
  }
  // Word seldom says which row is the header, so the first one serves.
  if (!rows.some(({ cells }) => cells.some(({ tagName }) => tagName === 'th')) || head !== first)
    for (const cell of head?.cells ?? []) cell.tagName = 'th';
  if (title.length === 0) return;
  table.children = table.children.filter((child) => child !== caption);
  const inner: Element = { ...table };
  table.tagName = 'div';
  table.properties = {};
  table.children = [{ type: 'element', tagName: 'p', properties: {}, children: title }, inner];
}

/** A cell of a Markdown table is one line: its paragraphs and list items are joined with a space, nested rows with a slash. */
function flatten(cell: Element): void {
  const flat: ElementContent[] = [];
  const walk = (children: readonly ElementContent[]): void => {
    for (const child of children) {
      if (child.type === 'element' && BLOCKS.has(child.tagName)) {
        if (flat.length > 0) flat.push({ type: 'text', value: child.tagName === 'tr' ? ' / ' : ' ' });
        if (child.tagName === 'li') flat.push({ type: 'text', value: '• ' });
        walk(child.children);
        if (flat.length > 0) flat.push({ type: 'text', value: ' ' });
      } else if (child.type === 'element' && child.tagName === 'br') flat.push({ type: 'text', value: ' ' });
      else flat.push(child);
    }
  };
  walk(cell.children);
  cell.children = flat;
}
