import { nameOf } from './cards.ts';
import { type FigureLine, findFigureLines } from './figure-lines.ts';
import type { Matrix, MatrixCell, MatrixRow } from './matrix.ts';
import { ownerOf } from './owner.ts';
import type { Parts } from './parts.ts';
import type { RowPupil } from './pupils.ts';
import type { FigureBlock } from './rare.ts';
import type { Sight } from './sight.ts';

const LEAST_CARDS = 2;

/** The blocks of figures on a page without tables of them, each of one pupil whom the page names, or of one a card. */
export function* findFigureBlocks(page: ParentNode, sight: Sight): Parts<FigureBlock[]> {
  const lines = yield* findFigureLines(page, sight);
  yield;
  if (lines.length === 0) return [];
  const groups = groupsOf(lines);
  const named = [...groups].map(([root, own]) => ({ root, own, name: nameOf(root, sight) }));
  const cards = named.filter(({ name }) => name !== null);
  if (cards.length >= LEAST_CARDS && cards.length >= named.length * 0.9)
    return cardsTable(cards).map((matrix) => {
      const names = new Set(cards.flatMap(({ name }) => name?.element ?? []));
      return { matrix, names };
    });
  return [...groups].flatMap(([root, own]) => {
    const pupil = ownerOf(root, sight);
    return pupil ? [{ matrix: oneRow(root, pupil, pairsOf(own)), names: new Set([pupil.cell.element]) }] : [];
  });
}

/** Each line belongs to the widest part of the page in which no label stands twice. */
function groupsOf(lines: readonly FigureLine[]): Map<Element, FigureLine[]> {
  const labels = new Map<Element, Map<string, string>>();
  const twice = new Set<Element>();
  for (const { element, label, value, isWhole } of lines)
    for (let at: Element | null = element; at; at = at.parentElement) {
      const known = labels.get(at) ?? new Map<string, string>();
      labels.set(at, known);
      const before = known.get(label);
      if (before !== undefined && !(isWhole && before === value.text)) twice.add(at);
      known.set(label, value.text);
    }
  const groups = new Map<Element, FigureLine[]>();
  // A label that one holder has twice could be either.
  for (const line of lines.filter(({ element }) => !twice.has(element))) {
    let widest = line.element;
    while (widest.parentElement && !twice.has(widest.parentElement)) widest = widest.parentElement;
    groups.set(widest, [...(groups.get(widest) ?? []), line]);
  }
  return twice.size > 0 ? groups : new Map([...groups].map(([widest, own]) => [around(own, widest), own]));
}

/** The narrowest part of the page that holds all the lines. */
function around(lines: readonly FigureLine[], widest: Element): Element {
  let at: Element = lines[0]?.element ?? widest;
  while (at.parentElement && !lines.every(({ element }) => at.contains(element))) at = at.parentElement;
  return at;
}

function cardsTable(
  cards: readonly { root: Element; own: readonly FigureLine[]; name: MatrixCell | null }[],
): Matrix[] {
  const labels = [...new Set(cards.flatMap(({ own }) => own.map(({ label }) => label)))];
  let root = cards[0]?.root.parentElement ?? null;
  while (root?.parentElement && !cards.every((card) => root?.contains(card.root))) root = root.parentElement;
  const rows = cards.map(({ root: element, own, name }) => {
    const pairs = pairsOf(own);
    return { element, cells: [name ?? undefined, ...labels.map((label) => pairs.get(label))] };
  });
  return root ? [tableOf(root, labels, rows)] : [];
}

function pairsOf(lines: readonly FigureLine[]): Map<string, MatrixCell> {
  return new Map(lines.map(({ label, value }) => [label, value]));
}

function oneRow(root: Element, pupil: RowPupil, pairs: ReadonlyMap<string, MatrixCell>): Matrix {
  return tableOf(root, [...pairs.keys()], [{ element: root, cells: [pupil.cell, ...pairs.values()] }]);
}

function tableOf(root: Element, labels: readonly string[], rows: readonly MatrixRow[]): Matrix {
  return {
    root,
    headings: [['Pupil'], ...labels.map((label) => [label])],
    headingCells: Array.from({ length: labels.length + 1 }, () => []),
    rows,
    declaredRows: null,
    hasUnloadedColumns: false,
  };
}
