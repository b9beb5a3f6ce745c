import type { GridReading, PageReading, PupilReading } from '../reading/page-reading.ts';

/**
 * Pages about one pupil that change to another without a load, and write the name before the figures have come: until
 * then one child's figures stand below another's name.
 */
export class OwnerChange {
  readonly #last = new WeakMap<Element, { name: string; figures: string }>();

  /** The reading, without figures that have not changed since they stood below another name. */
  check(reading: PageReading): PageReading {
    return { ...reading, grids: reading.grids.map((grid) => this.#checked(grid)) };
  }

  #checked(grid: GridReading): GridReading {
    const [pupil, ...more] = grid.pupils;
    // In a row of its own a name changes with its figures.
    if (!pupil || more.length > 0 || grid.root.contains(pupil.anchor)) return grid;
    const now = { name: pupil.record.name ?? pupil.record.pupilId, figures: figuresOf(pupil) };
    const before = this.#last.get(grid.root);
    if (before && before.figures === now.figures && before.name !== now.name)
      return { ...grid, pupils: [], refusal: UNCHANGED };
    this.#last.set(grid.root, now);
    return grid;
  }
}

function figuresOf({ record: { marks, totals } }: PupilReading): string {
  return JSON.stringify([marks, totals]);
}

const UNCHANGED =
  'The page shows another name above the same figures as before, so they may still be those of the pupil before. If they stay, load the page again.';
