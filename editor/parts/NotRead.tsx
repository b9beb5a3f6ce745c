import { checkFailed } from '../state.ts';

/** What a pane shows before Rollmark has read the policy, or when it could not. */
export function NotRead() {
  return (
    <p class="soft pane-empty">
      {checkFailed.value === null
        ? 'Reading the policy…'
        : 'Rollmark could not read this text. Your words are safe; change them and it tries again.'}
    </p>
  );
}
