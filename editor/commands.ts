import { fixAll } from '#core/language/actions.ts';
import { APPEARANCES, chooseAppearance } from './appearance.ts';
import { EXPORTS } from './exporting.ts';
import { openFile, saveFile, saveFileAs } from './files.ts';
import { goToEmptyField } from './next-field.ts';
import { choosePanelWidth } from './panel-width.ts';
import { dialogShown, editor, outlineShown, PANES, type PaneId, pane, snapshot } from './state.ts';
import { walkTo } from './walkthrough.ts';
import { closeDraft, keepVersion, openSample, openTemplate, tell } from './workspace.ts';

/** Something the user can do by name, from the palette, a button or a key. */
export interface Command {
  id: string;
  title: string;
  /** As people write it; on a Mac, Ctrl is Cmd. */
  keys?: string;
  run(): void | Promise<void>;
}

export const PANE_NAMES: Record<PaneId, string> = {
  problems: 'Problems',
  read: 'What Rollmark read',
  ladder: 'Ladder',
  duties: 'Duties',
  try: 'Try a pupil',
  fill: 'Fill in',
  preview: 'Preview',
  compare: 'Compare',
};

/** Every command of the editor. */
export const COMMANDS: readonly Command[] = [
  { id: 'save', title: 'Save to a file', keys: 'Ctrl+S', run: saveFile },
  { id: 'save-as', title: 'Save to another file', keys: 'Ctrl+Shift+S', run: saveFileAs },
  { id: 'open', title: 'Open a file', keys: 'Ctrl+O', run: openFile },
  { id: 'new', title: 'Start a new policy from the template', run: openTemplate },
  { id: 'sample', title: 'Open the sample policy', run: openSample },
  { id: 'close', title: 'Close this draft', run: closeDraft },
  { id: 'next-problem', title: 'Go to the next problem', keys: 'F8', run: () => editor.peek()?.goToProblem('next') },
  {
    id: 'previous-problem',
    title: 'Go to the problem before',
    keys: 'Shift+F8',
    run: () => editor.peek()?.goToProblem('previous'),
  },
  { id: 'text', title: 'Between the text and the panel', keys: 'F6', run: switchSides },
  { id: 'palette', title: 'Choose a command by name', keys: 'F1', run: () => editor.peek()?.showCommands() },
  { id: 'keys', title: 'Show all keys and commands', keys: 'Shift+F1', run: () => void (dialogShown.value = 'keys') },
  { id: 'versions', title: 'Show earlier versions', run: () => void (dialogShown.value = 'versions') },
  { id: 'export', title: 'Export …', run: () => void (dialogShown.value = 'export') },
  ...EXPORTS.map(({ id, name, run }) => ({ id: `export-${id}`, title: `Export: ${name}`, run })),
  { id: 'fix-all', title: 'Make all simple fixes', run: makeAllFixes },
  { id: 'panel-width', title: 'Panel: its own width again', run: () => choosePanelWidth(null) },
  { id: 'next-field', title: 'Go to the next empty field', run: goToEmptyField },
  { id: 'walkthrough', title: 'Show the short walkthrough', run: () => walkTo(0) },
  { id: 'outline', title: 'Show or hide the outline', run: () => void (outlineShown.value = !outlineShown.value) },
  ...PANES.map((id) => ({ id: `show-${id}`, title: `Show ${PANE_NAMES[id]}`, run: () => void (pane.value = id) })),
  ...APPEARANCES.map(({ id, name }) => ({
    id: `appearance-${id}`,
    title: `Appearance: ${name}`,
    run: () => chooseAppearance(id),
  })),
];

/** Makes every simple fix as one step of undo; a version is kept first. */
export async function makeAllFixes(): Promise<void> {
  const read = snapshot.peek();
  const all = read ? fixAll(read) : null;
  if (!read || !all) {
    tell('There are not two simple fixes to make. Look at each problem for its own.');
    return;
  }
  await keepVersion('before all fixes');
  if (!editor.peek()?.applyEdits(all.edits, read.text)) tell('The text has just changed. Try again in a moment.');
}

/** Puts the keyboard into the text, or from there into the panel beside it. */
function switchSides(): void {
  const inText = document.activeElement?.closest('.editor-pane') ?? null;
  if (inText) document.getElementById(`tab-${pane.peek()}`)?.focus();
  else editor.peek()?.focus();
}

/** Keys that work anywhere in the window, not only in the text. */
export function handleKey(event: KeyboardEvent): void {
  const ctrl = event.ctrlKey || event.metaKey;
  if (event.key === 'F8') {
    // Inside the text Monaco does this itself.
    if (event.defaultPrevented || isInText(event)) return;
    event.preventDefault();
    void editor.peek()?.goToProblem(event.shiftKey ? 'previous' : 'next');
  } else if (event.key === 'F1' && !isInText(event) && editor.peek()) {
    event.preventDefault();
    if (event.shiftKey) dialogShown.value = 'keys';
    else editor.peek()?.showCommands();
  } else if (event.key === 'F6' && !isInText(event) && !ctrl && editor.peek()) {
    event.preventDefault();
    switchSides();
  } else if (ctrl && !event.altKey && !isInText(event) && ['s', 'o'].includes(event.key.toLowerCase())) {
    event.preventDefault();
    if (event.key.toLowerCase() === 'o') void openFile();
    else void (event.shiftKey ? saveFileAs() : saveFile());
  }
}

function isInText(event: KeyboardEvent): boolean {
  return event.target instanceof Element && event.target.closest('.monaco-editor') !== null;
}
