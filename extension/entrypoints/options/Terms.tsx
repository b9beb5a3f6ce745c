import { useState } from 'preact/hooks';
import { isDay } from '#core/attendance/day.ts';
import { longDay, readWrittenDay } from '../../reading/days.ts';
import { Heading } from './Heading.tsx';
import type { PartProps } from './part.ts';

const ROWS = 6;

/** Term dates, typed once where neither the policy nor IT gives them. */
export function Terms({ settings: { terms }, isLocked, ask }: PartProps) {
  const [rows, setRows] = useState(() =>
    Array.from({ length: Math.max(ROWS, terms.terms.length) }, (_, at) => terms.terms[at] ?? { from: '', to: '' }),
  );
  const [closed, setClosed] = useState(terms.closed.map(longDay).join('\n'));
  const locked = isLocked('terms') || terms.from === 'it';
  const change = (at: number, part: 'from' | 'to', value: string): void =>
    setRows(rows.map((row, index) => (index === at ? { ...row, [part]: value } : row)));
  const unread = closed.split('\n').filter((line) => line.trim() !== '' && dayOf(line) === null);
  const save = (): void => {
    const given = rows.filter(({ from, to }) => from !== '' || to !== '');
    const days = closed.split('\n').flatMap((line) => dayOf(line) ?? []);
    void ask({ type: 'set-terms', terms: { terms: given, closed: days } }, 'The term dates are in use.');
  };
  if (locked) {
    return (
      <section class="card stack" aria-labelledby="terms">
        <Heading id="terms" locked>
          Term dates
        </Heading>
        {terms.terms.length === 0 && <p class="quiet">None are set.</p>}
        <ul>
          {terms.terms.map(({ from, to }) => (
            <li key={from}>
              {longDay(from)} to {longDay(to)}
            </li>
          ))}
        </ul>
        {terms.closed.length > 0 && <p class="quiet">Closed on {terms.closed.map(longDay).join(', ')}.</p>}
      </section>
    );
  }
  const wrong = rows.some(({ from, to }) => (from === '') !== (to === '') || (from !== '' && from > to));
  return (
    <section class="card stack" aria-labelledby="terms">
      <Heading id="terms" locked={false}>
        Term dates
      </Heading>
      <p class="quiet">
        Some steps count school weeks. Give each half term once a year; half-term weeks and holidays are what lies
        between. A policy that lists its own term dates comes before these. Without any, such a step is “cannot tell”.
      </p>
      <table class="terms">
        <thead>
          <tr>
            <th scope="col">First day</th>
            <th scope="col">Last day</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ from, to }, at) => (
            <tr key={at}>
              <td>
                <input
                  type="date"
                  aria-label={`First day of half term ${at + 1}`}
                  value={from}
                  onInput={(event) => change(at, 'from', event.currentTarget.value)}
                />
              </td>
              <td>
                <input
                  type="date"
                  aria-label={`Last day of half term ${at + 1}`}
                  value={to}
                  onInput={(event) => change(at, 'to', event.currentTarget.value)}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <label class="stack tight">
        Other days on which the school is closed, one on each line, such as 23 October 2026
        <textarea rows={3} value={closed} onInput={(event) => setClosed(event.currentTarget.value)} />
      </label>
      {unread.length > 0 && <p class="problem">These are no dates: {unread.join('; ')}. Write the year too.</p>}
      {wrong && <p class="problem">A half term needs both days, and its last day cannot come before its first.</p>}
      <div>
        <button type="button" disabled={wrong || unread.length > 0} onClick={save}>
          Save the term dates
        </button>
      </div>
    </section>
  );
}

function dayOf(line: string): string | null {
  const written = readWrittenDay(line);
  if (!written || written.year === null) return null;
  const day = `${written.year}-${String(written.month).padStart(2, '0')}-${String(written.date).padStart(2, '0')}`;
  return isDay(day) ? day : null;
}
