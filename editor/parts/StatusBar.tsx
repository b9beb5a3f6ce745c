import { useComputed } from '@preact/signals';
import { useEffect, useState } from 'preact/hooks';
import { todayInLondon } from '#core/attendance/today.ts';
import { countProblems, countsText } from '#core/language/diagnostics.ts';
import { headingsAt } from '#core/language/outline.ts';
import { checkByRulesOf, scheduleCheck } from '../checking.ts';
import { chooseSchool, PHASE_KEYS, type School, school, TYPE_KEYS } from '../school.ts';
import { asOf, checkFailed, checking, findings, pane, problemReached, selection, snapshot } from '../state.ts';

/** Where the caret is, how many problems there are, and the day whose rules hold. */
export function StatusBar() {
  const read = snapshot.value;
  const counts = countsText(countProblems(findings.value));
  const where = useComputed(() =>
    headingsAt(snapshot.value?.outline ?? [], selection.value.start)
      .map(({ title }) => title)
      .slice(-2)
      .join(' › '),
  );
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
      <p class="status-where">{where}</p>
      <Busy />
      <SchoolKind />
      <RulesDay />
    </footer>
  );
}

function Busy() {
  return (
    <p class="status-busy" data-busy={checking.value} aria-hidden="true">
      Checking
    </p>
  );
}

const TYPES: Record<School['schoolType'], string> = {
  unknown: 'any school',
  academy: 'an academy',
  maintained: 'a maintained school',
  independent: 'an independent school',
};
const PHASES: Record<School['phase'], string> = {
  unknown: 'any phase',
  primary: 'primary',
  secondary: 'secondary',
  special: 'special',
  'all-through': 'all-through',
};

/** What kind of school the rules are held for. */
function SchoolKind() {
  const { schoolType, phase } = school.value;
  const choose = (part: Partial<School>): void => {
    chooseSchool(part);
    scheduleCheck('now');
  };
  return (
    <div class="rules-day">
      <label for="school-type">For</label>
      <select
        id="school-type"
        value={schoolType}
        onChange={({ currentTarget: { value } }) => {
          const chosen = TYPE_KEYS.find((key) => key === value);
          if (chosen) choose({ schoolType: chosen });
        }}
      >
        {TYPE_KEYS.map((key) => (
          <option key={key} value={key}>
            {TYPES[key]}
          </option>
        ))}
      </select>
      <select
        aria-label="Phase of the school"
        value={phase}
        onChange={({ currentTarget: { value } }) => {
          const chosen = PHASE_KEYS.find((key) => key === value);
          if (chosen) choose({ phase: chosen });
        }}
      >
        {PHASE_KEYS.map((key) => (
          <option key={key} value={key}>
            {PHASES[key]}
          </option>
        ))}
      </select>
    </div>
  );
}

/** The day whose rules hold; another can be chosen, to see what a policy needs by then. */
function RulesDay() {
  const other = asOf.value !== todayInLondon(new Date());
  return (
    <div class="rules-day" data-other={other}>
      <label for="rules-day">Rules of</label>
      <input
        id="rules-day"
        type="date"
        value={asOf.value}
        required
        onChange={({ currentTarget }) => checkByRulesOf(currentTarget.value)}
      />
      {other && (
        <button type="button" onClick={() => checkByRulesOf(todayInLondon(new Date()))}>
          Back to today
        </button>
      )}
    </div>
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
