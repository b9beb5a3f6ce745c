import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Day } from '#core/attendance/day.ts';
import { browserSight } from '../reading/sight.ts';
import type { Lesson, TaughtField } from '../reading/taught.ts';
import { readPage } from '../reading/whole-page.ts';
import type { CountUnit } from '../reading/words.ts';
import type { Candidate, TeachableColumn } from './candidates.ts';
import { type Draft, firstDraft, lessonOf, type Place, stillWanted, withField } from './draft.ts';
import { Glass } from './Glass.tsx';
import { Preview } from './Preview.tsx';

export interface TeacherProps {
  candidates: Candidate[];
  place: Place;
  /** Keeps the lesson; a sentence when it cannot be kept. */
  onKeep(lesson: Lesson): Promise<string | null>;
  onClose(): void;
}

const FIELDS: readonly (readonly [TaughtField, string])[] = [
  ['name', 'name of the pupil'],
  ['surname', 'surname'],
  ['forename', 'forename'],
  ['id', 'identifier (UPN, admission number)'],
  ['year', 'year or class'],
  ['mark', 'marks of a session'],
  ['possible', 'sessions possible'],
  ['attended', 'sessions attended'],
  ['absent', 'sessions absent, all'],
  ['authorised', 'sessions absent, authorised'],
  ['unauthorised', 'sessions absent, unauthorised'],
  ['percent', 'attendance in percent'],
  ['late', 'late marks'],
  ['date', 'date'],
  ['session', 'AM or PM'],
];
const UNITS: readonly (readonly [CountUnit, string])[] = [
  ['sessions', 'sessions (half days, statutory)'],
  ['days', 'days'],
  ['lessons', 'lessons'],
];

