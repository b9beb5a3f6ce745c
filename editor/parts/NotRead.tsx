import { scheduleCheck } from '../checking.ts';
import { checkFailed } from '../state.ts';
import { Coming, Failed } from './Empty.tsx';

/** What a pane shows before Rollmark has read the policy, or when it could not. */
export function NotRead() {
  return checkFailed.value === null ? (
    <Coming words="Reading the policy…" />
  ) : (
    <Failed title="Rollmark could not read this text." why={checkFailed.value} again={() => scheduleCheck('now')} />
  );
}
