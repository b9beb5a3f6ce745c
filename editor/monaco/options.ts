import { editor as monaco } from 'monaco-editor/editor';

/** How the text editor looks and behaves: for writing, not for programming. */
export const OPTIONS: monaco.IEditorOptions & monaco.IGlobalEditorOptions = {
  automaticLayout: true,
  ariaLabel: 'Policy text. Press F8 for the next problem, Control and full stop for its fixes.',
  // A policy needs no tab characters, and whoever comes by keyboard must be able to leave.
  tabFocusMode: true,
  wordWrap: 'on',
  wrappingStrategy: 'advanced',
  wrappingIndent: 'same',
  fontFamily: 'var(--font-ui)',
  fontSize: 15,
  lineHeight: 25,
  lineNumbersMinChars: 4,
  lineDecorationsWidth: 14,
  padding: { top: 20, bottom: 120 },
  minimap: { enabled: false },
  overviewRulerBorder: false,
  hideCursorInOverviewRuler: true,
  renderLineHighlight: 'line',
  scrollBeyondLastLine: false,
  smoothScrolling: false,
  fixedOverflowWidgets: true,
  quickSuggestions: false,
  wordBasedSuggestions: 'off',
  matchBrackets: 'never',
  bracketPairColorization: { enabled: false },
  guides: { indentation: false },
  selectionHighlight: false,
  links: false,
  // Curly quotes and dashes are ordinary in a policy.
  unicodeHighlight: { ambiguousCharacters: false, invisibleCharacters: false, nonBasicASCII: false },
  unusualLineTerminators: 'off',
  hover: { delay: 250, sticky: true },
  lightbulb: { enabled: monaco.ShowLightbulbIconMode.On },
};
