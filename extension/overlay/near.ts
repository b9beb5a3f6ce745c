/** Tables up to this size have every mark drawn, so that a screen reader finds them all. */
const FEW = 200;
/** Marks are drawn this far beyond the screen, in pixels, so that scrolling finds them there; and they must be there so far. */
const FAR = 600;
export const CLOSE = 150;

interface Anchored {
  anchor: Element;
}

/** The pupils of one table whose rows are on the screen or near it: a table of thousands has no thousand marks. */
export function nearScreen<P extends Anchored>(pupils: readonly P[], margin = FAR): readonly P[] {
  if (pupils.length <= FEW) return pupils;
  const top = (pupil: P | undefined): number => pupil?.anchor.getBoundingClientRect().top ?? 0;
  const [least, most] = [-margin, innerHeight + margin];
  if (!isAscending(pupils, top)) return pupils.filter((pupil) => top(pupil) > least && top(pupil) < most);
  const firstBelow = (line: number): number => {
    let [low, high] = [0, pupils.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (top(pupils[middle]) < line) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  return pupils.slice(firstBelow(least), firstBelow(most));
}

/** Whether rows stand below one another in their order, as far as every sixteenth part tells. */
function isAscending<P extends Anchored>(pupils: readonly P[], top: (pupil: P | undefined) => number): boolean {
  let above = Number.NEGATIVE_INFINITY;
  for (let part = 0; part < 16; part++) {
    const at = top(pupils[Math.floor((part * pupils.length) / 16)]);
    if (at < above) return false;
    above = at;
  }
  return true;
}
