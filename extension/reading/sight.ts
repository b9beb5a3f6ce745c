/** What only the browser knows of an element. A test, which has no layout, answers from attributes. */
export interface Sight {
  isHidden(element: Element): boolean;
  /** The element's top edge in pixels, to pair the halves of a split grid; null where there is no layout. */
  topOf(element: Element): number | null;
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
};

/** Judges by what is on the screen. */
export const browserSight: Sight = {
  isHidden: (element) => !element.checkVisibility({ visibilityProperty: true }),
  topOf: (element) => element.getBoundingClientRect().top,
};
