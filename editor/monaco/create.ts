import './setup.ts';
import { effect } from '@preact/signals';
import { type IRange, editor as monaco } from 'monaco-editor/editor';
import { nextProblem, visibleSpan } from '#core/language/diagnostics.ts';
import { freshSnapshot } from '../checking.ts';
import type { EditorHandle } from '../editor-handle.ts';
import { pane, problemReached, selection, snapshot, text, theme } from '../state.ts';
import { textChanged } from '../workspace.ts';
import { colourText } from './colours.ts';
import { registerCommands } from './commands.ts';
import { registerCompletions } from './completions.ts';
import { rangeOf } from './convert.ts';
import { registerHovers } from './hovers.ts';
import { registerLenses } from './lenses.ts';
import { showMarkers } from './markers.ts';
import { registerNavigation } from './navigation.ts';
import { registerQuickFixes } from './quick-fixes.ts';
import { registerRenaming } from './renaming.ts';
import { defineTheme, THEMES } from './themes.ts';

let registered = false;

/** Puts the text editor into the element, with the open draft's text. */
export function createEditor(element: HTMLElement): { handle: EditorHandle; dispose(): void } {
  if (!registered) {
    registered = true;
    registerHovers();
    registerCompletions();
    registerQuickFixes();
    registerNavigation();
    registerLenses();
    registerRenaming();
  }
  const model = monaco.createModel(text.peek(), 'markdown');
  model.updateOptions({ bracketColorizationOptions: { enabled: false, independentColorPoolPerBracketType: false } });
  const view = monaco.create(element, { model, ...OPTIONS });
  // A mix of line ends is made one by the model; from here on the model's text is the text.
  textChanged(model.getValue());
  registerCommands(view);

  const colours = view.createDecorationsCollection();
  const facts = view.createDecorationsCollection();
  const spot = view.createDecorationsCollection();
  const lit = view.createDecorationsCollection();
  const stops = [
    effect(() => {
      if (theme.value !== 'contrast') defineTheme(theme.value);
      monaco.setTheme(THEMES[theme.value]);
    }),
    effect(() => {
      const read = snapshot.value;
      // Older findings stay where they are: Monaco moves them along with the text until new ones come.
      if (read && read.text === model.getValue()) showMarkers(model, read.findings);
      if (!read) showMarkers(model, []);
    }),
    effect(() => {
      const read = snapshot.value;
      if (read && read.text === model.getValue()) colourText(colours, read);
      if (!read) colours.clear();
    }),
    effect(() => {
      const read = snapshot.value;
      if (pane.value !== 'read' || !read) facts.clear();
      else if (read.text === model.getValue())
        facts.set(
          read.parsed.facts.map(({ span }) => ({ range: rangeOf(span), options: { inlineClassName: 'fact-mark' } })),
        );
    }),
  ];
  const listeners = [
    model.onDidChangeContent(() => {
      spot.clear();
      textChanged(model.getValue());
    }),
    view.onDidChangeCursorSelection(({ selection: chosen }) => {
      selection.value = {
        start: model.getOffsetAt(chosen.getStartPosition()),
        end: model.getOffsetAt(chosen.getEndPosition()),
      };
    }),
  ];
  return {
    handle: handleOf(view, model, spot, lit),
    dispose() {
      for (const stop of stops) stop();
      for (const listener of listeners) listener.dispose();
      view.dispose();
      model.dispose();
    },
  };
}

const OPTIONS: monaco.IEditorOptions & monaco.IGlobalEditorOptions = {
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

function handleOf(
  view: monaco.IStandaloneCodeEditor,
  model: monaco.ITextModel,
  spot: monaco.IEditorDecorationsCollection,
  lit: monaco.IEditorDecorationsCollection,
): EditorHandle {
  const mark = (range: IRange): void => {
    spot.set([{ range, options: { inlineClassName: 'spot-mark', overviewRuler: { color: '#8b8778', position: 2 } } }]);
  };
  return {
    reveal(span) {
      const range = rangeOf(visibleSpan(model.getValue(), span));
      view.setSelection(range);
      view.revealRangeInCenter(range);
      mark(range);
      view.focus();
    },
    light(spans) {
      const ranges = spans.map(rangeOf);
      lit.set(
        ranges.map((range) => ({
          range,
          options: { className: 'lit-mark', overviewRuler: { color: '#8b8778', position: 2 } },
        })),
      );
      const [first] = ranges;
      if (first) view.revealRangeInCenterIfOutsideViewport(first);
    },
    applyEdits(edits, basedOn) {
      if (model.getValue() !== basedOn) return false;
      view.pushUndoStop();
      view.executeEdits(
        'rollmark',
        edits.map(({ span, text: words }) => ({ range: rangeOf(span), text: words, forceMoveMarkers: true })),
      );
      view.pushUndoStop();
      return true;
    },
    async goToProblem(direction) {
      const read = await freshSnapshot();
      if (!read || model.isDisposed()) return;
      const caret = view.getSelection()?.getStartPosition();
      const from = caret ? model.getOffsetAt(caret) : 0;
      const problem = nextProblem(read.findings, from, direction);
      if (!problem) return;
      this.reveal(problem.span);
      // The hover wraps, cites and offers the fixes, where Monaco's own widget for F8 cuts long sentences off.
      view.trigger('rollmark', 'editor.action.showHover', { focus: 'noAutoFocus' });
      problemReached.value = problem;
    },
    focus: () => view.focus(),
    showCommands() {
      view.focus();
      view.trigger('rollmark', 'editor.action.quickCommand', null);
    },
    undo: () => view.trigger('rollmark', 'undo', null),
  };
}
