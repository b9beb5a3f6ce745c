import { effect } from '@preact/signals';
import { Emitter, editor, languages } from 'monaco-editor/editor';
import { type Lens, lensesOf } from '#core/language/lenses.ts';
import { editor as handle, pane, snapshot } from '../state.ts';
import { rangeOf } from './convert.ts';

const FOLLOW = 'rollmark.follow-lens';

/** Whether Monaco has still to ask for the lenses of what was read last. */
let unasked = false;

/** Writes over headings, contradictions and ladders what Rollmark found there. */
export function registerLenses(): void {
  const changed = new Emitter<void>();
  editor.registerCommand(FOLLOW, (_services, leadsTo: Lens['leadsTo']) => follow(leadsTo));
  languages.registerCodeLensProvider('markdown', {
    onDidChange: (listener) => changed.event(() => listener(provider)),
    provideCodeLenses: provider.provideCodeLenses,
  });
  effect(() => {
    if (!snapshot.value) return;
    unasked = true;
    changed.fire();
  });
  // Monaco asks a little later, and no more once the caret has left the text: whoever goes to a pane has no lenses then.
  editor.onDidCreateEditor((view) => {
    view.onDidBlurEditorText(() =>
      setTimeout(() => {
        if (unasked) changed.fire();
      }),
    );
  });
}

const provider: languages.CodeLensProvider = {
  provideCodeLenses(model) {
    const read = snapshot.peek();
    // Those of an older text would stand over the wrong lines; they stay where Monaco moved them until new ones come.
    if (!read || read.text !== model.getValue()) return null;
    unasked = false;
    return {
      lenses: lensesOf(read).map(({ span, title, leadsTo }, index) => ({
        id: String(index),
        range: rangeOf(span),
        command: { id: FOLLOW, title, arguments: [leadsTo] },
      })),
      dispose() {},
    };
  },
};

function follow(leadsTo: Lens['leadsTo']): void {
  if (leadsTo.what === 'ladder') pane.value = 'ladder';
  else if (leadsTo.what === 'problem') {
    pane.value = 'problems';
    handle.peek()?.reveal(leadsTo.finding.span);
  } else {
    const here = leadsTo.mentions.indexOf(leadsTo.fact);
    const next = leadsTo.mentions[(here + 1) % leadsTo.mentions.length];
    if (next) handle.peek()?.reveal(next.span);
  }
}
