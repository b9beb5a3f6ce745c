import { type editor, KeyCode, KeyMod } from 'monaco-editor/editor';
import { COMMANDS, type Command } from '../commands.ts';

const KEYS: Record<string, number> = {
  'Ctrl+S': KeyMod.CtrlCmd | KeyCode.KeyS,
  'Ctrl+Shift+S': KeyMod.CtrlCmd | KeyMod.Shift | KeyCode.KeyS,
  F8: KeyCode.F8,
  F6: KeyCode.F6,
  'Shift+F1': KeyMod.Shift | KeyCode.F1,
  'Shift+F8': KeyMod.Shift | KeyCode.F8,
  'Ctrl+O': KeyMod.CtrlCmd | KeyCode.KeyO,
};

/** Monaco's own keys for going from problem to problem, whose window cuts long sentences off. */
const OTHER_KEYS: Record<string, number[]> = {
  'next-problem': [KeyMod.Alt | KeyCode.F8],
  'previous-problem': [KeyMod.Shift | KeyMod.Alt | KeyCode.F8],
};

/** Puts Rollmark's commands into the editor's command palette. */
export function registerCommands(view: editor.IStandaloneCodeEditor): void {
  // The palette offers everything but itself.
  for (const command of COMMANDS) if (command.id !== 'palette') view.addAction(toAction(command));
}

/** The palette sorts by name, and a blank comes before every letter: ours stand before Monaco's own. */
const FIRST = ' ';

function toAction({ id, title, keys, run }: Command): editor.IActionDescriptor {
  const keybinding = keys ? KEYS[keys] : undefined;
  const others = OTHER_KEYS[id] ?? [];
  return {
    id: `rollmark.${id}`,
    label: `${FIRST}Rollmark: ${title}`,
    ...(keybinding === undefined ? {} : { keybindings: [keybinding, ...others] }),
    run: () => void run(),
  };
}
