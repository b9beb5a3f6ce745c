import { type editor, KeyCode, KeyMod } from 'monaco-editor/editor';
import { COMMANDS, type Command } from '../commands.ts';

const KEYS: Record<string, number> = {
  'Ctrl+S': KeyMod.CtrlCmd | KeyCode.KeyS,
  'Ctrl+Shift+S': KeyMod.CtrlCmd | KeyMod.Shift | KeyCode.KeyS,
  F8: KeyCode.F8,
  'Shift+F8': KeyMod.Shift | KeyCode.F8,
  'Ctrl+O': KeyMod.CtrlCmd | KeyCode.KeyO,
};

/** Puts Rollmark's commands into the editor's command palette. */
export function registerCommands(view: editor.IStandaloneCodeEditor): void {
  for (const command of COMMANDS) view.addAction(toAction(command));
}

function toAction({ id, title, keys, run }: Command): editor.IActionDescriptor {
  const keybinding = keys ? KEYS[keys] : undefined;
  return {
    id: `rollmark.${id}`,
    label: `Rollmark: ${title}`,
    ...(keybinding === undefined ? {} : { keybindings: [keybinding] }),
    run: () => void run(),
  };
}
