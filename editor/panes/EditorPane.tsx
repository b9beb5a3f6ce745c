import { useEffect, useRef, useState } from 'preact/hooks';
import { placeOf } from '../places.ts';
import { loadTextEditor } from '../prepare.ts';
import { editor, openDraft, text } from '../state.ts';

/** The policy's text. Monaco is large and comes after the window shows; until then the text can be read. */
export function EditorPane() {
  const place = useRef<HTMLDivElement>(null);
  const [state, setState] = useState<'coming' | 'here' | 'failed'>('coming');
  useEffect(() => {
    let gone = false;
    let dispose = (): void => undefined;
    loadTextEditor().then(
      ({ createEditor }) => {
        if (gone || !place.current) return;
        const made = createEditor(place.current);
        const left = placeOf(openDraft.peek()?.id ?? '');
        if (left) made.handle.returnTo(left);
        editor.value = made.handle;
        dispose = made.dispose;
        setState('here');
        made.handle.focus();
      },
      () => setState('failed'),
    );
    return () => {
      gone = true;
      editor.value = null;
      dispose();
    };
  }, []);
  return (
    <main class="editor-pane" id="policy-text" tabIndex={-1} aria-label="Policy text">
      <div ref={place} class="editor-place" data-state={state} />
      {state !== 'here' && (
        <div class="editor-waiting">
          {state === 'failed' && (
            <p role="alert">The text editor could not be loaded. Reload the page; your draft is safe.</p>
          )}
          <pre>{text.peek()}</pre>
        </div>
      )}
    </main>
  );
}
