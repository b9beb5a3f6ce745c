import type { Day } from '#core/attendance/day.ts';
import type { MarkedPupil, MarkedTable } from '../judging/judged-page.ts';
import type { PolicyNotice } from '../messages.ts';
import type { OverlayActions } from './actions.ts';

/** What the window of one pupil shows. */
export interface WindowModel {
  pupil: MarkedPupil;
  table: MarkedTable;
  policy: PolicyNotice;
  actions: OverlayActions;
  /** Why something could not be written in the log. */
  said: string | null;
  today: Day;
}

/** Draws the window of a pupil into its place in the layer, or takes it away. */
export type DrawWindow = (root: ShadowRoot, slot: Element, model: WindowModel | null) => void;

const NAME = 'rollmarkDrawWindow';

/** What the window's own script left for the reader: both live in one world, which no script of the page can enter. */
export function windowDrawer(): DrawWindow | null {
  const found: unknown = Reflect.get(globalThis, NAME);
  // Only `offerWindow` puts something there.
  return typeof found === 'function' ? (found as DrawWindow) : null;
}

export function offerWindow(draw: DrawWindow): void {
  Reflect.set(globalThis, NAME, draw);
}
