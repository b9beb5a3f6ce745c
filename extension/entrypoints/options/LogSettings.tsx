import { useState } from 'preact/hooks';
import { Heading } from './Heading.tsx';
import type { PartProps } from './part.ts';

const MONTHS = [
  [13, 'a year and a month'],
  [25, 'two years and a month'],
  [37, 'three years and a month'],
] as const;

/** The log of letters and meetings: off unless someone turns it on. */
export function LogSettings({ settings: { log }, isLocked, ask }: PartProps) {
  const locked = isLocked('log');
  const [leaving, setLeaving] = useState(false);
  return (
    <section class="card stack" aria-labelledby="log">
      <Heading id="log" locked={locked}>
        Your log of letters and meetings
      </Heading>
      <p class="quiet">
        Off unless you turn it on. It writes down “letter 1 on 3 November” so that steps which follow another can be
        worked out. It stays in this browser, under a code made from the pupil’s identifier and never a name, and each
        line goes when its time is over. With it off, Rollmark keeps nothing about any pupil.
      </p>
      <div class="row wrap">
        <span>
          {log.on ? `On: ${log.entries} ${log.entries === 1 ? 'line' : 'lines'}` : 'Off'}
          {log.on && (
            <>
              , kept for{' '}
              <select
                aria-label="How long a line is kept"
                disabled={locked}
                value={log.keepMonths}
                onChange={(event) =>
                  void ask({ type: 'set-log', on: true, keepMonths: Number(event.currentTarget.value) }, 'Changed.')
                }
              >
                {MONTHS.map(([months, words]) => (
                  <option key={months} value={months}>
                    {words}
                  </option>
                ))}
              </select>
            </>
          )}
        </span>
        {!locked && !log.on && (
          <button
            type="button"
            onClick={() => void ask({ type: 'set-log', on: true, keepMonths: log.keepMonths }, 'The log is on.')}
          >
            Turn the log on
          </button>
        )}
        {!locked && log.on && !leaving && (
          <button type="button" onClick={() => setLeaving(true)}>
            Turn the log off
          </button>
        )}
      </div>
      {leaving && log.on && (
        <div class="row wrap" role="alert">
          <span>Turning it off deletes its {log.entries} lines from this browser.</span>
          <button
            type="button"
            onClick={() => {
              setLeaving(false);
              void ask({ type: 'set-log', on: false, keepMonths: log.keepMonths }, 'The log is off, and deleted.');
            }}
          >
            Delete them and turn it off
          </button>
          <button type="button" onClick={() => setLeaving(false)}>
            Keep the log
          </button>
        </div>
      )}
      {log.on && (
        <p class="quiet">
          Lines are written in the window that a mark opens; the side panel saves and takes in the lines of the pupils
          on the page.
        </p>
      )}
    </section>
  );
}
