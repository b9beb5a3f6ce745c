import { computed, signal } from '@preact/signals';
import type { PolicySnapshot } from '#core/language/snapshot.ts';
import type { Citation, Finding } from '#core/lint/finding.ts';
import type { DraftSource, StoredDraft } from './drafts/draft.ts';
import type { EditorHandle } from './editor-handle.ts';

/** What the window shows, as signals. No logic: what changes them lives in workspace.ts and appearance.ts. */

/** The draft that is open; null on the start screen. */
export interface OpenDraft {
  id: string;
  name: string;
  source: DraftSource;
  /** Name of the file that it was opened from or saved to. */
  fileName: string | null;
}

export type SaveState = { is: 'saved'; at: number } | { is: 'waiting' } | { is: 'failed'; why: string };

export const PANES = ['problems', 'read', 'ladder', 'duties', 'try', 'fill', 'preview', 'compare'] as const;
export type PaneId = (typeof PANES)[number];
export type Appearance = 'system' | 'light' | 'dark' | 'contrast';

export interface Notice {
  text: string;
  /** What is to be known besides, a sentence each. */
  more: readonly string[];
  kind: 'info' | 'problem';
}

export const openDraft = signal<OpenDraft | null>(null);
/** Drafts kept in this browser, newest first. */
export const recentDrafts = signal<readonly StoredDraft[]>([]);
export const text = signal('');
/** What is shown of a problem in the text. */
export interface Marked extends Pick<Finding, 'ruleId' | 'severity' | 'message' | 'span' | 'related'> {
  readonly citations: readonly Pick<Citation, 'url'>[];
}

/**
 * The problems of a text, which come before all else that is read of it; null before the first. `stand`: they are those
 * that showed before, each at the same words.
 */
export const problems = signal<{ of: string; findings: readonly Marked[]; stand: boolean } | null>(null);
/** What Rollmark read of the newest text that it has finished with; null before the first. */
export const snapshot = signal<PolicySnapshot | null>(null);
export const checking = signal(false);
export const checkFailed = signal<string | null>(null);
export const saveState = signal<SaveState>({ is: 'waiting' });
/** Offsets in the text, equal when nothing is selected. */
export const selection = signal<{ start: number; end: number }>({ start: 0, end: 0 });
export const pane = signal<PaneId>('problems');
export const outlineShown = signal(true);
export const appearance = signal<Appearance>('system');
/** The theme in force, after the system's wish was looked up. */
export const theme = signal<'light' | 'dark' | 'contrast' | 'contrast-light'>('light');
/** The day whose rules are checked, 'YYYY-MM-DD': today, unless somebody chose another. */
export const asOf = signal('');
/** The dialog that is open, of those that a command can open. */
export const dialogShown = signal<'keys' | 'versions' | 'export' | null>(null);
export const notice = signal<Notice | null>(null);
/** The problem that F8 last led to, for screen readers. */
export const problemReached = signal<Finding | null>(null);
/** The most fields that this draft has had open since it was opened: what its progress is measured by. */
export const mostOpen = signal(0);
export const editor = signal<EditorHandle | null>(null);

export const findings = computed(() => snapshot.value?.findings ?? []);
export const facts = computed(() => snapshot.value?.parsed.facts ?? []);
