import type { Day } from '../attendance/day.ts';
import type { MeaningChange } from '../diff/change.ts';
import type { FileReport } from '../lint/lint.ts';
import type { PolicyReading } from '../policy/parse.ts';
import type { Impact } from './impact.ts';

/** Everything that the published page is made of. */
export interface PageInput {
  reading: PolicyReading;
  report: FileReport;
  asOf: Day;
  state: 'draft' | 'approved';
  approvedBy?: string | undefined;
  approvedOn?: Day | undefined;
  rulebook: { version: string; checkedOn: Day };
  /** Changes of meaning since the last version; absent: no earlier version was given. */
  changes?: readonly MeaningChange[] | undefined;
  /** What the policy, or its change, means for the pupils of a register that was given. */
  impact?: Impact | undefined;
  /** Reasons of suppressed findings: the minuted exceptions. */
  exceptions?: readonly PageException[] | undefined;
}

export interface PageException {
  rule: string;
  reason: string;
  owner: string | null;
  until: Day | null;
}
