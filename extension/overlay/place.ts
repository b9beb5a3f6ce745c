import { elementAround } from '../reading/shadows.ts';

/** Where a mark belongs on the screen: at the end of the name, in one line down the column where there is room. */
export interface Spot {
  key: string;
  anchor: Element;
  /** The size of the mark itself. */
  width: number;
  height: number;
}

export interface Placed {
  key: string;
  /** Pixels from the viewport's edge; null: not to be seen now. */
  at: { x: number; y: number } | null;
  /** The mark shows its shape alone, for want of room. */
  tight: boolean;
}

const GAP = 8;
const EDGE = 6;
const TIGHT_WIDTH = 26;

/** The part of the screen in which a table can be seen: scrolling boxes around it hide the rest. */
interface Window {
  top: number;
  bottom: number;
  left: number;
  right: number;
}

interface Measured extends Spot {
  cell: DOMRect;
  textRight: number;
}

type IsCovered = (anchor: Element, x: number, y: number) => boolean;

/** Where the marks of one table stand. */
interface Lane {
  x(cell: DOMRect): number;
  tight: boolean;
  /** Outside the table, where a scrolling box around it does not cut. */
  outside: boolean;
}

/** How far the names of one table reach from the edge of their cells, as far as they were seen. */
export interface Reach {
  most: number;
  /** Of each cell that was measured. */
  ends: WeakMap<Element, number>;
}

/** Places the marks of one table. Only measures; `isCovered` says whether something of the page lies over a point. */
export function placeMarks(spots: readonly Spot[], isCovered: IsCovered, reach: Reach): Placed[] {
  const measured = spots.map((spot): Measured => {
    const cell = spot.anchor.getBoundingClientRect();
    const end = reach.ends.get(spot.anchor) ?? textRight(spot.anchor) - cell.left;
    reach.ends.set(spot.anchor, end);
    return { ...spot, cell, textRight: cell.left + end };
  });
  const seen = measured[0] ? windowAround(measured[0].anchor) : WHOLE_SCREEN;
  const shown = measured.filter(({ cell }) => onScreen(cell, seen));
  const lane = chooseLane(measured, shown, isCovered, reach);
  return measured.map(({ key, anchor, cell, width, height }) => {
    if (!onScreen(cell, seen)) return { key, at: null, tight: lane.tight };
    const size = lane.tight ? TIGHT_WIDTH : width;
    const [x, y] = [lane.x(cell), cell.top + (cell.height - height) / 2];
    const cutAside = lane.outside ? x < 0 || x + size > innerWidth : x < seen.left || x + size > seen.right;
    const cut = cutAside || y < seen.top - 3 || y + height > seen.bottom + 3;
    return { key, at: cut || isCovered(anchor, x + size / 2, y + height / 2) ? null : { x, y }, tight: lane.tight };
  });
}

/** In one line after the longest name; else left or right of the table where the page is bare; else the shape alone. */
function chooseLane(all: readonly Measured[], shown: readonly Measured[], isCovered: IsCovered, reach: Reach): Lane {
  const widest = Math.max(0, ...all.map(({ width }) => width));
  reach.most = Math.max(reach.most, ...all.map(({ textRight: right, cell }) => right - cell.left));
  const inLine = Math.max(0, ...all.map(({ cell }) => cell.left)) + reach.most + GAP;
  const fits = (size: number): boolean => shown.every(({ cell }) => inLine + size <= cell.right);
  if (fits(widest)) return { x: () => inLine, tight: false, outside: false };
  const left = Math.min(...shown.map(({ anchor }) => rowOf(anchor).getBoundingClientRect().left)) - EDGE;
  const right = Math.max(...shown.map(({ anchor }) => rowOf(anchor).getBoundingClientRect().right)) + EDGE;
  // Beside the table a word has more room than a shape, and a shape more than over a name.
  for (const size of fits(TIGHT_WIDTH) ? [widest] : [widest, TIGHT_WIDTH])
    for (const x of [left - size, right]) {
      const within = x >= EDGE && x + size <= innerWidth - EDGE;
      // Only where the page has nothing of its own, such as a menu.
      const bare = shown.every(({ anchor, cell }) =>
        [0, 0.5, 1].every((part) => !isCovered(anchor, x + part * size, cell.top + cell.height / 2)),
      );
      if (within && bare) return { x: () => x, tight: size !== widest, outside: true };
    }
  return { x: (cell) => (fits(TIGHT_WIDTH) ? inLine : cell.right - TIGHT_WIDTH - 2), tight: true, outside: false };
}

function rowOf(anchor: Element): Element {
  return anchor.closest('tr,[role="row"]') ?? anchor;
}

function onScreen({ top, bottom, left, right, width, height }: DOMRect, seen: Window): boolean {
  return width > 0 && height > 0 && bottom > seen.top && right > seen.left && top < seen.bottom && left < seen.right;
}

const WHOLE_SCREEN: Window = { top: 0, bottom: Number.POSITIVE_INFINITY, left: 0, right: Number.POSITIVE_INFINITY };

function windowAround(anchor: Element): Window {
  const seen = { top: 0, bottom: innerHeight, left: 0, right: innerWidth };
  for (let at = elementAround(anchor); at && at !== document.body; at = elementAround(at)) {
    const { overflowX, overflowY } = getComputedStyle(at);
    if (overflowX === 'visible' && overflowY === 'visible') continue;
    const box = at.getBoundingClientRect();
    seen.top = Math.max(seen.top, box.top);
    seen.bottom = Math.min(seen.bottom, box.bottom);
    seen.left = Math.max(seen.left, box.left);
    seen.right = Math.min(seen.right, box.right);
  }
  return seen;
}

/** The right edge of the text in a cell. */
function textRight(anchor: Element): number {
  const range = anchor.ownerDocument.createRange();
  range.selectNodeContents(anchor);
  let right = anchor.getBoundingClientRect().left;
  for (const rect of range.getClientRects()) {
    // A block inside the cell is as wide as the cell; only what is narrower says where the words end.
    if (rect.width > 0 && rect.right > right && rect.width < anchor.clientWidth - 2) right = rect.right;
  }
  return right;
}

const MARGIN = 8;

/** Where the window of a mark stands: below the mark, or above it where there is more room; never off the screen. In pixels from the viewport's edge. */
export function besideMark(
  at: { x: number; y: number },
  width: number,
  height: number,
  size: { width: number; height: number },
): { x: number; y: number } {
  const x = Math.max(MARGIN, Math.min(at.x + width + MARGIN, innerWidth - size.width - MARGIN));
  const overlaps = x < at.x + width;
  const y = overlaps ? at.y + height + MARGIN : at.y - 12;
  const lowest = innerHeight - size.height - MARGIN;
  if (y <= lowest || !overlaps) return { x, y: Math.max(MARGIN, Math.min(y, lowest)) };
  return { x, y: Math.max(MARGIN, at.y - size.height - MARGIN) };
}
