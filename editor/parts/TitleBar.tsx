import { useState } from 'preact/hooks';
import { saveFile, saveFileAs } from '../files.ts';
import { dialogShown, editor, openDraft, outlineShown, saveState } from '../state.ts';
import { closeDraft, renameDraft } from '../workspace.ts';
import { AppearanceMenu } from './AppearanceMenu.tsx';
import { ExportButton } from './ExportButton.tsx';
import { Icon } from './Icon.tsx';
import { VersionsButton } from './Versions.tsx';

const TIME = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' });

/** The draft's name, whether it is kept, and what can be done with it as a whole. */
export function TitleBar() {
  const draft = openDraft.value;
  if (!draft) return null;
  return (
    <header class="title-bar">
      <button
        type="button"
        class="wordmark"
        onClick={() => void closeDraft()}
        title="Close this draft and go to the start"
      >
        <span class="wordmark-sign">
          <Icon name="mark" />
        </span>
        <span>Rollmark</span>
        <span class="visually-hidden">, close this draft and go to the start</span>
      </button>
      <DraftName key={draft.id} name={draft.name} />
      <SavedSign />
      <div class="title-actions">
        <ExportButton />
        <VersionsButton />
        <button
          type="button"
          class="button outline-toggle"
          data-look="quiet"
          aria-pressed={outlineShown.value}
          onClick={() => (outlineShown.value = !outlineShown.value)}
        >
          <Icon name="outline" /> <span class="words">Outline</span>
        </button>
        <button
          type="button"
          class="button"
          data-look="quiet"
          disabled={!editor.value}
          onClick={() => editor.value?.showCommands()}
        >
          <Icon name="keys" /> <span class="words">Commands</span> <kbd>F1</kbd>
        </button>
        <button
          type="button"
          class="button"
          data-look="quiet"
          title="All keys and commands (Shift+F1)"
          onClick={() => (dialogShown.value = 'keys')}
        >
          <Icon name="help" /> <span class="words only-wide">Keys</span>
        </button>
        <AppearanceMenu />
        <button
          type="button"
          class="button"
          data-look="main"
          onClick={() => void (draft.fileName ? saveFile() : saveFileAs())}
        >
          <Icon name="save" /> Save file
        </button>
      </div>
    </header>
  );
}

function DraftName({ name }: { name: string }) {
  const [words, setWords] = useState(name);
  return (
    <h1 class="draft-name">
      <label class="visually-hidden" for="draft-name">
        Name of this draft
      </label>
      <input
        id="draft-name"
        value={words}
        maxLength={120}
        spellcheck={false}
        autocomplete="off"
        size={Math.min(44, Math.max(12, words.length))}
        onInput={(event) => setWords(event.currentTarget.value)}
        onBlur={() => (words.trim() === '' ? setWords(name) : void renameDraft(words))}
        onKeyDown={(event) => {
          if (event.key === 'Enter') editor.peek()?.focus();
        }}
      />
    </h1>
  );
}

function SavedSign() {
  const state = saveState.value;
  if (state.is === 'failed')
    return (
      <p class="saved" data-is="failed" role="alert">
        <Icon name="warning" /> {state.why}
      </p>
    );
  return (
    <p class="saved" data-is={state.is}>
      {state.is === 'waiting' ? (
        'Saving…'
      ) : (
        <span>
          Kept<span class="only-wide"> in this browser</span>, {TIME.format(state.at)}
        </span>
      )}
    </p>
  );
}
