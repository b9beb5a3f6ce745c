import { useEffect, useRef, useState } from 'preact/hooks';
import { EXPORTS, type Export } from '../exporting.ts';
import { dialogShown } from '../state.ts';
import { Icon } from './Icon.tsx';

/** Every way in which the policy can leave the editor. */
export function ExportButton() {
  const dialog = useRef<HTMLDialogElement>(null);
  const [busy, setBusy] = useState<string | null>(null);
  const run = async (chosen: Export): Promise<void> => {
    setBusy(chosen.id);
    await chosen.run();
    setBusy(null);
    dialogShown.value = null;
  };
  const isShown = dialogShown.value === 'export';
  useEffect(() => {
    if (!isShown) dialog.current?.close();
    else if (!dialog.current?.open) dialog.current?.showModal();
  }, [isShown]);
  return (
    <>
      <button type="button" class="button" data-look="quiet" onClick={() => (dialogShown.value = 'export')}>
        <Icon name="export" /> <span class="words">Export</span>
      </button>
      <dialog
        ref={dialog}
        class="versions"
        aria-labelledby="export-title"
        onClose={() => {
          if (dialogShown.peek() === 'export') dialogShown.value = null;
        }}
      >
        <h2 id="export-title">Export</h2>
        <p class="soft">Files are made on this computer. Nothing is sent anywhere.</p>
        <ul class="rows">
          {EXPORTS.map((each) => (
            <li key={each.id}>
              <button
                type="button"
                class="export"
                disabled={busy !== null}
                aria-busy={busy === each.id}
                onClick={() => void run(each)}
              >
                <span class="export-name">{busy === each.id ? `${each.name}…` : each.name}</span>
                <span class="soft">{each.words}</span>
              </button>
            </li>
          ))}
        </ul>
        <form method="dialog">
          <button type="submit" class="button">
            Close
          </button>
        </form>
      </dialog>
    </>
  );
}
