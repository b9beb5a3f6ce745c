import { type editor, languages } from 'monaco-editor/editor';
import { type Action, actionsAt, fixAll } from '#core/language/actions.ts';
import { freshSnapshot } from '../checking.ts';
import { offsetsOf, rangeOf } from './convert.ts';

/** Offers each finding's fixes at the caret, and all simple ones at once. */
export function registerQuickFixes(): void {
  languages.registerCodeActionProvider(
    'markdown',
    {
      async provideCodeActions(model, range, context) {
        const snapshot = await freshSnapshot();
        if (!snapshot || model.isDisposed()) return { actions: [], dispose() {} };
        const { start, end } = offsetsOf(model, range);
        const here = actionsAt(snapshot, start, end).map((action) => toCodeAction(model, action, context.markers));
        const all = fixAll(snapshot);
        const whole = all ? [{ ...toCodeAction(model, all, []), kind: 'source.fixAll.rollmark' }] : [];
        return { actions: [...here, ...(here.length > 0 ? whole : [])], dispose() {} };
      },
    },
    { providedCodeActionKinds: ['quickfix', 'source.fixAll.rollmark'] },
  );
}

function toCodeAction(
  model: editor.ITextModel,
  action: Action,
  markers: readonly editor.IMarkerData[],
): languages.CodeAction {
  const messages = new Set(action.settles.map(({ message }) => message));
  return {
    title: action.title,
    kind: 'quickfix',
    isPreferred: action.preferred,
    diagnostics: markers.filter(({ message }) => messages.has(message)),
    edit: {
      edits: action.edits.map(({ span, text }) => ({
        resource: model.uri,
        versionId: model.getVersionId(),
        textEdit: { range: rangeOf(span), text },
      })),
    },
  };
}
