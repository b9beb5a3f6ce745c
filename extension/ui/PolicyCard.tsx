import type { PolicySummary } from '../messages.ts';
import { longDay } from '../reading/days.ts';

/** Which policy, whether it is a draft or past its review, and where it came from. */
export function PolicyCard({ policy }: { policy: PolicySummary }) {
  const { school, state, reviewOverdue, steps, on, from, fetchedOn, problem } = policy;
  return (
    <div>
      <p>
        <strong>{school}</strong>
      </p>
      {(state === 'draft' || reviewOverdue !== null) && (
        <p class="badges">
          {state === 'draft' && <span class="draft">Draft</span>}
          {reviewOverdue !== null && <span class="draft">Review overdue: {month(reviewOverdue)}</span>}
        </p>
      )}
      <p class="quiet">
        {steps} steps, published {longDay(on)}, from {from}
        {fetchedOn !== null && `, fetched ${longDay(fetchedOn)}`}
      </p>
      {problem !== null && <p class="problem">{problem} The last good policy stays in use.</p>}
    </div>
  );
}

function month(value: string): string {
  return value.length === 7 ? longDay(`${value}-01`).replace(/^1 /, '') : longDay(value);
}
