import { isOn, tidy } from './cell.ts';
import { around, isShadow } from './shadows.ts';
import type { Sight } from './sight.ts';

/** What a page says near a grid, in the order of the page: texts, chosen options, field values with their labels. */
export interface Surroundings {
  texts: string[];
}

const SKIP = new Set([
  'SCRIPT',
  'STYLE',
  'TEMPLATE',
  'NOSCRIPT',
  'TABLE',
  'SVG',
  'NAV',
  'FOOTER',
  'OPTION',
  'TEXTAREA',
  'IFRAME',
  'ASIDE',
]);
const ELSEWHERE = /^(?:grid|treegrid|table|navigation|banner|contentinfo|complementary|menu|menubar|dialog|alert)$/;
const MOST_TEXTS = 300;
const PART = '(?:\\d{1,2}|20\\d\\d|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6})';
const DATE_PART = new RegExp(`^${PART}$`, 'i');
const DATE_PARTS = new RegExp(`(?:^|[^\\p{L}\\d])${PART}(?: ${PART})?$`, 'iu');

/**
 * The surroundings level by level: first the grid's own caption, then each wider part of the page. `names`: the grid is
 * no table but lines of text, and all that stands among them but these names comes first.
 */
export function* surroundingsOf(grid: Element, sight: Sight, names?: ReadonlySet<Element>): Generator<Surroundings> {
  const captions = [...grid.children].filter((child) => child.tagName.toUpperCase() === 'CAPTION');
  const label = grid.getAttribute('aria-label') ?? '';
  const own = [...captions, ...titleRows(grid)]
    .map((caption) => tidy(caption.textContent ?? ''))
    .concat(tidy(label))
    .filter((text) => text !== '');
  if (own.length > 0) yield { texts: own };
  if (names) {
    const texts: string[] = [];
    for (const child of grid.children) gather(child, sight, texts, names);
    if (texts.length > 0) yield { texts };
  }
  let inner: Element | ShadowRoot = grid;
  for (let at = around(grid); at; inner = at, at = around(at)) {
    const texts: string[] = [];
    for (const child of at.childNodes) {
      if (child === inner) continue;
      if (child.nodeType === 3) push(texts, child.textContent);
      // nodeType 1 is an element: the DOM's own guarantee, which its types do not carry.
      else if (child.nodeType === 1) gather(child as Element, sight, texts);
    }
    if (texts.length > 0) yield { texts };
    // What the page says of its own table need not hold for one beside it, or for one that is laid over it.
    if (isShadow(at)) continue;
    if (APART.test(at.tagName) || APART_ROLE.test(at.getAttribute('role') ?? '')) return;
  }
}

const APART = /^(?:ASIDE|DIALOG)$/i;
const APART_ROLE = /^(?:complementary|dialog|alertdialog)$/;
const MOST_TITLES = 3;

/** Rows at the top of a table that are one cell over all its columns. */
function titleRows(grid: Element): Element[] {
  const rows = [...grid.querySelectorAll('tr')].slice(0, MOST_TITLES);
  const end = rows.findIndex(
    ({ children: [only, ...more] }) => more.length > 0 || !only || Number(only.getAttribute('colspan') ?? 1) < 2,
  );
  return rows.slice(0, end < 0 ? MOST_TITLES : end);
}

function gather(element: Element, sight: Sight, texts: string[], except?: ReadonlySet<Element>): void {
  const tag = element.tagName.toUpperCase();
  if (texts.length >= MOST_TEXTS || SKIP.has(tag) || ELSEWHERE.test(element.getAttribute('role') ?? '')) return;
  // The page's own top bar speaks of the system, not of this table.
  if (tag === 'HEADER' && element.parentElement?.tagName.toUpperCase() === 'BODY') return;
  if (except?.has(element) || sight.isHidden(element) || isUnchosen(element)) return;
  if (tag === 'SELECT') {
    const options = [...element.querySelectorAll('option')];
    const chosen = options.find((option) => option.selected) ?? options[0];
    const text = tidy(chosen?.textContent ?? '');
    const before = texts.at(-1) ?? '';
    // Day, month and year in fields of their own are one date.
    if (DATE_PART.test(text) && DATE_PARTS.test(before)) texts[texts.length - 1] = `${before} ${text}`;
    else push(texts, labelledAs(element, text));
    return;
  }
  if (tag === 'INPUT') {
    const type = element.getAttribute('type') ?? 'text';
    // An INPUT has a value: the DOM's own guarantee.
    const { value } = element as HTMLInputElement;
    if (/^(?:text|date|month|search)$/.test(type)) push(texts, labelledAs(element, value));
    return;
  }
  for (const node of element.childNodes) {
    if (node.nodeType === 3) push(texts, node.textContent);
    else if (node.nodeType === 1) gather(node as Element, sight, texts, except);
  }
}

function labelledAs(field: Element, value: string): string {
  const label = field.getAttribute('aria-label');
  return label ? `${label}: ${value}` : value;
}

/** A tab, radio or link that is not the chosen one says what the page could show, not what it shows. */
function isUnchosen(element: Element): boolean {
  const tag = element.tagName.toUpperCase();
  const role = element.getAttribute('role');
  const chosen = ['aria-selected', 'aria-current', 'aria-pressed', 'aria-checked'].some((name) => {
    const value = element.getAttribute(name);
    return value !== null && value !== 'false';
  });
  if (tag === 'BUTTON' || tag === 'A' || role === 'tab' || role === 'button' || role === 'radio' || role === 'option')
    return !chosen;
  if (tag !== 'LABEL') return false;
  const radio =
    element.querySelector<HTMLInputElement>('input[type="radio"],input[type="checkbox"]') ?? labelled(element);
  return radio !== null && !isOn(radio);
}

function labelled(label: Element): HTMLInputElement | null {
  const id = label.getAttribute('for');
  if (id === null || !/^[\w-]+$/.test(id)) return null;
  const input = label.ownerDocument.getElementById(id);
  return input && /^(?:radio|checkbox)$/.test(input.getAttribute('type') ?? '') ? (input as HTMLInputElement) : null;
}

function push(texts: string[], text: string | null): void {
  const line = tidy(text ?? '');
  if (line !== '' && texts.length < MOST_TEXTS) texts.push(line.slice(0, 400));
}
