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

/** Places the marks of one table. Only measures; `isCovered` says whether something of the page lies over a point. */
export function placeMarks(
  spots: readonly Spot[],
  isCovered: (anchor: Element, x: number, y: number) => boolean,
): Placed[] {
  const measured = spots.map(
    (spot): Measured => ({ ...spot, cell: spot.anchor.getBoundingClientRect(), textRight: textRight(spot.anchor) }),
  );
  const seen = measured[0] ? windowAround(measured[0].anchor) : WHOLE_SCREEN;
  const shown = measured.filter(({ cell }) => onScreen(cell, seen));
  const widest = Math.max(0, ...measured.map(({ width }) => width));
  const inLine = Math.max(0, ...measured.map(({ textRight: right }) => right)) + GAP;
  const room = shown.every(({ cell }) => inLine + widest <= cell.right);
  const tightRoom = shown.every(({ cell }) => inLine + TIGHT_WIDTH <= cell.right);
  const left = Math.min(...shown.map(({ cell }) => cell.left));
  const gutter = left - widest - EDGE;
  // Beside the table only where the page has nothing of its own, such as a menu.
  const beside =
    gutter >= EDGE && shown.every(({ anchor, cell }) => !isCovered(anchor, gutter, cell.top + cell.height / 2));
  return measured.map((spot) => {
    const { key, cell, height, width, anchor } = spot;
    if (!onScreen(cell, seen)) return { key, at: null, tight: false };
    const tight = !room && !beside;
    const size = tight ? TIGHT_WIDTH : width;
    const x = room || (tight && tightRoom) ? inLine : tight ? cell.right - TIGHT_WIDTH - 2 : gutter;
    const y = cell.top + (cell.height - height) / 2;
    const cut = x + size > seen.right || (!beside && x < seen.left) || y < seen.top - 3 || y + height > seen.bottom + 3;
    const covered = cut || isCovered(anchor, x + size / 2, y + height / 2);
    return { key, at: covered ? null : { x, y }, tight };
  });
}

function onScreen({ top, bottom, left, right, width, height }: DOMRect, seen: Window): boolean {
  return width > 0 && height > 0 && bottom > seen.top && right > seen.left && top < seen.bottom && left < seen.right;
}

const WHOLE_SCREEN: Window = { top: 0, bottom: Number.POSITIVE_INFINITY, left: 0, right: Number.POSITIVE_INFINITY };

function windowAround(anchor: Element): Window {
  const seen = { top: 0, bottom: innerHeight, left: 0, right: innerWidth };
  for (let at = anchor.parentElement; at && at !== document.body; at = at.parentElement) {
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
