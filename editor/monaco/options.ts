import { editor as monaco } from 'monaco-editor/editor';

/** How the text editor looks and behaves: for writing, not for programming. */
export const OPTIONS: monaco.IEditorOptions & monaco.IGlobalEditorOptions = {
  automaticLayout: true,
  ariaLabel: 'Policy text. Press F8 for the next problem, Control and full stop for its fixes.',
  // A policy needs no tab characters, and whoever comes by keyboard must be able to leave.
  tabFocusMode: true,
  wordWrap: 'bounded',
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
  // What pops up stays over the text and leaves the panel beside it free.
  allowOverflow: false,
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

const LONGEST_LINE = 110;
/** Bold words are wider than what Monaco wraps lines by: this share of the width is kept free for them. */
const ROOM_FOR_BOLD = 0.07;
const MARGINS = 88;

/** How many letters stand on a line of a text that is so many pixels wide. */
export function wrapColumn(width: number): number {
  const ink = document.createElement('canvas').getContext('2d');
  if (!ink) return LONGEST_LINE;
  ink.font = `${OPTIONS.fontSize}px ${getComputedStyle(document.body).fontFamily}`;
  const letters = ((width - MARGINS) * (1 - ROOM_FOR_BOLD)) / ink.measureText('n').width;
  return Math.max(20, Math.min(LONGEST_LINE, Math.floor(letters)));
}
