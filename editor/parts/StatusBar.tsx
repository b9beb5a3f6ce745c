import { useEffect, useState } from 'preact/hooks';
import { countProblems, countsText } from '#core/language/diagnostics.ts';
import { headingsAt } from '#core/language/outline.ts';
import { longDate } from '#core/language/words.ts';
import { asOf, checkFailed, checking, findings, pane, problemReached, selection, snapshot } from '../state.ts';

/** Where the caret is, how many problems there are, and the day whose rules hold. */
export function StatusBar() {
  const read = snapshot.value;
  const counts = countsText(countProblems(findings.value));
  const here = headingsAt(read?.outline ?? [], selection.value.start).map(({ title }) => title);
  return (
    <footer class="status-bar">
      <button type="button" class="status-counts" onClick={() => (pane.value = 'problems')}>
        {read ? counts : 'Reading…'}
        <span class="visually-hidden">, show the problems</span>
      </button>
      <Announcer words={read ? counts : ''} />
      <p class="visually-hidden" role="status">
        {problemReached.value && `Line ${problemReached.value.line}: ${problemReached.value.message}`}
      </p>
      {checkFailed.value && (
        <p role="alert" class="status-failed">
          The last check failed: {checkFailed.value}
        </p>
      )}
      <p class="status-where">{here.slice(-2).join(' › ')}</p>
      <p class="status-busy" data-busy={checking.value} aria-hidden="true">
        Checking
      </p>
      <p>Rules of {longDate(asOf.value)}</p>
    </footer>
  );
}

/** Reads the counts out once typing has paused, not at every keystroke. */
function Announcer({ words }: { words: string }) {
  const [said, setSaid] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setSaid(words), 1200);
    return () => clearTimeout(timer);
  }, [words]);
  return (
    <p class="visually-hidden" role="status">
      {said}
    </p>
  );
}
