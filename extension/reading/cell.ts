import type { Sight } from './sight.ts';

/** What a cell shows to a person, and how that was known. */
export interface CellContent {
  text: string;
  from: 'choice' | 'field' | 'text' | 'label' | 'picture' | 'blank';
}

const NEVER_TEXT = new Set([
  'SCRIPT',
  'STYLE',
  'TEMPLATE',
  'NOSCRIPT',
  'SELECT',
  'OPTION',
  'DATALIST',
  'TEXTAREA',
  'TABLE',
]);
/** Tags that do not part words: a search highlight inside a surname must not split it. */
const WITHIN_A_WORD = new Set(['A', 'B', 'EM', 'I', 'MARK', 'S', 'STRONG', 'U', 'ABBR', 'FONT', 'BDI']);
const PICTURES = 'img,svg,i,canvas,[class*="icon"],[role="img"]';
/** Where systems keep what a pointer resting on a place would show; kits move a title into attributes of their own. */
const LABELS = [
  'aria-label',
  'title',
  'alt',
  'data-tooltip',
  'data-original-title',
  'data-bs-original-title',
  'data-qtip',
];
/** Elements that carry such a label. */
export const LABELLED = LABELS.map((name) => `[${name}]`).join();
const TAGS = /<[^<>]*>/g;
const SPACES = /[\s\u00a0\u200b\ufeff]+/g;

/** The cell as a person sees it: the chosen option, the field's value, visible text, else its label; never hidden text. */
export function readCell(cell: Element, sight: Sight): CellContent {
  // Most cells of a register hold a letter and no element: there are tens of thousands of them.
  if (cell.childElementCount === 0) {
    const plain = tidy(cell.textContent ?? '') || attributeLabel(cell);
    return { text: plain, from: plain === '' ? 'blank' : 'text' };
  }
  const choice = chosen(cell, sight);
  if (choice !== null) return { text: tidy(choice), from: tidy(choice) === '' ? 'blank' : 'choice' };
  const field = fieldValue(cell, sight);
  if (field !== null) return { text: tidy(field), from: tidy(field) === '' ? 'blank' : 'field' };
  const text = visibleText(cell, sight);
  if (text !== '') return { text, from: 'text' };
  const label = labelOf(cell, sight);
  if (label !== '') return { text: label, from: 'label' };
  const picture = [...cell.querySelectorAll(PICTURES)].some((element) => !sight.isHidden(element));
  return { text: '', from: picture ? 'picture' : 'blank' };
}

/** The words of a heading cell: its filter field and its menus say nothing of what stands below. */
export function readHeading(cell: Element, sight: Sight): CellContent {
  const text = visibleText(cell, sight) || labelOf(cell, sight);
  return { text, from: text === '' ? 'blank' : 'text' };
}

/** The visible text of an element without scripts, option lists, hidden parts and tables inside it. */
export function visibleText(element: Element, sight: Sight): string {
  const parts: string[] = [];
  collect(element, sight, parts);
  return tidy(parts.join(''));
}

/** One line without stray spaces. */
export function tidy(text: string): string {
  return text.replace(SPACES, ' ').trim();
}

function collect(element: Element, sight: Sight, parts: string[]): void {
  for (const node of element.childNodes) {
    if (node.nodeType === 3) parts.push(node.textContent ?? '');
    else if (node.nodeType === 1) {
      // nodeType 1 is an element: the DOM's own guarantee, which its types do not carry.
      const child = node as Element;
      const tag = child.tagName.toUpperCase();
      if (NEVER_TEXT.has(tag) || sight.isHidden(child)) continue;
      const apart = !WITHIN_A_WORD.has(tag);
      if (apart) parts.push(' ');
      collect(child, sight, parts);
      if (apart) parts.push(' ');
    }
  }
}

function chosen(cell: Element, sight: Sight): string | null {
  const select = [...cell.querySelectorAll('select')].find((element) => !sight.isHidden(element));
  if (select) {
    const options = [...select.querySelectorAll('option')];
    return (options.find((option) => option.selected) ?? options[0])?.textContent ?? '';
  }
  const radios = [...cell.querySelectorAll<HTMLInputElement>('input[type="radio"]')];
  if (radios.length < 2) return null;
  const checked = radios.find(isOn);
  if (!checked) return '';
  const label = checked.closest('label');
  return (label && visibleText(label, sight)) || checked.getAttribute('aria-label') || checked.value;
}

/** Whether a radio button or tick box is on; documents without a browser know only what the markup says. */
export function isOn(input: HTMLInputElement): boolean {
  return 'checked' in input ? input.checked : (input as Element).hasAttribute('checked');
}

function fieldValue(cell: Element, sight: Sight): string | null {
  const fields = [...cell.querySelectorAll<HTMLInputElement>('input')].filter(
    (input) => /^(?:text|number|search|)$/.test(input.getAttribute('type') ?? '') && !sight.isHidden(input),
  );
  return fields.length === 1 ? (fields[0]?.value ?? '') : null;
}

function labelOf(cell: Element, sight: Sight): string {
  for (const element of [cell, ...cell.querySelectorAll(LABELLED)]) {
    if (element !== cell && sight.isHidden(element)) continue;
    const label = attributeLabel(element);
    if (label !== '') return label;
  }
  return '';
}

function attributeLabel(element: Element): string {
  return labelsOf(element)[0] ?? '';
}

/** What the attributes of one element say of it, in words. */
export function labelsOf(element: Element): string[] {
  return LABELS.flatMap((name) => {
    const text = tidy((element.getAttribute(name) ?? '').replace(TAGS, ' '));
    return text === '' ? [] : [text];
  });
}
