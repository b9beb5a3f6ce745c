/** What the keys do inside the text, for the keyboard help; Monaco gives them, so no command of ours stands behind them. */
export const TEXT_KEYS: readonly { title: string; keys: string }[] = [
  { title: 'Fixes for the problem at the caret', keys: 'Ctrl+.' },
  { title: 'What Rollmark knows of the words at the caret', keys: 'Ctrl+K Ctrl+I' },
  { title: 'Codes, roles and people to choose from', keys: 'Ctrl+Space' },
  { title: 'Change a time, a figure or a name wherever it stands', keys: 'F2' },
  { title: 'To the next mention of the same thing', keys: 'F12' },
  { title: 'All mentions of the same thing', keys: 'Shift+F12' },
  { title: 'To a heading', keys: 'Ctrl+Shift+O' },
  { title: 'To a line', keys: 'Ctrl+G' },
  { title: 'Find', keys: 'Ctrl+F' },
  { title: 'Find and replace', keys: 'Ctrl+H' },
  { title: 'Undo', keys: 'Ctrl+Z' },
  { title: 'Do again', keys: 'Ctrl+Y' },
  { title: 'Out of the text, to the next button', keys: 'Tab' },
];

const isMac = /^Mac/.test(navigator.platform);

/** Keys as this computer names them: Ctrl is ⌘ on a Mac. */
export function keysHere(keys: string): string[] {
  return keys.split(' ').map((chord) => (isMac ? chord.replace('Ctrl', '⌘').replace('Alt', '⌥') : chord));
}
