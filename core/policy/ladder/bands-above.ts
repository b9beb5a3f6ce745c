import type { Group, Headed } from './group.ts';
import { BAND_FAMILY, headOf } from './heads.ts';
import type { Line } from './lines.ts';

/**
 * Bands that stand above their labels, each on a line of its own: "95–100%", "Stage 1", what is done, "90–95%", "Stage 2", ….
 * Read from the labels down, each would get the band of the next; so where a band stands right above every label, it goes to it.
 */
export function withBandsAbove(group: Group, lines: readonly Line[]): Group {
  const [first] = group.rungs;
  const above = first ? lines[lines.indexOf(first.line) - 1] : undefined;
  if (!above || group.family === BAND_FAMILY || group.rungs.length < 2 || !isBandAlone(above)) return group;
  const bands = group.rungs.map((_, index) => (index === 0 ? above : group.rungs[index - 1]?.body.at(-1)));
  if (!group.rungs.every(({ head }, index) => head.figures.length === 0 && isBandAlone(bands[index]))) return group;
  const rungs = group.rungs.map((rung, index): Headed => {
    const band = bands[index];
    const body = index < group.rungs.length - 1 ? rung.body.slice(0, -1) : rung.body;
    return { ...rung, body: band ? [band, ...body] : body };
  });
  return { ...group, rungs };
}

/** "90% – 95%" and nothing more. */
function isBandAlone(line: Line | undefined): boolean {
  if (!line || line.kind === 'row') return false;
  const head = headOf(line);
  return head?.family === BAND_FAMILY && !/[a-z]{3}/i.test(line.text.slice(head.rest).replace(/attendance/i, ''));
}
