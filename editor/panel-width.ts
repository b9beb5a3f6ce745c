import { signal } from '@preact/signals';

/** How wide the panel beside the text is, in pixels; remembered in this browser. Null: as wide as the design says. */
export const panelWidth = signal<number | null>(null);

const KEY = 'rollmark.panel-width';
export const NARROWEST = 320;
const WIDEST_SHARE = 0.7;

/** Takes the width of the last visit. */
export function startPanelWidth(): void {
  try {
    const kept = Number(localStorage.getItem(KEY) ?? Number.NaN);
    if (Number.isFinite(kept) && kept >= NARROWEST) panelWidth.value = kept;
  } catch {
    // Without storage the design's width holds.
    return;
  }
}

/** The widest that leaves room for the text. */
export function widestPanel(): number {
  return Math.max(NARROWEST, Math.round(innerWidth * WIDEST_SHARE));
}

/** Sets and remembers the width; null goes back to the design's. */
export function choosePanelWidth(width: number | null): void {
  panelWidth.value = width === null ? null : Math.round(Math.min(widestPanel(), Math.max(NARROWEST, width)));
  try {
    if (panelWidth.value === null) localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, String(panelWidth.value));
  } catch {
    // Without storage the width lasts until the tab closes.
    return;
  }
}
