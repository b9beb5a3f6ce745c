import { batch } from '@preact/signals';
import { todayInLondon } from '#core/attendance/today.ts';
import { SourceText } from '#core/text/span.ts';
import { forgetReading, noteProblems, recallProblems, scheduleCheck } from './checking.ts';
import { Autosave, whyNotSaved } from './drafts/autosave.ts';
import type { Draft, DraftSource, StoredDraft, Version } from './drafts/draft.ts';
import { clearJournal, newestText, readJournal, writeJournal } from './drafts/journal.ts';
import { type DraftLock, lockDraft } from './drafts/lock.ts';
import { type DraftStore, openDraftStore } from './drafts/storage.ts';
import { forgetProblems } from './last-problems.ts';
import { noteOpen } from './last-time.ts';
import { forgetPlace, keepPlace, placeOf } from './places.ts';
import { asOf, editor, mostOpen, notice, openDraft, pane, recentDrafts, saveState, selection, text } from './state.ts';
import { beginWalk } from './walkthrough.ts';

/** What happens to drafts: opening, keeping, closing. The panes call these; signals tell the panes. */

const LAST_OPEN = 'lastOpen';

let lastToday = '';
let store: DraftStore | null = null;
let current: Draft | null = null;
let lock: DraftLock | null = null;

const autosave = new Autosave(saveText, (state) => {
  saveState.value = state;
});

/** Opens the store and the draft that was open when the tab closed. Call once. */
export async function startWorkspace(): Promise<void> {
  asOf.value = lastToday = todayInLondon(new Date());
  addEventListener('pagehide', keepLastWords);
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') keepLastWords();
    else followTheDay();
  });
  try {
    store = await openDraftStore();
  } catch {
    tell('This browser keeps no drafts here (a private window, perhaps). Save your work as a file.', 'problem');
    return;
  }
  try {
    const last = await store.setting(LAST_OPEN);
    await Promise.all([last ? openStored(last) : undefined, refreshRecent()]);
  } catch (error) {
    // The start screen must come whatever the store holds.
    console.error(error);
    tell('The drafts of this browser could not be read. Open a file, or reload the page.', 'problem');
  }
}

/** A fresh copy of the sample policy to play with. */
export async function openSample(): Promise<void> {
  const text = (await import('../samples/policies/hartsmere-primary.md?raw')).default;
  await openNew({ name: 'Hartsmere Primary School', text, source: 'sample', fileName: null });
  beginWalk();
}

/** A fresh copy of the shipped template, to be filled in. */
export async function openTemplate(): Promise<void> {
  await openNew({ name: 'New attendance policy', text: await shippedTemplate(), source: 'template', fileName: null });
}

/** The words of the template that Rollmark ships. */
export async function shippedTemplate(): Promise<string> {
  return (await import('../samples/templates/attendance-policy.md?raw')).default;
}

/** A new draft, kept at once. */
export async function openNew(
  start: { name: string; text: string; source: DraftSource; fileName: string | null },
  handle?: FileSystemFileHandle,
): Promise<void> {
  const now = Date.now();
  const isFile = start.source === 'file';
  await show({
    ...start,
    id: crypto.randomUUID(),
    createdAt: now,
    updatedAt: now,
    fileText: isFile ? start.text : null,
  });
  if (handle && current) await store?.setHandle(current.id, handle);
  await keepVersion('opened');
  await saveText(start.text).catch((error: unknown) => {
    saveState.value = { is: 'failed', why: whyNotSaved(error) };
  });
  await refreshRecent();
}

/** A draft kept earlier, with the last words of a tab that closed in mid-sentence. */
export async function openStored(id: string): Promise<void> {
  const stored = await store?.load(id);
  if (!stored) return;
  if (stored.is === 'damaged') {
    tell('This draft was damaged and cannot be opened as it is. What is left of its text can be recovered.', 'problem');
    return;
  }
  const draft = { ...stored.draft, text: newestText(stored.draft, readJournal()) };
  const changed = draft.text !== stored.draft.text;
  if (!(await show(draft))) return;
  if (changed) autosave.change(draft.text);
  clearJournal();
  await keepVersion('opened');
}

/** Makes a new draft of what text a damaged record still holds. */
export async function recover(stored: StoredDraft): Promise<void> {
  if (stored.is !== 'damaged' || stored.text === null) return;
  await openNew({ name: 'Recovered draft', text: stored.text, source: 'copy', fileName: null });
}

/** Back to the start screen; everything typed is saved first. */
export async function closeDraft(): Promise<void> {
  keepPlace();
  await autosave.flush();
  lock?.release();
  lock = null;
  current = null;
  batch(() => {
    openDraft.value = null;
    text.value = '';
    forgetReading();
  });
  noteOpen(false);
  noteProblems();
  await store?.setSetting(LAST_OPEN, '');
  await refreshRecent();
}

/** Removes a draft and its versions for good. */
export async function removeDraft(id: string): Promise<void> {
  await store?.remove(id);
  forgetPlace(id);
  forgetProblems();
  await refreshRecent();
}

