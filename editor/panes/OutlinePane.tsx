import { useComputed } from '@preact/signals';
import { headingsAt } from '#core/language/outline.ts';
import { editor, selection, snapshot } from '../state.ts';

/** The policy's headings, the one with the caret marked. */
export function OutlinePane() {
  const outline = snapshot.value?.outline ?? [];
  const current = useComputed(() => headingsAt(snapshot.value?.outline ?? [], selection.value.start).at(-1));
  const here = current.value;
  return (
    <nav class="outline" aria-label="Outline of the policy">
      <h2 class="pane-title">Outline</h2>
      {outline.length === 0 ? (
        <p class="soft outline-empty">Headings will show here.</p>
      ) : (
        <ul>
          {outline.map((entry) => (
            <li key={entry.heading.start.offset}>
              <button
                type="button"
                class="outline-entry"
                data-level={Math.min(entry.level, 4)}
                aria-current={entry === here ? 'location' : undefined}
                onClick={() => editor.value?.reveal(entry.heading)}
              >
                {entry.title}
              </button>
            </li>
          ))}
        </ul>
      )}
    </nav>
  );
}
