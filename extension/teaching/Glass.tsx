import { useEffect, useState } from 'preact/hooks';
import { type Candidate, columnAt, type TeachableColumn } from './candidates.ts';

export interface GlassProps {
  candidates: readonly Candidate[];
  /** Someone is to point at a column. */
  active: boolean;
  /** The column that the list is about. */
  lit: TeachableColumn | null;
  /** The table to which `lit` belongs. */
  shown: Candidate;
  onPoint(candidate: number, column: TeachableColumn): void;
}

interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** How long the glass steps back after a turn of the wheel, so that the page scrolls. */
const SCROLL_MS = 250;

/** A pane over the page that takes the click, so that nothing of the page is ever clicked, and shows the column meant. */
export function Glass({ candidates, active, lit, shown, onPoint }: GlassProps) {
  const [at, setAt] = useState<{ candidate: number; column: TeachableColumn } | null>(null);
  const [away, setAway] = useState(false);
  const [, redraw] = useState(0);
  useEffect(() => {
    const onMove = (): void => redraw((count) => count + 1);
    addEventListener('scroll', onMove, { capture: true, passive: true });
    addEventListener('resize', onMove, { passive: true });
    return () => {
      removeEventListener('scroll', onMove, true);
      removeEventListener('resize', onMove);
    };
  }, []);
  useEffect(() => {
    if (!away) return;
    const timer = setTimeout(() => setAway(false), SCROLL_MS);
    return () => clearTimeout(timer);
  }, [away]);

  const under = ({ clientX, clientY }: PointerEvent | MouseEvent): typeof at => {
    for (const element of document.elementsFromPoint(clientX, clientY)) {
      for (const [index, candidate] of candidates.entries()) {
        const column = columnAt(candidate, element);
        if (column) return { candidate: index, column };
      }
    }
    return null;
  };
  const pointed = active && at ? { candidate: candidates[at.candidate], column: at.column } : null;
  const box = pointed?.candidate
    ? boxOf(pointed.candidate, pointed.column)
    : lit && shown.columns.includes(lit)
      ? boxOf(shown, lit)
      : null;
  return (
    <>
      {box && (
        <div
          class="lit"
          style={{ transform: `translate(${box.x}px, ${box.y}px)`, width: `${box.width}px`, height: `${box.height}px` }}
        />
      )}
      {active && (
        // biome-ignore lint/a11y/noStaticElementInteractions: the list beside it does the same by keyboard.
        // biome-ignore lint/a11y/useKeyWithClickEvents: the same.
        <div
          class={away ? 'glass away' : 'glass'}
          onPointerMove={(event) => setAt(under(event))}
          onWheel={() => setAway(true)}
          onClick={(event) => {
            const found = under(event);
            if (found) onPoint(found.candidate, found.column);
          }}
        />
      )}
    </>
  );
}

const MEASURED = 60;

/** The stretch of the screen that a column covers, as far as it can be seen. */
function boxOf({ matrix }: Candidate, { indexes }: TeachableColumn): Box | null {
  const rows = [...matrix.rows.slice(0, MEASURED), ...matrix.rows.slice(-1)];
  const cells = indexes.flatMap((index) => [
    ...(matrix.headingCells[index] ?? []).slice(-1),
    ...rows.flatMap((row) => row.cells[index]?.element ?? []),
  ]);
  const rects = cells
    .map((cell) => cell.getBoundingClientRect())
    .filter(({ width, height }) => width > 0 && height > 0);
  if (rects.length === 0) return null;
  const x = Math.max(0, Math.min(...rects.map(({ left }) => left)));
  const y = Math.max(0, Math.min(...rects.map(({ top }) => top)));
  const right = Math.min(innerWidth, Math.max(...rects.map((rect) => rect.right)));
  const bottom = Math.min(innerHeight, Math.max(...rects.map((rect) => rect.bottom)));
  return right > x && bottom > y ? { x, y, width: right - x, height: bottom - y } : null;
}
