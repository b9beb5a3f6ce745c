import { readCell, tidy, visibleText } from './cell.ts';
import type { Matrix, MatrixCell } from './matrix.ts';
import { looksLikeName } from './names.ts';
import { CARD_PARTS } from './rare.ts';
import type { Sight } from './sight.ts';

const NAMES = 'h1,h2,h3,h4,h5,h6,[role="heading"],[class*="name" i],a,strong,b,span,p,div';
const LEAST_CARDS = 2;
const MOST_CARDS = 2000;

/** Pages that show each pupil as a card, as tables of one row a card: the terms are the headings. */
export function findCards(page: ParentNode, sight: Sight): Matrix[] {
  const groups = new Map<Element, Set<Element>>();
  for (const part of [...page.querySelectorAll(CARD_PARTS)].slice(0, MOST_CARDS)) {
    if (part.closest('[role="grid"],[role="treegrid"],form > label')) continue;
    // A table round all cards only lays out the page.
    const table = part.closest('td') ?? part.closest('table');
    if (table && table.querySelectorAll(CARD_PARTS).length < 2 * LEAST_CARDS) continue;
    const card = cardAround(part);
    const parent = card?.parentElement;
    if (card && parent) groups.set(parent, (groups.get(parent) ?? new Set()).add(card));
  }
  return [...groups].flatMap(([root, cards]) => asMatrix(root, [...cards], sight) ?? []);
}

/** The outermost element round a part that stands among others of its tag and class. */
function cardAround(part: Element): Element | null {
  for (let at: Element | null = part; at?.parentElement; at = at.parentElement) {
    const like = [...at.parentElement.children].filter(
      (other) => other.tagName === at?.tagName && other.querySelector(CARD_PARTS),
    );
    if (like.length >= LEAST_CARDS) return at;
  }
  return null;
}

function asMatrix(root: Element, cards: readonly Element[], sight: Sight): Matrix | null {
  const shown = cards.filter((card) => !sight.isHidden(card));
  const read = shown.map((card) => ({ card, name: nameOf(card, sight), pairs: pairsOf(card, sight) }));
  const named = read.filter(({ name }) => name !== null);
  if (named.length < LEAST_CARDS || named.length < shown.length * 0.9) return null;
  const labels = [...new Set(named.flatMap(({ pairs }) => [...pairs.keys()]))];
  if (labels.length === 0) return null;
  return {
    root,
    headings: [['Pupil'], ...labels.map((label) => [label])],
    headingCells: Array.from({ length: labels.length + 1 }, () => []),
    rows: named.map(({ card, name, pairs }) => ({
      element: card,
      cells: [name ?? undefined, ...labels.map((label) => pairs.get(label))],
    })),
    declaredRows: null,
    hasUnloadedColumns: false,
  };
}

/** The first words of a card that are a person's name and nothing else. */
export function nameOf(card: Element, sight: Sight): MatrixCell | null {
  for (const element of card.querySelectorAll(NAMES)) {
    if (sight.isHidden(element) || element.closest('dl,select')) continue;
    const text = visibleText(element, sight);
    if (looksLikeName(text)) return { element, text, from: 'text' };
  }
  return null;
}

function pairsOf(card: Element, sight: Sight): Map<string, MatrixCell> {
  const pairs = new Map<string, MatrixCell>();
  const twice = new Set<string>();
  const add = (label: string, cell: MatrixCell): void => {
    if (pairs.has(label)) twice.add(label);
    pairs.set(label, cell);
  };
  for (const term of card.querySelectorAll('dl dt')) {
    const value = term.nextElementSibling;
    if (value?.tagName.toUpperCase() === 'DD' && !sight.isHidden(term) && !sight.isHidden(value))
      add(visibleText(term, sight), { element: value, ...readCell(value, sight) });
  }
  for (const [at, select] of card.querySelectorAll('select').entries()) {
    const holder = select.parentElement;
    if (holder && !sight.isHidden(select))
      add(labelOf(select) ?? (at === 0 ? 'Mark' : 'Note'), { element: holder, ...readChoice(select) });
  }
  // A term that a card has twice could be either.
  for (const label of twice) pairs.delete(label);
  return pairs;
}

/** What is chosen: its holder may have a second list. */
function readChoice(select: HTMLSelectElement): Pick<MatrixCell, 'text' | 'from'> {
  const options = [...select.querySelectorAll('option')];
  const text = tidy((options.find((option) => option.selected) ?? options[0])?.textContent ?? '');
  return { text, from: text === '' ? 'blank' : 'choice' };
}

function labelOf(select: Element): string | undefined {
  const label = `${select.getAttribute('aria-label') ?? ''} ${select.getAttribute('name') ?? ''}`;
  return /\b(?:am|pm)\b/i.exec(label)?.[0].toUpperCase();
}
