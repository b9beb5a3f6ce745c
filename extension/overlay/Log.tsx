import { useState } from 'preact/hooks';
import type { Day } from '#core/attendance/day.ts';
import type { MarkedPupil } from '../judging/judged-page.ts';
import { longDay } from '../reading/days.ts';
import { nameKey } from '../reading/names.ts';
import type { OverlayActions } from './actions.ts';

export interface LogProps {
  pupil: MarkedPupil;
  /** The steps that can be written down. */
  steps: readonly string[];
  actions: OverlayActions;
  said: string | null;
  today: Day;
}

/** The officer's own log of this pupil: what was done and when, and one line to add to it. */
export function Log({ pupil, steps, actions, said, today }: LogProps) {
  const { decision, logged = [], pupilId } = pupil;
  const first = decision?.due[0]?.title ?? decision?.current.step?.title ?? steps[0] ?? '';
  const [step, setStep] = useState(first);
  const [date, setDate] = useState(today);
  // Two children of one name would share one line of the log.
  const nameless = pupilId === nameKey(pupil.name);
  return (
    <section class="log">
      <h3>Your log</h3>
      {logged.map((entry) => (
        <p key={entry.step + entry.date} class="logged">
          <span>
            {entry.step}, {longDay(entry.date)}
          </span>
          <button
            type="button"
            class="plain"
            aria-label={`Take out: ${entry.step}, ${longDay(entry.date)}`}
            onClick={() => actions.unrecord(pupilId, entry)}
          >
            Take out
          </button>
        </p>
      ))}
      {nameless ? (
        <p class="quiet">This page shows no identifier of the pupil, and the log goes by no name.</p>
      ) : (
        <form
          class="record"
          onSubmit={(event) => {
            event.preventDefault();
            if (date !== '') actions.record(pupilId, { step, date });
          }}
        >
          <select
            aria-label="Step that was taken"
            value={step}
            onChange={(event) => setStep(event.currentTarget.value)}
          >
            {steps.map((title) => (
              <option key={title} value={title}>
                {title}
              </option>
            ))}
          </select>
          <input
            type="date"
            aria-label="Day on which it was taken"
            max={today}
            value={date}
            onInput={(event) => setDate(event.currentTarget.value)}
          />
          <button type="submit">Write down</button>
        </form>
      )}
      {said !== null && (
        <p class="reason" role="alert">
          {said}
        </p>
      )}
    </section>
  );
}
