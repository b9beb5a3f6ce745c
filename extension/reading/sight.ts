import { shadowsIn } from './shadows.ts';

/** What can be told of an element's place on the screen. Tests without a layout answer from attributes. */
export interface Sight {
  isHidden(element: Element): boolean;
  /** The element's top edge in pixels, to pair the halves of a split grid; null where there is no layout. */
  topOf(element: Element): number | null;
  /** Whether one element lies over a good part of another; null where there is no layout. */
  covers(over: Element, under: Element): boolean | null;
  /** Parts of the page that its components draw in shadow roots of their own. */
  shadowsIn(page: ParentNode): readonly ShadowRoot[];
}

const INLINE_HIDING = /display\s*:\s*none|visibility\s*:\s*hidden/i;

/** Judges by what the markup itself says, for pages without a layout. */
export const markupSight: Sight = {
  isHidden(element) {
    for (let at: Element | null = element; at; at = at.parentElement) {
      if (at.hasAttribute('hidden') || INLINE_HIDING.test(at.getAttribute('style') ?? '')) return true;
    }
    return false;
  },
  topOf: () => null,
  covers: () => null,
  shadowsIn: () => [],
};

/** Judges by what is on the screen. */
export const browserSight: Sight = {
  isHidden: (element) => !element.checkVisibility({ visibilityProperty: true }),
  topOf: (element) => element.getBoundingClientRect().top,
  covers(over, under) {
    if (!over.checkVisibility({ visibilityProperty: true, opacityProperty: true })) return false;
    const [a, b] = [over.getBoundingClientRect(), under.getBoundingClientRect()];
    const width = Math.min(a.right, b.right) - Math.max(a.left, b.left);
    const height = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
    // A grid that is longer than the window is covered where it can be seen.
    const seen = Math.min(b.height, innerHeight);
    return width > b.width / 2 && height > seen / 3;
  },
  shadowsIn,
};
