import { useEffect, useRef, useState } from 'preact/hooks';
import { COMMANDS } from '../commands.ts';
import { keysHere, TEXT_KEYS } from '../keys.ts';
import { dialogShown } from '../state.ts';

interface Entry {
  title: string;
  keys?: string;
  run?: () => void | Promise<void>;
}

const GROUPS: readonly { name: string; entries: readonly Entry[] }[] = [
  { name: 'Anywhere', entries: COMMANDS.filter(({ keys }) => keys !== undefined) },
  { name: 'In the text', entries: TEXT_KEYS },
  { name: 'Commands without a key', entries: COMMANDS.filter(({ keys }) => keys === undefined) },
];

/** Every key and every command; a command can be given from here too. */
export function KeyboardHelp() {
  const dialog = useRef<HTMLDialogElement>(null);
  const [words, setWords] = useState('');
  const isShown = dialogShown.value === 'keys';
  useEffect(() => {
    if (!isShown) return dialog.current?.close();
    setWords('');
    if (!dialog.current?.open) dialog.current?.showModal();
  }, [isShown]);
  const wanted = words.toLowerCase().trim();
  const groups = GROUPS.map(({ name, entries }) => ({
    name,
    entries: entries.filter(({ title, keys = '' }) => `${title} ${keys}`.toLowerCase().includes(wanted)),
  })).filter(({ entries }) => entries.length > 0);
  return (
    <dialog
      ref={dialog}
      class="help"
      aria-labelledby="help-title"
      onClose={() => {
        if (dialogShown.peek() === 'keys') dialogShown.value = null;
      }}
    >
      <div class="help-head">
        <h2 id="help-title">Keys and commands</h2>
        <form method="dialog">
          <button type="submit" class="button">
            Close
          </button>
        </form>
      </div>
      <input
        class="field"
        type="search"
        aria-label="Only keys and commands with these words"
        placeholder="Filter"
        value={words}
        onInput={({ currentTarget }) => setWords(currentTarget.value)}
      />
      {isShown && (
        <div class="help-body">
          {groups.length === 0 && <p class="pane-empty">No key and no command has these words.</p>}
          {groups.map(({ name, entries }) => (
            <section key={name} class="group" aria-label={name}>
              <h3 class="group-title">{name}</h3>
              <ul class="rows">
                {entries.map((entry) => (
                  <li key={entry.title} class="help-entry">
                    <EntryLine entry={entry} />
                  </li>
                ))}
              </ul>
            </section>
          ))}
        </div>
      )}
    </dialog>
  );
}

function EntryLine({ entry: { title, keys, run } }: { entry: Entry }) {
  const inside = (
    <>
      <span>{title}</span>
      {keys && (
        <span class="help-keys">
          {keysHere(keys).map((chord) => (
            <kbd key={chord}>{chord}</kbd>
          ))}
        </span>
      )}
    </>
  );
  if (!run) return <p class="help-line">{inside}</p>;
  return (
    <button
      type="button"
      class="help-line"
      onClick={() => {
        dialogShown.value = null;
        void run();
      }}
    >
      {inside}
    </button>
  );
}