/** Every draft of this browser as one .zip file of Markdown files, what is left of damaged ones too. */
export async function allDrafts(): Promise<Uint8Array<ArrayBuffer>> {
  await autosave.flush();
  const { zipSync, strToU8 } = await import('fflate');
  const files: Record<string, Uint8Array> = {};
  for (const stored of (await store?.list()) ?? []) {
    const { name, text: words } =
      stored.is === 'draft' ? stored.draft : { name: 'damaged draft', text: stored.text ?? '' };
    files[freeName(files, name)] = strToU8(words);
  }
  return zipSync(files, { level: 6 });
}

function freeName(files: Readonly<Record<string, unknown>>, name: string): string {
  const base =
    name
      .replace(/[^\p{L}\p{N} '’()-]+/gu, ' ')
      .trim()
      .slice(0, 80) || 'draft';
  for (let copy = 1; ; copy++) {
    const free = copy === 1 ? `${base}.md` : `${base} (${copy}).md`;
    if (!(free in files)) return free;
  }
}

/** Gives the open draft another name. */
export async function renameDraft(name: string): Promise<void> {
  const draft = openDraft.peek();
  if (!current || !draft || name.trim() === '') return;
  current = { ...current, name: name.trim() };
  openDraft.value = { ...draft, name: name.trim() };
  autosave.change(text.peek());
}

/** Takes note of what was typed. */
export function textChanged(value: string): void {
  if (value === text.peek()) return;
  // The checker hears of it before anything is drawn for it.
  batch(() => {
    text.value = value;
    scheduleCheck('after a pause');
  });
  autosave.change(value);
}

/** Versions of the open draft, newest first. */
export async function versionsOfDraft(): Promise<Version[]> {
  return current && store ? store.versions(current.id) : [];
}

/** Puts an earlier version in place of the text, which is kept as a version first. Undo brings it back too. */
export async function goBackTo(version: Version): Promise<void> {
  await keepVersion('before going back');
  const now = text.peek();
  const whole = { span: new SourceText(now).span(0, now.length), text: version.text };
  if (editor.peek()?.applyEdits([whole], now))
    tell('This is the earlier version. Undo, or Versions, brings the newer one back.');
}

/** Keeps the text as it is now as a version. */
export async function keepVersion(why: Version['why']): Promise<void> {
  if (!current || !store) return;
  try {
    await store.keepVersion({ draftId: current.id, at: Date.now(), why, text: text.peek() });
  } catch (error) {
    // A version is a convenience; the draft itself reports its own failure to save.
    console.warn('A version was not kept:', error);
  }
}

/** The file that the open draft belongs to, with the text it had when we last saw it. */
export async function fileOfDraft(): Promise<{ handle: FileSystemFileHandle | null; fileText: string | null }> {
  return {
    handle: current && store ? await store.handleOf(current.id) : null,
    fileText: current?.fileText ?? null,
  };
}

/** Remembers that the open draft was written to a file. */
export async function savedToFile(
  fileName: string,
  written: string,
  handle: FileSystemFileHandle | null,
): Promise<void> {
  const draft = openDraft.peek();
  if (!current || !draft) return;
  current = { ...current, fileName, fileText: written };
  openDraft.value = { ...draft, fileName };
  if (handle) await store?.setHandle(current.id, handle);
  autosave.change(text.peek());
  await keepVersion('saved to a file');
}

/** Says something in the notice bar, and to screen readers; more of it as a list. */
export function tell(words: string, kind: 'info' | 'problem' = 'info', more: readonly string[] = []): void {
  notice.value = { text: words, kind, more };
}

async function show(draft: Draft): Promise<boolean> {
  keepPlace();
  await autosave.flush();
  const taken = await lockDraft(draft.id);
  if (!taken) {
    tell(
      'This draft is open in another tab of this browser. Close it there first, so that neither overwrites the other.',
    );
    return false;
  }
  lock?.release();
  lock = taken;
  current = draft;
  const { id, name, source, fileName } = draft;
  batch(() => {
    forgetReading();
    notice.value = null;
    text.value = draft.text;
    selection.value = { start: 0, end: 0 };
    editor.value = null;
    openDraft.value = { id, name, source, fileName };
    saveState.value = { is: 'saved', at: draft.updatedAt };
    const left = placeOf(id);
    pane.value = left?.pane ?? (source === 'template' ? 'fill' : 'problems');
    mostOpen.value = left?.mostOpen ?? 0;
  });
  recallProblems();
  scheduleCheck('now');
  noteOpen(true);
  try {
    await store?.setSetting(LAST_OPEN, id);
  } catch (error) {
    console.warn('The last open draft was not noted:', error);
  }
  return true;
}

async function saveText(value: string): Promise<void> {
  if (!current) return;
  if (!store) throw new Error('no store');
  current = { ...current, text: value, updatedAt: Date.now() };
  keepPlace();
  await store.save(current);
  await keepVersion('while writing');
}

/** A tab that was left open overnight checks by the rules of the new day. */
function followTheDay(): void {
  const today = todayInLondon(new Date());
  if (today === lastToday) return;
  // A day that somebody chose stays.
  const followed = asOf.peek() === lastToday;
  lastToday = today;
  if (!followed) return;
  asOf.value = today;
  scheduleCheck('now');
}

function keepLastWords(): void {
  keepPlace();
  noteProblems();
  const unsaved = autosave.unsaved;
  if (unsaved === null || !current) return;
  writeJournal({ id: current.id, text: unsaved, at: Date.now() });
  void autosave.flush();
}

async function refreshRecent(): Promise<void> {
  recentDrafts.value = (await store?.list()) ?? [];
}
