import { useEffect, useState } from 'preact/hooks';
import { acceptDrops } from './files.ts';
import { panelWidth } from './panel-width.ts';
import { EditorPane } from './panes/EditorPane.tsx';
import { OutlinePane } from './panes/OutlinePane.tsx';
import { SidePanel } from './panes/SidePanel.tsx';
import { StartScreen } from './panes/StartScreen.tsx';
import { KeyboardHelp } from './parts/KeyboardHelp.tsx';
import { NoticeBar } from './parts/NoticeBar.tsx';
import { QuestionDialog } from './parts/QuestionDialog.tsx';
import { StatusBar } from './parts/StatusBar.tsx';
import { TitleBar } from './parts/TitleBar.tsx';
import { Walkthrough } from './parts/Walkthrough.tsx';
import { openDraft, outlineShown, pane } from './state.ts';

/** The whole window: the start screen, or a draft with its panes. */
export function App({ ready }: { ready: Promise<void> }) {
  const [isReady, setReady] = useState(false);
  const [dropping, setDropping] = useState(false);
  useEffect(() => void ready.then(() => setReady(true)), [ready]);
  useEffect(() => acceptDrops(setDropping), []);
  const draft = openDraft.value;
  useEffect(() => {
    document.title = draft ? `${draft.name} – Rollmark` : 'Rollmark';
  }, [draft?.name]);
  // A draft shows as soon as it is read; what is still to be noted of it can wait.
  if (!isReady && !draft) return <div class="loading" aria-hidden="true" />;
  return (
    <>
      {draft ? (
        <div class="window" data-outline={outlineShown.value} data-pane={pane.value}>
          <a class="skip" href="#policy-text">
            To the policy text
          </a>
          <TitleBar />
          <NoticeBar />
          <div class="work" style={panelWidth.value === null ? undefined : { '--panel': `${panelWidth.value}px` }}>
            {outlineShown.value && <OutlinePane />}
            <EditorPane key={draft.id} />
            <SidePanel />
          </div>
          <StatusBar />
          <Walkthrough />
          <KeyboardHelp />
        </div>
      ) : (
        <StartScreen />
      )}
      {dropping && (
        <div class="drop" aria-hidden="true">
          <p>Drop the policy here to open it</p>
        </div>
      )}
      <QuestionDialog />
    </>
  );
}
