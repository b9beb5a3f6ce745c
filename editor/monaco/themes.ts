import { editor } from 'monaco-editor/editor';

/** Monaco's names for our themes. */
export const THEMES = {
  light: 'rollmark-light',
  dark: 'rollmark-dark',
  contrast: 'hc-black',
  'contrast-light': 'hc-light',
} as const;

/** Reads the palette (core/palette) into Monaco themes. Colours come from the document, so that there is one list of them. */
export function defineTheme(theme: 'light' | 'dark'): void {
  const style = getComputedStyle(document.documentElement);
  const token = (name: string): string => inSixDigits(style.getPropertyValue(`--${name}`).trim());
  const bare = (name: string): string => token(name).replace('#', '');
  editor.defineTheme(THEMES[theme], {
    base: theme === 'dark' ? 'vs-dark' : 'vs',
    inherit: true,
    rules: [
      { token: '', foreground: bare('ink') },
      { token: 'keyword', foreground: bare('accent'), fontStyle: 'bold' },
      { token: 'keyword.table', foreground: bare('ink-soft') },
      { token: 'strong', foreground: bare('ink'), fontStyle: 'bold' },
      { token: 'emphasis', foreground: bare('ink'), fontStyle: 'italic' },
      { token: 'comment', foreground: bare('ink-soft'), fontStyle: 'italic' },
      { token: 'string', foreground: bare('ink') },
      { token: 'string.link', foreground: bare('accent') },
      { token: 'variable', foreground: bare('ink') },
      { token: 'tag', foreground: bare('ink-soft') },
    ],
    colors: {
      'editor.background': token('surface'),
      'editor.foreground': token('ink'),
      'editorLineNumber.foreground': token('ink-soft'),
      'editorLineNumber.activeForeground': token('ink'),
      'editor.lineHighlightBackground': token('sunken'),
      'editor.lineHighlightBorder': '#00000000',
      'editorCursor.foreground': token('accent'),
      'editor.selectionBackground': theme === 'dark' ? '#2b5558' : '#cfe5e3',
      'editorError.foreground': token('error'),
      'editorWarning.foreground': theme === 'dark' ? '#efc06a' : '#c98a12',
      'editorInfo.foreground': token('advice'),
      'editorHoverWidget.background': token('surface'),
      'editorHoverWidget.border': token('line'),
      'editorHoverWidget.foreground': token('ink'),
      'editorWidget.background': token('surface'),
      'editorWidget.border': token('line'),
      'editorWidget.foreground': token('ink'),
      'textLink.foreground': token('accent'),
      'textLink.activeForeground': token('accent'),
      ...Object.fromEntries(
        [1, 2, 3, 4, 5, 6].map((depth) => [`editorBracketHighlight.foreground${depth}`, token('ink')]),
      ),
      'editorOverviewRuler.errorForeground': token('error'),
      'editorOverviewRuler.warningForeground': theme === 'dark' ? '#efc06a' : '#c98a12',
      'editorOverviewRuler.infoForeground': token('advice'),
      'list.focusBackground': token('accent-soft'),
      'list.focusForeground': token('ink'),
      'list.focusHighlightForeground': token('accent'),
      'list.highlightForeground': token('accent'),
      'list.hoverBackground': token('hover'),
      'quickInput.background': token('surface'),
      'quickInput.foreground': token('ink'),
      'quickInputList.focusBackground': token('accent-soft'),
      'quickInputList.focusForeground': token('ink'),
      'editorSuggestWidget.selectedBackground': token('accent-soft'),
      'editorSuggestWidget.selectedForeground': token('ink'),
      'editorSuggestWidget.highlightForeground': token('accent'),
      'editorSuggestWidget.focusHighlightForeground': token('accent'),
      'editorActionList.focusBackground': token('accent-soft'),
      'editorActionList.focusForeground': token('ink'),
      'editorActionList.background': token('surface'),
      'editorActionList.foreground': token('ink'),
      'editorLightBulb.foreground': token('accent'),
      'editorLightBulbAutoFix.foreground': token('accent'),
      focusBorder: token('focus'),
      'scrollbar.shadow': '#00000000',
      'editorOverviewRuler.border': '#00000000',
    },
  });
}

/** The build shortens "#ffffff" to "#fff", which Monaco does not read. */
function inSixDigits(colour: string): string {
  return /^#[0-9a-f]{3}$/i.test(colour) ? colour.replace(/[0-9a-f]/gi, '$&$&') : colour;
}
