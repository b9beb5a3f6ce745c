/** So far from the edges of the window no bar of a page usually stands, in pixels. */
const EDGE = 140;
/** An answer from within a table holds for this long while somebody scrolls. */
const HOLDS_MS = 300;

/**
 * Whether something of the page lies over a point of a row: sticky headings, dialogues and loading masks come before the
 * marks. To ask the browser costs more the longer a page is, so while somebody scrolls an answer holds for a moment.
 */
export class Covered {
  readonly #own: Element;
  #answers = new WeakMap<Element, Map<number, { covered: boolean; at: number }>>();

  constructor(own: Element) {
    this.#own = own;
  }

  /** Asks anew about every point. */
  forget(): void {
    this.#answers = new WeakMap();
  }

  isCovered(anchor: Element, x: number, y: number): boolean {
    const now = performance.now();
    const known = this.#answers.get(anchor) ?? new Map<number, { covered: boolean; at: number }>();
    this.#answers.set(anchor, known);
    const before = known.get(Math.round(x));
    if (before && now - before.at < HOLDS_MS && y > EDGE && y < innerHeight - EDGE) return before.covered;
    const covered = this.#look(anchor, x, y);
    known.set(Math.round(x), { covered, at: now });
    return covered;
  }

  #look(anchor: Element, x: number, y: number): boolean {
    // Of what a component draws in its shadow, the page itself sees the component alone.
    const tree = anchor.getRootNode();
    const place = tree instanceof ShadowRoot ? tree : document;
    const top = place.elementsFromPoint(x, y).find((element) => element !== this.#own);
    if (!top) return true;
    const row = anchor.closest('tr,[role="row"]') ?? anchor;
    return !(row.contains(top) || top.contains(anchor));
  }
}
