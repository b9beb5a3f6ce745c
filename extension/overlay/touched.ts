import type { MarkedTable } from '../judging/judged-page.ts';

const ROW = 'tr,[role="row"]';
const ROW_KEYS = ['aria-rowindex', 'row-index', 'data-rowindex', 'data-recordid', 'data-uid'];
/** How far above a changed node its row may be. */
const LEVELS = 10;
/** With more changes at once than this, no row is what it was. */
const MANY = 2000;

/**
 * Rows whose content changed after it was read. A grid that draws other pupils into the same rows must not show, for the
 * moment until it is read again, one child's step beside another's name.
 */
export class TouchedRows {
  #tables: readonly MarkedTable[] = [];
  /** Each marked row, with its pupils' keys. */
  #rows = new Map<Element, string[]>();
  /** By the number of the change that touched it last. */
  readonly #touched = new Map<string, number>();

  /** Takes what was read when `change` changes had happened: what was touched until then has been read since. */
  read(tables: readonly MarkedTable[], change: number): void {
    this.#tables = tables;
    this.#rows = new Map();
    for (const { pupils } of tables)
      for (const { key, anchor } of pupils) {
        const row = anchor.closest(ROW) ?? anchor;
        const keys = this.#rows.get(row);
        if (keys) keys.push(key);
        else this.#rows.set(row, [key]);
      }
    for (const [key, at] of this.#touched) if (at <= change) this.#touched.delete(key);
  }

  /** Notes what changed. */
  note(records: readonly MutationRecord[], change: number): void {
    const touch = (keys: readonly string[]): void => {
      for (const key of keys) this.#touched.set(key, change);
    };
    const strange = new Set<Element>();
    // A row that is moved or coloured is still the same pupil's.
    const content = records.filter(({ type }) => type !== 'attributes');
    if (content.length > MANY) touch(this.#tables.flatMap(keysOf));
    else
      for (const { target } of content) {
        const keys = this.#around(target);
        const row = keys ? null : (target instanceof Element ? target : target.parentElement)?.closest(ROW);
        if (keys) touch(keys);
        else if (row) strange.add(row);
        // Of a page about one pupil, the figures lie apart from the name.
        else
          for (const table of this.#tables)
            if (isOfOne(table) && table.reading.root.contains(target)) touch(keysOf(table));
      }
    for (const row of strange) {
      // Several rows are one pupil's, or the other half of a grid has the figures.
      for (const table of this.#tables) if (table.reading.root.contains(row)) touch(keysOf(table));
      const key = keyOf(row);
      if (key !== null) for (const [other, keys] of this.#rows) if (keyOf(other) === key) touch(keys);
    }
  }

  /** Whether a pupil's row is no longer what was read. */
  has(key: string): boolean {
    return this.#touched.has(key);
  }

  #around(node: Node): string[] | undefined {
    let at: Node | null = node;
    for (let level = 0; at && level < LEVELS; level++, at = at.parentNode) {
      const keys = at instanceof Element ? this.#rows.get(at) : undefined;
      if (keys) return keys;
    }
    return undefined;
  }
}

function isOfOne({ pupils }: MarkedTable): boolean {
  return pupils.length === 1;
}

function keysOf({ pupils }: MarkedTable): string[] {
  return pupils.map(({ key }) => key);
}

/** What a component writes on both halves of a row. */
function keyOf(row: Element): string | null {
  for (const name of ROW_KEYS) {
    const value = row.getAttribute(name);
    if (value !== null) return `${name} ${value}`;
  }
  return null;
}
