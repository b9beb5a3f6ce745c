import { useEffect, useRef, useState } from 'preact/hooks';
import type { Version } from '../drafts/draft.ts';
import { dialogShown } from '../state.ts';
import { goBackTo, versionsOfDraft } from '../workspace.ts';
import { Icon } from './Icon.tsx';

/** When a version was kept, for people. */
export const WHEN_KEPT = new Intl.DateTimeFormat('en-GB', {
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  hour: '2-digit',
  minute: '2-digit',
});
/** Why a version was kept, for people. */
export const WHY_KEPT: Record<Version['why'], string> = {
  opened: 'when it was opened',
  'while writing': 'while writing',
  'before going back': 'before going back',
  'saved to a file': 'saved to a file',
  'before all fixes': 'before all fixes were made',
};

/** Earlier versions of the draft, to go back to. */
export function VersionsButton() {
  const dialog = useRef<HTMLDialogElement>(null);
  const [versions, setVersions] = useState<Version[]>([]);
  const isShown = dialogShown.value === 'versions';
  useEffect(() => {
    if (!isShown) return dialog.current?.close();
    void versionsOfDraft().then((kept) => {
      setVersions(kept);
      if (!dialog.current?.open) dialog.current?.showModal();
    });
  }, [isShown]);
  return (
    <>
      <button type="button" class="button" data-look="quiet" onClick={() => (dialogShown.value = 'versions')}>
        <Icon name="history" /> <span class="words">Versions</span>
      </button>
      <dialog
        ref={dialog}
        class="versions"
        aria-labelledby="versions-title"
        onClose={() => {
          if (dialogShown.peek() === 'versions') dialogShown.value = null;
        }}
      >
        <h2 id="versions-title">Earlier versions</h2>
        <p class="soft">Kept in this browser. Going back keeps the text as it is now as a version too.</p>
        {versions.length === 0 ? (
          <p>None yet. The first is kept when a draft is opened, then one every few minutes of writing.</p>
        ) : (
          <ul class="rows">
            {versions.slice(0, 40).map((version) => (
              <li key={version.at} class="row">
                <span>
                  {WHEN_KEPT.format(version.at)} <span class="soft">{WHY_KEPT[version.why]}</span>
                </span>
                <button
                  type="button"
                  class="button"
                  data-look="small"
                  onClick={() => {
                    dialogShown.value = null;
                    void goBackTo(version);
                  }}
                >
                  Go back to this
                </button>
              </li>
            ))}
          </ul>
        )}
        <form method="dialog">
          <button type="submit" class="button">
            Close
          </button>
        </form>
      </dialog>
    </>
  );
}
