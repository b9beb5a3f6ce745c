import type { PolicySummary } from '../messages.ts';
import { longDay } from '../reading/days.ts';

/** Which policy is in force, and whether it is a draft. */
export function PolicyCard({ policy }: { policy: PolicySummary }) {
  return (
    <div>
      <p>
        <strong>{policy.school}</strong> {policy.state === 'draft' && <span class="draft">Draft</span>}
      </p>
      <p class="quiet">
        {policy.steps} steps, published {longDay(policy.on)}, from {policy.from}
      </p>
    </div>
  );
}
