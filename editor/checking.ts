import { effect } from '@preact/signals';
import { isDay } from '#core/attendance/day.ts';
import { fillSections } from '#core/language/placeholders.ts';
import type { PolicySnapshot } from '#core/language/snapshot.ts';
import { CHECKER } from './checking-worker.ts';
import { forgetProblems, keepProblems, keptProblems } from './last-problems.ts';
import { type CheckRequest, LintClient } from './lint-client.ts';
import { createWorkerChecker } from './lint-worker-checker.ts';
import { lintSettings } from './school.ts';
import { asOf, checkFailed, checking, mostOpen, openDraft, problems, snapshot, text } from './state.ts';

/** How long after a key the panels follow: long enough to skip the letters inside a word. The squiggles do not wait. */
const PAUSE_MS = 250;

/** Whether problems came that were not shown, since the text had gone on. */
let missedSome = false;

const client = new LintClient(createWorkerChecker, {
  onFindings(of, { findings, stand }) {
    missedSome ||= !stand;
    // Problems of a text that is gone would stand at the wrong words; those of the newer one are on their way.
    if (of !== text.peek() || !openDraft.peek()) return;
    problems.value = { of, findings, stand: !missedSome };
    missedSome = false;
    checkFailed.value = null;
  },
  onSnapshot(result) {
    if (result.text !== text.peek() || !openDraft.peek()) return;
    snapshot.value = result;
    mostOpen.value = Math.max(mostOpen.peek(), openFields(result));
  },
  onFailure(why) {
    checkFailed.value = why;
  },
  onBusy(busy) {
    checking.value = busy;
  },
});

/** Checks the open text; the panels follow at once, or after a short pause in the typing. */
export function scheduleCheck(panels: 'now' | 'after a pause'): void {
  const request = requestNow();
  if (request) client.request(request, panels === 'now' ? 0 : PAUSE_MS);
}

/** The problems of the open text, as they were when the last visit ended, until they are found again. */
export function recallProblems(): void {
  const request = requestNow();
  const findings = request && CHECKER && keptProblems(CHECKER, request);
  if (findings) problems.value = { of: request.text, findings, stand: false };
}

/** Notes the problems of the open text for the next visit, once all are known; none when no text is open. */
export function noteProblems(): void {
  const request = requestNow();
  const found = problems.peek();
  const isSettled = !checking.peek() && checkFailed.peek() === null;
  if (!request) forgetProblems();
  else if (CHECKER && isSettled && found?.of === request.text) keepProblems(CHECKER, request, found.findings);
}

function requestNow(): CheckRequest | null {
  const draft = openDraft.peek();
  return (
    draft && {
      text: text.peek(),
      file: draft.fileName ?? draft.name,
      asOf: asOf.peek(),
      settings: lintSettings(),
    }
  );
}

/** Checks by the rules of another day; what is no day changes nothing. */
export function checkByRulesOf(day: string): void {
  if (!isDay(day) || day === asOf.peek()) return;
  asOf.value = day;
  scheduleCheck('now');
}

/** Forgets what was read, when another draft is opened or none is. */
export function forgetReading(): void {
  problems.value = null;
  missedSome = true;
  snapshot.value = null;
  mostOpen.value = 0;
  checkFailed.value = null;
}

function openFields({ text: words, parsed, outline }: PolicySnapshot): number {
  return fillSections(words, parsed.placeholders, outline).reduce((sum, { fields }) => sum + fields.length, 0);
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