/** The window in which a page is taught: what each column is, what the figures count, which days they cover. */
export function Teacher({ candidates, place, onKeep, onClose }: TeacherProps) {
  const [at, setAt] = useState(0);
  const candidate = candidates[at];
  const [draft, setDraft] = useState<Draft | null>(() => (candidate ? firstDraft(candidate) : null));
  const [pointing, setPointing] = useState(true);
  const [lit, setLit] = useState<TeachableColumn | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const box = useRef<HTMLDivElement>(null);
  const lesson = candidate && draft ? lessonOf(candidate, draft, place) : null;
  // Reading a large table takes a moment, and moving the pointer changes nothing of what would be read.
  const said = JSON.stringify(lesson);
  const grid = useMemo(
    () => (candidate && lesson ? readTaught(candidate, lesson, place) : null),
    [said, candidate, place],
  );
  useEffect(() => box.current?.focus(), []);
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.key === 'Escape') onClose();
    };
    addEventListener('keydown', onKey, true);
    return () => removeEventListener('keydown', onKey, true);
  }, [onClose]);

  if (!candidate || !draft) {
    return (
      <div class="teacher" role="dialog" aria-label="Teach this page" tabIndex={-1} ref={box}>
        <h2>Teach this page</h2>
        <p>There is no table on this page that Rollmark can see.</p>
        <button type="button" onClick={onClose}>
          Close
        </button>
      </div>
    );
  }
  const choose = (index: number): void => {
    const next = candidates[index];
    if (!next) return;
    setAt(index);
    setDraft(firstDraft(next));
  };
  const pointAt = (index: number, column: TeachableColumn): void => {
    const picked = candidates[index];
    if (!picked) return;
    const base = index === at ? draft : firstDraft(picked);
    setAt(index);
    setDraft(withField(base, picked.columns.indexOf(column), 'name'));
    setPointing(false);
  };
  const wanted = stillWanted(draft);
  const keep = async (): Promise<void> => {
    if (!lesson) return;
    const why = await onKeep(lesson);
    if (why === null) onClose();
    else setProblem(why);
  };
  return (
    <>
      <Glass candidates={candidates} active={pointing} lit={lit} shown={candidate} onPoint={pointAt} />
      <div class="teacher" role="dialog" aria-label="Teach this page" tabIndex={-1} ref={box}>
        <header>
          <h2>Teach this page</h2>
          <button type="button" class="close" aria-label="Close without keeping" onClick={onClose}>
            <span aria-hidden="true">×</span>
          </button>
        </header>
        <p class={pointing ? 'ask' : 'quiet'}>
          {pointing
            ? 'Click the column that names the pupils, on the page or in this list.'
            : 'Say what each column is.'}
        </p>
        {candidates.length > 1 && (
          <label>
            Table{' '}
            <select value={String(at)} onChange={(event) => choose(Number(event.currentTarget.value))}>
              {candidates.map(({ matrix, columns }, index) => (
                <option key={`${index} ${matrix.rows.length}`} value={String(index)}>
                  {matrix.rows.length} rows:{' '}
                  {columns
                    .map(({ shown }) => shown)
                    .join(', ')
                    .slice(0, 60)}
                </option>
              ))}
            </select>
          </label>
        )}
        <fieldset>
          <legend>Columns</legend>
          {candidate.columns.map((column, index) => (
            <label
              class="column"
              key={`${column.key} ${column.nth}`}
              onPointerEnter={() => setLit(column)}
              onPointerLeave={() => setLit(null)}
            >
              <span>
                {column.shown}
                {column.indexes.length > 1 && <span class="quiet"> ({column.indexes.length} columns)</span>}
              </span>
              <select
                value={draft.fields[index] ?? ''}
                onFocus={() => setLit(column)}
                onBlur={() => setLit(null)}
                onChange={(event) => {
                  setDraft(withField(draft, index, asField(event.currentTarget.value)));
                  setPointing(false);
                }}
              >
                <option value="">not used</option>
                {FIELDS.map(([field, words]) => (
                  <option key={field} value={field}>
                    {words}
                  </option>
                ))}
              </select>
            </label>
          ))}
        </fieldset>
        <fieldset>
          <legend>The figures count</legend>
          {UNITS.map(([unit, words]) => (
            <label key={unit}>
              <input
                type="radio"
                name="unit"
                checked={draft.unit === unit}
                onChange={() => setDraft({ ...draft, unit })}
              />{' '}
              {words}
            </label>
          ))}
        </fieldset>
        <PeriodPart draft={draft} today={place.today} onDraft={setDraft} />
        <Preview lesson={lesson} grid={grid} />
        <footer>
          <p class="quiet" role="status">
            {problem ?? wanted ?? 'Kept are the headings and what you said, for this kind of page; never a row.'}
          </p>
          <button type="button" class="main" disabled={lesson === null} onClick={() => void keep()}>
            Keep this
          </button>
          <button type="button" onClick={onClose}>
            Cancel
          </button>
        </footer>
      </div>
    </>
  );
}

function PeriodPart({ draft, today, onDraft }: { draft: Draft; today: Day; onDraft(draft: Draft): void }) {
  const { period } = draft;
  const set = (next: Draft['period']): void => onDraft({ ...draft, period: next });
  return (
    <fieldset>
      <legend>They cover</legend>
      <label>
        <input
          type="radio"
          name="period"
          checked={period.kind === 'on-page'}
          onChange={() => set({ kind: 'on-page' })}
        />{' '}
        the days that the page itself names
      </label>
      <label>
        <input
          type="radio"
          name="period"
          checked={period.kind === 'school-year'}
          onChange={() => set({ kind: 'school-year' })}
        />{' '}
        the school year until now
      </label>
      <label>
        <input
          type="radio"
          name="period"
          checked={period.kind === 'since'}
          onChange={() => set({ kind: 'since', from: '' })}
        />{' '}
        every day since{' '}
        <input
          type="date"
          aria-label="First day of the figures"
          max={today}
          value={period.kind === 'since' ? period.from : ''}
          onInput={(event) => set({ kind: 'since', from: event.currentTarget.value })}
        />
      </label>
    </fieldset>
  );
}

function asField(value: string): TaughtField | null {
  return FIELDS.find(([field]) => field === value)?.[0] ?? null;
}

function readTaught(
  { matrix }: Candidate,
  lesson: Lesson,
  { today }: Place,
): ReturnType<typeof readPage>['grids'][number] | null {
  return readPage(document, today, browserSight, [lesson]).grids.find(({ root }) => root === matrix.root) ?? null;
}
