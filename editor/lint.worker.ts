import { expose } from 'comlink';
import { todayInLondon } from '#core/attendance/today.ts';
import { CheckingEnd } from './checking-end.ts';
import { readLastDraft } from './drafts/last-draft.ts';
import { readsAhead } from './reading-ahead.ts';

/** Reads and checks policies away from the page, so that typing never waits. */
const checking = new CheckingEnd();
/** Of whom no kind of school was ever chosen. */
const USUAL = { schoolType: 'unknown' } as const;

export type LintWorker = Pick<CheckingEnd, 'check' | 'snapshot'>;

expose(checking);
if (readsAhead(location)) void readAhead();

/** Checks the draft that was left open as the page most likely will ask for it, while the page is still being built. */
async function readAhead(): Promise<void> {
  const draft = await readLastDraft();
  if (draft) checking.prepare(draft.text, { file: draft.file, asOf: todayInLondon(new Date()), settings: USUAL });
}
