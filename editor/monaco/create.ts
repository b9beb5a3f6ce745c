import './setup.ts';
import { effect } from '@preact/signals';
import { type IRange, editor as monaco } from 'monaco-editor/editor';
import { nextProblem, visibleSpan } from '#core/language/diagnostics.ts';
import { freshSnapshot, scheduleCheck } from '../checking.ts';
import type { EditorHandle } from '../editor-handle.ts';
import { type Marked, pane, problemReached, problems, selection, snapshot, text, theme } from '../state.ts';
import { textChanged } from '../workspace.ts';
import { colourText } from './colours.ts';
import { registerCommands } from './commands.ts';
import { registerCompletions } from './completions.ts';
import { rangeOf } from './convert.ts';
import { registerHovers } from './hovers.ts';
import { registerLenses } from './lenses.ts';
import { showMarkers } from './markers.ts';
import { registerNavigation } from './navigation.ts';
import { OPTIONS, wrapColumn } from './options.ts';
import { registerQuickFixes } from './quick-fixes.ts';
import { registerRenaming } from './renaming.ts';
import { defineTheme, THEMES } from './themes.ts';

/** The name under which `npm run bench` finds it. */
const PROBLEMS_SHOWN = 'rollmark: problems shown';

const LOWEST_FOR_POPUPS = 340;
const HOVER_ROOM = 100;

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
  const view = monaco.create(element, { model, ...OPTIONS, wordWrapColumn: wrapColumn(element.clientWidth) });
  // A mix of line ends is made one by the model; from here on the model's text is the text.
  textChanged(model.getValue());
  registerCommands(view);

  const colours = view.createDecorationsCollection();
  const facts = view.createDecorationsCollection();
  const spot = view.createDecorationsCollection();
  const lit = view.createDecorationsCollection();
  let drawn: readonly Marked[] | null = null;
  const draw = (findings: readonly Marked[]): void => {
    showMarkers(model, text.peek(), findings);
    drawn = findings;
  };
  const stops = [
    effect(() => {
      if (theme.value === 'light' || theme.value === 'dark') defineTheme(theme.value);
      monaco.setTheme(THEMES[theme.value]);
    }),
    effect(() => {
      const found = problems.value;
      // Older findings stay where they are: Monaco moves them along with the text until new ones come.
      if (found && found.of !== text.peek()) return;
      if (!found?.stand || !drawn) draw(found?.findings ?? []);
      if (found) noteShown(model.getVersionId());
    }),
    effect(() => {
      const read = snapshot.value;
      if (read && read.text === text.peek()) {
        // Monaco moves what it draws with the text, and not what it offers fixes for.
        const now = problems.peek();
        if (now?.of === read.text && now.findings !== drawn) draw(now.findings);
        colourText(colours, read);
      }
      if (!read) colours.clear();
    }),
    effect(() => {
      const read = snapshot.value;
      if (pane.value !== 'read' || !read) facts.clear();
      else if (read.text === text.peek())
        facts.set(
          read.parsed.facts.map(({ span }) => ({ range: rangeOf(span), options: { inlineClassName: 'fact-mark' } })),
        );
    }),
  ];
  const fitTo = ({ width, height }: { width: number; height: number }): void => {
    element.style.setProperty('--widest-hover', `${width - HOVER_ROOM}px`);
    // Where the text has a few lines only, as when enlarged, what pops up needs the whole window.
    const isLow = height < LOWEST_FOR_POPUPS;
    view.updateOptions({
      wordWrapColumn: wrapColumn(width),
      allowOverflow: isLow,
      fixedOverflowWidgets: isLow,
    });
  };
  fitTo(view.getLayoutInfo());
  const listeners = [
    view.onDidLayoutChange(fitTo),
    model.onDidChangeContent(() => {
      textChanged(model.getValue());
      spot.clear();
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

/** Says in the browser's own record of times that the problems of a version show; nothing of it is kept. */
function noteShown(version: number): void {
  performance.mark(PROBLEMS_SHOWN, { detail: version });
  performance.clearMarks(PROBLEMS_SHOWN);
}

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
      // A button was pressed, and nobody is in mid-word.
      scheduleCheck('now');
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
    place() {
      const { lineNumber: line, column } = view.getPosition() ?? { lineNumber: 1, column: 1 };
      return { caret: { line, column }, topLine: view.getVisibleRanges()[0]?.startLineNumber ?? 1 };
    },
    returnTo({ caret, topLine }) {
      const at = model.validatePosition({ lineNumber: caret.line, column: caret.column });
      view.setPosition(at);
      view.setScrollTop(topLine === 1 ? 0 : view.getTopForLineNumber(Math.min(topLine, model.getLineCount())));
    },
    focus: () => view.focus(),
    showCommands() {
      view.focus();
      view.trigger('rollmark', 'editor.action.quickCommand', null);
    },
    undo: () => view.trigger('rollmark', 'undo', null),
  };
}
