import * as z from 'zod/mini';
import { editor, mostOpen, openDraft, PANES, type PaneId, pane } from './state.ts';

/** Where somebody was in each draft, so that it opens again as it was left. Kept in this browser. */

const KEY = 'rollmark.places';
const MOST = 40;
const line = z.number().check(z.int(), z.positive());
const PlaceSchema = z.object({
  pane: z.enum(PANES),
  /** The caret, and the first line that was in view; lines and columns from 1. */
  caret: z.object({ line, column: line }),
  topLine: line,
  /** The most fields that were ever open: what the form's progress is measured by. */
  mostOpen: z.number().check(z.int(), z.nonnegative()),
});
const PlacesSchema = z.array(z.tuple([z.string(), PlaceSchema]));
/** Where somebody was in a draft. */
export interface Place {
  readonly pane: PaneId;
  readonly caret: { readonly line: number; readonly column: number };
  readonly topLine: number;
  readonly mostOpen: number;
}

/** Where the draft was left; null when it was not opened before. */
export function placeOf(id: string): Place | null {
  return read().find(([draft]) => draft === id)?.[1] ?? null;
}

/** Notes where the open draft is left. */
export function keepPlace(): void {
  const draft = openDraft.peek();
  const place = editor.peek()?.place();
  if (!draft || !place) return;
  const kept = read().filter(([id]) => id !== draft.id);
  write([[draft.id, { ...place, pane: pane.peek(), mostOpen: mostOpen.peek() }], ...kept.slice(0, MOST - 1)]);
}

/** Forgets a draft that was deleted. */
export function forgetPlace(id: string): void {
  write(read().filter(([draft]) => draft !== id));
}

function read(): [string, Place][] {
  try {
    const kept = PlacesSchema.safeParse(JSON.parse(localStorage.getItem(KEY) ?? '[]'));
    return kept.success ? kept.data : [];
  } catch {
    // Nothing kept, or nothing that can be read: the draft opens at its start.
    return [];
  }
}

function write(places: readonly [string, Place][]): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(places));
  } catch {
    // Without storage the draft opens at its start next time.
    return;
  }
}
