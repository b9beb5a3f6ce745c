import { effect } from '@preact/signals';
import { isDay } from '#core/attendance/day.ts';
import { fillSections } from '#core/language/placeholders.ts';
import type { PolicySnapshot } from '#core/language/snapshot.ts';
import { LintClient } from './lint-client.ts';
import { createWorkerChecker } from './lint-worker-checker.ts';
import { lintSettings } from './school.ts';
import { asOf, checkFailed, checking, mostOpen, openDraft, snapshot, text } from './state.ts';

/** Long enough to skip the letters inside a word, short enough to feel immediate. */
const PAUSE_MS = 120;

let client: LintClient | null = null;
let timer: ReturnType<typeof setTimeout> | undefined;

/** Checks the open text after a short pause, or at once. */
export function scheduleCheck(soon: 'now' | 'after a pause'): void {
  clearTimeout(timer);
  timer = setTimeout(check, soon === 'now' ? 0 : PAUSE_MS);
}

/** Checks by the rules of another day; what is no day changes nothing. */
export function checkByRulesOf(day: string): void {
  if (!isDay(day) || day === asOf.peek()) return;
  asOf.value = day;
  scheduleCheck('now');
}

/** Forgets what was read, when another draft is opened or none is. */
export function forgetReading(): void {
  clearTimeout(timer);
  snapshot.value = null;
  mostOpen.value = 0;
  checkFailed.value = null;
}

function openFields({ text: words, parsed, outline }: PolicySnapshot): number {
  return fillSections(words, parsed.placeholders, outline).reduce((sum, { fields }) => sum + fields.length, 0);
}

function check(): void {
  const draft = openDraft.peek();
  if (!draft) return;
  client ??= new LintClient(createWorkerChecker, {
    onSnapshot(result) {
      // A check of a draft that was closed meanwhile says nothing about this one.
      if (!openDraft.peek()) return;
      snapshot.value = result;
      mostOpen.value = Math.max(mostOpen.peek(), openFields(result));
      checkFailed.value = null;
    },
    onFailure(why) {
      checkFailed.value = why;
    },
    onBusy(busy) {
      checking.value = busy;
    },
  });
  client.request({
    text: text.peek(),
    file: draft.fileName ?? draft.name,
    asOf: asOf.peek(),
    settings: lintSettings(),
  });
}

/** What was read of the text as it is now, waiting for it a little while; null when it does not come. */
export function freshSnapshot(patienceMs = 3000): Promise<PolicySnapshot | null> {
  return new Promise((done) => {
    let stop: (() => void) | undefined;
    const finish = (result: PolicySnapshot | null): void => {
      clearTimeout(late);
      // The effect may run before it has handed out its own end.
      queueMicrotask(() => stop?.());
      done(result);
    };
    const late = setTimeout(() => finish(null), patienceMs);
    stop = effect(() => {
      const read = snapshot.value;
      if (read && read.text === text.peek()) finish(read);
    });
  });
}
